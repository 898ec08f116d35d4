import { type ICommandInfo, type Injector, type IRange, IUniverInstanceService } from "@univerjs/core";
import {
  EffectRefRangId,
  getSheetCommandTarget,
  handleDefaultRangeChangeWithEffectRefCommands,
  SheetInterceptorService,
} from "@univerjs/preset-sheets-core";
import { DrawingApplyType, ISheetDrawingService } from "@univerjs/preset-sheets-drawing";
import { chartsOn, type Drawn, mutationOf, type Operation } from "./drawings";
import type { StoredArea, StoredChart } from "./stored";

/** What moves cells, and formulas that name them. */
const MOVES: ReadonlySet<string> = new Set(Object.values(EffectRefRangId));

/** What charts are drawn from goes with its cells, as in formulas; the spreadsheet itself moves the drawing alone. */
export function followCells(injector: Injector): void {
  injector.get(SheetInterceptorService).interceptCommand({
    getMutations: (command) => {
      const from = MOVES.has(command.id) ? fromWhere(injector, command) : null;
      if (!from) return { redos: [], undos: [] };
      const changes = chartsAnywhere(injector, from.unitId).flatMap(({ stored, drawing }) => {
        const data = afterwards(stored, (area) =>
          (area.sheet ?? drawing.subUnitId) === from.subUnitId ? movedBy(command, area) : area,
        );
        return data ? [{ ...placeOf(drawing), data: { ...drawing.data, ...data } }] : [];
      });
      // One after the other: each is undone before those ahead of it.
      const drawings = injector.get(ISheetDrawingService);
      const operations = changes.map((change) => drawings.getBatchUpdateOp([change as unknown as Drawn]) as Operation);
      return {
        redos: operations.map((one) => mutationOf(one, DrawingApplyType.UPDATE, one.redo)),
        undos: operations.toReversed().map((one) => mutationOf(one, DrawingApplyType.UPDATE, one.undo)),
      };
    },
  });
}

/** The sheet whose cells move. */
function fromWhere(injector: Injector, { id, params }: ICommandInfo) {
  const {
    fromUnitId,
    fromSubUnitId,
    unitId = fromUnitId,
    subUnitId = fromSubUnitId,
  } = (params ?? {}) as {
    readonly [Key in "unitId" | "subUnitId" | "fromUnitId" | "fromSubUnitId"]?: string;
  };
  const { toSubUnitId = subUnitId } = (params ?? {}) as { readonly toSubUnitId?: string };
  // Cells that go to another sheet leave what is drawn from them.
  if (id === EffectRefRangId.MoveRangeCommandId && toSubUnitId !== subUnitId) return null;
  return getSheetCommandTarget(injector.get(IUniverInstanceService), {
    ...(unitId !== undefined && { unitId }),
    ...(subUnitId !== undefined && { subUnitId }),
  });
}

function chartsAnywhere(injector: Injector, id: string) {
  const sheets = Object.keys(injector.get(ISheetDrawingService).getDrawingDataForUnit(id) ?? {});
  return sheets.flatMap((sheetId) => chartsOn({ injector, id }, sheetId));
}

const placeOf = ({ unitId, subUnitId, drawingId }: Pick<Drawn, "unitId" | "subUnitId" | "drawingId">) => ({
  unitId,
  subUnitId,
  drawingId,
});

/** The chart after its areas moved; null where none did. */
function afterwards(chart: StoredChart, move: (area: StoredArea) => StoredArea | null): StoredChart | null {
  const moved = {
    ...chart,
    categories: chart.categories && move(chart.categories),
    series: chart.series.map(({ name, values }) => ({ name, values: values && move(values) })),
  };
  return JSON.stringify(moved) === JSON.stringify(chart) ? null : moved;
}

/** Null where all of its cells go. */
function movedBy(command: ICommandInfo, area: StoredArea): StoredArea | null {
  const { row, column, rows, columns } = area;
  const range: IRange = {
    startRow: row,
    endRow: row + rows - 1,
    startColumn: column,
    endColumn: column + columns - 1,
  };
  const moved = handleDefaultRangeChangeWithEffectRefCommands(range, command as never);
  if (!moved) return null;
  const { startRow, endRow, startColumn, endColumn } = moved;
  return {
    ...area,
    row: startRow,
    column: startColumn,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}
