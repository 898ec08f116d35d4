/**
 * A workbook in memory behind the part of Office.js that the host uses. As in Excel, nothing happens before `sync`, a request that
 * fails has done what came before the failure, and what was not loaded cannot be read. Excel calculates nothing here: `answers` says
 * what a formula gives, several rows or columns of which spill; `evaluate` is asked about the others. No imports, so that a page can hold it too.
 */

type Value = string | number | boolean;

export interface FakeCell {
  /** What was typed, for a formula. */
  formula: string | null;
  /** Empty where the cell has a format and nothing else. */
  value: Value;
  format: string;
  look: Record<string, unknown>;
  choices?: string;
  refusesOthers?: boolean;
  /** Typed while the add-in was absent: Excel looks for its functions only when it is entered again. */
  isStuck?: boolean;
}

export interface FakeSheet {
  name: string;
  readonly cells: Map<string, FakeCell>;
  readonly notes: Map<string, string>;
  /** Those that only its own formulas know. */
  readonly names: Map<string, string>;
  readonly widths: Map<number, number>;
  readonly charts: FakeChart[];
  readonly page: Record<string, unknown>;
  showGridlines: boolean;
  /** What stays in sight. */
  frozen?: string;
  protection: { allowFormatCells: boolean; allowEditObjects: boolean } | null;
}

export interface FakeChart {
  readonly type: string;
  readonly look: Record<string, unknown>;
  readonly series: { name: string; values?: string; categories?: string; look: Record<string, unknown> }[];
  position?: string;
}

export interface FakeTable {
  readonly name: string;
  readonly sheet: string;
  readonly address: string;
  readonly columns: readonly string[];
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
}

/** A formula that was typed, as Excel stores it. It is refused where it has the signs of another notation. */
function inEnglish(formula: string, { separator, decimal }: FakeBook["notation"]): string {
  return formula
    .split(/("[^"]*")/)
    .map((part, index) => {
      if (index % 2 === 1) return part;
      return part.replace(/\d([.,])\d|[,;]/g, (signs, between: string | undefined) => {
        if (between === decimal) return signs.replace(decimal, ".");
        if (between !== undefined && between === separator) return signs.replace(separator, ",");
        if (signs === separator) return ",";
        throw new FakeError("InvalidArgument");
      });
    })
    .join("");
}

export class FakeError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** The most that Excel takes: of a text between quotes or a list of choices, of a formula, and of calls within each other. */
const LONGEST_LITERAL = 255;
const LONGEST_FORMULA = 8192;
const DEEPEST = 64;
const LITERAL = /"(?:[^"]|"")*"/g;

/** Refuses what Excel does not take for a formula. */
function requireFormula(text: string): void {
  let depth = 0;
  const isTooDeep = [...text.replace(LITERAL, "")].some((sign) => {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    return depth > DEEPEST;
  });
  const isTooLong = text.match(LITERAL)?.some((literal) => literal.length - 2 > LONGEST_LITERAL) ?? false;
  if (text.length > LONGEST_FORMULA || isTooDeep || isTooLong) throw new FakeError("InvalidArgument");
}

