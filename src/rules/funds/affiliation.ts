import { addMonths, type Day } from "../calendar";
import { figureInForce } from "../figures";
import type { Cents } from "../money";

interface Affiliation {
  readonly earliest: Day;
  readonly last: Day;
  /** Fine for each infringement, when it comes too late. */
  readonly fine: { readonly least: Cents; readonly most: Cents };
}

/** Articles 10 and 17bis of royal decree no 38: the affiliation comes before the start. */
export function affiliation(start: Day): Affiliation {
  return {
    earliest: addMonths(start, -figureInForce("funds.affiliation.earliest-months", start)),
    last: start - 1,
    fine: {
      least: figureInForce("contributions.affiliation-fine.minimum", start),
      most: figureInForce("contributions.affiliation-fine.maximum", start),
    },
  };
}

/** Last day to choose a fund after a notice of INASTI; the National Auxiliary Fund takes who has not. */
export const lastDayToChoose = (noticeSent: Day): Day =>
  noticeSent + figureInForce("funds.affiliation.notice-days", noticeSent);
