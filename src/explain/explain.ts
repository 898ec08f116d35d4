import { describe } from "../i18n";
import { Refusal } from "../rules/refusal";
import { kindOf } from "./arguments";
import { benefit } from "./benefit";
import { company } from "./company";
import { type Call, type CallArgument, type CellError, isCellError } from "../formula/own";
import type { CellValue } from "../formula/values";
import type { Explainer, Kind } from "./explainer";
import { fund } from "./fund";
import { inasti } from "./inasti";
import type { Line } from "./lines";
import { passerelle } from "./passerelle";
import { pension } from "./pension";
import { status } from "./status";

/** One for every function of the contract. */
export const EXPLAINERS: Readonly<Record<string, Explainer>> = {
  ...inasti,
  ...status,
  ...passerelle,
  ...fund,
  ...company,
  ...benefit,
  ...pension,
};

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

export function explain({ id, arguments: given, result, at, lifted }: Call): Explanation {
  const { lines, result: kind } = EXPLAINERS[id]!;
  const named = Object.fromEntries(given.map(({ name, value }) => [name, value]));
  const shown = resultOf(result, at);
  return {
    id,
    arguments: given.map((argument) => ({ ...argument, kind: kindOf(id, argument.name) })),
    kind,
    ...(isCellError(result) ? { lines: [], result } : explained(() => lines(named, at), shown)),
    ...(lifted !== undefined && { lifted }),
    ...(at !== undefined && at.row > 0 && { row: at.row }),
  };
}

/** A refusal explains itself; of a table it may be the refusal of the one cell. */
function explained(lines: () => readonly Line[], result: Explanation["result"]): Pick<Explanation, "lines" | "result"> {
  try {
    return { lines: lines(), result };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const code = isCellError(result) ? result.code : "";
    return { lines: [], result: { code, message: describe(error) } };
  }
}

function resultOf(result: Call["result"], at: Call["at"]): Explanation["result"] {
  if (!Array.isArray(result)) return result as CellValue | CellError;
  const table = result as unknown[][];
  if (at === undefined) return { rows: table.length, columns: table[0]?.length ?? 0 };
  const cell = table[at.row]?.[at.column];
  return isCellError(cell) ? { code: cell.code, message: cell.message } : ((cell ?? null) as CellValue);
}
