import { LONGEST_TEXT } from "../budget";
import { numberIn, textWithin, toText } from "../operators";
import { ErrorValue, NOT_AVAILABLE, type Scalar, type Value, VALUE } from "../values";
import { findPattern, isPattern } from "./criteria";
import {
  type Context,
  eachOf,
  Failed,
  first,
  type Functions,
  matrixOf,
  numberOf,
  orLeftOut,
  scalar,
  textOf,
  truthOf,
  whole,
  wholeOf,
} from "./define";

type Scalars = readonly Scalar[];

/** One text, its changed form. */
const changed = (change: (text: string) => string) => scalar(1, 1, ([text]) => textWithin(change(textOf(text))));

const lengthOf = (value: Scalar | undefined): number => {
  const length = wholeOf(value, 1);
  if (length < 0) throw new Failed(VALUE);
  return length;
};

function mid([text, from, length]: Scalars): Value {
  const start = wholeOf(from);
  const count = lengthOf(length);
  return start < 1 ? VALUE : textOf(text).slice(start - 1, start - 1 + count);
}

/** From the first of a text on, or a later one; the places of letters count from 1. */
function startOf(value: Scalar | undefined, text: string): number {
  const start = wholeOf(value, 1) - 1;
  if (start < 0 || start > text.length) throw new Failed(VALUE);
  return start;
}

function find([wanted, within, from]: Scalars): Value {
  const text = textOf(within);
  const found = text.indexOf(textOf(wanted), startOf(from, text));
  return found < 0 ? VALUE : found + 1;
}

function search([wanted, within, from]: Scalars, { budget }: Context): Value {
  const [pattern, text] = [textOf(wanted), textOf(within)];
  const start = startOf(from, text);
  const found = isPattern(pattern)
    ? findPattern(pattern, text, start, budget)
    : text.toLowerCase().indexOf(pattern.toLowerCase(), start);
  return found < 0 ? VALUE : found + 1;
}

function substitute([within, old, by, which]: Scalars): Value {
  const [text, wanted, replacement] = [textOf(within), textOf(old), textOf(by)];
  if (wanted === "") return text;
  const pieces = text.split(wanted);
  if (text.length + (pieces.length - 1) * (replacement.length - wanted.length) > LONGEST_TEXT && which === undefined)
    return VALUE;
  if (which === undefined) return pieces.join(replacement);
  const place = wholeOf(which);
  if (place < 1) return VALUE;
  if (place >= pieces.length) return text;
  return textWithin(`${pieces.slice(0, place).join(wanted)}${replacement}${pieces.slice(place).join(wanted)}`);
}

function replace([within, from, length, by]: Scalars): Value {
  const text = textOf(within);
  const start = wholeOf(from) - 1;
  if (start < 0) return VALUE;
  return textWithin(`${text.slice(0, start)}${textOf(by)}${text.slice(start + lengthOf(length))}`);
}

/** A text so many times, as far as a cell holds it: nothing is built that would be thrown away. */
function repeat([given, times]: Scalars): Value {
  const text = textOf(given);
  const count = wholeOf(times);
  if (count < 0 || text.length * count > LONGEST_TEXT) return VALUE;
  return text.repeat(count);
}

function joined(texts: Iterable<string>, separator: string): Value {
  let [result, isFirst] = ["", true];
  for (const text of texts) {
    result += isFirst ? text : `${separator}${text}`;
    if (result.length > LONGEST_TEXT) return VALUE;
    isFirst = false;
  }
  return result;
}

function* textsOf(args: readonly (Value | undefined)[], context: Context, skipsEmpty: boolean): Generator<string> {
  for (const [value] of eachOf(args, context)) {
    const text = toText(value);
    if (text instanceof ErrorValue) throw new Failed(text);
    if (!skipsEmpty || text !== "") yield text;
  }
}

/** Each word with a capital, as Excel does it: after anything that is no letter. */
const proper = (text: string): string =>
  text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());

/** Runs of spaces become one; other blanks stay. */
const trimmed = (text: string): string => text.replace(/ {2,}/g, " ").replace(/^ | $/g, "");

/** Before or after the separator that stands at a place, counted from the end where that is negative. */
const aside = (isBefore: boolean) =>
  scalar(2, 6, ([given, separator, which, ignoresCase, toEnd, otherwise], { cannot }) => {
    const text = textOf(given);
    const mark = textOf(separator);
    const place = wholeOf(orLeftOut(which), 1);
    if (place === 0) return VALUE;
    if (mark === "" || (toEnd !== undefined && truthOf(toEnd))) return cannot();
    const isLoose = truthOf(ignoresCase, false);
    const pieces = (isLoose ? text.toLowerCase() : text).split(isLoose ? mark.toLowerCase() : mark);
    const index = place > 0 ? place : pieces.length + place;
    if (index < 1 || index >= pieces.length) return otherwise ?? NOT_AVAILABLE;
    const before = pieces.slice(0, index).reduce((sum, piece) => sum + piece.length + mark.length, 0);
    return isBefore ? text.slice(0, before - mark.length) : text.slice(before);
  });

