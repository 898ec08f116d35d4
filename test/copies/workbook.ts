import { strToU8, unzipSync, zipSync } from "fflate";
import { atOnce, type Form, formsOf, goBack, planCopy, writeCopy } from "../../src/copies";
import { DEFINITIONS } from "../../src/definitions";
import { type Book, read } from "../../src/package";

export const functions = Object.keys(DEFINITIONS);

const STAMP = {
  date: "2026-11-29",
  dataVersion: "2026.3",
  codeVersion: "1.2.3",
  noteHeading: "Kept",
  coverName: "About this copy",
  recordName: "Way back",
  ownFigures: 0,
};

export const planOf = (bytes: Uint8Array, form: Form = "classic") =>
  atOnce(planCopy(bytes, { form, functions, native: formsOf(form, { year: 2026 }) }));

export const copyOf = (bytes: Uint8Array, form: Form = "classic"): Uint8Array =>
  atOnce(writeCopy(planOf(bytes, form), STAMP));

export const backOf = (bytes: Uint8Array) => atOnce(goBack(bytes, { functions }));

/** A book as it is, but for its looks: the cover's stay in the table of looks. */
export function contentOf(bytes: Uint8Array): Omit<Book, "styles"> {
  const { styles = [], ...book } = read(bytes, functions).book;
  const looks = (index: number | undefined) => (index === undefined ? {} : { style: styles[index] });
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map(({ style, ...cell }) => ({ ...cell, ...looks(style) })),
      ...(sheet.columns && { columns: sheet.columns.map(({ style, ...column }) => ({ ...column, ...looks(style) })) }),
      ...(sheet.rows && { rows: sheet.rows.map(({ style, ...row }) => ({ ...row, ...looks(style) })) }),
    })),
  } as Omit<Book, "styles">;
}

export const formulasOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    read(bytes, functions).book.sheets.flatMap(({ name, cells, hidden }) =>
      hidden
        ? []
        : cells.flatMap(({ row, column, formula }) => (formula ? [[`${name}!${row},${column}`, formula]] : [])),
    ),
  );

/** The parts of a package by their names. */
export const partsOf = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);

/** The same package with other texts in some parts; null takes one away. */
export function withParts(bytes: Uint8Array, parts: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
  const all = partsOf(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (part === null) delete all[name];
    else all[name] = typeof part === "string" ? strToU8(part) : part;
  }
  return zipSync(all);
}
