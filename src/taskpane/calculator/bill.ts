import type { Parameters } from "../../host/host";
import { typedWord } from "../../i18n";
import { day, type Day, isoDate, type QuarterOfYear, QUARTERS_OF_YEAR } from "../../rules/calendar";
import type { Cents } from "../../rules/money";
import { type Call, type CallResult, callOf, callWith, centsOf, columnOf, isErrorOfCell, Piece } from "../formula/call";
import { amountArgument, type Formula, textArgument } from "../formula/formula";
import { feePiece } from "../kit/fee";
import { type IncomeAnswer, type QuarterAnswer, type Question, situation, totalCall } from "./question";

/** A quarter on the bill. */
export interface BillRow extends BillAmounts {
  readonly quarter: QuarterOfYear;
  /** As the table of a career says it. */
  readonly category?: string;
}

export interface BillAmounts {
  readonly contribution: CallResult;
  readonly fee: CallResult;
  readonly total: CallResult;
}

/** What the fund sends: quarter by quarter, and of the year. */
export interface Bill {
  readonly rows: readonly BillRow[];
  readonly year: BillAmounts;
  /** What it consists of; the first one has the way to it. */
  readonly calls: readonly { readonly way: Call["way"]; readonly rows?: number }[];
}

/** A value of a table's cell. */
const cellResult = (value: unknown): CallResult =>
  isErrorOfCell(value) ? { ok: false, code: value.code, message: value.message } : { ok: true, value };

/** The sum of amounts, or why there is none. */
export function sumOf(results: readonly CallResult[]): CallResult {
  const refused = results.find(({ ok }) => !ok);
  if (refused) return refused;
  const cents = results.reduce((sum, result) => sum + (result.ok ? centsOf(result.value) : 0), 0);
  return { ok: true, value: cents / 100 };
}

/** The fee on a quarter's contribution, with the rate and where it stands. */
export function feeCall({ fee, year }: Question, { rows }: Bill): Call | undefined {
  const charged = rows.find(({ contribution, fee: of }) => contribution.ok && of.ok && Number(of.value) !== 0);
  if (!charged?.contribution.ok) return undefined;
  return callOf("FUND.FEE", { contribution: centsOf(charged.contribution.value), fund: feePiece(fee), year });
}

/** With a fund: the fee on the contribution of each quarter, as the fund takes it. */
export function billWithFee(question: Question, { income, quarters, year }: IncomeAnswer): Bill {
  const fund = feePiece(question.fee)!;
  const dossier = dossierCall(question, income);
  const amountsOf = ({ result: contribution }: QuarterAnswer): BillAmounts => {
    if (!contribution.ok) return { contribution, fee: contribution, total: contribution };
    const of = { contribution: centsOf(contribution.value), fund, year: question.year };
    return {
      contribution,
      fee: callOf("FUND.FEE", of).result(),
      total: totalCall(question, of.contribution)!.result(),
    };
  };
  const amounts = quarters.map(amountsOf);
  const account = dossier.result();
  const ofYear = (column: string): CallResult =>
    account.ok ? cellResult((account.value as unknown[][])[1]![columnOf("INASTI.DOSSIER", column)]) : account;
  return {
    rows: QUARTERS_OF_YEAR.map((quarter) => ({ quarter, ...(amounts[quarter - 1] ?? amounts[0]!) })),
    year: { contribution: year, fee: ofYear("fee"), total: ofYear("total") },
    calls: [{ way: dossier.way, rows: 1 }],
  };
}

/** The year's account of one client. */
function dossierCall(question: Question, income: Cents, parameters?: Parameters): Call {
  const { category, year, start, stop, indexation } = situation(question, parameters);
  return callWith("INASTI.DOSSIER", {
    incomes: new Piece(amountArgument(income), income / 100),
    categories: new Piece(textArgument(typedWord("category", category)), category),
    years: year instanceof Piece ? year : new Piece(String(year), year),
    starts: start,
    stops: stop,
    funds: feePiece(question.fee),
    indexation,
  });
}

