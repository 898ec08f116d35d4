import Decimal from "decimal.js";
import { type DatedValue, type ParameterId, series } from "../../parameters";
import { day, type Day } from "../calendar";
import { figureInForce } from "../figures";
import { type Cents, divideHalfUp } from "../money";

const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });

/** Law of 02/08/1971, article 4 §1: an amount tied to pivot 103.14 follows 1.02 to the power of the rank, four decimals. */
interface ByCoefficient {
  readonly base: ParameterId;
  /** Half of the amount before it is rounded. */
  readonly half?: true;
}

/** Royal decree no 38, article 18bis §5, and royal decree of 27/09/2015, article 4 §1: base × pivot in force / pivot of the base. */
interface ByPivots {
  readonly base: ParameterId;
  readonly pivots: ParameterId;
  /** A day on which the pivot of the base was in force. */
  readonly baseDay: Day;
}

/** Half of another amount once that is rounded. */
interface HalfOf {
  readonly halfOf: IndexedAmount;
}

type IndexRule = ByCoefficient | ByPivots | HalfOf;

const COEFFICIENT = "benefits.index.coefficient";
/** Rank of the first coefficient held; each later value is one rank more. */
const FIRST_RANK = 16;

const SICKNESS = {
  "with-dependants": { base: "benefits.base.sickness.with-dependants" },
  isolated: { base: "benefits.base.sickness.isolated" },
} as const;
const BIRTH_LEAVE = { pivots: "benefits.index.pivot-base-2013", baseDay: day(2021, 9, 1) } as const;

/** The amounts that follow the index, each by its own rule. The two methods give different cents: never swap them. */
const RULES = {
  "benefits.sickness.with-dependants": SICKNESS["with-dependants"],
  "benefits.sickness.isolated": SICKNESS.isolated,
  "benefits.sickness.cohabitant": { base: "benefits.base.sickness.cohabitant" },
  "benefits.invalidity.with-dependants": SICKNESS["with-dependants"],
  "benefits.invalidity.isolated": SICKNESS.isolated,
  "benefits.invalidity.cohabitant": { base: "benefits.base.sickness.cohabitant" },
  "benefits.invalidity-assimilated.with-dependants": SICKNESS["with-dependants"],
  "benefits.invalidity-assimilated.isolated": SICKNESS.isolated,
  "benefits.invalidity-assimilated.cohabitant": { base: "benefits.base.invalidity-assimilated.cohabitant" },
  "benefits.third-party-aid": { base: "benefits.base.third-party-aid" },
  "benefits.catch-up-prime": { base: "benefits.base.catch-up-prime" },
  "benefits.maternity.weeks-1-4": { base: "benefits.base.maternity.weeks-1-4" },
  "benefits.maternity.from-week-5": { base: "benefits.base.maternity.from-week-5" },
  "benefits.maternity.half.weeks-1-4": { base: "benefits.base.maternity.weeks-1-4", half: true },
  "benefits.maternity.half.from-week-5": { base: "benefits.base.maternity.from-week-5", half: true },
  "benefits.adoption": { base: "benefits.base.adoption-foster" },
  "benefits.foster": { base: "benefits.base.adoption-foster" },
  "benefits.birth-leave.day": { base: "benefits.base.birth-leave", ...BIRTH_LEAVE },
  "benefits.birth-leave.half-day": { halfOf: "benefits.birth-leave.day" },
  "benefits.bereavement": { base: "benefits.base.bereavement", ...BIRTH_LEAVE },
  "benefits.caregiver.full": {
    base: "benefits.base.caregiver",
    pivots: "benefits.index.pivot-base-1996",
    baseDay: day(2020, 3, 1),
  },
  "benefits.caregiver.half": { halfOf: "benefits.caregiver.full" },
} as const satisfies Partial<Record<ParameterId, unknown>>;

type IndexedAmount = keyof typeof RULES;

export const isIndexed = (id: ParameterId): id is IndexedAmount => id in RULES;

/** An amount some index steps after the last one held, its base unchanged. */
export function projected(id: IndexedAmount, indexSteps: number): Cents {
  const rule: IndexRule = RULES[id];
  if ("halfOf" in rule) return cents(new Exact(projected(rule.halfOf, indexSteps)).div(200));
  if ("pivots" in rule) {
    const basePivot = figureInForce(rule.pivots, rule.baseDay);
    return cents(lastKnownFigure(rule.base).times(lastPivot(rule.pivots, indexSteps)).div(basePivot));
  }
  const week = lastKnownFigure(rule.base).times(coefficient(lastRank() + indexSteps));
  return cents(rule.half ? week.div(2) : week);
}

const cents = (euro: Decimal): Cents => euro.times(100).toDecimalPlaces(0).toNumber();

/** The last value of a series that is a figure. */
export const lastKnown = (id: ParameterId): DatedValue => series(id).findLast(({ value }) => value !== null)!;

function lastKnownFigure(id: ParameterId): Decimal {
  const { value, decimals } = lastKnown(id);
  return new Exact(value!).div(10 ** decimals);
}

const lastRank = (): number => FIRST_RANK + series(COEFFICIENT).filter(({ value }) => value !== null).length - 1;

const coefficient = (rank: number): Decimal => new Exact("1.02").pow(rank).toDecimalPlaces(4);

/** Article 2: each pivot is the one before × 1.02, rounded to two decimals; here in hundredths. */
function lastPivot(id: ParameterId, indexSteps: number): number {
  let pivot = lastKnown(id).value!;
  for (let step = 0; step < indexSteps; step += 1) pivot = divideHalfUp(pivot * 102, 100);
  return pivot;
}
