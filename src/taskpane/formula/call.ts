import {
  type Argument,
  ask,
  type Definition,
  DEFINITIONS,
  type FunctionId,
  type Kind,
  type Shown,
} from "../../definitions";
import { PARAMETER_INDEXATION_NAME, PARAMETER_YEAR_NAME, type Parameters } from "../../host/host";
import { typedWord } from "../../i18n";
import { withOwnDays } from "../../page/date-system";
import { registered } from "../../page/functions";
import type { Day } from "../../rules/calendar";
import type { Cents } from "../../rules/money";
import type { WordList } from "../../rules/refusal";
import type { Answer, At, Line } from "../../rules/trace";
import { amountArgument, dateArgument, type Formula, textArgument } from "./formula";

/** What a cell with a call of one of our functions would show. */
export type CallResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string };

interface ErrorOfCell {
  readonly code: string;
  readonly message: string;
}

/** Errors come from the bundle of the functions, so they are known by their form. */
export const isErrorOfCell = (value: unknown): value is ErrorOfCell =>
  value instanceof Error && typeof (value as Partial<ErrorOfCell>).code === "string";

/** An argument as a formula has it, and what a cell hands over for it: a place, a name, or a value. */
export class Piece {
  constructor(
    readonly formula: Formula,
    readonly value: unknown = null,
  ) {}
}

/** A day where the rules take its quarter. */
export const dayPiece = (day: Day): Piece => new Piece(dateArgument(day), day);

/** The workbook's parameters by their names; a year of its own as a number. */
export function yearPieces(
  parameters: Parameters,
  year: number = parameters.year,
): { readonly year: number | Piece; readonly indexation: Piece | undefined } {
  const { indexation } = parameters;
  return {
    year: year === parameters.year ? new Piece(PARAMETER_YEAR_NAME, year) : year,
    indexation: indexation === null ? undefined : new Piece(PARAMETER_INDEXATION_NAME, Number(indexation)),
  };
}

type Takes<Id extends FunctionId> = (typeof DEFINITIONS)[Id]["takes"];

/** Arguments by their names: what they mean, or a piece of a formula that stands for it. */
type Named<Id extends FunctionId> = {
  readonly [Name in keyof Takes<Id>]?:
    (Takes<Id>[Name] extends Argument<infer Value> ? Value : never) | Piece | undefined;
};

/** A call, as a formula and as a cell makes it. */
export interface Call {
  readonly formula: Formula;
  /** Calls the function. */
  readonly result: () => CallResult;
  /** What the rules answer, before a cell says it in words; only where the result is no error. */
  readonly answer: () => unknown;
  /** The way to it, or to a cell of it; throws what the rules refuse. */
  readonly way: (at?: At) => readonly Line[];
}

export const callOf = <Id extends FunctionId>(id: Id, named: Named<Id>): Call => callWith(id, named);

/** A call of a function that is known only when the form is. */
export function callWith(id: FunctionId, named: Readonly<Record<string, unknown>>): Call {
  const { takes }: Definition = DEFINITIONS[id];
  const pieces = Object.entries(takes).map(([name, argument]) => pieceOf(argument, named[name]));
  const last = pieces.findLastIndex((piece) => piece !== undefined);
  const given = pieces.slice(0, last + 1);
  const cells = pieces.map((piece) => piece?.value ?? null);
  // Asked once, however many rows of a table it is asked about.
  let known: Answer<unknown> | undefined;
  const asked = (): Answer<unknown> => (known ??= ask(DEFINITIONS[id], cells));
  return {
    formula: `${id}(${given.map((piece) => piece?.formula ?? "").join(",")})`,
    result: () => withOwnDays(() => called(id, cells)),
    answer: () => withOwnDays(() => asked().value),
    way: (at) => withOwnDays(() => asked().way(at)),
  };
}

/** What may be blank keeps its place: Excel hands a place that is left empty over as 0. */
const BLANK = new Piece('""', "");

function pieceOf({ kind, list, blankable, optional }: Argument<unknown>, value: unknown): Piece | undefined {
  if (value instanceof Piece) return value;
  if (value === undefined) return blankable && !optional ? BLANK : undefined;
  return kind === "word" && list !== undefined ? wordPiece(list, value as string) : WRITE[kind](value as never);
}

/** A word of a closed list, in the formula as its reader would type it. */
export const wordPiece = (list: WordList, word: string): Piece => new Piece(textArgument(typedWord(list, word)), word);

/** The inverse of reading: what a cell and a formula hold for a value. */
const WRITE: Readonly<Record<Kind, (value: never) => Piece>> = {
  euro: (cents: Cents) => new Piece(amountArgument(cents), cents / 100),
  rate: (fraction: string) => new Piece(fraction, Number(fraction)),
  date: (day: number) => new Piece(dateArgument(day), day),
  year: (year: number) => new Piece(String(year), year),
  whole: (whole: number) => new Piece(String(whole), whole),
  number: (number: number) => new Piece(String(number), number),
  yes: (yes: boolean) => new Piece(yes ? "TRUE" : "FALSE", yes),
  word: (word: string) => new Piece(textArgument(word), word),
  text: (text: string) => new Piece(textArgument(text), text),
  rows: () => {
    throw new Error("a range stands in a sheet");
  },
};

/** What a cell gets that hands these over to a function. */
export function called(id: string, args: readonly unknown[]): CallResult {
  const implementation = registered.get(id);
  if (!implementation) throw new Error(`no function ${id}`);
  try {
    return { ok: true, value: implementation(...args) };
  } catch (error) {
    if (isErrorOfCell(error)) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}

/** The columns of a function's table by their names, in their order, each with how it shows. */
export function columnsOf(id: FunctionId): readonly (readonly [name: string, shown: Shown])[] {
  const { shows }: Definition = DEFINITIONS[id];
  if (typeof shows === "string") throw new Error(`no table: ${id}`);
  return Object.entries(shows);
}

/** How each cell of a row shows, with the columns that stand behind the others where there are any. */
export function shownIn(id: FunctionId): readonly Shown[] {
  const { also = {} }: Definition = DEFINITIONS[id];
  return [...columnsOf(id).map(([, shown]) => shown), ...Object.values(also)];
}

/** Where a column of a function's table stands in it. */
export function columnOf(id: FunctionId, name: string): number {
  const at = columnsOf(id).findIndex(([column]) => column === name);
  if (at < 0) throw new Error(`no column ${name}: ${id}`);
  return at;
}

/** The cents of an amount that a function gave: it is the double nearest to them, so none is lost or made. */
export const centsOf = (euros: unknown): Cents => Math.round(Number(euros) * 100);
