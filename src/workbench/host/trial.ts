import {
  generateRandomId,
  type ICellData,
  IUndoRedoService,
  mergeWorksheetSnapshotWithDefault,
  type Nullable,
} from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveDefinedNameMutation,
  RemoveSheetMutation,
  SetDefinedNameMutation,
  type FWorksheet,
} from "@univerjs/preset-sheets-core";
import { RemoveNoteMutation } from "@univerjs/preset-sheets-note";
import { fromSyntax } from "../../formula/syntax";
import type { CellValue, Trial, Written } from "../../host/host";
import { growthFormula } from "../../host/stored";
import { isTrialSheet, requireTrialSheet, TRIAL_SETTING, trialSheetName } from "../../host/trial";
import { type Language, recordOf } from "../../i18n";
import { addCharts, removeCharts, seriesShown } from "../charts";
import type { ErrorNote } from "../sheet-functions";
import { EMPTY } from "../engine/cell-data";
import {
  apply,
  type Book,
  calculated,
  calm,
  cellChange,
  type CellMatrix,
  noteChange,
  sheetNamed,
  StoreDataMutation,
} from "./book";
import { valueData } from "./cells";

/** Room for the longest column of the self-test. */
const ROWS = 30_000;
const COLUMNS = 60;

/** The workbench as the self-test tries it. */
export function workbenchTrial(book: () => Book, language: Language): Trial {
  const notation = recordOf(language).excel;
  return {
    environment: () =>
      Promise.resolve({
        application: null,
        platform: null,
        version: null,
        sets: null,
        calculation: null,
        decimal: notation.decimal,
      }),
    sheets: () => Promise.resolve(sheetsOf(book()).filter(isTrialSheet)),
    addSheet: async () => {
      await calm(book());
      return addSheet(book());
    },
    removeSheet: async (name) => {
      requireTrialSheet(name);
      await calm(book());
      removeSheet(book(), name);
    },
    write: async ({ sheet, address }, cells) => {
      requireTrialSheet(sheet);
      await change(book(), sheet, matrixOf(sheetNamed(book(), sheet), address, cells));
    },
    type: async ({ sheet, address }, formula) => {
      requireTrialSheet(sheet);
      const read = fromSyntax(formula, notation);
      if (read === null) throw Object.assign(new Error("no formula"), { code: "InvalidArgument" });
      await change(book(), sheet, matrixOf(sheetNamed(book(), sheet), address, [[read]]));
    },
    clear: async (name) => {
      requireTrialSheet(name);
      const matrix: CellMatrix = {};
      const sheet = sheetNamed(book(), name);
      removeNotes(book(), sheet);
      sheet
        .getSheet()
        .getCellMatrix()
        .forValue((row, column) => {
          (matrix[row] ??= {})[column] = EMPTY;
        });
      await change(book(), name, matrix);
    },
    errorMessage: ({ sheet, address }) => {
      const cell = cellAt(sheetNamed(book(), sheet), address);
      const note = cell?.custom as Nullable<ErrorNote>;
      return Promise.resolve(note?.code === cell?.v ? (note?.message ?? "") : "");
    },
    defineName: (sheet, name, decimal) => defineName(book(), sheet, name, decimal),
    addNote: async ({ sheet, address }, text) => {
      requireTrialSheet(sheet);
      const on = sheetNamed(book(), sheet);
      const { startRow, startColumn } = on.getRange(address).getRange();
      apply(book(), noteChange(book(), on.getSheetId(), startRow, startColumn, text).redos);
      return Promise.resolve();
    },
    drawChart: (name, plan) => {
      requireTrialSheet(name);
      const sheetId = sheetNamed(book(), name).getSheetId();
      addCharts(book(), sheetId, [plan]);
      return Promise.resolve(seriesShown(book(), sheetId).map((values) => values.map(String)));
    },
    writeSetting: (text) => {
      const others: Record<string, unknown> = { ...book().workbook.getCustomMetadata() };
      delete others[TRIAL_SETTING];
      const custom = text === null ? others : { ...others, [TRIAL_SETTING]: text };
      apply(book(), [{ id: StoreDataMutation.id, params: { unitId: book().id, custom } }]);
      return Promise.resolve();
    },
    readSetting: () => {
      const stored: unknown = book().workbook.getCustomMetadata()?.[TRIAL_SETTING];
      return Promise.resolve(typeof stored === "string" ? stored : null);
    },
  };
}

