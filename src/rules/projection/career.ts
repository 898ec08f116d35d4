import { quarter, type Quarter, type QuarterOfYear, quarterOfYear, QUARTERS_OF_YEAR, yearOf } from "../calendar";
import type { Sureness } from "../figures";
import {
  annualisedIncome,
  type Category,
  FINAL_ARTICLE,
  finalQuarter,
  type Indexation,
  isPrimostarterQuarter,
  paysFlatBase,
  PROVISIONAL_ARTICLE,
  provisionalContribution,
  provisionalRule,
  type QuarterRule,
  QUARTERS_ARTICLE,
  ruleOf,
  starterYear,
  surenessOfScale,
} from "../contributions";
import { FEE_ARTICLE, feeOn, type FundOrRate } from "../funds";
import type { Cents } from "../money";
import { attempt, Refusal } from "../refusal";
import { type Answer, exactly, type Line, rowsAt, step } from "../trace";
import { type Attempt, attemptLine, figure } from "./attempt";
import type { Incomes } from "./incomes";
import { type CareerChange, type CareerStatus, type Stretch, Timeline } from "./timeline";

export interface CareerQuestion {
  readonly career: readonly CareerChange[];
  readonly indexation?: Indexation | undefined;
  readonly fund?: FundOrRate | undefined;
}

export interface CareerRow {
  readonly year: number;
  readonly quarter: QuarterOfYear;
  readonly category: CareerStatus;
  /** Quarters of subjection in the year. */
  readonly quarters: number;
  /** Absent in a year without activity. */
  readonly annualised?: Attempt;
  readonly provisional: Attempt;
  readonly final: Attempt;
  readonly fee: Attempt;
  readonly total: Attempt;
  /** How sure the figures of the quarter are: a projected one says so. */
  readonly confidence?: Sureness | undefined;
}

/** With the way to the final contribution; absent without activity, or where there is none. */
interface ToldRow extends CareerRow {
  readonly steps?: () => readonly Line[];
}

/** A life that changes, a row a quarter. Mixed years share one count of quarters, each quarter on its own category's scale (article 11 §5). */
export function career(incomes: Incomes, question: CareerQuestion): Answer<readonly CareerRow[]> {
  const timeline = new Timeline(question.career, quarter(incomes.years.at(-1)!, 4));
  const rows = incomes.years.flatMap((year) =>
    QUARTERS_OF_YEAR.map((n) => row(quarter(year, n), timeline, incomes, question)),
  );
  return { value: rows, way: (at) => (at === undefined ? rows.map(totalLine) : rowsAt(rows, at).flatMap(rowLines)) };
}

const quarterOf = ({ year, quarter: n }: CareerRow) => ({ quarter: quarter(year, n) });

const totalLine = (of: CareerRow): Line =>
  attemptLine(
    "career-quarter",
    { quarter: quarterOf(of), status: of.category },
    QUARTERS_ARTICLE,
    of.total,
    (base) => ({
      base,
    }),
  );

/** The lines of a quarter: its final contribution and the fee on it add up. */
function rowLines(of: ToldRow): Line[] {
  const { category: status, quarters, annualised, provisional, final, fee, steps } = of;
  return [
    step("career-status", { quarter: quarterOf(of), status, count: quarters }, QUARTERS_ARTICLE),
    ...(annualised === undefined
      ? []
      : [attemptLine("whole-year", {}, "AR38 11 §5 al. 3", annualised, (base) => ({ base }))]),
    attemptLine("final-of-quarter", {}, FINAL_ARTICLE, final, (cents) => ({
      amount: exactly(cents),
      ...(steps && { steps: steps() }),
    })),
    attemptLine("fee-of-quarter", {}, FEE_ARTICLE, fee, (cents) => ({ amount: exactly(cents) })),
    attemptLine("provisional-of-quarter", {}, PROVISIONAL_ARTICLE, provisional, (base) => ({ base })),
  ];
}

