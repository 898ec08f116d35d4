import type { Day } from "../calendar";
import { figureInForce } from "../figures";
import { amountInForce } from "../indexation";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { type Answer, step } from "../trace";
import { benefit } from "./benefit";

const ARTICLE = "AR 20/12/2006 3";
const WEEK = 7;
/** Several children at once: two weeks more for each parent. */
const SEVERAL_CHILDREN_WEEKS = 2;
/** A disabled child doubles the longest leave, the shared weeks too; not the weeks of several children (a reading). */
const DISABLED_CHILD_FACTOR = 2;

/** Article 3: the weeks of one parent, and those that the parents share or a single one takes. Foster leave has the same. */
const weeksOfOneParent = (start: Day): number =>
  figureInForce("benefits.adoption.weeks", start) + figureInForce("benefits.adoption.extra-weeks", start);

interface AdoptionQuestion {
  readonly start: Day;
  readonly weeks: number;
  /** The weeks that this parent may take according to the insurer. */
  readonly maxWeeks?: number | undefined;
  readonly indexSteps?: number | undefined;
}

/** Royal decree of 20/12/2006, articles 3 and 7: the whole leave at the rate of its first day, unlike maternity rest. */
export function adoption({ start, weeks, maxWeeks, indexSteps }: AdoptionQuestion): Answer<Cents> {
  const ofOneParent = weeksOfOneParent(start);
  const highest = DISABLED_CHILD_FACTOR * ofOneParent + SEVERAL_CHILDREN_WEEKS;
  if (maxWeeks !== undefined && (maxWeeks < 1 || maxWeeks > highest))
    throw new Refusal("out-of-range", { argument: "maxWeeks", given: maxWeeks, least: 1, most: highest });
  const most = maxWeeks ?? ofOneParent;
  if (weeks < 1 || weeks > most) throw new Refusal("adoption-too-long", { given: weeks, most });

  const rate = amountInForce("benefits.adoption", start, indexSteps);
  const kind = { step: "adoption-week", article: "AR 20/12/2006 7" };
  const leave = { ...kind, from: start, to: start + WEEK * weeks - 1, count: weeks, rate };
  return benefit([leave], () => (maxWeeks === undefined ? [] : [step("weeks-by-insurer", {}, ARTICLE)]));
}
