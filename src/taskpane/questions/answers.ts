import { type Call, type CallResult, callWith, isErrorOfCell, Piece, wordPiece } from "../formula/call";
import { amountArgument, dateArgument, type Formula, textArgument } from "../formula/formula";
import { PARAMETER_YEAR_NAME } from "../../host/host";
import { feePiece } from "../kit/fee";
import type { Numbers } from "../kit/numbers";
import { fieldsOf, type FormField, type Texts } from "./fields";
import type { Eligibility } from "../../rules/passerelle";
import { amountsPiece } from "./amounts";
import { figureNamed } from "./figure-names";
import { feeIn } from "./fund-text";
import { paymentsPiece } from "./payments";
import type { Question } from "./question";
import { saidAs } from "./said";

export type Problem = "amount" | "percent" | "whole" | "decimal" | "date" | "fund" | "figure" | "amounts";

/** A call, its result, and the conditions of a right where they are asked for. */
export interface Asking extends Pick<Call, "way"> {
  readonly formula: Formula;
  readonly result: CallResult;
  readonly conditions?: Eligibility;
}

export interface Asked {
  readonly problems: Readonly<Record<string, Problem>>;
  /** Absent while something that is required is missing or cannot be read. */
  readonly call?: Asking;
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
export function wordsOf({ words, following }: FormField, texts: Texts): readonly string[] {
  return following === undefined ? words : (following.words[texts[following.parameter] ?? ""] ?? []);
}

/** The text in a field: the year that is asked about is the workbook's until somebody types another. */
export function textIn({ kind, parameter, required }: FormField, texts: Texts, year: number): string {
  const isAsked = kind === "year" && (required || parameter === "year");
  return texts[parameter] ?? (isAsked ? String(year) : "");
}

/** Reads a form and, once it is complete, calls its function as a cell does. */
export function ask(question: Question, texts: Texts, year: number, numbers: Numbers): Asked {
  const fields = fieldsOf(question);
  const asked = askedFields(fields, texts);
  const read = asked.map((field) => [field, given(field, texts, year, numbers)] as const);
  const problems = Object.fromEntries(
    read.flatMap(([{ parameter }, found]) => (typeof found === "string" ? [[parameter, found]] : [])),
  );
  const missing = read.some(([{ required }, found]) => required && found === undefined);
  const isOpen = fields.length > 0 && !fields.some(({ required }) => required);
  const untouched = isOpen && read.every(([, found]) => found === undefined);
  if (Object.keys(problems).length > 0 || missing || untouched) return { problems };
  const call = callWith(question.id, Object.fromEntries(read.map(([{ parameter }, piece]) => [parameter, piece])));
  const result = call.result();
  const conditions = result.ok && saidAs(question) === "conditions" ? (call.answer() as Eligibility) : undefined;
  return { problems, call: { formula: call.formula, way: call.way, result, ...(conditions && { conditions }) } };
}

/** What somebody may assume where a figure is not there yet: index steps since the last amount held, or a growth of the index. */
export const ASSUMABLE = { indexSteps: ["0", "1"], indexation: ["2"] } as const;
export type Assumed = keyof typeof ASSUMABLE;

/** What must be assumed for an answer that is not there otherwise. */
export function lacking(question: Question, texts: Texts, year: number, numbers: Numbers): Assumed | undefined {
  const refusedWith = (assumed: Assumed, text: string): number => {
    const { call } = ask(question, { ...texts, [assumed]: text }, year, numbers);
    return call === undefined ? 0 : refusedIn(call.result);
  };
  const taken = fieldsOf(question).map(({ parameter }) => parameter);
  const all = (Object.keys(ASSUMABLE) as Assumed[]).filter((assumed) => taken.includes(assumed));
  return all.find((assumed) => {
    const refused = refusedWith(assumed, "");
    return refused > 0 && refusedWith(assumed, ASSUMABLE[assumed][0]) < refused;
  });
}

/** How many cells hold an error; one that fills nothing else has no end of them. */
function refusedIn(result: CallResult): number {
  if (!result.ok) return Infinity;
  return Array.isArray(result.value) ? (result.value as unknown[][]).flat().filter(isErrorOfCell).length : 0;
}

/** Undefined for a field that is left out, the problem where its text cannot be read. */
function given(field: FormField, texts: Texts, year: number, numbers: Numbers): Piece | Problem | undefined {
  const text = textIn(field, texts, year);
  if (text.trim() === "") return undefined;
  switch (field.kind) {
    case "amount":
    case "income": {
      const cents = field.kind === "income" ? numbers.readSigned(text) : numbers.read(text);
      return cents === undefined ? "amount" : new Piece(amountArgument(cents), cents / 100);
    }
    case "percent": {
      const fraction = numbers.readPercent(text);
      return fraction === undefined ? "percent" : new Piece(fraction, Number(fraction));
    }
    case "whole":
    case "year": {
      const whole = numbers.readWhole(text, field.least, field.most ?? MOST_TYPED);
      if (whole === undefined) return "whole";
      const named = field.kind === "year" && whole === year;
      return new Piece(named ? PARAMETER_YEAR_NAME : String(whole), whole);
    }
    case "decimal": {
      const decimal = numbers.readDecimal(text);
      const isWithin = decimal !== undefined && Number(decimal) >= field.least && Number(decimal) <= field.most!;
      return isWithin ? new Piece(decimal, Number(decimal)) : "decimal";
    }
    case "date": {
      const day = numbers.readDay(text);
      return day === undefined ? "date" : new Piece(dateArgument(day), day);
    }
    case "amounts":
      return amountsPiece(text, numbers);
    case "payments":
      return paymentsPiece(text, numbers);
    case "fund": {
      const fee = feeIn(text, numbers);
      return fee === undefined ? "fund" : feePiece(fee);
    }
    case "figure": {
      const id = figureNamed(text);
      return id === undefined ? "figure" : new Piece(textArgument(id), id);
    }
    case "yes":
    case "yes-no":
      return new Piece(text === "yes" ? "TRUE" : "FALSE", text === "yes");
    case "number":
      return new Piece(text, Number(text));
    case "word":
      return wordsOf(field, texts).includes(text) ? wordPiece(field.of!, text) : undefined;
  }
}

/** Where the law decides how much is too much, whatever a number may be is handed on: the refusal says why. */
const MOST_TYPED = 999_999;
