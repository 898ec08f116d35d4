import { plainName, type Token, tokensOf } from "./tokens";

/** Excel's functions that reach outside the workbook: the web, files, other programs, services that answer for Excel. */
const OUTSIDE: ReadonlySet<string> = new Set(
  (
    "WEBSERVICE HYPERLINK IMAGE RTD CALL REGISTER REGISTER.ID EXEC EVALUATE SQL.REQUEST STOCKHISTORY FIELDVALUE " +
    "IMPORTCSV IMPORTTEXT PY COPILOT TRANSLATE DETECTLANGUAGE"
  ).split(" "),
);

/** Of data cubes: CUBEVALUE and its like ask a server. */
const CUBES = /^CUBE[A-Z]+$/;

/** A workbook without its brackets: Book.xlsx!Rate. */
const BOOK = /\.xl\w+'?!$/i;

/** Whether a function of this name, as people type it, reaches outside the workbook. */
export function isOutside(name: string): boolean {
  const upper = name.toUpperCase();
  return OUTSIDE.has(upper) || CUBES.test(upper);
}

/** Whether a sheet, as a formula names it with its mark, belongs to another workbook. */
export const isOtherBook = (sheet: string): boolean => sheet.includes("[") || BOOK.test(sheet);

/**
 * What in a formula reaches outside the workbook, as it stands there; null where nothing does. The names of such functions count without
 * brackets too, for MAP and its like call what they are given. What is no formula of Excel's (a link to another program has a bar)
 * is not vouched for.
 */
export function reachesOutside(formula: string): string | null {
  return tokensOf(formula).find(reaches)?.text ?? null;
}

function reaches({ kind, text }: Token): boolean {
  if (kind === "name") return isOutside(plainName(text));
  if (kind === "sheet") return isOtherBook(text);
  return kind === "unknown";
}
