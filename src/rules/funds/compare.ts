import type { Confidence, Source } from "../../parameters";
import type { Cents, Rate } from "../money";
import { Refusal } from "../refusal";
import { fee, type FeeRate, latestFeeRate, tableRate } from "./fee";
import { type Fund, type FundId, FUNDS } from "./funds";

export interface FundComparisonRow {
  readonly fund: FundId;
  readonly name: string;
  readonly rate: Rate;
  readonly sourceYear: number;
  readonly feePerQuarter: Cents;
  readonly totalPerQuarter: Cents;
  readonly feePerYear: Cents;
  readonly totalPerYear: Cents;
  readonly differencePerYear: Cents;
  readonly source: Source;
  readonly confidence: Confidence;
}

export interface FundComparison {
  /** Cheapest first, then by name. */
  readonly rows: readonly FundComparisonRow[];
  /** Names of the funds of which no figure is known. */
  readonly withoutFigure: readonly string[];
}

/** The funds of a year side by side, for the contribution of one quarter. A year is four rounded quarters. */
export function compareFunds(contribution: Cents, year: number): FundComparison {
  const funds = FUNDS.filter(({ lastYear }: Fund) => lastYear === undefined || year <= lastYear).map((fund) => ({
    ...fund,
    figure: latestFeeRate(fund.id, year),
  }));
  const rows = funds
    .flatMap(({ id, name, figure }) =>
      figure ? [{ fund: id, name, ...figure, ...amounts(contribution, figure) }] : [],
    )
    .sort((a, b) => a.rate - b.rate || byName(a.name, b.name));
  const cheapest = rows[0];
  if (cheapest === undefined) throw new Refusal("no-fund-with-fee", { year });
  return {
    rows: rows.map((row) => ({ ...row, differencePerYear: row.feePerYear - cheapest.feePerYear })),
    withoutFigure: funds
      .filter(({ figure }) => figure === undefined)
      .map(({ name }) => name)
      .sort(byName),
  };
}

function amounts(contribution: Cents, { rate }: FeeRate) {
  const feePerQuarter = fee(contribution, tableRate(rate));
  const totalPerQuarter = contribution + feePerQuarter;
  return { feePerQuarter, totalPerQuarter, feePerYear: 4 * feePerQuarter, totalPerYear: 4 * totalPerQuarter };
}

/** By letter, without case; the same on every machine. */
function byName(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
