import { onFiguresChange, type ParameterId } from "../../parameters";
import { quarter, type Quarter, type QuarterOfYear, QUARTERS_OF_YEAR, yearOf } from "../calendar";
import { type Cents, divideHalfUp } from "../money";
import { attempt, Refusal } from "../refusal";
import { quarterly, type Scale } from "../scale";
import { article11SpouseMini } from "./article-11";
import {
  article12Paragraph1,
  article12Paragraph1bis,
  article12Paragraph1bisAfterSickness,
  article12Paragraph1bisArtist,
  article12Paragraph1ter,
  article12Paragraph2,
  FIRST_QUARTER_REDUCTION_SINCE,
} from "./article-12";
import { article12bis } from "./article-12bis";
import { sinceStart, starterYear } from "./article-13bis";
import { article13Paragraph1, article13Paragraph4, pensionAge, pensionAgeSpouse } from "./article-13";
import { type Activity, type Outside, outside, quartersOfSubjection } from "./article-15";
import { article37, article37Mandate } from "./article-37";
import { AFTER_SICKNESS, CATEGORIES, type Category, isPrimostarter } from "./category";
import { FIRST_YEAR, type Indexation, lastKnownYear, QuarterLaw } from "./law";
import type { Standing } from "./standing";

const ARTICLES: Record<Category, (law: QuarterLaw, standing: Standing) => Scale> = {
  principal: article12Paragraph1,
  primostarter: article12Paragraph1bis,
  "primostarter-artist": article12Paragraph1bisArtist,
  "primostarter-after-sickness": article12Paragraph1bisAfterSickness,
  complementary: article12Paragraph2,
  "article-37": article37,
  "article-37-mandate": article37Mandate,
  student: article12bis,
  "spouse-maxi": article12Paragraph1ter,
  "spouse-mini": article11SpouseMini,
  pensioner: article13Paragraph1,
  "pension-age": pensionAge,
  "pension-age-opt-out": article13Paragraph4,
  "pension-age-spouse": pensionAgeSpouse,
};

/** One quarter of one person, as far as the law looks at it. */
export interface QuarterCase {
  readonly category: Category;
  readonly quarter: Quarter;
  /** Quarters of subjection in the year; the income is brought to a full year with it (article 11 §3 and §5). */
  readonly quarters: number;
  readonly standing: Standing;
  readonly indexation?: Indexation | undefined;
}

/** Everything that decides a quarter's amount but the income. */
export interface QuarterRule {
  readonly category: Category;
  readonly law: QuarterLaw;
  readonly scale: Scale;
  readonly quarters: number;
  readonly standing: Standing;
  /** Deducted once, from the first quarter of a primostarter. */
  readonly reduction: Cents;
  /** Where the quarter lies outside the activity, so that nothing is due. */
  readonly outside?: Outside;
}

export const FIRST_QUARTER_REDUCTION: ParameterId = "contributions.primostarter.first-quarter-reduction";

/** What holds of a quarter whatever the count of the year. */
type QuarterText = Omit<QuarterRule, "quarters">;

/** Compiled once per case, for a workbook asks the same ones many times. */
const compiled = new Map<string, QuarterText>();
const COMPILED_LIMIT = 2_000;

/** Whether it matters how many quarters ago somebody started: the answers of the others are alike. */
export const countsQuarters = (category: Category): boolean => isPrimostarter(category) || category === "spouse-maxi";

export function ruleOf({ quarters, standing, ...of }: QuarterCase): QuarterRule {
  const { category, quarter: q, indexation } = of;
  const { starterYear } = standing;
  const rank = countsQuarters(category) ? standing.rank : undefined;
  const growth = yearOf(q) > lastKnownYear() ? indexation : undefined;
  const key = [category, q, rank, starterYear, growth].join(" ");
  let text = compiled.get(key);
  if (text === undefined) {
    text = compile({ ...of, standing: { rank, starterYear } });
    if (compiled.size >= COMPILED_LIMIT) compiled.clear();
    compiled.set(key, text);
  }
  const { law, scale, reduction } = text;
  return { category, law, scale, quarters, standing: text.standing, reduction };
}

function compile({ category, quarter: q, standing, indexation }: Omit<QuarterCase, "quarters">): QuarterText {
  const law = QuarterLaw.of(q, indexation);
  const scale = ARTICLES[category](law, standing);
  return { category, law, scale, standing, reduction: reductionOf(category, law, standing) };
}

/** Which quarter, of whom. The activity has one category from its start to its stop. */
export interface QuarterQuestion extends Activity {
  readonly category: Category;
  readonly quarter: Quarter;
  readonly indexation?: Indexation | undefined;
}

