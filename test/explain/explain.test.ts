import { addTexts, describe as sentence } from "../../src/i18n";
import pane from "../../src/i18n/en/views/explain.json";
import { type Call, isCellError } from "../../src/formula/own";
import { DEFINITIONS, definitionOf } from "../../src/definitions";
import { explain, type Explanation, wayOf } from "../../src/explain/explain";
import type { Line } from "../../src/explain/lines";
import { Refusal } from "../../src/rules/refusal";
import { STEP_UNIT } from "../../src/rules/trace";
import { cell, type Case, casesOf } from "../golden/harness";
import { CellError, type CustomFunction, metadata, sourceFunctions } from "../setup/excel";

let functions: Map<string, CustomFunction>;

beforeAll(() => {
  functions = sourceFunctions();
  addTexts("en", "pane", { explain: pane });
});

const IDS = metadata.functions.map(({ id }) => id);

/** A call by parameter names, with what the function answers. */
function callOf(id: string, inputs: Readonly<Record<string, unknown>>, at?: Call["at"]): Call {
  const { parameters } = metadata.functions.find((one) => one.id === id)!;
  const args = parameters.map(({ name, dimensionality }) => {
    const value = cell(inputs[name] ?? null);
    return { name, text: "", value: dimensionality === "matrix" && value !== null ? matrix(value) : value };
  });
  const implementation = functions.get(id)!;
  const result = (() => {
    try {
      return implementation(...args.map(({ value }) => value));
    } catch (error) {
      if (error instanceof CellError) return { code: error.code, message: error.message };
      throw error;
    }
  })();
  return { id, arguments: args, result, ...(at && { at }) } as Call;
}

const matrix = (value: unknown): unknown[][] =>
  Array.isArray(value) ? value.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row])) : [[value]];

const ofFunctions = (cases: readonly Case[]): (readonly [string, Case])[] =>
  cases
    .filter(({ function: id }) => IDS.includes(id))
    .map((one) => [`${one.id} ${one.function}`, { ...one, inputs: withoutRow(one.inputs) }] as const);

/** The rule book's `row` says which row of a table it prints. */
const withoutRow = (inputs: Case["inputs"]): Case["inputs"] =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== "row"));

const CASES = ["contributions", "status", "passerelle", "funds", "company", "benefits", "pension"].flatMap((domain) =>
  ofFunctions(casesOf(domain)),
);

/** The examples that the functions give of themselves, for those that no case prints. */
const EXAMPLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "INASTI.BREAKDOWN": { income: 90000, category: "principal", year: 2026 },
  "INASTI.SCALE": { category: "principal", year: 2026 },
  "INASTI.PARAMETER": { name: "contributions.bracket1.ceiling", date: "2026-12-31" },
  "INASTI.SOURCE": { name: "contributions.bracket1.ceiling", date: "2026-12-31" },
  "INASTI.VERSION": {},
  "INASTI.BATCH": { incomes: [[10000], [40000]], categories: "principal", years: 2026 },
  "FUND.SCENARIO": { contributions: [[1000], [2000]], rates: [[0.03], [0.0305]] },
};

const flat = (lines: readonly Line[]): Line[] => lines.flatMap((line) => [line, ...flat(line.steps ?? [])]);

const total = (lines: readonly Line[], of: "amount" | "count"): number =>
  lines.reduce((sum, line) => sum + (line[of] ?? 0), 0);

test("every function of the contract is explained, and nothing else", () => {
  expect(Object.keys(DEFINITIONS).sort()).toEqual([...IDS].sort());
});

test("every function is shown by a case or an example", () => {
  const shown = new Set([...CASES.map(([, { function: id }]) => id), ...Object.keys(EXAMPLES)]);
  expect(IDS.filter((id) => !shown.has(id))).toEqual([]);
});

