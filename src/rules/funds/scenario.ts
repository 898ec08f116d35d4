import { applyFraction, applyLargeFraction, type Cents, divideHalfUp, type Fraction } from "../money";
import { Refusal } from "../refusal";
import { type Answer, type Line, rowsAt, step } from "../trace";
import { FEE_ARTICLE } from "./fee";

// A host that sandboxes scripts makes every look-up of a global slow.
const { abs, floor } = Math;

/** What a fee rate brings in for one quarter. */
interface FeeIncome {
  readonly feeIncome: Cents;
  /** Absent without any member. */
  readonly feePerMember: Cents | undefined;
}

/** Fees that one call works out; a rate too fine for whole numbers costs many times more. */
const MOST_FEES = 100_000_000;
const MOST_FINE_FEES = 2_000_000;

/** The contributions of one quarter of a fund's members, to be asked for several rates. */
export class Members {
  /** How many there are. */
  readonly count: number;
  private readonly largest: Cents;

  /**
   * What is handed over is kept: amounts, with the heads at each, one if nobody says. The heads of a refund turn negative: its fee is that
   * of the amount, and comes back.
   */
  constructor(
    private readonly amounts: Float64Array,
    private readonly heads = new Float64Array(amounts.length).fill(1),
  ) {
    let count = 0;
    let sum: Cents = 0;
    let largest: Cents = 0;
    for (let index = 0; index < amounts.length; index++) {
      const amount = amounts[index]!;
      const members = heads[index]!;
      const size = abs(amount);
      count += members;
      sum += size * members;
      if (size > largest) largest = size;
      if (amount >= 0) continue;
      amounts[index] = size;
      heads[index] = -members;
    }
    // No rate exceeds one: where the contributions add up exactly, so do their fees, and their mean can be rounded.
    if (sum + floor(count / 2) > Number.MAX_SAFE_INTEGER)
      throw new Refusal("too-large", { argument: "contributions", limit: { cents: Number.MAX_SAFE_INTEGER } });
    this.count = count;
    this.largest = largest;
  }

  /** Refuses what would keep the spreadsheet waiting. */
  requireFew(rates: readonly Fraction[]): void {
    const { length } = this.amounts;
    const fine = rates.filter((rate) => !this.isExact(rate)).length;
    requireAtMost(MOST_FEES, rates.length * length);
    requireAtMost(MOST_FINE_FEES, fine * length);
  }

  private readonly isExact = (rate: Fraction): boolean => Number.isSafeInteger(this.largest * rate.units + rate.scale);

  /** The fees of all members at one rate: each is rounded by itself, as it is billed, and then added. */
  feeIncome(rate: Fraction): FeeIncome {
    const { count } = this;
    const feeIncome = this.isExact(rate) ? this.sum(rate) : this.sumOfLarge(rate);
    return { feeIncome, feePerMember: count === 0 ? undefined : divideHalfUp(feeIncome, count) };
  }

  /** The same as `applyFraction`, without a call, for a million fees in one go. */
  private sum({ units, scale }: Fraction): Cents {
    const { amounts, heads } = this;
    const half = floor(scale / 2);
    let sum: Cents = 0;
    for (let index = 0; index < amounts.length; index++)
      sum += heads[index]! * floor((amounts[index]! * units + half) / scale);
    return sum;
  }

  private sumOfLarge(rate: Fraction): Cents {
    const { amounts, heads } = this;
    return amounts.reduce((sum, amount, index) => sum + heads[index]! * applyFraction(amount, rate), 0);
  }
}

function requireAtMost(most: number, fees: number): void {
  if (fees > most) throw new Refusal("too-many-cells", { argument: "contributions", other: "rates", most });
}

/** The income once a share of the members has gone. What stays may have more digits than a double. */
const afterLeaving = (income: Cents, { units, scale }: Fraction): Cents =>
  units === 0 ? income : applyLargeFraction(BigInt(income), BigInt(scale) - BigInt(units), BigInt(scale));

/** What was given for a rate and is none: why, and what stands for it in its row. */
export interface RefusedRate {
  readonly refusal: Refusal;
  readonly shown: number | string | boolean | Refusal;
}

