import type { TableContent } from "../formula/tables";
import type { Area, CellValue, Place } from "../formula/values";

export type { Area, CellValue, Place, TableContent };

/** What the pane may ask of the spreadsheet around it, whichever that is. */
export interface Host {
  readonly name: "excel" | "workbench" | "preview";
  /** False where the pane is open without a spreadsheet: nothing can be stored or inserted. */
  readonly hasWorkbook: boolean;
  /** Language tag of the menus, such as fr-BE. */
  displayLanguage(): string;
  /** Language tag of numbers and dates in the cells. */
  contentLanguage(): string;
  isDarkTheme(): boolean;
  /** Calls back when the theme is another one; the result stops that. Excel never says so. */
  onThemeChange(listener: () => void): () => void;

  /** What the workbook keeps of us. It is told at once, for no cell may be calculated before year and own figures are known. */
  storedState(): StoredState;
  /** What its names say and how it counts its days, as soon as the spreadsheet answers. */
  readNamed(): Promise<NamedState>;
  /** Calls back when the user turns to the pane or the workbook again, where others may have changed it; the result stops that. */
  onReturn(listener: () => void): () => void;
  /** Stores what was told by names and options, so that it is known at once next time. Nothing is named or calculated. */
  keep(told: Told): Promise<void>;
  /** Whether Excel may ask people without the add-in to trust it when they open the workbook. */
  writeAsksTrust(asks: boolean): Promise<void>;
  /** Stores year and indexation in the workbook, shows them as defined names and recalculates. Throws a RangeError on what is neither. */
  writeParameters(parameters: Parameters): Promise<void>;
  /** Stores the list of the workbook's own figures, "" for none, and recalculates, unless `isEqual`: no answer changes by it. */
  writeOwnFigures(list: string, isEqual?: boolean): Promise<void>;
  /** Stores with which data the workbook is calculated. */
  writeDataVersion(version: string): Promise<void>;
  /** Recalculates every formula of the workbook, also those whose cells did not change. */
  recalculate(): Promise<void>;

  /** The cell that is selected, or the upper left one of the range that is. */
  selectedCell(): Promise<CellContent>;
  /** The selected range, as a formula names it from any sheet: 'My sheet'!A2:A10. */
  selectedRange(): Promise<string>;
  /** Selects a cell and brings its sheet to the front. */
  select(place: Place): Promise<void>;
  /** Calls back when another cell is selected; the result stops that. */
  onSelectionChange(listener: () => void): () => void;

  /**
   * Values of ranges, by rows; null for a blank cell, "#N/A" and its like for an error. "B2#" is what the
   * formula of B2 fills. A range that does not exist is null, and so is one
   * of more than MOST_CELLS cells, and what was not read when the work was cancelled.
   */
  readRanges(ranges: readonly Place[], work?: Pick<Work, "signal">): Promise<(CellValue[][] | null)[]>;
  /** What defined names stand for; null for a name that the workbook does not have. */
  readNames(names: readonly string[]): Promise<(CellValue[][] | null)[]>;
  /** Tables by their names; "" is the one around a cell. Null for a table that the workbook does not have. */
  readTables(names: readonly string[], around: Place): Promise<(TableContent | null)[]>;

  /** Writes a block with its upper left corner in the selected cell; the address. Throws an InsertRefused rather than overwrite a cell. */
  insertBlock(block: Block): Promise<string>;
  /**
   * Adds a sheet, brings it to the front and returns its name, which differs from the wish where that is taken. Where it is cancelled, it
   * rejects with the reason of the signal, and nothing is there.
   */
  insertSheet(sheet: SheetPlan, work?: Pick<Work, "signal" | "onProgress">): Promise<string>;

