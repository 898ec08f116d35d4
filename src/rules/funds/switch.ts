import { coverage, type ParameterId, series } from "../../parameters";
import { addMonths, civilDate, type Day, firstDay, firstDayOfYear, quarterOf } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { Refusal } from "../refusal";
import { type Answer, type Line, partOf, step } from "../trace";

export const SWITCH_KINDS = ["person", "company", "spouse"] as const;
export type SwitchKind = (typeof SWITCH_KINDS)[number];

export interface SwitchQuestion {
  /** Start of the affiliation, or its declaration where that came late; after a change the 1 January of the change. */
  readonly since: Day;
  /** The day from which the request can still be made; absent = at any time. */
  readonly asOf?: Day | undefined;
  readonly kind: SwitchKind;
  /** Nothing claimed and payable remains due on the day of the change. */
  readonly upToDate: boolean;
  /** Calendar year of the legal pension age. */
  readonly pensionAgeYear?: number | undefined;
  /** Calendar year in which an early pension is obtained. */
  readonly earlyPensionYear?: number | undefined;
}

interface FundSwitch {
  /** Always a 1 January. */
  readonly change: Day;
  /** Last day on which the new fund can ask for it. */
  readonly request: Day;
}

/** First possible change of fund. */
export const fundChange = (question: SwitchQuestion): Answer<Day> =>
  partOf(fundSwitch(question), ({ change }) => change);

/** Last day to ask for it. */
export const fundChangeRequest = (question: SwitchQuestion): Answer<Day> =>
  partOf(fundSwitch(question), ({ request }) => request);

/** Article 10 of the royal decree of 19/12/1967 for persons, article 90 of the law of 30/12/1992 for companies. */
function fundSwitch(question: SwitchQuestion): Answer<FundSwitch> {
  const { kind, asOf, upToDate } = question;
  // The conditions of an assisting spouse are judged in the helped person alone.
  if (kind === "spouse") throw new Refusal("switch-spouse");
  const affiliated = kind === "company" ? afterContributionYears(question) : afterYears(question);
  const bounds = asOf === undefined ? [affiliated] : [affiliated, afterRequest(asOf, kind)];
  const year = Math.max(...bounds.map(({ value }) => value));
  const change = firstDayOfYear(year);
  const last = kind === "company" ? undefined : lastBeforePension(question);
  if (last !== undefined && change > last)
    throw new Refusal("switch-after-pension", { day: { day: change }, last: { day: last } });
  if (!upToDate) throw new Refusal("switch-debts", { day: { day: change } });
  const value = { change, request: requestDay(year, asOf) };
  return {
    value,
    way: () => [
      ...bounds.flatMap(({ way }) => way()),
      ...(last === undefined ? [] : [step("switch-pension", { last: { day: last } }, "AR67 10 §1")]),
      resultLine(value, kind, asOf),
    ],
  };
}

const NOTICE = "funds.switch.notice-months";

function resultLine({ change, request }: FundSwitch, kind: "person" | "company", asOf: Day | undefined): Line {
  const facts = { day: { day: change }, request: { day: request } };
  const article = kind === "company" ? "L92 90" : "AR67 10";
  return step("switch-result", facts, article, { figures: figuresOn([NOTICE], asOf) });
}

/** The years of a person are complete on the 1 January of the change; they run from the first day of a quarter. */
function afterYears({ since, asOf }: SwitchQuestion): Answer<number> {
  const id = "funds.switch.years.person";
  const clock = firstDay(quarterOf(since));
  const { year, month } = civilDate(clock);
  const years = ruleOf(id, asOf);
  const first = year + years + (month === 1 ? 0 : 1);
  const facts = { clock: { day: clock }, years, year: first };
  return { value: first, way: () => [step("switch-years", facts, "AR67 10 §1", { figures: figuresOn([id], asOf) })] };
}

/** A company counts contribution years. No text says whether the year of creation counts after its first three months. */
function afterContributionYears({ since, asOf }: SwitchQuestion): Answer<number> {
  const id = "funds.switch.years.company";
  const { year, month } = civilDate(since);
  const years = ruleOf(id, asOf);
  const first = year + years;
  if (month > 3)
    throw new Refusal("switch-company-open", {
      first: { day: firstDayOfYear(first) },
      second: { day: firstDayOfYear(first + 1) },
    });
  const facts = { clock: { day: firstDayOfYear(year) }, years, year: first };
  return { value: first, way: () => [step("switch-years", facts, "L92 90", { figures: figuresOn([id], asOf) })] };
}

/** The first year whose request is still open. */
function afterRequest(asOf: Day, kind: "person" | "company"): Answer<number> {
  const next = civilDate(asOf).year + 1;
  const year = asOf <= requestDay(next, asOf) ? next : next + 1;
  const article = kind === "company" ? "L92 90" : "AR67 10 §2";
  const facts = { asOf: { day: asOf }, year };
  return { value: year, way: () => [step("switch-request", facts, article, { figures: figuresOn([NOTICE], asOf) })] };
}

/** The day before the notice starts to run. */
const requestDay = (year: number, asOf: Day | undefined): Day =>
  addMonths(firstDayOfYear(year), -ruleOf(NOTICE, asOf)) - 1;

/** No change any more in the year of the legal pension age, nor after the year in which an early pension is obtained. */
function lastBeforePension({ pensionAgeYear, earlyPensionYear }: SwitchQuestion): Day | undefined {
  if (pensionAgeYear === undefined && earlyPensionYear === undefined) return undefined;
  const years = [pensionAgeYear === undefined ? Infinity : pensionAgeYear - 1, earlyPensionYear ?? Infinity];
  return firstDayOfYear(Math.min(...years));
}

/** The rule on the day asked from, else the latest one known. The held figures begin with the reform of 2015; the rule is older. */
function ruleOf(id: ParameterId, asOf: Day = coverage.contributions.to): number {
  return figureInForce(id, Math.max(asOf, series(id)[0]!.from));
}
