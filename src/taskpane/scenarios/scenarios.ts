import type { Parameters } from "../../host/host";
import type { Day } from "../../rules/calendar";
import { type Category, FIRST_YEAR } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import type { AmountBasis, ProjectRow } from "../../rules/projection";
import { Refusal } from "../../rules/refusal";
import { type Call, callOf, dayPiece } from "../formula/call";
import { type Fee, feePiece, type FundChoice, readFee } from "../kit/fee";
import type { Numbers } from "../kit/numbers";
import { FURTHEST_YEAR } from "../kit/years";
import {
  columnOfAmounts,
  growthProblem,
  indexationText,
  needsIndexation,
  type Problems,
  readEarlier,
  readIncomes,
  type TypedIncomes,
  yearsBefore,
  yearsFrom,
} from "../projection/projection";

export const FEWEST = 2;
export const MOST = 4;
export const MOST_YEARS = 15;

/** One column, as typed. */
export interface TypedScenario extends TypedIncomes {
  /** Keeps its fields while others come and go. */
  readonly id: number;
  readonly name: string;
  readonly category: Category;
  readonly fund: FundChoice;
  /** Null until somebody types another than the workbook's. */
  readonly indexation: string | null;
  /** For the free supplementary pension, a year; blank for none. */
  readonly premium: string;
}

/** The form as typed. */
export interface Typed extends Pick<TypedIncomes, "incomes"> {
  readonly firstYear: string;
  readonly count: string;
  readonly start: string;
  readonly basis: AmountBasis;
  readonly scenarios: readonly TypedScenario[];
}

export interface Scenario {
  readonly name: string;
  readonly category: Category;
  readonly fee: Fee;
  readonly amounts: readonly Cents[];
  readonly growth: string | undefined;
  readonly indexation: string;
  /** Whether the indexation is that of the workbook. */
  readonly followsWorkbook: boolean;
  readonly premium: Cents;
}

/** What is to be compared: the first is what the others are held against. */
export interface Comparison {
  readonly firstYear: number;
  readonly count: number;
  readonly start: Day | undefined;
  readonly basis: AmountBasis;
  /** Whether a year rests on the indexation. */
  readonly isAssumed: boolean;
  readonly earlier: readonly Cents[];
  readonly earlierYears: number;
  readonly scenarios: readonly Scenario[];
}

export interface Reading {
  readonly firstYear: number | undefined;
  readonly count: number | undefined;
  readonly years: readonly number[];
  readonly earlierYears: readonly number[];
  readonly isAssumed: boolean;
  readonly problems: Problems;
  readonly scenarios: readonly { readonly indexation: string; readonly problems: Problems }[];
  /** Absent while something is missing. */
  readonly comparison: Comparison | undefined;
}

export function read(typed: Typed, parameters: Parameters, numbers: Numbers): Reading {
  const firstYear = numbers.readWhole(typed.firstYear, FIRST_YEAR, FURTHEST_YEAR);
  const count = numbers.readWhole(typed.count, 1, MOST_YEARS);
  const years = firstYear === undefined || count === undefined ? [] : yearsFrom(firstYear, count);
  const start = numbers.readDay(typed.start);
  const earlierYears = firstYear === undefined ? [] : yearsBefore(firstYear, start);
  const { amounts: earlier, problems } = readEarlier(typed, earlierYears, numbers);
  const all = typed.scenarios.map((one) => readScenario(one, years, parameters, numbers));
  const scenarios = all.flatMap(({ scenario }) => scenario ?? []);
  const isAssumed = needsIndexation(years);
  const isComplete = years.length > 0 && scenarios.length === all.length && Object.keys(problems).length === 0;
  return {
    firstYear,
    count,
    years,
    earlierYears,
    isAssumed,
    problems,
    scenarios: all,
    comparison: isComplete
      ? {
          firstYear: firstYear!,
          count: count!,
          start,
          basis: typed.basis,
          isAssumed,
          earlier: earlier as Cents[],
          earlierYears: earlierYears.length,
          scenarios,
        }
      : undefined,
  };
}

function readScenario(
  typed: TypedScenario,
  years: readonly number[],
  parameters: Parameters,
  numbers: Numbers,
): Reading["scenarios"][number] & { readonly scenario: Scenario | undefined } {
  const text = indexationText(typed.indexation, parameters, numbers);
  const indexation = numbers.readGrowth(text);
  const { incomes: amounts, growth, problems: amountProblems } = readIncomes(typed, years, numbers);
  const premium = typed.premium.trim() === "" ? 0 : numbers.read(typed.premium);
  const fee = readFee(typed.fund, numbers);
  const problems: Problems = {
    ...amountProblems,
    ...(indexation === undefined && { indexation: growthProblem(text) }),
    ...(premium === undefined && { premium: "amount" as const }),
  };
  const isComplete = fee !== undefined && amounts.length === years.length && Object.keys(problems).length === 0;
  return {
    indexation: text,
    problems,
    scenario: isComplete
      ? {
          name: typed.name,
          category: typed.category,
          fee,
          amounts: amounts as Cents[],
          growth,
          indexation: indexation!,
          followsWorkbook: typed.indexation === null && parameters.indexation !== null,
          premium: premium!,
        }
      : undefined,
  };
}

/** A scenario as INASTI.PROJECT is asked for it: a premium lowers the amount of each year. */
export function callOfScenario(
  { firstYear, start, basis, isAssumed, earlier }: Comparison,
  { category, fee, amounts, indexation, premium }: Scenario,
): Call {
  return callOf("INASTI.PROJECT", {
    firstYear,
    incomes: columnOfAmounts(amounts.map((cents) => cents - premium)),
    category,
    start: start === undefined ? undefined : dayPiece(start),
    indexation: isAssumed ? indexation : undefined,
    fund: feePiece(fee),
    earlierIncomes: earlier.length === 0 ? undefined : columnOfAmounts(earlier),
    basis: basis === "profit" ? basis : undefined,
  });
}

/** An amount, or why it is not known. */
export type Amount = Cents | Refusal;

/** What a scenario comes to. */
export interface Outcome {
  readonly paid: readonly Amount[];
  readonly total: Amount;
  /** Final contributions of the years, whenever they are paid. */
  readonly owed: Amount;
  readonly premiums: Cents;
  /** Of the profits, once contributions, fee and premiums are paid; before taxes. */
  readonly left: Amount | undefined;
}

const combined = (one: Amount, other: Amount, of: (a: Cents, b: Cents) => Cents): Amount =>
  one instanceof Refusal ? one : other instanceof Refusal ? other : of(one, other);

const sum = (amounts: readonly Amount[]): Amount =>
  amounts.reduce<Amount>((total, amount) => combined(total, amount, (a, b) => a + b), 0);

export const less = (one: Amount, other: Amount): Amount => combined(one, other, (a, b) => a - b);

export function outcomeOf(rows: readonly ProjectRow[], { amounts, premium }: Scenario, basis: AmountBasis): Outcome {
  const paid = rows.map(({ cashOut }) => cashOut);
  const total = sum(paid);
  const premiums = premium * rows.length;
  return {
    paid,
    total,
    owed: sum(rows.map(({ final }) => final)),
    premiums,
    left: basis === "profit" ? less(less(sum(amounts), total), premiums) : undefined,
  };
}
