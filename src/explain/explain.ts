import { type Argument, type Definition, definitionOf, inOrder, type Shown } from "../definitions";
import { type Call, type CallArgument, type CellError, isCellError } from "../formula/own";
import type { CellValue } from "../formula/values";
import { describe } from "../i18n";
import { Refusal } from "../rules/refusal";
import type { At, Line as Step } from "../rules/trace";
import { Calls } from "./calls";
import { type Line, toldLines } from "./lines";

/** What a value is, so that it can be written as people read it. */
export type Kind = "euro" | "rate" | "date" | "plain";

export interface ExplainedArgument extends CallArgument {
  readonly kind: Kind;
}

/** A table as it goes on into the formula. */
export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

/** How a call comes to its result: step by step, or why there is none. */
export interface Explanation {
  readonly id: string;
  readonly arguments: readonly ExplainedArgument[];
  readonly kind: Kind;
  readonly result: CellValue | TableSize | CellError;
  readonly lines: readonly Line[];
  /** A range was given for a single value: how many calls that makes. */
  readonly lifted?: number;
  /** The lines are about one row of the table, from 1. */
  readonly row?: number;
}

/** The same before it is told in words, which takes longer than all the rest. */
export interface Followed extends Omit<Explanation, "lines"> {
  readonly way: readonly Step[];
}

export const explain = (call: Call): Explanation => told(follow(call));

export const told = ({ way, ...call }: Followed): Explanation => ({ ...call, lines: toldLines(way) });

export function follow({ id, arguments: given, result, at, lifted }: Call, calls = new Calls()): Followed {
  const definition = definitionOf(id)!;
  const shown = resultOf(result, at);
  return {
    id,
    arguments: named(definition, given),
    kind: kindOf(definition),
    ...(isCellError(result) ? { way: [], result } : wayTo(() => wayOf(id, given, at, calls), shown)),
    ...(lifted !== undefined && { lifted }),
    ...(at !== undefined && at.row > 0 && { row: at.row }),
  };
}

/** In the order of the contract, whatever the order of the call. */
const named = (definition: Definition, given: readonly CallArgument[]): ExplainedArgument[] =>
  inOrder(definition, given, ({ value }) => value).map((argument, index) => {
    const { name } = given[index]!;
    return { ...argument, name, kind: kindOfArgument(definition, name) };
  });

const KINDS: Readonly<Partial<Record<Shown, Kind>>> = {
  euro: "euro",
  "euro-or-word": "euro",
  exact: "euro",
  cells: "euro",
  rate: "rate",
  fraction: "rate",
  ratio: "rate",
  date: "date",
};

const kindOf = ({ shows }: Definition): Kind => (typeof shows === "string" ? (KINDS[shows] ?? "plain") : "plain");

const ARGUMENT_KINDS: Readonly<Partial<Record<Argument<unknown>["kind"], Kind>>> = {
  euro: "euro",
  rate: "rate",
  date: "date",
  // A row of a career begins with a date.
  rows: "date",
};

const kindOfArgument = ({ takes }: Definition, name: string): Kind => ARGUMENT_KINDS[takes[name]!.kind] ?? "plain";

/** The way to a call's answer, from the same cells. Throws a Refusal where there is none. */
export function wayOf(
  id: string,
  given: readonly CallArgument[],
  at: Call["at"],
  calls = new Calls(),
): readonly Step[] {
  const cells = given.map(({ value }) => value);
  return calls.answer(id, cells).way(placeOf(definitionOf(id)!, at));
}

/** A table has its names in the first row; the way of a name is that of the whole table. */
function placeOf({ shows }: Definition, at: At): At {
  if (at === undefined || typeof shows === "string") return at;
  return at.row === 0 ? undefined : { ...at, row: at.row - 1 };
}

/** A refusal explains itself; of a table it may be the refusal of the one cell. */
function wayTo(way: () => readonly Step[], result: Explanation["result"]): Pick<Followed, "way" | "result"> {
  try {
    return { way: way(), result };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const code = isCellError(result) ? result.code : "";
    return { way: [], result: { code, message: describe(error) } };
  }
}

function resultOf(result: Call["result"], at: Call["at"]): Explanation["result"] {
  if (!Array.isArray(result)) return result as CellValue | CellError;
  const table = result as unknown[][];
  if (at === undefined) return { rows: table.length, columns: table[0]?.length ?? 0 };
  const cell = table[at.row]?.[at.column];
  return isCellError(cell) ? { code: cell.code, message: cell.message } : ((cell ?? null) as CellValue);
}
