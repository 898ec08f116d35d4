import { statusQuestion } from "../functions/questions";
import type { Fact } from "../rules/refusal";
import { otherOccupationStatus } from "../rules/status";
import type { Arguments, Explainer } from "./explainer";
import { type Line, line, traced } from "./lines";

const RESULTS = {
  complementary: "status-complementary",
  "article-37": "status-article-37",
  principal: "status-principal",
} as const;

function statusLines(of: Arguments): Line[] {
  const question = statusQuestion(of);
  const { status, article, conditions } = otherOccupationStatus(question);
  const judged = conditions.map((one) => {
    // A minimum pension is that of 1 January.
    const on = one.facts["day"] as Extract<Fact, { day: number }> | undefined;
    return traced(one, on?.day ?? question.date, { met: one.met });
  });
  return [...judged, line(RESULTS[status], {}, article)];
}

export const status: Readonly<Record<string, Explainer>> = {
  "INASTI.STATUS": { result: "plain", lines: statusLines },
};
