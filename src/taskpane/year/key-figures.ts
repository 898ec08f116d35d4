import type { Parameters } from "../../host/host";
import type { ParameterId } from "../../parameters";
import { quarter } from "../../rules/calendar";
import { type Category, contribution, type Quantity, type QuarterRule, quarterRule } from "../../rules/contributions";
import { type Cents, LARGEST_AMOUNT } from "../../rules/money";
import { attempt, Refusal } from "../../rules/refusal";
import { segmentAt } from "../../rules/scale";

interface StatedFigure {
  readonly key: ParameterId;
  readonly stated: Quantity;
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

type FigureOf = (parameters: Parameters) => KeyFigure;

const stated =
  (key: ParameterId): FigureOf =>
  (parameters) => ({ key, stated: lawOf(parameters).figure(key) });

/** The law of the last quarter of the year, the one whose figures are shown. */
const lawOf = (parameters: Parameters) => ruleOfYear("principal", parameters).law;

const ruleOfYear = (category: Category, { year, indexation }: Parameters): QuarterRule =>
  quarterRule({ category, quarter: quarter(year, 4), indexation: indexation ?? undefined });

/** The contribution on an income in that quarter. */
const calculated =
  (key: CalculatedFigure["key"], category: Category, income: (parameters: Parameters) => Cents): FigureOf =>
  (parameters) => {
    const rule = ruleOfYear(category, parameters);
    const cents = income(parameters);
    return { key, cents: contribution(cents, rule), article: segmentAt(rule.scale, cents).band.article };
  };

const nothing = (): Cents => 0;
const highest = (): Cents => LARGEST_AMOUNT;
const at =
  (id: ParameterId) =>
  (parameters: Parameters): Cents =>
    lawOf(parameters).figure(id).value;

const GROUPS: Record<string, readonly FigureOf[]> = {
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
    .map(([key, figures]) => ({ key, figures: figures.flatMap((figureOf) => known(figureOf, parameters)) }))
    .filter(({ figures }) => figures.length > 0);
}

function known(figureOf: FigureOf, parameters: Parameters): KeyFigure[] {
  const figure = attempt(() => figureOf(parameters));
  return figure instanceof Refusal ? [] : [figure];
}
