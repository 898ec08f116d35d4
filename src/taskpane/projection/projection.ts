import Decimal from "decimal.js";
import type { Parameters } from "../../host/host";
import { civilDate, type Day, type QuarterOfYear } from "../../rules/calendar";
import { FIRST_YEAR, lastKnownYear } from "../../rules/contributions";
import { type Cents, LARGEST_AMOUNT } from "../../rules/money";
import type { AmountBasis, CareerChange, CareerStatus } from "../../rules/projection";
import { type Call, callOf, Piece } from "../formula/call";
import { type Fee, feePiece, type FundChoice, readFee } from "../kit/fee";
import type { Numbers } from "../kit/numbers";
import { FURTHEST_YEAR } from "../kit/years";

export const MOST_YEARS = 30;
/** A settlement that is paid in the first year looks back at the income of five years before. */
const YEARS_BACK = 5;
/** What people assume who have no view of their own: the aim of the central bank. */
export const USUAL_INDEXATION = "0.02";

/** A row of the career, as typed. */
export interface TypedChange {
  /** Keeps the row's fields while others come and go. */
  readonly id: number;
  readonly from: string;
  readonly status: CareerStatus;
}

/** Incomes as typed: a first one that grows, or each. */
export interface TypedIncomes {
  readonly mode: "each" | "growth";
  /** By year, those before the first too. */
  readonly incomes: Readonly<Record<number, string>>;
  readonly firstIncome: string;
  readonly growth: string;
}

/** The form as typed. */
export interface Typed extends TypedIncomes {
  readonly firstYear: string;
  readonly count: string;
  readonly basis: AmountBasis;
  /** At least the row with which it begins. */
  readonly career: readonly TypedChange[];
  /** Null until somebody types another than the workbook's. */
  readonly indexation: string | null;
  readonly fund: FundChoice;
  readonly settlementQuarter: `${QuarterOfYear}`;
}

/** What is to be projected. */
export interface Projection {
  readonly firstYear: number;
  readonly basis: AmountBasis;
  readonly incomes: readonly Cents[];
  /** Yearly growth of the incomes after the first, as decimal text of the fraction. */
  readonly growth: string | undefined;
  readonly career: readonly CareerChange[];
  readonly indexation: string;
  /** Whether a year of it rests on the indexation. */
  readonly isAssumed: boolean;
  /** Whether the indexation is that of the workbook. */
  readonly followsWorkbook: boolean;
  readonly fee: Fee;
  readonly settlementQuarter: QuarterOfYear;
  /** Of the years just before the first, oldest first. */
  readonly earlier: readonly Cents[];
  /** How many of them can matter. */
  readonly earlierYears: number;
}

export type Problem = "required" | "amount" | "growth" | "date" | "order" | "after-death";

export type Problems = Readonly<Record<string, Problem>>;

/** The form as read: what each field stands for, and what is wrong with it. */
export interface Reading {
  readonly firstYear: number | undefined;
  readonly count: number | undefined;
  readonly years: readonly number[];
  readonly earlierYears: readonly number[];
  readonly isAssumed: boolean;
  readonly indexation: string;
  /** By year, by the field's name, or by the row of the career. */
  readonly problems: Problems;
  /** Absent while something is missing. */
  readonly projection: Projection | undefined;
}

export const careerKey = (row: number): string => `career-${row}`;

