import { definitionOf } from "../../src/definitions";
import { areaOf } from "../../src/formula/addresses";
import { Budget } from "../../src/formula/budget";
import { filled } from "../../src/formula/evaluate";
import { parse } from "../../src/formula/parser";
import { referencesOf } from "../../src/formula/references";
import { cellOf } from "../../src/functions/cell";
import { LawSheet, namedFunction } from "../../src/native";
import { type Cell, filledBy } from "./calculated";

const GROWTH = 0.02;
const sheet = () => new LawSheet({ year: 2026, indexation: String(GROWTH), until: 2032 });

/** Values from A1 on, the formula in the row below them, and the arguments that it hands over. */
interface Case {
  readonly values: readonly (readonly Cell[])[];
  readonly formula: string;
  readonly arguments: readonly unknown[];
}

const column = (values: readonly (readonly Cell[])[], at: number): Cell[][] => values.map((row) => [row[at] ?? null]);

const MEMBERS = [
  [898.83, 3, 0.0305, 0],
  [2_050, 0, 0.0315, 0.01],
  [-12.34, 2, 0.02, 0.125],
  [4_912.15, 1_500, 0.035551, 0.999999],
] as const;
const INCOMES = [
  [40_000, 31_234.56, 38_000],
  [17_380.01, 25_000, 39_000],
  [0, 28_000, 41_000.5],
  [95_123.45, 30_000, 20_000],
  [60_000, 45_000, -1_000],
] as const;

const CASES: readonly Case[] = [
  ...[2_050, 0.01, 898.83, -100.07, 4_912.15].map((amount): Case => ({
    values: [[amount, 2026]],
    formula: "=FUND.COMPARE(A1,B1)",
    arguments: [amount, 2026],
  })),
  { values: [[2_050, 2019]], formula: "=FUND.COMPARE(A1,B1)", arguments: [2_050, 2019] },
  { values: [["x", 2026]], formula: "=FUND.COMPARE(A1,B1)", arguments: ["x", 2026] },
  {
    values: MEMBERS,
    formula: "=FUND.SCENARIO(A1:A4,C1:C4)",
    arguments: [column(MEMBERS, 0), column(MEMBERS, 2)],
  },
  {
    values: MEMBERS,
    formula: "=FUND.SCENARIO(A1:A4,C1:C4,B1:B4,D1:D4)",
    arguments: [0, 2, 1, 3].map((at) => column(MEMBERS, at)),
  },
  {
    values: INCOMES,
    formula: '=INASTI.PROJECT(2026,A1:A5,"principal",,0.02,"Acerta",C1:C5)',
    arguments: [2026, column(INCOMES, 0), "principal", null, GROWTH, "Acerta", column(INCOMES, 2)],
  },
  {
    values: INCOMES,
    formula: '=INASTI.PROJECT(2022,A1:A5,"complementary",,,,C1:C5)',
    arguments: [2022, column(INCOMES, 0), "complementary", null, null, null, column(INCOMES, 2)],
  },
  {
    values: INCOMES,
    formula: '=INASTI.PROJECT(2026,A1:A5,"principal",,0.02,"Acerta",C1:C5,,"profit")',
    arguments: [2026, column(INCOMES, 0), "principal", null, GROWTH, "Acerta", column(INCOMES, 2), null, "profit"],
  },
  {
    values: [...INCOMES, [45_748]],
    formula: '=INASTI.PROJECT(2025,A1:A5,"primostarter",A6,0.02,0.0305,C1:C5)',
    arguments: [2025, column(INCOMES, 0), "primostarter", 45_748, GROWTH, 0.0305, column(INCOMES, 2)],
  },
];

const CODES: Readonly<Record<string, string>> = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  invalidNumber: "#NUM!",
};

/** What the function itself shows; a refusal of all of it stands in its first cell. */
function expected({ formula, arguments: given }: Case): Cell[][] {
  const id = formula.slice(1, formula.indexOf("("));
  const shown = (cell: unknown): Cell => {
    if (typeof cell !== "object" || cell === null) return cell as Cell;
    const { code } = cell as { readonly code: string };
    return CODES[code] ?? code;
  };
  try {
    return (cellOf(definitionOf(id)!)(...given) as unknown[][]).map((row) => row.map(shown));
  } catch (error) {
    const { code } = error as { readonly code: "value" | "notAvailable" | "number" };
    return [[{ value: "#VALUE!", notAvailable: "#N/A", number: "#NUM!" }[code]]];
  }
}

it("each cell of a table shows what the function shows, in a program that is not ours", () => {
  const wanted = CASES.map(expected);
  const given = filledBy(
    "univer",
    sheet(),
    CASES.map(({ values, formula }, index) => ({
      ...{ values, formula },
      rows: wanted[index]!.length,
      columns: wanted[index]![0]!.length,
    })),
  );
  CASES.forEach(({ formula }, index) => expect([formula, given[index]]).toEqual([formula, wanted[index]]));
}, 300_000);

/** A name does in one go what a copy does in many cells. */
class Unlimited extends Budget {
  override spend(): void {}
}

/** What a formula fills by the evaluator of Explain: no engine that runs here has MAKEARRAY and takes LAMBDAs inside LET. */
function filledByName({ formula, values }: Case): unknown[][] {
  const law = sheet();
  const id = formula.slice(1, formula.indexOf("("));
  const whole = parse(namedFunction(id, law).formula + formula.slice(1 + id.length));
  const cells = new Map(law.cells.map(({ row, column, value }) => [`${row} ${column}`, value]));
  const ranges = referencesOf(whole, "Sheet").ranges.map(({ sheet: name, address }) => {
    const { row, column, rows, columns } = areaOf(address)!;
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_unused, c) => {
        const at = [row + r, column + c] as const;
        const value = (name === law.name ? cells.get(at.join(" ")) : values[at[0]]?.[at[1]]) ?? null;
        return typeof value === "object" && value !== null ? value.error : value;
      }),
    );
  });
  const position = { sheet: "Sheet", address: "J1", row: 0, column: 0 };
  return filled(whole, position, { ranges, names: [], tables: [] }, { budget: new Unlimited(), own: () => undefined });
}

/** A projection by name calculates its rows anew in each cell: one of two years here. */
const BY_NAME: readonly Case[] = [
  ...CASES.filter(({ formula }) => !formula.startsWith("=INASTI.PROJECT")),
  {
    values: INCOMES,
    formula: '=INASTI.PROJECT(2026,A1:A2,"principal",,0.02,"Acerta",C1:C3)',
    arguments: [
      ...[2026, column(INCOMES.slice(0, 2), 0), "principal", null, GROWTH, "Acerta"],
      column(INCOMES.slice(0, 3), 2),
    ],
  },
];

it.each(BY_NAME)("by name too: $formula", (one) => expect(filledByName(one)).toEqual(expected(one)));

it("a projection on profits has no answer by name", () => {
  const profit = CASES.find(({ formula }) => formula.includes('"profit"'))!;
  expect(filledByName(profit)).toEqual([["#N/A"]]);
});
