import { type CellValue, evaluate, type Position, references, type References, type Values } from "./evaluate";
import { explain, type Explanation } from "./explain";
import { Cannot } from "./formula-text";

export { type CellError, type CellValue, isCellError, type Matrix } from "./evaluate";
export type { ExplainedArgument, Explanation } from "./explain";
export type { Kind } from "./explainer";
export type { Figure, Line } from "./lines";

/** How a cell comes to its value, or which part of its formula is not understood; "" for the formula as a whole. */
export type ExplainedCell =
  { readonly value: CellValue; readonly calls: readonly Explanation[] } | { readonly cannot: string };

/** Reads what a formula refers to. */
export type Read = (references: References) => Promise<Values>;

/** Evaluates a cell's formula beside the workbook, and explains each call of ours in it. */
export async function explainCell(formula: string, position: Position, read: Read): Promise<ExplainedCell> {
  try {
    const values = await read(references(formula, position.sheet));
    const { calls, value } = evaluate(formula, position, values);
    return { value, calls: calls.map(explain) };
  } catch (error) {
    if (error instanceof Cannot) return { cannot: error.part };
    throw error;
  }
}