export interface TriedRate {
  readonly rate: Fraction | RefusedRate;
  /** The share of the members that leaves at this rate; absent where nobody asks. */
  readonly leave?: Fraction | undefined;
}

/** What a rate brings in, members that leave taken off. */
interface RateIncome extends FeeIncome {
  /** At the share that leaves above which the first rate brings in more; absent where nobody pays anything. */
  readonly breakEvenWith: (present: Cents) => number | undefined;
}

export function incomeAt(members: Members, rate: Fraction, leave?: Fraction): RateIncome {
  const { feeIncome: all, feePerMember } = members.feeIncome(rate);
  return {
    feeIncome: leave === undefined ? all : afterLeaving(all, leave),
    feePerMember,
    breakEvenWith: (present) => (all === 0 ? undefined : (all - present) / all),
  };
}

export const isRate = (tried: object): tried is Fraction => "units" in tried;

/** A fraction as the double nearest to it. */
export const ratioOf = ({ units, scale }: Fraction): number => units / scale;

interface ScenarioRow {
  readonly rate: RefusedRate["shown"];
  readonly feeIncome: Cents | Refusal;
  readonly feePerMember: Cents | Refusal | undefined;
  /** With the first rate. */
  readonly difference: Cents | Refusal;
  readonly leave?: number;
  readonly breakEvenLeave?: number | Refusal | undefined;
}

/** What each rate brings in, the present one first. A rate that is none keeps its row. */
export function feeScenario(members: Members, tried: readonly TriedRate[]): Answer<readonly ScenarioRow[]> {
  members.requireFew(tried.map(({ rate }) => rate).filter(isRate));
  const { rate: first, leave } = tried[0]!;
  const present = isRate(first) ? incomeAt(members, first, leave).feeIncome : first.refusal;
  return {
    value: tried.map((one) => scenarioRow(one, present, members)),
    way: (at) => rowsAt(tried, at).flatMap((one) => incomeLines(one, present, members)),
  };
}

function scenarioRow({ rate, leave }: TriedRate, present: Cents | Refusal, members: Members): ScenarioRow {
  const gone = leave && { leave: ratioOf(leave) };
  if (!isRate(rate)) {
    const { refusal, shown } = rate;
    const none = { rate: shown, feeIncome: refusal, feePerMember: refusal, difference: refusal };
    return gone ? { ...none, ...gone, breakEvenLeave: refusal } : none;
  }
  const { feeIncome, feePerMember, breakEvenWith } = incomeAt(members, rate, leave);
  const difference = present instanceof Refusal ? present : feeIncome - present;
  const row = { rate: ratioOf(rate), feeIncome, feePerMember, difference };
  return gone
    ? { ...row, ...gone, breakEvenLeave: present instanceof Refusal ? present : breakEvenWith(present) }
    : row;
}

function incomeLines({ rate, leave }: TriedRate, present: Cents | Refusal, members: Members): Line[] {
  if (!isRate(rate)) {
    const { key, facts: given } = rate.refusal;
    const reason = { sentence: `refusal/${key}`, facts: given };
    return [step("fee-rate-refused", { reason }, FEE_ARTICLE)];
  }
  const { count } = members;
  const { feeIncome: all, feePerMember } = members.feeIncome(rate);
  const facts = { rate: { rate: ratioOf(rate) }, count, feeIncome: { cents: all } };
  return [
    feePerMember === undefined
      ? step("fee-income-nobody", facts, FEE_ARTICLE)
      : step("fee-income", { ...facts, feePerMember: { cents: feePerMember } }, FEE_ARTICLE),
    ...(leave === undefined ? [] : leaveLines(incomeAt(members, rate, leave), leave, present)),
  ];
}

function leaveLines({ feeIncome, breakEvenWith }: RateIncome, leave: Fraction, present: Cents | Refusal): Line[] {
  const left = step("fee-leave", { leave: { rate: ratioOf(leave) }, feeIncome: { cents: feeIncome } }, "");
  const share = present instanceof Refusal ? undefined : breakEvenWith(present);
  return share === undefined ? [left] : [left, step("fee-break-even", { share: { rate: share } }, "")];
}
