import { LawSheet } from "../../src/native";
import { answerTo, definitionOf } from "../../src/definitions";
import { attempt, Refusal } from "../../src/rules/refusal";
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

/** What no oracle has whole: the answers of the functions themselves, which their golden cases hold. */
const SAME: readonly (readonly [id: string, formula: string, rows: readonly (readonly Cell[])[]])[] = [
  [
    "INASTI.INCOMEFOR",
    "=INASTI.INCOMEFOR(A1,B1,C1,D1)",
    [
      [1_000, "principal", 2026, 1],
      [898.83, "principal", 2026, null],
      [0.01, "complementary", 2024, 2],
      [0, "student", 2020, 1],
      [5_000, "principal", 2026, 1],
      [12, "principal", 2026, 1],
      [1_537.5, "main", 2016, 4],
      [1_000, "principal", 2014, 1],
    ],
  ],
  [
    "INASTI.PARAMETER",
    "=INASTI.PARAMETER(A1,B1)",
    [
      ["contributions.bracket1.ceiling", 46_000],
      ["contributions.rate.bracket1", null],
      ["contributions.bracket1.ceiling", 30_000],
      ["no.such", 46_000],
    ],
  ],
  [
    "COMPANY.CONTRIBUTION",
    "=COMPANY.CONTRIBUTION(A1,B1)",
    [
      [0, 2026],
      [1e8, 2025],
      [852_262.84, 2025],
      [1e8, 2050],
      [-1, 2025],
      [5, null],
    ],
  ],
  ["COMPANY.DUEDATE", "=COMPANY.DUEDATE(A1)", [[2026], [2025], [2050], [1900]]],
  [
    "PASSERELLE.AMOUNT",
    "=PASSERELLE.AMOUNT(A1,B1)",
    [
      [46_000, true],
      [46_000, "nee"],
      [45_000, null],
      [20_000, false],
      [50_000, true],
      [46_300, "WAAR"],
    ],
  ],
  ["PASSERELLE.MONTHS", "=PASSERELLE.MONTHS(A1)", [[0], [8], [19], [20], [60], [400], [401], [8.5]]],
  ["PASSERELLE.QUARTERS", "=PASSERELLE.QUARTERS(A1)", [[7], [8], [59], [60]]],
  [
    "BENEFIT.RATE",
    "=BENEFIT.RATE(A1,B1,C1,,D1)",
    [
      ["sickness", 46_000, "isolated", null],
      ["ziekte", 46_300, "samenwonende", "month"],
      ["naissance", 45_000, null, null],
      ["maternity", 46_000, "weeks-1-4", null],
      ["adoption", 44_000, null, null],
      ["adoption", 44_000, "day", null],
      ["caregiver", 46_000, null, null],
      ["sickness", 25_000, "isolated", null],
    ],
  ],
  [
    "PENSION.PLCI",
    "=PENSION.PLCI(A1,B1,C1,D1)",
    [
      [40_000, 2026, null, null],
      [40_000, 2026, "social", "contribution"],
      [0, 2025, "ordinary", null],
      [1e6, 2020, "social", "n-3"],
      [40_000, 2027, null, null],
      [15_123.45, null, null, "contribution"],
    ],
  ],
];

/** The cell that a function gives. */
function ownCell(id: string, row: readonly Cell[]): Cell {
  const definition = definitionOf(id)!;
  const cells = id === "BENEFIT.RATE" ? [...row.slice(0, 3), null, row[3]] : row;
  const answer = attempt(() => answerTo(definition, cells).value);
  if (answer instanceof Refusal) return { value: "#VALUE!", notAvailable: "#N/A", number: "#NUM!" }[answer.code];
  return definition.shows === "euro" ? Number(answer) / 100 : (answer as Cell);
}

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
      ...SAME.flatMap(([, formula, cells]) => cells.map((row) => [row, [formula]] as const)),
    ]);
  }, 300_000);

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
    const from = rows.length + PEOPLE.length;
    const given = values.slice(from, from + BAD.length);
    expect(given.map((row, index) => [BAD[index]![0], row])).toEqual(BAD);
  });

  it("gives what the functions give", () => {
    const given = values.slice(rows.length + PEOPLE.length + BAD.length);
    const all = SAME.flatMap(([id, , cells]) => cells.map((row) => [id, row] as const));
    const expected = all.map(([id, row]) => [id, row, ownCell(id, row)]);
    expect(all.map((one, index) => [...one, given[index]![0]])).toEqual(expected);
  });
});
