import { type Day, firstDayOfMonth, lastDayOfMonth } from "../calendar";
import { figureInForce } from "../figures";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { type Answer, step } from "../trace";
import { benefit, type PaidUnit, paidUnits } from "./benefit";

/** 1: the activity stops; 0.5: it goes on for at most half. */
export const SHARES = [1, 0.5] as const;
export type Share = (typeof SHARES)[number];

const DECREE = "AR 27/09/2015";

/** Article 4 §1: the first month that is paid, by the effective first day of the interruption. */
const firstMonth = (interruption: Day): Day =>
  interruption === firstDayOfMonth(interruption) ? interruption : firstDayOfMonth(interruption, 1);

interface CaregiverQuestion {
  /** Effective first day of the interruption. */
  readonly start: Day;
  readonly months: number;
  readonly share?: Share | undefined;
  /** Months paid on earlier requests. */
  readonly monthsUsed?: number | undefined;
  readonly indexSteps?: number | undefined;
}

/** Royal decree of 27/09/2015, articles 2 and 4: gross allowance of months in a row, each at the amount of its first day. */
export function caregiver(question: CaregiverQuestion): Answer<Cents> {
  const { start, months, share = 1, monthsUsed = 0, indexSteps } = question;
  checkMonths(start, months, monthsUsed);
  const first = firstMonth(start);
  const units = Array.from({ length: months }, (_, index) => paidMonth(firstDayOfMonth(first, index), share));
  const readings = () => (monthsUsed > 0 ? [step("half-months-count-whole", {}, `${DECREE} 2 §3`)] : []);
  return benefit(paidUnits(units, indexSteps), readings);
}

function checkMonths(start: Day, months: number, monthsUsed: number): void {
  const ofRequest = figureInForce("benefits.caregiver.max-months-request", start);
  const ofCareer = figureInForce("benefits.caregiver.max-months-career", start);
  if (monthsUsed < 0 || monthsUsed > ofCareer)
    throw new Refusal("out-of-range", { argument: "monthsUsed", given: monthsUsed, least: 0, most: ofCareer });
  if (months < 1 || months > ofRequest) throw new Refusal("caregiver-too-long", { given: months, ofRequest, ofCareer });
  if (months + monthsUsed > ofCareer)
    throw new Refusal("caregiver-used-up", { given: months, left: ofCareer - monthsUsed, ofCareer });
}

const paidMonth = (from: Day, share: Share): PaidUnit => ({
  step: share === 1 ? "caregiver-month" : "caregiver-half-month",
  article: `${DECREE} 4 §1`,
  parameter: share === 1 ? "benefits.caregiver.full" : "benefits.caregiver.half",
  from,
  to: lastDayOfMonth(from),
});
