/** Microsoft's own runtime calls the built functions: what Excel would hand over, and what it would get. */
import { type Argument, type Definition, DEFINITIONS } from "../../src/definitions";
import { isWithoutZero } from "../../src/definitions/argument";
import { legal } from "../functions/legal";
import { ALLOWS_ERRORS, type Answer, type Call, CODES, Dispatcher, RICH_DATA } from "./dispatcher";

const IDS = Object.keys(DEFINITIONS);

const argumentsOf = (id: string): [name: string, argument: Argument<unknown>][] =>
  Object.entries((DEFINITIONS as Readonly<Record<string, Definition>>)[id]!.takes);

const legalCells = (id: string): unknown[] => argumentsOf(id).map(([name]) => legal(id, name));

const mayBeLeftOut = ({ optional, blankable }: Argument<unknown>): boolean => optional === true || blankable === true;

const excel = new Dispatcher();

/** The answers to calls, each with its call, for a message that says which one is not as expected. */
const answersTo = async (calls: readonly Call[]): Promise<Record<string, Answer>> => {
  const answers = await excel.ask(calls);
  return Object.fromEntries(calls.map(({ id }, at) => [`${at} ${id}`, answers[at]!]));
};

const allWith = (cellsOf: (id: string) => readonly unknown[]): Promise<Record<string, Answer>> =>
  answersTo(IDS.map((id) => ({ id, cells: cellsOf(id) })));

describe("Excel finds every function", () => {
  test("by its id, in any case", async () => {
    const answers = await allWith(legalCells);
    expect(Object.values(answers).filter(({ ok }) => !ok)).toEqual([]);
    expect(Object.values(answers)).toHaveLength(IDS.length);
    const small = await excel.ask(IDS.map((id) => ({ id: id.toLowerCase(), cells: legalCells(id) })));
    expect(small).toEqual(Object.values(answers));
    // AR38 12 §1: 20.5 % of 40,000, a quarter of it.
    expect(await excel.one("INASTI.QUARTERLY", 40_000, "principal", 2026)).toEqual({ ok: true, value: 2050 });
  });

  test("not by a name without its prefix, which a namespace would take away", async () => {
    const bare = await excel.ask(IDS.map((id) => ({ id: id.split(".")[1]!, cells: legalCells(id) })));
    expect(bare).toEqual(IDS.map(() => ({ ok: false, message: "", code: 2 })));
  });

  test("a refusal has the code of its error and a sentence", async () => {
    const next = await excel.one("INASTI.QUARTERLY", 40_000, "principal", 2090);
    expect(next).toMatchObject({ ok: false, code: CODES["#N/A"], message: expect.stringContaining("2090") as string });
    expect(await excel.one("INASTI.QUARTERLY")).toEqual({
      ok: false,
      code: CODES["#VALUE!"],
      message: "income is missing.",
    });
    expect(await excel.one("INASTI.EFFECTIVERATE", 0, "principal", 2026)).toMatchObject({ code: CODES["#NUM!"] });
  });
});

describe("a blank cell, as the web and as the desktop hand it over", () => {
  const blank = (id: string, as: (argument: Argument<unknown>) => unknown) =>
    argumentsOf(id).map(([name, argument]) => (mayBeLeftOut(argument) ? as(argument) : legal(id, name)));

  test("everything that may be left out", async () => {
    const web = await allWith((id) => blank(id, () => null));
    expect(await allWith((id) => blank(id, (argument) => (isWithoutZero(argument) ? 0 : null)))).toEqual(web);
    expect(await allWith((id) => blank(id, () => ""))).toEqual(web);
    const numbers = Object.values(web).filter(({ ok }) => ok);
    expect(numbers.length).toBeGreaterThan(IDS.length / 2);
  });

  test("rows below a list", async () => {
    const spare = (blank: unknown) =>
      ["INASTI.BATCH", "INASTI.DOSSIER"].map((id): Call => ({
        id,
        cells: [
          [[20_000], [blank]],
          [["principal"], [blank]],
          [[2026], [blank]],
        ],
      }));
    const desktop = await answersTo(spare(0));
    expect(desktop).toEqual(await answersTo(spare(null)));
    expect(desktop["0 INASTI.BATCH"]).toEqual({ ok: true, value: [[1025], [""]] });
  });
});

