/** The two functions that fill whole columns have a faster way to the cells of their definitions. */
import fc from "fast-check";
import { DEFINITIONS } from "../../src/definitions";
import { cellOf } from "../../src/functions/cell";
import { quick } from "../../src/functions/quick";
import { CATEGORIES } from "../../src/rules/contributions";
import { attempt, Refusal } from "../../src/rules/refusal";
import { casesOf, cell } from "../golden/harness";
import { metadata } from "../setup/excel";

type Id = "INASTI.QUARTERLY" | "INASTI.BATCH" | "INASTI.DOSSIER" | "FUND.SCENARIO";

/** What a cell shows: a value, or an error with its sentence. */
const shown = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shown);
  if (value instanceof Refusal) return { refusal: value.key, facts: value.facts };
  return value instanceof Error ? { error: value.message, code: (value as { code?: unknown }).code } : value;
};

const bothWays = (id: Id, cells: readonly unknown[]): readonly [quickly: unknown, defined: unknown] => [
  shown(attempt(() => quick[id]!(...cells))),
  shown(attempt(() => cellOf(DEFINITIONS[id])(...cells))),
];

test("they are the only four", () => {
  expect(Object.keys(quick)).toEqual(["INASTI.QUARTERLY", "INASTI.BATCH", "INASTI.DOSSIER", "FUND.SCENARIO"]);
});

const CASES = casesOf("contributions").filter(({ function: id }) => id in quick);

test.each(CASES.map((one) => [one.id, one] as const))("the same cells: %s", (_id, { function: id, inputs }) => {
  const { parameters } = metadata.functions.find((one) => one.id === id)!;
  const cells = parameters.map(({ name }) => cell(inputs[name] ?? null));
  const [quickly, defined] = bothWays(id as Id, cells);
  expect(quickly).toEqual(defined);
});

const blank = fc.constantFrom(null, undefined, "", " ");
const odd = fc.constantFrom<unknown>("abc", true, 1e13, NaN, [[1]], [[1, 2]], { type: "Error", basicValue: "#N/A" });
const often = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 8, arbitrary: usual as fc.Arbitrary<unknown> }, blank, odd);

const incomes = often(
  fc.oneof(
    fc.integer({ min: -1_000_00, max: 130_000_00 }).map((cents) => cents / 100),
    fc.constant("1.234,56"),
  ),
);
const categories = often(fc.constantFrom(...CATEGORIES, "principale", "Hauptberuf"));
const years = often(fc.integer({ min: 2013, max: 2030 }));
const quarters = often(fc.integer({ min: 0, max: 5 }));
const starts = often(fc.integer({ min: 41_640, max: 46_400 }));
const growths = often(fc.constantFrom(0.02, "2%", 2));

test("the same cells for odd inputs", () => {
  fc.assert(
    fc.property(fc.tuple(incomes, categories, years, quarters, starts, growths, starts), (cells) => {
      const [quickly, defined] = bothWays("INASTI.QUARTERLY", cells);
      expect(quickly).toEqual(defined);
    }),
    { numRuns: 3000 },
  );
});

/** One value for all, as many as there are incomes, or another number of them. */
const column = (values: fc.Arbitrary<unknown>, count: number) =>
  fc.oneof(
    { weight: 2, arbitrary: values },
    {
      weight: 4,
      arbitrary: fc.array(values, { minLength: count, maxLength: count }).map((all) => all.map((one) => [one])),
    },
    { weight: 1, arbitrary: fc.array(values, { maxLength: 4 }).map((all) => [all]) },
  );

test("the same cells for odd ranges", () => {
  const ranges = fc.integer({ min: 0, max: 4 }).chain((count) =>
    fc.tuple(
      fc.array(incomes, { minLength: count, maxLength: count }).map((all) => all.map((one) => [one])),
      column(categories, count),
      column(years, count),
      column(quarters, count),
    ),
  );
  fc.assert(
    fc.property(ranges, (cells) => {
      const [quickly, defined] = bothWays("INASTI.BATCH", cells);
      expect(quickly).toEqual(defined);
    }),
    { numRuns: 3000 },
  );
});

test("the same table of clients", () => {
  const funds = often(fc.constantFrom("Acerta", "Liantis", "UCM", "CNASTI", 0.0305, "3,05 %", 3, "Lloyd’s"));
  const tables = fc.integer({ min: 1, max: 6 }).chain((count) => {
    const each = (values: fc.Arbitrary<unknown>) => column(values, count);
    return fc.tuple(
      fc.array(incomes, { minLength: count, maxLength: count }).map((all) => all.map((one) => [one])),
      each(categories),
      each(years),
      each(often(fc.integer({ min: 38_000, max: 46_800 }))),
      each(often(fc.integer({ min: 42_000, max: 47_000 }))),
      each(funds),
      each(incomes),
      growths,
    );
  });
  fc.assert(
    fc.property(tables, (cells) => {
      const [quickly, defined] = bothWays("INASTI.DOSSIER", cells);
      expect(quickly).toEqual(defined);
    }),
    { numRuns: 4000 },
  );
});

test("the same table of rates", () => {
  const oneColumn = (values: fc.Arbitrary<unknown>) =>
    fc.array(values, { maxLength: 4 }).map((all) => all.map((one) => [one]));
  const rates = fc.oneof(
    fc.double({ min: -0.01, max: 0.11, noNaN: true }),
    fc.constantFrom("3,05 %", "x", 0, -0, true, null),
  );
  const heads = oneColumn(fc.oneof(fc.integer({ min: -1, max: 50 }), fc.constantFrom(null, "x")));
  const shares = oneColumn(
    fc.oneof(fc.double({ min: -0.1, max: 1.1, noNaN: true }), fc.constantFrom(null, "5 %", "x")),
  );
  fc.assert(
    fc.property(oneColumn(incomes), oneColumn(rates), heads, shares, (contributions, tried, members, leave) => {
      const [quickly, defined] = bothWays("FUND.SCENARIO", [contributions, tried, members, leave]);
      expect(quickly).toEqual(defined);
    }),
    { numRuns: 2000 },
  );
});
