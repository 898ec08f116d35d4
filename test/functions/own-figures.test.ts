import fc from "fast-check";
import { ask, type Definition, DEFINITIONS, type FunctionId } from "../../src/definitions";
import type { Cell } from "../../src/definitions/cells";
import * as project from "../../src/parameters/compiled/index";
import { yearRules } from "../../src/parameters/compiled/year-rules";
import type { CompiledColumns, CompiledParameter, CompiledTable } from "../../src/parameters/table";
import { describe as sentenceOf, t } from "../../src/i18n";
import { holdList } from "../../src/page/own-figures";
import { day } from "../../src/rules/calendar";
import { CATEGORIES } from "../../src/rules/contributions";
import { readList } from "../../src/rules/own-figures";
import { attempt, Refusal } from "../../src/rules/refusal";
import { type Line, surenessOf } from "../../src/rules/trace";
import { callNamed, cellOf, type CustomFunction, sourceFunctions } from "../setup/excel";
import type { Compiled } from "../setup/figures";

const FRACTION = ["contributions.index.numerator", "contributions.revaluation.denominator"] as const;

/** The data as if nothing that follows from the fraction of a year, and no print of it, were known from that year on. */
function withoutYears(first: number): Compiled {
  const start = day(first, 1, 1);
  const follows = Object.entries(yearRules).filter(([, rule]) => "like" in rule || rule.from <= start);
  const yearly = new Set<string>([...FRACTION, ...follows.map(([id]) => id)]);
  const cut = (table: CompiledTable): CompiledTable => ({
    ...table,
    parameters: Object.fromEntries(
      Object.entries<CompiledParameter>(table.parameters).map(([id, [unit, decimals, values, ...named]]) => [
        id,
        [unit, decimals, yearly.has(id) ? before(start, values) : values, ...named],
      ]),
    ),
  });
  const tables = Object.entries<CompiledTable>(project.tables).map(([domain, table]) => [domain, cut(table)]);
  return { ...project, tables: Object.fromEntries(tables) as Compiled["tables"] };
}

/** What prints contradict stays: it is known that nothing is. */
function before(limit: number, [days, ...columns]: CompiledColumns): CompiledColumns {
  const contents = columns[1];
  const isKept = (row: number): boolean => days[row]! < limit || (Array.isArray(contents) && contents[row] === null);
  const kept = <Cell>(cells: readonly Cell[]): Cell[] => cells.filter((_, row) => isKept(row));
  return [kept(days), ...columns.map((column) => (Array.isArray(column) ? kept(column) : column))] as CompiledColumns;
}

/** The published fraction of a year, as somebody types it from the print. */
const ownOf = (functions: Map<string, CustomFunction>, year: number) =>
  FRACTION.map((parameter) => ({
    parameter,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    value: String(callNamed(functions, "INASTI.PARAMETER", { name: parameter, date: day(year, 7, 1) })),
    source: "Moniteur belge",
  }));

const listOf = (figures: readonly object[]): string =>
  JSON.stringify({ format: "statut-social own figures 1", figures });

const INCOMES = [-1, 0, 1500, 1922.16, 4000, 9000, 17_374.07, 40_000.5, 76_000, 200_000];

