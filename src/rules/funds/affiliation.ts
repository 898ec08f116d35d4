import { addMonths, type Day } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import type { Cents } from "../money";
import { type Answer, type Line, step } from "../trace";

interface Affiliation {
  readonly earliest: Day;
  readonly last: Day;
  /** Fine for each infringement, when it comes too late. */
  readonly fine: { readonly least: Cents; readonly most: Cents };
}

const EARLIEST = "funds.affiliation.earliest-months";
const LEAST = "contributions.affiliation-fine.minimum";
const MOST = "contributions.affiliation-fine.maximum";
const NOTICE = "funds.affiliation.notice-days";

/** Articles 10 and 17bis of royal decree no 38: the affiliation comes before the start. */
export function affiliation(start: Day): Answer<Affiliation> {
  const months = figureInForce(EARLIEST, start);
  const value = {
    earliest: addMonths(start, -months),
    last: start - 1,
    fine: { least: figureInForce(LEAST, start), most: figureInForce(MOST, start) },
  };
  return { value, way: () => affiliationLines(value, months, start) };
}

function affiliationLines({ earliest, last, fine: { least, most } }: Affiliation, months: number, on: Day): Line[] {
  const fine = { least: { cents: least }, most: { cents: most } };
  return [
    step("affiliation-earliest", { months, day: { day: earliest } }, "AR67 6", { figures: figuresOn([EARLIEST], on) }),
    step("affiliation-last", { day: { day: last } }, "AR38 10 §1"),
    step("affiliation-fine", fine, "AR38 17bis §1", { figures: figuresOn([LEAST, MOST], on) }),
  ];
}

/** Last day to choose a fund after a notice of INASTI; the National Auxiliary Fund takes who has not. */
export function lastDayToChoose(noticeSent: Day): Answer<Day> {
  const days = figureInForce(NOTICE, noticeSent);
  const last = noticeSent + days;
  const facts = { days, day: { day: last } };
  return {
    value: last,
    way: () => [step("affiliation-notice", facts, "AR67 9", { figures: figuresOn([NOTICE], noticeSent) })],
  };
}
