import type { ParameterId, Unit } from "./compiled/ids";
import { coverage, dataVersion, tables } from "./compiled/index";
import { indexRules } from "./compiled/index-rules";
import {
  CONFIDENCES,
  type CompiledCell,
  type CompiledTable,
  type Confidence,
  type DatedValue,
  type Day,
  type IndexRule,
  type Source,
  type YearRule,
} from "./table";

import { yearRules } from "./compiled/year-rules";
import { type OwnFigure, valueOf, withOwn } from "./own";

export type { Confidence, DatedValue, Day, IndexRule, OwnFigure, ParameterId, Source, Unit };
export { exactly, resultOf, YEARLY_INDEX } from "./formulas";
export { coverage, dataVersion };

/** What the data are about: `coverage` has the first and the last day on which its figures are known. */
export type Subject = keyof typeof coverage;
export const SUBJECTS = Object.keys(coverage) as readonly Subject[];

const decoded = new Map<ParameterId, readonly DatedValue[]>();

/** Every value that the data have of a parameter, oldest first. */
export function published(id: ParameterId): readonly DatedValue[] {
  const known = decoded.get(id);
  if (known) return known;
  const values = decode(id);
  decoded.set(id, values);
  return values;
}

let own: readonly OwnFigure[] = [];
const completed = new Map<ParameterId, readonly DatedValue[]>();
const listeners: (() => void)[] = [];

/** From now on every answer rests on these figures beside those of the data. */
export function useOwnFigures(figures: readonly OwnFigure[]): void {
  own = figures;
  completed.clear();
  for (const forget of listeners) forget();
}

export const ownFigures = (): readonly OwnFigure[] => own;

/** A figure of the user's, used or not, as a value among the others. */
export const ownValue = (figure: OwnFigure): DatedValue => valueOf(figure, published(figure.id));

/** Whoever keeps what he made from figures forgets it when they change. */
export function onFiguresChange(forget: () => void): void {
  listeners.push(forget);
}

/** Every value of a parameter, oldest first. */
export function series(id: ParameterId): readonly DatedValue[] {
  if (own.length === 0) return published(id);
  const known = completed.get(id);
  if (known) return known;
  const values = withOwn(id, published, own, series);
  completed.set(id, values);
  return values;
}

/** The value in force on a day; none before the first one, after the last one, or in a gap. */
export function dated(id: ParameterId, day: Day): DatedValue | undefined {
  return series(id).findLast((value) => value.from <= day && (value.to === null || day <= value.to));
}

/** How an amount follows the index; none for a parameter that does not. */
export const indexRule = (id: ParameterId): IndexRule | undefined => indexRules[id];

/** How an amount follows from the index of its year; none for one that does not. */
export const yearRule = (id: ParameterId): YearRule | undefined => yearRules[id];

export function isParameterId(text: string): text is ParameterId {
  return tableOf(text)?.parameters[text as ParameterId] !== undefined;
}

/** Whether the first value of a parameter holds from the day on which the law itself began; else only the data begin there. */
export const beganByLaw = (id: ParameterId): boolean => tableOf(id)?.parameters[id]?.[4] === 1;

/** Its name in English; "" for a cell of a table, which goes by its words. */
export const labelOf = (id: ParameterId): string => tableOf(id)?.parameters[id]?.[3] ?? "";

export function parameterIds(): readonly ParameterId[] {
  return Object.values<CompiledTable>(tables).flatMap((table) => Object.keys(table.parameters) as ParameterId[]);
}

function tableOf(id: string): CompiledTable | undefined {
  const domain = id.slice(0, Math.max(0, id.indexOf(".")));
  return Object.hasOwn(tables, domain) ? tables[domain as keyof typeof tables] : undefined;
}

function decode(id: ParameterId): readonly DatedValue[] {
  const table = tableOf(id);
  const parameter = table?.parameters[id];
  if (!table || !parameter) return [];
  const [unit, decimals, [days, ...columns]] = parameter;
  return days.map((from, row) => {
    const cells = columns.map((column) => (Array.isArray(column) ? (column as CompiledCell[])[row] : column));
    return { id, decimals, unit: table.units[unit] as Unit, from, ...decodeRow(cells as CompiledCell[], table) };
  });
}

type RowPart = Omit<DatedValue, "id" | "decimals" | "unit" | "from">;

function decodeRow(row: readonly CompiledCell[], table: CompiledTable): RowPart {
  const [to = 0, content = 0, confidence = 0, source = 0, article = 0, note = 0, condition = 0] = row;
  const [title = "", link = ""] = table.sources[source as number] ?? [];
  return {
    to: to === 0 ? null : (to as Day),
    value: typeof content === "number" ? content : null,
    confidence: CONFIDENCES[confidence as number] as Confidence,
    source: { title, link, article: table.articles[article as number] ?? "" },
    ...(typeof content === "string" && { text: content }),
    ...(note !== 0 && { note: table.words[note as number] as string }),
    ...(condition !== 0 && { condition: table.words[condition as number] as string }),
  };
}
