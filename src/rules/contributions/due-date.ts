import { civilDate, day, type Day, lastDay, quarter, type Quarter, quarterOf, type QuarterOfYear } from "../calendar";
import { Refusal } from "../refusal";
import { type Answer, type Line, step } from "../trace";
import { requireSystem } from "./law";

/** The text of article 44 §2 is held from here on. */
const RESPITE_SINCE = day(2016, 7, 29);

/** The respite is for the quarter of the start and the next one. */
const RESPITE_QUARTERS = 2;

/** Who begins: the first day of the activity, and the days on which the notice was sent and a fund was joined, where they are known. */
interface Beginning {
  readonly start?: Day | undefined;
  readonly noticeSent?: Day | undefined;
  readonly affiliated?: Day | undefined;
}

/** Royal decree of 19/12/1967, article 42: the last day of the quarter, weekend or not. Open-ended: later years answer too. */
export function dueDate(year: number, quarterOfYear: QuarterOfYear, beginning: Beginning = {}): Answer<Day> {
  const q = quarter(year, quarterOfYear);
  requireBeginning(q, beginning);
  requireSystem(year);
  const ordinary = { day: lastDay(q), line: step("due-date", { day: { day: lastDay(q) } }, "AR67 42") };
  const respite = respiteOf(q, beginning);
  return {
    value: Math.max(ordinary.day, respite?.day ?? 0),
    way: () => [ordinary.line, ...(respite ? [respite.line] : [])],
  };
}

function requireBeginning(q: Quarter, { start, noticeSent, affiliated }: Beginning): void {
  if (start !== undefined) {
    if (q < quarterOf(start))
      throw new Refusal("quarter-before-start", { quarter: { quarter: q }, start: { day: start } });
    return;
  }
  const argument = noticeSent !== undefined ? "noticeSent" : affiliated !== undefined ? "affiliated" : undefined;
  if (argument !== undefined) throw new Refusal("argument-needs-start", { argument, other: "start" });
}

/**
 * Article 44 §2: in the first two quarters of whoever joined a fund before the start, no surcharge before the end of the quarter after the
 * one in which the notice was sent. A notice without a day counts as sent in the quarter itself (article 42).
 */
function respiteOf(q: Quarter, { start, noticeSent, affiliated }: Beginning): { day?: Day; line: Line } | undefined {
  if (start === undefined || q >= quarterOf(start) + RESPITE_QUARTERS) return undefined;
  if (start < RESPITE_SINCE)
    throw new Refusal("respite-not-held", { start: { day: start }, since: { day: RESPITE_SINCE } });
  const article = "AR67 44 §2";
  if (affiliated !== undefined && affiliated >= start)
    return { line: step("due-date-affiliated-late", { affiliated: { day: affiliated } }, article) };
  const until = lastDay((noticeSent === undefined ? q : quarterOf(noticeSent)) + 1);
  if (noticeSent === undefined)
    return { day: until, line: step("due-date-respite-assumed", { day: { day: until } }, article) };
  return { day: until, line: step("due-date-respite", { sent: { day: noticeSent }, day: { day: until } }, article) };
}

/** Article 44 §3: a supplement is due on the last day of the quarter after the one in which its statement was sent. */
export function settlementDueDate(sent: Day): Answer<Day> {
  requireSystem(civilDate(sent).year);
  const value = lastDay(quarterOf(sent) + 1);
  return { value, way: () => [step("settlement-due", { sent: { day: sent }, day: { day: value } }, "AR67 44 §3")] };
}
