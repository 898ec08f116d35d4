import {
  type Block,
  type CellContent,
  type CellValue,
  type FormulaCell,
  type FreezeCell,
  type Host,
  type NamedState,
  type NoteCell,
  type Outline,
  type Parameters,
  type Place,
  type ReenterCell,
  type SheetPlan,
  type StoredState,
  type TableContent,
  type Told,
  type UnfreezeCell,
  type Work,
  type WorkbookState,
  Unsupported,
} from "../../src/host/host";
import { figuresMark } from "../../src/host/stored";

export const NEW_WORKBOOK: WorkbookState = {
  parameters: null,
  namedYear: null,
  namedIndexation: null,
  namedFigures: null,
  dataVersion: null,
  ownFigures: "",
  from1904: false,
  asksTrust: false,
};

/** A workbook that has chosen its year. */
export const workbookOf = (year: number): WorkbookState => ({
  ...NEW_WORKBOOK,
  parameters: { year, indexation: null },
  namedYear: year,
});

/** A host that keeps what the pane asks of it, and answers what a test has put into it. */
export class FakeHost implements Host {
  readonly name = "excel";
  hasWorkbook = true;
  state: WorkbookState = NEW_WORKBOOK;
  blocks: Block[] = [];
  sheets: SheetPlan[] = [];
  recalculations = 0;
  cell: CellContent = { sheet: "Sheet1", address: "A1", formula: null, value: null, text: "" };
  range = "Sheet1!A1";
  cells: FormulaCell[] = [];
  notes: NoteCell[] = [];
  locked: string[] = [];
  names: Outline["names"][number][] = [];
  frozen: FreezeCell[] = [];
  unfrozen: UnfreezeCell[] = [];
  entered: ReenterCell[] = [];
  /** Values by "sheet!address", and by name. */
  values: Record<string, CellValue[][]> = {};
  /** By their names; "" is the one around the selected cell. */
  tables: Record<string, TableContent> = {};
  /** When set, the next action fails with it. */
  failure: Error | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly returns = new Set<() => void>();

  constructor(private readonly language = "en-GB") {}

  displayLanguage = (): string => this.language;
  contentLanguage = (): string => this.language;
  isDarkTheme = (): boolean => false;
  onThemeChange = (): (() => void) => () => undefined;

  storedState(): StoredState {
    const { parameters, dataVersion, ownFigures, from1904, asksTrust, unfit } = this.state;
    return { parameters, dataVersion, ownFigures, from1904, asksTrust, ...(unfit && { unfit }) };
  }

  /** What the workbook tells of its names and options, where it is not what it keeps. */
  told: Partial<NamedState> = {};
  readNamed = (): Promise<NamedState> => {
    const { namedYear, namedIndexation, namedFigures, from1904 } = this.state;
    return this.attempt(() => ({ namedYear, namedIndexation, namedFigures, from1904, ...this.told }));
  };

  onReturn(listener: () => void): () => void {
    this.returns.add(listener);
    return () => this.returns.delete(listener);
  }

  /** As when the user comes back to the pane. */
  comeBack(): void {
    for (const listener of this.returns) listener();
  }

  keep(told: Told): Promise<void> {
    return this.attempt(() => {
      this.state = { ...this.state, ...told };
    });
  }

  writeAsksTrust(asksTrust: boolean): Promise<void> {
    return this.attempt(() => {
      this.state = { ...this.state, asksTrust };
    });
  }

  writeParameters(parameters: Parameters): Promise<void> {
    return this.attempt(() => {
      this.told = { ...(this.told.from1904 !== undefined && { from1904: this.told.from1904 }) };
      this.state = {
        ...this.state,
        parameters,
        namedYear: parameters.year,
        namedIndexation: parameters.indexation,
      };
    });
  }

  writeOwnFigures(ownFigures: string, isEqual = false): Promise<void> {
    return this.attempt(() => {
      this.told = {};
      this.state = { ...this.state, ownFigures, namedFigures: figuresMark(ownFigures) };
      if (!isEqual) this.recalculations += 1;
    });
  }

