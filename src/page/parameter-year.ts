import { shared } from "./shared";

/** The years that can be the workbook's: the first whose law is here, and as far as a projection may reach. */
export const FIRST_PARAMETER_YEAR = 2015;
export const LAST_PARAMETER_YEAR = 2100;

/** What stands in a workbook may be anything. */
export const isParameterYear = (year: unknown): year is number =>
  Number.isInteger(year) && Number(year) >= FIRST_PARAMETER_YEAR && Number(year) <= LAST_PARAMETER_YEAR;

const chosen = shared<{ year: number | null }>("parameter-year", { year: null });

/** The year that a formula without a year takes, as the pane has it from the workbook; null while nobody chose one. */
export const chosenYear = (): number | null => chosen.year;

/** Throws a RangeError rather than take what is no such year. */
export function chooseYear(year: number | null): void {
  if (year !== null && !isParameterYear(year)) throw new RangeError(`no parameter year: ${String(year)}`);
  chosen.year = year;
}
