import { bundleFunctions, CellError, cellOf, type CustomFunction } from "../setup/excel";

/** Rows of a sheet: a reference to a whole column hands all of them over. */
const ROWS = 1_048_576;
/** Of the processor, for a busy machine looks elsewhere; the slowest of these takes a third on an idle one. */
const SLOWEST_MS = 9000;
const MOST_BYTES = 300e6;

let functions: Map<string, CustomFunction>;

beforeAll(() => {
  functions = bundleFunctions();
});

const column = (cell: (row: number) => unknown): unknown[][] => Array.from({ length: ROWS }, (_, row) => [cell(row)]);

/** The result, once it is known that it came in time and left no mountain behind. */
function quick(id: string, ...args: unknown[]): unknown {
  const [before, start] = [process.memoryUsage().heapUsed, process.cpuUsage()];
  const result = cellOf(() => functions.get(id)!(...args));
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(SLOWEST_MS);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(MOST_BYTES);
  return result;
}

const sample = (result: unknown, ...rows: number[]): unknown[] =>
  rows.map((row) => {
    const [cell] = (result as unknown[][])[row]!;
    return cell instanceof CellError ? cell.code : cell;
  });

describe("a whole column", () => {
  jest.setTimeout(120_000);

  const fewNumbers = (rest: (row: number) => unknown) => column((row) => (row < 3 ? 10_000 * (row + 2) : rest(row)));

  test("BATCH: blank in, blank out", () => {
    const result = quick(
      "INASTI.BATCH",
      fewNumbers(() => null),
      "principal",
      2026,
    );
    expect(sample(result, 0, 1, 2, 3, ROWS - 1)).toEqual([1025, 1537.5, 2050, "", ""]);
    const empty = quick(
      "INASTI.BATCH",
      column(() => ""),
      column(() => ""),
      2026,
    );
    expect(sample(empty, 0, ROWS - 1)).toEqual(["", ""]);
  });

  test("BATCH: a blank income beside a category is missing", () => {
    const result = quick("INASTI.BATCH", [[null], [null]], [["principal"], [null]], 2026);
    expect(sample(result, 0, 1)).toEqual(["#VALUE!", ""]);
  });

  test("BATCH: a million texts", () => {
    const result = quick(
      "INASTI.BATCH",
      fewNumbers((row) => `client ${row}`),
      "principal",
      2026,
    );
    expect(sample(result, 2, 3, ROWS - 1)).toEqual([2050, "#VALUE!", "#VALUE!"]);
    const cells = result as CellError[][];
    expect(cells[3]![0]!.message).toContain("client 3");
    // Past some hundred different sentences they say no more what was given, and are shared.
    expect(cells[ROWS - 1]![0]).toBe(cells[ROWS - 2]![0]);
    expect(cells[ROWS - 1]![0]!.message).not.toBe("");
  });

  test("BATCH: a million categories that are none", () => {
    const result = quick(
      "INASTI.BATCH",
      column((row) => row),
      column((row) => `client ${row}`),
      2026,
    );
    expect(sample(result, 0, ROWS - 1)).toEqual(["#VALUE!", "#VALUE!"]);
  });

  test("SCENARIO: blanks are no members, a text is refused", () => {
    const result = quick(
      "FUND.SCENARIO",
      fewNumbers(() => null),
      [[0.03]],
    );
    expect((result as unknown[][])[1]).toEqual([0.03, 2700, 900, 0]);
    expect(
      quick(
        "FUND.SCENARIO",
        fewNumbers((row) => `client ${row}`),
        [[0.03]],
      ),
    ).toBe("#VALUE!");
    expect(
      quick(
        "FUND.SCENARIO",
        [[1000]],
        column((row) => (row < 2 ? 0.03 : null)),
      ),
    ).toHaveLength(3);
  });

  test("SCENARIO refuses what would take minutes, with a sentence", () => {
    const rates = Array.from({ length: 100 }, (_, index) => [0.03 + index / 10_000]);
    expect(() =>
      functions.get("FUND.SCENARIO")!(
        column((row) => row),
        rates,
      ),
    ).toThrow(/at most 100000000 pairs/);
  });

  test("the tables drop the spare cells at the end, and end with 2100", () => {
    const projected = quick(
      "INASTI.PROJECT",
      2026,
      fewNumbers(() => null),
      "principal",
      45_000,
      0.02,
    );
    expect(projected).toHaveLength(4);
    const career = column((row) => row).map((_, row) => (row === 0 ? [45_000, "principal"] : [null, null]));
    expect(
      quick(
        "INASTI.CAREER",
        career,
        2026,
        fewNumbers(() => null),
        0.02,
      ),
    ).toHaveLength(13);
    const project = functions.get("INASTI.PROJECT")!;
    const years = (count: number) => Array.from({ length: count }, () => [40_000]);
    expect(project(2026, years(75), "principal", 45_000, 0.02)).toHaveLength(76);
    expect(() => project(2026, years(76), "principal", 45_000, 0.02)).toThrow(/ends with 2100, so at most 75/);
    expect(() =>
      project(
        2026,
        column(() => 40_000),
        "principal",
        45_000,
        0.02,
      ),
    ).toThrow(/ends with 2100/);
    // A blank between two incomes is no spare cell.
    expect(() => project(2026, [[40_000], [null], [40_000]], "principal", 45_000, 0.02)).toThrow(/incomes\[2\]/);
  });

  test("SURCHARGE: a million part payments", () => {
    const paid = column((row) => row).map((_, row) => [45_658 + (row % 400), 1]);
    expect(quick("INASTI.SURCHARGE", ROWS, 45_657, paid)).toEqual(expect.any(Number));
  });
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

describe("what calls leave in the memory", () => {
  test("thousands of indexations with endless digits", () => {
    const quarterly = functions.get("INASTI.QUARTERLY")!;
    const before = process.memoryUsage().heapUsed;
    const zeros = "0".repeat(32_000);
    for (let n = 0; n < 4000; n += 1) quarterly(40_000, "principal", 2030, 1, null, `0.02${zeros}${n}`);
    for (let n = 0; n < 20_000; n += 1) quarterly(40_000, "principal", 2030, 1, null, 0.01 + n / 1e6);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60e6);
  });
});
