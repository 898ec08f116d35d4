import { wordName } from "../../i18n";
import { type Entry, JOINED, lineOf, type Plan, section, sourceColumn, spill, type Style, textsOf } from "./sheet";

/** Where things are in the sheet that opens first. */
export const EXAMPLE = {
  id: "example",
  /** Selected at first: free, with room beside and below it for what people try. */
  free: "B20",
  /** The corners of a yellow cell that many others follow, and of its unit: there its neighbours open their lists. */
  input: ["C5", "D5"],
  /** The corners of the block on where a figure comes from. */
  source: ["E11", "J17"],
} as const;

const PARAMETER = "contributions.rate.bracket1";
const DATE = "DATE(C7,12,31)";
const WIDE = 6;

/** One contribution: inputs and answers at the left, how it comes about and from where at the right. */
export function example(): Plan {
  const text = textsOf("example");
  const line = lineOf(text);
  const sourced = (title: string, style: Style, content: string): Entry[] => [
    ["head", title],
    JOINED,
    [style, content],
    ...Array.from({ length: WIDE - 3 }, () => JOINED),
  ];
  const heading = (column: number): string => `=INDEX(INASTI.SOURCE("${PARAMETER}",${DATE}),1,${column})`;
  const complementary = wordName("category", "complementary");
  return {
    id: EXAMPLE.id,
    name: text("name"),
    title: text("title"),
    story: text("story"),
    widths: [8, 208, 126, 82, 78, 86, 78, 82, 152, 110],
    lines: { 17: 2 },
    blocks: [
      {
        row: 4,
        column: 1,
        lines: [
          section(text("/inputs"), 2),
          line("/income", ["inputEuro", 40_000], "/a-year"),
          line("/category", ["inputText", wordName("category", "principal"), "category"]),
          line("/year", ["inputWhole", 2026, "year"]),
          line("career", ["inputWhole", 24], "/quarters"),
          line("/fund", ["inputText", wordName("fund", "acerta"), "fund"]),
          [],
          section(text("/answers"), 2),
          line("quarter", ["result", "=INASTI.QUARTERLY(C5,C6,C7)"], "/a-quarter"),
          line("annual", ["euro", "=INASTI.ANNUAL(C5,C6,C7)"], "/a-year"),
          line("total", ["euro", "=FUND.TOTAL(C12,C9,C7)"], "/a-quarter"),
          line("complementary-quarter", ["euro", `=INASTI.QUARTERLY(C5,"${complementary}",C7)`], "/a-quarter"),
          line("pane-year", ["euro", "=INASTI.QUARTERLY(0,C6)"], "/a-quarter"),
          line("months", ["whole", "=PASSERELLE.MONTHS(C8)"], "/months"),
        ],
      },
      {
        row: 4,
        column: 4,
        lines: [
          section(text("breakdown"), WIDE),
          ...spill("=INASTI.BREAKDOWN(C5,C6,C7)", ["text", "euro", "percent", "euro", "text", "text"], 5),
        ],
      },
      {
        row: 11,
        column: 4,
        lines: [
          section(text("source"), WIDE),
          sourced(text("rate"), "percentLeft", `=INASTI.PARAMETER("${PARAMETER}",${DATE})`),
          ...[2, 3, 5].map((column) => sourced(heading(column), "left", `=${sourceColumn(PARAMETER, DATE, column)}`)),
          sourced(heading(6), "date", `=${sourceColumn(PARAMETER, DATE, 6)}`),
          sourced(heading(4), "wrapped", `=${sourceColumn(PARAMETER, DATE, 4)}`),
        ],
      },
      { row: 19, column: 1, lines: [section(text("own"), 9)] },
    ],
  };
}
