import type { FUniver } from "@univerjs/core/facade";
import {
  type CellValue,
  HorizontalAlign,
  type ICellInterceptor,
  InterceptorEffectEnum,
  type Nullable,
  WrapStrategy,
} from "@univerjs/core";
import { IEditorBridgeService, ISheetClipboardService } from "@univerjs/preset-sheets-core";
import { SheetDataValidationModel } from "@univerjs/preset-sheets-data-validation";
import type { Host } from "../host/host";
import { bookOf, calculated } from "./host/book";

/** What the browser tests may ask of the page beside what a user sees: a canvas has no cells to look into. */
export interface TestApi {
  /** What the pane talks to. */
  readonly host: Host;
  /** Writes a value or a formula and waits for the results. */
  set(cell: string, content: string | number | null): Promise<void>;
  select(cell: string): void;
  /** The value behind the format. */
  value(cell: string): Nullable<CellValue>;
  /** The text as shown. */
  text(cell: string): string;
  formula(cell: string): string;
  /** How it is drawn: where on the sheet, in pixels, and in which style. */
  look(cell: string): Look;
  note(cell: string): string | null;
  /** Names of the sheets, as on their tabs. */
  sheets(): string[];
  /** Whether a cell is open to be typed into. */
  isEditing(): boolean;
  /** What Ctrl+V does with these; whether anything was pasted. */
  paste(text: string, html: string): Promise<boolean>;
  /** Brings a sheet to the front. */
  open(sheet: string): void;
  /** Puts empty rows in front of the one with this number. */
  insertRows(row: number, count: number): Promise<void>;
  zoom(ratio: number): void;
  /** Adds a copy of the sheet in front, and brings it there. */
  copySheet(): Promise<void>;
  /** What Ctrl+Z does in the sheet. */
  undo(): Promise<void>;
  redo(): Promise<void>;
  whenCalculated(): Promise<void>;
  /** Keeps at once what is kept a moment after a change. */
  keep(): Promise<void>;
}

interface Look {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly font: string;
  readonly wraps: boolean;
  readonly isRight: boolean;
  readonly hasList: boolean;
}

export function testApi(spreadsheet: FUniver, host: Host, keep: TestApi["keep"]): TestApi {
  const workbook = () => spreadsheet.getActiveWorkbook()!;
  const sheet = () => workbook().getActiveSheet();
  const range = (cell: string) => sheet().getRange(cell);
  const whenCalculated = () => calculated(bookOf(spreadsheet));
  return {
    host,
    set: async (cell, content) => {
      if (content === null) range(cell).clearContent();
      else range(cell).setValue(content);
      await whenCalculated();
    },
    select: (cell) => void range(cell).activate(),
    // A spilled value stands in no cell of its own: it is laid over the cell, and the format over both.
    value: (cell) => {
      const [row, column] = [range(cell).getRow(), range(cell).getColumn()];
      const unformatted = sheet()
        .getSheet()
        .getCellWithFilteredInterceptors(
          row,
          column,
          "value",
          ({ effect }: ICellInterceptor<unknown, unknown>) => effect === InterceptorEffectEnum.Value,
        );
      return unformatted?.v;
    },
    text: (cell) => range(cell).getDisplayValue(),
    formula: (cell) => range(cell).getFormula(),
    look: (cell) => {
      const place = sheet().getCellMergeData(range(cell).getRow(), range(cell).getColumn()) ?? range(cell);
      const first = sheet().getRange(place.getRow(), place.getColumn()).getCellRect();
      const last = sheet().getRange(place.getLastRow(), place.getLastColumn()).getCellRect();
      const { injector, id } = bookOf(spreadsheet);
      const rules = injector.get(SheetDataValidationModel);
      const style = range(cell).getCellStyleData() ?? {};
      const size = ((style.fs ?? 11) * 4) / 3;
      return {
        left: first.left,
        top: first.top,
        width: last.right - first.left,
        height: last.bottom - first.top,
        font: `${style.bl ? "bold " : ""}${size}px ${style.ff ?? "Arial"}`,
        wraps: style.tb === WrapStrategy.WRAP,
        isRight: style.ht === HorizontalAlign.RIGHT,
        hasList: Boolean(
          rules.getRuleByLocation(id, sheet().getSheetId(), range(cell).getRow(), range(cell).getColumn()),
        ),
      };
    },
    note: (cell) => range(cell).getNote()?.note ?? null,
    sheets: () =>
      workbook()
        .getSheets()
        .map((one) => one.getSheetName()),
    isEditing: () => bookOf(spreadsheet).injector.get(IEditorBridgeService).isVisible().visible,
    paste: async (text, html) => {
      const { injector } = bookOf(spreadsheet);
      const isPasted = await injector.get(ISheetClipboardService).legacyPaste(html, text);
      await whenCalculated();
      return isPasted;
    },
    open: (name) => void workbook().getSheetByName(name)!.activate(),
    insertRows: async (row, count) => {
      sheet().insertRows(row - 1, count);
      await whenCalculated();
    },
    zoom: (ratio) => void sheet().zoom(ratio),
    copySheet: async () => {
      workbook().duplicateActiveSheet();
      await whenCalculated();
    },
    undo: async () => {
      workbook().undo();
      await whenCalculated();
    },
    redo: async () => {
      workbook().redo();
      await whenCalculated();
    },
    whenCalculated,
    keep,
  };
}
