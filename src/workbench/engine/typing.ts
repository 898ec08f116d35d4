import {
  CanceledError,
  CellValueType,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  ICommandService,
  type ICellData,
  type Injector,
  IUniverInstanceService,
} from "@univerjs/core";
import {
  AFTER_CELL_EDIT,
  IEditorBridgeService,
  KeyCode,
  serializeRange,
  SetCellEditVisibleOperation,
  SheetInterceptorService,
} from "@univerjs/preset-sheets-core";
import { fromSyntax } from "../../formula/syntax";
import { reader, recordOf, t } from "../../i18n";
import { dataOf, EMPTY, formulaOf } from "./cell-data";
import { whyUnclear } from "./refused";
import type { Shown } from "./shown";
import { unclear, valueTyped } from "./unclear";

/** Says something of what was typed or pasted, until another cell is selected. */
export type Tell = (sentence: string) => void;

/**
 * Reads what is typed as people of the language mean it. The spreadsheet would read it in the American way, and write the numbers of
 * a formula anew.
 */
export function readTyping(injector: Injector, shown: Shown, tell: Tell): void {
  let typed: string | undefined;
  let isText = false;
  let refused = "";
  const editor = injector.get(IEditorBridgeService);

  const check = (keycode: KeyCode | undefined): void => {
    const at = editor.getEditLocation();
    if (!editor.isVisible().visible || !at || keycode === KeyCode.ESC) return;
    typed = typedIn(injector);
    const cell = serializeRange({ startRow: at.row, endRow: at.row, startColumn: at.column, endColumn: at.column });
    const why = shown.isUnchanged(at.unitId, at.sheetId, at.row, at.column, typed)
      ? undefined
      : unclear(cell, typed, reader.language);
    const again = [at.unitId, at.sheetId, cell, typed].join("\n");
    isText = why !== undefined && again === refused;
    refused = why === undefined || isText ? "" : again;
    if (refused === "") return;
    tell(`${whyUnclear(cell, typed, why!)} ${t("workbench:typed/again")}`);
    throw new CanceledError();
  };
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== SetCellEditVisibleOperation.id) return;
    const { visible, keycode } = params as { visible: boolean; keycode?: KeyCode };
    if (!visible) check(keycode);
  });

  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: 100,
    handler: (cell, at, next) => {
      const text = typed;
      typed = undefined;
      // What has a type by now was typed as a text, or into a cell of texts; rich texts are no values.
      if (!cell || text === undefined || cell.p || cell.t !== undefined) return next(cell);
      const { unitId, subUnitId, row, col, worksheet } = at;
      const own = worksheet.getCellRaw(row, col);
      if (shown.isUnchanged(unitId, subUnitId, row, col, text)) return { ...own };
      const data = isText ? { ...EMPTY, v: text, t: CellValueType.FORCE_STRING } : written(text, at);
      isText = false;
      if (data === undefined) return next(cell);
      const isSame = data.f !== null && data.f === own?.f;
      return isSame ? { ...own } : { ...(own?.s ? { s: own.s } : {}), ...data };
    },
  });

  const written = (text: string, at: Parameters<typeof dataOf>[1]): ICellData | undefined => {
    if (text.startsWith("=") && text.length > 1) {
      return { ...EMPTY, f: formulaOf(injector, fromSyntax(text, recordOf(reader.language).excel) ?? text) };
    }
    const read = valueTyped(text, reader.language);
    return read && dataOf(read, at);
  };
}

const typedIn = (injector: Injector): string =>
  injector
    .get(IUniverInstanceService)
    .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY)
    ?.getSnapshot()
    .body?.dataStream.replace(/\r\n$/, "") ?? "";