/** Every answer that rests on the fraction of a year. */
function questions(year: number): [id: string, inputs: Record<string, unknown>][] {
  const byCategory = CATEGORIES.flatMap((category) =>
    INCOMES.flatMap((income): [string, Record<string, unknown>][] => [
      ...[1, 4].map((quarter): [string, Record<string, unknown>] => [
        "INASTI.QUARTERLY",
        { income, category, year, quarter },
      ]),
      ["INASTI.ANNUAL", { income, category, year, start: day(year, 5, 1) }],
      ["INASTI.PROVISIONAL", { incomeN3: income, category, year, quarter: 4 }],
      ["INASTI.PROVISIONAL", { category, year, quarter: 4, start: day(year - 1, 2, 1), estimate: income }],
      ["INASTI.SETTLEMENT", { income, paid: 1000, category, year }],
      ["INASTI.FROMPROFIT", { profit: income, category, year }],
      ["INASTI.MARGINALRATE", { income, category, year, quarter: 4 }],
      ["INASTI.INCOMEFOR", { quarterly: income / 10, category, year, quarter: 4 }],
    ]),
  );
  const byIncome = INCOMES.flatMap((incomeN3): [string, Record<string, unknown>][] => [
    ["INASTI.REVALUE", { incomeN3, year }],
    ["PENSION.PLCI", { incomeN3, year }],
    ["PENSION.PLCI", { incomeN3, year, kind: "social", basis: "contribution" }],
  ]);
  return [
    ...byCategory,
    ...byIncome,
    ["PASSERELLE.INCOMELIMIT", { year }],
    ["PASSERELLE.INCOMELIMIT", { year, spouse: true }],
    ["INASTI.PROJECT", { firstYear: year, incomes: [[40_000]], category: "principal", start: day(year - 1, 1, 1) }],
  ];
}

/** Whether a line, or one on the way to it, rests on a figure of the user's own. */
const isOwn = (line: Line): boolean => surenessOf(line) === "own" || (line.steps ?? []).some(isOwn);

const answers = (functions: Map<string, CustomFunction>, year: number): unknown[] =>
  questions(year).map(([id, inputs]) => {
    const answer = cellOf(() => callNamed(functions, id, inputs));
    // The last column says how sure a year is.
    return Array.isArray(answer) ? (answer as unknown[][]).map((row) => row.slice(0, -1)) : answer;
  });

afterEach(() => holdList(""));

const published = sourceFunctions();

// Earlier ones are the first of a series.
test.each([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])(
  "the fraction of %d as own figures gives every cent of the published data",
  (year) => {
    const functions = sourceFunctions(withoutYears(year));
    expect(
      cellOf(() => callNamed(functions, "INASTI.QUARTERLY", { income: 40_000, category: "principal", year })),
    ).toBe("#N/A");
    holdList(listOf(ownOf(published, year)));
    const own = answers(functions, year);
    holdList("");
    expect(own).toEqual(answers(published, year));
  },
);

