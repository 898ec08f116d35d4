import { isParameterYear } from "../page/parameter-year";
import type { Parameters, WorkbookState } from "./host";

/** What stands in a workbook may have been put there by anybody: no part of it becomes a year, or a formula, before it is looked at. */
const GROWTH = /^-?\d(?:\.\d{1,20})?$/;

/** A growth as plain decimal text; a year that loses all, or more than doubles, is none. */
const isIndexation = (value: unknown): value is string =>
  typeof value === "string" && GROWTH.test(value) && Number(value) > -1 && Number(value) <= 1;

/** As much of a bad value as is shown. */
const MOST_SHOWN = 40;

const shown = (value: unknown): string => String(value).slice(0, MOST_SHOWN);

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** The parameters that a workbook stores, as far as they are some, and what is none. */
export function storedParameters(year: unknown, indexation: unknown): Pick<WorkbookState, "parameters" | "unfit"> {
  if (isMissing(year)) return { parameters: null };
  if (!isParameterYear(year)) return { parameters: null, unfit: { year: shown(year) } };
  if (isMissing(indexation)) return { parameters: { year, indexation: null } };
  if (isIndexation(indexation)) return { parameters: { year, indexation } };
  return { parameters: { year, indexation: null }, unfit: { indexation: shown(indexation) } };
}

/** Longer than any version of ours. */
const LONGEST_VERSION = 60;

export const storedVersion = (version: unknown): string | null =>
  typeof version === "string" ? version.slice(0, LONGEST_VERSION) : null;

/** What is no text is no list. What the text holds is read by whoever uses it. */
export const storedList = (list: unknown): string => (typeof list === "string" ? list : "");

/** Throws rather than let anything but a year and a plain decimal become a name's formula. */
export function requireFit({ year, indexation }: Parameters): void {
  if (!isParameterYear(year)) throw new RangeError(`no parameter year: ${shown(year)}`);
  if (indexation !== null && !isIndexation(indexation)) throw new RangeError(`no indexation: ${shown(indexation)}`);
}
