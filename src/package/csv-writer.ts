import type { Value } from "./book";

export interface CsvSyntax {
  readonly separator: string;
  readonly decimal: string;
  /** The words for true and false. */
  readonly words: { readonly TRUE: string; readonly FALSE: string };
}

/** With the mark by which Excel knows UTF-8. */
export const writeCsv = (rows: readonly (readonly (Value | null)[])[], syntax: CsvSyntax): string =>
  `\ufeff${rows.map((row) => `${csvLine(row, syntax)}\r\n`).join("")}`;

/** Where another sign parts the fields, a decimal comma needs no quotes. */
const DECIMAL = /^-?[\d.]+,\d+$/;

/** A row without the end of its line. */
export function csvLine(row: readonly (Value | null)[], { separator, decimal, words }: CsvSyntax): string {
  const field = (value: Value | null): string => {
    if (value === null) return "";
    if (typeof value === "number") return String(value).replace(".", decimal);
    if (typeof value === "boolean") return value ? words.TRUE : words.FALSE;
    const text = typeof value === "string" ? value : value.error;
    if (separator !== "," && DECIMAL.test(text)) return text;
    return /["\r\n;,\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return row.map(field).join(separator);
}