export function quarterRule(question: QuarterQuestion): QuarterRule {
  const { category, quarter: q, start, indexation } = question;
  const where = outside(q, question);
  if (where !== undefined) {
    const law = new QuarterLaw(q, indexation);
    return { category, law, scale: [], quarters: 0, standing: {}, reduction: 0, outside: where };
  }
  const quarters = quartersOfSubjection(yearOf(q), question);
  return ruleOf({ category, quarter: q, quarters, standing: standingSince(start, q), indexation });
}

const standingSince = (start: Quarter | undefined, q: Quarter): Standing =>
  start === undefined ? {} : { rank: q - start, starterYear: starterYear(q, start, sinceStart(start)) };

/** Article 12 §1bis, paragraph 2. Paragraph 3 grants the lower minimum again, not the reduction (a reading). */
function reductionOf(category: Category, law: QuarterLaw, { rank }: Standing): Cents {
  const first = rank === 0 && law.quarter >= FIRST_QUARTER_REDUCTION_SINCE;
  return first && isPrimostarter(category) && category !== AFTER_SICKNESS ? law.amount(FIRST_QUARTER_REDUCTION) : 0;
}

export interface YearQuestion extends Omit<QuarterQuestion, "quarter"> {
  readonly year: number;
}

export const inQuarter = ({ year, ...question }: YearQuestion, n: QuarterOfYear): QuarterQuestion => ({
  ...question,
  quarter: quarter(year, n),
});

/** A quarter of a year; without its number the one that stands for all four. */
export interface ContributionQuestion extends YearQuestion {
  readonly quarter?: QuarterOfYear | undefined;
}

export const askedRule = (question: ContributionQuestion): QuarterRule =>
  question.quarter === undefined ? yearRule(question) : quarterRule(inQuarter(question, question.quarter));

/** Shared rules of the plain question, category and year: the one that columns of formulas ask. */
const plain = new Map<Category, QuarterRule[]>(CATEGORIES.map((category) => [category, []]));

onFiguresChange(() => {
  compiled.clear();
  for (const rules of plain.values()) rules.length = 0;
});

/** The rule that the four quarters of a year share; refuses where they differ. */
function yearRule(question: YearQuestion): QuarterRule {
  if (question.start !== undefined || question.stop !== undefined || question.year > lastKnownYear())
    return sharedRule(question);
  const known = plain.get(question.category)!;
  return (known[question.year - FIRST_YEAR] ??= sharedRule(question));
}

const sharedRule = (question: YearQuestion): QuarterRule => sharedBy(question, quarterRule, textOf);

/** All that an amount depends on but the income: quarters agree when this does, whatever an income makes of it. */
const textOf = ({ scale, quarters, reduction, outside: where }: QuarterRule): unknown[] => [
  scale,
  quarters,
  reduction,
  where,
];

/** The rule that the four quarters of a year share. Refuses where they differ, or with their reason where all four refuse. */
export function sharedBy<Rule>(
  question: YearQuestion,
  ruleOfQuarter: (question: QuarterQuestion) => Rule,
  text: (rule: Rule) => unknown[],
): Rule {
  const { year, category } = question;
  const rules = QUARTERS_OF_YEAR.map((n) => attempt(() => ruleOfQuarter(inQuarter(question, n))));
  const found = rules.filter((rule) => !(rule instanceof Refusal)) as Rule[];
  if (found.length === 0) throw rules[0] as Refusal;
  const texts = new Set(found.map((rule) => JSON.stringify(text(rule))));
  if (found.length < rules.length || texts.size > 1) throw new Refusal("quarter-needed", { year, category });
  return found[0]!;
}

/** The income of the year, brought to four quarters. */
export const annualised = (income: Cents, { quarters }: QuarterRule): Cents => annualisedIncome(income, quarters);

/** Article 11 §3, paragraph 4 and §5, paragraph 3: an income of some quarters, brought to four. */
export const annualisedIncome = (income: Cents, quarters: number): Cents => divideHalfUp(income * 4, quarters);

/** The contribution of the quarter on an income. */
export function contribution(income: Cents, rule: QuarterRule): Cents {
  if (rule.outside) return 0;
  return quarterly(rule.scale, annualised(income, rule)) - rule.reduction;
}

/** The sum of the four rounded quarters of a year. */
export function annualContribution(income: Cents, question: YearQuestion): Cents {
  return QUARTERS_OF_YEAR.reduce<Cents>((sum, n) => sum + contribution(income, quarterRule(inQuarter(question, n))), 0);
}
