import type { ICellData } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import type { FormulaCell, FreezeCell, NoteCell, Place, ReenterCell, UnfreezeCell, Work } from "../../host/host";
import {
  apply,
  type Book,
  calculated,
  calm,
  cellChange,
  type CellMatrix,
  type Change,
  noteChange,
  pause,
  remember,
  sheetNamed,
} from "./book";
import { addressOf, filledBy, formulaAt, indices, valueAt, valueData, valuesOf } from "./cells";

/** Cells of one step, between which the work can be cancelled. */
const STEP = 100;

export async function formulaCells(
  book: Book,
  filter: (formula: string) => boolean,
  work: Work = {},
): Promise<FormulaCell[]> {
  await calm(book);
  return sheetBySheet(book, work, (sheet) => {
    const notes = new Map(sheet.getNotes().map(({ row, col, note }) => [addressOf(row, col), note]));
    const found: FormulaCell[] = [];
    sheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (!cell?.f && !cell?.si) return;
        const formula = formulaAt(sheet, row, column);
        if (!formula || !filter(formula)) return;
        const address = addressOf(row, column);
        found.push({
          sheet: sheet.getSheetName(),
          address,
          formula,
          values: valuesOf(book, sheet, filledBy(book, sheet, row, column)),
          note: notes.get(address) ?? null,
        });
      });
    return found;
  });
}

export function noteCells(book: Book, filter: (text: string) => boolean, work: Work = {}): Promise<NoteCell[]> {
  return sheetBySheet(book, work, (sheet) =>
    sheet
      .getNotes()
      .filter(({ note }) => filter(note))
      .map(({ row, col, note }) => ({
        sheet: sheet.getSheetName(),
        address: addressOf(row, col),
        text: note,
        formula: formulaAt(sheet, row, col),
      })),
  );
}

async function sheetBySheet<Found>(book: Book, work: Work, look: (sheet: FWorksheet) => Found[]): Promise<Found[]> {
  const sheets = book.workbook.getSheets();
  const found: Found[] = [];
  for (const [index, sheet] of sheets.entries()) {
    if (work.signal?.aborted) break;
    found.push(...look(sheet));
    work.onProgress?.(index + 1, sheets.length);
    await pause();
  }
  return found;
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

const noteAt = ({ sheet, row, column }: Target<unknown>): string | null =>
  sheet.getRange(row, column).getNote()?.note ?? null;

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
  try {
    return await inSteps(
      cells.map((cell) => locate(book, cell)),
      work,
      (step) =>
        take(step, (changes, applied = []) => {
          for (const { redos } of changes) apply(book, redos);
          done.push(...applied, ...changes);
        }),
    );
  } finally {
    if (done.length > 0) remember(book, done);
    await calculated(book);
  }
}

type Area = Place & { readonly rows: number; readonly columns: number };

interface Target<Cell> {
  readonly sheet: FWorksheet;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

function locate<Cell extends Area>(book: Book, cell: Cell): Target<Cell> {
  const sheet = sheetNamed(book, cell.sheet);
  const corner = sheet.getRange(cell.address);
  return { sheet, sheetId: sheet.getSheetId(), row: corner.getRow(), column: corner.getColumn(), cell };
}

type Step<Cell> = readonly [Target<Cell>, ...Target<Cell>[]];

/** Takes the cells step by step, each within one sheet: a step happens or does not. */
async function inSteps<Cell>(
  targets: readonly Target<Cell>[],
  { signal, onProgress }: Work,
  take: (step: Step<Cell>) => void,
): Promise<number> {
  let done = 0;
  while (!signal?.aborted) {
    const [first, ...others] = targets.slice(done, done + STEP);
    if (!first) break;
    const end = others.findIndex(({ sheetId }) => sheetId !== first.sheetId);
    const step: Step<Cell> = [first, ...(end < 0 ? others : others.slice(0, end))];
    take(step);
    done += step.length;
    onProgress?.(done, targets.length);
    await pause();
  }
  return done;
}

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