  /** What formulas of the workbook can name. */
  outline(): Promise<Outline>;
  /** The cells of the workbook whose formula the filter takes, sheet by sheet. */
  formulaCells(filter: (formula: string) => boolean, work?: Work): Promise<FormulaCell[]>;
  /** The notes of the workbook that the filter takes. */
  noteCells(filter: (text: string) => boolean, work?: Work): Promise<NoteCell[]>;
  /** Names of the sheets that are protected: their cells cannot be changed. */
  protectedSheets(): Promise<string[]>;
  /**
   * Puts values in the place of formulas, each with its note, which is there before the formula goes, so that whatever fails half-way can
   * be taken back. Cells are read again with each step: one that is no longer what was planned stays as it is, and is told to `onChanged`.
   * Returns how many were gone through before the work was cancelled.
   */
  freeze(cells: readonly FreezeCell[], work?: Work): Promise<number>;
  /** Puts the formulas back; the note is replaced by `note`, or removed where that is null. Cells that changed stay, as in freezing. */
  unfreeze(cells: readonly UnfreezeCell[], work?: Work): Promise<number>;
  /** Enters formulas again, as somebody would type them. Cells are read again with each step, as in freezing; returns the same. */
  reenter(cells: readonly ReenterCell[], work?: Work): Promise<number>;

  /** The workbook as an .xlsx file, as it is now; null where the work was cancelled. Throws an Unsupported where the spreadsheet does not hand it over. */
  readFile(work?: Work): Promise<Uint8Array | null>;
  /** Gives the user a file: as another workbook that nobody has saved yet, or as a download with a name made of the workbook's. */
  openFile(bytes: Uint8Array, named: (workbook: string) => string): Promise<"opened" | { readonly saved: string }>;

  /**
   * Tries numbers in cells, one set after the other, and tells `search` what the watched cell shows by them once it is calculated. What the
   * search comes to in the end stays, and one step of Undo takes it back; where it comes to nothing, fails or is stopped, the cells are as
   * they were. Throws a TryRefused for a cell in which nothing can be tried.
   */
  tryNumbers(attempt: Attempt, work?: Pick<Work, "signal">): Promise<void>;

  /** For the self-test; loaded when it is asked for. */
  openTrial(): Promise<Trial>;
}

/** Numbers for the cells that change, in their order; null empties one. */
export type Numbers = readonly (number | null)[];

export interface Attempt {
  /** Each holds a value, or nothing. */
  readonly cells: readonly Place[];
  readonly watched: Place;
  readonly search: (show: (numbers: Numbers) => Promise<CellValue>) => Promise<Numbers | null>;
}

/** What the workbook keeps of us beside its cells. */
export interface StoredState {
  /** The parameters stored in the workbook; null when nobody chose any. */
  readonly parameters: Parameters | null;
  /** The data with which the workbook was calculated; null when nobody noted it. */
  readonly dataVersion: string | null;
  /** The list of its own figures as it is stored; "" where it has none. */
  readonly ownFigures: string;
  /** What stands in the workbook as year or indexation and cannot be one. Nothing is calculated with it. */
  readonly unfit?: { readonly year: string } | { readonly indexation: string };
  /** Whether the numbers of its days count from 1904, as far as that was seen before. */
  readonly from1904: boolean;
  /** Whether Excel asks people without the add-in to trust it when they open the workbook. */
  readonly asksTrust: boolean;
}

/** What others may change in the workbook at any time. */
export interface NamedState {
  /** What the defined name PARAMETER_YEAR says; null without the name, NaN where it is no number, undefined while it is not told. */
  readonly namedYear: number | null | undefined;
  /** The same of PARAMETER_INDEXATION, as decimal text; null also where it is an empty text. What is no number is not told. */
  readonly namedIndexation: string | null | undefined;
  /** The mark of the list of own figures that was stored last, by whomever; null where none was, undefined while it is not told. */
  readonly namedFigures: number | null | undefined;
  /** Whether the numbers of its days count from 1904; undefined while it is not told. */
  readonly from1904: boolean | undefined;
}

export interface WorkbookState extends StoredState, Omit<NamedState, "from1904"> {}

/** What names and options told. */
export interface Told {
  readonly parameters?: Parameters;
  readonly from1904?: boolean;
}

export interface Parameters {
  /** From 2015 to 2100. */
  readonly year: number;
  /** Assumed yearly growth of the index as decimal text above -1 and up to 1 ("0.02"), for a year whose figures are not published; else null. */
  readonly indexation: string | null;
}

