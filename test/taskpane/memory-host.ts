import { addressOf, areaOf } from "../../src/formula/addresses";
import type {
  Area,
  CellValue,
  FormulaCell,
  FreezeCell,
  NoteCell,
  Outline,
  Place,
  ReenterCell,
  UnfreezeCell,
  Work,
} from "../../src/host/host";
import { FakeHost } from "./fake-host";

/** A cell as it stands in the workbook. */
export interface MemoryCell {
  readonly formula?: string;
  readonly value?: CellValue;
  readonly note?: string;
}

type Results = Readonly<Record<string, CellValue | CellValue[][]>>;

/** A workbook in memory: cells by sheet and address. It calculates nothing; `results` says what formulas fill. */
export class MemoryHost extends FakeHost {
  /** Actions on cells until one fails; undefined: none does. */
  failAfter: number | undefined;
  /** A cell that nobody may change, "One!A1". */
  untouchable: string | undefined;
  /** What somebody else does between the plan and the work. */
  beforeWork: (() => void) | undefined;
  /** When set, reading notes fails with it. */
  noteFailure: Error | undefined;
  private readonly past: Map<string, MemoryCell>[] = [];
  private book = new Map<string, MemoryCell>();

  constructor(
    cells: Readonly<Record<string, MemoryCell>>,
    private readonly results: Results,
    language?: string,
  ) {
    super(language);
    for (const [place, cell] of Object.entries(cells)) {
      this.book.set(place, cell);
      if (cell.formula !== undefined) this.fill(placeOf(place), cell.formula);
    }
  }