describe("errors and data types among the arguments", () => {
  const error = (code: string) => ({ type: "CustomFunctionError", code });
  const rich = (value: object) => ({ value: JSON.stringify(value) });
  const numberOf = (basicValue: number) => rich({ type: "FormattedNumber", basicValue, numberFormat: "0.00" });
  const cellError = (basicValue: string) => rich({ type: "Error", basicType: "Error", basicValue, errorType: "Div0" });
  const entity = rich({ type: "Entity", text: "Brussels", properties: {}, basicType: "Error", basicValue: "#VALUE!" });

  test.each(["#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#VALUE!"] as const)("%s is handed on", async (code) => {
    for (const [cell, flags] of [
      [error(code), ALLOWS_ERRORS],
      [cellError(code), RICH_DATA],
      [cellError(code), RICH_DATA | ALLOWS_ERRORS],
    ] as const) {
      const [answer] = await excel.ask([{ id: "INASTI.QUARTERLY", cells: [cell, "principal", 2026], flags }]);
      expect(answer).toMatchObject({ ok: false, code: CODES[code] });
    }
  });

  test("an error of a range stays in its own cell", async () => {
    for (const [cell, flags] of [
      [error("#N/A"), ALLOWS_ERRORS],
      [cellError("#N/A"), RICH_DATA],
    ] as const) {
      const [answer] = await excel.ask([{ id: "INASTI.BATCH", cells: [[[cell], [40_000]], "principal", 2026], flags }]);
      expect(answer).toMatchObject({ ok: true, value: [[{ type: "Error", basicValue: "#N/A" }], [2050]] });
    }
  });

  test("a number with a format is its number, one of a blank cell too; an entity is none", async () => {
    const cells = [numberOf(40_000), "principal", numberOf(2026), numberOf(0), numberOf(0)];
    const [formatted, none] = await excel.ask([
      { id: "INASTI.QUARTERLY", cells, flags: RICH_DATA },
      { id: "INASTI.QUARTERLY", cells: [entity, "principal", 2026], flags: RICH_DATA },
    ]);
    expect(formatted).toEqual({ ok: true, value: 2050 });
    expect(none).toMatchObject({ ok: false, code: CODES["#VALUE!"] });
  });
});

describe("Excel has the parameters of another version for a day", () => {
  test.each([1, 2, 3, 5, 17])("%d fewer", async (fewer) => {
    const known = (id: string) => legalCells(id).slice(0, -fewer);
    const padded = (id: string) => [...known(id), ...Array<null>(Math.min(fewer, legalCells(id).length)).fill(null)];
    const answers = await allWith(known);
    expect(answers).toEqual(await allWith(padded));
    // What Excel does not know of may be left out, so the calls of before still have their figures.
    const written = IDS.filter((id) =>
      argumentsOf(id)
        .slice(-fewer)
        .every(([, argument]) => argument.optional),
    );
    const figures = IDS.flatMap((id, at) => (written.includes(id) && answers[`${at} ${id}`]!.ok ? [id] : []));
    if (fewer === 1) expect(figures.length).toBeGreaterThan(40);
    for (const [id, answer] of Object.entries(answers))
      if (!answer.ok) expect([id, answer.message]).toEqual([id, expect.not.stringMatching(/holds an error|^$/)]);
  });

  test("one more", async () => {
    expect(await allWith((id) => [...legalCells(id), "new"])).toEqual(await allWith(legalCells));
  });
});

