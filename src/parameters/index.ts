import type { ParameterId, Unit } from "./compiled/ids";
import { coverage, dataVersion, tables } from "./compiled/index";
import { indexRules } from "./compiled/index-rules";
import { CONFIDENCES, type CompiledCell, type CompiledTable, type Confidence, type Day, type IndexRule } from "./table";

export type { Confidence, Day, IndexRule, ParameterId, Unit };
export { coverage, dataVersion };

/** What the data are about: `coverage` has the first and the last day on which its figures are known. */
export type Subject = keyof typeof coverage;
export const SUBJECTS = Object.keys(coverage) as readonly Subject[];

export interface Source {
  readonly title: string;
  /** "" where the source states none. */
  readonly article: string;
  /** "" where there is none. */
  readonly link: string;
}

/** A figure of the law and the days on which it holds, both included. */
export interface DatedValue {
  readonly id: ParameterId;
  readonly from: Day;
  /** null = still in force. */
  readonly to: Day | null;
  /** The figure × 10^decimals, a whole number (EUR: cents). null: unknown, in conflict, or a word. */
  readonly value: number | null;
  /** The value of a unit in words (`text`, `month-day`). */
  readonly text?: string;
  readonly decimals: number;
  readonly unit: Unit;
  readonly confidence: Confidence;
  readonly source: Source;
  /** Key in i18n/<language>/notes.json. */
  readonly note?: string;
  /** Key below `condition/` in the same file: under which condition the word `conditional` holds. */
  readonly condition?: string;
}

const decoded = new Map<ParameterId, readonly DatedValue[]>();

/** Every value of a parameter, oldest first. */
export function series(id: ParameterId): readonly DatedValue[] {
  const known = decoded.get(id);
  if (known) return known;
  const values = decode(id);
  decoded.set(id, values);
  return values;
}

/** The value in force on a day; none before the first one, after the last one, or in a gap. */
export function dated(id: ParameterId, day: Day): DatedValue | undefined {
  return series(id).findLast((value) => value.from <= day && (value.to === null || day <= value.to));
}

/** How an amount follows the index; none for a parameter that does not. */
export const indexRule = (id: ParameterId): IndexRule | undefined => indexRules[id];

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
