import { addMonths, type Day } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Answer, step } from "../trace";

const MONTHS = "company.affiliation-months";

/** Last day to join a fund of one's choice. */
export function affiliationDeadline(formed: Day): Answer<Day> {
  const months = figureInForce(MONTHS, formed);
  const last = addMonths(formed, months);
  const facts = { months, day: { day: last } };
  return {
    value: last,
    way: () => [step("company-affiliation", facts, "L92 89", { figures: figuresOn([MONTHS], formed) })],
  };
}
