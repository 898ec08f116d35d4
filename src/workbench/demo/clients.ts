import { wordName } from "../../i18n";
import { EXAMPLE_CLIENTS } from "../../taskpane/clients/example";
import { type Entry, header, JOINED, type Plan, section, sourceLine, type Style, textsOf } from "./sheet";

/** Whose category is a word that no function takes: the sheet shows what a cell then says. */
const MISNAMED = "Maes J.";

const COLUMNS: readonly (readonly [style: Style, title: string])[] = [
  ["inputLabel", "client"],
  ["inputText", "/category"],
  ["inputEuro", "/income-column"],
  ["inputDate", "start"],
  ["inputText", "fund"],
  ["inputEuro", "paid"],
  ["euro", "quarter"],
  ["euro", "total"],
  ["result", "settlement"],
];
const HEADER = 7;
const FIRST = HEADER + 1;
const LAST = HEADER + EXAMPLE_CLIENTS.length;
const rows = (column: string): string => `${column}${FIRST}:${column}${LAST}`;
/** Of the rows whose answers are numbers. */
const counted = (column: string): string => `=SUMPRODUCT(ISNUMBER(${rows("I")})*${rows(column)})`;
const without = (column: string): string => `=AGGREGATE(9,6,${rows(column)})`;

/** The clients of an accountant for a year: what each owes, and what is left to pay; below, the contribution of a company. */
export function clients(): Plan {
  const text = textsOf("clients");
  const label = (key: string): Entry[] => [["text", text(key)], JOINED];
  return {
    id: "clients",
    name: text("name"),
    title: text("title"),
    story: text("story"),
    source: sourceLine("contributions.rate.bracket1", "DATE(D5,12,31)"),
    widths: [8, 100, 200, 92, 92, 136, 92, 96, 96, 98],
    lines: { [HEADER]: 2 },
    blocks: [
      { row: 5, column: 1, lines: [[...label("/year"), ["inputWhole", 2026, "year"]]] },
      {
        row: HEADER,
        column: 1,
        lines: [
          header(
            COLUMNS.map(([style]) => style),
            COLUMNS.map(([, title]) => text(title)),
          ),
          ...EXAMPLE_CLIENTS.map(({ name, category, income, start, fund, paid }, index): Entry[] => {
            const row = FIRST + index;
            const given = `C${row},$D$5`;
            return [
              ["inputLabel", name],
              ["inputLabel", name === MISNAMED ? text("helper") : wordName("category", category), "category"],
              ["inputEuro", income],
              ["inputDate", start],
              ["inputLabel", wordName("fund", fund), "fund"],
              ["inputEuro", paid],
              ["euro", `=INASTI.QUARTERLY(D${row},${given},4,E${row})`],
              ["euro", `=INASTI.SETTLEMENT(D${row},0,${given},E${row},,,F${row})`],
              ["result", `=INASTI.SETTLEMENT(D${row},G${row},${given},E${row},,,F${row})`],
            ];
          }),
          [
            ["head", text("/together")],
            JOINED,
            ["headEuro", counted("D")],
            ["head"],
            ["head"],
            ["headEuro", counted("G")],
            ["headEuro", without("H")],
            ["headEuro", without("I")],
            ["headEuro", without("J")],
          ],
          [
            ["year", `=SUMPRODUCT(--ISERROR(${rows("I")}))`],
            ["unit", text("to-check")],
            ...Array.from({ length: 7 }, () => JOINED),
          ],
        ],
      },
      {
        row: LAST + 4,
        column: 1,
        lines: [
          section(text("company"), 3),
          [...label("balance"), ["inputEuro", 1_200_000], JOINED],
          [...label("/year"), ["inputWhole", 2025, "year"]],
          [...label("company-contribution"), ["result", `=COMPANY.CONTRIBUTION(D${LAST + 5},D${LAST + 6})`]],
          [...label("company-due"), ["day", `=COMPANY.DUEDATE(D${LAST + 6})`]],
        ],
      },
    ],
  };
}
