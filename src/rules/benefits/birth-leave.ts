import { type Day, firstDay, lastDay, lastDayOfMonth, quarter, quarterOf } from "../calendar";
import { figureInForce } from "../figures";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { type Answer, step } from "../trace";
import { benefit, type PaidUnit, paidUnits } from "./benefit";
import { checkOrder } from "./order";

const ARTICLE = "AR38 18bis §5";

/** Births from here on: the application is never due before the leave can end. */
const DEADLINE_AFTER_WINDOW = firstDay(quarter(2020, 1));

/** The leave can be taken from the day of birth to the last day of the fourth calendar month after it (a reading: not from date to date). */
const windowEndOf = (birth: Day): Day =>
  lastDayOfMonth(birth, figureInForce("benefits.birth-leave.window-months", birth));

/** Last day to apply: the end of the quarter after the quarter of birth. */
function deadlineOf(birth: Day): Day {
  const quarterEnd = lastDay(quarterOf(birth) + 1);
  return birth < DEADLINE_AFTER_WINDOW ? quarterEnd : Math.max(quarterEnd, windowEndOf(birth));
}

interface BirthLeaveQuestion {
  readonly birth: Day;
  readonly halfDays: number;
  /** First day of the leave; else the day of birth. */
  readonly from?: Day | undefined;
  readonly indexSteps?: number | undefined;
}

/** Royal decree no 38, article 18bis §5: gross benefit of days of leave in a row, two half days each; an odd one ends them. */
export function birthLeave({ birth, halfDays, from = birth, indexSteps }: BirthLeaveQuestion): Answer<Cents> {
  const most = figureInForce("benefits.birth-leave.max-half-days", birth);
  if (halfDays < 1 || halfDays > most)
    throw new Refusal("out-of-range", { argument: "halfDays", given: halfDays, least: 1, most });
  checkOrder("birth", birth, "from", from);
  const days = Math.ceil(halfDays / 2);
  const [last, windowEnd] = [from + days - 1, windowEndOf(birth)];
  if (last > windowEnd) throw new Refusal("birth-leave-too-late", { given: { day: last }, limit: { day: windowEnd } });

  const units = Array.from({ length: days }, (_, index) => leaveDay(from + index, 2 * index + 1 === halfDays));
  return benefit(paidUnits(units, indexSteps), () => [
    step("birth-window", { last: { day: windowEnd } }, ARTICLE),
    step("birth-application", { last: { day: deadlineOf(birth) } }, "AR 15/12/2019 3"),
  ]);
}

const leaveDay = (day: Day, half: boolean): PaidUnit => ({
  step: half ? "birth-leave-half-day" : "birth-leave-day",
  article: ARTICLE,
  parameter: half ? "benefits.birth-leave.half-day" : "benefits.birth-leave.day",
  from: day,
  to: day,
});
