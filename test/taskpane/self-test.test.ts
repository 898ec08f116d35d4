import { readFileSync } from "node:fs";
import path from "node:path";
import { excelHost } from "../../src/host/excel";
import type { Host } from "../../src/host/host";
import { addTexts, reader } from "../../src/i18n";
import english from "../../src/i18n/en/selftest.json";
import french from "../../src/i18n/fr/selftest.json";
import { hasCalculated } from "../../src/page/calculation";
import { countFrom1904 } from "../../src/page/date-system";
import { CHECKS } from "../../src/taskpane/self-test/checks";
import { asJson, asText } from "../../src/taskpane/self-test/report";
import { type Options, type Report, runSelfTest } from "../../src/taskpane/self-test/run";
import { callingOf, calculating } from "../host/calculating";
import { FakeBook, FakeError, fakeOffice } from "../host/fake-excel";
import { sourceFunctions } from "../setup/excel";

let functions: ReturnType<typeof sourceFunctions>;
let book: FakeBook;
/** The text of a file beside the page. */
let served: (file: string) => string;

const METADATA = path.join(__dirname, "../../build/metadata");

beforeAll(() => {
  functions = sourceFunctions();
  addTexts("en", "selftest", english);
  addTexts("fr", "selftest", french);
});

beforeEach(() => {
  reader.language = "en";
  served = (file) => readFileSync(path.join(METADATA, file), "utf8");
  book = new FakeBook();
  book.notation = { separator: ",", decimal: "." };
  Object.assign(globalThis, fakeOffice(book), {
    fetch: (file: string) => Promise.resolve(new Response(served(file))),
  });
  calculating(book, callingOf(functions));
});

const LIMITS = { probe: 200, many: 400 };

/** The rows of some checks only, for there is one of everything. */
const run = (ids: readonly string[], options: Options = {}, host: Host = excelHost): Promise<Report> =>
  runSelfTest(host, { limits: LIMITS, checks: CHECKS.filter(({ id }) => ids.includes(id)), ...options });

const statuses = ({ rows }: Report): Record<string, string> =>
  Object.fromEntries(rows.map(({ id, status }) => [id, status]));

/** What a user has in the workbook, in every place that the test writes to. */
function fillWorkbook(): void {
  book.addSheet("Client");
  book.type({ A1: 40_000, B1: '=INASTI.QUARTERLY(A1,"principal",2026)', C3: '=INASTI.BREAKDOWN(A1,"principal",2026)' });
  book.sheet("Sheet1").notes.set("B1", "ask the client");
  book.names.set("PARAMETER_YEAR", "=2024");
  book.names.set("Rate", "=Sheet1!$A$1");
  book.settings.set("parameterYear", 2024);
  book.selected = { sheet: "Client", address: "C7" };
}

/** All that is the user's. */
const content = (): unknown => ({
  sheets: book.sheets.map(({ name, notes, names, charts }) => [
    name,
    book.formulasOf(name),
    book.values(name),
    [...notes],
    [...names],
    charts,
  ]),
  names: [...book.names],
  settings: [...book.settings],
  selected: book.selected,
  calculations: book.calculations,
  calculationMode: book.calculationMode,
});

// The first of the tests: nothing has been calculated yet.
test("a workbook in which nobody used the functions is still one", async () => {
  await run(["probe", "functions"]);
  expect(hasCalculated()).toBe(false);
  expect(book.settings.size).toBe(0);
  functions.get("INASTI.VERSION")!();
  expect(hasCalculated()).toBe(true);
});

test("Excel in order: every row is, but for what no add-in can read, and the workbook is as it was", async () => {
  fillWorkbook();
  const before = content();
  const report = await runSelfTest(excelHost);
  expect(report.rows.filter(({ status }) => status !== "ok").map(({ id, status }) => [id, status])).toEqual([
    ["messages", "absent"],
  ]);
  expect(report.rows.map(({ id }) => id)).toEqual(["sheet", ...CHECKS.map(({ id }) => id), "left"]);
  expect(content()).toEqual(before);
});

