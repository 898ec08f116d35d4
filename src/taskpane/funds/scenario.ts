import Decimal from "decimal.js";
import type { Cell, Place, SheetPlan } from "../../host/host";
import { t } from "../../i18n";
import { type Grid, gridAt, referenceTo } from "../formula/a1";
import { callOf, columnOf, columnsOf, Piece } from "../formula/call";
import { filled, type Formula } from "../formula/formula";
import { rateInvalid } from "../kit/fee";
import type { Numbers } from "../kit/numbers";
import { RATE_FORMAT } from "./fund-table";

const MOST_RATES = 200;

/** The rates to be tried, as typed in percent. */
export interface RatesForm {
  readonly mode: "steps" | "list";
  readonly present: string;
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly list: string;
}

/** Fractions as decimal text: the present rate, and those to be tried, ascending. */
export interface Rates {
  readonly present: string;
  readonly tried: readonly string[];
  /** Where they rise from one by equal steps; cells then do the same. */
  readonly steps?: { readonly from: string; readonly step: string };
}

export type RateProblems = Partial<Record<Exclude<keyof RatesForm, "mode">, string>>;

/** The rates, or what is wrong with which field. */
export function ratesOf(form: RatesForm, numbers: Numbers): Rates | RateProblems {
  const present = numbers.readFeeRate(form.present);
  const problems = present === undefined ? { present: rateInvalid(numbers) } : {};
  const rest = form.mode === "steps" ? steppedRates(form, numbers) : listedRates(form, numbers);
  return present !== undefined && "tried" in rest
    ? { ...rest, present }
    : { ...problems, ...(!("tried" in rest) && rest) };
}

type Tried = Omit<Rates, "present">;

function steppedRates(form: RatesForm, numbers: Numbers): Tried | RateProblems {
  const [from, to, step] = [form.from, form.to, form.step].map(numbers.readFeeRate);
  if (from === undefined || to === undefined || step === undefined || Number(step) === 0)
    return {
      ...(from === undefined && { from: rateInvalid(numbers) }),
      ...(to === undefined && { to: rateInvalid(numbers) }),
      ...((step === undefined || Number(step) === 0) && {
        step: t("pane:funds/step-invalid", { example: numbers.decimal("0.05") }),
      }),
    };
  const first = new Decimal(from);
  const steps = new Decimal(to).minus(first).div(step).floor().toNumber();
  if (steps < 0) return { to: t("pane:funds/order-invalid") };
  const tooMany = tooManyOf(steps + 1);
  if (tooMany !== undefined) return { step: tooMany };
  const tried = Array.from({ length: steps + 1 }, (_, index) => first.plus(new Decimal(step).times(index)).toFixed());
  return { tried, steps: { from, step } };
}

/** A comma ends a rate only before a space: it may be the decimal sign. */
const BETWEEN_RATES = /\s*;\s*|,?\s+/;

function listedRates({ list }: RatesForm, numbers: Numbers): Tried | RateProblems {
  const words = list
    .replace(/\s+%/g, "%")
    .split(BETWEEN_RATES)
    .filter((word) => word !== "");
  const rates = words.map(numbers.readFeeRate);
  const wrong = rates.indexOf(undefined);
  if (wrong >= 0)
    return { list: t("pane:funds/list-invalid", { given: words[wrong]!, example: numbers.decimal("3.05") }) };
  if (rates.length === 0) return { list: t("pane:field/required") };
  const tooMany = tooManyOf(rates.length);
  return tooMany === undefined
    ? { tried: [...(rates as string[])].sort((a, b) => Number(a) - Number(b)) }
    : { list: tooMany };
}

/** The present rate is one of them. */
function tooManyOf(tried: number): string | undefined {
  return tried + 1 > MOST_RATES ? t("pane:funds/too-many", { count: tried + 1, most: MOST_RATES }) : undefined;
}

export interface Scenario {
  /** Contribution of one quarter of each member. */
  readonly members: Place;
  readonly rates: Rates;
  readonly euroFormat: string;
}

