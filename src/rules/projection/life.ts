import { type Quarter, yearOf } from "../calendar";
import {
  AFTER_SICKNESS,
  annualisedIncome,
  type Category,
  finalQuarter,
  type Indexation,
  isPrimostarterQuarter,
  paysFlatBase,
  provisionalQuarter,
  provisionalRule,
  type QuarterRule,
  ruleOf,
  starterYear,
} from "../contributions";
import { feeOn, type FundOrRate } from "../funds";
import type { Cents } from "../money";
import { attempt, Refusal } from "../refusal";
import type { Answer } from "../trace";
import { type Attempt, figure, remembered } from "./attempt";
import type { YearlyIncomes } from "./incomes";
import { type CareerChange, isCareerWord, type Stretch, Timeline } from "./timeline";

export interface CareerQuestion {
  readonly career: readonly CareerChange[];
  readonly indexation?: Indexation | undefined;
  readonly fund?: FundOrRate | undefined;
}

const NOTHING: Answer<Cents> = { value: 0, way: () => [] };

/** A life with its incomes: what each of its quarters owes. */
export class Life {
  readonly timeline: Timeline;

  constructor(
    readonly incomes: YearlyIncomes,
    private readonly question: CareerQuestion,
    end: Quarter,
  ) {
    this.timeline = new Timeline(question.career, end);
  }

  /** What is due on the year's own income. */
  readonly final = remembered((q: Quarter) =>
    attempt(() => {
      const rule = figure(this.rule(q));
      return rule === undefined ? NOTHING : finalQuarter(this.wholeYearIncome(yearOf(q)), rule);
    }),
  );

  /** What is paid meanwhile. */
  readonly provisional = remembered((q: Quarter) =>
    attempt(() => {
      const rule = figure(this.rule(q));
      if (rule === undefined) return NOTHING;
      const year = yearOf(q);
      const estimate = this.incomes.estimateOf(year);
      const expected = estimate === undefined ? {} : { estimate: this.ofWholeYear(estimate, year) };
      if (!this.readsIncomeN3(q)) return provisionalQuarter(provisionalRule(rule, true, 4), expected);
      const incomeN3 = this.incomes.of(year - 3);
      return provisionalQuarter(provisionalRule(rule, false, this.divisor(year - 3)), { incomeN3, ...expected });
    }),
  );

  /** The fund's fee on the contribution of a quarter. */
  fee(contribution: Attempt, q: Quarter): Attempt {
    return attempt(() => feeOn(figure(contribution), yearOf(q), this.question.fund));
  }

  /** The year's own income brought to four quarters; that of a helped person stays as it is. */
  wholeYearIncome(year: number): Cents {
    return this.ofWholeYear(this.incomes.of(year), year);
  }

  private ofWholeYear(income: Cents, year: number): Cents {
    return annualisedIncome(income, this.divisor(year));
  }

  /** The quarters that an income of the year is spread over. */
  private divisor(year: number): number {
    const counting = this.timeline.ofYear(year);
    const paying = counting.filter(({ status }) => !isCareerWord(status));
    const mini = paying.filter(({ status }) => status === "spouse-mini").length;
    if (mini === 0) return counting.length === 0 ? 4 : counting.length;
    if (mini < paying.length) throw new Refusal("career-two-incomes", { year });
    return 4;
  }

  /** The rule of a quarter for the income of a whole year, so that it counts four quarters; none where nothing is due. */
  readonly rule = remembered((q: Quarter): Attempt<QuarterRule | undefined> =>
    attempt(() => {
      const stretch = this.timeline.at(q);
      return stretch && !isCareerWord(stretch.status) ? this.ruleIn(q, stretch.status, stretch) : undefined;
    }),
  );

  private ruleIn(q: Quarter, category: Category, { start, primostarterSince }: Stretch): QuarterRule {
    const standing = { rank: q - primostarterSince, starterYear: starterYear(q, start, this.isReferenceYear) };
    const rule = ruleOf({ category, quarter: q, quarters: 4, standing, indexation: this.question.indexation });
    if (isPrimostarterQuarter(category, rule.law, standing)) this.requirePrimostarter(primostarterSince, rule);
    return rule;
  }

  private requirePrimostarter(first: Quarter, rule: QuarterRule): void {
    if (rule.category !== AFTER_SICKNESS) this.requireNotPrincipalBefore(first, rule);
    else if (!this.timeline.isAfterSickness(first))
      throw new Refusal("career-no-sickness", { first: { quarter: first } });
  }

  /** Article 12 §1bis, paragraph 2: in the quarters before the first one. Before the first row nothing is told. */
  private requireNotPrincipalBefore(first: Quarter, { law }: QuarterRule): void {
    const count = law.count("contributions.primostarter.lookback-quarters");
    for (let q = first - count; q < first; q++)
      if (this.timeline.isPrincipal(q))
        throw new Refusal("career-no-primostarter", { first: { quarter: first }, before: { quarter: q }, count });
  }

  /**
   * Whether a quarter is paid on the income of year N-3, not on a starter's base. The mini statute rests on the helped person's start, which
   * a career does not tell: never flat.
   */
  readsIncomeN3(q: Quarter): boolean {
    const stretch = this.timeline.at(q);
    if (stretch === undefined || isCareerWord(stretch.status)) return false;
    return stretch.status === "spouse-mini" || !paysFlatBase(q, stretch.start, this.isReferenceYear);
  }

  private readonly isReferenceYear = (year: number): boolean => this.timeline.isReferenceYear(year);
}

/** The contribution, or why there is none. */
export const amountOf = (owed: Attempt<Answer<Cents>>): Attempt => (owed instanceof Refusal ? owed : owed.value);
