import { generateRandomId, type IRange } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
} from "@univerjs/preset-sheets-core";
import { inSheet } from "../../formula/addresses";
import {
  type Host,
  type NamedState,
  type Outline,
  PARAMETER_INDEXATION_NAME,
  PARAMETER_YEAR_NAME,
  type Parameters,
  type Place,
  type StoredState,
} from "../../host/host";
import { reader } from "../../i18n";
import {
  growthFormula,
  namedIndexation,
  namedYear,
  requireFit,
  storedList,
  storedParameters,
  storedVersion,
} from "../../host/stored";
import { theme } from "../access/theme";
import { apply, type Book, bookOf, calculated, calm, sheetNamed, StoreDataMutation } from "./book";
import { readName, readRange, selectedCell } from "./cells";
import type { Metadata } from "../metadata";
import { openFile, readFile } from "./file";
import { formulaCells, freeze, noteCells, reenter, unfreeze } from "./freeze";
import { insertBlock, insertSheet } from "./insert";
import { workbenchTrial } from "./trial";
import { tryNumbers } from "./try-numbers";

/** The workbench's spreadsheet, through Univer's facade and, where one step back is to take back all of an action, its mutations. */
export function workbenchHost(spreadsheet: FUniver, { functions }: Metadata): Host {
  const book = (): Book => bookOf(spreadsheet);
  return {
    name: "workbench",
    hasWorkbook: true,
    displayLanguage: () => reader.language,
    contentLanguage: () => reader.language,
    isDarkTheme: theme.isDark,
    onThemeChange: theme.onChange,

    storedState: () => storedState(book()),
    readNamed: () => readNamed(book()),
    // Nobody else works in it; the names may be edited beside the pane.
    onReturn: (listener) => {
      const { dispose } = book().workbook.onCommandExecuted(({ id }) => {
        if (id === SetDefinedNameMutation.id || id === RemoveDefinedNameMutation.id) listener();
      });
      return dispose;
    },
    keep: ({ parameters, from1904 }) =>
      inTurn(() =>
        storeData(book(), { ...(parameters && stored(parameters)), ...(from1904 !== undefined && { from1904 }) }),
      ),
    writeAsksTrust: (asksTrust) => inTurn(() => storeData(book(), { asksTrust })),
    writeParameters: (parameters) => writeParameters(book(), parameters),
    writeOwnFigures: async (list, isEqual = false) => {
      storeData(book(), { ownFigures: list });
      if (!isEqual) await recalculate(book());
    },
    writeDataVersion: (version) => inTurn(() => storeData(book(), { dataVersion: version })),
    recalculate: () => recalculate(book()),

    selectedCell: () => inTurn(() => selectedCell(book())),
    selectedRange: () => inTurn(() => selectedRange(book())),
    select: (place) => inTurn(() => select(book(), place)),
    onSelectionChange: (listener) => {
      const { dispose } = book().workbook.onCommandExecuted(({ id }) => {
        if (id === SetSelectionsOperation.id || id === SetWorksheetActiveOperation.id) listener();
      });
      return dispose;
    },

    readRanges: (ranges, { signal } = {}) =>
      inTurn(() => ranges.map((range) => (signal?.aborted ? null : readRange(book(), range)))),
    readNames: (names) => readNames(book(), names),
    // Univer has none.
    readTables: (names) => Promise.resolve(names.map(() => null)),

    insertBlock: (block) => insertBlock(book(), block),
    insertSheet: (plan, work) => insertSheet(book(), plan, work),

    outline: () => inTurn(() => outline(book())),
    formulaCells: (filter, work) => formulaCells(book(), filter, work),
    noteCells: (filter, work) => noteCells(book(), filter, work),
    protectedSheets: () => Promise.resolve([]),
    freeze: (cells, work) => freeze(book(), cells, work),
    unfreeze: (cells, work) => unfreeze(book(), cells, work),
    reenter: (cells, work) => reenter(book(), cells, work),
    readFile: (work) => readFile(book(), functions, work),
    openFile: (bytes, named) => openFile(book(), bytes, named),
    tryNumbers: (attempt) => tryNumbers(book(), attempt),
    openTrial: () => Promise.resolve(workbenchTrial(book, reader.language)),
  };
}

/** Univer answers at once; whoever asks wants a promise, also of an error. */
function inTurn<Answer>(ask: () => Answer): Promise<Answer> {
  return new Promise((resolve) => resolve(ask()));
}

