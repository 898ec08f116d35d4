import { CellValueType, type ICellData, type Injector, type Nullable, numfmt, type Worksheet } from "@univerjs/core";
import { BEFORE_CELL_EDIT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { inSyntax } from "../../formula/syntax";
import { civilOf, isDay } from "../../formula/dates";
import { reader, recordOf } from "../../i18n";
import { exactNumber } from "./shown-number";

/** What the editor shows of a cell before anybody types. */
export interface Shown {
  isUnchanged(unitId: string, sheetId: string, row: number, column: number, text: string): boolean;
}

interface Place {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly row: number;
  readonly col: number;
  readonly worksheet: Worksheet;
}

/**
 * The editor shows formulas and numbers as the language types them. The chain of the spreadsheet's own handlers ends before any
 * of ours has its turn, so its result is taken.
 */
export function showAsTyped(injector: Injector): Shown {
  let last = "";
  const points = injector.get(SheetInterceptorService).writeCellInterceptor;
  const through = points.fetchThroughInterceptors.bind(points) as (point: unknown, filter: unknown) => Chain;
  const wrapped = (point: unknown, filter: unknown): Chain => {
    const chain = through(point, filter);
    if (point !== BEFORE_CELL_EDIT) return chain;
    return (cell, at) => {
      const shown = localised(chain(cell, at), at);
      last = keyOf(at.unitId, at.subUnitId, at.row, at.col, textOf(shown));
      return shown;
    };
  };
  points.fetchThroughInterceptors = wrapped as typeof points.fetchThroughInterceptors;
  return {
    isUnchanged: (unitId, sheetId, row, column, text) =>
      text !== "" && last === keyOf(unitId, sheetId, row, column, text),
  };
}

type Cell = Nullable<ICellData>;
type Chain = (cell: Cell, at: Place) => Cell;

const keyOf = (...parts: readonly unknown[]): string => parts.join("\n");

const textOf = (cell: Cell): string => cell?.f ?? String(cell?.v ?? "");

function localised(cell: Cell, { worksheet, row, col }: Place): Cell {
  const { excel } = recordOf(reader.language);
  if (!cell || cell.p) return cell;
  if (cell.f) return { ...cell, f: inSyntax(cell.f, { ...excel, words: recordOf("en").excel.words }) };
  const own = worksheet.getCellRaw(row, col);
  if (typeof own?.v !== "number" || own.t === CellValueType.BOOLEAN || own.t === CellValueType.STRING) return cell;
  const pattern = worksheet.getComposedCellStyle(row, col).n?.pattern ?? "";
  return { ...cell, v: editable(own.v, pattern), t: CellValueType.STRING };
}

/** All that a number holds, in the form in which it is typed. */
function editable(value: number, pattern: string): string {
  const { isDate, isPercent, type } = numfmt.getFormatInfo(pattern);
  if (isDate && type === "date" && Number.isInteger(value) && isDay(value)) {
    const { year, month, day } = civilOf(value);
    return `${two(day)}/${two(month)}/${year}`;
  }
  return isPercent ? `${exactNumber(value * 100)}%` : exactNumber(value);
}

const two = (part: number): string => String(part).padStart(2, "0");
