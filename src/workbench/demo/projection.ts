import { type Day, day } from "../../rules/calendar";
import { type Entry, header, JOINED, type Plan, section, spill, type Style, textsOf } from "./sheet";

const INCOMES = [20_000, 30_000, 40_000, 45_000, 50_000];
/** Three earlier years, on which the provisional contributions are computed; then the two of the table. */
const LIFE = [20_000, 22_000, 24_000, 30_000, 1_500];
const CAREER: readonly (readonly [from: Day, category: string])[] = [
  [day(2020, 1, 1), "/principal"],
  [day(2024, 4, 1), "exempt"],
  [day(2024, 7, 1), "/principal"],
  [day(2025, 2, 10), "/complementary"],
];
const YEARS: readonly Style[] = ["year", "euro", "euro", "euro", "euro", "whole", "euro", "euro", "euro", "text"];
const QUARTERS: readonly Style[] = ["year", "whole", "text", "whole", "euro", "euro", "euro", "euro", "euro", "text"];
const WIDTH = YEARS.length;

/** Years of an activity: when contributions are paid and when the final account comes; below, a life that changes. */
export function projection(): Plan {
  const text = textsOf("projection");
  const label = (key: string): Entry => ["text", text(key)];
  return {
    id: "projection",
    name: text("name"),
    title: text("name"),
    widths: [16, 170, 140, 98, 92, 116, 122, 136, 116, 94, 126],
    lines: { 12: 2, 28: 2 },
    blocks: [
      {
        row: 4,
        column: 1,
        lines: [
          section(text("/inputs"), 2),
          [label("first-year"), ["inputWhole", 2022]],
          [label("/category"), ["inputText", text("/principal")]],
          [label("start"), ["inputDate", day(2022, 1, 1)]],
          [label("indexation"), ["inputPercent", 0.02]],
          [label("fund-rate"), ["inputPercent", 0.0305]],
        ],
      },
      {
        row: 4,
        column: 4,
        lines: [section(text("incomes"), 2), ...incomeByYear("=C5", 5, INCOMES)],
      },
      {
        row: 4,
        column: 7,
        lines: [
          section(text("backwards"), 3),
          [label("/year"), JOINED, ["inputWhole", 2026]],
          [label("profit"), JOINED, ["inputEuro", 50_000]],
          [label("from-profit"), JOINED, ["result", "=INASTI.FROMPROFIT(J6,C6,J5)"]],
          [label("quarter"), JOINED, ["inputEuro", 2_500]],
          [label("income-for"), JOINED, ["result", "=INASTI.INCOMEFOR(J8,C6,J5)"]],
        ],
      },
      {
        row: 11,
        column: 1,
        lines: [
          section(text("years"), WIDTH),
          ...spill("=INASTI.PROJECT(C5,F5:F9,C6,C7,C8,C9)", YEARS, INCOMES.length),
          [
            ["head", text("together")],
            ["headEuro", "=SUM(C13:C17)"],
            ["headEuro", "=SUM(D13:D17)"],
            ["headEuro", "=SUM(E13:E17)"],
            ["headEuro", "=SUM(F13:F17)"],
            ["headEuro"],
            ["headEuro", "=SUM(H13:H17)"],
            ["headEuro", "=SUM(I13:I17)"],
            ["headEuro", "=SUM(J13:J17)"],
            ["headEuro"],
          ],
        ],
      },
      {
        row: 20,
        column: 1,
        lines: [
          section(text("changes"), WIDTH),
          header(["inputDate", "inputText"], [text("from"), text("/category")]),
          ...CAREER.map(([from, category]): Entry[] => [
            ["inputDate", from],
            ["inputText", text(category)],
          ]),
          [],
          [],
          ...spill("=INASTI.CAREER(B22:C25,E25,F25:F26,C8,C9,F22:F24)", QUARTERS, 8),
        ],
      },
      {
        row: 21,
        column: 4,
        lines: [
          header(["year", "inputEuro"], [text("/year"), text("/income-column")]),
          ...incomeByYear(2021, 22, LIFE),
        ],
      },
    ],
  };
}

/** Years in column E, counted on from the first, with their incomes beside them. */
const incomeByYear = (firstYear: string | number, row: number, incomes: readonly number[]): Entry[][] =>
  incomes.map((income, index) => [
    ["year", index === 0 ? firstYear : `=E${row + index - 1}+1`],
    ["inputEuro", income],
  ]);
