import type { Area, Cell, SheetPlan } from "../../host/host";
import { t, wordName } from "../../i18n";
import type { Category } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { absolute, gridAt } from "../formula/a1";
import { callOf, Piece } from "../formula/call";
import { filled, type Formula, textArgument, toCents } from "../formula/formula";
import { asAsked } from "../kit/as-asked";
import { bar, Cells, PERCENT, WHOLE } from "../kit/cells";
import { fundChoices, shortWord, USUAL_CATEGORIES } from "../kit/choices";
import { sourceFormula } from "../kit/source-formula";
import { versionFormula } from "../kit/version-formula";

const PAYERS = ["company", "director"] as const;

/** What a company gives its director in a year. What is absent stays a blank cell; tax is always the user's to fill in. */
export interface Remuneration {
  readonly remuneration: Cents;
  readonly benefits?: Cents;
  readonly benefitsCost?: Cents;
  readonly expenses?: Cents;
  readonly premium?: Cents;
  /** Who pays the contributions. */
  readonly payer: (typeof PAYERS)[number];
}

export interface DirectorYear {
  readonly year: number;
  readonly category: Category;
  readonly fund: string;
  readonly balanceTotal: Cents;
  readonly earlierIncome: Cents;
  readonly profit: Cents;
  readonly variants: readonly Remuneration[];
}

/** In pixels: a margin, the labels, the variants. */
const WIDTHS = [16, 356, 126, 126, 126, 126, 126];
const LABEL = 1;
const FIRST = 2;
const MOST = WIDTHS.length - FIRST;
const COLUMNS = 1 + MOST;

const COMMON = 6;
const VARIANTS = 13;
const ROWS = {
  year: 7,
  category: 8,
  fund: 9,
  balanceTotal: 10,
  earlierIncome: 11,
  name: 14,
  remuneration: 15,
  benefits: 16,
  benefitsCost: 17,
  expenses: 18,
  premium: 19,
  payer: 20,
  profit: 21,
  personalRate: 22,
  companyRate: 23,
} as const;
type Row = keyof typeof ROWS;
const RESULTS = 25;
const CHART = { row: RESULTS + 3 + MOST, rows: 10 };
const SOCIAL = CHART.row + CHART.rows + 1;
const INCOME = SOCIAL + 1;
const OWED = INCOME + 1;
const MARGINAL = OWED + 1;
const HIGHEST = MARGINAL + 1;
const PENSION = HIGHEST + 1;
const COMPANY = PENSION + 2;
const COST = COMPANY + 5;
const PROFIT_LEFT = COST + 1;
const COMPANY_TAX = PROFIT_LEFT + 1;
const COMPANY_LEFT = COMPANY_TAX + 1;
const DIRECTOR = COMPANY_LEFT + 2;
const BEFORE = DIRECTOR + 4;
const PERSONAL_TAX = BEFORE + 1;
const AFTER = PERSONAL_TAX + 1;
const SHARES = AFTER + 2;
const ANSWERS = SHARES + 7;
const BASE = ANSWERS + 1;
const IF_COMPANY = BASE + 1;
const IF_DIRECTOR = IF_COMPANY + 1;
const STATE = IF_DIRECTOR + 1;
const CALCULATED_FOR = STATE + 1;
const SOURCES = CALCULATED_FOR + 2;

const { cell: address, range } = gridAt("A1");
const fixed = (row: number, column: number): Formula => absolute(address(row, column));
const text = (key: string, facts?: Record<string, string | number>): string => t(`pane:director/${key}`, facts);
const literal = (key: string): Formula => textArgument(text(key));
const common = (row: Row): Formula => fixed(ROWS[row], FIRST);
/** An input of the variant in a column. */
const given = (row: Row, column: number): Formula => address(ROWS[row], column);
const orNone = (formula: Formula): Formula => `IF(${formula}="",0,${formula})`;
const ifGiven = (cells: readonly Formula[], formula: Formula): Formula =>
  `=IF(OR(${cells.map((cell) => `${cell}=""`).join(",")}),"",${formula})`;

const who = () => ({ category: new Piece(common("category")), year: new Piece(common("year")) });
/** No fund is a fee of nothing. */
const fund = () => new Piece(orNone(common("fund")));

