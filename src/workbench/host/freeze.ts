import type { ICellData } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import type { FormulaCell, FreezeCell, NoteCell, Place, ReenterCell, UnfreezeCell, Work } from "../../host/host";
import { inSteps } from "../../host/steps";
import { eachInTurn, turns } from "../../host/turns";
import {
  apply,
  type Book,
  calculated,
  calm,
  cellChange,
  type CellMatrix,
  type Change,
  noteChange,
  remember,
  sheetNamed,
} from "./book";
import { addressOf, filledBy, formulaAt, indices, valueAt, valueData, valuesOf } from "./cells";

/** Formulas of one step, between which the work can be cancelled, and cells that they fill. */
const [STEP, CELLS_A_STEP] = [100, 2_000];

export async function formulaCells(
  book: Book,
  filter: (formula: string) => boolean,
  work: Work = {},
): Promise<FormulaCell[]> {
  await calm(book);
  const found = await eachInTurn(
    book.workbook.getSheets().flatMap(formulasOn),
    ({ sheet, row, column }) => {
      const formula = formulaAt(sheet, row, column);
      if (!formula || !filter(formula)) return [];
      return {
        sheet: sheet.getSheetName(),
        address: addressOf(row, column),
        formula,
        values: valuesOf(book, sheet, filledBy(book, sheet, row, column)),
        note: noteAt({ sheet, row, column }),
      };
    },
    work,
  );
  return found.flat();
}

function formulasOn(sheet: FWorksheet): Spot[] {
  const found: Spot[] = [];
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (cell?.f || cell?.si) found.push({ sheet, row, column });
    });
  return found;
}

export async function noteCells(book: Book, filter: (text: string) => boolean, work: Work = {}): Promise<NoteCell[]> {
  const notes = book.workbook.getSheets().flatMap((sheet) => sheet.getNotes().map((note) => ({ ...note, sheet })));
  const found = await eachInTurn(
    notes,
    ({ sheet, row, col, note }) =>
      filter(note)
        ? {
            sheet: sheet.getSheetName(),
            address: addressOf(row, col),
            text: note,
            formula: formulaAt(sheet, row, col),
          }
        : [],
    work,
  );
  return found.flat();
}

/** Note and value of a cell change in one go, and so does all of a step; between two steps others may have typed. */
export async function freeze(book: Book, cells: readonly FreezeCell[], work: Work = {}): Promise<number> {
  await calm(book);
  return changing(book, cells, work, (step, change) => {
    const ready = step.flatMap((target) => {
      const { sheet, row, column, cell } = target;
      const filled = filledBy(book, sheet, row, column);
      const isPlanned =
        formulaAt(sheet, row, column) === cell.formula &&
        noteAt(target) === cell.noteBefore &&
        filled.endRow - row + 1 === cell.rows &&
        filled.endColumn - column + 1 === cell.columns;
      const note = isPlanned ? cell.note(valuesOf(book, sheet, filled)) : null;
      if (note === null) work.onChanged?.(cell);
      return note === null ? [] : [{ ...target, note }];
    });
    const notes = ready.map(({ sheetId, row, column, note }) => noteChange(book, sheetId, row, column, note));
    for (const { redos } of notes) apply(book, redos);
    try {
      const values = matrixOf(ready, ({ sheet }, row, column) => ({
        f: null,
        si: null,
        ...valueData(valueAt(book, sheet, row, column)),
      }));
      change([cellChange(book, step[0].sheetId, values)], notes);
    } catch (error) {
      for (const { undos } of notes) apply(book, undos);
      throw error;
    }
  });
}

export async function unfreeze(book: Book, cells: readonly UnfreezeCell[], work: Work = {}): Promise<number> {
  await calm(book);
  return changing(book, cells, work, (step, change) => {
    const ready = step.filter((target) => {
      const isReady = isAsFrozen(book, target) && noteAt(target) === target.cell.noteBefore;
      if (!isReady) work.onChanged?.(target.cell);
      return isReady;
    });
    const frozen = ready.filter(({ cell }) => cell.isUnchanged !== null);
    const formulas = matrixOf(frozen, (target, row, column) =>
      row === target.row && column === target.column ? { f: target.cell.formula, v: null } : { v: null },
    );
    change([cellChange(book, step[0].sheetId, formulas)]);
    change(ready.map(({ sheetId, row, column, cell }) => noteChange(book, sheetId, row, column, cell.note)));
  });
}

