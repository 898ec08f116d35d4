import { type DecimalSign, typedNumber } from "../../definitions/decimal";
import { dayFirst, serialOfText } from "../../formula/dates";
import { type Language, recordOf } from "../../i18n";
import { type Refusal } from "../../rules/refusal";
import { dateFormat } from "./numbers";

/** What stands in a cell after somebody typed or pasted a text. */
export interface Read {
  readonly value: number | boolean;
  /** How it looks where the cell has no format of its own. */
  readonly kind?: "date" | "euro" | "percent" | undefined;
}

/** The number format of what was typed so. */
export function patternOf(kind: NonNullable<Read["kind"]>, language: Language): string {
  if (kind === "date") return dateFormat(language);
  return kind === "percent" ? "0.00%" : recordOf(language).euro;
}

/** What can be read in two ways: as two numbers, as a day or none, or by the engine in a way that is not ours. */
export type Unclear = Refusal | "date" | "number";

/** A number of the engine, which reads in the American way. */
export type Reads = (text: string) => unknown;

/** A part of a date, or one in another order. */
const LIKE_DATE = /^\d{1,4}[/-]\d{1,4}(?:[/-]\d{1,4})?$/;
/** Names of months with a year; the time of day. */
const SURE = /\p{L}{3}.*\d{4}|\d{4}.*\p{L}{3}|^\d{1,2}:\d{2}/u;

/** A text as people of the language mean it; undefined where it is a text. */
export function readTyped(cell: string, given: string, language: Language, engine: Reads): Read | Unclear | undefined {
  const text = given.trim();
  const truth = truthOf(text.toUpperCase(), language);
  if (truth !== undefined) return { value: truth };
  const date = dateOf(text, language);
  if (date !== undefined) return date;
  const number = typedNumber(cell, text, signOf(language));
  if (typeof number === "number") return { value: number, kind: kindOf(text) };
  if (number.key === "ambiguous-number") return number;
  return engine(text) === null || SURE.test(text) ? undefined : "number";
}

/** In English Belgians write both signs, and nobody can tell. */
const signOf = (language: Language): DecimalSign | undefined =>
  recordOf(language).excel.decimal === "," ? "," : undefined;

function truthOf(text: string, language: Language): boolean | undefined {
  const { TRUE, FALSE } = recordOf(language).excel.words;
  if (text === "TRUE" || text === TRUE) return true;
  return text === "FALSE" || text === FALSE ? false : undefined;
}

function dateOf(text: string, language: Language): Read | "date" | undefined {
  const iso = serialOfText(text);
  if (iso !== null) return { value: iso, kind: "date" };
  const read = dayFirst(text);
  if (read === null) return LIKE_DATE.test(text) ? "date" : undefined;
  // A date where dates are written so; elsewhere it may number a section.
  if (read.sign === "." && read.isShort && dateSign(language) !== ".") return "date";
  return read.serial === null ? "date" : { value: read.serial, kind: "date" };
}

const dateSign = (language: Language): string | undefined =>
  new Intl.DateTimeFormat(recordOf(language).locale).formatToParts(0).find(({ type }) => type === "literal")?.value;

function kindOf(text: string): Read["kind"] {
  if (text.endsWith("%")) return "percent";
  return /€|EUR/i.test(text) ? "euro" : undefined;
}
