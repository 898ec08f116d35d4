import Decimal from "decimal.js";
import type { Parameters } from "../../host/host";
import { civilDate, type Day } from "../../rules/calendar";
import { type Category, FIRST_YEAR, lastKnownYear } from "../../rules/contributions";
import { type Cents, LARGEST_AMOUNT } from "../../rules/money";
import { type Call, callOf, dayPiece, Piece } from "../formula/call";
import { type Fee, feePiece, type FundChoice, readFee } from "../kit/fee";
import type { Numbers } from "../kit/numbers";
import { FURTHEST_YEAR } from "../kit/years";

export const MOST_YEARS = 30;
/** A settlement that is paid in the first year looks back at the income of five years before. */
const YEARS_BACK = 5;

/** The form as typed. */
export interface Typed {
  readonly firstYear: string;
  readonly count: string;
  readonly mode: "each" | "growth";
  /** By year, those before the first too. */
  readonly incomes: Readonly<Record<number, string>>;
  readonly firstIncome: string;
  readonly growth: string;
  readonly category: Category;
  readonly start: string;
  /** Null until somebody types another than the workbook's. */
  readonly indexation: string | null;
  readonly fund: FundChoice;
}

/** What is to be projected. */
export interface Projection {
  readonly firstYear: number;
  readonly incomes: readonly Cents[];
  /** Yearly growth of the incomes after the first, as decimal text of the fraction. */
  readonly growth: string | undefined;
  readonly category: Category;
  readonly start: Day | undefined;
  readonly indexation: string | undefined;
  /** Whether the indexation is that of the workbook. */
  readonly followsWorkbook: boolean;
  readonly fee: Fee;
  /** Of the years just before the first, oldest first. */
  readonly earlier: readonly Cents[];
  /** How many of them can matter. */
  readonly earlierYears: number;
}

export type Problem = "required" | "amount" | "growth";

type Problems = Readonly<Record<string, Problem>>;

/** The form as read: what each field stands for, and what is wrong with it. */
export interface Reading {
  readonly firstYear: number | undefined;
  readonly count: number | undefined;
  readonly years: readonly number[];
  readonly earlierYears: readonly number[];
  readonly needsIndexation: boolean;
  readonly indexation: string;
  /** By year, or by the field's name. */
  readonly problems: Problems;
  /** Absent while something is missing. */
  readonly projection: Projection | undefined;
}

export function read(typed: Typed, parameters: Parameters, numbers: Numbers): Reading {
  const firstYear = numbers.readWhole(typed.firstYear, FIRST_YEAR, FURTHEST_YEAR);
  const count = numbers.readWhole(typed.count, 1, MOST_YEARS);
  const years = firstYear === undefined || count === undefined ? [] : yearsFrom(firstYear, count);
  const start = numbers.readDay(typed.start);
  const earlierYears = firstYear === undefined ? [] : yearsBefore(firstYear, start);
  const needsIndexation = years.length > 0 && years.at(-1)! > lastKnownYear();
  const workbooks = parameters.indexation === null ? "" : numbers.percentage(parameters.indexation);
  const indexationText = typed.indexation ?? workbooks;
  const indexation = needsIndexation ? numbers.readGrowth(indexationText) : undefined;
  const { incomes, growth, problems: ownProblems } = readIncomes(typed, years, numbers);
  const { amounts: earlier, problems: earlierProblems } = readEarlier(typed, earlierYears, numbers);
  const fee = readFee(typed.fund, numbers);
  const problems: Problems = {
    ...ownProblems,
    ...earlierProblems,
    ...(needsIndexation && indexation === undefined && { indexation: growthProblem(indexationText) }),
  };
  const isComplete = years.length > 0 && incomes.length === years.length && Object.keys(problems).length === 0;
  return {
    firstYear,
    count,
    years,
    earlierYears,
    needsIndexation,
    indexation: indexationText,
    problems,
    projection:
      isComplete && fee !== undefined
        ? {
            firstYear: firstYear!,
            incomes: incomes as Cents[],
            growth,
            category: typed.category,
            start,
            indexation,
            followsWorkbook: typed.indexation === null && parameters.indexation !== null,
            fee,
            earlier: earlier as Cents[],
            earlierYears: earlierYears.length,
          }
        : undefined,
  };
}