/** What a director costs a company and has in hand, by several remunerations: contributions are ours, every rate of tax is the user's. */
export function directorSheet(director: DirectorYear, euro: string): SheetPlan {
  const cells = new Cells();
  const count = director.variants.length;
  if (count > MOST) throw new RangeError(`no more than ${MOST} variants`);
  const columns = director.variants.map((_, index) => FIRST + index);
  cells.put(0, LABEL, { content: text("title"), style: "title" });
  cells.put(1, LABEL, { content: `=${versionFormula()}`, style: "subtitle" });
  cells.put(2, LABEL, { content: text("note"), style: "note" });
  cells.put(3, LABEL, { content: text("note-payer"), style: "note" });
  cells.put(4, LABEL, { content: text("note-tax"), style: "note" });
  const states = range({ row: STATE, column: FIRST, rows: 1, columns: count });
  cells.put(5, LABEL, {
    content: `=IF(COUNTIF(${states},${literal("state/changed")})=0,"",${literal("state/warning")})`,
    style: "result",
  });
  putInputs(cells, director, euro);
  const amount = `${euro};-${euro};"–"`;
  putResults(cells, columns, amount);
  putSocial(cells, columns, amount);
  putCompany(cells, columns, amount);
  putDirector(cells, columns, amount);
  putShares(cells, columns);
  putAnswers(cells, columns, amount);
  putSources(cells);

  const names: Area = { row: RESULTS + 2, column: LABEL, rows: count, columns: 1 };
  const payers = PAYERS.map((payer) => text(`payer/${payer}`));
  return {
    name: text("name"),
    rows: cells.rows,
    widths: WIDTHS,
    landscape: false,
    choices: [
      {
        row: ROWS.category,
        column: FIRST,
        values: USUAL_CATEGORIES.map((id) => shortWord("category", id)),
      },
      { row: ROWS.fund, column: FIRST, values: fundChoices() },
      ...columns.map((column) => ({ row: ROWS.payer, column, values: payers })),
    ],
    charts: [
      {
        kind: "column",
        title: text("chart"),
        categories: names,
        series: (["cost", "contributions", "before"] as const).map((key, index) => ({
          name: text(`result/${key}`),
          values: { ...names, column: FIRST + index },
        })),
        place: { row: CHART.row, column: LABEL, rows: CHART.rows, columns: COLUMNS },
        format: "#,##0",
      },
    ],
  };
}

function putInputs(cells: Cells, director: DirectorYear, euro: string): void {
  const { variants } = director;
  cells.put(COMMON, LABEL, ...bar(text("common"), 2));
  const put = (row: Row, ...inputs: readonly Cell[]): void =>
    cells.put(ROWS[row], LABEL, { content: text(`input/${row}`) }, ...inputs);
  const amount = (cents: Cents | undefined): Cell => ({
    ...(cents !== undefined && { content: cents / 100 }),
    style: "input",
    format: euro,
  });
  put("year", { content: director.year, style: "input", format: WHOLE });
  put("category", { content: shortWord("category", director.category), style: "inputText" });
  put("fund", { content: wordName("fund", director.fund), style: "inputText" });
  put("balanceTotal", amount(director.balanceTotal));
  put("earlierIncome", amount(director.earlierIncome));

  cells.put(VARIANTS, LABEL, ...bar(text("variants"), COLUMNS));
  cells.put(
    ROWS.name,
    LABEL,
    {},
    ...variants.map((_, index): Cell => ({
      content: text("variant", { letter: "ABCDE"[index]! }),
      style: "input",
      literal: true,
    })),
  );
  const each = (row: Row, cell: (variant: Remuneration) => Cell): void => put(row, ...variants.map(cell));
  each("remuneration", ({ remuneration }) => amount(remuneration));
  each("benefits", ({ benefits }) => amount(benefits));
  each("benefitsCost", ({ benefitsCost }) => amount(benefitsCost));
  each("expenses", ({ expenses }) => amount(expenses));
  each("premium", ({ premium }) => amount(premium));
  each("payer", ({ payer }) => ({ content: text(`payer/${payer}`), style: "input" }));
  each("profit", () => amount(director.profit));
  each("personalRate", () => ({ style: "input", format: PERCENT }));
  each("companyRate", () => ({ style: "input", format: PERCENT }));
}

/** A row a variant, as a chart reads them. */
function putResults(cells: Cells, columns: readonly number[], euro: string): void {
  cells.put(RESULTS, LABEL, ...bar(text("results"), COLUMNS));
  const shown = [
    ["cost", COST],
    ["contributions", OWED],
    ["before", BEFORE],
    ["after", AFTER],
    ["company", COMPANY_LEFT],
  ] as const;
  cells.put(
    RESULTS + 1,
    LABEL,
    { style: "head" },
    ...shown.map(([key]): Cell => ({ content: text(`result/${key}`), style: "headRight" })),
  );
  columns.forEach((column, index) =>
    cells.put(
      RESULTS + 2 + index,
      LABEL,
      { content: `=${given("name", column)}` },
      ...shown.map(([, row]): Cell => ({ content: `=${address(row, column)}`, format: euro, style: "right" })),
    ),
  );
}