export interface Outline {
  readonly sheets: readonly string[];
  /** The defined names, also those of single sheets, with the formulas that they stand for. */
  readonly names: readonly { readonly name: string; readonly formula: string }[];
}

/** What a cell shows that has no value yet. */
export const PENDING: ReadonlySet<CellValue> = new Set(["#BUSY!", "#GETTING_DATA", "#CONNECT!"]);

/** Of one range: more than a whole column is asked for by nobody. */
export const MOST_CELLS = 1_048_576;

export interface CellContent extends Place {
  /** In the notation of en-US, with "="; null where the cell has none. */
  readonly formula: string | null;
  readonly value: CellValue;
  /** As the cell shows it. */
  readonly text: string;
  /** For a cell that another one's formula fills: that cell, and how far this one is from it. */
  readonly spilledFrom?: {
    readonly address: string;
    readonly formula: string;
    readonly row: number;
    readonly column: number;
  };
}

export interface FormulaCell extends Place {
  readonly formula: string;
  /** Of the cell, and of those that its formula fills. */
  readonly values: CellValue[][];
  readonly note: string | null;
}

export interface NoteCell extends Place {
  readonly text: string;
  /** Null where the cell holds no formula. */
  readonly formula: string | null;
}

export interface FreezeCell extends Place {
  readonly formula: string;
  /** How many rows and columns the formula fills; 1 and 1 for a single value. */
  readonly rows: number;
  readonly columns: number;
  /** What its note says; null where it has none. */
  readonly noteBefore: string | null;
  /** The note that keeps the formula beside these values; null where they cannot stand for it. */
  readonly note: (values: CellValue[][]) => string | null;
}

export interface UnfreezeCell extends Place {
  readonly rows: number;
  readonly columns: number;
  readonly formula: string;
  /** What its note says. */
  readonly noteBefore: string;
  readonly note: string | null;
  /** Whether these values are those that were frozen; null where the formula is back already, and only the note is to go. */
  readonly isUnchanged: ((values: CellValue[][]) => boolean) | null;
}

export interface ReenterCell extends Place {
  readonly formula: string;
  /** What is entered: the same, or what it should say. */
  readonly entered: string;
}

/** Long work: tells how far it is, and stops between two steps when it is cancelled. */
export interface Work {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** A cell that the spreadsheet does not let be changed; the others are done all the same. */
  readonly onRefused?: (cell: Place) => void;
  /** A cell that somebody changed, moved or filled since the work was planned. It may be told more than once. */
  readonly onChanged?: (cell: Place) => void;
}

/** What a cell looks like; the host has the colours. */
export type Style =
  | "title"
  | "subtitle"
  | "section"
  | "head"
  | "headRight"
  | "input"
  | "inputText"
  | "result"
  | "note"
  | "wrapped"
  | "left"
  | "right";

export interface Cell {
  /** Text that starts with "=" is a formula in the notation of en-US, but in a cell that is literal. */
  readonly content?: string | number | boolean;
  /** The content is a text whatever it looks like: what comes from the user's cells is never run. */
  readonly literal?: boolean;
  readonly style?: Style;
  /** Number format in the notation of en-US. */
  readonly format?: string;
}

/** Cells by rows. A cell without content is left as it is but for its style and format. */
export interface Block {
  readonly rows: readonly (readonly Cell[])[];
  readonly charts?: readonly ChartPlan[];
}

export interface ChartPlan {
  readonly kind: "column" | "bar" | "line";
  readonly title: string;
  /** Names of the categories, one column. */
  readonly categories: Area;
  /** A column a series; its name is `names`. */
  readonly series: readonly { readonly name: string; readonly values: Area }[];
  /** Where the chart stands over the cells. */
  readonly place: Area;
  /** Number format of the axis of values. */
  readonly format: string;
}

