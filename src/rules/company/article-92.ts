import { civilDate, day, type Day, firstDayOfYear, lastDayOfMonth } from "../calendar";
import { figureInForce, figuresOn, inForce } from "../figures";
import { Refusal } from "../refusal";
import { type Answer, type Line, step } from "../trace";
import { affiliationLine } from "./article-89";

const DATE = "company.due-date";
const MONTHS = "company.due-date.months-after-creation";

/** Last day to pay; later for a company created in the year, or made subject to non-residents' tax in it. No shift for weekends. */
export function companyDueDate(year: number, created?: Day): Answer<Day> {
  if (created !== undefined && civilDate(created).year > year)
    throw new Refusal("company-created-later", { created: { day: created }, year });
  const fixed = fixedDueDate(year);
  if (created === undefined || civilDate(created).year < year) return fixed;
  const later = lastDayOfMonth(created, figureInForce(MONTHS, firstDayOfYear(year)));
  return {
    value: Math.max(fixed.value, later),
    way: () => [...fixed.way(), creationLine(year, created, later), affiliationLine(created)],
  };
}

function fixedDueDate(year: number): Answer<Day> {
  const on = firstDayOfYear(year);
  const [month, dayOfMonth] = inForce(DATE, on).text!.split("-").map(Number);
  const due = day(year, month!, dayOfMonth!);
  const way = () => [step("company-due", { due: { day: due } }, articleOf(year), { figures: figuresOn([DATE], on) })];
  return { value: due, way };
}

function creationLine(year: number, created: Day, due: Day): Line {
  const facts = { created: { day: created }, due: { day: due } };
  return step("company-due-created", facts, articleOf(year), { figures: figuresOn([MONTHS], firstDayOfYear(year)) });
}

/** The date of some years stands in another article than that of the others. */
const articleOf = (year: number): string => inForce(DATE, firstDayOfYear(year)).source.article.replace("art.", "L92");
