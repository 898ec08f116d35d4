import type { Language as Code } from "../../../src/i18n";
import type { Unit } from "../../../src/parameters";
import type { Sureness } from "../../../src/rules/figures";
import type { RefusalKey } from "../../../src/rules/refusal";

// What the package says of itself to TypeScript. The tool that builds it puts the unions in the place of the imports above.

/** Why there is no answer. */
export interface Refusal {
  /** As a cell shows it. */
  readonly code: "#VALUE!" | "#N/A" | "#NUM!";
  /** What kind of reason it is, the same in every language. */
  readonly key: RefusalKey;
  /** The reason as a sentence. */
  readonly message: string;
}

/**
 * How sure an answer or a figure is, the strongest first. `own`: it rests on a figure of the caller's list. `projection`: on an
 * assumption.
 */
export type Confidence = Sureness;

/** A figure of the law that a line rests on. */
export interface Figure {
  readonly id: string;
  readonly name: string;
  /** In its unit; null where it is not known. */
  readonly value: number | string | null;
  readonly unit: Unit;
  /** First day. */
  readonly from: string;
  /** Last day; null while it is in force. */
  readonly to: string | null;
  readonly confidence: Confidence;
  readonly source: { readonly title: string; readonly article: string; readonly link: string };
}

/** One step of the way to an answer. */
export interface Line {
  readonly text: string;
  /** Of the law; "" for plain arithmetic on what was given. */
  readonly article: string;
  /** Euro, exact: a rounding is a line of its own. */
  readonly amount?: number;
  /** Euro. */
  readonly base?: number;
  readonly rate?: number;
  /** A quarter of what `rate` gives on `base`. */
  readonly quarter?: true;
  /** Months or quarters of a right. */
  readonly count?: number;
  /** Of a condition; null where what it needs was not given. */
  readonly met?: boolean | null;
  readonly confidence?: Confidence;
  readonly figures: readonly Figure[];
  /** The way to the line's own amount. */
  readonly steps: readonly Line[];
}

/** What a function answers. */
export interface Answer<Value> {
  readonly value: Value;
  /** As sure as the weakest figure on the way; undefined where the answer rests on none. */
  readonly confidence: Confidence | undefined;
  /** How the value comes about, line by line; worked out when it is read. */
  readonly way: readonly Line[];
}

export type Result<Value> = Answer<Value> | Refusal;

/** A cell of a table: its value, nothing, or its own refusal, beside which the others stand. */
export type Cell<Value> = Value | null | Refusal;

/** A language of the sentences: the default export of a module `languages/<code>`. */
export interface Language {
  readonly code: Code;
}

/** A list of own figures that was read and checked. */
export interface OwnFigures {
  /** How many there are. */
  readonly size: number;
  /** Those that the data have by now, with the same value or another one. Yours counts until you take it out of the list. */
  readonly caughtUp: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly isEqual: boolean;
  }[];
}

/** What an answer depends on beside its arguments. */
export interface Options {
  /** Of the sentences; English where it is left out. */
  readonly language?: Language | undefined;
  /** What `ownFigures` answered. A refused list refuses every call that is to rest on it. */
  readonly figures?: OwnFigures | Refusal | undefined;
  /** The year that a call without one takes; else the last one whose contribution figures are published. */
  readonly parameterYear?: number | undefined;
}

/** A number, or text as people type it: "40000,50", "1.234,56 €", "20,5 %". */
export type Numeric = number | string;

/** ISO text, "2026-01-31" or "2026-01" for its first day, or a serial number of Excel. */
export type Day = string | number;

/** Also TRUE and FALSE as text, in the four languages. */
export type Flag = boolean | string | number;

/** A range: values in a row, or rows of them. null: a blank cell. */
export type Range = readonly (Scalar | readonly Scalar[])[] | Numbers;
export type Scalar = string | number | boolean | null | undefined;
export type Numbers = Float64Array | Float32Array | Int32Array | Int16Array | Uint32Array | Uint16Array | Uint8Array;

/** Columns of one length; one value holds for all rows. */
export interface Columns {
  readonly incomes: ArrayLike<number | string>;
  readonly categories: string | ArrayLike<string>;
  readonly years?: number | ArrayLike<number> | undefined;
  readonly quarters?: number | ArrayLike<number> | undefined;
}

/** A contribution a row. */
export interface Quarterlies {
  /** Euro; NaN where the row is refused. */
  readonly values: Float64Array;
  /** How many are refused. */
  readonly refused: number;
  /** Why a row is; undefined where it has a value. */
  readonly refusalAt: (row: number) => Refusal | undefined;
}

/** Whole cents, a row each. */
export type CentsColumn = Float64Array | Int32Array;

/** What `batch.quarterly` takes; one value holds for all rows. */
export interface Quarters {
  /** Net professional incomes of the year. */
  readonly incomeCents: CentsColumn;
  /** Words, or bytes that count in `batch.categories`. */
  readonly category: string | ArrayLike<string> | Uint8Array;
  readonly year?: number | ArrayLike<number> | undefined;
  readonly quarter?: number | ArrayLike<number> | undefined;
}

/** What `batch.annual` takes. */
export type Annuals = Omit<Quarters, "quarter">;

/** What `batch.fee` takes. */
export interface Fees {
  /** Contributions of one quarter. */
  readonly contributionCents: CentsColumn;
  /** A fund's name, or a rate as a fraction. */
  readonly fund: string | number | ArrayLike<string | number>;
  readonly year?: number | ArrayLike<number> | undefined;
}

/** Cents a row. */
export interface CentsBatch {
  /** NaN where the row is refused. */
  readonly cents: Float64Array;
  /** 1 where the row is refused, else 0. */
  readonly refused: Uint8Array;
  /** How many are refused. */
  readonly count: number;
  /** Why a row is; undefined where it has a value. */
  readonly refusalAt: (row: number) => Refusal | undefined;
}
