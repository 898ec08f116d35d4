import { LawSheet } from "../../src/native";
import { Refusal } from "../../src/rules/refusal";
import * as oracle from "../oracle";
import { byName, type Cell, classically, type Engine } from "./calculated";

/**
 * The cents at which a law changes and those beside them, of each law once, and a row of every category and quarter that has one. `npm run proof:native` has each edge of every
 * category and quarter.
 */
function edges({ tables: { law, scale } }: LawSheet): Cell[][] {
  const seen = new Set<number>();
  return law.rows.flatMap(([category, year, quarter, number]) => {
    if (number instanceof Refusal || Number(quarter) === 0) return [];
    const of = (income: number): Cell[] => [income / 100, category as string, year as number, quarter as number];
    if (seen.has(number as number)) return [of(40_000_01)];
    seen.add(number as number);
    const changes = scale.rows.flatMap(([one, from]) => (one === number && Number(from) >= 0 ? [Number(from)] : []));
    return [0, ...changes].flatMap((from) => [of(from - 1), of(from), of(from + 1)]);
  });
}

const GROWTH = "0.025";

const euro = (answer: oracle.Answer): Cell => (oracle.isRefusal(answer) ? answer.refusal : Number(answer) / 100);

const cents = (value: Cell): bigint => BigInt(Math.round(Number(value) * 100));

const quarterOf = ([income, category, year, quarter]: readonly Cell[]): Cell =>
  euro(
    oracle.quarterlyFor(cents(income!), category as oracle.Category, year as number, quarter as number, {
      indexation: GROWTH,
    }),
  );

const FORMS: readonly (readonly [Engine, "classic" | "named"])[] = [
  ["ironcalc", "classic"],
  ["ironcalc", "named"],
  ["univer", "classic"],
  ["univer", "named"],
];

/** Income, category, year, quarter, paid, fund, income year. */
const PEOPLE: readonly (readonly Cell[])[] = [
  [17_380, "principal", 2026, 4, 100.01, 0.0305, 2023],
  [60_001.37, "complementary", 2022, 1, -3, 0.0425, 2018],
  [-250.5, "student", 2018, 2, 0, 0.03, 2014],
  [1_234_567.89, "pension-age", 2025, 3, 5_000, 0, 2022],
  [9_000, "primostarter", 2016, 4, 12.34, 0.0415, 2013],
  [33_333.33, "spouse-maxi", 2029, 1, 0, 0.0305, 2026],
  [40_000, "principal", 2014, 1, 0, 0.0305, 2011],
];

const FUNCTIONS: readonly (readonly [formula: string, oracle: (person: Person) => Cell])[] = [
  [
    "=INASTI.ANNUAL(A1,B1,C1,,0.025)",
    ({ income, category, year, options }) => euro(oracle.annual(income, category, year, options)),
  ],
  [
    "=INASTI.PROVISIONAL(A1,B1,C1,D1,,0.025)",
    ({ income, category, year, quarter, options }) =>
      euro(oracle.provisional(income, category, year, quarter, options)),
  ],
  ["=INASTI.REVALUE(A1,C1,0.025)", ({ income, year }) => euro(oracle.revalue(income, year, GROWTH))],
  [
    "=INASTI.REVALUE(A1,C1,0.025,G1)",
    ({ income, year, incomeYear }) => euro(oracle.revalue(income, year, GROWTH, incomeYear)),
  ],
  [
    "=INASTI.SETTLEMENT(A1,E1,B1,C1,,0.025,,F1)",
    ({ income, paid, category, year, fund, options }) =>
      euro(
        oracle.settlement(income, paid, category, year, { ...options, fund: fund === 0 ? undefined : String(fund) }),
      ),
  ],
  [
    "=INASTI.MARGINALRATE(A1,B1,C1,D1,0.025)",
    ({ income, category, year, quarter }) => ratio(oracle.marginalRate(income, category, year, quarter, GROWTH)),
  ],
  [
    "=ROUND(INASTI.EFFECTIVERATE(A1,B1,C1,D1,0.025),8)",
    ({ income, category, year, quarter }) => {
      const rate = ratio(oracle.effectiveRate(income, category, year, quarter, GROWTH));
      return typeof rate === "number" ? Math.round(rate * 1e8) / 1e8 : income > 0n ? rate : "#NUM!";
    },
  ],
  ["=FUND.FEE(A1,F1,C1)", ({ income, fund }) => Number(oracle.fee(income, String(fund))) / 100],
  [
    "=FUND.TOTAL(INASTI.QUARTERLY(A1,B1,C1,D1,,0.025),F1,C1)",
    ({ income, category, year, quarter, fund, options }) => {
      const due = oracle.quarterlyFor(income, category, year, quarter, options);
      return oracle.isRefusal(due) ? due.refusal : Number(oracle.totalWithFee(due, String(fund))) / 100;
    },
  ],
];

interface Person {
  readonly income: bigint;
  readonly category: oracle.Category;
  readonly year: number;
  readonly quarter: number;
  readonly paid: bigint;
  readonly fund: number;
  readonly incomeYear: number;
  readonly options: { readonly indexation: string };
}

