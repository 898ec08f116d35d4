import { availableParallelism, loadavg } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { bundleFunctions, CellError, cellOf, type CustomFunction } from "../setup/excel";

/** Rows of a sheet: a reference to a whole column hands all of them over. */
const ROWS = 1_048_576;
/** Of the processor; one that many share is slower for each of them. */
const SLOWEST_MS = 2000 * Math.max(1, Math.min(4, loadavg()[0]! / availableParallelism()));
const MOST_BYTES = 300e6;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

let functions: Map<string, CustomFunction>;

beforeAll(() => {
  functions = bundleFunctions();
});

type Row = readonly unknown[];

const column = (cell: (row: number) => unknown): Row[] => Array.from({ length: ROWS }, (_, row) => [cell(row)]);

/** A column of the same rows again and again, which takes no time to make. */
const repeated = (...rows: readonly Row[]): Row[] => Array.from({ length: ROWS }, (_, row) => rows[row % rows.length]!);

/** A few rows, and below them the same one to the end of the sheet. */
const topped = (top: readonly Row[], rest: Row): Row[] =>
  Array.from({ length: ROWS }, (_, row) => (row < top.length ? top[row]! : rest));

/** The result, or its sentence where there is none, once it is known that it came in time and left no mountain behind. */
function quick(id: string, ...args: unknown[]): unknown {
  // What the columns themselves left behind is not to be counted.
  collectGarbage();
  const [before, start] = [process.memoryUsage().heapUsed, process.cpuUsage()];
  const result = answerOf(() => functions.get(id)!(...args));
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(SLOWEST_MS);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(MOST_BYTES);
  return result;
}

function answerOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`;
    throw error;
  }
}

const sample = (result: unknown, ...rows: number[]): unknown[] =>
  rows.map((row) => {
    const [cell] = (result as unknown[][])[row]!;
    return cell instanceof CellError ? cell.code : cell;
  });

describe("a whole column, mostly blank", () => {
  const few = topped([[20_000], [30_000], [40_000]], [null]);

  test("BATCH: blank in, blank out", () => {
    const categories = topped([["principal"], ["principal"], ["principal"]], [""]);
    const result = quick("INASTI.BATCH", few, categories, 2026, repeated([""]));
    expect(sample(result, 0, 1, 2, 3, ROWS - 1)).toEqual([1025, 1537.5, 2050, "", ""]);
    expect(sample(functions.get("INASTI.BATCH")!(few.slice(0, 5), "principal", 2026), 2, 3, 4)).toEqual([2050, "", ""]);
  });

  test("BATCH: a blank income beside a category is missing", () => {
    const result = quick("INASTI.BATCH", [[null], [null]], [["principal"], [null]], 2026);
    expect(sample(result, 0, 1)).toEqual(["#VALUE!", ""]);
  });

  test("DOSSIER: blank in, blank out", () => {
    const categories = topped([["principal"], ["principal"], ["principal"]], [""]);
    const blank = repeated([""], [null]);
    const result = quick("INASTI.DOSSIER", few, categories, 2026, blank, blank, blank, blank) as unknown[][];
    expect([1, 3, 4, ROWS].map((row) => result[row]![6])).toEqual([4100, 8200, "", ""]);
    expect(sample(quick("INASTI.DOSSIER", few, "principal", 2026), 1, 4)).toEqual([4, ""]);
  });

  test("SCENARIO: blanks are no members and no rates", () => {
    expect((quick("FUND.SCENARIO", few, [[0.03]]) as unknown[][])[1]).toEqual([0.03, 2700, 900, 0]);
    const rates = topped([[0.03], [0.04], [0.05]], [""]);
    expect(quick("FUND.SCENARIO", [[1000]], rates)).toHaveLength(4);
  });

  test("PROJECT and CAREER drop the spare cells at the end", () => {
    expect(quick("INASTI.PROJECT", 2026, few, "principal", 45_000, 0.02)).toHaveLength(4);
    const career = topped([[45_000, "principal"]], [null, null]);
    expect(quick("INASTI.CAREER", career, 2026, few, 0.02)).toHaveLength(13);
    // A blank between two incomes is no spare cell: its year stays open.
    const project = functions.get("INASTI.PROJECT")!;
    const gap = project(2026, [[40_000], [null], [40_000]], "principal", 45_000, 0.02) as unknown[][];
    expect(gap.map((row) => row[1])).toEqual(["income", 40_000, expect.objectContaining({ code: "#VALUE!" }), 40_000]);
  });

  test("PAYMENT: other incomes beyond the last month have no effect", () => {
    const payment = functions.get("PASSERELLE.PAYMENT")!;
    const of = (incomes: readonly Row[]) => [46_000, 46_300, false, "economic", 3, incomes];
    expect(quick("PASSERELLE.PAYMENT", ...of(few))).toEqual(payment(...of(few.slice(0, 12))));
  });
});

describe("a whole column of rows", () => {
  test("CAREER: a change a day", () => {
    const career = Array.from({ length: ROWS }, (_, row) => [45_000 + row, "principal"]);
    expect(quick("INASTI.CAREER", career, 2024, [[40_000]], 0.02)).toHaveLength(5);
  });

  test("SURCHARGE: a million part payments", () => {
    const paid = repeated(...Array.from({ length: 400 }, (_, day) => [45_658 + day, 1]));
    expect(quick("INASTI.SURCHARGE", ROWS, 45_657, paid)).toEqual(expect.any(Number));
  });
});

describe("what would take minutes is refused, with a sentence", () => {
  test("SCENARIO: too many pairs", () => {
    const rates = Array.from({ length: 100 }, (_, n) => [0.03 + n / 10_000]);
    const members = repeated([1000]);
    expect(() => functions.get("FUND.SCENARIO")!(members, rates)).toThrow(/at most 100000000 pairs/);
  });

  test("PROJECT and CAREER: years beyond 2100", () => {
    const years = (count: number) => Array.from({ length: count }, () => [40_000]);
    const project = (incomes: unknown) => functions.get("INASTI.PROJECT")!(2026, incomes, "principal", 45_000, 0.02);
    const career = (incomes: unknown) => functions.get("INASTI.CAREER")!([[45_000, "principal"]], 2026, incomes, 0.02);
    expect(project(years(75))).toHaveLength(76);
    expect(career(years(75))).toHaveLength(301);
    for (const table of [project, career]) {
      expect(() => table(years(76))).toThrow(/ends with 2100, so at most 75/);
      expect(() => table(years(ROWS))).toThrow(/ends with 2100/);
    }
  });
});

test("past the sentences that one table keeps, an error still names its own argument", () => {
  const rows = Array.from({ length: 1200 }, (_, row) => row);
  const incomes = rows.map((row) => [row < 600 ? `income ${row}` : 40_000]);
  const years = rows.map((row) => [row < 900 ? `year ${row}` : 3000 + row]);
  const cells = functions.get("INASTI.BATCH")!(incomes, "principal", years) as CellError[][];
  expect([0, 599, 899, 1199].map((row) => cells[row]![0]!.message)).toEqual([
    expect.stringMatching(/^incomes must be a number; “income 0”/),
    expect.stringMatching(/^incomes must be a number; “…”/),
    expect.stringMatching(/^year must be a number; “…”/),
    expect.stringMatching(/^year must lie between 1900 and 2100; … was given/),
  ]);
});

describe("what a cell can hold", () => {
  test("no date after Excel's last day", () => {
    const [far, last] = [2_958_465, 2_958_465];
    for (const [id, ...args] of [
      ["FUND.SWITCH", 45_000, far],
      ["FUND.SWITCHREQUEST", 45_000, far],
      ["PASSERELLE.DEADLINE", far],
      ["BENEFIT.EXEMPTQUARTERS", "maternity", far],
    ] as const) {
      const result = cellOf(() => functions.get(id)!(...args));
      expect([id, result === "#NUM!" || Number(result) <= last]).toEqual([id, true]);
    }
  });

  test("no negative zero, and no text that is too long for a cell", () => {
    const shown = functions.get("FUND.SCENARIO")!([[1000]], [[-0], ["-0"], ["x".repeat(32_768)]]) as unknown[][];
    expect(Object.is(shown[1]![0], 0)).toBe(true);
    expect(Object.is(Number(shown[2]![0]), -0)).toBe(false);
    expect(shown[3]![0]).toBeInstanceOf(CellError);
  });
});

test("thousands of indexations, some with endless digits, leave little in the memory", () => {
  const quarterly = functions.get("INASTI.QUARTERLY")!;
  const zeros = "0".repeat(32_000);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let n = 0; n < 6500; n += 1) quarterly(40_000, "principal", 2027, 1, null, 0.01 + n / 1e6);
  for (let n = 0; n < 300; n += 1) quarterly(40_000, "principal", 2027, 1, null, `0.02${zeros}${n}`);
  collectGarbage();
  // All the rules would take eight megabytes, all the digits ten.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(5e6);
});

/** With an accent: such texts take longest to compare with the words that are known. */
const text = (row: number): string => `société ${row}`;

describe("a whole column of texts that are all different", () => {
  const texts = column(text);
  const amounts = column((row) => `${row},50`);
  const eachThird = (rest: number, value: unknown, others: readonly Row[]): Row[] =>
    others.map((other, row) => (row % 3 === rest ? other : [value]));

  // So many errors are more than a sheet can take; the first one has its sentence.
  const tooMany = (first: string): unknown =>
    expect.stringMatching(`^#VALUE! Too many cells of this table are errors. The first one: ${first}`);

  test.each([
    [
      "incomes, years and quarters in turn",
      [eachThird(0, 40_000, texts), "principal", eachThird(1, 2026, texts), texts],
      "incomes must be a number; “société 0”",
    ],
    ["categories", [repeated([40_000]), texts, 2026], "category: “société 0” is not known."],
  ])("BATCH: %s", (_, args, first) => {
    expect(quick("INASTI.BATCH", ...args)).toEqual(tooMany(first));
  });

  test.each([
    [
      "incomes, starts and funds in turn",
      [eachThird(0, 40_000, texts), "principal", 2026, eachThird(1, "", texts)],
      "incomes must be a number; “société 0”",
    ],
    ["categories", [repeated([40_000]), texts, 2026], "categories: “société 0” is not known."],
    ["funds", [repeated([40_000]), "principal", 2026, "", "", texts], "funds: “société 0” is not known."],
  ])("DOSSIER: %s", (_, args, first) => {
    expect(quick("INASTI.DOSSIER", ...args)).toEqual(tooMany(first));
  });

  test("DOSSIER: a million stops before the starts", () => {
    const starts = column((row) => 43_000 + (row % 3000));
    expect(quick("INASTI.DOSSIER", repeated([40_000]), "principal", 2026, starts, 42_000)).toEqual(
      tooMany(String.raw`stop \(27/12/2014\) must not lie before start \(22/09/2017\)\.`),
    );
  });

  test("BATCH: incomes that are numbers all the same", () => {
    // AR38 12 §1: 20.5 % of 40,000.50, a quarter of it, half up to the cent.
    expect(sample(quick("INASTI.BATCH", amounts, "principal", 2026), 40_000)).toEqual([2050.03]);
  });

  test("SCENARIO: members and rates", () => {
    expect(quick("FUND.SCENARIO", texts, [[0.03]])).toMatch(/^#VALUE! contributions\[1\] must be a number/);
    expect(quick("FUND.SCENARIO", [[1000]], texts)).toEqual(tooMany("rates must be a number; “société 0”"));
  });

  test("PROJECT: earlier incomes", () => {
    const result = quick("INASTI.PROJECT", 2026, [[40_000]], "principal", 45_000, 0.02, null, texts);
    expect(result).toMatch(/^#VALUE! earlierIncomes/);
  });
});

