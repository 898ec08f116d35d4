import { areaOf, COLUMNS, lettersOf } from "../formula/addresses";
import type { Area } from "../formula/values";
import { cellOf } from "../package/areas";
import { Shared } from "../package/formulas";
import { tagName } from "../package/places";
import { damaged } from "../package/refused";
import { type Attributes, escapedText, type Handler, scan } from "../package/xml";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A cell with a formula, and where both stand in the part of their sheet. */
export interface FormulaPlace {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  /** As the file has it, without "="; of a group of cells that of this cell. */
  readonly text: string;
  /** What an array fills. */
  readonly array?: Area & { readonly dynamic: boolean };
  /** The first tag of the cell. */
  readonly cell: Span;
  /** The formula with its tags. */
  readonly formula: Span;
  /** What stands between them; they may be one. */
  readonly inner: Span;
  /** The name of its tag, with a prefix if the file has one. */
  readonly tag: string;
}

/** A formula of ours that stands in no cell. */
export interface OtherPlace {
  readonly kind: "validation" | "format";
  readonly text: string;
}

/** A cell without a formula, where it was asked for. */
export interface CellPlace {
  /** Its first tag. */
  readonly tag: Span;
  /** Where its content ends. */
  readonly innerEnd: number;
  readonly end: number;
  readonly kind: string;
}

export interface SheetPlaces {
  readonly formulas: readonly FormulaPlace[];
  readonly others: readonly OtherPlace[];
  /** By their addresses. */
  readonly cells: ReadonlyMap<string, CellPlace>;
  /** The tags of views that show the sheet among those that are selected. */
  readonly selected: readonly Span[];
  /** The tags of all views. */
  readonly views: readonly Span[];
  /** Where the reference to the boxes of notes belongs; and what it is if it is there. */
  readonly boxes: { readonly at: number; readonly id?: string };
  /** The prefix of the sheet's own tags. */
  readonly prefix: string;
}

/** Another formula in its place: an array stays one, unless it is none any more; a cell of a group has a formula of its own now. */
export function formulaXml(
  xml: string,
  { formula, inner, array, tag }: FormulaPlace,
  text: string,
  isArray = true,
): string {
  return `${array && isArray ? xml.slice(formula.start, inner.start) : `<${tag}>`}${escapedText(text)}</${tag}>`;
}

/** What stands behind the boxes of notes in a sheet. */
const BEHIND_BOXES: ReadonlySet<string> = new Set([
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
]);

const NOTHING: ReadonlySet<string> = new Set();

/** The formulas that somebody wants, in the order of the sheet, and cells by their addresses. */
export function scanSheet(
  xml: string,
  part: string,
  wants: (formula: string) => boolean,
  cells: ReadonlySet<string> = NOTHING,
): SheetPlaces {
  const scanner = new Scanner(xml, part, wants, cells);
  scan(xml, part, scanner);
  return scanner.done();
}

class Scanner implements Handler {
  private readonly formulas: FormulaPlace[] = [];
  private readonly others: OtherPlace[] = [];
  private readonly selected: Span[] = [];
  private readonly views: Span[] = [];
  private readonly cells = new Map<string, CellPlace>();
  private readonly shared = new Map<string, { formula: Shared; row: number; column: number } | null>();
  private boxes: SheetPlaces["boxes"] | undefined;
  private prefix = "";
  private depth = 0;
  private row = -1;
  private column = -1;
  private cell: (Span & { readonly dynamic: boolean; readonly kind: string; hasFormula: boolean }) | null = null;
  private formula: {
    readonly attributes: Attributes;
    readonly start: number;
    readonly inner: number;
    readonly tag: string;
  } | null = null;
  private readonly found = new Set<string>();
  private heard = "";
  private kind: OtherPlace["kind"] = "format";

  constructor(
    private readonly xml: string,
    private readonly part: string,
    private readonly wants: (formula: string) => boolean,
    private readonly wanted: ReadonlySet<string>,
  ) {}