const personOf = ([income, category, year, quarter, paid, fund, incomeYear]: readonly Cell[]): Person => ({
  income: cents(income!),
  category: category as oracle.Category,
  year: year as number,
  quarter: quarter as number,
  paid: cents(paid!),
  fund: fund as number,
  incomeYear: incomeYear as number,
  options: { indexation: GROWTH },
});

const ratio = (rate: ReturnType<typeof oracle.marginalRate>): Cell =>
  oracle.isRefusal(rate) ? rate.refusal : Number(rate.numerator) / Number(rate.denominator);

const ASKED = [
  "=INASTI.QUARTERLY(A1,B1,C1,D1)",
  "=INASTI.ANNUAL(A1,B1,C1)",
  "=FUND.FEE(A1,E1,C1)",
  "=INASTI.DUEDATE(C1,D1)",
];

/** What is no value of its kind is an error, whatever the cell; nothing is guessed. */
const BAD: readonly (readonly [row: readonly Cell[], shown: readonly Cell[]])[] = [
  [
    ["40 000", "principal", 2026, 1, "Acerta"],
    ["#VALUE!", "#VALUE!", "#VALUE!", 46_112],
  ],
  [
    [null, "principal", 2026, 1, "Acerta"],
    ["#VALUE!", "#VALUE!", "#VALUE!", 46_112],
  ],
  [
    [true, "principal", 2026, 1, "Acerta"],
    ["#VALUE!", "#VALUE!", "#VALUE!", 46_112],
  ],
  [
    [2e9, "principal", 2026, 1, "Acerta"],
    ["#VALUE!", "#VALUE!", "#VALUE!", 46_112],
  ],
  [
    [40_000, "prin*", 2026, 1, "Ac?rta"],
    ["#VALUE!", "#VALUE!", "#VALUE!", 46_112],
  ],
  [
    [40_000, null, 2026, 1, null],
    ["#VALUE!", "#VALUE!", "#VALUE!", 46_112],
  ],
  [
    [40_000, "starter", 2026, 1, "nobody"],
    ["#VALUE!", "#VALUE!", "#VALUE!", 46_112],
  ],
  [
    [40_000, "principal", 2014, 1, "Acerta"],
    ["#N/A", "#N/A", "#N/A", "#N/A"],
  ],
  [
    [40_000, "principal", 2031, 1, 0.2],
    ["#N/A", "#N/A", "#VALUE!", 47_938],
  ],
  [
    [40_000, "principal", 2026.5, 1, 0.0305],
    ["#VALUE!", "#VALUE!", "#VALUE!", "#VALUE!"],
  ],
  [
    [40_000, "principal", 1800, 5, "Acerta"],
    ["#VALUE!", "#VALUE!", "#VALUE!", "#VALUE!"],
  ],
  [
    [40_000, "principal", "2026", 1, "Acerta"],
    ["#VALUE!", "#VALUE!", "#VALUE!", "#VALUE!"],
  ],
  [
    [40_000, "primostarter", 2018, null, 0.0305],
    ["#VALUE!", "#N/A", 1_220, "#VALUE!"],
  ],
  [
    [40_000, "principal", null, null, 0.03051],
    [2_050, 8_200, 1_220.4, "#VALUE!"],
  ],
  [
    [40_000, "principal", 0, 0, 0.030512345],
    [2_050, 8_200, "#VALUE!", "#VALUE!"],
  ],
];

describe.each(FORMS.map((form, index) => [...form, index] as const))("%s, %s", (engine, form, turn) => {
  const sheet = new LawSheet({ year: 2026, indexation: GROWTH, until: 2030 });
  // Together the four take all of the edges.
  const rows = edges(sheet).filter((_, index) => index % FORMS.length === turn);
  let values: Cell[][] = [];

  beforeAll(() => {
    const calculate = form === "classic" ? classically : byName;
    values = calculate(engine, sheet, [
      ...rows.map((row) => [row, ["=INASTI.QUARTERLY(A1,B1,C1,D1,,0.025)"]] as const),
      ...PEOPLE.map((row) => [row, FUNCTIONS.map(([formula]) => formula)] as const),
      ...BAD.map(([row]) => [row, ASKED] as const),
    ]);
  });

  it("a quarter is the oracle's at each edge of each law", () => {
    expect(rows.length).toBeGreaterThan(400);
    const wrong = rows.flatMap((row, index) => {
      const expected = quarterOf(row);
      return values[index]![0] === expected ? [] : [[...row, values[index]![0]!, expected]];
    });
    expect(wrong).toEqual([]);
  });

  it("each function is the oracle's", () => {
    PEOPLE.forEach((person, index) => {
      const expected = FUNCTIONS.map(([formula, answer]) => [formula, answer(personOf(person))]);
      const given = values[rows.length + index]!;
      expect(FUNCTIONS.map(([formula], place) => [formula, given[place]])).toEqual(expected);
    });
  });

  it("what is no value of its kind is an error, and what is left out stands for itself", () => {
    const given = values.slice(rows.length + PEOPLE.length);
    expect(given.map((row, index) => [BAD[index]![0], row])).toEqual(BAD);
  });
});