const sheetsOf = ({ workbook }: Book): string[] => workbook.getSheets().map((sheet) => sheet.getSheetName());

function addSheet(book: Book): string {
  const sheet = mergeWorksheetSnapshotWithDefault({
    id: generateRandomId(),
    name: trialSheetName(sheetsOf(book)),
    rowCount: ROWS,
    columnCount: COLUMNS,
  });
  const params = { unitId: book.id, index: book.workbook.getNumSheets(), sheet };
  keepingSelection(book, () => apply(book, [{ id: InsertSheetMutation.id, params }]));
  return sheet.name;
}

/** Univer shows a sheet that is added. */
function keepingSelection({ workbook }: Book, act: () => void): void {
  const sheet = workbook.getActiveSheet();
  const range = sheet.getActiveRange();
  act();
  sheet.activate();
  range?.activate();
}

/** What there was to undo goes too, as in Excel: some of it may be of this sheet. */
function removeSheet(book: Book, name: string): void {
  const sheet = sheetNamed(book, name);
  const sheetId = sheet.getSheetId();
  const names = book.workbook
    .getDefinedNames()
    .map((defined) => defined.toBuilder().build())
    .filter(({ localSheetId }) => localSheetId === sheetId);
  removeNotes(book, sheet);
  removeCharts(book, sheetId);
  apply(book, [
    ...names.map((params) => ({ id: RemoveDefinedNameMutation.id, params: { ...params, unitId: book.id } })),
    { id: RemoveSheetMutation.id, params: { unitId: book.id, subUnitId: sheetId, subUnitName: name } },
  ]);
  book.injector.get(IUndoRedoService).clearUndoRedo(book.id);
}

function removeNotes(book: Book, sheet: FWorksheet): void {
  const cell = { unitId: book.id, sheetId: sheet.getSheetId() };
  apply(
    book,
    sheet.getNotes().map(({ row, col }) => ({ id: RemoveNoteMutation.id, params: { ...cell, row, col } })),
  );
}

async function change(book: Book, name: string, cellValue: CellMatrix): Promise<void> {
  await calm(book);
  apply(book, cellChange(book, sheetNamed(book, name).getSheetId(), cellValue).redos);
  await calculated(book);
}

function matrixOf(sheet: FWorksheet, corner: string, cells: Written): CellMatrix {
  const [row, column] = [sheet.getRange(corner).getRow(), sheet.getRange(corner).getColumn()];
  return Object.fromEntries(
    cells.map((values, down) => [
      row + down,
      Object.fromEntries(
        values.flatMap((value, across) => (value === null ? [] : [[column + across, dataOf(value)] as const])),
      ),
    ]),
  );
}

const dataOf = (value: CellValue): ICellData =>
  typeof value === "string" && value.startsWith("=") ? { ...EMPTY, f: value } : { ...EMPTY, ...valueData(value) };

function cellAt(sheet: FWorksheet, address: string): Nullable<ICellData> {
  const cell = sheet.getRange(address);
  return sheet.getSheet().getCellRaw(cell.getRow(), cell.getColumn());
}

async function defineName(book: Book, sheet: string, name: string, decimal: string): Promise<void> {
  requireTrialSheet(sheet);
  const localSheetId = sheetNamed(book, sheet).getSheetId();
  const known = book.workbook
    .getDefinedNames()
    .map((defined) => defined.toBuilder().build())
    .find((defined) => defined.name === name && defined.localSheetId === localSheetId);
  const params = {
    id: generateRandomId(),
    ...known,
    unitId: book.id,
    name,
    localSheetId,
    formulaOrRefString: growthFormula(decimal),
  };
  apply(book, [{ id: SetDefinedNameMutation.id, params }]);
  await calculated(book);
}