  writeDataVersion(dataVersion: string): Promise<void> {
    return this.attempt(() => {
      this.state = { ...this.state, dataVersion };
    });
  }

  recalculate(): Promise<void> {
    return this.attempt(() => {
      this.recalculations += 1;
    });
  }

  selectedCell = (): Promise<CellContent> => this.attempt(() => this.cell);
  selectedRange = (): Promise<string> => this.attempt(() => this.range);

  select({ sheet, address }: Place): Promise<void> {
    return this.attempt(() => this.moveTo({ ...this.cell, sheet, address }));
  }

  onSelectionChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** As when the user selects another cell. */
  moveTo(cell: CellContent): void {
    this.cell = cell;
    for (const listener of this.listeners) listener();
  }

  outline = (): Promise<Outline> =>
    this.attempt(() => ({ sheets: [...new Set(this.cells.map(({ sheet }) => sheet))], names: this.names }));

  readRanges = (ranges: readonly Place[]): Promise<(CellValue[][] | null)[]> =>
    this.attempt(() => ranges.map(({ sheet, address }) => this.values[`${sheet}!${address}`] ?? null));

  readNames = (names: readonly string[]): Promise<(CellValue[][] | null)[]> =>
    this.attempt(() => names.map((name) => this.values[name] ?? null));

  readTables = (names: readonly string[]): Promise<(TableContent | null)[]> =>
    this.attempt(() => names.map((name) => this.tables[name] ?? null));

  insertBlock(block: Block): Promise<string> {
    return this.attempt(() => {
      this.blocks.push(block);
      return "Sheet1!A1";
    });
  }

  insertSheet(sheet: SheetPlan): Promise<string> {
    return this.attempt(() => {
      this.sheets.push(sheet);
      return sheet.name;
    });
  }

  formulaCells = (filter: (formula: string) => boolean): Promise<FormulaCell[]> =>
    this.attempt(() => this.cells.filter(({ formula }) => filter(formula)));

  noteCells = (filter: (text: string) => boolean): Promise<NoteCell[]> =>
    this.attempt(() => this.notes.filter(({ text }) => filter(text)));

  protectedSheets = (): Promise<string[]> => Promise.resolve(this.locked);

  freeze(cells: readonly FreezeCell[], work?: Work): Promise<number> {
    return this.attempt(() => {
      this.frozen.push(...cells);
      work?.onProgress?.(cells.length, cells.length);
      return cells.length;
    });
  }

  unfreeze(cells: readonly UnfreezeCell[], work?: Work): Promise<number> {
    return this.attempt(() => {
      this.unfrozen.push(...cells);
      work?.onProgress?.(cells.length, cells.length);
      return cells.length;
    });
  }

  reenter(cells: readonly ReenterCell[], work?: Work): Promise<number> {
    return this.attempt(() => {
      this.entered.push(...cells);
      work?.onProgress?.(cells.length, cells.length);
      return cells.length;
    });
  }

  /** What calculates is tested behind the real hosts. */
  /** The workbook as a file, and the files that the pane gave to the user. */
  file: Uint8Array | undefined;
  files: Uint8Array[] = [];
  readFile(): Promise<Uint8Array> {
    if (!this.file) return Promise.reject(new Unsupported("files"));
    return Promise.resolve(this.file);
  }
  openFile(bytes: Uint8Array): Promise<"opened"> {
    return this.attempt(() => {
      this.files.push(bytes);
      return "opened";
    });
  }

  tryNumbers: Host["tryNumbers"] = () => Promise.reject(new Error("a fake host calculates nothing"));

  /** What needs one is tested behind the real host. */
  openTrial = (): Promise<never> => Promise.reject(new Error("a fake host has no trial"));

  private attempt<Result>(action: () => Result): Promise<Result> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(action());
  }
}
