import { isIndexation, shown } from "../page/kept";
import { isParameterYear } from "../page/parameter-year";
import type { Parameters } from "./host";

export { SETTINGS, storedParameters } from "../page/kept";

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** A spreadsheet reads no more digits of a number. */
const MOST_DIGITS = 15;

/** The cells that a name stands for; null without the name, undefined while it is not told. */
type NamedCells = readonly (readonly unknown[])[] | null | undefined;

/** What the name of the year says: a number, or that it holds none. */
export function namedYear(cells: NamedCells): number | null | undefined {
  if (isMissing(cells)) return cells;
  const value = cells[0]?.[0];
  return typeof value === "number" ? value : NaN;
}

/** What the name of the indexation says, as plain decimal text; null where it is blank, and nothing where it is no number. */
export function namedIndexation(cells: NamedCells): string | null | undefined {
  if (isMissing(cells)) return cells;
  const value = cells[0]?.[0] ?? "";
  if (value === "") return null;
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  const text = String(Number(value.toPrecision(MOST_DIGITS)));
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}

/**
 * The formula of a growth's name: a quotient of whole numbers. Desktop Excel reads a name's formula in the user's own notation, where a
 * point may be no decimal sign; both numbers are exact, so the quotient is the double nearest to the decimal.
 */
export function growthFormula(growth: string): string {
  const [whole = "", decimals = ""] = growth.split(".");
  const digits = `${whole}${decimals}`.replace(/^(-?)0+(?=\d)/, "$1");
  return decimals === "" ? `=${digits}` : `=${digits}/1${"0".repeat(decimals.length)}`;
}

/** Longer than any version of ours. */
const LONGEST_VERSION = 60;

export const storedVersion = (version: unknown): string | null =>
  typeof version === "string" ? version.slice(0, LONGEST_VERSION) : null;

/** What is no text is no list. What the text holds is read by whoever uses it. */
export const storedList = (list: unknown): string => (typeof list === "string" ? list : "");

/** A whole number by which one list of own figures is told from another; 0 for none. */
export function figuresMark(list: string): number {
  if (list === "") return 0;
  let mark = 0x811c9dc5;
  for (let index = 0; index < list.length; index++) mark = Math.imul(mark ^ list.charCodeAt(index), 0x01000193);
  return mark >>> 0;
}

/** What the name of that mark says; null without it, and nothing where it is no number. */
export function namedFigures(cells: NamedCells): number | null | undefined {
  if (isMissing(cells)) return cells;
  const value = cells[0]?.[0];
  return typeof value === "number" ? value : undefined;
}

/** Throws rather than let anything but a year and a plain decimal become a name's formula. */
export function requireFit({ year, indexation }: Parameters): void {
  if (!isParameterYear(year)) throw new RangeError(`no parameter year: ${shown(year)}`);
  if (indexation !== null && !isIndexation(indexation)) throw new RangeError(`no indexation: ${shown(indexation)}`);
}
