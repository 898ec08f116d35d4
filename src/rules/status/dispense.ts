import { type ParameterId, series } from "../../parameters";
import { type Day, firstDay, type Quarter, quarterOf } from "../calendar";
import type { Category } from "../contributions";
import { figureInForce, figuresOn } from "../figures";
import { Refusal } from "../refusal";
import { type Answer, type Line, partOf, step } from "../trace";
import { monthsFrom, type Period } from "./period";

export const DISPENSE_KINDS = ["provisional", "settlement"] as const;
export type DispenseKind = (typeof DISPENSE_KINDS)[number];

export interface DispenseQuestion {
  readonly kind: DispenseKind;
  /** A day of the quarter of a provisional contribution; the day on which the statement of a settlement was sent. */
  readonly date: Day;
  /** First day of the activity. */
  readonly start?: Day | undefined;
  readonly category?: Category | undefined;
}

const ARTICLE = "AR67 50ter/1";
const LEAST_QUARTERS = "status.dispense.min-quarters";
const STARTER_QUARTERS = "status.dispense.starter-quarters";
const MONTHS = "contributions.dispense.window-months";

/** First day to ask for a dispense. */
export const dispenseFrom = (question: DispenseQuestion): Answer<Day> =>
  partOf(dispenseWindow(question), ({ from }) => from);

/** Last day to ask for it. */
export const dispenseUntil = (question: DispenseQuestion): Answer<Day> =>
  partOf(dispenseWindow(question), ({ lastDay }) => lastDay);

/** Article 17 of royal decree no 38, for the procedure before INASTI, which begins in 2019. */
function dispenseWindow(question: DispenseQuestion): Answer<Period> {
  const { date, start, category } = question;
  if (category === "complementary") throw new Refusal("dispense-complementary");
  if (start !== undefined && quarterOf(date) < quarterOf(start))
    throw new Refusal("date-before", { argument: "date", given: { day: date }, other: "start", limit: { day: start } });
  const { value: opens, way } = opening(question);
  const from = firstDay(opens);
  const months = figureInForce(MONTHS, from);
  const value = monthsFrom(from, months);
  const facts = { months, from: { day: from }, last: { day: value.lastDay } };
  return {
    value,
    way: () => [
      ...way(),
      step("dispense-window", facts, ARTICLE, { figures: figuresOn([MONTHS], from) }),
      step("dispense-claimed", {}, "AR38 17 §1"),
      step("dispense-admissible", { least: ruleOf(LEAST_QUARTERS, from) }, "AR38 17", {
        figures: figuresOn([LEAST_QUARTERS], from),
      }),
      ...categoryLines(question),
    ],
  };
}

/** The quarter from which the request can be made: the next one, but a starter's first quarters wait until enough have gone by. */
function opening({ kind, date, start }: DispenseQuestion): Answer<Quarter> {
  const [of, first] = [quarterOf(date), start === undefined ? -Infinity : quarterOf(start)];
  const on = firstDay(of + 1);
  if (kind === "settlement") return opens(of + 1, "dispense-after-statement", { sent: { day: date } });
  if (of >= first + ruleOf(STARTER_QUARTERS, on)) return opens(of + 1, "dispense-after-quarter");
  const least = ruleOf(LEAST_QUARTERS, on);
  return opens(first + least, "dispense-starter", { least }, [LEAST_QUARTERS, STARTER_QUARTERS]);
}

const opens = (
  quarter: Quarter,
  key: string,
  facts: Line["facts"] = {},
  ids: readonly ParameterId[] = [],
): Answer<Quarter> => ({
  value: quarter,
  way: () => [step(key, { ...facts, quarter: { quarter } }, ARTICLE, { figures: figuresOn(ids, firstDay(quarter)) })],
});

/** The rule on a day, or the first one: a quarter of before 2019 may have its window in 2019. */
const ruleOf = (id: ParameterId, on: Day): number => figureInForce(id, Math.max(on, series(id)[0]!.from));

/** Categories that pay as a principal activity only from some income on. */
const AS_PRINCIPAL_FROM: Partial<Record<Category, ParameterId>> = {
  student: "contributions.principal.minimum-income",
  "article-37": "contributions.article-37.ceiling",
  "article-37-mandate": "contributions.article-37.political-mandate-ceiling",
};

function categoryLines({ kind, date, category }: DispenseQuestion): Line[] {
  if (category === "spouse-mini") return [step("dispense-mini", {}, "AR38 17")];
  const id = category === undefined ? undefined : AS_PRINCIPAL_FROM[category];
  if (id === undefined) return [];
  // A settlement is of another year than its statement.
  const figures = kind === "settlement" ? [] : figuresOn([id], date);
  return [step("dispense-as-principal", { parameter: id }, "AR38 17", { figures })];
}
