import type Decimal from "decimal.js";
import type { ParameterId } from "./compiled/ids";
import { yearRules } from "./compiled/year-rules";
import { exactly, resultOf, YEARLY_INDEX } from "./formulas";
import type { DatedValue, Day, Source } from "./table";

/** A figure that somebody holds before the data do. It holds on its days, whatever the data say of them. */
export interface OwnFigure {
  readonly id: ParameterId;
  /** Both included. */
  readonly from: Day;
  readonly to: Day;
  /** × 10^decimals of the parameter, a whole number. */
  readonly value: number;
  /** Where it stands, in the words of who typed it. */
  readonly source: string;
  /** Meant to stand in the place of a figure that the data have. */
  readonly correction?: true;
}

interface Period {
  readonly from: Day;
  readonly to: Day;
}

type Series = (id: ParameterId) => readonly DatedValue[];

/** What the data hold of a parameter, with the own figures, and those that follow from them by the statute's formula, in their days. */
export function withOwn(
  id: ParameterId,
  published: Series,
  own: readonly OwnFigure[],
  series: Series,
): readonly DatedValue[] {
  const known = published(id);
  const typed = own.filter((figure) => figure.id === id).map((figure) => valueOf(figure, known));
  const added = [...typed, ...following(id, known, own, typed, series)];
  if (added.length === 0) return known;
  return [...known.flatMap((value) => without(value, added)), ...added].sort((a, b) => a.from - b.from);
}

/** An own figure as a value; its unit is that of the others. */
export function valueOf({ id, from, to, value, source }: OwnFigure, known: readonly DatedValue[]): DatedValue {
  const { decimals, unit } = known[0]!;
  return { id, from, to, value, decimals, unit, confidence: "own", source: statedIn(source) };
}

/** Whoever has it from a page gives its address. */
const statedIn = (source: string): Source => ({
  title: source,
  article: "",
  link: /^https?:\/\/\S+$/.test(source) ? source : "",
});

/** The amounts of a year that rest on an own index. What the data have from a print stands, and so does what prints contradict. */
function following(
  id: ParameterId,
  known: readonly DatedValue[],
  own: readonly OwnFigure[],
  typed: readonly DatedValue[],
  series: Series,
): DatedValue[] {
  const rule = yearRules[id];
  if (rule === undefined) return [];
  const { unit, decimals } = known[0]!;
  const first = "like" in rule ? 0 : rule.from;
  const printed = known.filter(({ confidence }) => confidence !== "derived");
  return own.flatMap((index) => {
    if (index.id !== ("like" in rule ? rule.like : YEARLY_INDEX) || index.to < first) return [];
    const period = { from: Math.max(first, index.from), to: index.to };
    if ([...printed, ...typed].some((value) => meets(value, period))) return [];
    const result = figureOf(() => resultOf(rule.formula, (operand) => during(series(operand), period)));
    if (result === undefined) return [];
    const article = "like" in rule ? "" : (rule.article ?? "");
    return {
      ...{ id, ...period, unit, decimals, confidence: "own" as const, note: `formula/${rule.formula.kind}` },
      value: result
        .times(10 ** decimals)
        .toDecimalPlaces(0)
        .toNumber(),
      source: { ...statedIn(index.source), article },
    };
  });
}

class NoFigure extends Error {}

/** Undefined where a figure that it needs is not there. */
function figureOf(compute: () => Decimal): Decimal | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof NoFigure) return undefined;
    throw error;
  }
}

/** The figure that holds on all days of a period. */
function during(values: readonly DatedValue[], period: Period): Decimal {
  const inForce = values.filter((value) => meets(value, period));
  const [first] = inForce;
  let next = period.from;
  for (const { from, to, value } of inForce) {
    if (from > next || value === null || value !== first!.value) throw new NoFigure();
    next = (to ?? period.to) + 1;
  }
  if (first === undefined || next <= period.to) throw new NoFigure();
  return exactly(first.value!, first.decimals);
}

const meets = ({ from, to }: { readonly from: Day; readonly to: Day | null }, period: Period): boolean =>
  from <= period.to && (to === null || period.from <= to);

/** A value on the days that others leave it. */
function without(value: DatedValue, others: readonly DatedValue[]): DatedValue[] {
  return others.reduce<DatedValue[]>((parts, other) => parts.flatMap((part) => around(part, other)), [value]);
}

function around(value: DatedValue, other: DatedValue): DatedValue[] {
  const period = { from: other.from, to: other.to! };
  if (!meets(value, period)) return [value];
  return [
    ...(value.from < period.from ? [{ ...value, to: period.from - 1 }] : []),
    ...(value.to === null || value.to > period.to ? [{ ...value, from: period.to + 1 }] : []),
  ];
}