export async function reenter(book: Book, cells: readonly ReenterCell[], work: Work = {}): Promise<number> {
  await calm(book);
  const sized = cells.map((cell) => ({ ...cell, rows: 1, columns: 1 }));
  return changing(book, sized, work, (step, change) => {
    const ready = step.filter(({ sheet, row, column, cell }) => {
      const isPlanned = formulaAt(sheet, row, column) === cell.formula;
      if (!isPlanned) work.onChanged?.(cell);
      return isPlanned;
    });
    const formulas = matrixOf(ready, ({ cell }) => ({ f: cell.entered, si: null, v: null }));
    change([cellChange(book, step[0].sheetId, formulas)]);
  });
}

function isAsFrozen(book: Book, { sheet, row, column, cell }: Target<UnfreezeCell>): boolean {
  if (cell.isUnchanged === null) return formulaAt(sheet, row, column) === cell.formula;
  const [endRow, endColumn] = [row + cell.rows - 1, column + cell.columns - 1];
  if (endRow >= sheet.getMaxRows() || endColumn >= sheet.getMaxColumns()) return false;
  const area = { startRow: row, endRow, startColumn: column, endColumn };
  const hasFormula = indices(row, endRow).some((r) =>
    indices(column, endColumn).some((c) => formulaAt(sheet, r, c) !== null),
  );
  return !hasFormula && cell.isUnchanged(valuesOf(book, sheet, area));
}

const noteAt = ({ sheet, row, column }: Spot): string | null => sheet.getRange(row, column).getNote()?.note ?? null;

/** Applies changes; those that were applied already are remembered before. */
type ChangeCells = (changes: readonly Change[], applied?: readonly Change[]) => void;

/** One step back takes all of it back, however far it came. */
async function changing<Cell extends Area>(
  book: Book,
  cells: readonly Cell[],
  work: Work,
  take: (step: Step<Cell>, change: ChangeCells) => void,
): Promise<number> {
  const done: Change[] = [];
  const rest = turns();
  try {
    return await inSteps(cells, isStep, work, async (step) => {
      const [first, ...others] = step.map((cell) => locate(book, cell));
      take([first!, ...others], (changes, applied = []) => {
        for (const { redos } of changes) apply(book, redos);
        done.push(...applied, ...changes);
      });
      await rest();
    });
  } finally {
    if (done.length > 0) remember(book, done);
    await calculated(book);
  }
}

type Area = Place & { readonly rows: number; readonly columns: number };

/** Within one sheet: a step happens or does not. */
const isStep = (cells: readonly Area[]): boolean =>
  cells.length <= STEP &&
  cells.every(({ sheet }) => sheet === cells[0]!.sheet) &&
  cells.reduce((sum, { rows, columns }) => sum + rows * columns, 0) <= CELLS_A_STEP;

interface Spot {
  readonly sheet: FWorksheet;
  readonly row: number;
  readonly column: number;
}

interface Target<Cell> extends Spot {
  readonly sheetId: string;
  readonly cell: Cell;
}

function locate<Cell extends Area>(book: Book, cell: Cell): Target<Cell> {
  const sheet = sheetNamed(book, cell.sheet);
  const corner = sheet.getRange(cell.address);
  return { sheet, sheetId: sheet.getSheetId(), row: corner.getRow(), column: corner.getColumn(), cell };
}

type Step<Cell> = readonly [Target<Cell>, ...Target<Cell>[]];

function matrixOf<Cell extends Area>(
  step: readonly Target<Cell>[],
  dataOf: (target: Target<Cell>, row: number, column: number) => ICellData,
): CellMatrix {
  const matrix: CellMatrix = {};
  for (const target of step) {
    for (const row of indices(target.row, target.row + target.cell.rows - 1)) {
      for (const column of indices(target.column, target.column + target.cell.columns - 1)) {
        (matrix[row] ??= {})[column] = dataOf(target, row, column);
      }
    }
  }
  return matrix;
}
