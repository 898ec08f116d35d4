import { figureInForce, figuresOn } from "../figures";
import { step } from "../trace";
import { answer, type Condition, ground, principal, type Situation, type StatusAnswer } from "./answer";
import { ruleDay } from "./law";

const ARTICLE = "AR67 37 §1";
const DISABILITY = "status.article-37.disability";

/** Rights in another capacity: a request opens the regime while the income stays below the ceiling of the year. */
export const onRequest = (conditions: readonly Condition[]): StatusAnswer => answer("article-37", ARTICLE, conditions);

/** Marriage (cohabitation is not enough), a survivor's pension or transition allowance, a political mandate with its own, lower ceiling. */
export const rightsStatus = ({ occupation }: Situation): StatusAnswer =>
  onRequest([ground(`on-request-${occupation}`, ARTICLE)]);

/** A recognised disability opens the regime from the third quarter of 2023. */
export function disabilityStatus({ date }: Situation): StatusAnswer {
  const on = ruleDay(DISABILITY, date);
  const met = figureInForce(DISABILITY, on) === 1;
  const recognised: Condition = {
    value: met,
    way: () => [step("on-request-disability", {}, ARTICLE, { figures: figuresOn([DISABILITY], on), met })],
  };
  return met ? onRequest([recognised]) : principal([recognised]);
}
