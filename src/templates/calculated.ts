import { Calls } from "../explain/calls";
import { filled, references } from "../explain/evaluate";
import { addressOf, areaOf, COLUMNS } from "../formula/addresses";
import type { CellValue, Place } from "../formula/values";
import type { Book, Cell, Sheet, Value } from "../package";

/** Formulas fill cells that others read; each turn brings what the one before filled. */
const MOST_TURNS = 12;
const ERROR = /^#(?:[A-Z][A-Z\d/]*[!?]?|N\/A)$/;

/** The workbook with the values of its formulas: those of our own functions, and of Excel's by the evaluator that explains cells. */
export const calculated = (book: Book): Book => new Calculation(book).done();

const keyOf = (row: number, column: number): number => row * COLUMNS + column;

interface Filled {
  readonly values: readonly (readonly CellValue[])[];
}

/** A sheet as it is being calculated. */
interface Grid {
  readonly sheet: Sheet;
  readonly cells: ReadonlyMap<number, Cell>;
  /** What formulas fill beside their own cells, as the turn before had it. */
  spilled: ReadonlyMap<number, CellValue>;
}

class Calculation {
  private readonly grids: ReadonlyMap<string, Grid>;
  private readonly calls = new Calls();
  private results = new Map<Cell, Filled | "begun">();

  constructor(private readonly book: Book) {
    this.grids = new Map(
      book.sheets.map((sheet) => {
        const cells = new Map(sheet.cells.map((cell) => [keyOf(cell.row, cell.column), cell]));
        return [sheet.name.toLowerCase(), { sheet, cells, spilled: new Map() }];
      }),
    );
  }

  done(): Book {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      this.results = new Map();
      let isSame = true;
      for (const grid of this.grids.values()) {
        const spilled = this.spilledIn(grid);
        isSame &&= JSON.stringify([...spilled]) === JSON.stringify([...grid.spilled]);
        grid.spilled = spilled;
      }
      if (isSame) return { ...this.book, sheets: [...this.grids.values()].map((grid) => this.sheetOf(grid)) };
    }
    throw new Error("formulas that fill cells go round in a circle");
  }

  private spilledIn(grid: Grid): ReadonlyMap<number, CellValue> {
    const spilled = new Map<number, CellValue>();
    for (const cell of grid.sheet.cells) {
      if (cell.formula === undefined) continue;
      this.of(grid, cell).values.forEach((values, r) =>
        values.forEach((value, c) => {
          const key = keyOf(cell.row + r, cell.column + c);
          if (r + c === 0) return;
          if (spilled.has(key) || isTaken(grid.cells.get(key)))
            throw new Error(`${grid.sheet.name}: ${cell.formula} has no room`);
          spilled.set(key, value);
        }),
      );
    }
    return spilled;
  }

  private of(grid: Grid, cell: Cell): Filled {
    const known = this.results.get(cell);
    if (known === "begun") throw new Error(`${grid.sheet.name}: ${cell.formula} names itself`);
    if (known) return known;
    this.results.set(cell, "begun");
    const result = { values: this.filledBy(cell.formula!, grid.sheet.name, cell) };
    this.results.set(cell, result);
    return result;
  }

  private filledBy(formula: string, sheet: string, { row, column }: { row: number; column: number }): CellValue[][] {
    const asked = references(formula, sheet);
    if (asked.tables.length > 0) throw new Error(`${formula}: tables are not known here`);
    const values = {
      ranges: asked.ranges.map((place) => this.read(place)),
      names: asked.names.map((name) => this.named(name)),
      tables: [],
    };
    const address = addressOf({ row, column, rows: 1, columns: 1 });
    return filled(formula, { sheet, address, row: 0, column: 0 }, values, this.calls);
  }

  private named(name: string): CellValue[][] | null {
    const defined = this.book.names?.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return defined ? this.filledBy(defined.formula, this.book.sheets[0]!.name, { row: 0, column: 0 }) : null;
  }

  private read({ sheet, address }: Place): CellValue[][] | null {
    const grid = this.grids.get(sheet.toLowerCase());
    const fills = address.endsWith("#");
    const area = areaOf(fills ? address.slice(0, -1) : address);
    if (!grid || !area) return null;
    if (fills) {
      const cell = grid.cells.get(keyOf(area.row, area.column));
      return cell?.formula === undefined ? null : this.of(grid, cell).values.map((row) => [...row]);
    }
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (_unused, c) => this.valueAt(grid, area.row + r, area.column + c)),
    );
  }

  private valueAt(grid: Grid, row: number, column: number): CellValue {
    const key = keyOf(row, column);
    const cell = grid.cells.get(key);
    if (cell?.formula !== undefined) return this.of(grid, cell).values[0]?.[0] ?? null;
    if (isTaken(cell)) return typeof cell.value === "object" ? cell.value.error : cell.value!;
    return grid.spilled.get(key) ?? null;
  }

  private sheetOf({ sheet, cells, spilled }: Grid): Sheet {
    const own = sheet.cells.map((cell): Cell => {
      if (cell.formula === undefined) {
        const value = spilled.get(keyOf(cell.row, cell.column));
        return value === undefined || value === null ? cell : { ...cell, value: valueOf(value), spilled: true };
      }
      const { values } = this.results.get(cell) as Filled;
      const [rows, columns] = [values.length, values[0]!.length];
      return {
        ...cell,
        value: valueOf(values[0]![0]!),
        ...(rows * columns > 1 && { spill: { rows, columns } }),
      };
    });
    const beside = [...spilled].flatMap(([key, value]): Cell[] =>
      cells.has(key) || value === null
        ? []
        : [{ row: Math.floor(key / COLUMNS), column: key % COLUMNS, value: valueOf(value), spilled: true }],
    );
    return { ...sheet, cells: [...own, ...beside] };
  }
}

const isTaken = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && (cell.value !== undefined || cell.formula !== undefined);

/** A formula shows nothing by an empty text. */
const valueOf = (value: CellValue): Value => {
  if (value === null) return "";
  return typeof value === "string" && ERROR.test(value) ? { error: value } : value;
};
