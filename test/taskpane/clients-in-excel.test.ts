import { excelHost } from "../../src/host/excel";
import { languageOf, recordOf, reader } from "../../src/i18n";
import { loadAllPaneTexts } from "../../src/i18n/load";
import { day } from "../../src/rules/calendar";
import { clientsIn, guessedMapping } from "../../src/taskpane/clients/clients";
import { inLanguage, type Letter, linksOf } from "../../src/taskpane/clients/letter";
import { letterSheet } from "../../src/taskpane/clients/letter-sheet";
import { listSheet } from "../../src/taskpane/clients/list-sheet";
import { tableAt } from "../../src/taskpane/clients/table";
import { numbersOf } from "../../src/taskpane/kit/numbers";
import { FakeBook, fakeOffice } from "../host/fake-excel";
import { sourceFunctions } from "../setup/excel";

/** What the view of clients inserts, in Excel. */

const parameters = { year: 2026, indexation: null };
let book: FakeBook;

beforeAll(async () => {
  sourceFunctions();
  reader.language = languageOf("fr-BE");
  await loadAllPaneTexts("fr");
});

beforeEach(() => {
  book = new FakeBook();
  Object.assign(globalThis, fakeOffice(book));
  book.addSheet("Cabinet");
  book.type(
    {
      A1: "Nom",
      B1: "Statut",
      C1: "Revenu",
      D1: "Début",
      E1: "Payé",
      A2: "=1+1",
      B2: "titre principal",
      C2: 40_000,
      A3: "Maes",
      B3: "étudiant",
      C3: 9000,
      D3: day(2026, 7, 1),
      E3: 100,
    },
    "Cabinet",
  );
});

afterAll(() => {
  reader.language = "en";
});

async function list() {
  const place = { sheet: "Cabinet", address: "A1:E3" };
  const [values] = await excelHost.readRanges([place]);
  const table = tableAt(place, values!);
  const wanted = { table, hasHeadings: true, mapping: guessedMapping(table, true), year: 2026, parameters };
  return { ...wanted, ...clientsIn(wanted) };
}

const at = (sheet: string, address: string) => book.sheet(sheet).cells.get(address)!;

test.each(["list", "rows"] as const)("a list: %s", async (form) => {
  const numbers = numbersOf("fr-BE");
  const sheet = await excelHost.insertSheet(listSheet({ ...(await list()), form, numbers }));
  expect(sheet).toBe("Liste des clients");
  expect(book.sheet(sheet).frozen).toBe("'Liste des clients'!A1:B10");
  expect(book.sheet(sheet).page).toMatchObject({ orientation: "Landscape", zoom: { horizontalFitToPages: 1 } });
  expect(book.formulasOf(sheet)).toMatchObject({
    B11: '=IF(Cabinet!A2:A3="","",Cabinet!A2:A3)',
    D9: "=AGGREGATE(9,6,D11:D12)",
    ...(form === "rows" && {
      G12: '=INASTI.QUARTERLY(IF(Cabinet!C3="","",Cabinet!C3),IF(Cabinet!B3="","",Cabinet!B3),$C$5,1,IF(Cabinet!D3="","",Cabinet!D3))',
    }),
  });
  expect([at(sheet, "D12"), at(sheet, "E12"), at(sheet, "H12")].map(({ format }) => format)).toEqual([
    recordOf("fr").euro,
    "dd/mm/yyyy",
    recordOf("fr").euro,
  ]);
  expect(at(sheet, "C5")).toMatchObject({ value: 2026 });
});

test("a letter, whose words are no formulas whatever they look like", async () => {
  const { clients, table, mapping } = await list();
  const letter: Letter = {
    sender: ["=Cabinet"],
    town: "",
    written: day(2026, 11, 29),
    name: "=1+1",
    address: ["-1 rue Haute"],
    category: "student",
    year: 2026,
    income: 9000_00,
    earlier: undefined,
    start: day(2026, 7, 1),
    stop: undefined,
    fee: null,
    paid: 100_00,
    sent: undefined,
    links: linksOf(clients[1]!, table, mapping),
    parameters,
  };
  const sheet = await excelHost.insertSheet(await inLanguage("nl", () => letterSheet(letter)));
  const values = Object.values(book.values(sheet));
  expect(values).toEqual(
    expect.arrayContaining(["=Cabinet", "=1+1", "-1 rue Haute", "Uw sociale bijdragen voor 2026"]),
  );
  const formulas = Object.values(book.formulasOf(sheet));
  expect(formulas).toEqual(expect.arrayContaining(["=Cabinet!C3", "=Cabinet!D3", "=Cabinet!E3"]));
  expect(formulas.filter((formula) => !formula.startsWith("="))).toEqual([]);
  expect(book.sheet(sheet).page).toMatchObject({
    orientation: "Portrait",
    zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 },
  });
});
