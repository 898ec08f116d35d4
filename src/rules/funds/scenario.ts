import { applyFraction, type Cents, divideHalfUp, type Fraction } from "../money";
import { Refusal } from "../refusal";
import { type Answer, type Line, rowsAt, step } from "../trace";
import { FEE_ARTICLE } from "./fee";

// A host that sandboxes scripts makes every look-up of a global slow.
const { abs, floor } = Math;

/** What a fee rate brings in for one quarter. */
interface FeeIncome {
  readonly feeIncome: Cents;
  readonly feePerMember: Cents;
}

/** Fees that one call works out; a rate too fine for whole numbers costs many times more. */
const MOST_FEES = 100_000_000;
const MOST_FINE_FEES = 2_000_000;

/** The contributions of one quarter of a fund's members, to be asked for several rates. */
export class Members {
  private readonly largest: Cents;

  constructor(private readonly contributions: Float64Array) {
    let sum: Cents = 0;
    let largest: Cents = 0;
    for (const contribution of contributions) {
      const size = abs(contribution);
      sum += size;
      if (size > largest) largest = size;
    }
    // No rate exceeds one: where the contributions add up exactly, so do their fees.
    if (sum > Number.MAX_SAFE_INTEGER)
      throw new Refusal("too-large", { argument: "contributions", limit: { cents: Number.MAX_SAFE_INTEGER } });
    this.largest = largest;
  }

  get count(): number {
    return this.contributions.length;
  }

  /** Refuses what would keep the spreadsheet waiting. */
  requireFew(rates: readonly Fraction[]): void {
    const { count } = this;
    const fine = rates.filter((rate) => !this.isExact(rate)).length;
    requireAtMost(MOST_FEES, rates.length * count);
    requireAtMost(MOST_FINE_FEES, fine * count);
  }

  private readonly isExact = (rate: Fraction): boolean => Number.isSafeInteger(this.largest * rate.units + rate.scale);

  /** The fees of all members at one rate: each is rounded by itself, as it is billed, and then added. */
  feeIncome(rate: Fraction): FeeIncome {
    const sum = this.isExact(rate) ? this.sum(rate) : this.sumOfLarge(rate);
    return { feeIncome: sum, feePerMember: divideHalfUp(sum, this.count) };
  }

  /** The same as `applyFraction`, without a call, for a million fees in one go. */
  private sum({ units, scale }: Fraction): Cents {
    const { contributions } = this;
    const half = floor(scale / 2);
    let sum: Cents = 0;
    for (let member = 0; member < contributions.length; member++) {
      const contribution = contributions[member]!;
      const fee = floor((abs(contribution) * units + half) / scale);
      sum += contribution < 0 ? -fee : fee;
    }
    return sum;
  }

  private sumOfLarge(rate: Fraction): Cents {
    return this.contributions.reduce((sum, contribution) => sum + applyFraction(contribution, rate), 0);
  }
}

function requireAtMost(most: number, fees: number): void {
  if (fees > most) throw new Refusal("too-many-cells", { argument: "contributions", other: "rates", most });
}

/** What was given for a rate and is none: why, and what stands for it in its row. */
export interface RefusedRate {
  readonly refusal: Refusal;
  readonly shown: number | string | boolean | Refusal;
}

export type TriedRate = Fraction | RefusedRate;

const isRate = (tried: TriedRate): tried is Fraction => "units" in tried;

interface ScenarioRow {
  readonly rate: RefusedRate["shown"];
  readonly feeIncome: Cents | Refusal;
  readonly feePerMember: Cents | Refusal;
  /** With the first rate. */
  readonly difference: Cents | Refusal;
}

/** What each rate brings in, the present one first. A rate that is none keeps its row. */
export function feeScenario(members: Members, tried: readonly TriedRate[]): Answer<readonly ScenarioRow[]> {
  members.requireFew(tried.filter(isRate));
  const first = tried[0]!;
  const present = isRate(first) ? members.feeIncome(first).feeIncome : first.refusal;
  return {
    value: tried.map((rate) => scenarioRow(rate, present, members)),
    way: (at) => rowsAt(tried, at).map((rate) => incomeLine(rate, members)),
  };
}

function scenarioRow(rate: TriedRate, present: Cents | Refusal, members: Members): ScenarioRow {
  if (!isRate(rate)) {
    const { refusal, shown } = rate;
    return { rate: shown, feeIncome: refusal, feePerMember: refusal, difference: refusal };
  }
  const { feeIncome, feePerMember } = members.feeIncome(rate);
  const difference = present instanceof Refusal ? present : feeIncome - present;
  return { rate: rate.units / rate.scale, feeIncome, feePerMember, difference };
}

function incomeLine(rate: TriedRate, members: Members): Line {
  if (!isRate(rate)) {
    const { key, facts: given } = rate.refusal;
    const reason = { sentence: `refusal/${key}`, facts: given };
    return step("fee-rate-refused", { reason }, FEE_ARTICLE);
  }
  const { feeIncome, feePerMember } = members.feeIncome(rate);
  const facts = {
    rate: { rate: rate.units / rate.scale },
    count: members.count,
    feeIncome: { cents: feeIncome },
    feePerMember: { cents: feePerMember },
  };
  return step("fee-income", facts, FEE_ARTICLE);
}
