import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFINITIONS } from "../../src/definitions";
import { type Language, LANGUAGES } from "../../src/i18n";
import { type Book, type Cell, read, type Sheet } from "../../src/package";
import { bookOf, fileFrom, fileOf, type Form, formsOfTemplate, speak, TEMPLATES } from "../../src/templates";
import "../../src/functions";
import { day } from "../../src/rules/calendar";

const FUNCTIONS = Object.keys(DEFINITIONS);
const DATE = "2026-11-29";

interface Made {
  readonly language: Language;
  readonly id: TemplateId;
  readonly form: Form;
  /** As our reader finds it in the file; what it is made of, where no file is made here. */
  readonly book: Book;
  /** What it is made of. */
  readonly planned: Book;
}

type TemplateId = (typeof TEMPLATES)[number]["id"];

const made: Made[] = [];
const CASES = LANGUAGES.flatMap((language) =>
  TEMPLATES.flatMap(({ id }) => formsOfTemplate(id).map((form) => [language, id, form] as const)),
);

/**
 * Files without the add-in take long to make: here each template is one in one language, by turns; of the others the sheets that they are
 * made of are checked. `npm run proof:templates` makes and calculates all.
 */
const languageOf = (id: TemplateId): Language =>
  LANGUAGES[TEMPLATES.findIndex((one) => one.id === id) % LANGUAGES.length]!;
const WRITTEN = CASES.filter(([language, id, form]) => form === "add-in" || language === languageOf(id));

beforeAll(async () => {
  for (const language of LANGUAGES) {
    await speak(language);
    for (const template of TEMPLATES)
      for (const form of formsOfTemplate(template.id)) {
        const { id } = template;
        const planned = bookOf(template, form);
        if (!WRITTEN.some(([tongue, one, as]) => tongue === language && one === id && as === form)) {
          made.push({ language, id, form, book: planned, planned });
          continue;
        }
        const { book, left } = read(fileFrom(planned, form, DATE), FUNCTIONS);
        expect(left).toEqual([]);
        made.push({ language, id, form, book, planned });
      }
  }
});

const madeAs = (language: Language, id: string, form: Form): Made =>
  made.find((one) => one.language === language && one.id === id && one.form === form)!;

/** Without the law and what the way back needs. */
const shown = ({ sheets }: Book): readonly Sheet[] => sheets.filter(({ hidden }) => !hidden);
/** Without the cover. */
const own = ({ book, planned }: Made): readonly Sheet[] =>
  planned.sheets.map(({ name }) => book.sheets.find((sheet) => sheet.name === name)!);
const placeOf = ({ row, column }: Cell): string => `${row},${column}`;

test.each(CASES)("%s: %s, %s: no cell shows an error, and every formula has a value", (language, id, form) => {
  const { book } = madeAs(language, id, form);
  const cells = shown(book).flatMap(({ cells: all }) => all);
  expect(cells.filter(({ value }) => typeof value === "object")).toEqual([]);
  expect(cells.filter(({ formula, value }) => formula !== undefined && value === undefined)).toEqual([]);
  expect(cells.filter(({ formula }) => formula !== undefined).length).toBeGreaterThan(10);
});

test.each(WRITTEN)(
  "%s: %s, %s: the file has the sheets as they were planned: lists that let other words be typed, charts, a page",
  (language, id, form) => {
    const one = madeAs(language, id, form);
    one.planned.sheets.forEach((planned, index) => {
      const found = own(one)[index]!;
      expect(found.lists ?? []).toEqual(planned.lists);
      expect((planned.lists ?? []).every(({ strict }) => !strict)).toBe(true);
      expect(found.charts ?? []).toEqual(planned.charts);
      expect(found.frozen).toEqual(planned.frozen);
      expect(found.print).toEqual(planned.print);
      expect(found.print).toMatchObject({ fitToWidth: true, area: expect.anything() as unknown });
    });
    expect(shown(one.book)[0]!.name).toBe(book0(one));
  },
);

/** The sheet that opens first: the cover of the form without the add-in, else the first of the template. */
const book0 = ({ form, planned, book }: Made): string =>
  form === "add-in" ? planned.sheets[0]!.name : book.sheets[book.active ?? 0]!.name;

const ALIVE = TEMPLATES.filter(({ id }) => formsOfTemplate(id).includes("stand-alone"));

test.each(ALIVE.map(({ id, frozen = [] }) => [id, frozen] as const))(
  "%s: without the add-in nothing of ours is called, and nothing is frozen but what has no native form",
  (id, frozen) => {
    const { book, planned } = madeAs(languageOf(id), id, "stand-alone");
    const formulas = shown(book).flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
    expect(formulas.filter((formula) => FUNCTIONS.some((name) => formula.includes(`${name}(`)))).toEqual([]);
    planned.sheets.forEach(({ name, cells }) => {
      const found = new Set(
        book.sheets
          .find((sheet) => sheet.name === name)!
          .cells.filter(({ formula }) => formula)
          .map(placeOf),
      );
      const gone = cells.flatMap((cell) => (cell.formula && !found.has(placeOf(cell)) ? cell.formula : []));
      expect(gone.filter((formula) => !frozen.some((name) => formula.includes(`${name}(`)))).toEqual([]);
      expect(frozen.filter((name) => !gone.some((formula) => formula.includes(`${name}(`)))).toEqual([]);
    });
  },
);

