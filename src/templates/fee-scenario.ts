import { areaOf } from "../formula/addresses";
import { PARAMETER_YEAR_NAME, type SheetPlan } from "../host/host";
import { reader, recordOf } from "../i18n";
import { lastKnownYear } from "../rules/contributions";
import { guessedColumns, membersOf } from "../taskpane/funds/members";
import { exampleContributions, exampleMembers, exampleReference } from "../taskpane/funds/members-example";
import { pickedTable } from "../taskpane/funds/picked";
import { exampleRates, ratesOf } from "../taskpane/funds/rates";
import { scenarioSheet } from "../taskpane/funds/scenario";
import { placeOf } from "../taskpane/formula/a1";
import { numbersOf } from "../taskpane/kit/numbers";
import type { Template } from "./template";

/** A fund's members, and what another fee brings in once some of them have left. */
export const feeScenario: Template = {
  id: "fee-scenario",
  names: [{ name: PARAMETER_YEAR_NAME, formula: `=${lastKnownYear()}` }],
  sheets: (form) => {
    const numbers = numbersOf(recordOf(reader.language).locale);
    const parameters = { year: lastKnownYear(), indexation: null };
    const { euroFormat } = numbers;
    const isNative = form === "stand-alone";
    const members = exampleMembers(isNative ? euroFormat : undefined);
    const place = placeOf(exampleReference(members.name))!;
    const table = pickedTable(place, cellsIn(members, place.address));
    const read = membersOf(table, { ...guessedColumns(table), oneCategory: "principal", quarter: "" }, parameters);
    const rates = ratesOf({ ...exampleRates(numbers), leaving: "increase" }, numbers);
    if (typeof read === "string" || "problems" in rates) throw new Error("the example of the fee scenario is not read");
    const contributions = isNative ? { contributions: exampleContributions(members.name) } : {};
    return [scenarioSheet({ members: read, rates: rates.value, parameters, euroFormat, ...contributions }), members];
  },
};

/** What the cells of a plan hold. */
function cellsIn({ rows }: SheetPlan, address: string) {
  const { row, column, rows: down, columns } = areaOf(address)!;
  return Array.from({ length: down }, (_, r) =>
    Array.from({ length: columns }, (_unused, c) => rows[row + r]?.[column + c]?.content ?? null),
  );
}
