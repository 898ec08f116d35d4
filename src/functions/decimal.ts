import Decimal from "decimal.js";
import type { Cents, Fraction } from "../rules/money";
import { Refusal } from "../rules/refusal";

/** Excel keeps 15 significant digits; what a double holds beyond them is noise of earlier arithmetic, not something a user typed. */
const EXCEL_DIGITS = 15;

// The hot path keeps its own look-ups: see rules/money.
const { round } = Math;
const { isFinite, isSafeInteger } = Number;

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** The exact decimal that a number or a text stands for, as plain text with a point. */
export function decimalOf(argument: string, value: number | string): string {
  if (typeof value === "string") return textDecimal(argument, value);
  if (!isFinite(value)) throw new Refusal("not-finite", { argument });
  return new Exact(value.toPrecision(EXCEL_DIGITS)).toFixed();
}

/** Whole cents, half up. A double that is the nearest one to an amount in cents is that amount; the rest goes through decimal text. */
export function toCents(argument: string, value: number | string): Cents {
  if (typeof value === "number") {
    const cents = round(value * 100);
    if (cents / 100 === value && isSafeInteger(cents)) return cents === 0 ? 0 : cents;
  }
  return toScaled(decimalOf(argument, value), 2);
}

/** Decimal text × 10^decimals as an integer, half up. */
function toScaled(text: string, decimals: number): number {
  const scaled = new Exact(text)
    .times(10 ** decimals)
    .toDecimalPlaces(0)
    .toNumber();
  return scaled === 0 ? 0 : scaled;
}

/** A rate finer than this moves no amount; ten to this power is still an exact double. */
const RATE_DECIMALS = 20;

/** The same decimal text without the digits that move no amount: it stays in memory as a key. */
export const shortened = (text: string): string => new Exact(text).toDecimalPlaces(RATE_DECIMALS).toFixed();

/** Decimal text as a fraction. */
export function fraction(text: string): Fraction {
  const value = new Exact(text).toDecimalPlaces(RATE_DECIMALS);
  return {
    units: value.times(10 ** value.decimalPlaces()).toNumber(),
    scale: 10 ** value.decimalPlaces(),
  };
}

/** What stands in no number that people type: most texts end here. */
const FOREIGN = /[^\s\d.,+\-−%€EURe]/iu;
const INTEGER = /^\d+$/;
const SCIENTIFIC = /^\d+(\.\d+)?e[+-]?\d{1,3}$/i;
/** 1.234.567,89 and 1,234,567.89: the last separator is the decimal one. */
const GROUPED_DECIMAL = /^(\d{1,3}(?:\.\d{3})+),(\d+)$|^(\d{1,3}(?:,\d{3})+)\.(\d+)$/;
/** 1.234.567 and 1,234,567. */
const GROUPED = /^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:,\d{3}){2,}$/;
/** 1.234: a thousand to one reader, a little more than one to another. */
const AMBIGUOUS = /^[1-9]\d{0,2}[.,]\d{3}$/;
const DECIMAL = /^(\d*)[.,](\d+)$/;

/** Numbers as people type them: a comma or a point, spaces or points between thousands, a euro or a percent sign. */
function textDecimal(argument: string, given: string): string {
  if (FOREIGN.test(given)) throw new Refusal("not-a-number", { argument, given });
  const bare = given.replace(/\s|€|EUR/giu, "");
  const percent = bare.endsWith("%");
  const [, sign, digits] = /^([+\-−]?)(.*?)%?$/u.exec(bare)!;
  const text = plain(argument, given, digits!);
  const value = new Exact(text).times(sign === "" || sign === "+" ? 1 : -1).div(percent ? 100 : 1);
  return value.toFixed();
}

function plain(argument: string, given: string, digits: string): string {
  if (INTEGER.test(digits) || SCIENTIFIC.test(digits)) return digits;
  if (AMBIGUOUS.test(digits)) throw new Refusal("ambiguous-number", { argument, given });
  const grouped = GROUPED_DECIMAL.exec(digits);
  if (grouped) return `${(grouped[1] ?? grouped[3])!.replace(/[.,]/g, "")}.${(grouped[2] ?? grouped[4])!}`;
  if (GROUPED.test(digits)) return digits.replace(/[.,]/g, "");
  const decimal = DECIMAL.exec(digits);
  if (decimal) return `${decimal[1] === "" ? "0" : decimal[1]!}.${decimal[2]!}`;
  throw new Refusal("not-a-number", { argument, given });
}
