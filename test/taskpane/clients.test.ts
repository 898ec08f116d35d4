import { languageOf, reader } from "../../src/i18n";
import { loadAllPaneTexts } from "../../src/i18n/load";
import { day } from "../../src/rules/calendar";
import { callNamed } from "../setup/excel";
import { sourceFunctions } from "../setup/excel";
import { clientsIn, guessedMapping, type Mapping, seemsHeaded } from "../../src/taskpane/clients/clients";
import { guessed } from "../../src/taskpane/clients/columns";
import { pastedTable, regionAround, type Table, tableAt } from "../../src/taskpane/clients/table";

const functions = sourceFunctions();

async function speak(locale: string): Promise<void> {
  reader.language = languageOf(locale);
  await loadAllPaneTexts(reader.language);
}

afterEach(() => {
  reader.language = "en";
});

const read = (table: Table, change: Partial<Mapping> = {}) => {
  const hasHeadings = seemsHeaded(table);
  const mapping = { ...guessedMapping(table, hasHeadings), ...change };
  return clientsIn({ table, hasHeadings, mapping, year: 2026, parameters: { year: 2026, indexation: null } });
};

describe("headings", () => {
  test.each([
    ["Nom;Catégorie;Revenu net;Début de l’activité;Date de fin;Caisse;Payé", "fr"],
    ["Klant;Bijdragecategorie;Netto-inkomen 2025;Startdatum;Stopzetting;Sociaal verzekeringsfonds;Betaald (€)", "nl"],
    ["Name;Kategorie;Einkommen;Beginn;Ende;Sozialversicherungskasse;Gezahlt", "de"],
    ["Client name;Category;Income;Start date;End date;Fund;Paid", "en"],
  ])("%s", (text) => {
    expect(guessed(text.split(";"))).toEqual({ name: 0, category: 1, income: 2, start: 3, stop: 4, fund: 5, paid: 6 });
  });

  test("a profit is no income, and no column is two", () => {
    expect(guessed(["Nom", "Bénéfice", "Statut"])).toEqual({ name: 0, category: 2 });
    expect(guessed(["Revenu", "Revenu"])).toEqual({ income: 0 });
  });

  test("a list without headings is none of them", () => {
    expect(seemsHeaded(pastedTable("Claes;principal;32000\nMaes;principal;1"))).toBe(false);
    expect(seemsHeaded(pastedTable("Nom;Revenu\nMaes;1"))).toBe(true);
  });
});

