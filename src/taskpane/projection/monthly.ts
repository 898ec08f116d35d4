import { QUARTERS_OF_YEAR, type QuarterOfYear } from "../../rules/calendar";
import type { Formula } from "../formula/formula";

const MONTHS_OF_QUARTER = 3;

interface Asked {
  /** What is due up to the end of a quarter. */
  readonly due: (quarter: QuarterOfYear) => Formula;
  readonly year: Formula;
  /** First day of the activity. */
  readonly start: Formula;
}

/** As a cell, what a month is to be set aside in a year, from its first month or that of the start on, so that each payment finds it. */
export function monthlyFormula({ due, year, start }: Asked): Formula {
  const before = `MAX(0,(YEAR(${start})-${year})*12+MONTH(${start})-1)`;
  const needed = QUARTERS_OF_YEAR.map(
    (quarter) => `ROUND(${due(quarter)}/MAX(1,${MONTHS_OF_QUARTER * quarter}-${before}),6)`,
  );
  return `ROUNDUP(MAX(0,${needed.join(",")}),2)`;
}
