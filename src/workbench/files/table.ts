import { fromSyntax } from "../../formula/syntax";
import { reachesOutside } from "../../formula/outside";
import { isCalled, tokensOf } from "../../formula/tokens";
import { freeName } from "../../host/sheet-name";
import { type Language, recordOf } from "../../i18n";
import type { Book, Cell, Style } from "../../package";
import { patternOf } from "../../taskpane/kit/typed-value";
import { unclear, valueTyped } from "../engine/unclear";

/** A field that can be read in two ways. */
export interface Doubt {
  readonly row: number;
  readonly column: number;
  readonly given: string;
  /** What stands over it in the first row. */
  readonly header: string;
}

export interface TableRead {
  readonly book: Book;
  readonly doubts: readonly Doubt[];
  /** Formulas that reach outside the workbook: they stay texts. */
  readonly outside: number;
}

/** More of them help nobody. */
const MOST_DOUBTS = 100;

/** The fields of a CSV as if they were typed; what is unclear is a text. */
export function bookOfTable(rows: readonly (readonly string[])[], name: string, language: Language): TableRead {
  const styles: Style[] = [];
  const cells: Cell[] = [];
  const doubts: Doubt[] = [];
  let outside = 0;
  const styleOf = (format: string): number => {
    const known = styles.findIndex((style) => style.format === format);
    return known >= 0 ? known : styles.push({ format }) - 1;
  };
  rows.forEach((fields, row) =>
    fields.forEach((field, column) => {
      const text = field.trim();
      if (text === "") return;
      if (unclear("", text, language) !== undefined) {
        if (doubts.length < MOST_DOUBTS)
          doubts.push({ row, column, given: text, header: rows[0]?.[column]?.trim() ?? "" });
        cells.push({ row, column, value: field });
        return;
      }
      const formula = text.startsWith("=") && text.length > 1 ? fromSyntax(text, recordOf(language).excel) : null;
      if (formula !== null && reachesOutside(formula) === null) {
        cells.push({ row, column, formula: inCapitals(formula) });
        return;
      }
      if (formula !== null) outside += 1;
      const read = formula === null ? valueTyped(text, language) : undefined;
      if (!read) cells.push({ row, column, value: field });
      else {
        const style = read.kind && styleOf(patternOf(read.kind, language));
        cells.push({ row, column, value: read.value, ...(style !== undefined && { style }) });
      }
    }),
  );
  return { book: { styles, sheets: [{ name: freeName(name, []) || "CSV", cells }] }, doubts, outside };
}

/** As the spreadsheet has names of functions and cells. */
function inCapitals(formula: string): string {
  const tokens = tokensOf(formula);
  return tokens
    .map(({ kind, text }, index) => (kind === "reference" || isCalled(tokens, index) ? text.toUpperCase() : text))
    .join("");
}
