import type { Entry, Expression } from "../../expression";
import { setting } from "../../expression/build";
import { LARGEST_AMOUNT } from "../../rules/money";
import type { Argument } from "../argument";
import { dayOrYearEnd, fund, indexation, parameter, year } from "../arguments";
import { FIRST_LEGAL_YEAR, LAST_EXCEL_DAY, LAST_LEGAL_YEAR } from "../cells";
import type { Definition } from "../define";

/** Why an argument, or a whole function, has no native form. */
export type NativeReason =
  /** Who starts, stops or was ill has a count of quarters and a standing that no table holds. */
  | "life"
  /** The rules of a reduced provisional contribution differ from year to year. */
  | "estimate"
  /** A respite rests on three days. */
  | "respite"
  /** What was granted before, and on which ground, decides by the rules of its day. */
  | "fact"
  /** An index step is assumed that the law sheet does not know. */
  | "index-steps"
  /** What a category may do rests on the income. */
  | "category";

/** In what unit the result is, before it shows: cents, ten-thousandths, or as it is. */
export type Exit = "euro" | "rate" | "plain";

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
  const given = Object.fromEntries(
    Object.entries(takes).map(([name, argument]): [string, Expression] => [
      name,
      { kind: "argument", name, as: entryOf(argument) },
    ]),
  );
  return { gives: gives(given as Arguments<T>), exit, without: without as NativeForm["without"] };
}

/** From where on a number is a day, and no year. */
const FIRST_DAY = 18_264;
const BILLION = 1e9;
const MILLION = 1e6;

/** A rate of one's own, of an argument that takes the name of a fund too. */
export const asRate = (argument: Expression): Expression =>
  argument.kind === "argument" ? { ...argument, as: { unit: "millionths", least: 0, most: MILLION / 10 } } : argument;

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
