import { excelHost } from "../../src/host/excel";
import { loadAllPaneTexts } from "../../src/i18n/load";
import { cohortSheet, cohortsOf, guessedCohortColumns } from "../../src/taskpane/funds/cohorts";
import { exampleMembers, exampleReference } from "../../src/taskpane/funds/members-example";
import { guessedColumns, membersOf } from "../../src/taskpane/funds/members";
import { type Picked, pickedTable } from "../../src/taskpane/funds/picked";
import { scenarioSheet } from "../../src/taskpane/funds/scenario";
import { placeOf } from "../../src/taskpane/formula/a1";
import { FakeBook, fakeOffice } from "../host/fake-excel";
import { sourceFunctions } from "../setup/excel";

const PARAMETERS = { year: 2026, indexation: null };
const EURO = '"€"#,##0.00';

let book: FakeBook;

beforeAll(async () => {
  sourceFunctions();
  await loadAllPaneTexts("en");
});

beforeEach(() => {
  book = new FakeBook();
  Object.assign(globalThis, fakeOffice(book));
});

async function picked(reference: string): Promise<Picked> {
  const place = placeOf(reference)!;
  const [values] = await excelHost.readRanges([place]);
  return pickedTable(place, values!);
}

it("a table of members becomes a scenario in Excel, with its charts", async () => {
  const name = await excelHost.insertSheet(exampleMembers());
  const table = await picked(exampleReference(name));
  const members = membersOf(table, { ...guessedColumns(table), oneCategory: "principal", quarter: "" }, PARAMETERS);
  if (typeof members === "string") throw new Error(members);
  expect(members.count).toBe(9990);
  const rates = {
    present: "0.04",
    tried: [{ rate: "0.041", share: "0" }],
    steps: undefined,
    perIncrease: undefined,
    hold: "0.05",
  };
  const inserted = await excelHost.insertSheet(
    scenarioSheet({ members, rates, parameters: PARAMETERS, euroFormat: EURO }),
  );
  const sheet = book.sheet(inserted);
  const formula = [...sheet.cells.values()].map((cell) => String(cell.formula ?? ""));
  expect(formula.filter((text) => text.startsWith("=INDEX(FUND.SCENARIO(INASTI.BATCH("))).toHaveLength(2);
  expect(sheet.charts).toHaveLength(2);
  // Nothing stands where the answers spill.
  expect(["E20", "F20", "G20", "D21", "E21", "F21", "G21"].map((cell) => sheet.cells.get(cell)?.formula)).toEqual(
    Array(7).fill(null),
  );
});

it("dates of affiliation are counted where they stand", async () => {
  book.type({ A1: "Affiliation", B1: "Members", A2: 44576, B2: 300, A3: 44652, B3: 70 });
  const table = await picked("Sheet1!A1:B3");
  const columns = guessedCohortColumns(table);
  const cohorts = cohortsOf(table, columns);
  if (typeof cohorts === "string") throw new Error(cohorts);
  expect(cohorts.map(({ members }) => members)).toEqual([300, 70]);
  const inserted = await excelHost.insertSheet(cohortSheet({ cohorts, asOf: 45787, list: { table, columns } }));
  const sheet = book.sheet(inserted);
  expect(sheet.cells.get("D18")!.formula).toBe(
    '=SUMIFS(Sheet1!B2:B3,Sheet1!A2:A3,">="&DATE(2022,1,1),Sheet1!A2:A3,"<"&DATE(2022,4,1))',
  );
  expect(sheet.cells.get("F18")).toMatchObject({ formula: "=FUND.SWITCH(C18,$D$5)", format: "dd/mm/yyyy" });
  expect(sheet.charts).toHaveLength(1);
});
