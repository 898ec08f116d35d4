import { wordName } from "../../i18n";
import { day } from "../../rules/calendar";
import { yesOrNo } from "../../taskpane/kit/choices";
import { type Entry, header, lineOf, type Plan, section, sourceLine, spill, type Style, sumOf, textsOf } from "./sheet";

/** A year after the month of the fact; no fact is paid for longer. */
const MONTHS = 13;
const FIRST_MONTH = 7;

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
  const line = lineOf(text);
  const economic = wordName("ground", "economic");
  return {
    id: "bridging-right",
    name: text("name"),
    title: text("title"),
    story: text("story"),
    source: sourceLine("passerelle.amount.without-dependants", "C7"),
    widths: [8, 278, 234, 112, 110, 106, 70, 92],
    // The lists of grounds, categories and bases.
    lines: { 36: 5, 37: 4, 38: 2, 42: 3, 45: 2 },
    blocks: [
      {
        row: 5,
        column: 1,
        lines: [
          section(text("/inputs"), 2),
          line("fact", ["inputDate", day(2025, 9, 10)]),
          line("until", ["inputDate", day(2026, 8, 31)]),
          line("dependants", ["inputText", yesOrNo(false), "yesNo"]),
          line("ground", ["inputText", wordName("ground", "bankruptcy"), "ground"]),
          line("pension-quarters", ["inputWhole", 24], "/quarters"),
          line("months-used", ["inputWhole", 0], "/months"),
          [],
          section(text("/answers"), 2),
          line("months", ["whole", "=PASSERELLE.MONTHS(C10,C9,C6,C11)"], "/months"),
          line("deadline", ["day", "=PASSERELLE.DEADLINE(C6)"]),
          line("amount", ["euro", "=PASSERELLE.AMOUNT(C6,C8)"], "/a-month"),
          line("paid", ["result", sumOf("F6", `H${FIRST_MONTH}:H${FIRST_MONTH + MONTHS - 1}`)], "/gross"),
        ],
      },
      {
        row: 5,
        column: 5,
        lines: [
          section(text("payments"), 3),
          ...spill("=PASSERELLE.PAYMENT(C6,C7,C8,C9,C14)", ["month", "percent", "euro"], MONTHS),
        ],
      },
      {
        row: 22,
        column: 1,
        lines: [
          section(text("difficulties"), 2),
          line("/category", ["inputText", wordName("category", "principal"), "category"]),
          line("fact", ["inputDate", day(2024, 10, 1)]),
          line("subjected", ["inputWhole", 8], "/quarters"),
          line("paid-quarters", ["inputWhole", 8], "/quarters"),
          line("basis", ["inputText", wordName("basis", "low-income"), "proof"]),
          line("income-then", ["inputEuro", 16_000], "/a-year"),
          line("income-before", ["inputEuro", 15_000], "/a-year"),
          line("limit", ["euro", "=PASSERELLE.INCOMELIMIT(YEAR(C24))"], "/a-year"),
        ],
      },
      {
        row: 33,
        column: 1,
        lines: [
          section(text("conditions"), CONDITION.length),
          header(CONDITION, [`=PASSERELLE.ELIGIBLE(C23,"${economic}",C24,C25,C26,,C27,C28,C29)`]),
          ...CONDITIONS.map((value): Entry[] => [["wrapped"], [value], [value], ["left"], ["left"]]),
        ],
      },
    ],
  };
}