test("a blank cell may come as 0, as on the desktop", async () => {
  calculating(book, callingOf(functions, 0));
  const report = await run(["blank", "blank-optional", "functions"]);
  expect(Object.values(statuses(report))).toEqual(["ok", "ok", "ok", "ok", "ok"]);
  const { rows } = report;
  expect(rows.find(({ id }) => id === "blank")).toMatchObject({
    status: "ok",
    seen: { values: { cell: "0", range: "0" } },
  });
});

test.each([
  ["fr", ";", ","],
  ["nl", ";", ","],
] as const)("formulas are typed as Excel in %s takes them", async (language, separator, decimal) => {
  reader.language = language;
  book.notation = { separator, decimal };
  expect(statuses(await run(["typed", "notation", "words", "metadata"]))).toEqual({
    sheet: "ok",
    notation: "ok",
    metadata: "ok",
    typed: "ok",
    words: "ok",
    left: "ok",
  });
});

test("in a workbook that counts its days from 1904 examples with dates say that they cannot be tried", async () => {
  book.from1904 = true;
  countFrom1904(true);
  calculate((formula) => (formula === "=DATE(1904,1,2)" ? 1 : null))();
  const report = await run(["functions", "arguments", "blank-optional", "dates", "probe"]);
  countFrom1904(false);
  expect(statuses(report)).toEqual({
    sheet: "ok",
    functions: "absent",
    arguments: "absent",
    "blank-optional": "absent",
    dates: "ok",
    probe: "ok",
    left: "ok",
  });
});

test("a spreadsheet that tells the sentences of its errors is held to ours", async () => {
  const telling = (message: string): Host => ({
    ...excelHost,
    openTrial: async () => ({ ...(await excelHost.openTrial()), errorMessage: () => Promise.resolve(message) }),
  });
  const sentence = "income must be a number; “abc” is not one.";
  expect(statuses(await run(["messages"], {}, telling(sentence)))).toMatchObject({ messages: "ok" });
  expect(statuses(await run(["messages"], {}, telling("")))).toMatchObject({ messages: "failed" });
});

test("a sheet that an interrupted test left is told, and left to the user", async () => {
  book.addSheet("Statut Social self-test");
  const report = await run(["probe"]);
  expect(statuses(report)).toEqual({ sheet: "ok", probe: "ok", left: "failed" });
  expect(asText(report)).toContain("seen: the sheet “Statut Social self-test”, which can be deleted");
  expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Statut Social self-test"]);
});

/** What is broken of Excel, and which row tells. */
const calculate = (change: (formula: string, sheet: string) => ReturnType<FakeBook["evaluate"]> | null) => (): void => {
  const real = book.evaluate;
  book.evaluate = (formula, sheet) => {
    const changed = change(formula, sheet.name);
    return changed === null ? real(formula, sheet) : changed;
  };
};
const fails = (pattern: RegExp, code: string) => (): void => {
  book.failure = (operation) => (pattern.test(operation) ? code : undefined);
};