describe("a pasted list", () => {
  const text = (rows: readonly string[]) =>
    pastedTable(["Nom;Catégorie;Revenu;Début;Caisse;Payé", ...rows].join("\r\n"));

  test("is read as Belgians write", async () => {
    await speak("fr-BE");
    const { clients } = read(
      text(["Claes;titre principal;32.000,50 €;1/07/2026;4,25 %;1 250", "", "Maes;student;9.000;;;"]),
    );
    expect(clients.map(({ row, cells, problems }) => [row, cells, problems])).toEqual([
      [
        2,
        {
          name: "Claes",
          category: "titre principal",
          income: 32_000.5,
          start: day(2026, 7, 1),
          fund: 0.0425,
          paid: 1250,
        },
        [],
      ],
      [4, { name: "Maes", category: "student", income: 9000, start: "", fund: "", paid: "" }, []],
    ]);
    const account = callNamed(functions, "INASTI.DOSSIER", {
      incomes: 32_000.5,
      categories: "principal",
      years: 2026,
      starts: day(2026, 7, 1),
      funds: 0.0425,
      paid: 1250,
    }) as unknown[][];
    expect(clients[0]!.account).toEqual(account[1]);
  });

  test("keeps what can be read in two ways, and says which cell it is", async () => {
    await speak("en-GB");
    const { clients } = read(
      pastedTable(
        "Name\tCategory\tIncome\tStart\nClaes\tprincipal\t1.234\t\nMaes\tprincipal\t9000\t31/02/2026\nWouters\tprincipal\t\t",
      ),
    );
    expect(clients.map(({ cells }) => [cells.income, cells.start])).toEqual([
      ["1.234", ""],
      [9000, "31/02/2026"],
      ["", ""],
    ]);
    expect(clients.map(({ problems }) => problems)).toEqual([
      [{ column: "income", text: expect.stringMatching(/^Income: “1\.234” can be read/) as string }],
      [{ column: "start", text: expect.stringContaining("“31/02/2026” is no day") as string }],
      [{ column: "income", text: "Income is blank. Fill it in; where it is nil, write 0." }],
    ]);
  });

  test("asks what an unclear category means, and says what no function answers", async () => {
    await speak("nl-BE");
    const { clients } = read(
      pastedTable("Klant;Statuut;Inkomen;Start\nMaes;helper;21000;\nPeeters;hoofdberoep;21000;1/1/2040"),
    );
    expect(clients.map(({ problems }) => problems.map(({ column }) => column))).toEqual([["category"], []]);
    expect(clients[0]!.problems[0]!.text).toContain("helper");
  });

  test("takes a word for all", async () => {
    await speak("fr-BE");
    const { clients } = read(pastedTable("Nom;Revenu\nClaes;32000\nMaes;1000"), {
      category: { all: "principal" },
      fund: { all: "acerta" },
    });
    const account = callNamed(functions, "INASTI.DOSSIER", {
      incomes: 1000,
      categories: "principal",
      years: 2026,
      funds: "Acerta",
    }) as unknown[][];
    expect(clients[1]!.account).toEqual(account[1]);
  });

  test("of a spreadsheet, a CSV with semicolons and one with commas is cut alike", () => {
    const rows = [
      ["Nom", "Revenu"],
      ["Claes, A.", "32000"],
    ];
    expect(pastedTable("Nom\tRevenu\nClaes, A.\t32000\n").rows).toEqual(rows);
    expect(pastedTable("Nom;Revenu\nClaes, A.;32000").rows).toEqual(rows);
    expect(pastedTable('Nom,Revenu\n"Claes, A.",32000').rows).toEqual(rows);
  });
});

describe("a list in the workbook", () => {
  const values = [
    ["Nom", "Statut", "Revenu"],
    ["Claes", "principal", 32_000],
    [null, null, null],
    ["Maes", "principal", "douze"],
    [null, null, null],
  ];

  test("counts its rows as the sheet does, and ends with its last row", () => {
    const table = tableAt({ sheet: "Cabinet", address: "C5:E9" }, values);
    expect(table).toEqual({ rows: values.slice(0, 4), at: { sheet: "Cabinet", row: 4, column: 2 } });
    const { clients } = read(table);
    expect(clients.map(({ row, at }) => [row, at])).toEqual([
      [6, 1],
      [8, 3],
    ]);
    expect(clients[1]!.problems).toEqual([{ column: "income", text: "Income must be a number; “douze” is not one." }]);
  });

  test("a whole column begins with the sheet", () => {
    expect(tableAt({ sheet: "Cabinet", address: "B:D" }, values).at).toEqual({ sheet: "Cabinet", row: 0, column: 1 });
  });

  test("is found around one of its cells", () => {
    const sheet = [
      ["Title", null, null, null],
      [null, null, null, null],
      [null, "Nom", "Revenu", null],
      [null, "Claes", null, null],
      [null, null, 5, null],
      [null, null, null, "apart"],
    ];
    expect(regionAround(sheet, 3, 1)).toEqual({ row: 2, column: 1, rows: 4, columns: 3 });
    expect(regionAround(sheet.slice(0, 5), 4, 2)).toEqual({ row: 2, column: 1, rows: 3, columns: 2 });
    expect(regionAround(sheet, 9, 3)).toBeNull();
  });
});
