import { dated, type ParameterId } from "../../parameters";
import { civilDate, type Day, lastDayOfYear } from "../calendar";
import { citationOf, figureInForce, inForce } from "../figures";
import { type AmountInForce, amountInForce } from "../indexation";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { type Answer, exactly, type Line, step } from "../trace";

/** The household, as the mutual insurer decides it from its income. */
export const FAMILIES = ["with-dependants", "isolated", "cohabitant"] as const;
export type Family = (typeof FAMILIES)[number];

const MATERNITY_VARIANTS = ["weeks-1-4", "from-week-5", "half-weeks-1-4", "half-from-week-5"] as const;

export const VARIANTS = [...FAMILIES, ...MATERNITY_VARIANTS, "day", "half-day", "full", "half"] as const;
export type Variant = (typeof VARIANTS)[number];

interface Amounts {
  readonly variants: Partial<Record<Variant, ParameterId>>;
  readonly otherwise?: Variant;
}

const byFamily = (benefit: "sickness" | "invalidity" | "invalidity-assimilated"): Amounts => ({
  variants: Object.fromEntries(FAMILIES.map((family) => [family, `benefits.${benefit}.${family}`])),
});

/** The amounts of each benefit: one, or one a variant. */
const AMOUNTS = {
  sickness: byFamily("sickness"),
  invalidity: byFamily("invalidity"),
  "invalidity-assimilated": byFamily("invalidity-assimilated"),
  "third-party-aid": "benefits.third-party-aid",
  "catch-up-prime": "benefits.catch-up-prime",
  maternity: {
    variants: {
      "weeks-1-4": "benefits.maternity.weeks-1-4",
      "from-week-5": "benefits.maternity.from-week-5",
      "half-weeks-1-4": "benefits.maternity.half.weeks-1-4",
      "half-from-week-5": "benefits.maternity.half.from-week-5",
    },
  },
  adoption: "benefits.adoption",
  foster: "benefits.foster",
  "birth-leave": {
    variants: { day: "benefits.birth-leave.day", "half-day": "benefits.birth-leave.half-day" },
    otherwise: "day",
  },
  bereavement: "benefits.bereavement",
  caregiver: { variants: { full: "benefits.caregiver.full", half: "benefits.caregiver.half" }, otherwise: "full" },
  "birth-aid": "benefits.birth-aid",
} as const satisfies Record<string, ParameterId | Amounts>;

export type RateBenefit = keyof typeof AMOUNTS;

export const RATE_BENEFITS = Object.keys(AMOUNTS) as RateBenefit[];

/** Those of the mutual that are paid by the day are also told by the month: 26 days. */
const BY_THE_DAY: ReadonlySet<RateBenefit> = new Set([
  "sickness",
  "invalidity",
  "invalidity-assimilated",
  "third-party-aid",
]);
export const RATE_UNITS = ["day", "month"] as const;
export type RateUnit = (typeof RATE_UNITS)[number];
const DAYS_OF_MONTH = "benefits.sickness.days-per-month-display";

interface RateQuestion {
  readonly benefit: RateBenefit;
  readonly day: Day;
  readonly variant?: Variant | undefined;
  readonly indexSteps?: number | undefined;
  readonly unit?: RateUnit | undefined;
}

/** The amount of a benefit in force on a day: of a day, a week, a month, or once. */
export function benefitRate({ benefit, day, variant, indexSteps, unit }: RateQuestion): Answer<Cents> {
  const parameter = parameterOf(benefit, variant, day);
  if (unit !== undefined && !BY_THE_DAY.has(benefit))
    throw new Refusal("argument-superfluous", { argument: "unit", benefit });
  const rate = amountInForce(parameter, day, indexSteps);
  if (unit === "month") return ofMonth(rate, day);
  return { value: rate.amount, way: () => [rateLine(rate, day), ...conditionLines(benefit, day)] };
}

/** Not an amount of the law: a month has 24 to 27 paid days. */
function ofMonth(rate: AmountInForce, day: Day): Answer<Cents> {
  const days = inForce(DAYS_OF_MONTH, day);
  const amount = rate.amount * days.value!;
  const facts = { days: days.value!, rate: { cents: rate.amount }, amount: { cents: amount } };
  const details = { amount: exactly(amount), figures: [rate.figure, days], steps: [rateLine(rate, day)] };
  return { value: amount, way: () => [step("benefit-month", facts, citationOf(days), details)] };
}

/** What an amount that is paid once asks for; who has it is not decided here. */
function conditionLines(benefit: RateBenefit, day: Day): Line[] {
  if (benefit === "birth-aid") {
    const most = figureInForce("benefits.birth-aid.max-half-days", day);
    return [step("birth-aid-conditions", { most }, "AR 15/12/2019 5")];
  }
  if (benefit !== "catch-up-prime") return [];
  const { year } = civilDate(day);
  return [step("catch-up-conditions", { last: { day: lastDayOfYear(year - 1) }, year }, "AR71 12bis")];
}

function rateLine({ amount, figure }: AmountInForce, day: Day): Line {
  const key = figure.confidence === "projection" ? "benefit-amount-projected" : "benefit-amount";
  return step(key, { day: { day } }, citationOf(figure), { amount: exactly(amount), figures: [figure] });
}

function parameterOf(benefit: RateBenefit, variant: Variant | undefined, day: Day): ParameterId {
  const amounts: ParameterId | Amounts = AMOUNTS[benefit];
  if (typeof amounts === "string") {
    if (variant !== undefined) throw new Refusal("argument-superfluous", { argument: "variant", benefit });
    return amounts;
  }
  const chosen = variant ?? amounts.otherwise ?? (benefit === "maternity" ? variantOfAnyWeek(day) : undefined);
  const accepted = { words: Object.keys(amounts.variants), of: "variant" } as const;
  if (chosen === undefined) throw new Refusal("variant-needed", { benefit, accepted });
  const parameter = amounts.variants[chosen];
  if (parameter === undefined) throw new Refusal("unknown-word", { argument: "variant", given: chosen, accepted });
  return parameter;
}

/** Until 2021 every week of maternity rest had one amount, so that the week need not be told. */
function variantOfAnyWeek(day: Day): Variant | undefined {
  const [early, late] = [dated("benefits.maternity.weeks-1-4", day), dated("benefits.maternity.from-week-5", day)];
  return early?.value === late?.value && early?.value !== null ? "weeks-1-4" : undefined;
}
