import { type Confidence, dated, type DatedValue, type ParameterId, series } from "../../parameters";
import { day, type Day } from "../calendar";
import { figureInForce, inForce, lastVerified } from "../figures";
import { type Cents, divideHalfUp } from "../money";
import { Refusal } from "../refusal";

/** The full benefit of a month. */
export interface MonthlyAmount {
  readonly amount: Cents;
  readonly confidence: Confidence | "projection";
  readonly parameters: readonly ParameterId[];
}

/** Article 196 §1 (before 2023: article 10 §1): the amount in force. Index steps always fall on the first of a month. */
export function monthlyAmount(month: Day, dependants: boolean, indexSteps?: number): MonthlyAmount {
  const beneficiary = dependants ? "with-dependants" : "without-dependants";
  const id = `passerelle.amount.${beneficiary}` as const;
  const entry = dated(id, month);
  const verified = series(id).findLast(({ from, value }) => value !== null && from <= month);
  if (entry === undefined || verified === undefined || entry === verified) {
    const { value, confidence } = inForce(id, month);
    return { amount: value!, confidence, parameters: [id] };
  }
  if (entry !== series(id).at(-1)) throw notVerified("amount-unknown", entry, month, verified);
  if (indexSteps === undefined) throw notVerified("amount-not-verified", entry, month, verified);
  return projected(`passerelle.base-amount.${beneficiary}`, indexSteps);
}

function notVerified(
  key: "amount-unknown" | "amount-not-verified",
  { id, note = "" }: DatedValue,
  month: Day,
  verified: DatedValue,
): Refusal {
  return new Refusal(key, { parameter: id, day: { day: month }, ...lastVerified(verified), note });
}

const PIVOTS = "benefits.index.pivot-base-1996";
/** The legal bases are tied to the pivot that was in force on this day. */
const BASE_PIVOT_DAY = day(2020, 3, 1);

/** The last base some index steps after the last pivot known. */
function projected(base: ParameterId, indexSteps: number): MonthlyAmount {
  const amount = lastFigure(base) * pivotAfter(indexSteps);
  return {
    amount: divideHalfUp(amount, figureInForce(PIVOTS, BASE_PIVOT_DAY)),
    confidence: "projection",
    parameters: [base, PIVOTS],
  };
}

const lastFigure = (id: ParameterId): number => series(id).findLast(({ value }) => value !== null)!.value!;

/** Each pivot is the one before × 1.02, rounded to two decimals; in hundredths. */
function pivotAfter(indexSteps: number): number {
  let pivot = lastFigure(PIVOTS);
  for (let step = 0; step < indexSteps; step += 1) pivot = divideHalfUp(pivot * 102, 100);
  return pivot;
}
