import { companyContribution, companyDueDate } from "../company";
import { firstDayOfYear } from "../calendar";
import { figureInForce } from "../figures";
import type { Cents } from "../money";
import { attempt, Refusal } from "../refusal";
import { type Table, tableOf, type Value } from "./table";

/** The company contribution exists since 1992. */
const FIRST_YEAR = 1992;
const LAST_YEAR = 2100;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

/** The lump sum of a company by the year and the total of its balance sheet. */
export function companyTable(): Table {
  const amountOf = (year: number, balance: Cents) => companyContribution(balance, year).value;
  const rows = YEARS.flatMap((year): Value[][] => {
    const small = attempt(() => amountOf(year, 0));
    if (small instanceof Refusal) return [];
    const above = figureInForce("company.threshold", firstDayOfYear(year)) + 1;
    return [
      [year, 0, small],
      [year, above, amountOf(year, above)],
    ];
  });
  return tableOf("company", { year: "year", from: "cents", amount: "cents" }, ["year"], rows, "from");
}

/** The last day to pay it, for a company that was created in an earlier year. */
export function companyDueTable(): Table {
  const rows = YEARS.flatMap((year): Value[][] => {
    const due = attempt(() => companyDueDate(year).value);
    return due instanceof Refusal ? [] : [[year, due]];
  });
  return tableOf("companyDue", { year: "year", due: "day" }, ["year"], rows);
}
