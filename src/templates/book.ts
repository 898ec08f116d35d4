import { addressOf, inSheet } from "../formula/addresses";
import type { Area, Cell as PlannedCell, ChartPlan, SheetPlan } from "../host/host";
import { type Look, SERIES_COLOURS, STYLES } from "../host/styles";
import { type Book, type Cell, type Chart, type Row, type Sheet, type Style, widthOf } from "../package";
import { linesIn } from "./widths";

/** In points: of a line of text, and of a size of letters. */
const LINE = 15;
const LEADING = 1.4;
/** Of columns that a plan says nothing of, in pixels. */
const COLUMN = 64;

/** The sheets that the pane would insert, as a workbook; its formulas have no values yet. */
export class PlannedBook {
  private readonly styles: Style[] = [];
  private readonly looks: (Look | undefined)[] = [];
  private readonly known = new Map<string, number>();

  constructor(private readonly plans: readonly SheetPlan[]) {}

  book(names: NonNullable<Book["names"]>): Book {
    return { sheets: this.plans.map((plan) => this.sheet(plan)), names, styles: this.styles, active: 0 };
  }

  private sheet(plan: SheetPlan): Sheet {
    const { name, rows, widths, landscape, frozen, choices = [], charts = [] } = plan;
    return {
      name,
      noGrid: true,
      cells: rows.flatMap((cells, row) => cells.flatMap((cell, column) => this.cell(cell, row, column) ?? [])),
      columns: widths.map((width, column) => ({ from: column, to: column, width: widthOf(width) })),
      ...(frozen && { frozen }),
      lists: choices.map(({ row, column, rows: count = 1, values }) => ({
        areas: [{ row, column, rows: count, columns: 1 }],
        values,
        strict: false,
      })),
      charts: charts.map((chart) => chartIn(name, chart)),
      print: {
        ...(landscape && { landscape }),
        fitToWidth: true,
        area: extentOf(plan),
        // The heads of a list stand over each page.
        ...(frozen && frozen.rows > 0 && { titleRows: [frozen.rows - 1, frozen.rows - 1] }),
      },
    };
  }

  private cell({ content, literal, style, format }: PlannedCell, row: number, column: number): Cell | undefined {
    const look = this.style(style && STYLES[style], format);
    const isFormula = typeof content === "string" && content.startsWith("=") && !literal;
    if (content === undefined && look === undefined) return undefined;
    return {
      row,
      column,
      ...(content !== undefined && (isFormula ? { formula: content } : { value: content })),
      ...(look !== undefined && { style: look }),
    };
  }

  private style(look: Look | undefined, format: string | undefined): number | undefined {
    if (!look && format === undefined) return undefined;
    const { bold, size, color, fill, left, right, wrap, top } = look ?? {};
    const style: Style = {
      ...(format !== undefined && { format }),
      ...(bold && { bold }),
      ...(size !== undefined && { size }),
      ...(color !== undefined && { colour: color }),
      ...(fill !== undefined && { fill }),
      ...(left && { horizontal: "left" }),
      ...(right && { horizontal: "right" }),
      ...(top && { vertical: "top" }),
      ...(wrap && { wrap }),
    };
    const key = JSON.stringify(style);
    const found = this.known.get(key);
    if (found !== undefined) return found;
    this.known.set(key, this.styles.length);
    this.looks.push(look);
    return this.styles.push(style) - 1;
  }

  /** Rows as high as what they hold: not every program sees to that when it opens a file. */
  withHeights(book: Book): Book {
    const sheets = book.sheets.map((sheet, index): Sheet => {
      const { widths } = this.plans[index]!;
      const heights = new Map<number, number>();
      for (const { row, column, value, style } of sheet.cells) {
        const { wrap, bold = false, size } = (style === undefined ? undefined : this.looks[style]) ?? {};
        const lines = wrap && typeof value === "string" ? linesIn(value, widths[column] ?? COLUMN, bold) : 1;
        const height = size === undefined ? lines * LINE : Math.ceil(size * LEADING);
        if (height > (heights.get(row) ?? LINE)) heights.set(row, height);
      }
      return { ...sheet, rows: [...heights].map(([row, height]): Row => ({ row, height })) };
    });
    return { ...book, sheets };
  }
}

function chartIn(sheet: string, { kind, title, categories, series, place, format }: ChartPlan): Chart {
  const reference = (area: Area): string => inSheet(sheet, addressOf(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2"));
  return {
    kind,
    title,
    place,
    format,
    categories: reference(categories),
    series: series.map(({ name, values }, index) => ({
      ...{ name, values: reference(values) },
      colour: SERIES_COLOURS[index % SERIES_COLOURS.length]!,
    })),
  };
}

/** The cells and charts together. */
function extentOf({ rows, charts = [] }: SheetPlan): Area {
  const places = charts.map(({ place }) => place);
  return {
    row: 0,
    column: 0,
    rows: Math.max(rows.length, ...places.map(({ row, rows: count }) => row + count)),
    columns: Math.max(...rows.map((row) => row.length), ...places.map(({ column, columns }) => column + columns)),
  };
}
