import { knownYears } from "../kit/years";

/** The years whose figures are known, and the workbook's own. */
export const listYears = (year: number): readonly number[] =>
  knownYears().includes(year) ? knownYears() : [year, ...knownYears()];
