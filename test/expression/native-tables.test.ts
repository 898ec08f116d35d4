import { definitionOf } from "../../src/definitions";
import { nativeFormOf, nativeTableOf } from "../../src/definitions/native";
import { answerTo } from "../../src/definitions/define";
import { evaluate } from "../../src/expression";
import { cellOf } from "../../src/functions/cell";
import { t } from "../../src/i18n";
import { CATEGORIES, lastKnownYear, quarterRule } from "../../src/rules/contributions";
import { attempt, Refusal } from "../../src/rules/refusal";
import { Tables } from "../../src/rules/tables";

const GROWTH = 0.025;
const tables = new Tables({ indexation: String(GROWTH), until: 2033 });
const settings = { year: 2026, "year-end": 46_387, growth: 25_000_000, "last-year": lastKnownYear(), fine: 0 };

type Range = readonly (number | undefined)[];

interface Given {
  readonly arguments?: Readonly<Record<string, number | string>>;
  readonly ranges?: Readonly<Record<string, Range>>;
}

const CODES: Readonly<Record<string, string>> = { value: "#VALUE!", notAvailable: "#N/A", number: "#NUM!" };
const DIVISORS = { euro: 100, rate: 10_000, plain: 1, each: 1 } as const;

/** The rows of a table without its header, by the columns that are asked. */
function rowsOf(id: string, names: readonly string[], given: Given): unknown[][] {
  const { columns, rows } = nativeTableOf(id)!;
  const all = Object.fromEntries(Object.entries(columns).map(([name, { gives }]) => [name, gives]));
  const from = { arguments: {}, ranges: {}, ...given, settings, tables, columns: all };
  const count = Number(attempt(() => evaluate(rows, from)));
  return Array.from({ length: count }, (_, index) =>
    names.map((name) => {
      const { gives, exit } = columns[name]!;
      const value = attempt(() => evaluate(gives, from, new Map([["row", index + 1]])));
      if (value instanceof Refusal) return CODES[value.code];
      if (name === "confidence" && value !== "") return t(`confidence/${value}`);
      return typeof value === "number" ? value / DIVISORS[exit] : value;
    }),
  );
}

/** The same of the function itself. */
function wanted(id: string, cells: readonly unknown[]): unknown[][] {
  const [, ...rows] = cellOf(definitionOf(id)!)(...cells) as unknown[][];
  return rows.map((row) =>
    row.map((one) => (typeof one === "object" && one !== null ? (one as { readonly code: string }).code : one)),
  );
}

const column = (range: Range): unknown[][] => range.map((one) => [one ?? null]);
const cents = (range: Range): Range => range.map((one) => one && Math.round(one * 100));
const shown = (id: string): string[] => Object.keys(definitionOf(id)!.shows);

const STARTS = [undefined, 41_000, 42_005, 42_100, 43_190, 44_700, 44_836, 45_748, 46_023, 46_200, 46_900];
const INCOMES = [40_000, 17_380.01, 0, 95_123.45, 1_622.52] as const;
const EARLIER = [38_000, 39_000, 41_000.5, 20_000, -1_000] as const;

it.each(["principal", "primostarter", "complementary", "spouse-maxi", "article-37", "pension-age"])(
  "each year of a projection of %s is that of the function, whenever it began",
  (category) => {
    const id = "INASTI.PROJECT";
    for (const firstYear of [2019, 2025, 2027])
      for (const start of STARTS)
        for (const earlier of [EARLIER, []]) {
          const cells = [firstYear, column(INCOMES), category, start, GROWTH, 0.0305, column(earlier)];
          const given = {
            arguments: { firstYear, category, indexation: 25_000_000, fund: 30_500, ...(start && { start }) },
            ranges: { incomes: cents(INCOMES), ...(earlier.length > 0 && { earlierIncomes: cents(earlier) }) },
          };
          const names = shown(id).filter((name) => name !== "confidence");
          const expected = wanted(id, cells).map((row) => row.slice(0, -1));
          expect([firstYear, start, rowsOf(id, names, given)]).toEqual([firstYear, start, expected]);
        }
  },
);

