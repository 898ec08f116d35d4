import { coverage, type ParameterId, series } from "../../parameters";
import { addMonths, civilDate, day, type Day, firstDay, quarterOf } from "../calendar";
import { figureInForce } from "../figures";
import { Refusal } from "../refusal";
import { line, type TraceLine } from "../trace";

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

export interface FundSwitch {
  /** Always a 1 January. */
  readonly change: Day;
  /** Last day on which the new fund can ask for it. */
  readonly request: Day;
  readonly trace: readonly TraceLine[];
}

/** First possible change of fund: article 10 of the royal decree of 19/12/1967 for persons, article 90 of the law of 30/12/1992 for companies. */
export function fundSwitch(question: SwitchQuestion): FundSwitch {
  const { kind, asOf, upToDate } = question;
  // The conditions of an assisting spouse are judged in the helped person alone.
  if (kind === "spouse") throw new Refusal("switch-spouse");
  const affiliated = kind === "company" ? afterContributionYears(question) : afterYears(question);
  const requested = asOf === undefined ? undefined : afterRequest(asOf, kind);
  const year = Math.max(affiliated.year, requested?.year ?? affiliated.year);
  const pension = kind === "company" ? [] : beforePension(year, question);
  if (!upToDate) throw new Refusal("switch-debts", { day: { day: day(year, 1, 1) } });
  const change = day(year, 1, 1);
  const request = requestDay(year, asOf);
  const outcome = line("switch-result", { day: { day: change }, request: { day: request } }, ARTICLE[kind], NOTICE);
  return { change, request, trace: [affiliated.line, ...(requested ? [requested.line] : []), ...pension, outcome] };
}

const ARTICLE = { person: "AR67 10", company: "L92 90" } as const;
const NOTICE: ParameterId = "funds.switch.notice-months";

interface YearBound {
  readonly year: number;
  readonly line: TraceLine;
}

/** The years of a person are complete on the 1 January of the change; they run from the first day of a quarter. */
function afterYears({ since, asOf }: SwitchQuestion): YearBound {
  const id = "funds.switch.years.person";
  const clock = firstDay(quarterOf(since));
  const { year, month } = civilDate(clock);
  const years = ruleOf(id, asOf);
  const first = year + years + (month === 1 ? 0 : 1);
  return { year: first, line: line("switch-years", { clock: { day: clock }, years, year: first }, "AR67 10 §1", id) };
}

/** A company counts contribution years. No text says whether the year of creation counts after its first three months. */
function afterContributionYears({ since, asOf }: SwitchQuestion): YearBound {
  const id = "funds.switch.years.company";
  const { year, month } = civilDate(since);
  const years = ruleOf(id, asOf);
  const first = year + years;
  if (month > 3)
    throw new Refusal("switch-company-open", {
      first: { day: day(first, 1, 1) },
      second: { day: day(first + 1, 1, 1) },
    });
  return {
    year: first,
    line: line("switch-years", { clock: { day: day(year, 1, 1) }, years, year: first }, "L92 90", id),
  };
}

/** The first year whose request is still open. */
function afterRequest(asOf: Day, kind: "person" | "company"): YearBound {
  const next = civilDate(asOf).year + 1;
  const year = asOf <= requestDay(next, asOf) ? next : next + 1;
  const article = kind === "company" ? "L92 90" : "AR67 10 §2";
  return { year, line: line("switch-request", { asOf: { day: asOf }, year }, article, NOTICE) };
}

/** The day before the notice starts to run. */
const requestDay = (year: number, asOf: Day | undefined): Day => addMonths(day(year, 1, 1), -ruleOf(NOTICE, asOf)) - 1;

/** No change any more in the year of the legal pension age, nor after the year in which an early pension is obtained. */
function beforePension(year: number, { pensionAgeYear, earlyPensionYear }: SwitchQuestion): TraceLine[] {
  const limits = [
    ...(pensionAgeYear === undefined ? [] : [pensionAgeYear - 1]),
    ...(earlyPensionYear === undefined ? [] : [earlyPensionYear]),
  ];
  if (limits.length === 0) return [];
  const last = { day: day(Math.min(...limits), 1, 1) };
  if (year > Math.min(...limits)) throw new Refusal("switch-after-pension", { day: { day: day(year, 1, 1) }, last });
  return [line("switch-pension", { last }, "AR67 10 §1")];
}

/** The rule on the day asked from, else the latest one known. The held figures begin with the reform of 2015; the rule is older. */
function ruleOf(id: ParameterId, asOf: Day = coverage.contributions.to): number {
  return figureInForce(id, Math.max(asOf, series(id)[0]!.from));
}
