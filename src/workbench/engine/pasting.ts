import { CellValueType, type ICellData, type IRange } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  FormulaDataModel,
  ISheetClipboardService,
  SetSelectionsOperation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColumnCountUndoMutationFactory,
  SetWorksheetRowCountMutation,
  SetWorksheetRowCountUndoMutationFactory,
  type FWorksheet,
} from "@univerjs/preset-sheets-core";
import { COLUMNS, ROWS } from "../../formula/addresses";
import { fromSyntax } from "../../formula/syntax";
import { reader, recordOf, t } from "../../i18n";
import { pause } from "../../host/turns";
import { apply, type Book, bookOf, calm, cellChange, type CellMatrix, type Change, remember } from "../host/book";
import { addressOf, selectedPlace } from "../host/cells";
import { dataOf, EMPTY, formulaOf } from "./cell-data";
import { gridOf } from "./grid";
import { whyUnclear } from "./refused";
import type { Tell } from "./typing";
import { unclear, valueTyped } from "./unclear";

const MOST_CELLS = 500_000;
/** So many rows at once leave the page time to answer. */
const STEP = 100;
/** More names of cells help nobody. */
const MOST_NAMED = 5;

/** What comes from elsewhere is read as if it were typed; what was copied in the sheet itself is pasted by the spreadsheet. */
export function readPasted(spreadsheet: FUniver, tell: Tell): void {
  const clipboard = bookOf(spreadsheet).injector.get(ISheetClipboardService);
  const [byKey, byMenu] = [clipboard.legacyPaste.bind(clipboard), clipboard.paste.bind(clipboard)];
  let refused = "";

  const take = async (text: string): Promise<boolean> => {
    const book = bookOf(spreadsheet);
    const { sheet, row, column } = selectedPlace(book);
    const again = [sheet.getSheetId(), row, column, text].join("\n");
    const answer = await paste(book, text, again === refused);
    refused = answer?.isAsked ? again : "";
    if (answer) tell(answer.sentence);
    return answer === undefined;
  };
  const isOurs = (html = ""): boolean => html.includes("data-copy-id");

  clipboard.legacyPaste = async (html, text, files) => (!text || isOurs(html) ? byKey(html, text, files) : take(text));
  clipboard.paste = async (item, kind) => {
    const read = async (type: string): Promise<string> =>
      item.types.includes(type) ? (await item.getType(type)).text() : "";
    const [html, text] = [await read("text/html"), await read("text/plain")];
    return text === "" || isOurs(html) ? byMenu(item, kind) : take(text);
  };
}

/** Why nothing was pasted; with `isAsked` a second try keeps as texts what is unclear. */
interface Answer {
  readonly sentence: string;
  readonly isAsked?: boolean;
}

async function paste(book: Book, text: string, keepsTexts: boolean): Promise<Answer | undefined> {
  await calm(book);
  const { sheet, row, column } = selectedPlace(book);
  const grid = gridOf(text);
  const columns = grid.reduce((most, { length }) => Math.max(most, length), 0);
  const range = { startRow: row, endRow: row + grid.length - 1, startColumn: column, endColumn: column + columns - 1 };
  const inTheWay = obstacle(book, sheet, range);
  if (inTheWay !== undefined) return { sentence: inTheWay };

  const place = (down: number, across: number) => addressOf(row + down, column + across);
  const doubts = grid.flatMap((cells, down) =>
    cells.flatMap((given, across) => {
      const why = unclear(place(down, across), given.trim(), reader.language);
      return why === undefined ? [] : [{ cell: place(down, across), given, why }];
    }),
  );
  if (doubts.length > 0 && !keepsTexts) {
    const [{ cell, given, why } = doubts[0]!] = doubts;
    const named =
      doubts
        .slice(0, MOST_NAMED)
        .map((one) => one.cell)
        .join(", ") + (doubts.length > MOST_NAMED ? ", …" : "");
    const sentences = [t("workbench:pasted/unclear", { cells: named }), whyUnclear(cell, given.trim(), why)];
    return { sentence: [...sentences, t("workbench:pasted/again")].join(" "), isAsked: true };
  }
  const worksheet = sheet.getSheet();
  const matrix: CellMatrix = {};
  grid.forEach((cells, down) => {
    const line: Record<number, ICellData> = (matrix[row + down] = {});
    for (let across = 0; across < columns; across++) {
      const at = { worksheet, row: row + down, col: column + across };
      line[column + across] = contentOf(book, cells[across]?.trim() ?? "", at);
    }
  });
  await write(book, sheet, range, matrix);
  return undefined;
}

