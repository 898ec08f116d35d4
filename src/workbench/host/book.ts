import {
  CommandType,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  type ICellData,
  type IMutation,
  type IMutationInfo,
  type Injector,
  type IObjectMatrixPrimitiveType,
  type Workbook,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  FormulaCalculationSessionService,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  type FWorkbook,
  type FWorksheet,
} from "@univerjs/preset-sheets-core";
import { isCalculationDue } from "../engine/due";
import { RemoveNoteMutation, SheetsNoteModel, UpdateNoteMutation } from "@univerjs/preset-sheets-note";

/** The workbook of the workbench, with what lies behind the facade. */
export interface Book {
  readonly spreadsheet: FUniver;
  readonly workbook: FWorkbook;
  readonly id: string;
  readonly injector: Injector;
}

export function bookOf(spreadsheet: FUniver): Book {
  const workbook = spreadsheet.getActiveWorkbook();
  if (!workbook) throw new Error("the workbench has no workbook");
  return { spreadsheet, workbook, id: workbook.getId(), injector: workbook.getActiveSheet().getInject() };
}

export function sheetNamed({ workbook }: Book, name: string): FWorksheet {
  const sheet = workbook.getSheetByName(name);
  if (!sheet) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

/** A change of the workbook, and what takes it back. */
export interface Change {
  readonly redos: readonly IMutationInfo[];
  readonly undos: readonly IMutationInfo[];
}

const NO_CHANGE: Change = { redos: [], undos: [] };

export function apply(book: Book, mutations: readonly IMutationInfo[]): void {
  const commands = book.injector.get(ICommandService);
  for (const { id, params } of mutations) {
    if (!commands.syncExecuteCommand(id, params)) throw new Error(`${id} failed`);
  }
}

/** One step back takes all of these back, whatever the spreadsheet's own commands would make of it. */
export function remember(book: Book, changes: readonly Change[]): void {
  book.injector.get(IUndoRedoService).pushUndoRedo({
    unitID: book.id,
    redoMutations: changes.flatMap(({ redos }) => redos),
    undoMutations: changes.toReversed().flatMap(({ undos }) => undos),
  });
}

interface StoredCustom {
  readonly unitId: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

/** The spreadsheet has none for what a workbook stores beside its cells, so nobody would hear of it. */
export const StoreDataMutation: IMutation<StoredCustom> = {
  id: "statut-social.mutation.store-data",
  type: CommandType.MUTATION,
  handler: (accessor, { unitId, custom }) => {
    accessor
      .get(IUniverInstanceService)
      .getUnit<Workbook>(unitId)
      ?.setCustomMetadata({ ...custom });
    return true;
  },
};

export type CellMatrix = IObjectMatrixPrimitiveType<ICellData>;

export function cellChange(book: Book, sheetId: string, cellValue: CellMatrix): Change {
  const params = { unitId: book.id, subUnitId: sheetId, cellValue };
  return {
    redos: [{ id: SetRangeValuesMutation.id, params }],
    undos: [{ id: SetRangeValuesMutation.id, params: SetRangeValuesUndoMutationFactory(book.injector, params) }],
  };
}

const NOTE_SIZE = { width: 320, height: 160 };

/** Puts a note on a cell instead of the one that it has; null takes that away. */
export function noteChange(book: Book, sheetId: string, row: number, col: number, text: string | null): Change {
  const old = book.injector.get(SheetsNoteModel).getNote(book.id, sheetId, { row, col });
  const cell = { unitId: book.id, sheetId, row, col };
  const remove = { id: RemoveNoteMutation.id, params: cell };
  const restore = old ? { id: UpdateNoteMutation.id, params: { ...cell, note: { ...old } } } : remove;
  if (text !== null) {
    const note = { ...NOTE_SIZE, ...old, note: text };
    return { redos: [{ id: UpdateNoteMutation.id, params: { ...cell, note } }], undos: [restore] };
  }
  return old ? { redos: [remove], undos: [restore] } : NO_CHANGE;
}

/** Waits for a calculation that runs: waiting for the next one would end with this one. */
export async function calm({ spreadsheet, injector }: Book): Promise<void> {
  const { started, resultApplied } = injector.get(FormulaCalculationSessionService).state;
  if (started && !resultApplied) await spreadsheet.getFormula().onCalculationResultApplied();
}

/** How often to look again whether the engine has begun, which it does 100 ms after the last change. */
const LOOK_AGAIN = 200;

/** Waits until what was written since the spreadsheet was calm is calculated; soon over where there is nothing to calculate. */
export async function calculated({ injector }: Book): Promise<void> {
  const session = injector.get(FormulaCalculationSessionService);
  do await session.waitForLatestApplied(undefined, LOOK_AGAIN);
  while (isCalculationDue(injector));
}