  open(name: string, attributes: Attributes, start: number, end: number): void {
    this.heard = "";
    if (this.depth === 0) {
      const tag = tagName(this.xml, start);
      this.prefix = tag.slice(0, tag.indexOf(":") + 1);
    }
    if (this.depth === 1 && this.boxes === undefined && BEHIND_BOXES.has(name)) this.boxes = { at: start };
    this.depth += 1;
    switch (name) {
      case "row": {
        const said = attributes.get("r");
        this.row = said === undefined ? this.row + 1 : Number(said) - 1;
        this.column = -1;
        return;
      }
      case "c": {
        const place = attributes.has("r") ? cellOf(attributes.get("r")!) : { row: this.row, column: this.column + 1 };
        if (!place || place.row < 0 || place.column >= COLUMNS) throw damaged(this.part);
        ({ row: this.row, column: this.column } = place);
        const kind = attributes.get("t") ?? "n";
        this.cell = { start, end, dynamic: attributes.has("cm"), kind, hasFormula: false };
        return;
      }
      case "f":
        if (this.cell?.hasFormula) throw damaged(this.part);
        if (this.cell) this.cell.hasFormula = true;
        if (this.cell) this.formula = { attributes, start, inner: end, tag: tagName(this.xml, start) };
        return;
      case "legacyDrawing": {
        const id = attributes.get(":id");
        if (id !== undefined) this.boxes = { at: start, id };
        return;
      }
      case "dataValidations":
        this.kind = "validation";
        return;
      case "conditionalFormatting":
      case "conditionalFormattings":
        this.kind = "format";
        return;
      case "sheetView":
        this.views.push({ start, end });
        if (attributes.has("tabSelected")) this.selected.push({ start, end });
    }
  }

  text(text: string): void {
    this.heard += text;
  }

  close(name: string, start: number, end: number): void {
    this.depth -= 1;
    if (this.depth === 0) this.boxes ??= { at: start };
    switch (name) {
      case "c":
        this.closeCell(start, end);
        return;
      case "f":
        if (this.cell && this.formula) this.closeFormula(start, end);
        else this.other();
        this.formula = null;
        return;
      case "formula1":
      case "formula2":
      case "formula":
        return this.other();
    }
  }

  private closeCell(innerEnd: number, end: number): void {
    const { cell } = this;
    this.cell = null;
    if (!cell || this.wanted.size === 0 || cell.hasFormula) return;
    const address = `${lettersOf(this.column)}${this.row + 1}`;
    const tag = { start: cell.start, end: cell.end };
    if (this.wanted.has(address)) this.cells.set(address, { tag, innerEnd, end, kind: cell.kind });
  }

  private other(): void {
    if (this.wants(this.heard)) this.others.push({ kind: this.kind, text: this.heard });
    this.heard = "";
  }

  private closeFormula(innerEnd: number, end: number): void {
    const { attributes, start, inner, tag } = this.formula!;
    const { row, column } = this;
    const kind = attributes.get("t");
    if (kind === "dataTable") return;
    const text = kind === "shared" ? this.sharedText(attributes) : this.heard;
    if (text === null || !this.wants(text)) return;
    const area = kind === "array" ? areaOf(attributes.get("ref") ?? "") : null;
    if (kind === "array" && !area) throw damaged(this.part);
    const address = `${lettersOf(column)}${row + 1}`;
    if (this.found.has(address)) throw damaged(this.part);
    this.found.add(address);
    this.formulas.push({
      row,
      column,
      address,
      text,
      ...(area && { array: { ...area, dynamic: this.cell!.dynamic } }),
      cell: { start: this.cell!.start, end: this.cell!.end },
      formula: { start, end },
      inner: { start: inner, end: innerEnd },
      tag,
    });
  }

  /** Null where the group has nothing that somebody wants. */
  private sharedText(attributes: Attributes): string | null {
    const id = attributes.get("si") ?? "";
    const text = this.heard;
    if (text.trim() !== "") {
      if (attributes.has("ref")) {
        const first = { formula: new Shared(text), row: this.row, column: this.column };
        this.shared.set(id, this.wants(text) ? first : null);
      }
      return text;
    }
    const first = this.shared.get(id);
    if (first === undefined) throw damaged(this.part);
    return first && first.formula.at(this.row - first.row, this.column - first.column);
  }

  done(): SheetPlaces {
    const { formulas, others, cells, selected, views, prefix } = this;
    return { formulas, others, cells, selected, views, prefix, boxes: this.boxes! };
  }
}
