import type { ParameterId } from "../../parameters";
import { figureInForce } from "../figures";
import { condition, type Condition, line } from "../trace";
import { principal, type Situation, type StatusAnswer } from "./answer";
import { ruleDay } from "./law";

const ARTICLE = "AR67 37 §1";
const DISABILITY: ParameterId = "status.article-37.disability";

/** Rights in another capacity: a request opens the regime while the income stays below the ceiling of the year. */
export const onRequest = (
  conditions: readonly Condition[],
  category: "article-37" | "article-37-mandate" = "article-37",
): StatusAnswer => ({ status: "article-37", category, article: ARTICLE, conditions });

/** Marriage (cohabitation is not enough), a survivor's pension or transition allowance, a political mandate with its own, lower ceiling. */
export function rightsStatus({ occupation }: Situation): StatusAnswer {
  const ground = { ...line(`on-request-${occupation}`, {}, ARTICLE), met: true };
  return onRequest([ground], occupation === "political-mandate" ? "article-37-mandate" : "article-37");
}

/** A recognised disability opens the regime from the third quarter of 2023. */
export function disabilityStatus({ date }: Situation): StatusAnswer {
  const open = figureInForce(DISABILITY, ruleDay(DISABILITY, date)) === 1;
  const ground = condition(open, "on-request-disability", {}, ARTICLE, DISABILITY);
  return open ? onRequest([ground]) : principal([ground]);
}