type Amounts = readonly (Cents | undefined)[];

/** The incomes of the projection: a first one that grows, or each as typed. */
function readIncomes(
  { mode, firstIncome, growth: growthText, incomes }: Typed,
  years: readonly number[],
  numbers: Numbers,
): { readonly incomes: Amounts; readonly growth: string | undefined; readonly problems: Problems } {
  if (mode === "each") {
    const texts = years.map((year) => incomes[year] ?? "");
    const amounts = texts.map(numbers.readSigned);
    return { incomes: amounts, growth: undefined, problems: problemsOf(years.map(String), texts, amounts) };
  }
  const first = numbers.readSigned(firstIncome);
  const growth = numbers.readGrowth(growthText);
  return {
    incomes: first === undefined || growth === undefined ? [] : grown(first, growth, years.length),
    growth,
    problems: {
      ...problemsOf(["firstIncome"], [firstIncome], [first]),
      ...(growth === undefined && { growth: growthProblem(growthText) }),
    },
  };
}

/** Earlier incomes count back from the first year: the oldest may be blank, none between two others. */
function readEarlier(
  { incomes }: Typed,
  years: readonly number[],
  numbers: Numbers,
): { readonly amounts: Amounts; readonly problems: Problems } {
  const oldest = years.findIndex((year) => (incomes[year] ?? "") !== "");
  const given = oldest < 0 ? [] : years.slice(oldest);
  const texts = given.map((year) => incomes[year] ?? "");
  const amounts = texts.map(numbers.readSigned);
  return { amounts, problems: problemsOf(given.map(String), texts, amounts) };
}

const problemsOf = (keys: readonly string[], texts: readonly string[], amounts: Amounts): Problems =>
  Object.fromEntries(
    keys.flatMap((key, index): [string, Problem][] =>
      amounts[index] === undefined ? [[key, texts[index] === "" ? "required" : "amount"]] : [],
    ),
  );

const growthProblem = (text: string): Problem => (text === "" ? "required" : "growth");

const yearsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

/** The years whose incomes can still weigh on the projection; before the start there are none. */
function yearsBefore(firstYear: number, start: Day | undefined): number[] {
  const since = start === undefined ? firstYear - YEARS_BACK : Math.max(firstYear - YEARS_BACK, civilDate(start).year);
  return yearsFrom(since, Math.max(0, firstYear - since));
}

/** As the sheet does it: each income is the one before, grown and rounded to the cent. */
export function grown(first: Cents, growth: string, count: number): Cents[] {
  const factor = new Decimal(growth).plus(1);
  const incomes = [first];
  while (incomes.length < count) {
    const next = factor.times(incomes.at(-1)!).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
    if (Math.abs(next) > LARGEST_AMOUNT) break;
    incomes.push(next);
  }
  return incomes;
}

/** The projection as INASTI.PROJECT is asked for it. */
export function callOfProjection({ firstYear, incomes, category, start, indexation, fee, earlier }: Projection): Call {
  // A range stands in a sheet: here its values alone are handed over.
  const column = (amounts: readonly Cents[]): Piece =>
    new Piece(
      "",
      amounts.map((cents) => [cents / 100]),
    );
  return callOf("INASTI.PROJECT", {
    firstYear,
    incomes: column(incomes),
    category,
    start: start === undefined ? undefined : dayPiece(start),
    indexation,
    fund: feePiece(fee),
    earlierIncomes: earlier.length === 0 ? undefined : column(earlier),
  });
}