it("profits are followed from year to year", () => {
  const profits = INCOMES.slice(0, 4);
  const cells = [2026, column(profits), "principal", null, GROWTH, "Acerta", column(EARLIER), null, "profit"];
  const id = "INASTI.PROJECT";
  const given = {
    arguments: { firstYear: 2026, category: "principal", indexation: 25_000_000, fund: "acerta", basis: "profit" },
    ranges: { incomes: cents(profits), earlierIncomes: cents(EARLIER) },
  };
  expect(rowsOf(id, [...shown(id), "profit"], given)).toEqual(wanted(id, cells));
});

it("the funds side by side are those of the function in every year", () => {
  const id = "FUND.COMPARE";
  for (const year of [2018, 2019, 2020, 2022, 2025, 2026, 2040])
    for (const amount of [0, 0.01, 898.83, 2_050, -4_912.15]) {
      const names = shown(id).filter((name) => !["source", "confidence", "fund"].includes(name));
      const places = names.map((name) => shown(id).indexOf(name));
      const given = { arguments: { contribution: Math.round(amount * 100), year } };
      const expected = wanted(id, [amount, year]).map((row) => places.map((place) => row[place]));
      expect([year, amount, rowsOf(id, names, given)]).toEqual([year, amount, expected]);
    }
});

it("each rate brings in what the function says, members that leave and refunds among them", () => {
  const id = "FUND.SCENARIO";
  const contributions = [898.83, 2_050, undefined, -12.34, 4_912.15];
  const rates = [0.0305, 0.0315, 0.02, 0.035551];
  const members = [3, 0, undefined, 2, 1_500];
  const leave = [0, 0.01, 0.125, 0.999999];
  const millionths = (range: readonly number[]) => range.map((one) => Math.round(one * 1e6));
  for (const [withMembers, withLeave] of [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ]) {
    const cells = [
      column(contributions),
      column(rates),
      withMembers ? column(members) : null,
      withLeave ? column(leave) : null,
    ];
    const ranges = {
      contributions: cents(contributions),
      rates: millionths(rates),
      ...(withMembers && { members }),
      ...(withLeave && { leave: millionths(leave) }),
    };
    const names = [...shown(id), ...(withLeave ? ["leave", "breakEvenLeave"] : [])];
    expect(rowsOf(id, names, { ranges })).toEqual(wanted(id, cells));
  }
});

const answer = (id: string, cells: readonly unknown[]): unknown => {
  const value = attempt(() => answerTo(definitionOf(id)!, cells).value);
  return value instanceof Refusal ? CODES[value.code] : value;
};
const formOf = (id: string, args: Readonly<Record<string, number | string>>): unknown => {
  const value = attempt(() => evaluate(nativeFormOf(id)!.gives, { arguments: args, settings, tables }));
  return value instanceof Refusal ? CODES[value.code] : value;
};

it("a start and a stop leave what the functions leave, and what comes before and after owes nothing", () => {
  const stops = [undefined, 42_185, 45_838, 46_250, 47_000];
  for (const category of [
    "principal",
    "primostarter",
    "primostarter-artist",
    "complementary",
    "spouse-maxi",
    "student",
  ])
    for (const year of [2014, 2016, 2017, 2022, 2025, 2026, 2028])
      for (const start of STARTS.slice(1))
        for (const stop of stops) {
          const income = 1_712_345;
          const euro = income / 100;
          const growth = year > lastKnownYear() ? GROWTH : null;
          const args = {
            category,
            year,
            ...(start && { start }),
            ...(stop && { stop }),
            ...(growth && { indexation: 25_000_000 }),
          };
          const asked = [category, year, start, stop];
          const annual = [euro, category, year, start, growth, stop];
          const refused = (code: unknown, id: string, cells: readonly unknown[]) =>
            // Which of two refusals comes first is not told apart.
            typeof code === "string" ? [id, "refused"] : [id, code, ...(cells.length > 0 ? [] : [])];
          const pairs: [string, unknown, readonly unknown[]][] = [
            ["INASTI.ANNUAL", formOf("INASTI.ANNUAL", { ...args, income }), annual],
            ...[undefined, 1, 3, 4].flatMap((quarter): [string, unknown, readonly unknown[]][] => {
              const of = { ...args, ...(quarter && { quarter }) };
              return [
                [
                  "INASTI.QUARTERLY",
                  formOf("INASTI.QUARTERLY", { ...of, income }),
                  [euro, category, year, quarter, start, growth, stop],
                ],
                [
                  "INASTI.PROVISIONAL",
                  formOf("INASTI.PROVISIONAL", { ...of, incomeN3: income }),
                  [euro, category, year, quarter, start, growth, null, stop],
                ],
              ];
            }),
            [
              "INASTI.SETTLEMENT",
              formOf("INASTI.SETTLEMENT", { ...args, income, paid: 12_345, fund: 30_500 }),
              [euro, 123.45, category, year, start, growth, stop, 0.0305],
            ],
          ];
          for (const [id, mine, cells] of pairs)
            expect([...asked, ...refused(mine, id, cells)]).toEqual([
              ...asked,
              ...refused(answer(id, cells), id, cells),
            ]);
        }
});