type Line = readonly [label: string, formula: (column: number) => Formula, style?: Cell["style"], format?: string];

/** A block of rows below its bar. */
function putLines(
  cells: Cells,
  top: number,
  title: string,
  columns: readonly number[],
  lines: readonly Line[],
  format: string,
): void {
  cells.put(top, LABEL, ...bar(text(title), COLUMNS));
  lines.forEach(([label, formula, style, own], index) =>
    cells.put(
      top + 1 + index,
      LABEL,
      { content: text(label), ...(style && { style }) },
      ...columns.map((column): Cell => ({ content: formula(column), format: own ?? format, style: style ?? "right" })),
    ),
  );
}

const isPaidBy = (payer: (typeof PAYERS)[number], column: number): Formula =>
  `${given("payer", column)}=${literal(`payer/${payer}`)}`;

/** What one of them pays of the contributions; who pays must be said. */
const paidBy = (payer: (typeof PAYERS)[number], column: number): Formula => {
  const other = PAYERS.find((one) => one !== payer)!;
  return `IF(${isPaidBy(payer, column)},${address(OWED, column)},IF(${isPaidBy(other, column)},0,NA()))`;
};

function putSocial(cells: Cells, columns: readonly number[], euro: string): void {
  const income = (column: number): Piece => new Piece(filled(address(INCOME, column)));
  const lines: readonly Line[] = [
    // Who pays himself has less of an income; who does not say who pays is told so.
    [
      "income",
      (column) => {
        const base = address(BASE, column);
        const less = toCents(`${base}-${address(OWED, column)}`);
        return `=IF(${isPaidBy("company", column)},${base},${less})`;
      },
    ],
    [
      "contributions",
      (column) => {
        const own = `IF(${address(STATE, column)}=${literal("state/holds")},${address(IF_DIRECTOR, column)},NA())`;
        return `=IF(${isPaidBy("company", column)},${address(IF_COMPANY, column)},IF(${isPaidBy("director", column)},${own},NA()))`;
      },
      "result",
    ],
    [
      "marginal",
      (column) => `=${callOf("INASTI.MARGINALRATE", { ...who(), income: income(column) }).formula}`,
      "right",
      PERCENT,
    ],
    ["highest", () => `=${highestPremium()}`],
    [
      "pension",
      (column) =>
        `=${callOf("PENSION.ACCRUAL", { income: new Piece(`MAX(0,${address(INCOME, column)})`), year: who().year }).formula}`,
    ],
  ];
  putLines(cells, SOCIAL, "social", columns, lines, euro);
}

const highestPremium = (): Formula =>
  callOf("PENSION.PLCI", { incomeN3: new Piece(filled(common("earlierIncome"))), year: who().year }).formula;

function putCompany(cells: Cells, columns: readonly number[], euro: string): void {
  const [from, to] = [COMPANY + 1, COST - 1];
  const contribution = callOf("COMPANY.CONTRIBUTION", {
    balanceTotal: new Piece(filled(common("balanceTotal"))),
    year: who().year,
  }).formula;
  const lines: readonly Line[] = [
    ["remuneration", (column) => `=${address(ROWS.remuneration, column)}`],
    ["benefitsCost", (column) => `=${orNone(given("benefitsCost", column))}`],
    ["paid-by-company", (column) => `=${paidBy("company", column)}`],
    ["company-contribution", () => `=${contribution}`],
    [
      "cost",
      (column) => `=${toCents(`SUM(${range({ row: from, column, rows: to - from + 1, columns: 1 })})`)}`,
      "result",
    ],
    [
      "profit-left",
      (column) => ifGiven([given("profit", column)], toCents(`${given("profit", column)}-${address(COST, column)}`)),
    ],
    [
      "company-tax",
      (column) =>
        ifGiven(taxed(column), toCents(`MAX(0,${address(PROFIT_LEFT, column)})*${given("companyRate", column)}`)),
    ],
    [
      "company-left",
      (column) => ifGiven(taxed(column), toCents(`${address(PROFIT_LEFT, column)}-${address(COMPANY_TAX, column)}`)),
      "result",
    ],
  ];
  putLines(cells, COMPANY, "company", columns, lines, euro);
}

