import type { Value } from "./book";

export interface CsvSyntax {
  readonly separator: string;
  readonly decimal: string;
  /** The words for true and false. */
  readonly words: { readonly TRUE: string; readonly FALSE: string };
}

/** With the mark by which Excel knows UTF-8. */
export function writeCsv(
  rows: readonly (readonly (Value | null)[])[],
  { separator, decimal, words }: CsvSyntax,
): string {
  const field = (value: Value | null): string => {
    if (value === null) return "";
    if (typeof value === "number") return String(value).replace(".", decimal);
    if (typeof value === "boolean") return value ? words.TRUE : words.FALSE;
    const text = typeof value === "string" ? value : value.error;
    return /["\r\n;,\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => `${row.map(field).join(separator)}\r\n`).join("")}`;
}
