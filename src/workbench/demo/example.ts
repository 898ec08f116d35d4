import { type Entry, header, type Plan, section, spill, textsOf } from "./sheet";

/** The cell that is selected at first, for its formula to show. */
export const FIRST_RESULT = "C12";

const INCOMES = [0, 10_000, 20_000, 40_000, 80_000, 160_000];

/** One contribution: inputs and answers at the left, the tables that spill at the right. */
export function example(): Plan {
  const text = textsOf("example");
  const label = (key: string): Entry => ["text", text(key)];
  return {
    id: "example",
    name: text("name"),
    title: "Statut Social",
    widths: [16, 318, 108, 20, 150, 112, 112, 112, 112, 128, 112, 136, 470],
    // The headers of the funds.
    lines: { 12: 2 },
    blocks: [
      {
        row: 4,
        column: 1,
        lines: [
          section(text("/inputs"), 2),
          [label("/income"), ["inputEuro", 40_000]],
          [label("/category"), ["inputText", text("/principal")]],
          [label("/year"), ["inputWhole", 2026]],
          [label("career"), ["inputWhole", 24]],
          [label("/fund"), ["inputText", "Acerta"]],
          [],
          section(text("/answers"), 2),
          [label("quarter"), ["result", "=INASTI.QUARTERLY(C5,C6,C7)"]],
          [label("annual"), ["euro", "=INASTI.ANNUAL(C5,C6,C7)"]],
          [label("total"), ["euro", "=FUND.TOTAL(C12,C9,C7)"]],
          [label("complementary-quarter"), ["euro", `=INASTI.QUARTERLY(C5,"${text("/complementary")}",C7)`]],
          [label("pane-year"), ["euro", "=INASTI.QUARTERLY(0,C6)"]],
          [label("months"), ["whole", "=PASSERELLE.MONTHS(C8)"]],
          [label("future"), ["euro", "=INASTI.QUARTERLY(C5,C6,2035)"]],
          [],
          section(text("lift"), 2),
          header(["text", "euro"], [text("/income-column"), text("lift-quarter")]),
          ...INCOMES.map((income, index): Entry[] => [
            ["inputEuro", income],
            index === 0 ? ["euro", "=INASTI.QUARTERLY(B22:B27,C6,C7)"] : ["euro"],
          ]),
        ],
      },
      {
        row: 4,
        column: 4,
        lines: [
          section(text("breakdown"), 10),
          ...spill("=INASTI.BREAKDOWN(C5,C6,C7)", ["text", "euro", "percent", "euro", "text", "text"], 5),
          section(text("funds"), 10),
          ...spill(
            "=FUND.COMPARE(C12,C7)",
            ["text", "percent", "whole", "euro", "euro", "euro", "euro", "euro", "text", "text"],
            10,
          ),
          section(text("source"), 10),
          [["head", '=TRANSPOSE(INASTI.SOURCE("contributions.principal.minimum-income",DATE(C7,12,31)))'], ["text"]],
          ...(["text", "text", "text", "text", "date", "date", "text"] as const).map((style): Entry[] => [
            ["head"],
            [style],
          ]),
        ],
      },
    ],
  };
}
