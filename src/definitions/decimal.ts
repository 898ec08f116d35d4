import Decimal from "decimal.js";
import type { Cents } from "../rules/money";
import { Refusal } from "../rules/refusal";

/** Excel keeps 15 significant digits; what a double holds beyond them is noise of earlier arithmetic, not something a user typed. */
const EXCEL_DIGITS = 15;

// The hot path keeps its own look-ups: see rules/money.
const { abs, round } = Math;
const { isFinite, isSafeInteger } = Number;
const toNumber = Number;

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** The number that a number or a text stands for. Here and below a refusal is a value: see `Reading`. */
export function numberOf(argument: string, value: number | string): number | Refusal {
  if (typeof value === "string") {
    const text = textDecimal(argument, value);
    return text instanceof Refusal ? text : toNumber(text);
  }
  return isFinite(value) ? excelNumber(value) : new Refusal("not-finite", { argument });
}

const excelNumber = (value: number): number =>
  isSafeInteger(value) && abs(value) < 10 ** EXCEL_DIGITS ? value + 0 : toNumber(value.toPrecision(EXCEL_DIGITS));

/** The exact decimal that a number or a text stands for, as plain text with a point. */
export function decimalOf(argument: string, value: number | string): string | Refusal {
  if (typeof value === "string") return textDecimal(argument, value);
  return isFinite(value) ? plainText(value) : new Refusal("not-finite", { argument });
}

function plainText(value: number): string {
  const text = `${excelNumber(value)}`;
  return text.includes("e") ? new Exact(text).toFixed() : text;
}

/** Whole cents, half up. A double that is the nearest one to an amount in cents is that amount; the rest goes through decimal text. */
export function toCents(argument: string, value: number | string): Cents | Refusal {
  if (typeof value === "number") {
    const cents = round(value * 100);
    if (cents / 100 === value && isSafeInteger(cents)) return cents === 0 ? 0 : cents;
  }
  const text = decimalOf(argument, value);
  return text instanceof Refusal ? text : centsOf(text);
}

/** So near to a half the double of a product may lie on its other side. */
const BESIDE_HALF = 0.001;

function centsOf(text: string): Cents {
  const near = toNumber(text) * 100;
  const isBesideHalf = abs((abs(near) % 1) - 0.5) < BESIDE_HALF;
  const cents = isBesideHalf ? new Exact(text).times(100).toDecimalPlaces(0).toNumber() : round(near);
  return cents === 0 ? 0 : cents;
}

/** A rate finer than this moves no amount; ten to this power is still an exact double. */
const RATE_DECIMALS = 20;

/** The same decimal text without the digits that move no amount: it stays in memory as a key. */
export const shortened = (text: string): string => new Exact(text).toDecimalPlaces(RATE_DECIMALS).toFixed();

const MILLION = 1_000_000;

/** Whole millionths, half up. */
export const millionths = (text: string): number => new Exact(text).times(MILLION).toDecimalPlaces(0).toNumber();

/** What parts the decimals where a cell is typed in; the other sign is one of thousands then. */
export type DecimalSign = "," | ".";

/** Between digits, spaces part thousands: what has others is the number of a telephone, or of a company. */
const SPACED = /^\D*\d{1,3}(?:\s\d{3})+(?:\D.*)?$/u;

/** The number that is typed into the cell `argument`; without a sign for decimals, 1.234 is refused. */
export function typedNumber(argument: string, given: string, sign?: DecimalSign): number | Refusal {
  const text =
    /\d\s+\d/u.test(given) && !SPACED.test(given)
      ? new Refusal("not-a-number", { argument, given })
      : textDecimal(argument, given, sign);
  return text instanceof Refusal ? text : excelNumber(toNumber(text));
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

/** Most of the texts that are numbers: no thousands, no unit, cents at most. */
const ORDINARY = /^-?\d{1,12}(?:[.,]\d{1,2})?$/;
/** No more digits than a double keeps. */
const SHORT = new RegExp(`^-?[\\d.]{1,${EXCEL_DIGITS}}$`);

/** Numbers as people type them: a comma or a point, spaces or points between thousands, a euro or a percent sign. */
function textDecimal(argument: string, given: string, sign?: DecimalSign): string | Refusal {
  if (ORDINARY.test(given)) return `${toNumber(given.replace(",", "."))}`;
  if (FOREIGN.test(given)) return new Refusal("not-a-number", { argument, given });
  const bare = given.replace(/\s|€|EUR/giu, "");
  const percent = bare.endsWith("%");
  const [, minus, digits] = /^([+\-−]?)(.*?)%?$/u.exec(bare)!;
  const text = plain(argument, given, digits!, sign);
  if (text instanceof Refusal) return text;
  const signed = minus === "" || minus === "+" ? text : `-${text}`;
  const divisor = percent ? 100 : 1;
  return SHORT.test(signed) ? plainText(toNumber(signed) / divisor) : new Exact(signed).div(divisor).toFixed();
}

function plain(argument: string, given: string, digits: string, sign?: DecimalSign): string | Refusal {
  if (INTEGER.test(digits) || SCIENTIFIC.test(digits)) return digits;
  if (AMBIGUOUS.test(digits) && sign)
    return digits.includes(sign) ? digits.replace(sign, ".") : digits.replace(/[.,]/, "");
  if (AMBIGUOUS.test(digits)) return new Refusal("ambiguous-number", { argument, given });
  const grouped = GROUPED_DECIMAL.exec(digits);
  if (grouped) return `${(grouped[1] ?? grouped[3])!.replace(/[.,]/g, "")}.${(grouped[2] ?? grouped[4])!}`;
  if (GROUPED.test(digits)) return digits.replace(/[.,]/g, "");
  const decimal = DECIMAL.exec(digits);
  if (decimal) return `${decimal[1] === "" ? "0" : decimal[1]!}.${decimal[2]!}`;
  return new Refusal("not-a-number", { argument, given });
}
