import { LONGEST_TEXT } from "./budget";
import { serialOfText } from "./dates";
import { Cannot } from "./parser";
import { DIVISION, ErrorValue, NUMBER, type Scalar, VALUE } from "./values";

/** Excel reads and shows 15 digits. */
const DIGITS = 15;

const rounded = (number: number): number => Number(number.toPrecision(DIGITS));

const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/i;
/** Reads otherwise in another language: 1,5 or 1.500,00 or 01/02/2026. */
const LOCAL_NUMBER = /^[+-]?[\d.,\s'’/:-]*\d[\d.,\s'’/:-]*$/u;

/** Text as Excel reads a number from it. What depends on the language of the spreadsheet is not guessed. */
export function numberIn(text: string): number | ErrorValue {
  const trimmed = text.trim();
  if (PLAIN_NUMBER.test(trimmed)) return finite(Number(trimmed));
  const isPercent = trimmed.endsWith("%");
  const percent = isPercent ? trimmed.slice(0, -1).trim() : "";
  if (PLAIN_NUMBER.test(percent)) return finite(Number(percent) / 100);
  const serial = serialOfText(trimmed);
  if (serial !== null) return serial;
  if (LOCAL_NUMBER.test(trimmed) || (isPercent && LOCAL_NUMBER.test(percent)))
    throw new Cannot(`"${text.replaceAll('"', '""')}"`);
  return VALUE;
}

export function toNumber(value: Scalar): number | ErrorValue {
  switch (typeof value) {
    case "number":
      return value;
    case "boolean":
      return value ? 1 : 0;
    case "string":
      return numberIn(value);
    default:
      return value ?? 0;
  }
}

export function toText(value: Scalar): string | ErrorValue {
  switch (typeof value) {
    case "number":
      return numberText(value);
    case "boolean":
      return value ? "TRUE" : "FALSE";
    case "string":
      return value;
    default:
      return value ?? "";
  }
}

export function toTruth(value: Scalar): boolean | ErrorValue {
  if (value instanceof ErrorValue) return value;
  if (typeof value !== "string") return Boolean(value);
  const upper = value.toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : VALUE;
}

/** As the General format writes it where there is room. */
function numberText(number: number): string {
  const value = rounded(number);
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-9 && size < 1e20)) {
    const text = String(value);
    return text.includes("e") ? decimal(text) : text;
  }
  const [mantissa, exponent] = value.toExponential().split("e");
  const power = Number(exponent);
  return `${mantissa}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** Without the power of ten that JavaScript writes for small numbers. */
function decimal(text: string): string {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const digits = mantissa.replace(/[-.]/g, "");
  return `${mantissa.startsWith("-") ? "-" : ""}0.${"0".repeat(-Number(exponent) - 1)}${digits}`;
}

export const finite = (number: number): number | ErrorValue => (Number.isFinite(number) ? number + 0 : NUMBER);

export const textWithin = (text: string): string | ErrorValue => (text.length > LONGEST_TEXT ? VALUE : text);

/** A difference this small beside its terms is what binary fractions leave of nothing. */
const NOTHING = 2 ** -50;

function sum(a: number, b: number): number {
  const total = a + b;
  return Math.abs(total) < NOTHING * Math.max(Math.abs(a), Math.abs(b)) ? 0 : total;
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number | ErrorValue>> = {
  "+": sum,
  "-": (a, b) => sum(a, -b),
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? DIVISION : a / b),
  "^": power,
};

export function power(a: number, b: number): number | ErrorValue {
  if (a === 0 && b === 0) return NUMBER;
  if (a === 0 && b < 0) return DIVISION;
  return a ** b;
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

export function applyBinary(operator: string, left: Scalar, right: Scalar): Scalar {
  if (left instanceof ErrorValue) return left;
  if (right instanceof ErrorValue) return right;
  const comparison = COMPARISONS[operator];
  if (comparison) return comparison(compare(left, right));
  if (operator === "&") return joined(left, right);
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a instanceof ErrorValue) return a;
  if (b instanceof ErrorValue) return b;
  const result = ARITHMETIC[operator]!(a, b);
  return result instanceof ErrorValue ? result : finite(result);
}

const joined = (left: Scalar, right: Scalar): Scalar =>
  textWithin(`${toText(left) as string}${toText(right) as string}`);

export function applyPrefix(operator: string, value: Scalar): Scalar {
  // A plus changes nothing, not even a text.
  if (operator === "+") return value ?? 0;
  const number = toNumber(value);
  return number instanceof ErrorValue ? number : 0 - number;
}

export function percentOf(value: Scalar): Scalar {
  const number = toNumber(value);
  return number instanceof ErrorValue ? number : number / 100;
}

/** Numbers before texts before truth values; texts whatever their capitals; a blank is nothing of the other's kind. */
export function compare(left: Scalar, right: Scalar): number {
  const [a, b] = [left ?? emptyLike(right), right ?? emptyLike(left)];
  if (typeof a === "number" && typeof b === "number") return order(rounded(a), rounded(b));
  if (typeof a === "string" && typeof b === "string") return compareTexts(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return order(Number(a), Number(b));
  return order(rank(a), rank(b));
}

const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

const rank = (value: Scalar): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);

const emptyLike = (other: Scalar): Scalar => (typeof other === "string" ? "" : typeof other === "boolean" ? false : 0);

function compareTexts(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x === y ? 0 : COLLATOR.compare(x, y) || order(x < y ? -1 : 1, 0);
}

const COLLATOR = new Intl.Collator("en");