test("payments one by one are those of the cash flow in one table", () => {
  const payments = (form: Form): unknown[][] => {
    const { cells } = own(madeAs("en", "cash-calendar", form))[0]!;
    const first = Math.max(...cells.filter(({ value }) => value === "running total").map(({ row }) => row)) + 1;
    const rows = new Map<number, unknown[]>();
    for (const { row, column, value } of cells)
      if (row >= first && column < 10 && value !== undefined)
        (rows.get(row) ?? rows.set(row, []).get(row)!)[column - 1] = value;
    return [...rows.values()];
  };
  expect(payments("add-in").length).toBeGreaterThan(20);
  expect(payments("stand-alone")).toEqual(payments("add-in"));
});

/** What the first sheet shows, row by row. */
function rowsOf(id: TemplateId, form: Form): Cell["value"][][] {
  const rows: Cell["value"][][] = [];
  for (const { row, column, value } of own(madeAs("en", id, form))[0]!.cells)
    if (value !== undefined) (rows[row] ??= [])[column] = value;
  return rows.filter((row) => row !== undefined);
}

const NOTES = 3;

test("scenarios come to the same without the add-in, where nothing is said of a start", () => {
  // The title and what the sheet says of itself.
  const found = rowsOf("scenarios", "stand-alone").slice(NOTES);
  const wanted = rowsOf("scenarios", "add-in")
    .slice(NOTES)
    .filter(([, label]) => label !== "Start of the activity");
  expect(wanted.flat().filter((value) => typeof value === "number").length).toBeGreaterThan(150);
  expect(found).toEqual(wanted);
});

test("another fee brings in the same where the contribution of each class stands beside it", () => {
  const all = rowsOf("fee-scenario", "add-in");
  expect(all.flat().filter((value) => typeof value === "number").length).toBeGreaterThan(150);
  expect(rowsOf("fee-scenario", "stand-alone")).toEqual(all);
});

/** What IronCalc does not know, or takes one cell of: it is given the value. LibreOffice calculates it in `npm run proof:templates`. */
const UNKNOWN = /AGGREGATE|SUMPRODUCT/;
const withoutUnknown = ({ formula, ...cell }: Cell): Cell =>
  formula === undefined || UNKNOWN.test(formula) ? cell : { ...cell, formula };

test("another program calculates the form without the add-in to the same cents", () => {
  const all = made.filter(({ form, language, id }) => form === "stand-alone" && language === languageOf(id));
  const books = all.map(({ book: { names = [], ...book } }) => {
    const sheets = book.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(withoutUnknown) }));
    const formulas = sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
    // What no formula reads takes time only.
    const isRead = ({ name }: { readonly name: string }): boolean => formulas.some((formula) => formula.includes(name));
    return { sheets: sheets.filter((sheet) => !sheet.hidden || isRead(sheet)), names: names.filter(isRead) };
  });
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, "ironcalc.mjs")], {
    input: JSON.stringify(books),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const answers = JSON.parse(stdout) as string[][][];
  const wrong = all.flatMap(({ id, language }, index) =>
    books[index]!.sheets.flatMap((sheet, at) =>
      sheet.hidden
        ? []
        : sheet.cells
            .filter(({ formula }) => formula !== undefined)
            .flatMap((cell, n) => {
              const found = answers[index]![at]![n]!;
              if (agree(found, cell.value)) return [];
              return [
                `${language} ${id} ${sheet.name} ${placeOf(cell)}: ${found}, not ${JSON.stringify(cell.value)}; ${cell.formula}`,
              ];
            }),
    ),
  );
  expect(wrong).toEqual([]);
});

const HALF_A_CENT = 0.005;
/** IronCalc shows a day as one. */
const DAY = /^(\d+)\/(\d+)\/(\d{4})$/;
const numberIn = (shown: string): number => {
  const [, month, dayOfMonth, year] = DAY.exec(shown)?.map(Number) ?? [];
  return year === undefined ? Number(shown) : day(year, month!, dayOfMonth!);
};
const agree = (found: string, value: Cell["value"]): boolean =>
  typeof value === "number" && value !== 0
    ? Math.abs(numberIn(found) - value) < HALF_A_CENT && found !== ""
    : found === (typeof value === "object" ? value.error : String(value));

/** What is the same in every language: names of people and funds, and figures. */
const SENTENCE = /\p{L}{2,}(?:[^\p{L}]+\p{L}{2,}){2,}/u;

test("no sentence is left in English", () => {
  for (const { id, form, language, planned } of made) {
    if (language === "en") continue;
    const english = new Set(texts(madeAs("en", id, form).planned));
    expect(texts(planned).filter((text) => english.has(text) && !text.startsWith("=") && SENTENCE.test(text))).toEqual(
      [],
    );
  }
});

const texts = (book: Book): string[] =>
  shown(book).flatMap(({ name, cells, charts = [] }) => [
    name,
    ...cells.flatMap(({ value }) => (typeof value === "string" ? [value] : [])),
    ...charts.map(({ title }) => title),
  ]);

test("every file has a name of its own in plain letters, and the page of templates leads to each", () => {
  const names = CASES.map(([language, id, form]) => fileOf(id, form, language));
  expect(new Set(names).size).toBe(names.length);
  const page = readFileSync(join(__dirname, "../../build/help/templates.html"), "utf8");
  const linked = [...page.matchAll(/href="\.\.\/templates\/([^"]+)"/g)].map(([, name]) => name!);
  expect(linked.sort()).toEqual([...names].sort());
  for (const name of names) expect(name).toMatch(/^[a-z]{2}\/[a-z0-9-]+\.xlsx$/);
});
