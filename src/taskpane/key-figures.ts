import type { DatedValue, ParameterId } from "../parameters";
import { day, firstDay, quarter } from "../rules/calendar";
import { type Category, contribution, type QuarterRule, quarterRule } from "../rules/contributions";
import { inForce } from "../rules/figures";
import { type Cents, LARGEST_AMOUNT } from "../rules/money";
import { attempt, Refusal } from "../rules/refusal";

/** A figure of the law, as the data have it. */
interface StatedFigure {
  readonly key: ParameterId;
  readonly stated: DatedValue & { readonly value: number };
}

/** A contribution of one quarter that follows from the figures. */
interface CalculatedFigure {
  readonly key: "minimum-quarter" | "maximum-quarter" | "threshold-quarter";
  readonly cents: Cents;
  readonly article: string;
}

export type KeyFigure = StatedFigure | CalculatedFigure;

interface FigureGroup {
  readonly key: string;
  readonly figures: readonly KeyFigure[];
}

type Question = (year: number) => KeyFigure;

const stated =
  (key: ParameterId): Question =>
  (year) => {
    const figure = inForce(key, day(year, 12, 31));
    return { key, stated: { ...figure, value: figure.value! } };
  };

/** The contribution on an income in the last quarter of the year, the one whose figures are shown. */
const calculated =
  (key: CalculatedFigure["key"], category: Category, income: (year: number) => Cents): Question =>
  (year) => {
    const rule = quarterRule({ category, quarter: quarter(year, 4) });
    const cents = income(year);
    return { key, cents: contribution(cents, rule), article: articleAt(cents, rule) };
  };

const articleAt = (income: Cents, { scale }: QuarterRule): string =>
  scale.findLast(({ from }) => from <= income)!.band.article;

const nothing = (): Cents => 0;
const highest = (): Cents => LARGEST_AMOUNT;
const at =
  (id: ParameterId) =>
  (year: number): Cents =>
    inForce(id, firstDay(quarter(year, 4))).value!;

const GROUPS: Record<string, readonly Question[]> = {
  principal: [
    stated("contributions.principal.minimum-income"),
    calculated("minimum-quarter", "principal", nothing),
    calculated("maximum-quarter", "principal", highest),
  ],
  scale: [
    stated("contributions.rate.bracket1"),
    stated("contributions.bracket1.ceiling"),
    stated("contributions.rate.bracket2"),
    stated("contributions.bracket2.ceiling"),
  ],
  complementary: [
    stated("contributions.complementary.threshold"),
    calculated("threshold-quarter", "complementary", at("contributions.complementary.threshold")),
    stated("contributions.article-37.ceiling"),
  ],
  starter: [
    stated("contributions.primostarter.minimum-income"),
    calculated("minimum-quarter", "primostarter", nothing),
    stated("contributions.primostarter.first-quarter-reduction"),
  ],
  student: [stated("contributions.student.lower-threshold"), stated("contributions.student.upper-threshold")],
  spouse: [stated("contributions.spouse-maxi.minimum-income"), calculated("minimum-quarter", "spouse-maxi", nothing)],
  pensioner: [
    stated("contributions.pensioner.threshold"),
    calculated("threshold-quarter", "pensioner", at("contributions.pensioner.threshold")),
    stated("contributions.pensioner.rate.bracket1"),
  ],
};

/** The key figures in force at the end of a year; what the law of that year does not have is left out. */
export function keyFigures(year: number): FigureGroup[] {
  return Object.entries(GROUPS)
    .map(([key, questions]) => ({ key, figures: questions.flatMap((question) => answerOf(question, year)) }))
    .filter(({ figures }) => figures.length > 0);
}

function answerOf(question: Question, year: number): KeyFigure[] {
  const answer = attempt(() => question(year));
  return answer instanceof Refusal ? [] : [answer];
}