/** Without a profit and the user's rate there is no tax of the company. */
const taxed = (column: number): Formula[] => [given("profit", column), given("companyRate", column)];

function putDirector(cells: Cells, columns: readonly number[], euro: string): void {
  const lines: readonly Line[] = [
    ["remuneration", (column) => `=${address(ROWS.remuneration, column)}`],
    ["paid-by-director", (column) => `=-${paidBy("director", column)}`],
    ["premium", (column) => `=-${orNone(given("premium", column))}`],
    [
      "before",
      (column) => `=${toCents(`SUM(${range({ row: DIRECTOR + 1, column, rows: 3, columns: 1 })})`)}`,
      "result",
    ],
    [
      "personal-tax",
      (column) =>
        ifGiven(
          [given("personalRate", column)],
          toCents(`-MAX(0,${address(INCOME, column)})*${given("personalRate", column)}`),
        ),
    ],
    [
      "after",
      (column) =>
        ifGiven(
          [given("personalRate", column)],
          toCents(`${address(BEFORE, column)}+${address(PERSONAL_TAX, column)}`),
        ),
      "result",
    ],
  ];
  putLines(cells, DIRECTOR, "director", columns, lines, euro);
}

/** Where each euro of the company goes, before tax. */
function putShares(cells: Cells, columns: readonly number[]): void {
  const of =
    (part: (column: number) => Formula) =>
    (column: number): Formula => {
      const cost = address(COST, column);
      return `=IF(${cost}=0,0,${part(column)}/${cost})`;
    };
  const lines: readonly Line[] = [
    ["share/contributions", of((column) => address(OWED, column))],
    ["share/company-contribution", of((column) => address(COMPANY + 4, column))],
    ["share/premium", of((column) => `-${address(BEFORE - 1, column)}`)],
    ["share/benefits", of((column) => address(COMPANY + 2, column))],
    ["share/before", of((column) => address(BEFORE, column)), "result"],
  ];
  putLines(cells, SHARES, "shares", columns, lines, "0.0%");
}

/** The functions that are asked both ways: who pays himself deducts from what the contributions are calculated on. */
function putAnswers(cells: Cells, columns: readonly number[], euro: string): void {
  const base = (column: number): Formula => {
    const [remuneration, premium] = [given("remuneration", column), given("premium", column)];
    const sum = toCents(
      `${remuneration}+${orNone(given("benefits", column))}-${orNone(given("expenses", column))}-${orNone(premium)}`,
    );
    // More than the law lets anybody deduct is no premium.
    const isTooMuch = `IF(${orNone(premium)}=0,FALSE,${premium}>${address(HIGHEST, column)})`;
    return `=IF(${remuneration}="","",IF(${isTooMuch},NA(),${sum}))`;
  };
  const asked = (column: number): Formula =>
    [
      common("year"),
      common("category"),
      common("fund"),
      ...(["remuneration", "benefits", "expenses", "premium"] as const).map((row) => given(row, column)),
    ].join('&"|"&');
  const lines: readonly Line[] = [
    ["base", base],
    [
      "if-company",
      (column) =>
        `=${callOf("INASTI.SETTLEMENT", { ...who(), income: new Piece(address(BASE, column)), paid: 0, fund: fund() }).formula}`,
    ],
    [
      "if-director",
      (column) =>
        `=${callOf("INASTI.FROMPROFIT", { ...who(), profit: new Piece(address(BASE, column)), fund: fund() }).formula}`,
    ],
    [
      "state/title",
      (column) =>
        `=IF(${address(CALCULATED_FOR, column)}=${asked(column)},${literal("state/holds")},${literal("state/changed")})`,
    ],
    ["question", (column) => `=${asAsked(asked(column))}`, "note"],
  ];
  putLines(cells, ANSWERS, "answers", columns, lines, euro);
}

function putSources(cells: Cells): void {
  cells.put(SOURCES, LABEL, ...bar(text("sources"), COLUMNS));
  const end = `DATE(${common("year")},12,31)`;
  const figures = [
    ["contributions", "contributions.rate.bracket1"],
    ["company", "company.contribution.small"],
    ["premium", "pension.plci.rate.ordinary"],
  ] as const;
  figures.forEach(([name, figure], index) =>
    cells.put(SOURCES + 1 + index, LABEL, {
      content: `=${sourceFormula(text(`source/${name}`), figure, end)}`,
      style: "note",
    }),
  );
}
