import { COLUMNS } from "../formula/addresses";
import type { Area, CellValue } from "../formula/values";
import { t } from "../i18n";
import type { Value } from "../package/book";
import { renamed, rangeNames, Writer } from "../package/formulas";
import { LONGEST_FORMULA } from "../package/refused";
import type { Form, NativeForms } from "./native";
import { CopyRefused } from "./refused";
import { type FormulaPlace, type OtherPlace, scanSheet, type SheetPlaces } from "./scan";
import { MARK } from "./mark";
import { plain, type SheetPart, Workbook } from "./workbook";

/** Formulas of one step. */
export const STEP = 200;

/** Work in steps: how many sheets are done. Whoever has it done may rest between two, or leave it there. */
export type Steps<Result> = Generator<{ readonly done: number; readonly total: number }, Result, void>;

export interface CopyOptions {
  readonly form: Form;
  /** The names of our functions, as people type them. */
  readonly functions: readonly string[];
  /** The native forms, with a law sheet of a name that is free. */
  readonly native: (lawSheet: string) => NativeForms;
}

/** A cell as the copy has it. */
export interface CopiedCell {
  readonly sheet: string;
  readonly address: string;
  /** As people read it, with "=". */
  readonly formula: string;
}

export interface AliveCell extends CopiedCell {
  /** As the file has it. */
  readonly native: string;
  /** Of each cell that the formula filled, by rows; that of its own cell is `native`. */
  readonly natives?: NativeCells;
}

export interface NativeCells {
  readonly formulas: readonly (readonly string[])[];
  readonly isArray: boolean;
  readonly values: CellValue[][];
}

export interface FrozenCell extends CopiedCell {
  readonly why: string;
  /** Of the cell, and of those that its formula fills. */
  readonly values: CellValue[][];
  /** Nothing stands in the cell that could stand for the formula. */
  readonly isEmpty: boolean;
}

/** A formula of ours beside the cells: a name, a column of a table, a rule of input, a conditional format. */
export interface OtherFormula {
  readonly kind: "name" | "column" | OtherPlace["kind"];
  /** The name, the column with its table, or the sheet. */
  readonly where: string;
  readonly formula: string;
  /** Absent where it has no native form; then it does not work in the copy. */
  readonly native?: string;
}

/** A sheet with what is found and decided of it. */
export interface PlannedSheet {
  readonly sheet: SheetPart;
  readonly places: SheetPlaces;
  readonly cells: readonly (readonly [FormulaPlace, AliveCell | FrozenCell])[];
}

/** What a copy would be. */
export interface CopyPlan {
  readonly workbook: Workbook;
  readonly form: Form;
  readonly native: NativeForms;
  readonly sheets: readonly PlannedSheet[];
  readonly others: readonly OtherFormula[];
  readonly alive: readonly AliveCell[];
  readonly frozen: readonly FrozenCell[];
  readonly hasMacros: boolean;
  /** Some cell that calculates in the copy has no value yet. */
  readonly isStale: boolean;
}

export const isAlive = (cell: AliveCell | FrozenCell): cell is AliveCell => "native" in cell;

/** Reads a workbook and decides of each formula of ours what stands for it. Nothing is changed. */
export function* planCopy(bytes: Uint8Array, options: CopyOptions): Steps<CopyPlan> {
  const { form, functions } = options;
  const workbook = new Workbook(bytes, functions);
  if (workbook.left.some(({ what }) => what === "signatures")) throw new CopyRefused("signed");
  const names = workbook.names();
  if (names.some(({ name }) => name.toUpperCase() === MARK)) throw new CopyRefused("copy");
  const sheetNames = new Set(workbook.sheets.map(({ name }) => name.toLowerCase()));
  const native = options.native(freeName(LAW_SHEET, sheetNames));
  const decide = new Deciding(workbook, form, native, rangeNames(workbook.book.names ?? []));
  const sheets: PlannedSheet[] = [];
  const others: OtherFormula[] = names.flatMap(({ name, text }) => decide.other("name", name, text));
  for (const [index, sheet] of workbook.sheets.entries()) {
    yield { done: index, total: workbook.sheets.length };
    const xml = workbook.parcel.text(sheet.part);
    const places = scanSheet(xml, sheet.part, (formula) => workbook.formulas.calls(formula).length > 0);
    const cells: (readonly [FormulaPlace, AliveCell | FrozenCell])[] = [];
    for (const place of sheet.isGrid ? places.formulas : []) {
      if (cells.length % STEP === 0) yield { done: index, total: workbook.sheets.length };
      cells.push([place, decide.cell(sheet.name, place)]);
    }
    sheets.push({ sheet, places, cells });
    others.push(...places.others.map(({ kind, text }) => decide.left(kind, sheet.name, text)));
    others.push(...columnsOf(workbook, sheet).flatMap(({ where, text }) => decide.other("column", where, text)));
  }
  const all = sheets.flatMap(({ cells }) => cells.map(([, cell]) => cell));
  if (all.length + others.length === 0) throw new CopyRefused("nothing");
  return {
    workbook,
    form,
    native,
    sheets,
    others,
    alive: all.filter(isAlive),
    frozen: all.filter((cell): cell is FrozenCell => !isAlive(cell)),
    hasMacros: workbook.hasMacros,
    isStale: decide.isStale,
  };
}