describe("a long list of errors", () => {
  const LIST = 40_000;
  const texts = column(text).slice(0, LIST);
  const incomes = Array.from({ length: LIST }, () => [40_000]);

  test("past some hundred different sentences they say no more what was given, and are shared", () => {
    const cells = quick("INASTI.BATCH", incomes, texts, 2026) as CellError[][];
    expect([3, LIST - 1].map((row) => cells[row]![0]!.message)).toEqual([
      expect.stringContaining("“société 3”"),
      expect.stringContaining("“…”"),
    ]);
    expect(cells[LIST - 1]![0]).toBe(cells[LIST - 2]![0]);
    const rows = quick(
      "INASTI.DOSSIER",
      incomes,
      "principal",
      2026,
      "",
      "",
      texts.slice(0, 3000).concat(incomes.slice(3000).map(() => [""])),
    ) as unknown[][];
    expect(rows[3000]![7]).toBeInstanceOf(CellError);
    expect(rows[3000]![7]).toBe(rows[2999]![7]);
  });

  test("where their sentences would take too much, the last ones lead to the first", () => {
    const cells = quick("INASTI.BATCH", [...incomes, ...incomes, ...incomes], [...texts, ...texts, ...texts], 2026);
    const last = (cells as CellError[][]).at(-1)![0]!;
    expect([last.code, last.message]).toEqual(["#VALUE!", "See the first errors of this table."]);
  });
});
