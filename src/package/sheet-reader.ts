import { areaOf, COLUMNS, ROWS } from "../formula/addresses";
import { serialOfText } from "../formula/dates";
import { areasOf, cellOf } from "./areas";
import {
  type Area,
  type Cell,
  type CellError,
  type Columns,
  type LeftWhat,
  type List,
  type Row,
  type Sheet,
  type Value,
} from "./book";
import { isDay } from "./formats";
import { type Reader, Shared, type Writer } from "./formulas";
import { given, some, yes } from "./given";
import type { Leaving } from "./left";
import type { Meter } from "./meter";
import { damaged, LONGEST_CELL } from "./refused";
import type { Styles } from "./styles";
import { type Attributes, fromCellText, type Handler, isOn, scan } from "./xml";

/** What a sheet needs of its workbook. */
export interface Around {
  readonly texts: readonly string[];
  readonly styles: Styles;
  readonly formulas: Reader;
  readonly arrays: Writer;
  readonly meter: Meter;
  readonly left: Leaving;
  readonly from1904: boolean;
}

/** The sheet without what stands in other parts, and how it points to these. */
export interface ReadSheet {
  readonly sheet: Omit<Sheet, "name" | "hidden">;
}

/** Elements that mean something to people and that a book does not have. */
const NOT_TAKEN: ReadonlyMap<string, LeftWhat> = new Map([
  ["conditionalFormatting", "conditional-formats"],
  ["autoFilter", "filters"],
  ["sheetProtection", "protection"],
  ["protectedRange", "protection"],
  ["hyperlink", "links"],
  ["tablePart", "tables"],
  ["oleObject", "controls"],
  ["control", "controls"],
  ["picture", "pictures"],
  ["sparklineGroup", "sparklines"],
]);

/** Seen by one program only, or twice. */
const PASSED: ReadonlySet<string> = new Set(["customSheetViews", "Fallback", "rPh", "phoneticPr"]);

/** The first day of the days from 1904, counted from 1900. */
const DAYS_1904 = 1_462;

export function readSheet(xml: string, part: string, name: string, around: Around): ReadSheet {
  const reader = new SheetReader(part, name, around);
  scan(xml, part, reader);
  return reader.done();
}

interface Spill extends Area {
  readonly fixed: boolean;
}

class SheetReader implements Handler {
  private readonly cells: Cell[] = [];
  private readonly columns: Columns[] = [];
  private readonly rows: Row[] = [];
  private readonly merged: Area[] = [];
  private readonly lists: List[] = [];
  private readonly spills: Spill[] = [];
  private readonly shared = new Map<string, { formula: Shared; row: number; column: number }>();
  private readonly isDate: readonly boolean[];
  private frozen: Sheet["frozen"];
  private defaultWidth: number | undefined;
  private defaultHeight: number | undefined;
  private noGrid = false;
  private landscape = false;
  private fitToPage = false;
  private fitToWidth = true;

  /** How deep within what is passed over. */
  private passed = 0;
  private row = -1;
  private column = -1;
  private cell: { kind: string; style: number | undefined; dynamic: boolean } | null = null;
  private formula: { attributes: Attributes; text: string } | null = null;
  private value = "";
  private hasValue = false;
  private heard = "";
  private list: { attributes: Attributes; formula: string; areas: string } | null = null;

  constructor(
    private readonly part: string,
    private readonly name: string,
    private readonly around: Around,
  ) {
    this.isDate = around.styles.styles.map(({ format }) => format !== undefined && isDay(format));
  }

  open(name: string, attributes: Attributes): void {
    if (this.passed > 0 || PASSED.has(name)) {
      this.passed += 1;
      return;
    }
    this.heard = "";
    switch (name) {
      case "c":
        return this.openCell(attributes);
      case "v":
      case "t":
        return;
      case "is":
        this.value = "";
        return;
      case "f":
        if (this.cell) this.formula = { attributes, text: "" };
        return;
      case "row":
        return this.openRow(attributes);
      case "dataValidation":
        this.list = { attributes, formula: "", areas: attributes.get("sqref") ?? "" };
        return;
      case "mergeCell":
        return this.take(this.merged, attributes.get("ref"));
      case "col":
        return this.openColumns(attributes);
      case "sheetView":
        this.noGrid = !isOn(attributes.get("showGridLines"), true);
        return;
      case "pane":
        return this.openPane(attributes);
      case "sheetFormatPr":
        this.defaultWidth =
          positive(attributes.get("defaultColWidth")) ?? positive(attributes.get("baseColWidth"), 5 / 7);
        if (isOn(attributes.get("customHeight"))) this.defaultHeight = positive(attributes.get("defaultRowHeight"));
        return;
      case "pageSetUpPr":
        this.fitToPage = isOn(attributes.get("fitToPage"));
        return;
      case "pageSetup":
        this.landscape = attributes.get("orientation") === "landscape";
        this.fitToWidth = (attributes.get("fitToWidth") ?? "1") === "1";
        return;
      default: {
        const what = NOT_TAKEN.get(name);
        if (what) this.around.left.add(what, this.name);
      }
    }
  }

