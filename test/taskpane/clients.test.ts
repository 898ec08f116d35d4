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

/** As a program for bookkeeping exports it: a column of its own first, signs and points in amounts, a total below. */
const LEDGER: readonly (readonly string[])[] = [
  [
    "2026-001",
    "Vandenbroucke-de Hemricourt de Grunne, Marie",
    "PRINCIPAL",
    "€ 48.250,50",
    "01/04/2011",
    "",
    "Acerta",
    "9.000,00 €",
  ],
  ["2026-002", "DUBOIS Jean", "complementary", "9.500,00", "1/7/2026", "", "Liantis", ""],
  ["2026-003", "MAES An", "principal", "32 000,00 €", "15/03/2019", "30/06/2026", "Xerius", "1 250,00"],
  ["2026-004", "", "principal", "21.000", "", "", "UCM", "0"],
  ["2026-005", "PEETERS Luc", "artisan", "18.000,00", "", "", "Securex", ""],
  ["2026-006", "LAMBERT Zoé", "primostarter", "", "01/01/2026", "", "Partena", ""],
  ["2026-007", "NGUYEN Thi", "principal", "27.500,75", "", "", "Liantys", "500"],
  ["2026-008", "JANSSENS B.", "student", "7.900,10", "", "", "", ""],
  ["2026-009", "CLAES R.", "pensioner", "-1.250,00", "", "", "Group S", ""],
  ["2026-010", "WILLEMS K.", "principal", "31.02.2026", "", "", "Acerta", ""],
  ["2026-011", "MARTIN P.", "principal", "25.000,00", "31/02/2026", "", "Acerta", ""],
  ["2026-012", "LEROY M.", "principal", "1.234", "", "", "3,95 %", "1.000"],
  ["2026-013", "HENRY C.", "helper", "22.000,00", "", "", "Acerta", ""],
  ["2026-014", "FRANCOIS D.", "complementary", "EUR 15.000,00", "01-01-2020", "", "SECUREX INTEGRITY", "1.500 EUR"],
  ["2026-015", "DENIS E.", "principal", "(3.000,00)", "", "", "Acerta", ""],
  ["2026-016", "GERARD F.", "principal", "50.000,00", "01/01/2027", "", "Acerta", ""],
  ["2026-017", "RENARD G.", "principal", "50.000,00", "01/07/2026", "30/06/2026", "Acerta", ""],
  ["2026-018", "FONTAINE H.", "principal", "n/a", "", "", "Acerta", ""],
  ["2026-019", "ROUSSEAU I.", "principal", "80.000,00", "01/01/2015", "", "Xerius", "20.000,00"],
  ["", "TOTAL", "", "512.000,00", "", "", "", ""],
];

const WORDS = {
  fr: {
    complementary: "Titre complémentaire",
    student: "étudiant-indépendant",
    pensioner: "pensionné",
    helper: "aidant",
    PRINCIPAL: "Indépendant à titre principal",
  },
  nl: {
    complementary: "Bijberoep",
    student: "student-zelfstandige",
    pensioner: "gepensioneerde",
    helper: "helper",
    PRINCIPAL: "Zelfstandige in hoofdberoep",
  },
} as const;

