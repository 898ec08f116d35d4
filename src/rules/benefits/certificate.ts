import { day, type Day } from "../calendar";
import { figureInForce } from "../figures";
import { isWorkingDay, isWorkingDayOrSaturday } from "../holidays";

/** Spells that began on these days count from their first day, whenever the certificate was signed. */
const SUSPENDED = { from: day(2020, 3, 1), to: day(2021, 9, 30) };

/** Articles 54 and 57: the last day to send the certificate of incapacity; a day off moves it to the next working day. */
export const certificateDeadline = (start: Day): Day =>
  next(isWorkingDay, start + figureInForce("benefits.sickness.certificate-days", start));

/** Article 57: a certificate signed in time may still be posted some working days later, Saturdays among them. */
export function latestPostmark(start: Day): Day {
  let last = certificateDeadline(start);
  const days = figureInForce("benefits.sickness.certificate-postmark-working-days", start);
  for (let count = 0; count < days; count += 1) last = next(isWorkingDayOrSaturday, last + 1);
  return last;
}

function next(isOpen: (serial: Day) => boolean, from: Day): Day {
  let serial = from;
  while (!isOpen(serial)) serial += 1;
  return serial;
}

/** Article 58 §2: a spell is recognised at the earliest some days before the signature. A prolongation keeps its first day. */
export function firstRecognisedDay(start: Day, signature: Day, prolongation: boolean): Day {
  const suspended = SUSPENDED.from <= start && start <= SUSPENDED.to;
  if (prolongation || suspended) return start;
  return Math.max(start, signature - figureInForce("benefits.sickness.signature-days-back", start));
}
