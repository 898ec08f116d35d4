import type { Confidence, ParameterId } from "../../parameters";
import { day } from "../calendar";
import { LAST_YEAR, revalue } from "../contributions";
import { figureInForce, inForce } from "../figures";
import { type Cents, divideHalfUp, RATE_UNIT } from "../money";
import { Refusal } from "../refusal";
import { line, type TraceLine } from "../trace";

export const PREMIUM_KINDS = ["ordinary", "social"] as const;
export type PremiumKind = (typeof PREMIUM_KINDS)[number];

/** What the income is: that of year N-3, still to be revalued, or the one on which the contributions of the year are computed. */
export const INCOME_BASES = ["n-3", "contribution"] as const;
export type IncomeBasis = (typeof INCOME_BASES)[number];

const CEILING = "contributions.bracket1.ceiling";
const NUMERATOR = "pension.plci.income-cap-numerator";
const DENOMINATOR = "pension.plci.income-cap-denominator";
const CAP_ARTICLE = "AR 12/01/2007 2 §1";

interface PlciQuestion {
  readonly income: Cents;
  readonly year: number;
  readonly kind?: PremiumKind | undefined;
  readonly basis?: IncomeBasis | undefined;
}

interface Premium {
  readonly amount: Cents;
  /** How sure the rate is, and why. */
  readonly confidence: Confidence;
  readonly note?: string;
  readonly trace: readonly TraceLine[];
}

/** Programme law of 24/12/2002, article 44: the highest premium of a year, for who may pay one. */
export function plci({ income, year, kind = "ordinary", basis = "n-3" }: PlciQuestion): Premium {
  if (year > LAST_YEAR) throw new Refusal("premium-not-published", { year, last: LAST_YEAR });
  const on = day(year, 1, 1);
  const rateId: ParameterId = `pension.plci.rate.${kind}`;
  const minimumId: ParameterId = `pension.plci.minimum.${kind}`;
  // Refuses the years before the first ceiling.
  inForce(`pension.plci.maximum.${kind}`, on);
  const counted = basis === "contribution" ? income : revalue(income, year);
  const premium = premiumOn(counted, year, kind);
  const minimum = figureInForce(minimumId, on);
  const { value: rate, confidence, note } = inForce(rateId, on);
  return {
    amount: Math.max(premium, minimum),
    confidence,
    ...(note !== undefined && { note }),
    trace: [
      line(basis === "contribution" ? "plci-income" : "plci-revalued", { amount: { cents: counted } }, "L2002 44 §2"),
      line("plci-cap", { amount: { cents: incomeCap(year) } }, CAP_ARTICLE, CEILING, NUMERATOR, DENOMINATOR),
      line("plci-premium", { rate: { rate: rate! / RATE_UNIT }, amount: { cents: premium } }, "L2002 44 §2/3", rateId),
      ...(premium < minimum ? [line("plci-minimum", { amount: { cents: minimum } }, CAP_ARTICLE, minimumId)] : []),
    ],
  };
}

/** Rate × the income, or × two thirds of the first ceiling: rounded once, the two thirds never. */
function premiumOn(income: Cents, year: number, kind: PremiumKind): Cents {
  const { ceiling, numerator, denominator, on } = capOf(year);
  const rate = figureInForce(`pension.plci.rate.${kind}`, on);
  const capped = income * denominator > ceiling * numerator;
  return capped
    ? divideHalfUp(rate * ceiling * numerator, RATE_UNIT * denominator)
    : divideHalfUp(rate * income, RATE_UNIT);
}

/** The income above which the premium does not rise, rounded to be shown. */
export function incomeCap(year: number): Cents {
  const { ceiling, numerator, denominator } = capOf(year);
  return divideHalfUp(ceiling * numerator, denominator);
}

function capOf(year: number) {
  const on = day(year, 1, 1);
  return {
    on,
    ceiling: figureInForce(CEILING, on),
    numerator: figureInForce(NUMERATOR, on),
    denominator: figureInForce(DENOMINATOR, on),
  };
}

/** The premium of who reaches the cap. */
export const highestPremium = (year: number, kind: PremiumKind): Cents => premiumOn(Infinity, year, kind);
