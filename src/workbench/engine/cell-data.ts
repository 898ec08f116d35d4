import { CellValueType, type ICellData, isDefaultFormat, type IStyleData, type Worksheet } from "@univerjs/core";
import { LexerTreeBuilder, IFunctionService } from "@univerjs/preset-sheets-core";
import type { Injector } from "@univerjs/core";
import { isCalled, tokensOf } from "../../formula/tokens";
import { reader } from "../../i18n";
import { patternOf, type Read } from "../../taskpane/kit/typed-value";

/** Nothing of what a cell held before. */
export const EMPTY = { v: null, f: null, si: null, p: null, custom: null } satisfies ICellData;

interface Place {
  readonly worksheet: Worksheet;
  readonly row: number;
  readonly col: number;
}

/** What is read, in the format that the cell has; one that has none gets that of what was typed. */
export function dataOf({ value, kind }: Read, { worksheet, row, col }: Place): ICellData {
  const typed =
    typeof value === "boolean" ? { v: value ? 1 : 0, t: CellValueType.BOOLEAN } : { v: value, t: CellValueType.NUMBER };
  const own = worksheet.getComposedCellStyle(row, col).n?.pattern;
  if (kind === undefined || (own !== undefined && !isDefaultFormat(own))) return { ...EMPTY, ...typed };
  return {
    ...EMPTY,
    ...typed,
    s: { ...styleAt(worksheet, row, col), n: { pattern: patternOf(kind, reader.language) } },
  };
}

const styleAt = (worksheet: Worksheet, row: number, col: number): IStyleData => worksheet.getCellStyle(row, col) ?? {};

/** Names of functions and cells in capitals, brackets closed; numbers and texts stay as they are written. */
export function formulaOf(injector: Injector, formula: string): string {
  const functions = injector.get(IFunctionService);
  const tokens = tokensOf(formula);
  const capitals = tokens
    .map(({ kind, text }, index) => {
      const upper = text.toUpperCase();
      const isKnown = isCalled(tokens, index) && functions.hasExecutor(upper);
      return kind === "reference" || isKnown || upper === "TRUE" || upper === "FALSE" ? upper : text;
    })
    .join("");
  return capitals + ")".repeat(injector.get(LexerTreeBuilder).checkIfAddBracket(capitals));
}
