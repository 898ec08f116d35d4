import type { Entry, Expression } from "../../expression";
import { setting } from "../../expression/build";
import { LARGEST_AMOUNT } from "../../rules/money";
import type { Argument } from "../argument";
import { dayOrYearEnd, fund, indexation, parameter, year } from "../arguments";
import { FIRST_LEGAL_YEAR, LAST_EXCEL_DAY, LAST_LEGAL_YEAR } from "../cells";
import type { Definition } from "../define";

/** Why an argument, or a whole function, has no native form. */
export type NativeReason =
  /** The rules of a reduced provisional contribution differ from year to year. */
  | "estimate"
  /** A respite rests on three days. */
  | "respite"
  /** What was granted before, and on which ground, decides by the rules of its day. */
  | "fact"
  /** An index step is assumed that the law sheet does not know. */
  | "index-steps"
  /** What a category may do rests on the income. */
  | "category"
  /** Profits of a year rest on what is paid in it; a name cannot call itself. */
  | "profit";

/** In what unit the result is, before it shows: cents, ten-thousandths, or as it is. */
export type Exit = "euro" | "rate" | "plain";

/** Of a column that no cell shows: the four quarters of a row at once, for sums of other columns. */
export const EACH = "each";

/** What a function does to whole numbers; tables and integers suffice for it. */
export interface NativeForm {
  readonly gives: Expression;
  readonly exit: Exit;
  /** Arguments with which it has no native form. */
  readonly without: Readonly<Record<string, NativeReason>>;
}

/** The arguments of a function as an expression has them. */
type Arguments<T> = { readonly [Name in keyof T]: Expression };

export function nativeForm<T extends Definition["takes"]>(
  { takes }: { readonly takes: T },
  exit: Exit,
  gives: (given: Arguments<T>) => Expression,
  without: { readonly [Name in keyof T]?: NativeReason } = {},
): NativeForm {
  return { gives: gives(argumentsOf(takes) as Arguments<T>), exit, without: without as NativeForm["without"] };
}

const argumentsOf = (takes: Definition["takes"]): Readonly<Record<string, Expression>> =>
  Object.fromEntries(
    Object.entries(takes).map(([name, argument]) => [name, { kind: "argument", name, as: entryOf(argument) }]),
  );

/** From where on a number is a day, and no year. */
const FIRST_DAY = 18_264;
const BILLION = 1e9;
const MILLION = 1e6;

/** A rate of one's own, of an argument that takes the name of a fund too. */
export const asRate = (argument: Expression): Expression =>
  argument.kind === "argument" ? { ...argument, as: { unit: "millionths", least: 0, most: MILLION / 10 } } : argument;

/** An argument that enters in another way than its kind says. */
export const entering = (argument: Expression, as: Entry): Expression =>
  argument.kind === "argument" ? { ...argument, as } : argument;

function entryOf(argument: Argument<unknown>): Entry {
  const { kind, signed, list } = argument;
  const [least, most] = argument.bounds ?? [0, Number.MAX_SAFE_INTEGER];
  if (argument === year)
    return { unit: "whole", least: FIRST_LEGAL_YEAR, most: LAST_LEGAL_YEAR, otherwise: setting("year") };
  if (argument === dayOrYearEnd)
    return { unit: "day", least: FIRST_DAY, most: LAST_EXCEL_DAY, otherwise: setting("year-end") };
  if (argument === indexation) return { unit: "billionths", least: 1 - BILLION, most: BILLION };
  if (argument === parameter) return { unit: "key", list: "parameter" };
  if (isFund(argument)) return { unit: "key", list: "fund" };
  switch (kind) {
    case "euro":
      return { unit: "cents", least: signed ? -LARGEST_AMOUNT : 0, most: LARGEST_AMOUNT };
    case "date":
      return { unit: "day", least: FIRST_DAY, most: LAST_EXCEL_DAY };
    case "word":
      return { unit: "key", list: list! };
    case "yes":
      return { unit: "key", list: "flag" };
    default:
      return { unit: "whole", least, most };
  }
}

/** Optional or not. */
const isFund = (argument: Argument<unknown>): boolean => argument.words !== undefined && argument.words === fund.words;

/** A table: each of its columns at a row. */
export interface NativeTable {
  readonly columns: Readonly<Record<string, { readonly gives: Expression; readonly exit: Exit | typeof EACH }>>;
  /** Of its last columns, those that stand there only where an argument does. */
  readonly also: Readonly<Record<string, string>>;
  /** How many rows there are. */
  readonly rows: Expression;
  /** The argument of whose cells each gives a row, but for blank ones. */
  readonly skips?: string;
  /** What an argument stands for that a call of a name leaves out, where it is not a blank. */
  readonly omitted: Readonly<Record<string, number>>;
  /** Arguments with which it has no native form; and of those, in the form of names, where they have no other value than one. */
  readonly without: Readonly<Record<string, NativeReason>>;
  readonly withoutInNames: Readonly<Record<string, { readonly reason: NativeReason; readonly but: string }>>;
}

type NativeColumns = Readonly<Record<string, readonly [exit: Exit | typeof EACH, gives: Expression]>>;

export function nativeTable<T extends Definition["takes"]>(
  { takes }: { readonly takes: T },
  build: (given: Arguments<T>) => { readonly rows: Expression; readonly columns: NativeColumns },
  more: {
    readonly also?: Readonly<Record<string, keyof T>>;
    readonly skips?: keyof T & string;
    readonly omitted?: { readonly [Name in keyof T]?: number };
    readonly without?: { readonly [Name in keyof T]?: NativeReason };
    readonly withoutInNames?: { readonly [Name in keyof T]?: { readonly reason: NativeReason; readonly but: string } };
  } = {},
): NativeTable {
  const { rows, columns } = build(argumentsOf(takes) as Arguments<T>);
  return {
    rows,
    columns: Object.fromEntries(Object.entries(columns).map(([name, [exit, gives]]) => [name, { exit, gives }])),
    also: (more.also ?? {}) as NativeTable["also"],
    ...(more.skips !== undefined && { skips: more.skips }),
    omitted: (more.omitted ?? {}) as NativeTable["omitted"],
    without: (more.without ?? {}) as NativeTable["without"],
    withoutInNames: (more.withoutInNames ?? {}) as NativeTable["withoutInNames"],
  };
}
