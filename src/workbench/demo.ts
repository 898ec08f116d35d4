import {
  BooleanNumber,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
} from "@univerjs/core";
import type { Language } from "../i18n";
import { EURO_FORMATS } from "../taskpane/numbers";
import { LOCALES } from "./spreadsheet";
import { t } from "./texts";

const font: IStyleData = {
  ff: "Segoe UI, Arial, sans-serif",
  fs: 10,
  cl: { rgb: "#1d2b33" },
  vt: VerticalAlign.MIDDLE,
  pd: { l: 6, r: 6 },
};
const bold: IStyleData = { ...font, bl: BooleanNumber.TRUE };
const input: IStyleData = { ...font, bg: { rgb: "#fff4d6" }, ht: HorizontalAlign.RIGHT };
const head: IStyleData = { ...bold, bg: { rgb: "#e0eef0" } };

const styles = (euroPattern: string) => {
  const euro = { n: { pattern: euroPattern } };
  const whole = { n: { pattern: "0" } };
  return {
    text: font,
    title: { ...bold, fs: 18, cl: { rgb: "#0d4a57" } },
    subtitle: { ...font, cl: { rgb: "#5a6b74" } },
    section: { ...bold, cl: { rgb: "#ffffff" }, bg: { rgb: "#1f7a80" } },
    inputText: input,
    inputEuro: { ...input, ...euro },
    inputWhole: { ...input, ...whole },
    euro: { ...font, ...euro },
    result: { ...bold, ...euro },
    percent: { ...font, n: { pattern: "0.00%" } },
    whole: { ...font, ...whole },
    date: { ...font, ht: HorizontalAlign.LEFT, n: { pattern: "dd/mm/yyyy" } },
    head,
    headRight: { ...head, ht: HorizontalAlign.RIGHT, tb: WrapStrategy.WRAP },
  } satisfies Record<string, IStyleData>;
};

type Style = keyof ReturnType<typeof styles>;
/** A label, number or formula with its style. */
type Entry = readonly [style: Style, content?: string | number];

/** The cell that is selected at first, for its formula to show. */
export const FIRST_RESULT = "C12";

const [LABELS, TABLES] = [1, 4];
const ROWS = 200;
const COLUMNS = 26;

/** The sheet with which the workbench opens: inputs and answers at the left, the tables that spill at the right. */
export function demoWorkbook(language: Language): Partial<IWorkbookData> {
  const label = (key: string): Entry => ["text", t(`workbench:demo/${key}`)];
  const section = (key: string, columns: number): Entry[] => [
    ["section", t(`workbench:demo/${key}`)],
    ...Array.from({ length: columns - 1 }, (): Entry => ["section"]),
  ];
  const principal = t("workbench:demo/principal");
  const complementary = t("workbench:demo/complementary");

  const left: Entry[][] = [
    section("inputs", 2),
    [label("income"), ["inputEuro", 40_000]],
    [label("category"), ["inputText", principal]],
    [label("year"), ["inputWhole", 2026]],
    [label("career"), ["inputWhole", 24]],
    [label("fund"), ["inputText", "Acerta"]],
    [],
    section("answers", 2),
    [label("quarter"), ["result", "=INASTI.QUARTERLY(C5,C6,C7)"]],
    [label("annual"), ["euro", "=INASTI.ANNUAL(C5,C6,C7)"]],
    [label("total"), ["euro", "=FUND.TOTAL(C12,C9,C7)"]],
    [label("complementary-quarter"), ["euro", `=INASTI.QUARTERLY(C5,"${complementary}",C7)`]],
    [label("pane-year"), ["euro", "=INASTI.QUARTERLY(0,C6)"]],
    [label("months"), ["whole", "=PASSERELLE.MONTHS(C8)"]],
    [label("future"), ["euro", "=INASTI.QUARTERLY(C5,C6,2035)"]],
    [],
    section("lift", 2),
    [
      ["head", t("workbench:demo/lift-income")],
      ["headRight", t("workbench:demo/lift-quarter")],
    ],
    ...[0, 10_000, 20_000, 40_000, 80_000, 160_000].map((income, index): Entry[] => [
      ["inputEuro", income],
      index === 0 ? ["euro", "=INASTI.QUARTERLY(B22:B27,C6,C7)"] : ["euro"],
    ]),
  ];
  const right: Entry[][] = [
    section("breakdown", 8),
    ...spill("=INASTI.BREAKDOWN(C5,C6,C7)", ["text", "euro", "percent", "euro", "text", "text"], 5),
    section("funds", 8),
    ...spill("=FUND.COMPARE(C12,C7)", ["text", "percent", "whole", "euro", "euro", "euro", "euro", "euro"], 10),
    section("source", 8),
    [["head", '=TRANSPOSE(INASTI.SOURCE("contributions.principal.minimum-income",DATE(C7,12,31)))'], ["text"]],
    ...(["text", "text", "text", "text", "date", "date", "text"] as const).map((style): Entry[] => [["head"], [style]]),
  ];

  const cells: Record<number, Record<number, ICellData>> = {};
  const place = (row: number, column: number, line: readonly Entry[]): void => {
    line.forEach(([style, content], index) => {
      (cells[row] ??= {})[column + index] = { s: style, ...contentOf(content) };
    });
  };
  place(0, LABELS, [["title", "Statut Social"]]);
  place(1, LABELS, [["subtitle", t("workbench:demo/subtitle")]]);
  left.forEach((line, index) => place(3 + index, LABELS, line));
  right.forEach((line, index) => place(3 + index, TABLES, line));

  return {
    id: "statut-social",
    name: "Statut Social",
    locale: LOCALES[language],
    styles: styles(EURO_FORMATS[language]),
    sheetOrder: ["demo"],
    sheets: {
      demo: {
        id: "demo",
        name: t("workbench:demo/name"),
        cellData: cells,
        rowCount: ROWS,
        columnCount: COLUMNS,
        defaultRowHeight: 23,
        defaultColumnWidth: 112,
        // The title, and the long headers of the funds.
        rowData: { 0: { h: 36 }, 11: { h: 38 } },
        columnData: { 0: { w: 16 }, 1: { w: 212 }, 2: { w: 108 }, 3: { w: 20 }, 4: { w: 150 } },
        showGridlines: BooleanNumber.FALSE,
      },
    },
  };
}

function contentOf(content: string | number | undefined): ICellData {
  if (content === undefined) return {};
  return typeof content === "string" && content.startsWith("=") ? { f: content } : { v: content };
}

/** Room for the table that a formula spills: its header, then its rows with the style of each column. */
function spill(formula: string, columns: readonly Style[], rows: number): Entry[][] {
  const header = columns.map((style, column): Entry => {
    const head = style === "text" ? "head" : "headRight";
    return column === 0 ? [head, formula] : [head];
  });
  const row = columns.map((style): Entry => [style]);
  return [header, ...Array.from({ length: rows }, () => row)];
}