function contentOf(book: Book, text: string, at: Parameters<typeof dataOf>[1]): ICellData {
  if (text === "") return EMPTY;
  if (text.startsWith("=") && text.length > 1) {
    const formula = fromSyntax(text, recordOf(reader.language).excel);
    if (formula !== null) return { ...EMPTY, f: formulaOf(book.injector, formula) };
  }
  const read = valueTyped(text, reader.language);
  if (read) return dataOf(read, at);
  const isUnclear = unclear("", text, reader.language) !== undefined;
  return { ...EMPTY, v: text, t: isUnclear ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** What keeps a range from being written. */
function obstacle({ injector, id }: Book, sheet: FWorksheet, range: IRange): string | undefined {
  const size = (range.endRow - range.startRow + 1) * (range.endColumn - range.startColumn + 1);
  if (range.endRow >= ROWS || range.endColumn >= COLUMNS || size > MOST_CELLS) return t("workbench:pasted/large");
  const merged = sheet
    .getSheet()
    .getMergeData()
    .find((one) => size > 1 && overlap(one, range));
  if (merged) return t("workbench:pasted/merged", { cell: addressOf(merged.startRow, merged.startColumn) });
  const filled = injector.get(FormulaDataModel).getArrayFormulaRange()[id]?.[sheet.getSheetId()] ?? {};
  for (const [row, columns] of Object.entries(filled))
    for (const [column, spill] of Object.entries(columns as Record<string, IRange>)) {
      const [r, c] = [Number(row), Number(column)];
      const isReplaced = r >= range.startRow && r <= range.endRow && c >= range.startColumn && c <= range.endColumn;
      if (!isReplaced && overlap(spill, range)) return t("workbench:pasted/filled", { cell: addressOf(r, c) });
    }
  return undefined;
}

const overlap = (one: IRange, other: IRange): boolean =>
  one.startRow <= other.endRow &&
  one.endRow >= other.startRow &&
  one.startColumn <= other.endColumn &&
  one.endColumn >= other.startColumn;

/** One step back takes all of it away, the rows that the sheet got for it too. */
async function write(book: Book, sheet: FWorksheet, range: IRange, matrix: CellMatrix): Promise<void> {
  const changes = room(book, sheet, range);
  try {
    for (const { redos } of changes) apply(book, redos);
    for (let from = range.startRow; from <= range.endRow; from += STEP) {
      const rows: CellMatrix = {};
      for (let row = from; row < from + STEP && row <= range.endRow; row++) rows[row] = matrix[row]!;
      const change = cellChange(book, sheet.getSheetId(), rows);
      apply(book, change.redos);
      changes.push(change);
      if (from + STEP <= range.endRow) await pause();
    }
  } finally {
    // What failed half-way can be taken back too.
    remember(book, changes);
  }
  const { startRow: actualRow, startColumn: actualColumn } = range;
  const primary = {
    ...range,
    startRow: actualRow,
    endRow: actualRow,
    startColumn: actualColumn,
    endColumn: actualColumn,
  };
  apply(book, [
    {
      id: SetSelectionsOperation.id,
      params: {
        unitId: book.id,
        subUnitId: sheet.getSheetId(),
        selections: [
          {
            range,
            primary: { ...primary, actualRow, actualColumn, isMerged: false, isMergedMainCell: false },
            style: null,
          },
        ],
      },
    },
  ]);
}

function room(book: Book, sheet: FWorksheet, { endRow, endColumn }: IRange): Change[] {
  const changes: Change[] = [];
  const params = { unitId: book.id, subUnitId: sheet.getSheetId() };
  if (endRow >= sheet.getMaxRows()) {
    const rows = { ...params, rowCount: endRow + 1 };
    const undo = SetWorksheetRowCountUndoMutationFactory(book.injector, rows);
    changes.push({
      redos: [{ id: SetWorksheetRowCountMutation.id, params: rows }],
      undos: [{ id: SetWorksheetRowCountMutation.id, params: undo }],
    });
  }
  if (endColumn >= sheet.getMaxColumns()) {
    const columns = { ...params, columnCount: endColumn + 1 };
    const undo = SetWorksheetColumnCountUndoMutationFactory(book.injector, columns);
    changes.push({
      redos: [{ id: SetWorksheetColumnCountMutation.id, params: columns }],
      undos: [{ id: SetWorksheetColumnCountMutation.id, params: undo }],
    });
  }
  return changes;
}