/** What the law of a copy stands on. */
const LAW_SHEET = "INASTI";
const LONGEST_NAME = 31;

/** A name for a sheet that is not taken; it is by then. */
export function freeName(wish: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const end = number === 1 ? "" : ` (${number})`;
    const name = wish.slice(0, LONGEST_NAME - end.length) + end;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** The formulas that fill columns of the tables of a sheet. */
export function columnsOf({ parcel }: Workbook, { part }: SheetPart) {
  const found: { readonly table: string; readonly where: string; readonly text: string }[] = [];
  for (const { type, target } of parcel.relations(part)) {
    if (type !== "table" || !parcel.has(target)) continue;
    parcel.change(target, (root, _, xml) => {
      for (const column of root.children.find(({ name }) => name === "tableColumns")?.children ?? []) {
        const formula = column.children.find(({ name }) => name === "calculatedColumnFormula");
        if (!formula) continue;
        const where = `${root.attributes.get("displayName") ?? ""}[${column.attributes.get("name") ?? ""}]`;
        found.push({ table: target, where, text: plain(xml.slice(formula.inner, formula.innerEnd)) });
      }
    });
  }
  return found;
}

/** What a cell shows that has nothing that could stand for its formula. */
const NO_VALUES: ReadonlySet<unknown> = new Set([
  "#BUSY!",
  "#GETTING_DATA",
  "#CONNECT!",
  "#NAME?",
  "#BLOCKED!",
  "#SPILL!",
]);

/** As a cell tells it. A formula shows nothing by an empty text. */
const valueIn = (value: Value | undefined): CellValue =>
  value === undefined || value === "" ? null : typeof value === "object" ? value.error : value;

/** Cells that one formula fills; of one that would fill more than any of ours its own. What a file says of it is anybody's word. */
const MOST_FILLED = 200_000;

export function valuesWithin(
  { row, column, rows, columns }: Area,
  at: (row: number, column: number) => CellValue,
): CellValue[][] {
  if (rows * columns > MOST_FILLED) return [[at(row, column)]];
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_unused, c) => at(row + r, column + c)),
  );
}

interface Found {
  readonly native: string;
  readonly natives?: Omit<NativeCells, "values">;
}

class Deciding {
  isStale = false;
  private readonly writer: Writer;
  private readonly values = new Map<string, ReadonlyMap<number, Value | undefined>>();

  constructor(
    private readonly workbook: Workbook,
    private readonly form: Form,
    private readonly native: NativeForms,
    ranges: ReadonlySet<string>,
  ) {
    // In the copy our names are nobody's but the workbook's.
    this.writer = new Writer(new Map(), ranges);
  }

  cell(sheet: string, place: FormulaPlace): AliveCell | FrozenCell {
    const { address, text, array } = place;
    const formula = this.workbook.formulas.shown(text);
    const area = array ?? { row: place.row, column: place.column, rows: 1, columns: 1 };
    const found = this.nativeOf(text, formula, area);
    const values = this.valuesOf(sheet, area);
    const isEmpty = values[0]?.[0] === null || values.flat().some((one) => NO_VALUES.has(one));
    if ("why" in found) return { sheet, address, formula, values, isEmpty, why: found.why };
    this.isStale ||= isEmpty;
    const { native, natives } = found;
    return { sheet, address, formula, native, ...(natives && { natives: { ...natives, values } }) };
  }

  other(kind: "name" | "column", where: string, text: string): OtherFormula[] {
    if (this.workbook.formulas.calls(text).length === 0) return [];
    const formula = this.workbook.formulas.shown(text);
    const found = this.nativeOf(text, formula);
    return [
      { kind, where, formula, ...("native" in found && found.natives === undefined && { native: found.native }) },
    ];
  }

  left = (kind: OtherPlace["kind"], where: string, text: string): OtherFormula => ({
    kind,
    where,
    formula: this.workbook.formulas.shown(text),
  });

  private nativeOf(text: string, formula: string, filled?: Area): Found | { readonly why: string } {
    const found = this.native.of(formula, filled);
    if ("why" in found) return found;
    if ("cells" in found) {
      const formulas = found.cells.map((row) => row.map((one) => this.writer.written(one)));
      return formulas.flat().some(({ length }) => length > LONGEST_FORMULA)
        ? { why: t("pane:copy/why/too-long") }
        : { native: formulas[0]![0]!, natives: { formulas, isArray: found.isArray } };
    }
    const native =
      this.form === "named" ? renamed(text, this.workbook.own, "typed") : this.writer.written(found.formula);
    return native.length > LONGEST_FORMULA ? { why: t("pane:copy/why/too-long") } : { native };
  }

  private valueOf(sheet: string, row: number, column: number): CellValue {
    return valueIn(this.valuesIn(sheet).get(row * COLUMNS + column));
  }

  private valuesOf(sheet: string, area: Area): CellValue[][] {
    return valuesWithin(area, (row, column) => this.valueOf(sheet, row, column));
  }

  private valuesIn(sheet: string): ReadonlyMap<number, Value | undefined> {
    const known = this.values.get(sheet);
    if (known) return known;
    const cells = this.workbook.book.sheets.find(({ name }) => name === sheet)?.cells ?? [];
    const values = new Map(cells.map(({ row, column, value }) => [row * COLUMNS + column, value]));
    this.values.set(sheet, values);
    return values;
  }
}
