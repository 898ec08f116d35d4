import { Budget, type Reason, Stopped } from "../formula/budget";
import type { Context } from "../formula/functions";
import { calendar } from "../formula/functions/calendar";
import type { CellValue } from "../formula/values";
import type { Position, Values } from "../formula/evaluate";
import { Cannot, type Formula } from "../formula/parser";
import type { References } from "../formula/references";
import { calledNames } from "../formula/tokens";
import { reader } from "../i18n";
import { countsFrom1904 } from "../page/date-system";
import { Calls } from "./calls";
import { evaluate, read as readFormula, references } from "./evaluate";
import { type Explanation, follow, type Followed, told } from "./explain";

export { type CellError, isCellError } from "../formula/own";
export type { Matrix } from "../formula/values";
export { Calls } from "./calls";
export type { ExplainedArgument, Explanation, Followed, Kind } from "./explain";
export type { Line } from "./lines";
export type { CellValue, Position, Reason, References, Values };

/** How a cell comes to its value; or which part of its formula is not understood, "" for the formula as a whole; or why it was given up. */
export type ExplainedCell = ComesBy<Explanation>;
/** The same before its calls are told in words. */
export type FollowedCell = ComesBy<Followed>;

type ComesBy<OfCall> =
  | { readonly value: CellValue; readonly calls: readonly OfCall[] }
  | { readonly cannot: string }
  | { readonly stopped: Reason };

/** Reads what a formula refers to. */
export type Read = (references: References) => Promise<Values>;

/** The longest that one formula may take: the cells of the workbook wait meanwhile. */
const MOST_TIME = 200;

/** Evaluates a cell's formula beside the workbook, and explains each call of ours in it. */
export async function explainCell(...asked: Parameters<typeof followCell>): Promise<ExplainedCell> {
  const cell = await followCell(...asked);
  return "calls" in cell ? { ...cell, calls: cell.calls.map(told) } : cell;
}

/** The same without the words; `calls` has what other formulas gave. */
export async function followCell(
  formula: string,
  position: Position,
  read: Read,
  signal?: AbortSignal,
  calls = new Calls(),
): Promise<FollowedCell> {
  try {
    const tree = readFormula(formula);
    requireUsualDays(tree);
    const values = await read(references(tree, position.sheet));
    const format = await formatFor(tree);
    const budget = new Budget(limit(signal));
    const found = evaluate(tree, position, values, { budget, now, format, calls });
    return { value: found.value, calls: found.calls.map((call) => follow(call, calls)) };
  } catch (error) {
    if (error instanceof Cannot) return { cannot: error.part };
    if (error instanceof Stopped) return { stopped: error.reason };
    throw error;
  }
}

/** What a formula refers to; null where it cannot be read. */
export function referencesIn(formula: string, sheet: string): References | null {
  try {
    return references(formula, sheet);
  } catch (error) {
    if (error instanceof Cannot || error instanceof Stopped) return null;
    throw error;
  }
}

/** Excel's functions of the calendar are evaluated by the usual numbers of days; others would give a plausible year that is none of the cell's. */
function requireUsualDays({ text }: Formula): void {
  if (!countsFrom1904()) return;
  const name = calledNames(text).find((called) => Object.hasOwn(calendar, called.toUpperCase()) || isText(called));
  if (name !== undefined) throw new Cannot(`${name}()`);
}

const isText = (name: string): boolean => name.toUpperCase() === "TEXT";

function limit(signal: AbortSignal | undefined): () => Reason | null {
  const end = performance.now() + MOST_TIME;
  return () => (signal?.aborted ? "stop" : performance.now() > end ? "time" : null);
}

/** Excel's number formats weigh as much as all the rest, and few formulas have them. */
async function formatFor({ text }: Formula): Promise<Context["format"]> {
  if (!calledNames(text).some(isText)) return undefined;
  const { numberFormat } = await import(/* webpackChunkName: "number-format" */ "../formula/number-format");
  return (value, code) => numberFormat(value, code, reader.language === "en");
}

const DAY = 86_400_000;
/** 30/12/1899, the day 0 of spreadsheets. */
const DAY_0 = -25_569;

/** The clock of the machine, as a cell shows it. */
function now(): number {
  const date = new Date();
  return (date.getTime() - date.getTimezoneOffset() * 60_000) / DAY - DAY_0;
}