function row(q: Quarter, timeline: Timeline, incomes: Incomes, question: CareerQuestion): ToldRow {
  const year = yearOf(q);
  const stretch = timeline.at(q);
  const quarters = timeline.ofYear(year).length;
  const own = amounts(q, timeline, incomes, question);
  const fee = attempt(() => feeOn(figure(own.final), year, question.fund));
  return {
    year,
    quarter: quarterOfYear(q),
    category: stretch?.status ?? "none",
    quarters,
    ...(quarters > 0 && { annualised: attempt(() => wholeYearIncome(year, timeline, incomes)) }),
    ...own,
    fee,
    total: attempt(() => figure(own.final) + figure(fee)),
  };
}

function amounts(
  q: Quarter,
  timeline: Timeline,
  incomes: Incomes,
  { indexation }: CareerQuestion,
): Pick<ToldRow, "provisional" | "final" | "confidence" | "steps"> {
  const stretch = timeline.at(q);
  if (stretch === undefined || stretch.status === "exempt") return { provisional: 0, final: 0 };
  const category = stretch.status as Category;
  const rule = attempt(() => quarterOfCareer(q, category, stretch, timeline, indexation));
  const final = attempt(() => {
    const inForce = figure(rule);
    return finalQuarter(wholeYearIncome(yearOf(q), timeline, incomes), inForce);
  });
  return {
    provisional: attempt(() => provisional(figure(rule), stretch, timeline, incomes)),
    ...(final instanceof Refusal ? { final } : { final: final.value, steps: final.way }),
    ...(!(rule instanceof Refusal) && { confidence: surenessOfScale(rule.law, rule.scale) }),
  };
}

/** The income handed over is of a whole year already, so the rule counts four quarters. */
function quarterOfCareer(
  q: Quarter,
  category: Category,
  { start, primostarterSince }: Stretch,
  timeline: Timeline,
  indexation?: Indexation,
): QuarterRule {
  const standing = {
    rank: q - primostarterSince,
    starterYear: starterYear(q, start, (year) => timeline.isReferenceYear(year)),
  };
  const rule = ruleOf({ category, quarter: q, quarters: 4, standing, indexation });
  if (isPrimostarterQuarter(category, rule.law, standing)) requireNotPrincipalBefore(primostarterSince, rule, timeline);
  return rule;
}

/** Article 12 §1bis, paragraph 2: in the quarters before the first one. Before the first row nothing is told. */
function requireNotPrincipalBefore(first: Quarter, { law }: QuarterRule, timeline: Timeline): void {
  const count = law.count("contributions.primostarter.lookback-quarters");
  const found = Array.from({ length: count }, (_, index) => first - count + index).find((q) => timeline.isPrincipal(q));
  if (found !== undefined)
    throw new Refusal("career-no-primostarter", { first: { quarter: first }, before: { quarter: found }, count });
}

/** The mini statute rests on the helped person's start, which a career does not tell: never flat. */
function provisional(rule: QuarterRule, { start }: Stretch, timeline: Timeline, incomes: Incomes): Cents {
  const q = rule.law.quarter;
  const starter = rule.category !== "spouse-mini" && paysFlatBase(q, start, (year) => timeline.isReferenceYear(year));
  const of = provisionalRule(rule, starter, 4);
  return provisionalContribution(of, starter ? {} : { incomeN3: wholeYearIncome(yearOf(q) - 3, timeline, incomes) });
}

/** The year's own income brought to four quarters; that of a helped person stays as it is. */
function wholeYearIncome(year: number, timeline: Timeline, incomes: Incomes): Cents {
  const income = incomes.of(year);
  const stretches = timeline.ofYear(year);
  const paying = stretches.filter(({ status }) => status !== "exempt");
  const mini = paying.filter(({ status }) => status === "spouse-mini").length;
  if (mini === 0) return stretches.length === 0 ? income : annualisedIncome(income, stretches.length);
  if (mini < paying.length) throw new Refusal("career-two-incomes", { year });
  return income;
}
