import { civilDate, day, type Day, lastDayOfMonth } from "../calendar";
import { figureInForce, inForce } from "../figures";
import { Refusal } from "../refusal";
import { line, type TraceLine } from "../trace";

interface CompanyDueDate {
  readonly due: Day;
  readonly trace: readonly TraceLine[];
}

/** Last day to pay; later for a company created in the year, or made subject to non-residents' tax in it. No shift for weekends. */
export function companyDueDate(year: number, created?: Day): CompanyDueDate {
  if (created !== undefined && civilDate(created).year > year)
    throw new Refusal("company-created-later", { created: { day: created }, year });
  const fixed = fixedDueDate(year);
  if (created === undefined || civilDate(created).year < year) return { due: fixed.due, trace: [fixed.line] };
  const months = "company.due-date.months-after-creation";
  const later = lastDayOfMonth(created, figureInForce(months, day(year, 1, 1)));
  const due = Math.max(fixed.due, later);
  const facts = { created: { day: created }, due: { day: later } };
  return { due, trace: [fixed.line, line("company-due-created", facts, fixed.line.article, months)] };
}

function fixedDueDate(year: number): { due: Day; line: TraceLine } {
  const id = "company.due-date";
  const { text, source } = inForce(id, day(year, 1, 1));
  const [month, dayOfMonth] = text!.split("-").map(Number);
  const due = day(year, month!, dayOfMonth!);
  return { due, line: line("company-due", { due: { day: due } }, source.article.replace("art.", "L92"), id) };
}
