import { addMonths, type Day } from "../calendar";
import { figureInForce } from "../figures";

/** Last day to join a fund of one's choice. */
export const affiliationDeadline = (formed: Day): Day =>
  addMonths(formed, figureInForce("company.affiliation-months", formed));
