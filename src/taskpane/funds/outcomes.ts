import Decimal from "decimal.js";
import { LARGEST_FEE_RATE } from "../../rules/funds";
import type { Cents } from "../../rules/money";
import { type Call, callOf, centsOf, columnOf, isErrorOfCell, Piece } from "../formula/call";
import type { Formula } from "../formula/formula";
import type { Members } from "./members";
import type { Rates } from "./rates";

/** What a rate brings in, as FUND.SCENARIO answers. */
export interface RateOutcome {
  /** As decimal text. */
  readonly rate: string;
  /** Of the members. */
  readonly leave: string;
  readonly feeIncome: Cents;
  readonly feePerMember: Cents | undefined;
  readonly difference: Cents;
  /** The share above which the rate brings in less than the present one; below zero the growth that makes up for it. */
  readonly breakEven: number | undefined;
}

interface Asked {
  readonly rate: string;
  readonly share: string;
}

const column = (name: string): number => columnOf("FUND.SCENARIO", name);
const FEE_INCOME = column("feeIncome");
const FEE_PER_MEMBER = column("feePerMember");
const DIFFERENCE = column("difference");
/** Behind them stands the share that leaves. */
export const BREAK_EVEN = DIFFERENCE + 2;

/** Numbers as the column that a formula can have for them. */
const columnPiece = (fractions: readonly string[]): Piece =>
  new Piece(
    `{${fractions.join(";")}}`,
    fractions.map((fraction) => [Number(fraction)]),
  );

function scenarioCall({ contributions, heads }: Members, asked: readonly Asked[]): Call {
  return callOf("FUND.SCENARIO", {
    contributions,
    rates: columnPiece(asked.map(({ rate }) => rate)),
    members: heads,
    leave: columnPiece(asked.map(({ share }) => share)),
  });
}

/** A row a rate, or why there are none. */
function outcomesOf(members: Members, asked: readonly Asked[]): readonly RateOutcome[] | string {
  const answer = scenarioCall(members, asked).result();
  if (!answer.ok) return answer.message;
  const [, ...rows] = answer.value as unknown[][];
  const error = rows.flat().find(isErrorOfCell);
  if (error) return error.message;
  return rows.map((row, index) => {
    const { rate, share } = asked[index]!;
    const number = (at: number): number | undefined => (typeof row[at] === "number" ? row[at] : undefined);
    const perMember = number(FEE_PER_MEMBER);
    return {
      rate,
      leave: share,
      feeIncome: centsOf(row[FEE_INCOME]),
      feePerMember: perMember === undefined ? undefined : centsOf(perMember),
      difference: centsOf(row[DIFFERENCE]),
      breakEven: number(BREAK_EVEN),
    };
  });
}

/** The present rate and each that is tried. */
const askedOf = ({ present, tried }: Rates): Asked[] => [{ rate: present, share: "0" }, ...tried];

export const outcomesAt = (members: Members, rates: Rates): readonly RateOutcome[] | string =>
  outcomesOf(members, askedOf(rates));

/** The same as a cell asks it. */
export const scenarioFormula = (members: Members, rates: Rates): Formula =>
  scenarioCall(members, askedOf(rates)).formula;

/** Decimals of a rate that is sought: funds publish percentages with two. */
export const RATE_DECIMALS = 4;

/** The lowest rate that brings in no less than the present one once a share of the members has gone; undefined where no fee is so high. */
export function holdingRate(members: Members, { present, hold }: Rates): RateOutcome | undefined {
  const near = new Decimal(present).div(new Decimal(1).minus(hold)).toDecimalPlaces(RATE_DECIMALS, Decimal.ROUND_UP);
  const step = new Decimal(10).pow(-RATE_DECIMALS);
  // Each fee is rounded by itself, which may move the rate by a step.
  const sought = [near.minus(step), near, near.plus(step)].filter(
    (rate) => !rate.isNegative() && rate.lte(LARGEST_FEE_RATE),
  );
  const rows = outcomesOf(members, [
    { rate: present, share: "0" },
    ...sought.map((rate) => ({ rate: rate.toFixed(), share: hold })),
  ]);
  return typeof rows === "string" ? undefined : rows.slice(1).find(({ difference }) => difference >= 0);
}

/** Decimals that tell a number of members from the noise of a share. */
export const HEADS_DECIMALS = 6;

/** How many members may leave, or, below zero, how many are to be won. */
export const headsAtBreakEven = ({ breakEven }: RateOutcome, { count }: Members): number | undefined =>
  breakEven === undefined
    ? undefined
    : new Decimal(breakEven).times(count).toDecimalPlaces(HEADS_DECIMALS).floor().toNumber();
