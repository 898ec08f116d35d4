import type { Area } from "../formula/values";

export type { Area };

/** A workbook as plain data: it goes to a worker and back. Rows and columns count from 0. */
export interface Book {
  readonly sheets: readonly Sheet[];
  readonly names?: readonly Name[];
  /** What cells point to by `style`. */
  readonly styles?: readonly Style[];
  /** What the add-in keeps in the workbook, by the names of `Office.context.document.settings`. Anybody may have written it. */
  readonly settings?: readonly (readonly [name: string, value: Setting])[];
  /** The sheet in front. */
  readonly active?: number;
}

export type Setting = string | number | boolean | null;

export interface Sheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** In any order; each place once. */
  readonly cells: readonly Cell[];
  readonly columns?: readonly Columns[];
  readonly rows?: readonly Row[];
  /** Of columns without a width, in characters. */
  readonly defaultWidth?: number;
  /** Of rows without a height, in points. */
  readonly defaultHeight?: number;
  readonly merged?: readonly Area[];
  /** How many rows and columns stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly noGrid?: boolean;
  readonly notes?: readonly Note[];
  readonly lists?: readonly List[];
  readonly charts?: readonly Chart[];
  readonly print?: Print;
}

/** An error is told from the text that looks like it. */
export interface CellError {
  readonly error: string;
}

export type Value = string | number | boolean | CellError;

export interface Cell {
  readonly row: number;
  readonly column: number;
  /** Of a formula: what it gave last. A day is a number that counts from 1900. Absent for a blank cell. */
  readonly value?: Value;
  /** With "=", in the notation of en-US, our functions by their own names. */
  readonly formula?: string;
  /** What the formula fills, where that may be more than its cell. */
  readonly spill?: { readonly rows: number; readonly columns: number };
  /** The value belongs to the formula of another cell. */
  readonly spilled?: boolean;
  /** Index in the book's styles. */
  readonly style?: number;
}

export interface Columns {
  readonly from: number;
  /** Included. */
  readonly to: number;
  /** In characters, as Excel counts; see `pixelsOf`. */
  readonly width?: number;
  readonly hidden?: boolean;
  readonly style?: number;
}

export interface Row {
  readonly row: number;
  /** In points. */
  readonly height?: number;
  readonly hidden?: boolean;
  readonly style?: number;
}

export interface Style {
  /** Number format in the notation of en-US. */
  readonly format?: string;
  readonly font?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** #RRGGBB. */
  readonly colour?: string;
  readonly fill?: string;
  readonly borders?: Readonly<Partial<Record<Side, Border>>>;
  readonly horizontal?: (typeof HORIZONTAL)[number];
  readonly vertical?: (typeof VERTICAL)[number];
  readonly wrap?: boolean;
  readonly indent?: number;
}

export const HORIZONTAL = ["left", "center", "right", "fill", "justify", "centerContinuous", "distributed"] as const;
export const VERTICAL = ["top", "center", "justify", "distributed"] as const;
export const SIDES = ["left", "right", "top", "bottom"] as const;
export type Side = (typeof SIDES)[number];

export interface Border {
  /** As files name it: thin, medium, dashed … */
  readonly line: string;
  readonly colour?: string;
}

export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly author?: string;
}

/** A closed list of what cells accept. */
export interface List {
  readonly areas: readonly Area[];
  /** The words themselves, or a formula that names where they stand. */
  readonly values: readonly string[] | string;
  /** Whether anything else is refused. */
  readonly strict: boolean;
}

export interface Chart {
  readonly kind: "column" | "bar" | "line";
  readonly title: string;
  /** A range, as a formula of any sheet names it. */
  readonly categories?: string;
  /** A colour is #RRGGBB; without one it is for the program to choose. */
  readonly series: readonly { readonly name: string; readonly values: string; readonly colour?: string }[];
  /** The cells that it stands over. */
  readonly place: Area;
  /** Number format of the axis of values. */
  readonly format?: string;
  readonly stacked?: boolean;
}

export interface Print {
  readonly landscape?: boolean;
  /** One page wide, as many as it takes high. */
  readonly fitToWidth?: boolean;
  readonly area?: Area;
  /** The rows, from the first to the last, that each page repeats. */
  readonly titleRows?: readonly [number, number];
}

/** A constant, a range or any other formula by a name. */
export interface Name {
  readonly name: string;
  readonly formula: string;
  /** Of one sheet only: its index. */
  readonly sheet?: number;
  readonly hidden?: boolean;
}

/** What a file had and the book has not. */
export interface Left {
  readonly what: LeftWhat;
  readonly count: number;
  /** Where it was, as far as that is one sheet. */
  readonly sheets: readonly string[];
}

export const LEFT = [
  "charts",
  "pictures",
  "pivot-tables",
  "macros",
  "external-links",
  "outside-formulas",
  "tables",
  "table-formulas",
  "filters",
  "conditional-formats",
  "validations",
  "links",
  "protection",
  "sparklines",
  "threads",
  "data-types",
  "data-tables",
  "fixed-arrays",
  "days-1904",
  "controls",
  "headers",
  "other-sheets",
  "connections",
  "signatures",
  "add-ins",
] as const;
export type LeftWhat = (typeof LEFT)[number];

/** Of the font that books are written in. */
const DIGIT = 7;
const PADDING = 5;

/** The width of a column on screen, by Excel's own measure. */
export const pixelsOf = (width: number): number => Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT);

/** The width in characters of a column that has so many pixels. */
export const widthOf = (pixels: number): number =>
  pixels <= PADDING ? Math.round((pixels / DIGIT) * 100) / 100 : Math.round((pixels / DIGIT) * 256) / 256;