  /** The workbook as a plain record, to compare. */
  get content(): Record<string, MemoryCell> {
    return Object.fromEntries([...this.book].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  type(place: string, cell: MemoryCell): void {
    this.book.set(place, { ...this.book.get(place), ...cell });
  }

  undo(): void {
    this.book = this.past.pop()!;
  }

  override outline = (): Promise<Outline> =>
    this.answer(() => ({
      sheets: [...new Set([...this.book.keys()].map((key) => placeOf(key).sheet))],
      names: this.names,
    }));

  override formulaCells = (filter: (formula: string) => boolean): Promise<FormulaCell[]> =>
    this.answer(() =>
      this.places(({ formula }) => formula !== undefined && filter(formula)).map(([place, { formula, note }]) => ({
        ...place,
        formula: formula!,
        values: this.valuesIn(this.filledBy(place, formula!)),
        note: note ?? null,
      })),
    );

  override noteCells = (filter: (text: string) => boolean): Promise<NoteCell[]> => {
    if (this.noteFailure) return Promise.reject(this.noteFailure);
    return this.answer(() =>
      this.places(({ note }) => note !== undefined && filter(note)).map(([place, { note, formula }]) => ({
        ...place,
        text: note!,
        formula: formula ?? null,
      })),
    );
  };

  override readRanges = (places: readonly Place[]): Promise<(CellValue[][] | null)[]> =>
    this.answer(() => places.map(({ sheet, address }) => this.valuesIn(keysOf(sheet, areaOf(address)!))));

  override async freeze(wanted: readonly FreezeCell[], work: Work = {}): Promise<number> {
    const cells = this.allowed(wanted, work, ({ formula, noteBefore }, cell) => {
      return cell?.formula === formula && (cell.note ?? null) === noteBefore;
    });
    const present = cells.map((cell) => this.book.get(keyOf(cell))!);
    const noteOf = (cell: FreezeCell): string => cell.note(this.valuesIn(keysOf(cell.sheet, areaFrom(cell))))!;
    const done = await this.steps(cells, work, [
      ...cells.map((cell, index) => () => this.set(keyOf(cell), { ...present[index], note: noteOf(cell) })),
      ...cells.map((cell) => () => {
        for (const key of keysOf(cell.sheet, areaFrom(cell)).flat()) {
          const { value = null, note } = this.book.get(key) ?? {};
          this.set(key, { value, ...(note !== undefined && { note }) });
        }
      }),
    ]);
    return done + wanted.length - cells.length;
  }

  override async unfreeze(wanted: readonly UnfreezeCell[], work: Work = {}): Promise<number> {
    const cells = this.allowed(wanted, work, ({ noteBefore, formula, isUnchanged, ...place }, cell) => {
      if (cell?.note !== noteBefore) return false;
      const keys = keysOf(place.sheet, areaFrom(place));
      const isFrozen = keys.flat().every((key) => this.book.get(key)?.formula === undefined);
      return isUnchanged ? isFrozen && isUnchanged(this.valuesIn(keys)) : cell.formula === formula;
    });
    const done = await this.steps(
      cells,
      work,
      cells.map((cell) => () => {
        for (const key of keysOf(cell.sheet, areaFrom(cell)).flat().slice(1)) this.book.delete(key);
        this.set(keyOf(cell), { formula: cell.formula, ...(cell.note !== null && { note: cell.note }) });
        this.fill(cell, cell.formula);
      }),
    );
    return done + wanted.length - cells.length;
  }

  override async reenter(wanted: readonly ReenterCell[], work: Work = {}): Promise<number> {
    const cells = this.allowed(wanted, work, ({ formula }, cell) => cell?.formula === formula);
    const done = await this.steps(
      cells,
      work,
      cells.map((cell) => () => {
        this.set(keyOf(cell), { ...this.book.get(keyOf(cell)), formula: cell.entered });
        this.fill(cell, cell.entered);
      }),
    );
    return done + wanted.length - cells.length;
  }

  private allowed<Cell extends Place>(
    wanted: readonly Cell[],
    { onRefused, onChanged }: Work,
    isAsPlanned: (cell: Cell, present: MemoryCell | undefined) => boolean,
  ): Cell[] {
    this.beforeWork?.();
    const cells = wanted.filter((cell) => keyOf(cell) !== this.untouchable);
    for (const cell of wanted) if (!cells.includes(cell)) onRefused?.(cell);
    const ready = cells.filter((cell) => isAsPlanned(cell, this.book.get(keyOf(cell))));
    for (const cell of cells) if (!ready.includes(cell)) onChanged?.(cell);
    return ready;
  }

  /** The last steps are those that finish a cell. */
  private async steps(cells: readonly Place[], { signal, onProgress }: Work, steps: (() => void)[]): Promise<number> {
    this.past.push(new Map(this.book));
    const first = steps.length - cells.length;
    for (const [index, step] of steps.entries()) {
      if (signal?.aborted) return Math.max(0, index - first);
      if (this.failAfter !== undefined && this.failAfter-- <= 0) throw new Error("The host gave up.");
      step();
      if (index >= first) onProgress?.(index - first + 1, cells.length);
      await Promise.resolve();
    }
    return cells.length;
  }

  private fill(place: Place, formula: string): void {
    const result = this.results[formula] ?? null;
    const keys = this.filledBy(place, formula);
    keys.forEach((row, r) =>
      row.forEach((key, c) =>
        this.set(key, { ...this.book.get(key), value: Array.isArray(result) ? result[r]![c]! : result }),
      ),
    );
  }

  private filledBy(place: Place, formula: string): string[][] {
    const result = this.results[formula];
    const [rows, columns] = Array.isArray(result) ? [result.length, result[0]!.length] : [1, 1];
    return keysOf(place.sheet, areaFrom({ ...place, rows, columns }));
  }

  private valuesIn(keys: readonly string[][]): CellValue[][] {
    return keys.map((row) => row.map((key) => this.book.get(key)?.value ?? null));
  }

  private set(key: string, cell: MemoryCell): void {
    this.book.set(key, cell);
  }

  private places(wanted: (cell: MemoryCell) => boolean): [Place, MemoryCell][] {
    return [...this.book].filter(([, cell]) => wanted(cell)).map(([key, cell]) => [placeOf(key), cell]);
  }

  private answer<Result>(of: () => Result): Promise<Result> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(of());
  }
}

const keyOf = ({ sheet, address }: Place): string => `${sheet}!${address}`;

function placeOf(key: string): Place {
  const [sheet = "", address = ""] = key.split("!");
  return { sheet, address };
}

const areaFrom = ({ address, rows, columns }: Pick<UnfreezeCell, "address" | "rows" | "columns">): Area => ({
  ...areaOf(address)!,
  rows,
  columns,
});

const keysOf = (sheet: string, { row, column, rows, columns }: Area): string[][] =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_unused, c) =>
      keyOf({ sheet, address: addressOf({ row: row + r, column: column + c, rows: 1, columns: 1 }) }),
    ),
  );