const VALUES = 1;
/** Columns of the table: the rates asked for, FUND.SCENARIO's four, and two that are derived from them. */
const ASKED = 0;
const ANSWERED = ASKED + 1;
const FEE_INCOME = ANSWERED + columnOf("FUND.SCENARIO", "feeIncome");
const DIFFERENCE = ANSWERED + columnOf("FUND.SCENARIO", "difference");
const PER_YEAR = ANSWERED + columnsOf("FUND.SCENARIO").length;
const WIDTHS = [190, 150, 145, 150, 130, 205, 150, 24];
const CHART = { columns: 8, rows: 20 };

/** A sheet of its own: what a fund's fee brings in at each rate. */
export function scenarioSheet({ members, rates, euroFormat }: Scenario): SheetPlan {
  const grid = gridAt("A1");
  const range = referenceTo(members);
  const inputs: Cell[][] = [
    [{ content: t("pane:funds/scenario-title"), style: "title" }],
    [{ content: t("pane:funds/scenario-note"), style: "subtitle" }],
    [],
    [{ content: t("pane:funds/members-range") }, { content: range }],
    [{ content: t("pane:funds/members") }, { content: `=COUNT(${range})`, format: "#,##0" }],
    [{ content: t("pane:funds/members-sum") }, { content: `=SUM(${range})`, format: euroFormat }],
  ];
  const rateRow = inputs.length;
  const rateInput = (label: string, rate: string): Cell[] => [
    { content: t(label) },
    { content: Number(rate), style: "input", format: RATE_FORMAT },
  ];
  const { steps } = rates;
  const rateInputs = [
    rateInput("pane:funds/present", rates.present),
    ...(steps ? [rateInput("pane:funds/from", steps.from), rateInput("pane:funds/step", steps.step)] : []),
  ];
  const head = rateRow + rateInputs.length + 1;
  const [present, from, step] = [0, 1, 2].map((index) => grid.cell(rateRow + index, VALUES));
  const asked: Cell[] = [
    { content: `=${present}`, format: RATE_FORMAT },
    ...rates.tried.map((rate, index): Cell =>
      steps
        ? { content: `=ROUND(${from}+${index}*${step},10)`, format: RATE_FORMAT }
        : { content: Number(rate), style: "input", format: RATE_FORMAT },
    ),
  ];
  const column = (at: number, first: number, rows: number) => ({ row: first, column: at, rows, columns: 1 });
  const scenario = callOf("FUND.SCENARIO", {
    contributions: new Piece(filled(range)),
    rates: new Piece(grid.range(column(ASKED, head + 1, asked.length))),
  }).formula;
  const tried = (at: number) => column(at, head + 2, rates.tried.length);
  return {
    name: t("pane:funds/scenario-sheet"),
    widths: WIDTHS,
    landscape: true,
    rows: [
      ...inputs,
      ...rateInputs,
      [],
      headRow(scenario),
      ...asked.map((cell, index) => answerRow(cell, head + 1 + index, grid, euroFormat)),
    ],
    charts: [
      {
        kind: "line",
        title: t("pane:funds/scenario-chart"),
        categories: tried(ASKED),
        series: [{ name: t("pane:funds/income-per-year"), values: tried(PER_YEAR) }],
        place: { row: 3, column: WIDTHS.length, ...CHART },
        format: euroFormat,
      },
    ],
  };
}

function headRow(scenario: Formula): Cell[] {
  const texts = {
    tried: t("pane:funds/tried"),
    year: t("pane:funds/income-per-year"),
    more: t("pane:funds/income-difference"),
  };
  return [
    { content: texts.tried, style: "headRight" },
    { content: `=${scenario}`, style: "headRight" },
    ...Array.from({ length: PER_YEAR - FEE_INCOME }, (): Cell => ({ style: "headRight" })),
    { content: texts.year, style: "headRight" },
    { content: texts.more, style: "headRight" },
  ];
}

/** A year is four quarters. */
function answerRow(asked: Cell, row: number, { cell }: Grid, euroFormat: string): Cell[] {
  const yearly = (column: number): Cell => ({ content: `=4*${cell(row, column)}`, format: euroFormat });
  const euro: Cell = { format: euroFormat };
  return [asked, { format: RATE_FORMAT }, euro, euro, euro, yearly(FEE_INCOME), yearly(DIFFERENCE)];
}
