import { dueDate, FIRST_YEAR } from "../contributions";
import { QUARTERS_OF_YEAR } from "../calendar";
import { type Table, tableOf } from "./table";

/** No function reads a later year. */
const LAST_YEAR = 2100;

/** The last day to pay each quarter without surcharge, for whoever has no respite of a starter. */
export function quarterTable(): Table {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  const rows = years.flatMap((year) =>
    QUARTERS_OF_YEAR.map((quarter) => [year, quarter, dueDate(year, quarter).value]),
  );
  return tableOf("quarter", { year: "year", quarter: "quarter", due: "day" }, ["year", "quarter"], rows);
}