/** Letters and marks of ASCII and Latin-1: the rest of CHAR depends on the machine. */
const isLatin = (code: number): boolean => (code >= 1 && code <= 127) || (code >= 160 && code <= 255);

function formatted([value = null, format]: Scalars, { format: write, cannot }: Context): Value {
  if (!write) return cannot();
  const code = textOf(format);
  if (code.length > 255) return VALUE;
  if (typeof value === "boolean") return toText(value);
  const number = typeof value === "string" ? numberOrText(value) : (value ?? 0);
  if (number instanceof ErrorValue) return number;
  try {
    return textWithin(write(number, code));
  } catch {
    // Also codes of another language, such as jj/mm/aaaa.
    return cannot();
  }
}

const numberOrText = (text: string): number | string => {
  const number = numberIn(text);
  return number instanceof ErrorValue ? text : number;
};

function numberValue([given, decimal, group]: Scalars): Value {
  const point = textOf(decimal, ".")[0] ?? ".";
  const text = textOf(given)
    .replaceAll(textOf(group, ",")[0] ?? ",", "")
    .replace(point, ".")
    .replace(/\s/g, "");
  return text === "" ? 0 : numberIn(text);
}

export const texts: Functions = {
  LEN: scalar(1, 1, ([text]) => textOf(text).length),
  LEFT: scalar(1, 2, ([text, length]) => textOf(text).slice(0, lengthOf(length))),
  RIGHT: scalar(1, 2, ([text, length]) => {
    const whole = textOf(text);
    return whole.slice(Math.max(0, whole.length - lengthOf(length)));
  }),
  MID: scalar(3, 3, mid),
  UPPER: changed((text) => text.toUpperCase()),
  LOWER: changed((text) => text.toLowerCase()),
  PROPER: changed(proper),
  TRIM: changed(trimmed),
  CLEAN: changed((text) => [...text].filter((sign) => sign >= " ").join("")),
  FIND: scalar(2, 3, find),
  SEARCH: scalar(2, 3, search),
  SUBSTITUTE: scalar(3, 4, substitute),
  REPLACE: scalar(4, 4, replace),
  REPT: scalar(2, 2, repeat),
  EXACT: scalar(2, 2, ([a, b]) => textOf(a) === textOf(b)),
  CONCATENATE: scalar(1, 255, (parts) =>
    joined(
      parts.map((one) => textOf(one)),
      "",
    ),
  ),
  CONCAT: whole(1, 255, (args, context) => joined(textsOf(args, context, false), "")),
  TEXTJOIN: whole(3, 255, (args, context) => {
    if (matrixOf(args[0]).flat().length > 1) return context.cannot();
    return joined(textsOf(args.slice(2), context, truthOf(args[1], true)), textOf(args[0]));
  }),
  TEXTBEFORE: aside(true),
  TEXTAFTER: aside(false),
  TEXT: scalar(2, 2, formatted),
  VALUE: scalar(1, 1, ([text = null]) =>
    typeof text === "string" ? numberIn(text) : text === true || text === false ? VALUE : (text ?? 0),
  ),
  NUMBERVALUE: scalar(1, 3, numberValue),
  CHAR: scalar(1, 1, ([code], { cannot }) => {
    const number = wholeOf(code);
    if (number < 1 || number > 255) return VALUE;
    return isLatin(number) ? String.fromCharCode(number) : cannot();
  }),
  UNICHAR: scalar(1, 1, ([code]) => {
    const number = wholeOf(code);
    const isSurrogate = number >= 0xd800 && number <= 0xdfff;
    return number < 1 || number > 0x10ffff || isSurrogate ? VALUE : String.fromCodePoint(number);
  }),
  CODE: scalar(1, 1, ([text], { cannot }) => {
    const code = textOf(text).charCodeAt(0);
    return Number.isNaN(code) ? VALUE : isLatin(code) ? code : cannot();
  }),
  UNICODE: scalar(1, 1, ([text]) => textOf(text).codePointAt(0) ?? VALUE),
  T: whole(1, 1, ([value]) => {
    const one = first(value);
    return typeof one === "string" || one instanceof ErrorValue ? one : "";
  }),
  N: whole(1, 1, ([value]) => {
    const one = first(value);
    if (one instanceof ErrorValue) return one;
    return typeof one === "string" ? 0 : numberOf(one);
  }),
};
