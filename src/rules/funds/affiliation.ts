import { addMonths, day, type Day } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { applyFraction, type Cents, RATE_UNIT } from "../money";
import { Refusal } from "../refusal";
import { type Answer, type Line, step } from "../trace";

interface AffiliationRow {
  readonly earliest: Day;
  readonly latest: Day;
  /** "" where nobody says when. */
  readonly inTime: boolean | "";
  /** For each infringement; nothing when it comes in time. */
  readonly fineMinimum: Cents;
  readonly fineMaximum: Cents;
  /** The least with mitigating circumstances. */
  readonly fineMitigated: Cents;
}

/** Since the law of 01/07/2016, article 20: before the start. */
const FIRST_DAY = day(2016, 7, 1);

const EARLIEST = "funds.affiliation.earliest-months";
const LEAST = "contributions.affiliation-fine.minimum";
const MOST = "contributions.affiliation-fine.maximum";
const MITIGATED = "contributions.affiliation-fine.mitigated-share";
const NOTICE = "funds.affiliation.notice-days";

/** Articles 10 and 17bis of royal decree no 38: the affiliation comes before the start. */
export function affiliation(start: Day, affiliated?: Day): Answer<readonly AffiliationRow[]> {
  if (start < FIRST_DAY) throw new Refusal("date-not-covered", { day: { day: start }, first: { day: FIRST_DAY } });
  const months = figureInForce(EARLIEST, start);
  const earliest = addMonths(start, -months);
  if (affiliated !== undefined && affiliated < earliest)
    throw new Refusal("affiliation-too-early", { given: { day: affiliated }, earliest: { day: earliest }, months });
  const inTime = affiliated === undefined ? "" : affiliated < start;
  const row: AffiliationRow = { earliest, latest: start - 1, inTime, ...fines(start, inTime === true) };
  return { value: [row], way: () => affiliationLines(row, start, affiliated) };
}

function fines(on: Day, inTime: boolean): Pick<AffiliationRow, "fineMinimum" | "fineMaximum" | "fineMitigated"> {
  if (inTime) return { fineMinimum: 0, fineMaximum: 0, fineMitigated: 0 };
  const [fineMinimum, fineMaximum] = [figureInForce(LEAST, on), figureInForce(MOST, on)];
  const share = { units: figureInForce(MITIGATED, on), scale: RATE_UNIT };
  return { fineMinimum, fineMaximum, fineMitigated: applyFraction(fineMinimum, share) };
}

function affiliationLines(row: AffiliationRow, start: Day, affiliated: Day | undefined): Line[] {
  const { earliest, latest, inTime } = row;
  const months = figureInForce(EARLIEST, start);
  return [
    step("affiliation-earliest", { months, day: { day: earliest } }, "AR67 6", {
      figures: figuresOn([EARLIEST], start),
    }),
    step("affiliation-last", { day: { day: latest } }, "AR38 10 §1"),
    ...(affiliated === undefined || inTime === ""
      ? []
      : [step("affiliation-on", { day: { day: affiliated } }, "AR38 10 §1", { met: inTime })]),
    ...(inTime === true ? [] : fineLines(row, start)),
  ];
}

function fineLines({ fineMinimum, fineMaximum, fineMitigated }: AffiliationRow, on: Day): Line[] {
  const fine = { least: { cents: fineMinimum }, most: { cents: fineMaximum } };
  const mitigated = {
    share: { rate: figureInForce(MITIGATED, on) / RATE_UNIT },
    amount: { cents: fineMitigated },
  };
  return [
    step("affiliation-fine", fine, "AR38 17bis §1", { figures: figuresOn([LEAST, MOST], on) }),
    step("affiliation-mitigated", mitigated, "AR38 17bis §2", { figures: figuresOn([MITIGATED], on) }),
    step("affiliation-notice", { days: figureInForce(NOTICE, on) }, "AR67 9", { figures: figuresOn([NOTICE], on) }),
  ];
}
