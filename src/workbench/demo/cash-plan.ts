import { t, wordName } from "../../i18n";
import { day } from "../../rules/calendar";
import { monthlyFormula } from "../../taskpane/projection/monthly";
import {
  type Entry,
  feeColumn,
  JOINED,
  type Plan,
  section,
  sourceLine,
  spill,
  type Style,
  sumOf,
  textsOf,
} from "./sheet";

const PROFITS = [35_000, 42_000, 48_000, 52_000, 55_000];
const YEARS: readonly Style[] = ["year", "euro", "euro", "euro", "euro", "whole", "euro", "euro", "euro"];
const PAYMENTS: readonly Style[] = ["date", "text", "whole", "whole", "euro", "euro", "euro", "euro", "text", "text"];
/** Four a year and the final accounts of earlier years, for as long as the plan goes. */
const ROOM = 28;

const FIRST_YEAR = 14;
const LAST_YEAR = FIRST_YEAR + PROFITS.length - 1;
const FIRST_PAYMENT = 36;
const years = (column: string): string => sumOf("$B$13", `${column}${FIRST_YEAR}:${column}${LAST_YEAR}`);
const payments = (column: string): string => `$${column}$${FIRST_PAYMENT}:$${column}$${FIRST_PAYMENT + ROOM - 1}`;
const FIRST_DAY = "DATE(J5,1,1)";
const inYear = `${payments("B")},">="&${FIRST_DAY},${payments("B")},"<="&DATE(J5,12,31)`;
const upTo = (month: number): string =>
  `SUMIFS(${payments("H")},${payments("B")},">="&${FIRST_DAY},${payments("B")},"<"&DATE(J5,${month + 1},1))`;
const CASH_OUT = 7;
/** A column of the table of years, as a chart counts them. */
const inYears = (column: number) => ({ row: FIRST_YEAR - 1, rows: PROFITS.length, column: column + 1, columns: 1 });
/** Without the table no amount is due, nor is it nothing. */
const ofPayments = (formula: string): string => `=IF(ISERROR($B$35),$B$35,${formula})`;

/** From the profits of some years to what is to be paid on which day, and what to put aside for it. */
export function cashPlan(): Plan {
  const text = textsOf("cash-plan");
  const label = (key: string): Entry[] => [["text", text(key)], JOINED];
  return {
    id: "cash-plan",
    name: text("name"),
    title: text("title"),
    story: text("story"),
    source: sourceLine("contributions.rate.bracket1", "DATE(YEAR(D5),12,31)"),
    widths: [8, 84, 102, 92, 92, 106, feeColumn(106), feeColumn(106), 108, 120, 86],
    lines: { 13: 2, 35: 2 },
    charts: [
      {
        kind: "column",
        title: t("pane:projection/chart"),
        categories: inYears(0),
        series: [{ name: t("pane:projection/cash-out"), values: inYears(CASH_OUT) }],
        place: { row: 20, column: 1, rows: 12, columns: PAYMENTS.length },
        format: "#,##0",
      },
    ],
    blocks: [
      {
        row: 4,
        column: 1,
        lines: [
          section(text("/inputs"), 4),
          [...label("start"), ["inputDate", day(2024, 1, 1)]],
          [...label("/category"), ["inputText", wordName("category", "principal"), "category"], JOINED],
          [...label("/fund"), ["inputText", wordName("fund", "acerta"), "fund"], JOINED],
          [...label("amounts"), ["inputText", wordName("amountBasis", "profit"), "amounts"], JOINED],
          [...label("indexation"), ["inputPercent", 0.02]],
          [...label("until"), ["inputWhole", 2028]],
        ],
      },
      {
        row: 4,
        column: 5,
        lines: [
          section(text("profits"), 2),
          ...PROFITS.map((profit, index): Entry[] => [
            ["year", index === 0 ? "=YEAR(D5)" : `=F${4 + index}+1`],
            ["inputEuro", profit],
          ]),
        ],
      },
      {
        row: 4,
        column: 7,
        lines: [
          section(text("aside"), 3),
          [...label("/year"), ["inputWhole", 2027]],
          [...label("due"), ["euro", ofPayments(`SUMIFS(${payments("H")},${inYear})`)]],
          [
            ...label("a-month"),
            ["result", ofPayments(monthlyFormula({ due: (quarter) => upTo(3 * quarter), year: "J5", start: "$D$5" }))],
          ],
          [...label("largest"), ["euro", ofPayments(`MAXIFS(${payments("H")},${inYear})`)]],
        ],
      },
      {
        row: 12,
        column: 1,
        lines: [
          section(text("years"), YEARS.length),
          ...spill("=TAKE(INASTI.PROJECT(YEAR(D5),G5:G9,D6,D5,D9,D7,,,D8),,9)", YEARS, PROFITS.length),
          [
            ["head", text("/together")],
            ...[..."CDEF"].map((column): Entry => ["headEuro", years(column)]),
            ["headEuro"],
            ...[..."HIJ"].map((column): Entry => ["headEuro", years(column)]),
          ],
        ],
      },
      {
        row: 34,
        column: 1,
        lines: [
          section(text("payments"), PAYMENTS.length),
          ...spill(
            "=CHOOSECOLS(INASTI.CASHFLOW(HSTACK(D5,D6),YEAR(D5),G5:G9,D9,D7,,D10,,,D8),1,2,3,4,6,7,8,9,10,11)",
            PAYMENTS,
            ROOM,
          ),
        ],
      },
    ],
  };
}
