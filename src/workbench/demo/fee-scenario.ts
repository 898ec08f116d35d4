import { wordName } from "../../i18n";
import { day } from "../../rules/calendar";
import type { Category } from "../../rules/contributions";
import { type Entry, feeColumn, header, JOINED, type Plan, section, spill, type Style, textsOf } from "./sheet";

const MEMBERS: readonly (readonly [category: Category, income: number])[] = [
  ["principal", 12_000],
  ["principal", 18_500],
  ["principal", 25_000],
  ["principal", 32_000],
  ["principal", 40_000],
  ["principal", 55_000],
  ["principal", 80_000],
  ["principal", 130_000],
  ["complementary", 4_000],
  ["complementary", 9_500],
  ["complementary", 15_000],
  ["pensioner", 20_000],
];
const STEPS = [1, 2, 3, 4];
const RATES = STEPS.length + 2;

/** Where the members and the table of the scenario start, below their headers. */
const FIRST_MEMBER = 19;
const LAST_MEMBER = FIRST_MEMBER + MEMBERS.length - 1;
const FIRST_SCENARIO = 6;
const CONTRIBUTIONS = `D${FIRST_MEMBER}:D${LAST_MEMBER}`;
const AVERAGE = `D${LAST_MEMBER + 1}`;
/** What stands beside the rates, of which FUND.SCENARIO shows its own column too. */
const SCENARIO: readonly Style[] = ["euro", "euro", "euro"];
const MARKET: readonly Style[] = ["text", "percent", "whole", "euro", "euro", "euro"];

/** Of the fund that was chosen, as the comparison has it; a rate of one's own has no source. */
const sourceOfFund = (label: string, own: string): string => {
  const market = `FUND.COMPARE(${AVERAGE},C6)`;
  const row = `MATCH(C5,INDEX(${market},0,1),0)`;
  const [source, confidence] = [9, 10].map((column) => `INDEX(${market},${row},${column})`);
  return `=IFERROR("${label} "&${source}&" · "&${confidence},"${label} ${own}")`;
};

/** A fund's sums: what another rate brings in, how many members make up for it, and what the others charge. */
export function feeScenario(): Plan {
  const text = textsOf("fee-scenario");
  const label = (key: string): Entry => ["text", text(key)];
  const rates = `F${FIRST_SCENARIO}:F${FIRST_SCENARIO + RATES - 1}`;
  const [table, ...rows] = spill(`=CHOOSECOLS(FUND.SCENARIO(${CONTRIBUTIONS},${rates}),2,3,4)`, SCENARIO, RATES);
  const rateOf = (line: number): string => {
    if (line === FIRST_SCENARIO) return "=FUND.RATE(C5,C6)";
    return line === FIRST_SCENARIO + RATES - 1 ? "=C8" : `=ROUND(F${line - 1}-$C$7,5)`;
  };
  return {
    id: "fee-scenario",
    name: text("name"),
    title: text("title"),
    story: text("story"),
    source: sourceOfFund(text("/source"), text("own-rate")),
    widths: [8, 170, 92, 92, 14, 142, feeColumn(97), feeColumn(97), feeColumn(97), 95, 104],
    lines: { 5: 3, 18: 3 },
    charts: [
      {
        kind: "column",
        title: text("scenario"),
        categories: { row: FIRST_SCENARIO - 1, column: 5, rows: RATES, columns: 1 },
        series: [{ name: text("scenario"), values: { row: FIRST_SCENARIO - 1, column: 6, rows: RATES, columns: 1 } }],
        place: { row: 8, column: 1, rows: 8, columns: 3 },
        format: "#,##0",
      },
    ],
    blocks: [
      {
        row: 4,
        column: 1,
        lines: [
          section(text("/inputs"), 3),
          [label("fund"), ["inputText", wordName("fund", "liantis"), "fund"], JOINED],
          [label("/year"), ["inputWhole", 2026, "year"]],
          [label("step"), ["inputPercent", 0.001]],
          [label("own-rate"), ["inputPercent", 0.0305]],
        ],
      },
      {
        row: FIRST_MEMBER - 2,
        column: 1,
        lines: [
          section(text("members"), 3),
          header(["text", "euro", "euro"], [text("/category"), text("/income-column"), text("contribution")]),
          ...MEMBERS.map(([category, income], index): Entry[] => [
            ["inputLabel", wordName("category", category), "category"],
            ["inputEuro", income],
            ["euro", `=INASTI.QUARTERLY(C${FIRST_MEMBER + index},B${FIRST_MEMBER + index},$C$6)`],
          ]),
          [["head", text("average")], JOINED, ["headEuro", `=ROUND(AVERAGE(${CONTRIBUTIONS}),2)`]],
        ],
      },
      {
        row: FIRST_SCENARIO - 2,
        column: 5,
        lines: [
          section(text("scenario"), SCENARIO.length + 3),
          [
            ...header(["percentLeft"], [text("rate")]),
            ...table!,
            ...header(["euro", "whole"], [text("per-year"), text("to-win")]),
          ],
          ...rows.map((row, index): Entry[] => {
            const line = FIRST_SCENARIO + index;
            return [
              ["percentLeft", rateOf(line)],
              ...row,
              ["euro", `=4*I${line}`],
              ["whole", `=MAX(0,ROUNDUP(-I${line}/H${line},0))`],
            ];
          }),
        ],
      },
      {
        row: 17,
        column: 5,
        lines: [
          section(text("market"), MARKET.length),
          ...spill(`=CHOOSECOLS(FUND.COMPARE(${AVERAGE},C6),1,2,3,4,7,8)`, MARKET, 8),
        ],
      },
      {
        row: 29,
        column: 5,
        lines: [
          section(text("switch"), MARKET.length),
          [label("since"), JOINED, JOINED, ["inputDate", day(2022, 1, 15)]],
          [label("as-of"), JOINED, JOINED, ["inputDate", day(2025, 5, 10)]],
          [label("switch-date"), JOINED, JOINED, ["day", "=FUND.SWITCH(I30,I31)"]],
          [label("switch-request"), JOINED, JOINED, ["day", "=FUND.SWITCHREQUEST(I30,I31)"]],
        ],
      },
    ],
  };
}