/** The last quarter after a start that the table of src/rules/tables/started.ts asks for. */
const LAST_RANK = 16;

it("from so many quarters after a start on nothing changes any more", () => {
  const textOf = (of: Parameters<typeof quarterRule>[0]) => {
    const rule = attempt(() => quarterRule(of));
    return rule instanceof Refusal ? rule.key : JSON.stringify([rule.scale, rule.reduction]);
  };
  for (const category of CATEGORIES)
    for (let quarter = 2015 * 4; quarter <= 2026 * 4 + 3; quarter += 3)
      for (const rank of [LAST_RANK + 1, 40, 90])
        expect([category, quarter, textOf({ category, quarter, start: quarter - rank })]).toEqual([
          category,
          quarter,
          textOf({ category, quarter, start: quarter - LAST_RANK }),
        ]);
});

it("the pension of a career year is the function's, with a coefficient of six decimals too", () => {
  for (const year of [1996, 1997, 2003, 2010, 2018, 2019, 2020, 2021, 2025, 2026, 2028])
    for (const income of [0, 1, 3_182_077, 3_182_078, 3_426_574, 5_924_306, 7_749_892, 7_749_894, 1e10])
      for (const quarters of [undefined, 1, 3])
        for (const [household, coefficient] of [
          [true, undefined],
          [false, 0.994321],
          [true, 1.234567],
          [false, 9.999999],
        ] as const) {
          const cells = [income / 100, year, household, quarters, coefficient, GROWTH];
          const mine = formOf("PENSION.ACCRUAL", {
            income,
            year,
            household: String(household),
            indexation: 25_000_000,
            ...(quarters && { quarters }),
            ...(coefficient && { revaluation: Math.round(coefficient * 1e6) }),
          });
          expect([cells, mine]).toEqual([cells, answer("PENSION.ACCRUAL", cells)]);
        }
});

it("what a pensioner may earn is the function's, or the word", () => {
  for (const year of [1990, 2015, 2022, 2023, 2025, 2026, 2050])
    for (const situation of ["early", "survival", "after-age-survival", "unlimited"])
      for (const children of [undefined, 0, 1, 2, 5]) {
        const mine = formOf("PENSION.CEILING", { year, situation, ...(children !== undefined && { children }) });
        const own = answer("PENSION.CEILING", [year, situation, children]);
        expect([year, situation, children, mine]).toEqual([
          year,
          situation,
          children,
          typeof own === "number" ? own / 100 : own,
        ]);
      }
});

it.each(["0.018", "0.0185", "-0.013", "0.024"])("a growth of %s is the function's to the cent", (growth) => {
  const fine = new Tables({ indexation: growth, until: 2029 });
  const incomes = [0, 1, -1, 250, -250, 12_345, 1_738_000, -1_738_037, 9_512_345, 1e9, 99_999_999_999, -1e11, 1e11];
  for (const year of [2026, 2027, 2029])
    for (const income of [...incomes, ...Array.from({ length: 300 }, (_, index) => 1_000_003 * index + 17)]) {
      const args = { incomeN3: income, year, ...(year > 2026 && { indexation: Number(growth) * 1e9 }) };
      const value = attempt(() =>
        evaluate(nativeFormOf("INASTI.REVALUE")!.gives, {
          arguments: args,
          settings: { ...settings, growth: Number(growth) * 1e9, fine: 1 },
          tables: fine,
        }),
      );
      const own = answer("INASTI.REVALUE", [income / 100, year, year > 2026 ? Number(growth) : null]);
      expect([year, income, value instanceof Refusal ? CODES[value.code] : value]).toEqual([year, income, own]);
    }
});
