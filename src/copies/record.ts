import { areaOf, inSheet, sheetOf } from "../formula/addresses";
import { checksumOf } from "../formula/checksum";
import { tokensOf } from "../formula/tokens";
import type { Book, Cell, CellError, Setting } from "../package/book";
import type { CellValue } from "../formula/values";
import { fixed } from "../package/areas";
import { MARK } from "./mark";
import type { Form } from "./native";

/**
 * What leads back, on a hidden sheet of the copy. The places are formulas, so that they follow what is inserted, deleted, renamed: every
 * program that calculates does that, and every one keeps cells, while few keep parts that they do not know.
 */
export interface Record {
  readonly form: Form;
  /** Of the sheets of the original, from 0. */
  readonly active: number;
  readonly dataVersion: string;
  /** The sheets that the copy has beside the original's, by the names that they have and those that they got. */
  readonly sheets: readonly { readonly name: string; readonly was: string }[];
  /** Names that it has beside. */
  readonly names: readonly string[];
  readonly formulas: readonly Recorded[];
  readonly settings: readonly (readonly [name: string, value: Setting])[];
}

export interface Recorded {
  readonly kind: "alive" | "frozen" | "name" | "column";
  /** The sheet; of a name the name itself, of a column of a table both names. */
  readonly sheet: string;
  /** Absent of what is no cell. */
  readonly address?: string;
  /** As the file had it, without "=". */
  readonly text: string;
  /** Of what stands in its place now. */
  readonly print: string;
  /** The sheet that it stood on. */
  readonly was?: string;
  readonly array?: { readonly rows: number; readonly columns: number; readonly dynamic: boolean };
  /** The references of the formula, in their order; where it is read again, what they have become, null for one that is gone. */
  readonly references: readonly (string | null)[];
  /** How they were. */
  readonly before?: readonly string[];
}

const FORMAT = "statut-social/copy 1";

/** Of a text in a cell, with room for what programs add. */
const LONGEST = 30_000;

const DIGITS = 15;

/** Of values that stand for a formula. Some programs keep no more digits of a number than Excel shows. */
export const printOf = (values: readonly (readonly CellValue[])[]): string =>
  checksumOf(
    values.map((row) => row.map((value) => (typeof value === "number" ? Number(value.toPrecision(DIGITS)) : value))),
  );

/** A cell of a sheet that we write: a value, or a formula with the value that it has. */
export type Written =
  string | number | null | CellError | { readonly formula: string; readonly value: string | number };

/** Counts the rows of what it names: a number, whatever stands there. */
const pointer = (reference: string): Written => ({
  formula: `ROWS(${reference})`,
  value: areaOf(reference.slice(reference.lastIndexOf("!") + 1).replaceAll("$", ""))?.rows ?? 1,
});

const fixedCell = (sheet: string, address: string): string => inSheet(sheet, fixed(areaOf(address)!));

/** The rows of the hidden sheet. */
export function rowsOf({ form, active, dataVersion, sheets, names, formulas, settings }: Record): Written[][] {
  return [
    [FORMAT, form, active, dataVersion],
    ...sheets.map(({ name, was }) => ["sheet", pointer(fixedCell(name, "A1")), was]),
    ...names.map((name) => ["added", name]),
    ...formulas.map(({ kind, sheet, address, text, print, array, references }) => [
      kind,
      address === undefined ? sheet : pointer(fixedCell(sheet, address)),
      text,
      print,
      array ? `${array.rows}x${array.columns}${array.dynamic ? " dynamic" : ""}` : null,
      address === undefined ? null : sheet,
      // As they were, for whoever finds them moved.
      references.join("\n"),
      ...references.map((reference) => pointer(reference!)),
    ]),
    ...settings.flatMap(([name, value]) =>
      cut(JSON.stringify(value)).map((piece, index): Written[] => ["setting", name, piece, index]),
    ),
  ];
}

