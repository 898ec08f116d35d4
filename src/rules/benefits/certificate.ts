import { dated } from "../../parameters";
import { day, type Day } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { isWorkingDay, isWorkingDayOrSaturday } from "../holidays";
import { type Line, step } from "../trace";

const DAYS_TO_SEND = "benefits.sickness.certificate-days";
const POSTMARK_DAYS = "benefits.sickness.certificate-postmark-working-days";
export const DAYS_BACK = "benefits.sickness.signature-days-back";

/** Spells that began on these days count from their first day, whenever the certificate was signed. */
const SUSPENDED = { from: day(2020, 3, 1), to: day(2021, 9, 30) };

/** Article 58 §2: a spell is recognised at the earliest some days before the signature. No such text is held before July 2019. */
export function firstRecognisedDay(start: Day, signed: Day): Day {
  const daysBack = dated(DAYS_BACK, start)?.value;
  if (daysBack == null || (SUSPENDED.from <= start && start <= SUSPENDED.to)) return start;
  return Math.max(start, signed - daysBack);
}

/** What a late certificate is late for; nothing before the first text that is held. */
export function certificateLines(start: Day): Line[] {
  if (dated(POSTMARK_DAYS, start) === undefined) return [];
  const deadline = certificateDeadline(start);
  const facts = { deadline: { day: deadline }, postmark: { day: latestPostmark(start, deadline) } };
  return [step("certificate-deadline", facts, "AR71 54", { figures: figuresOn([DAYS_TO_SEND, POSTMARK_DAYS], start) })];
}

/** Articles 54 and 57: the last day to send the certificate of incapacity; a day off moves it to the next working day. */
const certificateDeadline = (start: Day): Day => next(isWorkingDay, start + figureInForce(DAYS_TO_SEND, start));

/** Article 57: a certificate signed in time may still be posted some working days later, Saturdays among them. */
function latestPostmark(start: Day, deadline: Day): Day {
  let last = deadline;
  const days = figureInForce(POSTMARK_DAYS, start);
  for (let count = 0; count < days; count += 1) last = next(isWorkingDayOrSaturday, last + 1);
  return last;
}

function next(isOpen: (serial: Day) => boolean, from: Day): Day {
  let serial = from;
  while (!isOpen(serial)) serial += 1;
  return serial;
}
