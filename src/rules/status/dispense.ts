import { type Day, firstDay, type Quarter, quarterOf } from "../calendar";
import { figureInForce } from "../figures";
import { monthsFrom, type Period } from "./period";

/** Article 17 of royal decree no 38: when the dispense of a provisional contribution can be asked; `first` is the first quarter of subjection. */
export function provisionalDispense(quarter: Quarter, first?: Quarter): Period {
  return windowFrom(first !== undefined && startsWith(quarter, first) ? fifth(first) : quarter + 1);
}

/** The dispense of a regularisation, by the day on which its statement was sent. */
export const regularisationDispense = (statementSent: Day): Period => windowFrom(quarterOf(statementSent) + 1);

/** The first quarters wait for the quarters of subjection that a request needs. */
function startsWith(quarter: Quarter, first: Quarter): boolean {
  return quarter >= first && quarter < first + figureInForce("status.dispense.starter-quarters", firstDay(quarter));
}

const fifth = (first: Quarter): Quarter => first + figureInForce("status.dispense.min-quarters", firstDay(first));

function windowFrom(quarter: Quarter): Period {
  const from = firstDay(quarter);
  return monthsFrom(from, figureInForce("contributions.dispense.window-months", from));
}