const SABOTAGE: Readonly<Record<string, () => void>> = {
  "sheet: the structure of the workbook is protected": fails(/^Worksheets\.add/, "AccessDenied"),
  "platform: Office does not know its build": () => {
    Object.assign(Office.context.diagnostics, { version: "" });
  },
  "requirements: an Excel without custom functions": () => {
    book.sets["CustomFunctionsRuntime"] = "1.1";
  },
  "notation: the system has another decimal sign": () => {
    book.notation = { separator: ",", decimal: "·" };
  },
  "undo: an older Excel": () => {
    book.sets["ExcelApi"] = "1.19";
  },
  "metadata: the file of an older version is served": () => {
    served = (file) => {
      const { functions: all } = JSON.parse(readFileSync(path.join(METADATA, file), "utf8")) as {
        functions: { parameters: unknown[] }[];
      };
      all[0]!.parameters.pop();
      return JSON.stringify({ functions: all });
    };
  },
  "version: cells run older code": calculate((formula) =>
    formula === "=INASTI.VERSION()"
      ? [
          ["code", "data"],
          ["0.0.9", "old"],
        ]
      : null,
  ),
  "probe: the functions are not registered": calculate((formula) => (formula.includes("INASTI") ? "#NAME?" : null)),
  "probe: the answer never comes": () => {
    book.isBusy = (formula) => formula.startsWith("=INASTI");
  },
  "typed: arguments are separated otherwise": () => {
    book.notation = { separator: ";", decimal: "." };
  },
  "functions: one of them is missing": calculate((formula) => (formula.includes("PENSION.AGE(") ? "#NAME?" : null)),
  "functions: one of them gives another value": calculate((formula) => (formula.includes("FUND.FEE(") ? 62.52 : null)),
  "arguments: Excel keeps the list of an older version": () => {
    const enter = book.enter.bind(book);
    book.enter = (sheet, row, column, input) => {
      if (typeof input === "string" && /^=INASTI\.DUEDATE\(.*,,,/.test(input)) throw new FakeError("InvalidArgument");
      enter(sheet, row, column, input);
    };
  },
  "words: accents are lost on the way": () => {
    reader.language = "fr";
    calculate((formula) => (/[éè]/.test(formula) ? "#VALUE!" : null))();
  },
  "blank: a blank cell comes as something else": () => calculating(book, callingOf(functions, "?")),
  "blank-optional: a blank cell is not left out": () => calculating(book, callingOf(functions, -1)),
  "errors: one code for all": calculate((formula) => (/NA\(\)|1\/0|2100/.test(formula) ? "#VALUE!" : null)),
  "spill: only the first cell is filled": calculate((formula) => (formula.includes("BREAKDOWN") ? "step" : null)),
  "ranges: only the first cell is filled": calculate((formula) => (formula.includes("(C1:C3,") ? 1025 : null)),
  "dates: a workbook that counts from 1904": calculate((formula) => (formula === "=DATE(1904,1,2)" ? 1 : null)),
  "names: Excel reads a number by the user's language": fails(/^(Names\.add|NamedItem\.formula)/, "InvalidArgument"),
  "names: a number becomes another one": calculate((formula) => (formula.includes("STATUT_SELF_TEST") ? 30_500 : null)),
  "settings: they are not kept": () => {
    Object.assign(Office.context.document.settings, { set: () => undefined });
  },
  "settings: the workbook cannot be saved": fails(/^Settings\.save/, "read-only"),
  "notes: an end is cut off": () => {
    book.longestNote = 1_000;
  },
  "notes: an Excel without them": () => {
    book.supportsNotes = false;
  },
  "freeze: a formula does not come back": () => {
    const enter = book.enter.bind(book);
    book.enter = (sheet, row, column, input) => {
      const isBack = typeof input === "string" && input.includes("BREAKDOWN") && sheet.notes.size > 1;
      enter(sheet, row, column, isBack ? "'lost" : input);
    };
  },
  "freeze: Excel keeps formulas where values are pasted": fails(/^Range\.copyFrom/, "GeneralException"),
  "charts: a series is lost": () => {
    book.between = () => {
      for (const { charts } of book.sheets) for (const { series } of charts) if (series.length === 2) series.pop();
    };
  },
  "payload: an answer of more than Excel on the web carries": () => {
    book.mostValues = 10_000;
  },
  "payload: the formula waits for ever": () => {
    book.isBusy = (formula) => formula.includes("BATCH");
  },
  "speed: some cells never answer": () => {
    book.isBusy = (formula) => formula.includes("(C999,");
  },
  "left: Excel does not delete the sheet": fails(/^Worksheet\.delete/, "GeneralException"),
};

test.each(Object.entries(SABOTAGE))("%s", async (name, breakIt) => {
  const id = name.slice(0, name.indexOf(":"));
  breakIt();
  const report = await run([id]);
  const row = report.rows.find((one) => one.id === id)!;
  expect(row.status).toMatch(/failed|absent/);
  expect(asText(report)).toContain(`[${row.status}] ${english.row[id as keyof typeof english.row].name} `);
});

test("every row can fail", () => {
  const broken = new Set(Object.keys(SABOTAGE).map((name) => name.slice(0, name.indexOf(":"))));
  const rows = ["sheet", ...CHECKS.map(({ id }) => id), "left"];
  expect(rows.filter((id) => !broken.has(id))).toEqual(["messages"]);
});

describe("whatever happens, nothing is left", () => {
  test("Stop, at any time", async () => {
    fillWorkbook();
    const before = content();
    for (const id of ["sheet", "names", "notes", "freeze"]) {
      const controller = new AbortController();
      const report = await run(["names", "settings", "notes", "freeze"], {
        signal: controller.signal,
        onRow: (row) => row.id === id && controller.abort(),
      });
      expect(report.isStopped).toBe(true);
      expect(report.rows.at(-1)).toMatchObject({ id: "left", status: "ok" });
      expect(content()).toEqual(before);
    }
  });

  test("Stop while a formula is waited for", async () => {
    book.isBusy = (formula) => formula.startsWith("=INASTI");
    const controller = new AbortController();
    const stopping = run(["probe"], { signal: controller.signal, limits: { probe: 60_000, many: 60_000 } });
    setTimeout(() => controller.abort(), 100);
    const report = await stopping;
    expect(statuses(report)).toEqual({ sheet: "ok", left: "ok" });
    expect(book.sheets).toHaveLength(1);
  });

  test.each([
    "Range.formulas",
    "Range.copyFrom",
    "Notes.add",
    "Note.delete",
    "Names.add",
    "Charts.add",
    "Settings.save",
  ])("%s fails", async (operation) => {
    fillWorkbook();
    const before = content();
    fails(new RegExp(`^${operation}`), "GeneralException")();
    const report = await run(["functions", "names", "settings", "notes", "freeze", "charts"]);
    expect(Object.values(statuses(report))).toContain("failed");
    expect(statuses(report)).toMatchObject({ left: "ok" });
    expect(content()).toEqual(before);
  });

  test("somebody types into a cell when the sheet is to go", async () => {
    const report = run(["probe"], {
      onRow: ({ id }) => {
        if (id !== "probe") return;
        book.isEditing = true;
        setTimeout(() => (book.isEditing = false), 100);
      },
    });
    expect(statuses(await report)).toMatchObject({ left: "ok" });
    expect(book.sheets).toHaveLength(1);
  });

  test("but for what Excel keeps, which is said", async () => {
    fails(/^Worksheet\.delete/, "GeneralException")();
    const { rows } = await run([]);
    expect(rows.at(-1)).toMatchObject({ id: "left", status: "failed" });
    expect(asText({ ...(await run([])), rows })).toContain(
      "seen: the sheet “Statut Social self-test”, which can be deleted",
    );
  });
});

test("a sheet of the user's with another name is none of the test's", async () => {
  const trial = await excelHost.openTrial();
  book.addSheet("Statut Social self-test 2026");
  book.addSheet("Statut Social self-test (2)");
  await expect(trial.sheets()).resolves.toEqual(["Statut Social self-test (2)"]);
  await expect(trial.removeSheet("Statut Social self-test 2026")).rejects.toThrow(RangeError);
  await expect(trial.write({ sheet: "Sheet1", address: "A1" }, [[1]])).rejects.toThrow(RangeError);
  await expect(trial.clear("Sheet1")).rejects.toThrow(RangeError);
});

describe("the report", () => {
  test("has nothing of the workbook in it, also where something fails", async () => {
    book.addSheet("Maes & Zonen");
    book.type({ A1: 123_456.78, A2: '=INASTI.QUARTERLY(A1,"principal",2026)' }, "Maes & Zonen");
    book.names.set("SecretName", "=987654");
    book.sheet("Maes & Zonen").notes.set("A1", "private note");
    fails(/^(Range\.copyFrom|Worksheet\.delete)/, "GeneralException")();
    const report = await run(["probe", "freeze", "names", "notes"]);
    for (const text of [asJson(report), asText(report)]) {
      for (const secret of ["Maes", "123456", "Secret", "987654", "private", "PARAMETER"]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  test("is in English, and in the user's language beside it", async () => {
    reader.language = "fr";
    book.notation = { separator: ";", decimal: "," };
    const report = await run(["settings"]);
    expect(JSON.parse(asJson(report))).toMatchObject({
      product: "statut-social",
      language: "fr",
      environment: { application: "Excel", platform: "PC", version: "16.0.19328.20000" },
      rows: [
        {},
        {
          id: "settings",
          status: "ok",
          name: "Settings of the workbook",
          expected: "kept, removed",
          seen: "kept, removed",
          fr: { name: "Réglages du classeur", status: "en ordre", seen: "conservé, supprimé" },
        },
        {},
      ],
    });
    expect(asText(report)).toMatch(/\[ok\] Settings of the workbook \/ Réglages du classeur \(\d+ ms\)/);
  });
});