const cut = (text: string): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(text.length / LONGEST)) }, (_, index) =>
    text.slice(index * LONGEST, (index + 1) * LONGEST),
  );

/** The record of a workbook, and the sheet that it stands on; null for one that is no copy of ours. */
export function recordIn({ sheets, names = [] }: Book): { readonly record: Record; readonly sheet: string } | null {
  const mark = names.find(({ name }) => name.toUpperCase() === MARK);
  const name = mark && sheetOf(mark.formula.slice(1));
  const sheet = sheets.find((one) => one.name.toLowerCase() === name?.toLowerCase());
  if (!sheet) return null;
  const rows = tableOf(sheet.cells);
  const [head] = rows;
  if (head?.[0]?.value !== FORMAT) return null;
  const form = head[1]?.value === "named" ? "named" : "classic";
  const record = { form, active: Number(head[2]?.value) || 0, dataVersion: said(head[3]) } as const;
  return {
    sheet: sheet.name,
    record: {
      ...record,
      sheets: rows.flatMap((row) => {
        const name = row[0]?.value === "sheet" ? sheetOf(target(row[1]) ?? "") : null;
        return name === null ? [] : [{ name, was: said(row[2]) }];
      }),
      names: rows.flatMap((row) => (row[0]?.value === "added" ? said(row[1]) : [])),
      formulas: rows.flatMap((row) => recordedIn(row)),
      settings: settingsIn(rows),
    },
  };
}

type Row = readonly (Cell | undefined)[];

function tableOf(cells: readonly Cell[]): Row[] {
  const rows: (Cell | undefined)[][] = [];
  for (const cell of cells) (rows[cell.row] ??= [])[cell.column] = cell;
  return Array.from(rows, (row) => row ?? []);
}

const said = (cell: Cell | undefined): string => {
  const value = cell?.value;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/** What a pointer names now; null where it is gone. */
function target(cell: Cell | undefined): string | null {
  const tokens = tokensOf(cell?.formula ?? "").filter(({ kind }) => kind !== "space");
  const [, name, open, sheet, reference, close] = tokens.map(({ text }) => text);
  const isPointer = name?.toUpperCase() === "ROWS" && open === "(" && close === ")" && tokens.length === 6;
  return isPointer && tokens[3]!.kind === "sheet" && tokens[4]!.kind === "reference" ? `${sheet}${reference}` : null;
}

function recordedIn(row: Row): Recorded[] {
  const kind = said(row[0]);
  const isCell = kind === "alive" || kind === "frozen";
  if (!isCell && kind !== "name" && kind !== "column") return [];
  const place = isCell ? target(row[1]) : null;
  const [, rows, columns, dynamic] = /^(\d+)x(\d+)( dynamic)?$/.exec(said(row[4])) ?? [];
  const before = said(row[6]) === "" ? [] : said(row[6]).split("\n");
  return [
    {
      kind,
      sheet: isCell ? (place === null ? "" : sheetOf(place)!) : said(row[1]),
      ...(place !== null && { address: place.slice(place.lastIndexOf("!") + 1).replaceAll("$", "") }),
      text: said(row[2]),
      print: said(row[3]),
      was: said(row[5]),
      ...(rows !== undefined && {
        array: { rows: Number(rows), columns: Number(columns), dynamic: dynamic !== undefined },
      }),
      before,
      references: before.map((_, index) => target(row[7 + index])),
    },
  ];
}

function settingsIn(rows: readonly Row[]): [string, Setting][] {
  const pieces = new Map<string, string[]>();
  for (const row of rows) {
    if (row[0]?.value !== "setting") continue;
    const name = said(row[1]);
    pieces.set(name, [...(pieces.get(name) ?? []), said(row[2])]);
  }
  return [...pieces].flatMap(([name, parts]): [string, Setting][] => {
    try {
      const value: unknown = JSON.parse(parts.join(""));
      return value === null || ["string", "number", "boolean"].includes(typeof value) ? [[name, value as Setting]] : [];
    } catch {
      return [];
    }
  });
}
