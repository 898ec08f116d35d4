import { day } from "../../rules/calendar";
import { type Entry, header, JOINED, type Plan, section, spill, type Style, textsOf } from "./sheet";

const MEMBERS: readonly (readonly [category: string, income: number])[] = [
  ["/principal", 12_000],
  ["/principal", 18_500],
  ["/principal", 25_000],
  ["/principal", 32_000],
  ["/principal", 40_000],
  ["/principal", 55_000],
  ["/principal", 80_000],
  ["/principal", 130_000],
  ["/complementary", 4_000],
  ["/complementary", 9_500],
  ["/complementary", 15_000],
  ["spouse", 20_000],
];
const STEPS = [1, 2, 3, 4];
const RATES = STEPS.length + 2;

/** Where the members and the table of the scenario start, below their headers. */
const FIRST_MEMBER = 19;
const LAST_MEMBER = FIRST_MEMBER + MEMBERS.length - 1;
const FIRST_RATE = 10;
const FIRST_SCENARIO = 6;
const CONTRIBUTIONS = `D${FIRST_MEMBER}:D${LAST_MEMBER}`;
const SCENARIO: readonly Style[] = ["percentLeft", "euro", "euro", "euro"];

/** A fund's sums: what another rate brings in, how many members make up for it, and what the others charge. */
export function feeScenario(): Plan {
  const text = textsOf("fee-scenario");
  const label = (key: string): Entry => ["text", text(key)];
  const [table, ...rows] = spill(
    `=FUND.SCENARIO(${CONTRIBUTIONS},C${FIRST_RATE}:C${FIRST_RATE + RATES - 1})`,
    SCENARIO,
    RATES,
  );
  return {
    id: "fee-scenario",
    name: text("name"),
    title: text("name"),
    widths: [16, 146, 100, 100, 16, 136, 148, 148, 148, 132, 148, 130, 136, 470],
    lines: { 5: 2, 16: 2 },
    blocks: [
      {
        row: 4,
        column: 1,
        lines: [
          section(text("/inputs"), 2),
          [label("fund"), ["inputText", "Liantis"]],
          [label("/year"), ["inputWhole", 2026]],
          [label("step"), ["inputPercent", 0.001]],
        ],
      },
      {
        row: FIRST_RATE - 1,
        column: 1,
        lines: [
          section(text("rates"), 2),
          [label("present-rate"), ["percent", "=FUND.RATE(C5,C6)"]],
          ...STEPS.map((step): Entry[] => [
            ["text", `${text("lower")} ${step}`],
            ["percent", `=ROUND(C${FIRST_RATE + step - 1}-$C$7,5)`],
          ]),
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
            ["inputLabel", text(category)],
            ["inputEuro", income],
            ["euro", `=INASTI.QUARTERLY(C${FIRST_MEMBER + index},B${FIRST_MEMBER + index},$C$6)`],
          ]),
          [label("average"), JOINED, ["result", `=ROUND(AVERAGE(${CONTRIBUTIONS}),2)`]],
        ],
      },
      {
        row: FIRST_SCENARIO - 2,
        column: 5,
        lines: [
          section(text("scenario"), SCENARIO.length + 2),
          [...table!, ...header(["euro", "whole"], [text("per-year"), text("to-win")])],
          ...rows.map((row, index): Entry[] => {
            const line = FIRST_SCENARIO + index;
            return [...row, ["euro", `=4*I${line}`], ["whole", `=MAX(0,ROUNDUP(-I${line}/H${line},0))`]];
          }),
        ],
      },
      {
        row: 15,
        column: 5,
        lines: [
          section(text("market"), 10),
          ...spill(
            `=FUND.COMPARE(D${LAST_MEMBER + 1},C6)`,
            ["text", "percent", "whole", "euro", "euro", "euro", "euro", "euro", "text", "text"],
            8,
          ),
        ],
      },
      {
        row: 26,
        column: 5,
        lines: [
          section(text("switch"), 3),
          [label("since"), JOINED, ["inputDate", day(2022, 1, 15)]],
          [label("as-of"), JOINED, ["inputDate", day(2025, 5, 10)]],
          [label("switch-date"), JOINED, ["day", "=FUND.SWITCH(H27,H28)"]],
          [label("switch-request"), JOINED, ["day", "=FUND.SWITCHREQUEST(H27,H28)"]],
        ],
      },
      {
        row: 32,
        column: 5,
        lines: [
          section(text("company"), 3),
          [label("balance"), JOINED, ["inputEuro", 1_200_000]],
          [label("/year"), JOINED, ["inputWhole", 2025]],
          [label("company-contribution"), JOINED, ["euro", "=COMPANY.CONTRIBUTION(H33,H34)"]],
          [label("company-due"), JOINED, ["day", "=COMPANY.DUEDATE(H34)"]],
        ],
      },
    ],
  };
}