export interface SheetPlan extends Block {
  readonly name: string;
  /** Of the columns from the first on, in pixels. */
  readonly widths: readonly number[];
  /** The sheet prints on one page wide. */
  readonly landscape: boolean;
  /** The sheet is a letter: it prints on one page as it stands, without its name and the like around it. */
  readonly isLetter?: boolean;
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Words that input cells offer; another one may be typed all the same. */
  readonly choices?: readonly Choices[];
}

export interface Choices {
  readonly row: number;
  readonly column: number;
  /** How many cells one below the other; 1 if absent. */
  readonly rows?: number;
  readonly values: readonly string[];
}

/** What a spreadsheet says of itself; null for what it does not tell. */
export interface Environment {
  /** Program, platform and build, as Office tells them. */
  readonly application: string | null;
  readonly platform: string | null;
  readonly version: string | null;
  /** The highest version that is there of each set of functions that Office.js has; "" for none. */
  readonly sets: Readonly<Record<string, string>> | null;
  /** When the workbook calculates. */
  readonly calculation: string | null;
  /** The decimal sign of formulas that are typed. */
  readonly decimal: string | null;
}

/** Cells by rows: a value, or a formula in the notation of en-US. Null leaves a cell as it is. */
export type Written = readonly (readonly CellValue[])[];

/** How a number is put into a defined name: as the parameters are, or as a decimal number. */
export type NameForm = "ours" | "decimal";

/**
 * What the self-test may do to a workbook beside what every view may: all of it on sheets of its own, which stay behind the user's, and in a
 * setting of its own. What a spreadsheet cannot do is left out.
 */
export interface Trial {
  environment(): Promise<Environment>;
  /** Sheets of former trials that were interrupted. */
  sheets(): Promise<string[]>;
  /** Adds an empty sheet behind the others, without showing it; its name. */
  addSheet(): Promise<string>;
  /** Removes a sheet of a trial with all that hangs on it. Throws rather than remove any other. */
  removeSheet(name: string): Promise<void>;
  write(corner: Place, cells: Written): Promise<void>;
  /** Empties the cells of a trial's sheet, and takes their notes away. */
  clear(sheet: string): Promise<void>;
  /** Enters a formula as people type it. */
  type(cell: Place, formula: string): Promise<void>;
  /** What the card of a cell's error says; "" for nothing. */
  readonly errorMessage?: (cell: Place) => Promise<string>;
  /** Defines a name for a number, which formulas of the sheet can use and those of no other. */
  defineName(sheet: string, name: string, decimal: string, form: NameForm): Promise<void>;
  /** Throws an Unsupported where there are no notes. */
  addNote(cell: Place, text: string): Promise<void>;
  /** Draws a chart beside the cells of a trial's sheet; the values that each of its series then shows. */
  drawChart(sheet: string, plan: ChartPlan): Promise<string[][]>;
  /** Stores a text in the workbook, beside its cells; null takes it away. */
  writeSetting(text: string | null): Promise<void>;
  readSetting(): Promise<string | null>;
}

/** The place chosen for an insertion cannot take it; nothing was changed. */
export class InsertRefused extends Error {
  constructor(
    readonly reason: "occupied" | "edge" | "locked",
    readonly address = "",
  ) {
    super(`${reason}: ${address}`);
  }
}

/** Nothing can be tried in a cell: it holds a formula, is not there or locked, somebody else changed it meanwhile, or it could not be put back. */
export class TryRefused extends Error {
  constructor(
    readonly reason: "formula" | "missing" | "locked" | "changed" | "left",
    readonly cell: Place,
  ) {
    super(`${reason}: ${cell.sheet}!${cell.address}`);
  }
}

/** The spreadsheet is of a version that cannot do it. */
export class Unsupported extends Error {
  constructor(readonly what: "notes" | "files") {
    super(`unsupported: ${what}`);
  }
}

/** The name that holds the mark of the stored list of own figures: names reach everybody who has the file open, settings do not. */
export const OWN_FIGURES_NAME = "OWN_FIGURES_MARK";

/** Names under which the parameters stand in the workbook, for formulas and for whoever reads the file. */
export const PARAMETER_YEAR_NAME = "PARAMETER_YEAR";
export const PARAMETER_INDEXATION_NAME = "PARAMETER_INDEXATION";