interface Box {
  readonly sheet: FakeSheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;
const DEFAULT_WIDTH = 48;

const letters = (column: number): string =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const key = (row: number, column: number): string => `${letters(column)}${row + 1}`;

const local = ({ row, column, rows, columns }: Omit<Box, "sheet">): string => {
  const first = key(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${key(row + rows - 1, column + columns - 1)}`;
};

const addressOf = (box: Box): string =>
  `${/^\w+$/.test(box.sheet.name) ? box.sheet.name : `'${box.sheet.name}'`}!${local(box)}`;

function boxOf(sheet: FakeSheet, address: string): Box {
  const corners = address
    .replaceAll("$", "")
    .split(":")
    .map((corner) => {
      const match = /^([A-Z]+)(\d+)$/.exec(corner);
      if (!match) throw new FakeError("InvalidArgument");
      const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      return { row: Number(match[2]) - 1, column };
    });
  const [first, last = first] = corners;
  return within({
    sheet,
    row: first!.row,
    column: first!.column,
    rows: last!.row - first!.row + 1,
    columns: last!.column - first!.column + 1,
  });
}

function within(box: Box): Box {
  const fits =
    box.row >= 0 &&
    box.column >= 0 &&
    box.rows > 0 &&
    box.columns > 0 &&
    box.row + box.rows <= ROWS &&
    box.column + box.columns <= COLUMNS;
  if (!fits) throw new FakeError("InvalidArgument");
  return box;
}

function grid<T>(box: Omit<Box, "sheet">, of: (row: number, column: number) => T): T[][] {
  return Array.from({ length: box.rows }, (_, r) =>
    Array.from({ length: box.columns }, (__, c) => of(box.row + r, box.column + c)),
  );
}

/** What Excel makes of a text that is typed into a cell without a format. */
function parse(text: string): Pick<FakeCell, "formula" | "value"> {
  if (text.startsWith("'")) return { formula: null, value: text.slice(1) };
  if (text.startsWith("=(")) throw new FakeError("InvalidArgument");
  if (/^[=+-]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)) {
    return { formula: text.startsWith("=") ? text : `=${text}`, value: "" };
  }
  if (/^(true|false)$/i.test(text)) return { formula: null, value: /true/i.test(text) };
  if (/^[+-]?\d+([.]\d+)?$/.test(text)) return { formula: null, value: Number(text) };
  // Some day's serial number: that it is no longer the text is what matters.
  if (/^\d+[-/.]\d+([-/.]\d+)?$|^[A-Z][a-z]{2,8} \d{4}$/.test(text)) return { formula: null, value: 46_023 };
  return { formula: null, value: text };
}

interface Spilled {
  readonly value: Value;
  readonly parent: Box;
}

/** What the formulas of a sheet give. */
interface Layout {
  readonly answers: Map<string, Value[][]>;
  spilled: ReadonlyMap<string, Spilled> | null;
}

export class FakeBook {
  readonly sheets: FakeSheet[] = [];
  readonly names = new Map<string, string>();
  readonly hiddenNames = new Set<string>();
  readonly tables: FakeTable[] = [];
  readonly answers = new Map<string, Value | Value[][]>();
  readonly settings = new Map<string, unknown>();
  /** What each request asked Excel to do, in order. */
  readonly requests: string[][] = [];
  readonly selectionListeners = new Set<() => Promise<void>>();
  /** The workbook's window comes to the front. */
  readonly activationListeners = new Set<() => Promise<void>>();
  readonly visibilityListeners = new Set<(message: { visibilityMode: string }) => void>();
  readonly commands = new Map<string, (event: { completed: () => void }) => void>();
  selected = { sheet: "Sheet1", address: "A1" };
  /** How often every sheet was calculated anew. */
  calculations = 0;
  /** How often that befell all other workbooks that are open, too. */
  othersCalculated = 0;
  /** Sheets that were calculated anew since all of them were. */
  readonly calculated = new Set<FakeSheet>();
  /** Days are numbered from 1904. */
  from1904 = false;
  /** Of the user: the desktop reads the formulas of names by it. */
  decimalSign: "." | "," = ".";
  /** What the desktop tells of names while another window has the focus: their values without their types, or less. */
  toldOfNames: "all" | "values" | "nothing" = "all";
  /** Requests that never come back, as the first ones of a hidden workbook may. */
  hangs = 0;
  supportsNotes = true;
  supportsActivation = true;
  supportsUndoGroups = true;
  /** What Excel would save, the slices of it that are not let go, and what was opened beside it. */
  file: Uint8Array = new Uint8Array();
  openFiles = 0;
  readonly workbooks: Uint8Array[] = [];
  /** Runs at this moment whose requests are one step of Undo. */
  groups = 0;
  /** The functions of the add-in are not known to what is typed now. */
  isAddInAbsent = false;
  /** What each step of Undo would take back, in order. */
  readonly undoSteps: string[][] = [];
  platform: "PC" | "OfficeOnline" = "PC";
  /** What notes were made wide or high, in points. */
  readonly noteSizes = new Set<number>();
  /** What formulas give that `answers` does not know; undefined for a function that Excel does not know. */
  evaluate: (formula: string, sheet: FakeSheet) => Value | Value[][] | undefined = () => undefined;
  /** Formulas for whose results everybody waits. */
  isBusy: (formula: string) => boolean = () => false;
  /** How people type formulas. */
  notation = { separator: ";", decimal: "," };
  calculationMode = "Automatic";
  calculationState: "Done" | "Calculating" | "Pending" = "Done";
  /** The highest version of each requirement set; without notes ExcelApi ends at 1.17. */
  readonly sets: Record<string, string> = {
    ExcelApi: "1.20",
    CompressedFile: "1.1",
    CustomFunctionsRuntime: "1.5",
    SharedRuntime: "1.2",
  };
  /** Signs of a note that are kept; Excel documents no limit. */
  longestNote = Infinity;
  /** Values that one request may tell, as Excel on the web limits its answers. */
  mostValues = Infinity;
  /** Somebody is typing into a cell: every request fails but those that wait for the end of it. */
  isEditing = false;
  /** What somebody else does in the workbook before a request comes to it. */
  between: () => void = () => undefined;
  /** Says with which error an operation fails: `Range.copyFrom Sheet1!B2`. */
  failure: (operation: string) => Error | string | undefined = () => undefined;

  constructor() {
    this.addSheet("Sheet1");
  }

  /** The formula of a name, as the desktop takes it. */
  name(name: string, formula: string, names = this.names): void {
    if (this.decimalSign === "," && /\d\.\d/.test(formula)) throw new FakeError("InvalidArgument");
    names.set(name, formula);
  }

  calculate(sheet: FakeSheet): void {
    this.calculated.add(sheet);
    if (this.calculated.size < this.sheets.length) return;
    this.calculated.clear();
    this.calculations++;
  }

  fail(operation: string): void {
    const failure = this.failure(operation);
    if (failure) throw typeof failure === "string" ? new FakeError(failure) : failure;
  }

  addSheet(name: string): FakeSheet {
    const sheet: FakeSheet = {
      name,
      cells: new Map(),
      notes: new Map(),
      names: new Map(),
      widths: new Map(),
      charts: [],
      page: {},
      showGridlines: true,
      protection: null,
    };
    this.sheets.push(sheet);
    return sheet;
  }

  sheet(name: string): FakeSheet {
    const found = this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new FakeError("ItemNotFound");
    return found;
  }

  /** Types into cells as a person would; `Sheet1` unless said otherwise. */
  type(inputs: Record<string, Value>, name = "Sheet1"): void {
    for (const [address, input] of Object.entries(inputs)) {
      const { sheet, row, column } = boxOf(this.sheet(name), address);
      this.enter(sheet, row, column, input);
    }
  }

  enter(sheet: FakeSheet, row: number, column: number, input: Value): void {
    const cell = this.cell(sheet, row, column);
    if (typeof input === "string" && input.startsWith("=")) requireFormula(input);
    cell.isStuck = this.isAddInAbsent;
    if (typeof input !== "string" || input === "") {
      Object.assign(cell, { formula: null, value: cell.format === "@" ? String(input) : input });
    } else if (cell.format === "@") Object.assign(cell, { formula: null, value: input.replace(/^'/, "") });
    else Object.assign(cell, parse(input));
  }

  cell(sheet: FakeSheet, row: number, column: number): FakeCell {
    const address = key(row, column);
    const cell = sheet.cells.get(address) ?? { formula: null, value: "", format: "General", look: {} };
    sheet.cells.set(address, cell);
    return cell;
  }

  private layouts: Map<FakeSheet, Layout> | null = null;

  /** Within a request what formulas give is kept until something changes. */
  forgetResults(): void {
    this.layouts = new Map();
  }

  keepNoResults(): void {
    this.layouts = null;
  }

  /** As long as nothing changes, what formulas give is found only once. */
  steadily<T>(look: () => T): T {
    const outer = this.layouts;
    this.layouts = new Map();
    try {
      return look();
    } finally {
      this.layouts = outer;
    }
  }

  private layoutOf(sheet: FakeSheet): Layout {
    const known = this.layouts?.get(sheet);
    if (known) return known;
    const layout: Layout = { answers: new Map(), spilled: null };
    this.layouts?.set(sheet, layout);
    return layout;
  }

  /** What a cell shows, by its own content or by a formula that spills into it. */
  at(sheet: FakeSheet, row: number, column: number): { value: Value; formula: Value; isEmpty: boolean; parent?: Box } {
    const own = sheet.cells.get(key(row, column));
    if (own?.formula) return { value: this.answerOf(sheet, row, column)[0]![0]!, formula: own.formula, isEmpty: false };
    if (own && own.value !== "") return { value: own.value, formula: own.value, isEmpty: false };
    const spilled = this.spilledIn(sheet).get(key(row, column));
    if (!spilled) return { value: "", formula: "", isEmpty: true };
    const { value, parent } = spilled;
    // As in Excel's own formula bar, a cell that is filled shows the formula that fills it.
    return { value, formula: this.cell(sheet, parent.row, parent.column).formula!, isEmpty: false, parent };
  }

  /** What a cell holds by itself, for a formula that refers to it. */
  ownValue(sheet: FakeSheet, row: number, column: number): Value {
    const own = sheet.cells.get(key(row, column));
    return own?.formula ? this.answerOf(sheet, row, column)[0]![0]! : (own?.value ?? "");
  }

  private spilledIn(sheet: FakeSheet): ReadonlyMap<string, Spilled> {
    const layout = this.layoutOf(sheet);
    if (layout.spilled) return layout.spilled;
    const spilled = new Map<string, Spilled>();
    for (const parent of this.formulas(sheet)) {
      this.answerOf(sheet, parent.row, parent.column).forEach((values, r) =>
        values.forEach((value, c) => {
          const address = key(parent.row + r, parent.column + c);
          if (!spilled.has(address)) spilled.set(address, { value, parent });
        }),
      );
    }
    layout.spilled = spilled;
    return spilled;
  }

  formulas(sheet: FakeSheet): Box[] {
    return [...sheet.cells].filter(([, { formula }]) => formula !== null).map(([address]) => boxOf(sheet, address));
  }

  /** The values of a formula, or the error where they have no room. */
  answerOf(sheet: FakeSheet, row: number, column: number): Value[][] {
    const { answers } = this.layoutOf(sheet);
    const known = answers.get(key(row, column));
    if (known) return known;
    const found = this.newAnswerOf(sheet, row, column);
    answers.set(key(row, column), found);
    return found;
  }

  private newAnswerOf(sheet: FakeSheet, row: number, column: number): Value[][] {
    const { formula: typed, isStuck } = this.cell(sheet, row, column);
    const formula = typed!;
    if (isStuck) return [["#NAME?"]];
    if (this.isBusy(formula)) return [["#BUSY!"]];
    const answer = this.answers.get(formula) ?? this.evaluate(formula, sheet) ?? "#NAME?";
    if (!Array.isArray(answer)) return [[answer]];
    const isFree = answer.every((values, r) =>
      values.every((_, c) => {
        const cell = r === 0 && c === 0 ? undefined : sheet.cells.get(key(row + r, column + c));
        return !cell || (cell.value === "" && cell.formula === null);
      }),
    );
    return isFree ? answer : [["#SPILL!"]];
  }

  /** Puts rows above one; cells go down with their notes. */
  insertRows(row: number, count: number, name = "Sheet1"): void {
    const sheet = this.sheet(name);
    const down = <T>(items: Map<string, T>): void => {
      const moved = [...items].map(([address, item]) => {
        const box = boxOf(sheet, address);
        return [key(box.row < row ? box.row : box.row + count, box.column), item] as const;
      });
      items.clear();
      for (const [address, item] of moved) items.set(address, item);
    };
    down(sheet.cells);
    down(sheet.notes);
  }

  /** By address what the cells of a sheet show. */
  values(name = "Sheet1"): Record<string, Value> {
    return this.steadily(() => this.valuesIn(this.sheet(name)));
  }

  private valuesIn(sheet: FakeSheet): Record<string, Value> {
    const box = usedBox(this, sheet);
    if (!box) return {};
    const entries = grid(box, (row, column) => [key(row, column), this.at(sheet, row, column)] as const).flat();
    return Object.fromEntries(
      entries.filter(([, { isEmpty }]) => !isEmpty).map(([address, { value }]) => [address, value]),
    );
  }

  /** By address the formulas of a sheet. */
  formulasOf(name = "Sheet1"): Record<string, string> {
    const cells = [...this.sheet(name).cells].flatMap(([address, { formula }]) =>
      formula ? [[address, formula]] : [],
    );
    return Object.fromEntries(cells) as Record<string, string>;
  }
}

function usedBox(book: FakeBook, sheet: FakeSheet): Box | null {
  const boxes = [...sheet.cells]
    .filter(([, { formula, value }]) => formula !== null || value !== "")
    .map(([address]) => {
      const box = boxOf(sheet, address);
      const answer = sheet.cells.get(address)!.formula === null ? [[0]] : book.answerOf(sheet, box.row, box.column);
      return { ...box, rows: answer.length, columns: answer[0]!.length };
    });
  if (boxes.length === 0) return null;
  const row = Math.min(...boxes.map((box) => box.row));
  const column = Math.min(...boxes.map((box) => box.column));
  return {
    sheet,
    row,
    column,
    rows: Math.max(...boxes.map((box) => box.row + box.rows)) - row,
    columns: Math.max(...boxes.map((box) => box.column + box.columns)) - column,
  };
}

class Context {
  private queue: { readonly name: () => string; readonly run: () => void }[] = [];
  readonly workbook: Workbook;

  /** Values told by the request that runs. */
  told = 0;

  /** What it did that Undo takes back together. */
  private readonly group: string[] = [];

  constructor(
    readonly book: FakeBook,
    private readonly options: { readonly delayForCellEdit?: boolean; readonly mergeUndoGroup?: boolean } = {},
  ) {
    if (options.mergeUndoGroup && !book.supportsUndoGroups) throw new FakeError("ApiNotFound");
    this.workbook = new Workbook(this);
  }

  enqueue(name: string | (() => string), run: () => void): void {
    this.queue.push({ name: typeof name === "string" ? () => name : name, run });
  }

  async sync(): Promise<void> {
    const done: string[] = [];
    this.book.requests.push(done);
    await Promise.resolve();
    if (this.book.hangs > 0) {
      this.book.hangs -= 1;
      await new Promise(() => undefined);
    }
    while (this.book.isEditing && this.options.delayForCellEdit) await new Promise((resolve) => setTimeout(resolve));
    this.told = 0;
    this.book.between();
    this.book.forgetResults();
    try {
      if (this.book.isEditing) throw new FakeError("InvalidOperationInCellEditMode");
      // What a collection loads of its items joins the request.
      for (let next = this.queue.shift(); next; next = this.queue.shift()) {
        const operation = next.name();
        if (operation) this.book.fail(operation);
        next.run();
        if (operation) this.book.forgetResults();
        if (operation) done.push(operation);
      }
    } finally {
      this.queue = [];
      this.rememberUndo(done);
      this.book.keepNoResults();
    }
  }

  private rememberUndo(done: readonly string[]): void {
    if (done.length === 0) return;
    const { undoSteps } = this.book;
    if (!this.options.mergeUndoGroup) undoSteps.push([...done]);
    else if (this.group.push(...done) === done.length) undoSteps.push(this.group);
  }
}

/** An object of the workbook as the add-in sees it: found when the request runs, read only as far as it was loaded. */
abstract class ClientObject<M> {
  private found: M | null | undefined;
  private readonly loaded = new Map<string, unknown>();

  constructor(
    readonly context: Context,
    find: () => M | null,
    private readonly isOptional = false,
  ) {
    context.enqueue("", () => {
      this.found = find();
      if (this.found === null && !isOptional) throw new FakeError("ItemNotFound");
    });
  }

  get isNullObject(): boolean {
    if (this.found === undefined) throw new FakeError("PropertyNotLoaded");
    return this.found === null;
  }

  get model(): M {
    if (this.found === undefined) throw new FakeError("PropertyNotLoaded");
    if (this.found === null) throw new FakeError("ItemNotFound");
    return this.found;
  }

  get isThere(): boolean {
    return this.found !== null;
  }

  load(properties: string): this {
    for (const property of properties.split(",").map((name) => name.trim())) {
      const [head, ...rest] = property.split("/");
      if (rest.length > 0 && head !== "items") {
        (this as unknown as Record<string, { load: (path: string) => void }>)[head!]!.load(rest.join("/"));
      } else {
        this.context.enqueue("", () => {
          if (this.isThere) this.loaded.set(property, this.tell(property));
          else if (!this.isOptional) throw new FakeError("ItemNotFound");
        });
      }
    }
    return this;
  }

  protected read<T>(property: string): T {
    if (!this.loaded.has(property)) throw new FakeError(`PropertyNotLoaded: ${property}`);
    return this.loaded.get(property) as T;
  }

  protected abstract tell(property: string): unknown;
}

/** Properties that are only ever set, at any depth: a title, a font. They land in `target` under their path. */
function settable<T extends object>(
  context: Context,
  owner: string,
  target: () => Record<string, unknown>,
  methods: T,
  path = "",
): T & Record<string, never> {
  return new Proxy(methods, {
    get: (own, property: string) => {
      if (property in own) return own[property as keyof T];
      if (property === "setSolidColor") return (color: string) => set(`${path}color`, color);
      return settable(context, owner, target, {}, `${path}${property}.`);
    },
    set: (_, property: string, value: unknown) => {
      set(`${path}${property}`, value);
      return true;
    },
  }) as T & Record<string, never>;

  function set(property: string, value: unknown): void {
    context.enqueue(`${owner}.${property}`, () => void (target()[property] = value));
  }
}

class Range extends ClientObject<Box> {
  private sheet: Worksheet | undefined;

  get worksheet(): Worksheet {
    return (this.sheet ??= new Worksheet(this.context, () => this.model.sheet));
  }

  protected tell(property: string): unknown {
    const box = this.model;
    const { book } = this.context;
    const each = <T>(of: (cell: ReturnType<FakeBook["at"]>) => T): T[][] =>
      grid(box, (row, column) => of(book.at(box.sheet, row, column)));
    switch (property) {
      case "address":
        return addressOf(box);
      case "rowIndex":
        return box.row;
      case "columnIndex":
        return box.column;
      case "rowCount":
        return box.rows;
      case "columnCount":
        return box.columns;
      case "values":
        book.fail(`Range.values ${addressOf(box)}`);
        this.context.told += box.rows * box.columns;
        if (this.context.told > book.mostValues) throw new FakeError("ResponsePayloadSizeLimitExceeded");
        return each(({ value }) => value);
      case "formulas":
        return each(({ formula }) => formula);
      case "text":
        return each(({ value }) => String(value));
      case "valueTypes":
        return each(({ value, isEmpty }) => (isEmpty ? "Empty" : typeof value === "number" ? "Double" : "String"));
      case "numberFormat":
        return grid(box, (row, column) => box.sheet.cells.get(key(row, column))?.format ?? "General");
      default:
        throw new FakeError(`a range has no ${property}`);
    }
  }

  get address(): string {
    return this.read("address");
  }
  get rowIndex(): number {
    return this.read("rowIndex");
  }
  get columnIndex(): number {
    return this.read("columnIndex");
  }
  get rowCount(): number {
    return this.read("rowCount");
  }
  get columnCount(): number {
    return this.read("columnCount");
  }
  get values(): Value[][] {
    return this.read("values");
  }
  get valueTypes(): string[][] {
    return this.read("valueTypes");
  }
  get text(): string[][] {
    return this.read("text");
  }
  get formulas(): Value[][] {
    return this.read("formulas");
  }
  set formulas(inputs: (Value | null)[][]) {
    this.write("formulas", "content", (row, column, r, c) => {
      const input = inputs[r]![c];
      if (input !== null && input !== undefined) this.context.book.enter(this.model.sheet, row, column, input);
    });
  }
  set formulasLocal(inputs: string[][]) {
    this.write("formulasLocal", "content", (row, column, r, c) => {
      const { book } = this.context;
      book.enter(this.model.sheet, row, column, inEnglish(inputs[r]![c]!, book.notation));
    });
  }
  get numberFormat(): string[][] {
    return this.read("numberFormat");
  }
  set numberFormat(formats: (string | null)[][]) {
    this.write("numberFormat", "format", (row, column, r, c) => {
      const format = formats[r]![c];
      if (format !== null && format !== undefined)
        this.context.book.cell(this.model.sheet, row, column).format = format;
    });
  }

  getCell(row: number, column: number): Range {
    return this.relative((box) => ({ ...box, row: box.row + row, column: box.column + column, rows: 1, columns: 1 }));
  }
  getOffsetRange(rows: number, columns: number): Range {
    return this.relative((box) => ({ ...box, row: box.row + rows, column: box.column + columns }));
  }
  getResizedRange(rows: number, columns: number): Range {
    return this.relative((box) => ({ ...box, rows: box.rows + rows, columns: box.columns + columns }));
  }
  getRow(row: number): Range {
    return this.relative((box) => ({ ...box, row: box.row + row, rows: 1 }));
  }
  getColumn(column: number): Range {
    return this.relative((box) => ({ ...box, column: box.column + column, columns: 1 }));
  }
  getSpillParentOrNullObject(): Range {
    return new Range(
      this.context,
      () => {
        const { sheet, row, column } = this.model;
        // The first cell of a spill is its own parent.
        return this.context.book.at(sheet, row, column).parent ?? (this.spill() && this.model);
      },
      true,
    );
  }
  getSpillingToRangeOrNullObject(): Range {
    return new Range(this.context, () => this.spill(), true);
  }

  /** Those that have a cell in common with the range. */
  getTables(isFullyContained: boolean): { items: Table[]; load: (properties: string) => void } {
    if (isFullyContained) throw new Error("not faked: fully contained");
    const found = { items: [] as Table[], load: () => undefined as void };
    const touches = (table: FakeTable): boolean => {
      const { book } = this.context;
      const [own, box] = [this.model, boxOf(book.sheet(table.sheet), table.address)];
      const meets = (a: number, size: number, b: number, other: number): boolean => a < b + other && b < a + size;
      return (
        own.sheet === box.sheet &&
        meets(own.row, own.rows, box.row, box.rows) &&
        meets(own.column, own.columns, box.column, box.columns)
      );
    };
    found.load = () =>
      this.context.enqueue("", () => {
        found.items = this.context.book.tables
          .filter(touches)
          .map((table) => new Table(this.context, () => table).load("name"));
      });
    return found;
  }

  copyFrom(source: Range, type: string): void {
    if (type !== "Values") throw new Error(`not faked: ${type}`);
    let values: Value[][] = [];
    this.write("copyFrom", "content", (row, column, r, c) => {
      if (r === 0 && c === 0) values = source.tell("values") as Value[][];
      Object.assign(this.context.book.cell(this.model.sheet, row, column), { formula: null, value: values[r]![c] });
    });
  }
  clear(what: string): void {
    if (what !== "Contents") throw new Error(`not faked: ${what}`);
    this.write("clear", "content", (row, column) => {
      Object.assign(this.context.book.cell(this.model.sheet, row, column), { formula: null, value: "" });
    });
  }
  select(): void {
    this.context.enqueue("Range.select", () => {
      this.context.book.selected = { sheet: this.model.sheet.name, address: local(this.model) };
    });
  }

  get dataValidation() {
    const to = (change: (cell: FakeCell) => void): void =>
      this.write("dataValidation", "format", (row, column) =>
        change(this.context.book.cell(this.model.sheet, row, column)),
      );
    return {
      set rule({ list: { source } }: { list: { source: string } }) {
        if (source.length > LONGEST_LITERAL) throw new FakeError("InvalidArgument");
        to((cell) => {
          cell.choices = source;
          cell.refusesOthers = true;
        });
      },
      set errorAlert({ showAlert }: { showAlert: boolean }) {
        to((cell) => {
          cell.refusesOthers = showAlert;
        });
      },
    };
  }

  get format(): RangeFormat {
    return (this.ownFormat ??= new RangeFormat(this.context, this));
  }
  private ownFormat: RangeFormat | undefined;

  /** Queues a change of each cell; a protected sheet refuses it. */
  write(
    name: string,
    kind: "content" | "format",
    change: (row: number, column: number, r: number, c: number) => void,
  ): void {
    this.context.enqueue(
      () => `Range.${name} ${addressOf(this.model)}`,
      () => {
        const box = this.model;
        const { protection } = box.sheet;
        if (protection && !(kind === "format" && protection.allowFormatCells)) throw new FakeError("AccessDenied");
        grid(box, (row, column) => change(row, column, row - box.row, column - box.column));
      },
    );
  }

  private spill(): Box | null {
    const { sheet, row, column } = this.model;
    if (!sheet.cells.get(key(row, column))?.formula) return null;
    const answer = this.context.book.answerOf(sheet, row, column);
    const [rows, columns] = [answer.length, answer[0]!.length];
    return rows * columns > 1 ? { sheet, row, column, rows, columns } : null;
  }

  private relative(to: (box: Box) => Box): Range {
    return new Range(this.context, () => within(to(this.model)));
  }
}

class RangeFormat extends ClientObject<Box> {
  constructor(
    context: Context,
    private readonly range: Range,
  ) {
    super(context, () => range.model);
  }

  readonly font = this.styles("font");
  readonly fill = this.styles("fill");

  get columnWidth(): number {
    return this.read("columnWidth");
  }
  set columnWidth(width: number) {
    this.range.write("columnWidth", "format", (_, column) => this.range.model.sheet.widths.set(column, width));
  }
  set horizontalAlignment(side: string) {
    this.style("horizontalAlignment", side);
  }
  set wrapText(wraps: boolean) {
    this.style("wrapText", wraps);
  }

  set verticalAlignment(side: string) {
    this.style("verticalAlignment", side);
  }

  autofitRows(): void {
    this.context.enqueue(
      () => `RangeFormat.autofitRows ${addressOf(this.model)}`,
      () => undefined,
    );
  }
  autofitColumns(): void {
    this.context.enqueue("RangeFormat.autofitColumns", () => {
      const { sheet, ...box } = this.model;
      const lengths = grid(box, (row, column) => String(this.context.book.at(sheet, row, column).value).length);
      for (let c = 0; c < box.columns; c++) {
        sheet.widths.set(box.column + c, 6 * Math.max(...lengths.map((row) => row[c]!)));
      }
    });
  }

  protected tell(property: string): unknown {
    if (property !== "columnWidth") throw new FakeError(`a format has no ${property}`);
    return this.model.sheet.widths.get(this.model.column) ?? DEFAULT_WIDTH;
  }

  private styles(path: string) {
    return new Proxy({} as Record<string, unknown>, {
      set: (_, property: string, value: unknown) => {
        this.style(`${path}.${property}`, value);
        return true;
      },
    });
  }

  private style(property: string, value: unknown): void {
    this.range.write(property, "format", (row, column) => {
      this.context.book.cell(this.range.model.sheet, row, column).look[property] = value;
    });
  }
}

class Note extends ClientObject<{ readonly sheet: FakeSheet; readonly address: string }> {
  get content(): string {
    return this.read("content");
  }
  set content(text: string) {
    this.change("set content", ({ sheet, address }) =>
      sheet.notes.set(address, text.slice(0, this.context.book.longestNote)),
    );
  }
  set width(points: number) {
    this.size(points);
  }
  set height(points: number) {
    this.size(points);
  }
  delete(): void {
    this.change("delete", ({ sheet, address }) => sheet.notes.delete(address));
  }
  getLocation(): Range {
    return new Range(this.context, () => boxOf(this.model.sheet, this.model.address));
  }
  protected tell(property: string): unknown {
    // The web does not know the other properties of a note, and fails when all are loaded.
    if (property !== "content") throw new FakeError("NotImplemented");
    return this.model.sheet.notes.get(this.model.address);
  }
  private size(points: number): void {
    this.context.enqueue("", () => {
      if (this.context.book.platform === "OfficeOnline") throw new FakeError("NotImplemented");
      this.context.book.noteSizes.add(points);
    });
  }
  private change(name: string, change: (model: this["model"]) => void): void {
    this.context.enqueue(
      () => `Note.${name} ${this.model.sheet.name}!${this.model.address}`,
      () => {
        if (this.model.sheet.protection) throw new FakeError("AccessDenied");
        change(this.model);
      },
    );
  }
}

class Notes extends ClientObject<FakeSheet> {
  items: Note[] = [];

  override load(properties: string): this {
    if (properties !== "items/content") throw new FakeError("NotImplemented");
    this.context.enqueue("", () => {
      this.items = [...this.model.notes.keys()].map((address) => {
        const note = new Note(this.context, () => ({ sheet: this.model, address }));
        return note.load("content");
      });
    });
    return this;
  }
  getItem(address: string): Note {
    return new Note(this.context, () => (this.model.notes.has(address) ? { sheet: this.model, address } : null));
  }
  getItemOrNullObject(address: string): Note {
    return new Note(this.context, () => (this.model.notes.has(address) ? { sheet: this.model, address } : null), true);
  }
  add(address: string, text: string): Note {
    this.context.enqueue(
      () => `Notes.add ${this.model.name}!${address}`,
      () => {
        if (this.model.protection) throw new FakeError("AccessDenied");
        if (this.model.notes.has(address)) throw new FakeError("ItemAlreadyExists");
        this.model.notes.set(address, text.slice(0, this.context.book.longestNote));
      },
    );
    return this.getItem(address);
  }
  protected tell(): unknown {
    throw new Error("not faked");
  }
}

class Protection extends ClientObject<FakeSheet> {
  get protected(): boolean {
    return this.read("protected");
  }
  get options(): FakeSheet["protection"] {
    return this.read("options");
  }
  protected tell(property: string): unknown {
    return property === "protected" ? this.model.protection !== null : this.model.protection;
  }
}

class Series {
  readonly format: object;

  constructor(
    readonly context: Context,
    readonly chart: () => FakeChart,
    readonly model: () => FakeChart["series"][number],
  ) {
    this.format = settable(context, "Series.format", () => model().look, {});
  }
  setValues(range: Range): void {
    this.context.enqueue("Series.setValues", () => void (this.model().values = addressOf(range.model)));
  }
  setXAxisValues(range: Range): void {
    this.context.enqueue("Series.setXAxisValues", () => void (this.model().categories = addressOf(range.model)));
  }
  /** What it shows. */
  getDimensionValues(dimension: string): { value: string[] } {
    if (dimension !== "Values") throw new Error(`not faked: ${dimension}`);
    const result = { value: [] as string[] };
    this.context.enqueue("", () => {
      const [sheet = "", address = ""] = this.model().values!.split("!");
      const { book } = this.context;
      const box = boxOf(book.sheet(sheet.replace(/^'|'$/g, "")), address);
      result.value = grid(box, (row, column) => String(book.at(box.sheet, row, column).value)).flat();
    });
    return result;
  }
  delete(): void {
    this.context.enqueue("Series.delete", () => {
      const { series } = this.chart();
      series.splice(series.indexOf(this.model()), 1);
    });
  }
}

class Worksheet extends ClientObject<FakeSheet> {
  private ownProtection: Protection | undefined;

  get name(): string {
    return this.read("name");
  }
  get protection(): Protection {
    return (this.ownProtection ??= new Protection(this.context, () => this.model));
  }
  get notes(): Notes {
    return (this.ownNotes ??= new Notes(this.context, () => this.model));
  }
  private ownNotes: Notes | undefined;
  get names(): Names {
    return (this.ownNames ??= new Names(this.context, () => this.model.names));
  }
  private ownNames: Names | undefined;

  set showGridlines(shown: boolean) {
    this.context.enqueue("Worksheet.showGridlines", () => void (this.model.showGridlines = shown));
  }
  getRange(address: string): Range {
    return new Range(this.context, () => boxOf(this.model, address));
  }
  getCell(row: number, column: number): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.context, () => within({ sheet: this.model, row, column, rows, columns }));
  }
  getUsedRangeOrNullObject(valuesOnly: boolean): Range {
    if (!valuesOnly) throw new Error("not faked: formats");
    return new Range(this.context, () => usedBox(this.context.book, this.model), true);
  }
  calculate(markAllDirty: boolean): void {
    this.context.enqueue(
      () => `Worksheet.calculate ${this.model.name} ${markAllDirty}`,
      () => {
        if (markAllDirty) this.context.book.calculate(this.model);
      },
    );
  }
  activate(): void {
    this.context.enqueue("Worksheet.activate", () => {
      this.context.book.selected = { sheet: this.model.name, address: "A1" };
    });
  }
  delete(): void {
    const { sheets } = this.context.book;
    this.context.enqueue("Worksheet.delete", () => void sheets.splice(sheets.indexOf(this.model), 1));
  }
  get freezePanes(): object {
    return {
      freezeAt: (range: Range) =>
        this.context.enqueue("FreezePanes.freezeAt", () => void (this.model.frozen = addressOf(range.model))),
    };
  }

  get pageLayout(): object {
    return settable(this.context, "PageLayout", () => this.model.page, {
      setPrintArea: (range: Range) =>
        this.context.enqueue(
          "PageLayout.setPrintArea",
          () => void (this.model.page["printArea"] = addressOf(range.model)),
        ),
    });
  }
  get charts() {
    return {
      add: (type: string, range: Range) => this.addChart(type, range),
      getItemAt: (index: number) => ({ series: this.seriesOf(() => this.model.charts[index]!) }),
    };
  }

  private seriesOf(model: () => FakeChart) {
    const { context } = this;
    const series = {
      items: [] as Series[],
      load: () =>
        context.enqueue("", () => {
          series.items = model().series.map((one) => new Series(context, model, () => one));
        }),
      add: (name: string) => {
        const one: FakeChart["series"][number] = { name, look: {} };
        context.enqueue("Series.add", () => void model().series.push(one));
        return new Series(context, model, () => one);
      },
    };
    return series;
  }

  private addChart(type: string, range: Range) {
    let chart: FakeChart | undefined;
    const model = (): FakeChart => chart!;
    const { context } = this;
    context.enqueue("Charts.add", () => {
      const { protection } = this.model;
      if (protection && !protection.allowEditObjects) throw new FakeError("AccessDenied");
      // Excel guesses a series from the range.
      chart = { type, look: {}, series: [{ name: "Series1", values: addressOf(range.model), look: {} }] };
      this.model.charts.push(chart);
    });
    const series = this.seriesOf(model);
    return settable(context, "Chart", () => model().look, {
      series,
      setPosition: (first: Range, last: Range) =>
        context.enqueue("Chart.setPosition", () => {
          chart!.position = `${local(first.model)}:${local(last.model)}`;
        }),
    });
  }

  protected tell(property: string): unknown {
    if (property !== "name") throw new FakeError(`a sheet has no ${property}`);
    return this.model.name;
  }
}

class NamedItem extends ClientObject<string> {
  get type(): string {
    return this.read("type");
  }
  get value(): unknown {
    return this.read("value");
  }
  get formula(): string {
    return this.read("formula");
  }
  set formula(formula: string) {
    this.context.enqueue(`NamedItem.formula ${this.name}`, () =>
      this.context.book.name(this.name, formula, this.all()),
    );
  }
  name = "";
  all = (): Map<string, string> => this.context.book.names;
  readonly arrayValues = {
    values: undefined as unknown,
    load: () => this.context.enqueue("", () => void (this.arrayValues.values = this.constant())),
  };

  getRangeOrNullObject(): Range {
    return new Range(this.context, () => this.range(), true);
  }

  protected tell(property: string): unknown {
    if (property === "name") return this.name;
    if (property === "formula") return this.model;
    const { toldOfNames } = this.context.book;
    if (toldOfNames === "nothing" || (toldOfNames === "values" && property === "type")) return null;
    const constant = this.range() ?? this.constant();
    if (property === "value") return this.range() ? this.model.slice(1) : constant;
    if (this.range()) return "Range";
    if (Array.isArray(constant)) return "Array";
    return typeof constant === "number" ? "Double" : "String";
  }

  private constant(): unknown {
    const text = this.model.slice(1);
    const [, numerator, denominator] = /^(-?\d+)\/(\d+)$/.exec(text) ?? [];
    if (denominator !== undefined) return typed(numerator!) / typed(denominator);
    return text.startsWith("{") ? [text.slice(1, -1).split(",").map(Number)] : JSON.parse(text);
  }

  private range(): Box | null {
    const match = /^=(\w+)!([$A-Z\d:]+)$/.exec(this.model);
    return match && boxOf(this.context.book.sheet(match[1]!), match[2]!);
  }
}

/** A number as Excel reads it: digits after the fifteenth count as 0. */
const typed = (digits: string): number => {
  let count = 0;
  return Number(digits.replace(/\d/g, (digit) => (++count > 15 ? "0" : digit)));
};
/** The names of the workbook, or of one of its sheets. */
class Names {
  items: NamedItem[] = [];

  constructor(
    private readonly context: Context,
    private readonly all: () => Map<string, string>,
  ) {}

  load(properties: string): void {
    if (properties !== "items/name, items/formula") throw new Error(`not faked: ${properties}`);
    this.context.enqueue("", () => {
      this.items = [...this.all()].map(([name]) => this.item(name, false).load("formula"));
    });
  }
  getItemOrNullObject(name: string): NamedItem {
    return this.item(name, true);
  }
  add(name: string, formula: string) {
    const { book } = this.context;
    this.context.enqueue(`Names.add ${name}`, () => book.name(name, formula, this.all()));
    return {
      set visible(isShown: boolean) {
        if (!isShown) book.hiddenNames.add(name);
      },
    };
  }

  private item(name: string, isOptional: boolean): NamedItem {
    const item = new NamedItem(this.context, () => this.all().get(name) ?? null, isOptional);
    item.name = name;
    item.all = this.all;
    return item;
  }
}

class Table extends ClientObject<FakeTable> {
  get name(): string {
    return this.read("name");
  }
  get showHeaders(): boolean {
    return this.read("showHeaders");
  }
  get showTotals(): boolean {
    return this.read("showTotals");
  }
  get worksheet(): Worksheet {
    return (this.sheet ??= new Worksheet(this.context, () => this.context.book.sheet(this.model.sheet)));
  }
  private sheet: Worksheet | undefined;
  readonly columns = {
    items: [] as { readonly name: string }[],
    load: () =>
      this.context.enqueue("", () => {
        if (this.isThere) this.columns.items = this.model.columns.map((name) => ({ name }));
      }),
  };

  override load(properties: string): this {
    // Of what is not there nothing is loaded, its sheet neither.
    const [others, sheet] = [properties.replace(/, worksheet\/name/, ""), properties.includes("worksheet/name")];
    super.load(others);
    if (sheet)
      this.context.enqueue("", () => {
        if (this.isThere) this.worksheet.load("name");
      });
    return this;
  }

  getRange(): Range {
    return new Range(this.context, () => boxOf(this.context.book.sheet(this.model.sheet), this.model.address));
  }

  protected tell(property: string): unknown {
    return this.model[property as keyof FakeTable];
  }
}

class Workbook {
  readonly names: Names;

  constructor(readonly context: Context) {
    this.names = new Names(context, () => context.book.names);
  }

  readonly application = {
    calculationMode: "",
    calculationState: "",
    decimalSeparator: "",
    load: () =>
      this.context.enqueue("", () => {
        const { calculationMode, calculationState, notation } = this.context.book;
        Object.assign(this.application, { calculationMode, calculationState, decimalSeparator: notation.decimal });
      }),
    calculate: (type: string) =>
      this.context.enqueue(`Application.calculate ${type}`, () => {
        if (type === "Recalculate") return;
        const { book } = this.context;
        for (const sheet of book.sheets) book.calculate(sheet);
        book.othersCalculated++;
      }),
  };

  readonly functions = {
    date: (year: number, month: number, day: number) => {
      const { context } = this;
      const result = {
        value: undefined as number | undefined,
        load: () =>
          context.enqueue("", () => {
            context.book.fail("Functions.date");
            const origin = context.book.from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
            result.value = (Date.UTC(year, month - 1, day) - origin) / 86_400_000;
          }),
      };
      return result;
    },
  };

  readonly tables = {
    getItemOrNullObject: (name: string) =>
      new Table(
        this.context,
        () => this.context.book.tables.find((table) => table.name.toLowerCase() === name.toLowerCase()) ?? null,
        true,
      ),
  };

  readonly worksheets = new Worksheets(this);

  readonly onSelectionChanged = this.event("onSelectionChanged", (book) => book.selectionListeners);
  readonly onActivated = this.event("onActivated", (book) => book.activationListeners);

  private event(name: string, of: (book: FakeBook) => Set<() => Promise<void>>) {
    return {
      add: (listener: () => Promise<void>) => {
        const { context } = this;
        const listeners = of(context.book);
        context.enqueue(`${name}.add`, () => void listeners.add(listener));
        return { context, remove: () => context.enqueue(`${name}.remove`, () => void listeners.delete(listener)) };
      },
    };
  }

  getActiveCell(): Range {
    return new Range(this.context, () => {
      const box = this.selection();
      return { ...box, rows: 1, columns: 1 };
    });
  }
  getSelectedRange(): Range {
    return new Range(this.context, () => this.selection());
  }
  private selection(): Box {
    const { book } = this.context;
    return boxOf(book.sheet(book.selected.sheet), book.selected.address);
  }
}

class Worksheets {
  items: Worksheet[] = [];

  constructor(private readonly workbook: Workbook) {}

  private get context(): Context {
    return this.workbook.context;
  }
  load(properties: string): void {
    if (properties !== "items/name") throw new Error(`not faked: ${properties}`);
    this.context.enqueue("", () => {
      this.items = this.context.book.sheets.map((sheet) => new Worksheet(this.context, () => sheet).load("name"));
    });
  }
  getItem(name: string): Worksheet {
    return new Worksheet(this.context, () => this.context.book.sheet(name));
  }
  getItemOrNullObject(name: string): Worksheet {
    return new Worksheet(
      this.context,
      () => this.context.book.sheets.find((sheet) => sheet.name === name) ?? null,
      true,
    );
  }
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.context, () => this.context.book.sheet(this.context.book.selected.sheet));
  }
  add(name: string): Worksheet {
    let added: FakeSheet | undefined;
    this.context.enqueue(`Worksheets.add ${name}`, () => {
      if (name.length > 31 || name === "" || /[[\]:*?/\\]|^'|'$/.test(name)) throw new FakeError("InvalidArgument");
      if (this.context.book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
        throw new FakeError("ItemAlreadyExists");
      }
      added = this.context.book.addSheet(name);
    });
    return new Worksheet(this.context, () => added ?? null);
  }
}

/** The globals of Office.js for a workbook. */
export function fakeOffice(book: FakeBook) {
  return {
    Excel: {
      createWorkbook: (base64: string) => {
        const failure = book.failure("Excel.createWorkbook");
        if (failure) return Promise.reject(new FakeError(String(failure)));
        book.workbooks.push(Uint8Array.from(Buffer.from(base64, "base64")));
        return Promise.resolve();
      },
      CalculationState: { done: "Done", calculating: "Calculating", pending: "Pending" },
      CalculationType: { full: "Full", recalculate: "Recalculate" },
      RangeValueType: { empty: "Empty" },
      RangeCopyType: { values: "Values" },
      ClearApplyTo: { contents: "Contents" },
      run: <T>(
        first: Context | { delayForCellEdit?: boolean; mergeUndoGroup?: boolean } | ((context: Context) => Promise<T>),
        batch?: (context: Context) => Promise<T>,
      ) => {
        if (typeof first === "function") return first(new Context(book));
        if (first instanceof Context || !first.mergeUndoGroup)
          return batch!(first instanceof Context ? first : new Context(book, first));
        book.groups += 1;
        return batch!(new Context(book, first)).finally(() => {
          book.groups -= 1;
        });
      },
    },
    Office: {
      AsyncResultStatus: { Succeeded: "succeeded" },
      FileType: { Compressed: "compressed" },
      HostType: { Excel: "Excel" },
      PlatformType: { OfficeOnline: "OfficeOnline" },
      onReady: () => Promise.resolve({ host: "Excel" }),
      actions: {
        associate: (id: string, command: (event: { completed: () => void }) => void) => book.commands.set(id, command),
      },
      VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
      addin: {
        onVisibilityModeChanged: (listener: (message: { visibilityMode: string }) => void) => {
          book.visibilityListeners.add(listener);
          return Promise.resolve(() => Promise.resolve(void book.visibilityListeners.delete(listener)));
        },
      },
      context: {
        displayLanguage: "fr-BE",
        contentLanguage: "nl-BE",
        get platform() {
          return book.platform;
        },
        requirements: {
          isSetSupported: (set: string, version: string) => {
            const [newest, asked] = [book.sets[set] ?? "1.0", version].map((text) => Number(text.split(".")[1]));
            const isThere = { 13: book.supportsActivation, 18: book.supportsNotes, 20: book.supportsUndoGroups }[
              asked!
            ];
            return asked! <= newest! && (set !== "ExcelApi" || (isThere ?? true));
          },
        },
        diagnostics: { host: "Excel", platform: "PC", version: "16.0.19328.20000" },
        document: {
          getFileAsync: (_kind: string, options: { sliceSize: number }, done: (result: unknown) => void) => {
            const failure = book.failure("Document.getFile");
            if (failure) return done({ status: "failed", error: failure });
            const { file } = book;
            book.openFiles += 1;
            done({
              status: "succeeded",
              value: {
                size: file.length,
                sliceCount: Math.ceil(file.length / options.sliceSize),
                getSliceAsync: (index: number, told: (result: unknown) => void) => {
                  const failed = book.failure("File.getSlice");
                  const data = [...file.subarray(index * options.sliceSize, (index + 1) * options.sliceSize)];
                  told(failed ? { status: "failed", error: failed } : { status: "succeeded", value: { index, data } });
                },
                closeAsync: () => {
                  book.openFiles -= 1;
                },
              },
            });
          },
          settings: {
            get: (name: string) => book.settings.get(name) ?? null,
            set: (name: string, value: unknown) => void book.settings.set(name, value),
            remove: (name: string) => void book.settings.delete(name),
            saveAsync: (done: (result: { status: string; error?: Error }) => void) => {
              const failure = book.failure("Settings.save");
              done(failure ? { status: "failed", error: new Error(String(failure)) } : { status: "succeeded" });
            },
          },
        },
      },
    },
  };
}