describe("the size of messages", () => {
  const MOST_ON_WEB = 5e6;
  const ROWS = 100_000;
  const web = new Dispatcher("OfficeOnline");
  const column = (cell: (row: number) => unknown, rows = ROWS) => Array.from({ length: rows }, (_, row) => [cell(row)]);
  const incomes = column((row) => 12_345.67 + ((row * 7919) % 90_000));
  const categories = column((row) => ["principal", "complementary", "student", "pensioner"][row % 4]);

  test("BATCH: 100,000 rows go in one message, also on the web", async () => {
    const years = column((row) => 2015 + (row % 12));
    const quarters = column(() => 4);
    const answer = await web.one("INASTI.BATCH", incomes, categories, years, quarters);
    expect(answer.ok && (answer.value as unknown[]).length).toBe(ROWS);
    expect(web.asked).toBeLessThan(MOST_ON_WEB);
    expect(web.answered).toBeLessThan(0.4 * MOST_ON_WEB);
  });

  const clients = (rows: number) => [
    incomes.slice(0, rows),
    categories.slice(0, rows),
    2025,
    column((row) => (row % 3 === 0 ? 45_000 : ""), rows),
    null,
    column((row) => ["Acerta", "Liantis", "UCM"][row % 3], rows),
    column((row) => 1234.56 + row / 100, rows),
  ];

  test("DOSSIER: 50,000 rows go on the web; of more, a sentence says how many", async () => {
    const answer = await web.one("INASTI.DOSSIER", ...clients(50_000));
    expect(answer.ok && (answer.value as unknown[]).length).toBe(50_001);
    expect(web.asked).toBeLessThan(MOST_ON_WEB);
    expect(web.answered).toBeLessThan(0.9 * MOST_ON_WEB);
    const more = await web.one("INASTI.DOSSIER", ...clients(ROWS));
    expect(more).toMatchObject({ ok: false, code: CODES["#VALUE!"] });
    const [, most] = /(\d[\d,]*) go\./.exec((more as { message: string }).message)!;
    const rows = Number(most!.replaceAll(",", ""));
    expect(rows).toBeGreaterThan(50_000);
    expect((await web.one("INASTI.DOSSIER", ...clients(rows - 1))).ok).toBe(true);
    expect(web.answered).toBeLessThan(MOST_ON_WEB);
    expect((await excel.one("INASTI.DOSSIER", ...clients(ROWS))).ok).toBe(true);
  });

  test.each([
    ["words that are no categories", [incomes, column((row) => `catégorie ${row}`), 2026]],
    ["incomes that are no numbers", [column((row) => `revenu ${row}`), "principal", 2026]],
    ["years without figures", [incomes, "principal", 2090]],
    ["an error in each", [column(() => ({ type: "Error", basicValue: "#N/A" })), categories, 2026]],
  ])("100,000 rows of %s stay far below what the web takes", async (_, cells) => {
    for (const id of ["INASTI.BATCH", "INASTI.DOSSIER"]) {
      const answer = await web.one(id, ...cells);
      expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/^Too many cells .*first/) as string });
      expect(web.answered).toBeLessThan(1000);
    }
  });

  test("as many errors as there is room for come with the others, and the last ones lead to the first", async () => {
    const some = column((row) => (row % 10 === 0 ? `revenu ${row}` : 40_000));
    const answer = await web.one("INASTI.BATCH", some, "principal", 2026);
    const cells = (answer as { value: { message?: string }[][] }).value;
    expect(cells[10]![0]!.message).toMatch(/“revenu 10” is not one/);
    expect(cells[99_990]![0]).toMatchObject({ basicValue: "#VALUE!", message: "See the first errors of this table." });
    expect(cells[99_991]).toEqual([2050]);
    expect(web.answered).toBeLessThan(0.6 * MOST_ON_WEB);
    // Where nothing forbids it each has a sentence of its own.
    const desktop = (await excel.one("INASTI.BATCH", some, "principal", 2026)) as { value: { message?: string }[][] };
    expect(desktop.value[99_990]![0]!.message).toMatch(/^incomes must be a number/);
  });

  test("spare rows cost next to nothing", async () => {
    for (const blank of [0, null]) {
      const below = column((row) => (row < 10 ? 40_000 : blank));
      const beside = column((row) => (row < 10 ? "principal" : blank));
      for (const [id, most] of [
        ["INASTI.BATCH", 0.2],
        ["INASTI.DOSSIER", 0.8],
      ] as const) {
        const answer = await web.one(id, below, beside, 2026);
        expect((answer as { value: unknown[][] }).value.at(-1)![0]).toBe("");
        expect(web.answered).toBeLessThan(most * MOST_ON_WEB);
      }
    }
  });
});
