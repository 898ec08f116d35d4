import { PARAMETER_YEAR_NAME } from "../../host/host";
import { FIRST_YEAR } from "../../rules/contributions";
import { type CallResult, callFunction } from "../formula/call";
import { amountArgument, type Argument, callOf, dateArgument, type Formula, textArgument } from "../formula/formula";
import type { Numbers } from "../kit/numbers";
import { FURTHEST_YEAR } from "../kit/years";
import { type FormField, type Question, WORDS } from "./questions";

/** What is typed in a form, by parameter. */
export type Texts = Readonly<Record<string, string>>;

export type Problem = "amount" | "percent" | "whole" | "date";

/** What stands for a field in a call, and in a formula. */
interface Given {
  readonly value: unknown;
  readonly argument: Argument;
}

export interface Asked {
  readonly problems: Readonly<Record<string, Problem>>;
  /** Absent while something that is required is missing or cannot be read. */
  readonly call?: { readonly formula: Formula; readonly result: CallResult };
}

/** The fields that are asked for, after what those before them say. */
export const askedFields = (fields: readonly FormField[], texts: Texts): readonly FormField[] =>
  fields.reduce<readonly FormField[]>((asked, field) => {
    const { only } = field;
    const decides = only && asked.find(({ parameter }) => parameter === only.parameter);
    const isAsked = only === undefined || (decides && only.words.includes(texts[only.parameter] ?? ""));
    return isAsked ? [...asked, field] : asked;
  }, []);

/** The words that a field offers, after what the others say. */
export function wordsOf(field: Extract<FormField, { kind: "word" | "number" }>, texts: Texts): readonly string[] {
  const { following } = field;
  return following === undefined ? WORDS[field.list] : (following.words[texts[following.parameter] ?? ""] ?? []);
}

/** The text in a field: a year that nobody typed is the workbook's. */
export const textIn = ({ kind, parameter }: FormField, texts: Texts, year: number): string =>
  texts[parameter] ?? (kind === "year" ? String(year) : "");

/** Reads a form and, once it is complete, calls its function as a cell does. */
export function ask({ id, fields }: Question, texts: Texts, year: number, numbers: Numbers): Asked {
  const asked = askedFields(fields, texts);
  const read = new Map(asked.map((field) => [field, given(field, texts, year, numbers)]));
  const problems = Object.fromEntries(
    [...read].flatMap(([{ parameter }, found]) => (typeof found === "string" ? [[parameter, found]] : [])),
  );
  const missing = asked.some((field) => field.required && read.get(field) === undefined);
  const untouched = !fields.some(({ required }) => required) && [...read.values()].every((one) => one === undefined);
  if (Object.keys(problems).length > 0 || missing || untouched) return { problems };
  const gives = fields.map((field): Given => {
    const found = read.get(field) as Given | undefined;
    if (found !== undefined) return found;
    return field.keepsPlace ? { value: "", argument: textArgument("") } : { value: null, argument: undefined };
  });
  return {
    problems,
    call: {
      formula: callOf(id, ...gives.map(({ argument }) => argument)),
      result: callFunction(id, ...gives.map(({ value }) => value)),
    },
  };
}

/** Undefined for a field that is left out, the problem where its text cannot be read. */
function given(field: FormField, texts: Texts, year: number, numbers: Numbers): Given | Problem | undefined {
  const text = textIn(field, texts, year);
  if (text.trim() === "") return undefined;
  switch (field.kind) {
    case "amount":
    case "income": {
      const cents = field.kind === "income" ? numbers.readSigned(text) : numbers.read(text);
      return cents === undefined ? "amount" : { value: cents / 100, argument: amountArgument(cents) };
    }
    case "percent": {
      const fraction = numbers.readPercent(text);
      return fraction === undefined ? "percent" : { value: Number(fraction), argument: fraction };
    }
    case "whole":
    case "year": {
      const { least, most } = boundsOf(field);
      const whole = numbers.readWhole(text, least, most);
      if (whole === undefined) return "whole";
      const named = field.kind === "year" && whole === year;
      return { value: whole, argument: named ? PARAMETER_YEAR_NAME : String(whole) };
    }
    case "date": {
      const day = numbers.readDay(text);
      return day === undefined ? "date" : { value: day, argument: dateArgument(day) };
    }
    case "yes":
    case "yes-no":
      return { value: text === "yes", argument: text === "yes" ? "TRUE" : "FALSE" };
    case "number":
      return { value: Number(text), argument: text };
    case "word":
      return wordsOf(field, texts).includes(text) ? { value: text, argument: textArgument(text) } : undefined;
  }
}

/** The whole numbers that a field takes. */
export const boundsOf = (field: FormField): { readonly least: number; readonly most: number } =>
  field.kind === "whole" ? field : { least: FIRST_YEAR, most: FURTHEST_YEAR };
