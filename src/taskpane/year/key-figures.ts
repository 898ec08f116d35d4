import type { Parameters } from "../../host/host";
import type { DatedValue, ParameterId, Unit } from "../../parameters";
import { day, quarter } from "../../rules/calendar";
import {
  type Category,
  contribution,
  LAST_YEAR,
  type QuarterRule,
  quarterRule,
  type Sureness,
} from "../../rules/contributions";
import { inForce } from "../../rules/figures";
import { type Cents, LARGEST_AMOUNT } from "../../rules/money";
import { attempt, Refusal } from "../../rules/refusal";

/** A figure of the law, as the data have it. */
interface StatedFigure {
  readonly key: ParameterId;
  readonly value: number;
  readonly unit: Unit;
  readonly confidence: Sureness;
  /** The entry of the data that it is, or from which it is projected. */
  readonly stated: DatedValue;
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

type Question = (parameters: Parameters) => KeyFigure;

const stated =
  (key: ParameterId): Question =>
  (parameters) => {
    const entry = inForce(key, day(Math.min(parameters.year, LAST_YEAR), 12, 31));
    const { value, confidence } = lawOf(parameters).figure(key);
    return { key, value, unit: entry.unit, confidence, stated: entry };
  };

/** The law of the last quarter of the year, the one whose figures are shown. */
const lawOf = (parameters: Parameters) => ruleOf("principal", parameters).law;

const ruleOf = (category: Category, { year, indexation }: Parameters): QuarterRule =>
  quarterRule({ category, quarter: quarter(year, 4), indexation: indexation ?? undefined });

/** The contribution on an income in that quarter. */
const calculated =
  (key: CalculatedFigure["key"], category: Category, income: (parameters: Parameters) => Cents): Question =>
  (parameters) => {
    const rule = ruleOf(category, parameters);
    const cents = income(parameters);
    return { key, cents: contribution(cents, rule), article: articleAt(cents, rule) };
  };

const articleAt = (income: Cents, { scale }: QuarterRule): string =>
  scale.findLast(({ from }) => from <= income)!.band.article;

const nothing = (): Cents => 0;
const highest = (): Cents => LARGEST_AMOUNT;
const at =
  (id: ParameterId) =>
  (parameters: Parameters): Cents =>
    lawOf(parameters).figure(id).value;

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
export function keyFigures(parameters: Parameters): FigureGroup[] {
  return Object.entries(GROUPS)
    .map(([key, questions]) => ({ key, figures: questions.flatMap((question) => answerOf(question, parameters)) }))
    .filter(({ figures }) => figures.length > 0);
}

function answerOf(question: Question, parameters: Parameters): KeyFigure[] {
  const answer = attempt(() => question(parameters));
  return answer instanceof Refusal ? [] : [answer];
}