/** The total of the year with the fee, in one cell. */
export function yearTotalFormula(question: Question, parameters: Parameters): Formula {
  const { formula } = dossierCall(question, question.cents, parameters);
  return `INDEX(${formula},2,${columnOf("INASTI.DOSSIER", "total") + 1})`;
}

/** So long before the year that nobody is a starter in it any more. */
const LONG_ESTABLISHED = 10;

/** The rows of a career: an activity long established or begun, the change, and the day after the last one. */
export function careerRows({ year, start, stop, category, change }: Question): readonly (readonly [Day, string])[] {
  return [
    [start ?? day(year - LONG_ESTABLISHED, 1, 1), category],
    [change!.from, change!.category],
    ...(stop === null ? [] : ([[stop + 1, "none"]] as const)),
  ];
}

/** A word of a career as its reader types it. */
export const careerWord = (word: string): string =>
  word === "none" ? typedWord("careerStatus", word) : typedWord("category", word);

/** Incomes of earlier years and an estimate, for the provisional contributions of a career. */
export interface CareerExtras {
  readonly incomeN3?: Cents | undefined;
  readonly estimate?: Cents | undefined;
}

/** With a change of category: what the year's own income gives, each quarter by its category. */
export function careerCall(question: Question, { incomeN3, estimate }: CareerExtras = {}): Call {
  const { year, indexation } = situation(question);
  const rows = careerRows(question);
  const amount = (cents: Cents): Piece => new Piece(amountArgument(cents), cents / 100);
  return callWith("INASTI.CAREER", {
    career: new Piece(
      `{${rows.map(([from, word]) => `${textArgument(isoDate(from))},${textArgument(careerWord(word))}`).join(";")}}`,
      rows.map(([from, word]) => [isoDate(from), word]),
    ),
    firstYear: year instanceof Piece ? year : new Piece(String(year), year),
    incomes: amount(question.cents),
    indexation,
    fund: feePiece(question.fee),
    // The years between do not decide on this one.
    earlierIncomes:
      incomeN3 === undefined ? undefined : new Piece(`{${amountArgument(incomeN3)};0;0}`, [[incomeN3 / 100], [0], [0]]),
    estimates: estimate === undefined ? undefined : amount(estimate),
  });
}

/** A quarter's amount of a career in one cell; without a quarter the sum of the year. */
export function careerFormula(
  question: Question,
  column: "final" | "total" | "provisional",
  quarter: QuarterOfYear | null,
  extras?: CareerExtras,
): Formula {
  const { formula } = careerCall(question, extras);
  const at = columnOf("INASTI.CAREER", column) + 1;
  return quarter === null ? `ROUND(SUM(INDEX(${formula},0,${at})),2)` : `INDEX(${formula},${quarter + 1},${at})`;
}

/** The rows of a career's year, a column each; the refusal of all. */
export function careerColumn(result: CallResult, column: string): readonly CallResult[] | undefined {
  if (!result.ok) return undefined;
  const at = columnOf("INASTI.CAREER", column);
  return (result.value as unknown[][]).slice(1).map((row) => cellResult(row[at]));
}

export function billOfCareer(question: Question): Bill | Extract<CallResult, { readonly ok: false }> {
  const call = careerCall(question);
  const result = call.result();
  if (!result.ok) return result;
  const column = (name: string): readonly CallResult[] => careerColumn(result, name)!;
  const [categories, finals, fees, totals] = ["category", "final", "fee", "total"].map(column);
  return {
    rows: finals!.map((contribution, index) => ({
      quarter: (index + 1) as QuarterOfYear,
      category: textOf(categories![index]!),
      contribution,
      fee: fees![index]!,
      total: totals![index]!,
    })),
    year: { contribution: sumOf(finals!), fee: sumOf(fees!), total: sumOf(totals!) },
    calls: [{ way: call.way, rows: finals!.length }],
  };
}

const textOf = (result: CallResult): string => (result.ok ? String(result.value) : "");