  text(text: string): void {
    this.heard += text;
  }

  close(name: string): void {
    if (this.passed > 0) {
      this.passed -= 1;
      return;
    }
    switch (name) {
      case "c":
        return this.closeCell();
      case "v":
        if (this.cell) [this.value, this.hasValue] = [this.heard, true];
        return;
      case "t":
        if (this.cell) [this.value, this.hasValue] = [this.value + this.heard, true];
        return;
      case "f":
        if (this.formula) this.formula.text = this.heard;
        else if (this.list) this.list.formula = this.heard;
        return;
      case "formula1":
        if (this.list && this.list.formula === "") this.list.formula = this.heard;
        return;
      case "sqref":
        if (this.list) this.list.areas = this.heard;
        return;
      case "dataValidation":
        return this.closeList();
      case "oddHeader":
      case "oddFooter":
        if (saysSomething(this.heard)) this.around.left.add("headers", this.name);
    }
  }

  private take(areas: Area[], address: string | undefined): void {
    const area = areaOf(address ?? "");
    if (!area) throw damaged(this.part);
    areas.push(area);
  }

  private openRow(attributes: Attributes): void {
    this.around.meter.add("rows");
    const said = attributes.get("r");
    this.row = said === undefined ? this.row + 1 : Number(said) - 1;
    this.column = -1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row >= ROWS) throw damaged(this.part);
    const height = isOn(attributes.get("customHeight")) ? positive(attributes.get("ht")) : undefined;
    const hidden = isOn(attributes.get("hidden"));
    const style = isOn(attributes.get("customFormat")) ? this.style(attributes.get("s")) : undefined;
    if (height === undefined && !hidden && style === undefined) return;
    this.rows.push({ row: this.row, ...given({ height, hidden: yes(hidden), style }) });
  }

  private openColumns(attributes: Attributes): void {
    const [from, to] = [Number(attributes.get("min")) - 1, Number(attributes.get("max")) - 1];
    if (!(from >= 0 && to >= from) || from >= COLUMNS) throw damaged(this.part);
    const style = this.style(attributes.get("style"));
    const hidden = isOn(attributes.get("hidden"));
    const width = positive(attributes.get("width"));
    if (width === undefined && !hidden && style === undefined) return;
    this.columns.push({ from, to: Math.min(to, COLUMNS - 1), ...given({ width, hidden: yes(hidden), style }) });
  }

  private openPane(attributes: Attributes): void {
    if (!attributes.get("state")?.startsWith("frozen")) return;
    const [rows, columns] = [positive(attributes.get("ySplit")) ?? 0, positive(attributes.get("xSplit")) ?? 0];
    if (rows > 0 || columns > 0) this.frozen = { rows: Math.round(rows), columns: Math.round(columns) };
  }

  private style(number: string | undefined): number | undefined {
    return number === undefined ? undefined : (this.around.styles.of[Number(number)] ?? undefined);
  }

  private openCell(attributes: Attributes): void {
    const address = attributes.get("r");
    if (address === undefined) {
      this.column += 1;
      if (this.row < 0 || this.column >= COLUMNS) throw damaged(this.part);
    } else {
      const place = cellOf(address);
      if (!place) throw damaged(this.part);
      ({ row: this.row, column: this.column } = place);
    }
    this.cell = {
      kind: attributes.get("t") ?? "n",
      style: this.style(attributes.get("s")),
      dynamic: attributes.has("cm"),
    };
    if (attributes.has("vm")) this.around.left.add("data-types", this.name);
    this.formula = null;
    this.value = "";
    this.hasValue = false;
  }

  private closeCell(): void {
    const { cell, row, column } = this;
    if (!cell) throw damaged(this.part);
    this.cell = null;
    const value = this.hasValue ? this.valueOf(cell.kind, cell.style) : undefined;
    const formula = this.formula ? this.formulaOf(this.formula, cell.dynamic) : {};
    this.formula = null;
    if (value === undefined && formula.formula === undefined && cell.style === undefined) return;
    this.around.meter.add("cells");
    this.cells.push({ row, column, ...given({ value, ...formula, style: cell.style }) });
  }

  private valueOf(kind: string, style: number | undefined): Value | undefined {
    const text = this.value;
    switch (kind) {
      case "s": {
        const shared = this.around.texts[Number(text)];
        if (shared === undefined || text.trim() === "") throw damaged(this.part);
        this.around.meter.add("characters", shared.length);
        return shared;
      }
      case "inlineStr":
      case "str": {
        const plain = fromCellText(text);
        if (plain.length > LONGEST_CELL) throw damaged(this.part);
        this.around.meter.add("characters", plain.length);
        return plain;
      }
      case "b":
        return isOn(text.trim());
      case "e":
        return { error: text.trim().slice(0, 20) } satisfies CellError;
      case "d":
        // Parts of a second count for nobody.
        return serialOfText(text.trim().replace(/(?:\.\d+)?Z?$/, "")) ?? text;
      default: {
        if (text.trim() === "") return undefined;
        const number = Number(text);
        if (!Number.isFinite(number)) throw damaged(this.part);
        if (!this.around.from1904 || style === undefined || !this.isDate[style]) return number;
        this.around.left.add("days-1904", this.name);
        return number + DAYS_1904;
      }
    }
  }

  private formulaOf(
    found: { attributes: Attributes; text: string },
    dynamic: boolean,
  ): Pick<Cell, "formula" | "spill"> {
    const { attributes } = found;
    const kind = attributes.get("t");
    if (kind === "dataTable") {
      this.around.left.add("data-tables", this.name);
      return {};
    }
    const text = kind === "shared" ? this.sharedText(attributes, found.text) : found.text;
    if (text.trim() === "") return {};
    this.around.meter.add("characters", text.length);
    const read = this.around.formulas.read(text);
    if ("why" in read) {
      const what = { outside: "outside-formulas", "other-book": "external-links", table: "table-formulas" } as const;
      this.around.left.add(what[read.why], this.name);
      return {};
    }
    if (kind !== "array") return { formula: read.formula };
    const area = areaOf(attributes.get("ref") ?? "");
    if (area?.row !== this.row || area.column !== this.column) throw damaged(this.part);
    const isMany = area.rows > 1 || area.columns > 1;
    if (isMany) this.spills.push({ ...area, fixed: !dynamic });
    if (isMany && !dynamic) this.around.left.add("fixed-arrays", this.name);
    // One cell that is an array only so that its ranges are taken as a whole says so by its formula.
    if (!isMany && this.around.arrays.needsArray(read.formula)) return { formula: read.formula };
    return { formula: read.formula, spill: { rows: area.rows, columns: area.columns } };
  }

  private sharedText(attributes: Attributes, text: string): string {
    const id = attributes.get("si") ?? "";
    if (text.trim() !== "") {
      if (attributes.has("ref")) this.shared.set(id, { formula: new Shared(text), row: this.row, column: this.column });
      return text;
    }
    const first = this.shared.get(id);
    if (!first) throw damaged(this.part);
    return first.formula.at(this.row - first.row, this.column - first.column);
  }

  private closeList(): void {
    const { list } = this;
    this.list = null;
    if (!list) return;
    const areas = areasOf(list.areas);
    if (list.attributes.get("type") !== "list" || areas.length === 0) {
      if ((list.attributes.get("type") ?? "none") !== "none") this.around.left.add("validations", this.name);
      return;
    }
    const strict =
      isOn(list.attributes.get("showErrorMessage")) && (list.attributes.get("errorStyle") ?? "stop") === "stop";
    const words = /^\s*"(.*)"\s*$/s.exec(list.formula)?.[1];
    if (words !== undefined) {
      this.lists.push({
        areas,
        values: words
          .replaceAll('""', '"')
          .split(",")
          .map((word) => word.trim()),
        strict,
      });
      return;
    }
    const read = this.around.formulas.read(list.formula);
    if ("formula" in read && list.formula !== "") this.lists.push({ areas, values: read.formula, strict });
    else this.around.left.add("validations", this.name);
  }

  done(): ReadSheet {
    const { columns, rows, merged, lists, frozen, defaultWidth, defaultHeight, landscape } = this;
    const print = given({
      landscape: yes(landscape),
      fitToWidth: yes(this.fitToPage && this.fitToWidth),
    });
    return {
      sheet: {
        cells: this.withSpilled(),
        ...given({
          columns: some(columns),
          rows: some(rows),
          merged: some(merged),
          lists: some(lists),
          frozen,
          defaultWidth,
          defaultHeight,
          noGrid: yes(this.noGrid),
          print: Object.keys(print).length > 0 ? print : undefined,
        }),
      },
    };
  }

  /** Marks the values that belong to the formula of another cell. */
  private withSpilled(): readonly Cell[] {
    if (this.spills.length === 0) return this.cells;
    const last = this.cells.reduce((most, { row }) => Math.max(most, row), 0);
    const places = new Set<number>();
    for (const { row, column, rows, columns } of this.spills) {
      const [toRow, toColumn] = [Math.min(row + rows, last + 1), Math.min(column + columns, COLUMNS)];
      this.around.meter.add("filled", Math.max(0, toRow - row) * (toColumn - column));
      for (let r = row; r < toRow; r++) for (let c = column; c < toColumn; c++) places.add(r * COLUMNS + c);
    }
    return this.cells.map((cell) =>
      cell.formula === undefined && cell.value !== undefined && places.has(cell.row * COLUMNS + cell.column)
        ? { ...cell, spilled: true }
        : cell,
    );
  }
}

/** Fonts, the name of the sheet and the number of the page stand in each file of LibreOffice. */
const saysSomething = (header: string): boolean =>
  header.replace(/&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[A-Z]|page|pagina|seite/gi, "").trim() !== "";

function positive(text: string | undefined, more = 0): number | undefined {
  const number = Number(text ?? NaN);
  return number > 0 && number < 1e6 ? number + more : undefined;
}
