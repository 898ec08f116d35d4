import type { ParameterId } from "../../parameters";
import { firstDayOfYear } from "../calendar";
import { type Category, lastKnownYear, REVALUATION_INDICES, revalue } from "../contributions";
import { figureInForce, figuresOn, inForce } from "../figures";
import { type Cents, divideHalfUp, RATE_UNIT } from "../money";
import { Refusal } from "../refusal";
import { type Answer, type Line, step } from "../trace";
import { mayContribute } from "./who";

export const PREMIUM_KINDS = ["ordinary", "social"] as const;
export type PremiumKind = (typeof PREMIUM_KINDS)[number];

/** What the income is: that of year N-3, still to be revalued, or the one on which the contributions of the year are computed. */
export const INCOME_BASES = ["n-3", "contribution"] as const;
export type IncomeBasis = (typeof INCOME_BASES)[number];

const CEILING = "contributions.bracket1.ceiling";
const NUMERATOR = "pension.plci.income-cap-numerator";
const DENOMINATOR = "pension.plci.income-cap-denominator";
const CAP_ARTICLE = "AR 12/01/2007 2 §1";

/** Of the categories that owe contributions on a minimum, the spouse's half of it for the spouse. */
const MINIMUM_ON_REQUEST: Partial<Record<Category, ParameterId>> = {
  principal: "contributions.principal.minimum-income",
  primostarter: "contributions.principal.minimum-income",
  "primostarter-artist": "contributions.principal.minimum-income",
  "primostarter-after-sickness": "contributions.principal.minimum-income",
  "spouse-maxi": "contributions.spouse-maxi.minimum-income",
};

/**
 * Royal decree of 12/01/2007, article 2 §2: where there is no income of year N-3, the income on which the contributions of the year are
 * computed or, on request, the minimum income; here whichever allows more.
 */
export function premiumIncomeWithoutN3(income: Cents, year: number, category: Category): Cents {
  const minimum = MINIMUM_ON_REQUEST[category];
  return minimum === undefined ? income : Math.max(income, figureInForce(minimum, firstDayOfYear(year)));
}

interface PlciQuestion {
  readonly income: Cents;
  readonly year: number;
  readonly kind?: PremiumKind | undefined;
  readonly basis?: IncomeBasis | undefined;
  readonly category?: Category | undefined;
}

/** Programme law of 24/12/2002, article 44: the highest premium of a year, for who may pay one. */
export function plci({ income, year, kind = "ordinary", basis = "n-3", category }: PlciQuestion): Answer<Cents> {
  if (year > lastKnownYear()) throw new Refusal("premium-not-published", { year, last: lastKnownYear() });
  // Refuses the years before the first ceiling.
  inForce(`pension.plci.maximum.${kind}`, firstDayOfYear(year));
  const counted = basis === "contribution" ? income : revalue(income, year);
  const right = category === undefined ? undefined : mayContribute(category, year, counted);
  const who = () => [incomeLine(counted, year, basis), ...(right?.way() ?? [])];
  if (right?.value === false) return { value: 0, way: () => [...who(), step("plci-none", {}, "L2002 42")] };
  const premium = premiumOn(counted, year, kind);
  const minimum = figureInForce(`pension.plci.minimum.${kind}`, firstDayOfYear(year));
  return {
    value: Math.max(premium, minimum),
    way: () => [
      ...who(),
      capLine(year),
      premiumLine(premium, year, kind),
      ...(premium < minimum ? [minimumLine(minimum, year, kind)] : []),
    ],
  };
}

function incomeLine(counted: Cents, year: number, basis: IncomeBasis): Line {
  const facts = { amount: { cents: counted } };
  if (basis === "contribution") return step("plci-income", facts, "L2002 44 §2");
  return step("plci-revalued", facts, "L2002 44 §2", { figures: figuresOn(REVALUATION_INDICES, firstDayOfYear(year)) });
}

function capLine(year: number): Line {
  const figures = figuresOn([CEILING, NUMERATOR, DENOMINATOR], firstDayOfYear(year));
  return step("plci-cap", { amount: { cents: incomeCap(year) } }, CAP_ARTICLE, { figures });
}

function premiumLine(premium: Cents, year: number, kind: PremiumKind): Line {
  const figures = figuresOn([`pension.plci.rate.${kind}`], firstDayOfYear(year));
  const facts = { rate: { rate: figures[0]!.value! / RATE_UNIT }, amount: { cents: premium } };
  return step("plci-premium", facts, "L2002 44 §2/3", { figures });
}

function minimumLine(minimum: Cents, year: number, kind: PremiumKind): Line {
  const figures = figuresOn([`pension.plci.minimum.${kind}`], firstDayOfYear(year));
  return step("plci-minimum", { amount: { cents: minimum } }, CAP_ARTICLE, { figures });
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

/** What decides the premium of a year: rate × the least of income × divisor and cap, and the least premium. */
export function premiumLaw(year: number, kind: PremiumKind) {
  if (year > lastKnownYear()) throw new Refusal("premium-not-published", { year, last: lastKnownYear() });
  const { on, ceiling, numerator, denominator } = capOf(year);
  inForce(`pension.plci.maximum.${kind}`, on);
  return {
    rate: figureInForce(`pension.plci.rate.${kind}`, on),
    cap: ceiling * numerator,
    divisor: denominator,
    minimum: figureInForce(`pension.plci.minimum.${kind}`, on),
  };
}

/** The income above which the premium does not rise, rounded to be shown. */
function incomeCap(year: number): Cents {
  const { ceiling, numerator, denominator } = capOf(year);
  return divideHalfUp(ceiling * numerator, denominator);
}

function capOf(year: number) {
  const on = firstDayOfYear(year);
  return {
    on,
    ceiling: figureInForce(CEILING, on),
    numerator: figureInForce(NUMERATOR, on),
    denominator: figureInForce(DENOMINATOR, on),
  };
}
