import { day } from "../../rules/calendar";
import { type Entry, header, type Plan, section, spill, type Style, textsOf } from "./sheet";

/** A year after the month of the fact; no fact is paid for longer. */
const MONTHS = 13;

/** What is required and given, condition by condition: the date, lists and counts, the two incomes, the exclusion. */
const CONDITIONS: readonly Style[] = [
  "date",
  ...Array.from({ length: 7 }, () => "wrapped" as const),
  "euroLeft",
  "euroLeft",
  "left",
];
const CONDITION: readonly Style[] = ["left", "left", "left", "left", "left"];

/** The bridging right of one fact: how long, how much, month by month; below, the conditions of economic difficulties. */
export function bridgingRight(): Plan {
  const text = textsOf("bridging-right");
  const label = (key: string): Entry => ["text", text(key)];
  return {
    id: "bridging-right",
    name: text("name"),
    title: text("name"),
    widths: [16, 340, 160, 16, 350, 340, 140, 120, 110],
    // The lists of grounds, categories and bases.
    lines: { 23: 3, 24: 3, 29: 3 },
    blocks: [
      {
        row: 4,
        column: 1,
        lines: [
          section(text("/inputs"), 2),
          [label("fact"), ["inputDate", day(2023, 1, 20)]],
          [label("until"), ["inputDate", day(2023, 8, 23)]],
          [label("dependants"), ["inputText", text("no")]],
          [label("ground"), ["inputText", text("bankruptcy")]],
          [label("pension-quarters"), ["inputWhole", 8]],
          [label("months-used"), ["inputWhole", 0]],
          [],
          section(text("/answers"), 2),
          [label("months"), ["whole", "=PASSERELLE.MONTHS(C9,C8,C5,C10)"]],
          [label("deadline"), ["day", "=PASSERELLE.DEADLINE(C5)"]],
          [label("amount"), ["euro", "=PASSERELLE.AMOUNT(C5,C7)"]],
          [label("paid"), ["result", `=SUM(G6:G${5 + MONTHS})`]],
        ],
      },
      {
        row: 4,
        column: 4,
        lines: [
          section(text("payments"), 3),
          ...spill("=PASSERELLE.PAYMENT(C5,C6,C7,C8,C13)", ["month", "percentLeft", "euro"], MONTHS),
        ],
      },
      {
        row: 20,
        column: 1,
        lines: [
          section(text("difficulties"), 2),
          [label("/category"), ["inputText", text("/principal")]],
          [label("fact"), ["inputDate", day(2024, 10, 1)]],
          [label("subjected"), ["inputWhole", 8]],
          [label("paid-quarters"), ["inputWhole", 8]],
          [label("basis"), ["inputText", text("low-income")]],
          [label("income-then"), ["inputEuro", 16_000]],
          [label("income-before"), ["inputEuro", 15_000]],
          [label("limit"), ["euro", "=PASSERELLE.INCOMELIMIT(YEAR(C22))"]],
        ],
      },
      {
        row: 20,
        column: 4,
        lines: [
          section(text("conditions"), 5),
          header(CONDITION, [`=PASSERELLE.ELIGIBLE(C21,"${text("economic")}",C22,C23,C24,,C25,C26,C27)`]),
          ...CONDITIONS.map((value): Entry[] => [["left"], [value], [value], ["left"], ["left"]]),
        ],
      },
    ],
  };
}