/** What the workbook stores of us, beside its cells. */
interface StoredData {
  readonly parameterYear?: unknown;
  readonly indexation?: unknown;
  readonly dataVersion?: unknown;
  readonly ownFigures?: unknown;
  readonly from1904?: unknown;
  readonly asksTrust?: unknown;
}

function storedState({ workbook }: Book): StoredState {
  const { parameterYear, indexation, dataVersion, ownFigures, from1904, asksTrust }: StoredData =
    workbook.getCustomMetadata() ?? {};
  return {
    ...storedParameters(parameterYear, indexation),
    dataVersion: storedVersion(dataVersion),
    ownFigures: storedList(ownFigures),
    from1904: from1904 === true,
    asksTrust: asksTrust === true,
  };
}

const stored = ({ year, indexation }: Parameters): StoredData => ({ parameterYear: year, indexation });

async function readNamed(book: Book): Promise<NamedState> {
  const year = await readName(book, PARAMETER_YEAR_NAME);
  const indexation = await readName(book, PARAMETER_INDEXATION_NAME);
  return {
    namedYear: namedYear(year),
    namedIndexation: namedIndexation(indexation),
    // Nobody else has the list in hand.
    namedFigures: null,
    // Univer has one way to count days.
    from1904: false,
  };
}

function storeData(book: Book, data: StoredData): void {
  const custom = { ...book.workbook.getCustomMetadata(), ...data };
  apply(book, [{ id: StoreDataMutation.id, params: { unitId: book.id, custom } }]);
}

/** Not a step that Ctrl+Z takes back: the names would change without what is stored, and without the pane. */
async function writeParameters(book: Book, parameters: Parameters): Promise<void> {
  requireFit(parameters);
  const { year, indexation } = parameters;
  storeData(book, stored(parameters));
  define(book, PARAMETER_YEAR_NAME, `=${year}`);
  if (indexation !== null || book.workbook.getDefinedName(PARAMETER_INDEXATION_NAME)) {
    define(book, PARAMETER_INDEXATION_NAME, indexation === null ? '=""' : growthFormula(indexation));
  }
  await recalculate(book);
}

function define(book: Book, name: string, definition: string): void {
  const known = book.workbook
    .getDefinedNames()
    .find((defined) => defined.getName() === name)
    ?.toBuilder()
    .build();
  const params = { id: generateRandomId(), unitId: book.id, name, ...known, formulaOrRefString: definition };
  apply(book, [{ id: SetDefinedNameMutation.id, params }]);
}

const outline = ({ workbook }: Book): Outline => ({
  sheets: workbook.getSheets().map((sheet) => sheet.getSheetName()),
  names: workbook
    .getDefinedNames()
    .map((defined) => ({ name: defined.getName(), formula: `=${defined.getFormulaOrRefString().replace(/^=/, "")}` })),
});

async function recalculate(book: Book): Promise<void> {
  await calm(book);
  book.spreadsheet.getFormula().executeCalculation();
  await calculated(book);
}

function selectedRange({ workbook }: Book): string {
  const sheet = workbook.getActiveSheet();
  const range = sheet.getActiveRange() ?? sheet.getRange(0, 0);
  return inSheet(sheet.getSheetName(), range.getA1Notation());
}

function select(book: Book, { sheet: name, address }: Place): void {
  const sheet = sheetNamed(book, name);
  const range = sheet.getRange(address);
  const [row, column] = [range.getRow(), range.getColumn()];
  const inFront = sheet.getSheetId() === book.workbook.getActiveSheet().getSheetId();
  sheet.activate();
  range.activate();
  const { startRow, endRow, startColumn, endColumn } = sheet.getVisibleRange() ?? NOTHING;
  const isVisible = row >= startRow && row < endRow && column >= startColumn && column < endColumn;
  if (!inFront || !isVisible) {
    sheet.scrollToCell(firstInSight(row, endRow - startRow), firstInSight(column, endColumn - startColumn));
  }
}

const NOTHING: IRange = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 };
/** Rows or columns that stay in sight before one that is scrolled to. */
const BEFORE = 5;

/** The start of the sheet where what is looked for shows from there. */
function firstInSight(index: number, visible: number): number {
  return index < visible ? 0 : Math.max(0, index - BEFORE);
}

/** One after the other: the engine evaluates one set of formulas at a time. */
async function readNames(book: Book, names: readonly string[]): ReturnType<Host["readNames"]> {
  const values = [];
  for (const name of names) values.push(await readName(book, name));
  return values;
}