/** What must hold of every explanation. */
function expectSound({ id, lines, result }: Explanation): void {
  for (const line of flat(lines)) {
    expect(line.text).not.toMatch(/pane:|trace\/|\{\{|undefined|NaN/);
    // What the law has a hand in names its article.
    if (line.figures.length > 0 || line.rate !== undefined || line.count !== undefined)
      expect([line.text, line.article]).not.toContain("");
    for (const { source, confidence, id: parameter } of line.figures) {
      expect([parameter, source.title, confidence]).not.toContain("");
      expect(confidence).toMatch(/^(official|two|single|derived|projection)$/);
    }
  }
  const { sum } = definitionOf(id)!;
  if (sum === undefined || typeof result !== "number") return;
  expect(total(lines, sum) / (sum === "amount" ? STEP_UNIT * 100 : 1)).toBeCloseTo(result, 9);
  // The steps below a line add up to what one of its quarters owes.
  for (const { amount, steps = [] } of lines) {
    const below = total(steps, "amount");
    if (amount !== undefined && below !== 0) expect(amount % below).toBe(0);
  }
}

describe("published and worked cases", () => {
  test.each(CASES)("%s", (_id, { function: id, inputs }) => {
    const call = callOf(id, inputs);
    const explanation = explain(call);
    const { result } = explanation;
    if (!Array.isArray(call.result)) expect(result).toEqual(call.result);
    expect(isCellError(result) || explanation.lines.length > 0).toBe(true);
    expectSound(explanation);
  });

  test.each(CASES)("%s is refused where the function refuses, with its sentence", (_id, { function: id, inputs }) => {
    const call = callOf(id, inputs);
    const refused = (() => {
      try {
        wayOf(id, call.arguments, undefined);
        return undefined;
      } catch (error) {
        if (error instanceof Refusal) return sentence(error);
        throw error;
      }
    })();
    expect(refused).toBe(isCellError(call.result) ? call.result.message : undefined);
  });

  test.each(Object.entries(EXAMPLES))("%s", (id, inputs) => {
    const explanation = explain(callOf(id, inputs));
    expect(explanation.lines.length).toBeGreaterThan(0);
    expectSound(explanation);
  });
});

describe("a row of a table", () => {
  /** None where the function refuses. */
  const rowsOf = (id: string, inputs: Readonly<Record<string, unknown>>): unknown[][] => {
    const { result } = callOf(id, inputs);
    return Array.isArray(result) ? (result as unknown[][]) : [];
  };
  const TABLES =
    "INASTI.PROJECT INASTI.CAREER INASTI.CASHFLOW PASSERELLE.PAYMENT PASSERELLE.ELIGIBLE FUND.COMPARE".split(" ");
  const tables = CASES.filter(([, { function: id }]) => TABLES.includes(id));

  test.each(tables)("%s: every cell", (_id, { function: id, inputs }) => {
    rowsOf(id, inputs).forEach((cells, row) => {
      const explanation = explain(callOf(id, inputs, { row, column: 1 }));
      const shown = cells[1];
      expect(explanation.result).toEqual(
        shown instanceof CellError ? { code: shown.code, message: shown.message } : shown,
      );
      expectSound(explanation);
      if (row > 0) expect(explanation.row).toBe(row);
    });
  });

  const amounts = (lines: readonly Line[]) => total(lines, "amount") / (STEP_UNIT * 100);

  test.each(tables.filter(([, { function: id }]) => /PROJECT|CAREER|CASHFLOW|PAYMENT/.test(id)))(
    "%s: the lines add up to the row",
    (_id, { function: id, inputs }) => {
      const [header = [], ...rows] = rowsOf(id, inputs);
      const column = header.indexOf({ "INASTI.PROJECT": "cash out", "INASTI.CAREER": "total" }[id] ?? "amount");
      rows.forEach((cells, index) => {
        const sum = cells[column];
        if (typeof sum !== "number") return;
        expect(amounts(explain(callOf(id, inputs, { row: index + 1, column })).lines)).toBeCloseTo(sum, 9);
      });
    },
  );

  test("INASTI.BATCH explains the cell's own contribution", () => {
    const { lines, result } = explain(callOf("INASTI.BATCH", EXAMPLES["INASTI.BATCH"]!, { row: 1, column: 0 }));
    expect(result).toBe(2050);
    expect(amounts(lines)).toBe(2050);
  });

  test("a spare row of INASTI.BATCH has nothing to explain", () => {
    const inputs = { incomes: [[10000], [null]], categories: "principal", years: 2026 };
    expect(explain(callOf("INASTI.BATCH", inputs, { row: 1, column: 0 }))).toMatchObject({ result: "", lines: [] });
  });
});

describe("in words", () => {
  const told = (id: string, inputs: Readonly<Record<string, unknown>>): string[] =>
    explain(callOf(id, inputs)).lines.map(({ text, article }) => `${text} [${article}]`);

  // law/contributions.md, section 5: 20 000 in two quarters of 2024 are 40 000, two quarters of 2050.00.
  test("an incomplete year", () => {
    const { lines } = explain(
      callOf("INASTI.ANNUAL", { income: 20000, category: "principal", year: 2024, start: "2024-07-01" }),
    );
    expect(lines.map(({ text }) => text)).toEqual([
      "Contributions of Q1 2024 to Q2 2024: 2 × €0.00",
      "Contributions of Q3 2024 to Q4 2024: 2 × €2,050.00",
    ]);
    expect(lines[1]!.steps!.map(({ text, base }) => [text, base])).toEqual([
      ["Income of the year", 2_000_000],
      ["Annualised (four quarters)", 4_000_000],
      ["First bracket", 4_000_000],
    ]);
  });

  // Section 8: 1000 due 31/03/2025, 400 on 01/05/2025, 600 on 15/01/2026: 30 + 18 + 18 + 18 + 42 = 126.00.
  test("a surcharge", () => {
    const paid = [
      [45778, 400],
      [46037, 600],
    ];
    const { lines, result } = explain(callOf("INASTI.SURCHARGE", { amount: 1000, due: "2025-03-31", paid }));
    expect(lines.map(({ amount }) => amount! / STEP_UNIT)).toEqual([3000, 1800, 1800, 1800, 4200]);
    expect(result).toBe(126);
  });

  // Section 11: profit 50 000, fee 3.05 %: income 41279.56, contribution 8462.32, fee 258.12.
  test("the contribution of a profit, with its fee", () => {
    const { lines } = explain(
      callOf("INASTI.FROMPROFIT", { profit: 50000, category: "principal", year: 2026, fund: 0.0305 }),
    );
    expect(lines[0]!.base).toBe(4_127_956);
    expect(lines.slice(1).map(({ amount }) => amount! / STEP_UNIT)).toEqual([846_232, 25_812]);
  });

  // Above the flat quarter of 98.51: 30 000 at 20.5 % would be 1537.50.
  test("a settlement in the order of the contract, whatever the order of the call", () => {
    const { parameters } = metadata.functions.find(({ id }) => id === "INASTI.SETTLEMENT")!;
    const values = [5500, "complementary", 397.52, 2024, null, null, null, "Liantis"];
    const call = {
      id: "INASTI.SETTLEMENT",
      arguments: parameters.map(({ name }, index) => ({ name, text: `${values[index] ?? ""}`, value: values[index] })),
      result: functions.get("INASTI.SETTLEMENT")!(...values),
    } as Call;
    const explanation = explain(call);
    expect(explanation.result).toBe(774.52);
    expect(explanation.arguments.slice(0, 4).map(({ name, text, kind }) => [name, text, kind])).toEqual([
      ["income", "5500", "euro"],
      ["paid", "397.52", "euro"],
      ["category", "complementary", "plain"],
      ["year", "2024", "plain"],
    ]);
    expect(explanation.lines.map(({ text }) => text)).toEqual([
      "Contributions of Q1 2024 to Q4 2024: 4 × €281.88",
      "Management fees of Q1 2024 to Q4 2024: 4 × €11.13",
      "Provisional contributions paid, fee included",
    ]);
    expect(explanation.lines[1]!.steps!.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Liantis: 3.95%/),
      "Fee on €281.88, rounded to the cent: €11.13",
    ]);
  });

  test("an expected income that asks for more", () => {
    const inputs = { category: "complementary", year: 2026, start: "2026-01-01", estimate: 30000 };
    const { lines } = explain(callOf("INASTI.PROVISIONAL", inputs));
    expect(lines.map(({ text, base }) => [text, base]).slice(1, 3)).toEqual([
      ["Expected income of the year: it reduces nothing", 3_000_000],
      ["Quarter on the expected income: that much may be paid instead, without permission", 153_750],
    ]);
  });

  // Provisional contributions of 2026 rest on the income of 2023, the settlement paid in 2026 on that of 2024.
  test("a settlement that is not known has its own reason", () => {
    const inputs = { firstYear: 2026, incomes: [[40000]], category: "principal" };
    const { lines } = explain(callOf("INASTI.PROJECT", inputs, { row: 1, column: 2 }));
    expect(lines.slice(0, 2).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Provisional contributions of 2026: .*2023/),
      expect.stringMatching(/^Settlement of 2024, paid in this year: .*2024/),
    ]);
  });

  test("a jump within a euro is named beside the rate", () => {
    const rate = (income: number) =>
      told("INASTI.MARGINALRATE", { income, category: "complementary", year: 2026 }).slice(1);
    expect(rate(1922.15)).toEqual([
      "Jump: from €1,922.16 of income on, €394.04 a year are due. A jump is not a rate [AR38 12 §2]",
    ]);
    expect(rate(1921.15)).toEqual([]);
    expect(rate(75024.5)).toEqual([]);
  });

  test("what is read, and what nobody is asked about", () => {
    const last = (id: string, inputs: Readonly<Record<string, unknown>>) => told(id, inputs).at(-1);
    const maxi = { income: 20000, category: "spouse-maxi", year: 2026, quarter: 1, start: "2026-01-01" };
    expect(last("INASTI.QUARTERLY", maxi)).toMatch(
      /^Interpretation: .* €118\.52 comes off .* \[AR38 12 §1bis al\. 2\]$/,
    );
    expect(last("INASTI.QUARTERLY", { ...maxi, quarter: 2 })).not.toContain("Reading");
    expect(last("INASTI.QUARTERLY", { income: 20000, category: "spouse-mini", year: 2026 })).toContain("01/01/1956");
    const began = { incomeN3: 10000, category: "principal", year: 2025, start: "2022-07-01" };
    expect(last("INASTI.PROVISIONAL", { ...began, quarter: 3 })).toMatch(
      /^Interpretation: up to the third quarter of 2025/,
    );
    expect(last("INASTI.PROVISIONAL", { ...began, quarter: 4 })).not.toContain("Reading");
  });

  test("a fee beside which something else is printed", () => {
    expect(told("FUND.RATE", { fund: "Securex", year: 2026 })).toEqual([
      "Securex Integrity: 4.1%, rate of 2025, none published for 2026 (one source) [AR38 20 §4]",
      "Another rate published for 2026: 3.65%, not used [AR38 20 §4]",
    ]);
  });

  test("a date", () => {
    expect(told("INASTI.DUEDATE", { year: 2026, quarter: 2 })).toEqual([
      "The contribution of a quarter is due on its last day, 30/06/2026, weekend or not [AR67 42]",
    ]);
  });
});
