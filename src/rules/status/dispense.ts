import { type Day, firstDay, type Quarter, quarterOf } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Answer, type Line, step } from "../trace";
import { monthsFrom, type Period } from "./period";

const ARTICLE = "AR67 50ter/1";
const LEAST_QUARTERS = "status.dispense.min-quarters";
const STARTER_QUARTERS = "status.dispense.starter-quarters";
const MONTHS = "contributions.dispense.window-months";

/** Article 17 of royal decree no 38: when the dispense of a provisional contribution can be asked; `first` is the first quarter of subjection. */
export const provisionalDispense = (quarter: Quarter, first?: Quarter): Answer<Period> =>
  first !== undefined && startsWith(quarter, first)
    ? starterDispense(first)
    : windowFrom(quarter + 1, (opens) => step("dispense-after-quarter", opens, ARTICLE));

/** The dispense of a regularisation, by the day on which its statement was sent. */
export const regularisationDispense = (statementSent: Day): Answer<Period> =>
  windowFrom(quarterOf(statementSent) + 1, (opens) =>
    step("dispense-after-statement", { ...opens, sent: { day: statementSent } }, ARTICLE),
  );

/** The first quarters wait for the quarters of subjection that a request needs. */
function startsWith(quarter: Quarter, first: Quarter): boolean {
  return quarter >= first && quarter < first + figureInForce(STARTER_QUARTERS, firstDay(quarter));
}

function starterDispense(first: Quarter): Answer<Period> {
  const on = firstDay(first);
  const least = figureInForce(LEAST_QUARTERS, on);
  const figures = () => figuresOn([LEAST_QUARTERS, STARTER_QUARTERS], on);
  return windowFrom(first + least, (opens) =>
    step("dispense-starter", { ...opens, least }, "AR38 17", { figures: figures() }),
  );
}

function windowFrom(
  quarter: Quarter,
  opening: (opens: { readonly quarter: { readonly quarter: Quarter } }) => Line,
): Answer<Period> {
  const from = firstDay(quarter);
  const months = figureInForce(MONTHS, from);
  const value = monthsFrom(from, months);
  const facts = { months, from: { day: from }, last: { day: value.lastDay } };
  return {
    value,
    way: () => [
      opening({ quarter: { quarter } }),
      step("dispense-window", facts, ARTICLE, { figures: figuresOn([MONTHS], from) }),
    ],
  };
}
