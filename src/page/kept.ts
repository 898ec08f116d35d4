import { isParameterYear } from "./parameter-year";

/** The names by which a workbook of Excel keeps what is ours. */
export const SETTINGS = {
  year: "parameterYear",
  indexation: "parameterIndexation",
  version: "dataVersion",
  figures: "ownFigures",
  dates: "datesFrom1904",
  /** Office's own: whoever has no add-in is not asked to trust one. */
  noTrust: "Office.DisableTrustUX",
} as const;

/** What stands in a workbook may have been put there by anybody: no part of it becomes a year, or a formula, before it is looked at. */
const GROWTH = /^-?(\d)(?:\.(\d{1,20}))?$/;
/** A spreadsheet reads no more digits of a number. */
const MOST_DIGITS = 15;

/** A growth as plain decimal text; a year that loses all, or more than doubles, is none. */
export function isIndexation(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const [match, whole = "", decimals = ""] = GROWTH.exec(value) ?? [];
  const digits = (whole + decimals).replace(/^0+|0+$/g, "").length;
  return match !== undefined && digits <= MOST_DIGITS && Number(value) > -1 && Number(value) <= 1;
}

/** As much of a bad value as is shown. */
const MOST_SHOWN = 40;

export const shown = (value: unknown): string => String(value).slice(0, MOST_SHOWN);

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** The parameters of a workbook, and what stands in their place and cannot be one. */
interface StoredParameters {
  readonly parameters: { readonly year: number; readonly indexation: string | null } | null;
  readonly unfit?: { readonly year: string } | { readonly indexation: string };
}

/** The parameters that a workbook stores, as far as they are some, and what is none. */
export function storedParameters(year: unknown, indexation: unknown): StoredParameters {
  if (isMissing(year)) return { parameters: null };
  if (!isParameterYear(year)) return { parameters: null, unfit: { year: shown(year) } };
  if (isMissing(indexation)) return { parameters: { year, indexation: null } };
  if (isIndexation(indexation)) return { parameters: { year, indexation } };
  return { parameters: { year, indexation: null }, unfit: { indexation: shown(indexation) } };
}
