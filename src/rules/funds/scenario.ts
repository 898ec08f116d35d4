import { applyFraction, type Cents, divideHalfUp, type Fraction } from "../money";
import { Refusal } from "../refusal";

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

  /** Refuses what would keep the spreadsheet waiting. */
  requireFew(rates: readonly Fraction[]): void {
    const { length } = this.contributions;
    const fine = rates.filter((rate) => !this.isExact(rate)).length;
    if (rates.length * length <= MOST_FEES && fine * length <= MOST_FINE_FEES) return;
    throw new Refusal("too-many-cells", {
      argument: "contributions",
      other: "rates",
      most: fine > 0 ? MOST_FINE_FEES : MOST_FEES,
    });
  }

  private readonly isExact = (rate: Fraction): boolean =>
    Number.isSafeInteger(this.largest * rate.units + rate.scale * 2);

  /** The fees of all members at one rate: each is rounded by itself, as it is billed, and then added. */
  feeIncome(rate: Fraction): FeeIncome {
    const sum = this.isExact(rate) ? this.sum(rate) : this.sumOfLarge(rate);
    return { feeIncome: sum, feePerMember: divideHalfUp(sum, this.contributions.length) };
  }

  /**
   * The same as `applyFraction`, without a call and without `%`, for a million fees in one go. The division may come out one too
   * high just below a whole number; then the remainder is a little negative, and that whole number is the rounded fee all the same.
   */
  private sum({ units, scale }: Fraction): Cents {
    const { contributions } = this;
    let sum: Cents = 0;
    for (let member = 0; member < contributions.length; member++) {
      const contribution = contributions[member]!;
      const product = abs(contribution) * units;
      const quotient = floor(product / scale);
      const fee = (product - quotient * scale) * 2 >= scale ? quotient + 1 : quotient;
      sum += contribution < 0 ? -fee : fee;
    }
    return sum;
  }

  private sumOfLarge(rate: Fraction): Cents {
    return this.contributions.reduce((sum, contribution) => sum + applyFraction(contribution, rate), 0);
  }
}
