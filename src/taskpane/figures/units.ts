import { t } from "../../i18n";
import { type OwnFigure, published, type Unit } from "../../parameters";
import type { Figure } from "../../rules/figures";
import { decimalText } from "../../rules/own-figures";
import { figureText } from "../kit/figure-list";
import type { Numbers } from "../kit/numbers";

/** The names of the units in which figures of one's own are given. */
const NAMES: Partial<Record<Unit, string>> = {
  EUR: "euro",
  "EUR/year": "euro-year",
  "EUR/quarter": "euro-quarter",
  "EUR/month": "euro-month",
  "EUR/week": "euro-week",
  "EUR/day": "euro-day",
  "EUR/half day": "euro-half-day",
  fraction: "percentage",
  "index points": "index-points",
  coefficient: "coefficient",
  count: "index-steps",
};

export function unitName(unit: Unit): string {
  const name = NAMES[unit];
  return name === undefined ? "" : t(`pane:figures/unit/${name}`);
}

/** A figure with what it is a measure of: "€1,704.40 a month". */
export function measured(figure: Figure, numbers: Numbers): string {
  const { value, unit, decimals } = figure;
  // As an index is printed.
  if (unit === "index points" && value !== null) return numbers.decimal((value / 10 ** decimals).toFixed(decimals));
  const text = figureText(figure, numbers);
  if (unit === "count") return `${text} ${unitName(unit)}`;
  const [, period] = unit.split("/");
  return period !== undefined && unit.startsWith("EUR") ? t(`per/${period.replace(" ", "-")}`, { amount: text }) : text;
}

/** What stands behind a value that is typed. */
export function signOf(unit: Unit): string | undefined {
  if (unit.startsWith("EUR")) return "€";
  return unit === "fraction" ? "%" : undefined;
}

/** A value as people type it. */
export function valueText({ id, value }: OwnFigure, numbers: Numbers): string {
  const exact = decimalText(id, value);
  return published(id)[0]!.unit === "fraction" ? numbers.percentage(exact) : numbers.decimal(exact);
}

/** The same read, as exact decimal text in the unit of its parameter; undefined where it is none. */
export function readValue(text: string, { unit, decimals }: Pick<Figure, "unit" | "decimals">, numbers: Numbers) {
  if (unit === "fraction") return numbers.readPercent(text);
  if (!unit.startsWith("EUR") || decimals !== 2) return numbers.readDecimal(text);
  const cents = numbers.read(text);
  return cents === undefined ? undefined : (cents / 100).toFixed(2);
}