export function read(typed: Typed, parameters: Parameters, numbers: Numbers): Reading {
  const firstYear = numbers.readWhole(typed.firstYear, FIRST_YEAR, FURTHEST_YEAR);
  const count = numbers.readWhole(typed.count, 1, MOST_YEARS);
  const years = firstYear === undefined || count === undefined ? [] : yearsFrom(firstYear, count);
  const { career, problems: careerProblems } = readCareer(typed.career, numbers);
  const earlierYears = firstYear === undefined ? [] : yearsBefore(firstYear, career[0]?.from);
  const isAssumed = needsIndexation(years);
  const text = indexationText(typed.indexation, parameters, numbers);
  const indexation = numbers.readGrowth(text);
  const { incomes, growth, problems: ownProblems } = readIncomes(typed, years, numbers);
  const { amounts: earlier, problems: earlierProblems } = readEarlier(typed, earlierYears, numbers);
  const fee = readFee(typed.fund, numbers);
  const problems: Problems = {
    ...ownProblems,
    ...earlierProblems,
    ...careerProblems,
    ...(indexation === undefined && { indexation: growthProblem(text) }),
  };
  const isComplete = years.length > 0 && incomes.length === years.length && Object.keys(problems).length === 0;
  return {
    firstYear,
    count,
    years,
    earlierYears,
    isAssumed,
    indexation: text,
    problems,
    projection:
      isComplete && fee !== undefined
        ? {
            firstYear: firstYear!,
            basis: typed.basis,
            incomes: incomes as Cents[],
            growth,
            career: career as CareerChange[],
            indexation: indexation!,
            isAssumed,
            followsWorkbook: typed.indexation === null && parameters.indexation !== null,
            fee,
            settlementQuarter: Number(typed.settlementQuarter) as QuarterOfYear,
            earlier: earlier as Cents[],
            earlierYears: earlierYears.length,
          }
        : undefined,
  };
}

/** The figures of the last of the years are not all published. */
export const needsIndexation = (years: readonly number[]): boolean =>
  years.length > 0 && years.at(-1)! > lastKnownYear();

/** Nobody has to give one for a value to show: it is the workbook's, or what people usually assume. */
export const indexationText = (typed: string | null, { indexation }: Parameters, numbers: Numbers): string =>
  typed ?? numbers.percentage(indexation ?? USUAL_INDEXATION);

type ReadChange = Omit<CareerChange, "from"> & { readonly from: Day | undefined };

/** The rows of the career: each has a day, after the one above it. */
function readCareer(
  rows: readonly TypedChange[],
  numbers: Numbers,
): { readonly career: readonly ReadChange[]; readonly problems: Problems } {
  const career = rows.map(({ from, status }): ReadChange => ({ from: numbers.readDay(from), status }));
  const problemOf = ({ from }: ReadChange, row: number): Problem | undefined => {
    const above = career[row - 1];
    if (from === undefined) return "date";
    if (above?.status === "death") return "after-death";
    return above?.from !== undefined && from <= above.from ? "order" : undefined;
  };
  const problems = career.flatMap((change, row): [string, Problem][] => {
    const problem = problemOf(change, row);
    return problem === undefined ? [] : [[careerKey(row), problem]];
  });
  return { career, problems: Object.fromEntries(problems) };
}

type Amounts = readonly (Cents | undefined)[];

/** The incomes of the projection: a first one that grows, or each as typed. */
export function readIncomes(
  { mode, firstIncome, growth: growthText, incomes }: TypedIncomes,
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
export function readEarlier(
  { incomes }: Pick<TypedIncomes, "incomes">,
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

export const growthProblem = (text: string): Problem => (text === "" ? "required" : "growth");

export const yearsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

/** The years whose incomes can still weigh on the projection; before the start there are none. */
export function yearsBefore(firstYear: number, start: Day | undefined): number[] {
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

/** A range stands in a sheet: here its values alone are handed over. */
export const columnOfAmounts = (amounts: readonly Cents[]): Piece =>
  new Piece(
    "",
    amounts.map((cents) => [cents / 100]),
  );

/** The projection as INASTI.CASHFLOW is asked for it. */
export function callOfProjection(projection: Projection): Call {
  const { firstYear, basis, incomes, career, indexation, isAssumed, fee, earlier, settlementQuarter } = projection;
  return callOf("INASTI.CASHFLOW", {
    career: new Piece(
      "",
      career.map(({ from, status }) => [from, status]),
    ),
    firstYear,
    incomes: columnOfAmounts(incomes),
    indexation: isAssumed ? indexation : undefined,
    fund: feePiece(fee),
    earlierIncomes: earlier.length === 0 ? undefined : columnOfAmounts(earlier),
    settlementQuarter,
    basis: basis === "profit" ? basis : undefined,
  });
}
