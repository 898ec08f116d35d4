import { addMonths, type Day } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Line, step } from "../trace";

const MONTHS = "company.affiliation-months";

/** Until when a new company joins a fund of its choice: for information beside its first due date. */
export function affiliationLine(created: Day): Line {
  const months = figureInForce(MONTHS, created);
  const facts = { months, day: { day: addMonths(created, months) } };
  return step("company-affiliation", facts, "L92 89", { figures: figuresOn([MONTHS], created) });
}