test("whatever a workbook holds as its list, cells have a number or an error, and without it what they had", () => {
  const id = fc.constantFrom(
    ...FRACTION,
    "benefits.index.rank",
    "funds.fee.acerta",
    "contributions.bracket1.ceiling",
    "contributions.rate.bracket1",
    "passerelle.amount.without-dependants",
    "company.threshold",
    "benefits.index.last-confirmed-day",
    "__proto__",
    "constructor",
  );
  const date = fc.constantFrom(
    "2015-01-01",
    "2026-01-01",
    "2026-12-31",
    "2027-01-01",
    "2027-12-31",
    "2100-12-31",
    "1e308",
  );
  const value = fc.oneof(
    fc.constantFrom("690", "650.24", "31", "0", "0.0305", "1", "99999999.99", "1e308", "-1", "NaN", ""),
    fc.integer({ min: 0, max: 100_000_000 }).map((cents) => (cents / 100).toFixed(2)),
  );
  const year = fc.constantFrom("2026", "2027", "2028").map((one) => ({ from: `${one}-01-01`, to: `${one}-12-31` }));
  const days = fc.oneof(year, fc.record({ from: date, to: date }));
  const figure = fc
    .tuple(id, days, value, fc.constantFrom("print", "x".repeat(301)), fc.constantFrom(undefined, true, "no"))
    .map(([parameter, on, text, source, correction]) => ({ parameter, ...on, value: text, source, correction }));
  const lists = fc.oneof(
    { weight: 20, arbitrary: fc.array(figure, { maxLength: 4 }).map(listOf) },
    { weight: 1, arbitrary: fc.string() },
  );
  const asked: [id: string, inputs: Record<string, unknown>][] = [
    ["INASTI.QUARTERLY", { income: 40_000.5, category: "principal", year: 2027 }],
    ["INASTI.PROVISIONAL", { incomeN3: 30_000, category: "complementary", year: 2026 }],
    ["INASTI.QUARTERLY", { income: 90_000, category: "principal", year: 2028, indexation: 0.02 }],
    ["BENEFIT.RATE", { benefit: "caregiver", date: day(2027, 3, 1) }],
    ["FUND.FEE", { contribution: 1000, fund: "acerta", year: 2027 }],
    ["COMPANY.CONTRIBUTION", { balanceTotal: 500_000, year: 2026 }],
  ];
  const cells = (): unknown[] => asked.map(([name, inputs]) => cellOf(() => callNamed(published, name, inputs)));
  const before = cells();
  fc.assert(
    fc.property(lists, (list) => {
      // Of a list that is refused nothing is used; tests of the lists say which refusal.
      if (attempt(() => readList(list)) instanceof Refusal) return;
      holdList(list);
      for (const cell of cells()) {
        const isNumber = typeof cell === "number" && Number.isFinite(cell) && cell >= 0;
        if (!isNumber) expect(cell).toEqual(expect.stringMatching(/^#/));
      }
    }),
    { numRuns: 10_000 },
  );
  for (const none of ["{", ""]) {
    holdList(none);
    expect(cells()).toEqual(before);
  }
});

describe("index steps of benefits", () => {
  const step = (from: string, to: string, value: string) => ({
    ...{ parameter: "benefits.index.rank", from, to, value, source: "Statbel" },
  });
  const ask = (id: string, inputs: Record<string, unknown>) => cellOf(() => callNamed(published, id, inputs));

  // The amounts are those of law, article by article, with 0 and 1 step given as `indexSteps`; here the days of the steps are known.
  test("amounts hold up to the step and rise with it", () => {
    holdList(listOf([step("2026-12-01", "2027-02-28", "30"), step("2027-03-01", "2027-06-30", "31")]));
    expect(ask("BENEFIT.RATE", { benefit: "sickness", date: day(2027, 2, 28), variant: "isolated" })).toBe(65.56);
    expect(ask("BENEFIT.RATE", { benefit: "sickness", date: day(2027, 3, 1), variant: "isolated" })).toBe(66.87);
    expect(ask("BENEFIT.RATE", { benefit: "caregiver", date: day(2027, 3, 1) })).toBe(1738.52);
    expect(ask("PASSERELLE.AMOUNT", { month: day(2027, 3, 1) })).toBe(1738.52);
    // Three days before and five from the step on; 28 February 2027 is a Sunday.
    const sickness = { start: day(2027, 2, 25), end: day(2027, 3, 5), family: "isolated" };
    expect(ask("BENEFIT.SICKNESS", sickness)).toBe(531.03);
    // An assumption does not stand against what is known.
    expect(ask("BENEFIT.SICKNESS", { ...sickness, indexSteps: 5 })).toBe(531.03);
  });

  test("after the last day that somebody knows, nothing is known", () => {
    holdList(listOf([step("2026-12-01", "2027-02-28", "30")]));
    const rate = (date: number, indexSteps?: number) =>
      ask("BENEFIT.RATE", {
        benefit: "sickness",
        date,
        variant: "isolated",
        ...(indexSteps !== undefined && { indexSteps }),
      });
    expect(rate(day(2027, 3, 1))).toBe("#N/A");
    expect(rate(day(2027, 3, 1), 1)).toBe(66.87);
  });

  test("an amount that somebody has in print stands before the steps", () => {
    const print = {
      parameter: "benefits.sickness.isolated",
      from: "2026-12-01",
      to: "2027-06-30",
      value: "66.90",
      source: "INAMI",
    };
    holdList(listOf([step("2026-12-01", "2027-06-30", "31"), print]));
    expect(ask("BENEFIT.RATE", { benefit: "sickness", date: day(2027, 3, 1), variant: "isolated" })).toBe(66.9);
    expect(ask("BENEFIT.RATE", { benefit: "sickness", date: day(2027, 3, 1), variant: "cohabitant" })).not.toBe("#N/A");
  });
});

describe("a figure of one's own says that it is one", () => {
  const fraction = (year: number) => [
    { parameter: FRACTION[0], from: `${year}-01-01`, to: `${year}-12-31`, value: "690.00", source: "My print" },
    { parameter: FRACTION[1], from: `${year}-01-01`, to: `${year}-12-31`, value: "650.24", source: "My print" },
  ];
  const table = (id: string, inputs: Record<string, unknown>) =>
    callNamed(published, id, inputs) as [unknown[], ...unknown[][]];
  const column = ([header, ...rows]: unknown[][], name: string) => rows.map((row) => row[header!.indexOf(name)]);

  test("in BREAKDOWN, SOURCE, SCALE and PROJECT", () => {
    holdList(listOf(fraction(2027)));
    const source = table("INASTI.SOURCE", { name: "contributions.principal.minimum-income", date: day(2027, 3, 1) });
    expect([column(source, "law"), column(source, "confidence")]).toEqual([["My print"], ["own figure"]]);
    const steps = table("INASTI.BREAKDOWN", { income: 100_000, category: "principal", year: 2027 });
    expect(column(steps, "confidence")).toContain("own figure");
    expect(column(table("INASTI.SCALE", { category: "principal", year: 2027 }), "confidence")).toContain("own figure");
    const years = { firstYear: 2026, incomes: [[40_000], [41_000], [42_000]], category: "principal", indexation: 0.02 };
    const project = table("INASTI.PROJECT", { ...years, start: day(2026, 1, 1) });
    expect(column(project, "confidence")).toEqual([expect.any(String), "own figure", "projection"]);
  });

  test("on the way to every answer that there is only by it; without it the refusal says where it can be entered", () => {
    const source = "Statbel";
    const others = [
      { parameter: "benefits.index.rank", from: "2026-12-01", to: "2027-06-30", value: "31", source },
      ...["company.contribution.small", "company.contribution.large", "company.threshold"].map((parameter, index) => ({
        ...{ parameter, from: "2027-01-01", to: "2027-12-31", value: ["420", "900", "850000"][index], source },
      })),
      { parameter: "funds.fee.incozina", from: "2027-01-01", to: "2027-12-31", value: "0.041", source },
      { parameter: "status.pensioner-ceiling.early", from: "2027-01-01", to: "2027-12-31", value: "8300", source },
      { parameter: "pension.accrual.ceiling", from: "2027-01-01", to: "2027-12-31", value: "82000", source },
    ];
    const [start, month] = [day(2027, 2, 25), day(2027, 3, 1)];
    const asked: [id: FunctionId, inputs: Record<string, unknown>][] = [
      ...(questions(2027) as [FunctionId, Record<string, unknown>][]),
      ...INCOMES.map((income): [FunctionId, Record<string, unknown>] => [
        "INASTI.BREAKDOWN",
        { income, category: "principal", year: 2027 },
      ]),
      ["INASTI.CASHFLOW", { career: [[month, "principal"]], firstYear: 2027, incomes: [[40_000]] }],
      ["INASTI.CAREER", { career: [[month, "principal"]], firstYear: 2027, incomes: [[40_000]] }],
      ["BENEFIT.RATE", { benefit: "caregiver", date: month }],
      ["BENEFIT.SICKNESS", { start, end: day(2027, 3, 5), family: "isolated" }],
      ["BENEFIT.MATERNITY", { start, weeks: 12 }],
      ["BENEFIT.BIRTHLEAVE", { birth: start, halfDays: 30 }],
      ["BENEFIT.ADOPTION", { start, weeks: 6 }],
      ["BENEFIT.CAREGIVER", { start: month, months: 3 }],
      ["BENEFIT.BEREAVEMENT", { from: start, days: 3 }],
      ["PASSERELLE.AMOUNT", { month }],
      ["PASSERELLE.PAYMENT", { date: month, until: day(2027, 4, 30) }],
      ["COMPANY.CONTRIBUTION", { balanceTotal: 500_000, year: 2027 }],
      ["FUND.FEE", { contribution: 1000, fund: "incozina", year: 2027 }],
      ["FUND.TOTAL", { contribution: 1000, fund: "incozina", year: 2027 }],
      ["PENSION.CEILING", { situation: "early", year: 2027 }],
      ["PENSION.EXCESS", { situation: "early", year: 2027, income: 20_000 }],
      ["PENSION.ACCRUAL", { income: 90_000, year: 2027 }],
      ["INASTI.PARAMETER", { name: "passerelle.amount.without-dependants", date: month }],
      ["INASTI.SOURCE", { name: "passerelle.amount.without-dependants", date: month }],
    ];
    const answered = asked.flatMap(([id, inputs]) => {
      const definition: Definition = DEFINITIONS[id];
      const cells = Object.keys(definition.takes).map((name) => (inputs[name] ?? null) as Cell);
      const answer = () => attempt(() => ask(definition, cells));
      holdList("");
      const before = answer();
      if (!(before instanceof Refusal) && typeof definition.shows === "string") return [];
      holdList(listOf([...fraction(2027), ...others]));
      const own = answer();
      return own instanceof Refusal ? [] : [{ id, inputs, own, before }];
    });
    expect(new Set(answered.map(({ id }) => id))).toEqual(new Set(asked.map(([id]) => id)));
    const unmarked = answered.filter(({ own: { value, way } }) => {
      const rows = Array.isArray(value) ? value.map((_, row) => ({ row, column: 0 })) : [undefined];
      return !rows.flatMap(way).some(isOwn);
    });
    expect(unmarked.map(({ id, inputs }) => [id, inputs])).toEqual([]);
    const silent = answered.filter(
      ({ before }) => before instanceof Refusal && !sentenceOf(before).includes(t("way-out/pane")),
    );
    expect(silent.map(({ id, inputs }) => [id, inputs])).toEqual([]);
  });

  test("what an amount after an index step is computed from keeps its source", () => {
    holdList(
      listOf([
        { parameter: "benefits.index.rank", from: "2026-12-01", to: "2027-06-30", value: "31", source: "Statbel" },
      ]),
    );
    const on = { name: "passerelle.amount.without-dependants", date: day(2027, 3, 1) };
    expect(callNamed(published, "INASTI.PARAMETER", on)).toBe(1738.52);
    const source = table("INASTI.SOURCE", on);
    expect(["law", "confidence", "from", "to"].map((name) => column(source, name)[0])).toEqual([
      "Statbel",
      "own figure",
      day(2026, 12, 1),
      day(2027, 6, 30),
    ]);
    const [line] = ask(DEFINITIONS["PASSERELLE.AMOUNT"], [on.date]).way();
    expect(line!.figures.map(({ id, confidence }) => [id, confidence])).toEqual([
      ["passerelle.base-amount.without-dependants", "official"],
      ["benefits.index.pivot-base-1996", expect.not.stringMatching("own") as string],
      ["benefits.index.rank", "own"],
    ]);
  });

  test("a year beyond grows from it, and without it nothing is left", () => {
    const ask = () =>
      cellOf(() =>
        callNamed(published, "INASTI.QUARTERLY", { income: 0, category: "principal", year: 2028, indexation: 0.02 }),
      );
    const before = ask();
    holdList(listOf(fraction(2027)));
    // 3,666.15 × 690.00 × 1.02 / 142.75 = 18,075.21; × 20.5 % / 4 = 926.35.
    expect(ask()).toBe(926.35);
    holdList("");
    expect(ask()).toBe(before);
  });

  test("the workbook's year does not move by itself", () => {
    const minimum = () => callNamed(published, "INASTI.QUARTERLY", { income: 0, category: "principal" });
    const before = minimum();
    holdList(listOf(fraction(2027)));
    expect(minimum()).toBe(before);
  });
});
