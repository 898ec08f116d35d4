import { occupation, optionalBetween, optionalDate, optionalNonNegativeAmount } from "../functions/cells";
import type { Fact } from "../rules/refusal";
import { otherOccupationStatus } from "../rules/status";
import type { Arguments, Explainer } from "./explainer";
import { type Line, line, traced } from "./lines";

// The most that the function takes.
const FULLEST_TIME = 1.5;
const DAYS_OF_YEAR = 366;
const MONTHS_OF_YEAR = 12;

const RESULTS = {
  complementary: "status-complementary",
  "article-37": "status-article-37",
  principal: "status-principal",
} as const;

function statusLines(of: Arguments): Line[] {
  const date = optionalDate("date", of["date"]);
  const { status, article, conditions } = otherOccupationStatus({
    occupation: occupation("occupation", of["occupation"]),
    workShare: optionalBetween("workShare", of["workShare"], 0, FULLEST_TIME),
    daysPerYear: optionalBetween("daysPerYear", of["daysPerYear"], 0, DAYS_OF_YEAR),
    monthsPerYear: optionalBetween("monthsPerYear", of["monthsPerYear"], 0, MONTHS_OF_YEAR),
    replacementIncome: optionalNonNegativeAmount("replacementIncome", of["replacementIncome"]),
    date,
  });
  const judged = conditions.map((one) => {
    // A minimum pension is that of 1 January.
    const on = one.facts["day"] as Extract<Fact, { day: number }> | undefined;
    return traced(one, on?.day ?? date, { met: one.met });
  });
  return [...judged, line(RESULTS[status], {}, article)];
}

export const status: Readonly<Record<string, Explainer>> = {
  "INASTI.STATUS": { result: "plain", lines: statusLines },
};