describe("twenty rows of a ledger", () => {
  test.each([
    {
      locale: "fr-BE",
      heads:
        "N° dossier\tNom et prénom\tStatut social\tRevenu net\tDate d'affiliation\tDate de cessation\tCaisse d'assurances sociales\tCotisations versées",
      said: {
        6: "Catégorie : « artisan » n’est pas connu.",
        7: "Revenu : la cellule est vide. Remplissez-la",
        8: "Caisse ou taux : « Liantys » n’est pas connu. Vouliez-vous dire « Liantis » ?",
        11: "Revenu doit être un nombre ; « 31.02.2026 »",
        12: "Début : « 31/02/2026 » n’est pas une date.",
        14: "Catégorie : « aidant » n’est pas une catégorie. Un aidant relève du « titre principal » ou du « titre complémentaire »",
        16: "Revenu doit être un nombre ; « (3.000,00) »",
        18: "cessation (30/06/2026) ne peut pas précéder début (01/07/2026).",
        19: "Revenu doit être un nombre ; « n/a »",
        21: "Catégorie : la cellule est vide.",
      },
    },
    {
      locale: "nl-BE",
      heads:
        "Dossiernr.\tNaam klant\tHoedanigheid\tNetto inkomsten\tDatum aansluiting\tStopzetting\tSociaal verzekeringsfonds\tReeds betaalde bijdragen",
      said: {
        6: "Categorie: “artisan” is niet bekend.",
        7: "Inkomen: de cel is leeg. Vul ze in",
        8: "Fonds of percentage: “Liantys” is niet bekend. Bedoelde u “Liantis”?",
        11: "Inkomen moet een getal zijn; “31.02.2026”",
        12: "Begin: “31/02/2026” is geen datum.",
        14: "Categorie: “helper” is geen categorie. Een helper is “hoofdberoep” of “bijberoep”",
        16: "Inkomen moet een getal zijn; “(3.000,00)”",
        18: "stopzetting (30/06/2026) mag niet vóór begin (01/07/2026) liggen.",
        19: "Inkomen moet een getal zijn; “n/a”",
        21: "Categorie: de cel is leeg.",
      },
    },
  ])("are right, or refused with a sentence beside the row, in $locale", async ({ locale, heads, said }) => {
    await speak(locale);
    const words: Readonly<Record<string, string>> = WORDS[reader.language as keyof typeof WORDS];
    const rows = LEDGER.map((row) => row.map((cell, at) => (at === 2 ? (words[cell] ?? cell) : cell)).join("\t"));
    const { clients, failure } = read(pastedTable([heads, ...rows].join("\r\n")));
    expect(failure).toBeUndefined();
    expect(clients.map(({ row }) => row)).toEqual(LEDGER.map((_, index) => index + 2));
    const wrong = clients.filter(({ problems }) => problems.length > 0);
    expect(wrong.map(({ row, problems }) => [row, problems.length])).toEqual(
      Object.keys(said).map((row) => [Number(row), 1]),
    );
    const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, " ");
    for (const { row, problems } of wrong)
      expect(plain(problems[0]!.text).startsWith(said[row as keyof typeof said])).toBe(true);
    const dossier = (named: Record<string, unknown>) =>
      (callNamed(functions, "INASTI.DOSSIER", { years: 2026, ...named }) as unknown[][])[1];
    const accountOf = (row: number) => clients.find((client) => client.row === row)!.account;
    expect([2, 3, 4, 5, 9, 10, 13, 15, 17, 20].map(accountOf)).toEqual([
      dossier({ incomes: 48_250.5, categories: "principal", starts: day(2011, 4, 1), funds: "Acerta", paid: 9000 }),
      dossier({ incomes: 9500, categories: "complementary", starts: day(2026, 7, 1), funds: "Liantis" }),
      dossier({
        incomes: 32_000,
        categories: "principal",
        starts: day(2019, 3, 15),
        stops: day(2026, 6, 30),
        funds: "Xerius",
        paid: 1250,
      }),
      dossier({ incomes: 21_000, categories: "principal", funds: "UCM", paid: 0 }),
      dossier({ incomes: 7900.1, categories: "student" }),
      dossier({ incomes: -1250, categories: "pensioner", funds: "Group S" }),
      dossier({ incomes: 1234, categories: "principal", funds: 0.0395, paid: 1000 }),
      dossier({ incomes: 15_000, categories: "complementary", starts: day(2020, 1, 1), funds: "Securex", paid: 1500 }),
      dossier({ incomes: 50_000, categories: "principal", starts: day(2027, 1, 1), funds: "Acerta" }),
      dossier({ incomes: 80_000, categories: "principal", starts: day(2015, 1, 1), funds: "Xerius", paid: 20_000 }),
    ]);
  });
});
