import {
  type Day,
  firstDay,
  quarter,
  type Quarter,
  quarterOf,
  quarterOfYear,
  QUARTERS_OF_YEAR,
  yearOf,
} from "../calendar";
import {
  annualisedIncome,
  type Category,
  contribution,
  type Indexation,
  isPrimostarter,
  isPrimostarterQuarter,
  paysFlatBase,
  provisionalContribution,
  provisionalRule,
  type QuarterRule,
  ruleOf,
  starterYear,
  type Sureness,
  surenessOfScale,
} from "../contributions";
import type { Cents } from "../money";
import { attempt, Refusal } from "../refusal";
import { type Answer, figure } from "./answer";
import type { Incomes } from "./incomes";

/** A category, a stop, or a time without contribution. */
export type CareerStatus = Category | "none" | "exempt";

export interface CareerChange {
  readonly from: Day;
  readonly status: CareerStatus;
}

const isSpouse = (status: CareerStatus): boolean => status === "spouse-maxi" || status === "spouse-mini";

/**
 * The quarter from which a change holds. A stop, a change to complementary and one to assisting spouse wait for the next quarter unless
 * they fall on a first day (AR38 15 §2; AR67 39 §1, 39bis §2); every other change takes the quarter of the event (AR67 39 §2).
 */
export function holdsFrom({ from, status }: CareerChange, before: CareerStatus): Quarter {
  const q = quarterOf(from);
  const resumes = before === "none" || before === "exempt";
  const waits =
    status === "none" || (!resumes && (status === "complementary" || (isSpouse(status) && !isSpouse(before))));
  return waits && from !== firstDay(q) ? q + 1 : q;
}

/** One quarter of a life. */
interface Stretch {
  readonly status: CareerStatus;
  /** The category, also while exempt. */
  readonly category?: Category | undefined;
  /** First quarter of the present run of activity. */
  readonly start: Quarter;
  /** First quarter of the present primostarter time; exempt quarters belong to it. */
  readonly primostarterSince: Quarter;
}

/** A life quarter by quarter. */
class Timeline {
  private readonly stretches = new Map<Quarter, Stretch>();

  constructor(changes: readonly CareerChange[], end: Quarter) {
    const dated = changes.map((change, index) => ({
      ...change,
      holds: holdsFrom(change, changes[index - 1]?.status ?? "none"),
    }));
    let current: Stretch | undefined;
    let last: CareerChange | undefined;
    for (let q = Math.min(end + 1, ...dated.map(({ holds }) => holds)); q <= end; q++) {
      // Of two changes that meet in a quarter the later row rules.
      const change = dated.findLast(({ holds }) => holds <= q)!;
      if (change !== last) current = next(current, change.status, q);
      last = change;
      if (current) this.stretches.set(q, current);
    }
  }

  /** Nothing for a quarter without activity. */
  at(q: Quarter): Stretch | undefined {
    return this.stretches.get(q);
  }

  ofYear(year: number): Stretch[] {
    return QUARTERS_OF_YEAR.flatMap((n) => this.at(quarter(year, n)) ?? []);
  }

  /** Whether a quarter shows an activity that is principal in the sense of article 12 §1bis, as far as the rows tell. */
  isPrincipal(q: Quarter): boolean {
    const category = this.at(q)?.category;
    return category !== undefined && PRINCIPAL.has(category);
  }

  /** A year with an income of one's own, to which later provisional contributions can refer. */
  isReferenceYear(year: number): boolean {
    return this.ofYear(year).some(({ category }) => category !== undefined && category !== "spouse-mini");
  }
}

/** Article 12 §1bis, paragraph 2: who was one of these in the quarters before, article 37 included, is no primostarter. */
const PRINCIPAL: ReadonlySet<Category> = new Set([
  "principal",
  "primostarter",
  "primostarter-artist",
  "spouse-maxi",
  "article-37",
  "article-37-mandate",
]);

