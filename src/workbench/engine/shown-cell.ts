import { CellValueType, type ICellData, type Injector, InterceptorEffectEnum } from "@univerjs/core";
import {
  extractFormulaError,
  FormulaDataModel,
  INTERCEPTOR_POINT,
  InterceptCellContentPriority,
  SheetInterceptorService,
} from "@univerjs/preset-sheets-core";
import { exactNumber, shownError, shownNumber, shownTruth } from "./shown-number";

/** Shows what has no number format as Excel does in the reader's language; what has one the spreadsheet has written before. */
export function showInLanguage(injector: Injector): void {
  Object.assign(globalThis, {
    statutShown: (value: number, pattern?: string | null) => shownNumber(value, pattern ?? undefined),
    statutExact: exactNumber,
  });
  const formulas = injector.get(FormulaDataModel);
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: InterceptCellContentPriority.DATA_VALIDATION - 1,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, { unitId, subUnitId, row, col }, next) => {
      const isFilled = () => Boolean(formulas.getArrayFormulaCellData()[unitId]?.[subUnitId]?.[row]?.[col]);
      return next(cell && shown(cell, isFilled));
    },
  });
}

function shown<Cell extends ICellData>(cell: Cell, isFilled: () => boolean): Cell {
  const { v, t } = cell;
  if (cell.p || v === undefined || v === null) return cell;
  if (t === CellValueType.BOOLEAN || typeof v === "boolean")
    return { ...cell, v: shownTruth(v), t: CellValueType.BOOLEAN };
  if (typeof v === "number") return { ...cell, v: shownNumber(v), t: t ?? CellValueType.NUMBER };
  return String(v).startsWith("#") && extractFormulaError(cell, isFilled()) !== null
    ? { ...cell, v: shownError(String(v)) }
    : cell;
}