/** What a change makes of the run of activity. Leaving the mini statute for another category is a start (AR67 38). */
function next(current: Stretch | undefined, status: CareerStatus, q: Quarter): Stretch | undefined {
  if (status === "none") return undefined;
  const category = status === "exempt" ? current?.category : status;
  const starts = current === undefined || (current.category === "spouse-mini" && category !== "spouse-mini");
  return {
    status,
    category,
    start: starts ? q : current.start,
    primostarterSince: isPrimostarter(current?.category) ? current!.primostarterSince : q,
  };
}

export interface CareerQuestion {
  readonly changes: readonly CareerChange[];
  readonly indexation?: Indexation | undefined;
  readonly fee: (contribution: Cents, year: number) => Cents;
}

export interface CareerRow {
  readonly year: number;
  readonly quarter: number;
  readonly status: CareerStatus;
  /** Quarters of subjection in the year. */
  readonly quarters: number;
  /** Absent in a year without activity. */
  readonly annualised?: Answer;
  readonly provisional: Answer;
  readonly final: Answer;
  readonly fee: Answer;
  readonly total: Answer;
  /** How sure the figures of the quarter are: a projected one says so. */
  readonly confidence?: Sureness | undefined;
  /** The law of the quarter's final contribution; absent without activity, or where there is none. */
  readonly rule?: QuarterRule | undefined;
}

/** A life that changes, a row a quarter. Mixed years share one count of quarters, each quarter on its own category's scale (article 11 §5). */
export function career(incomes: Incomes, question: CareerQuestion): CareerRow[] {
  const { changes } = question;
  requireOrder(changes);
  const timeline = new Timeline(changes, quarter(incomes.years.at(-1)!, 4));
  return incomes.years.flatMap((year) =>
    QUARTERS_OF_YEAR.map((n) => row(quarter(year, n), timeline, incomes, question)),
  );
}

/** Dates rise, and an exempt time interrupts an activity: it is neither a first row nor one after a stop. */
function requireOrder(changes: readonly CareerChange[]): void {
  changes.forEach(({ from, status }, index) => {
    const before = changes[index - 1];
    if (before && from <= before.from) throw new Refusal("career-not-rising");
    if (status === "exempt" && (before === undefined || before.status === "none"))
      throw new Refusal("career-exempt-without-activity", { day: { day: from } });
  });
}

function row(q: Quarter, timeline: Timeline, incomes: Incomes, question: CareerQuestion): CareerRow {
  const year = yearOf(q);
  const stretch = timeline.at(q);
  const quarters = timeline.ofYear(year).length;
  const { provisional, final, confidence, rule } = amounts(q, timeline, incomes, question);
  const fee = attempt(() => question.fee(figure(final), year));
  return {
    year,
    quarter: quarterOfYear(q),
    status: stretch?.status ?? "none",
    quarters,
    ...(quarters > 0 && { annualised: attempt(() => wholeYearIncome(year, timeline, incomes)) }),
    provisional,
    final,
    fee,
    total: attempt(() => figure(final) + figure(fee)),
    confidence,
    rule,
  };
}

function amounts(
  q: Quarter,
  timeline: Timeline,
  incomes: Incomes,
  { indexation }: CareerQuestion,
): Pick<CareerRow, "provisional" | "final" | "confidence" | "rule"> {
  const stretch = timeline.at(q);
  if (stretch === undefined || stretch.status === "exempt") return { provisional: 0, final: 0 };
  const category = stretch.status as Category;
  const rule = attempt(() => quarterOfCareer(q, category, stretch, timeline, indexation));
  return {
    provisional: attempt(() => provisional(figure(rule), stretch, timeline, incomes)),
    final: attempt(() => {
      const inForce = figure(rule);
      return contribution(wholeYearIncome(yearOf(q), timeline, incomes), inForce);
    }),
    ...(!(rule instanceof Refusal) && { confidence: surenessOfScale(rule.law, rule.scale), rule }),
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
