import { type Figure, type Sureness, weakest } from "../figures";
import { type Cents, type Rate, RATE_UNIT } from "../money";
import type { Facts, Refusal } from "../refusal";

/** A cell of a table of rows, both counted from 0; absent where the whole table is meant. */
export type At = { readonly row: number; readonly column: number } | undefined;

/**
 * What a rule answers: the value, and the way to it, which is laid out when somebody asks. Of a table the way may be that of one of its
 * rows.
 */
export interface Answer<Value> {
  readonly value: Value;
  readonly way: (at?: At) => readonly Line[];
}

/** One step of the way to an answer. Its text belongs to i18n: `i18n/<language>/views/explain.json`, `line/<step>`. */
export interface Line {
  readonly step: string;
  /** What stands in the text. */
  readonly facts: Facts;
  /** "" for plain arithmetic on what was given. */
  readonly article: string;
  /** The figures of the law that the line rests on. */
  readonly figures: readonly Figure[];
  /** Where it follows from something else than the figures: an assumption. */
  readonly confidence?: Sureness;
  readonly base?: Cents;
  readonly rate?: Rate;
  /** A quarter of what `rate` gives on `base`. */
  readonly quarter?: true;
  /** Exact, in cents × 40,000 (`exactly`). Where the answer is a sum, the amounts of the lines add up to it. */
  readonly amount?: number;
  /** Months or quarters of a right, which add up in the same way. */
  readonly count?: number;
  /** Of a condition; null where what it needs was not given. */
  readonly met?: boolean | null;
  /** Why the line has no figure. */
  readonly refusal?: Refusal;
  /** The way to the line's own amount. */
  readonly steps?: readonly Line[];
}

export type Details = Partial<Omit<Line, "step" | "facts" | "article">>;

export const step = (key: string, facts: Facts, article: string, details: Details = {}): Line => ({
  step: key,
  facts,
  article,
  figures: [],
  ...details,
});

/** A whole number of cents in the unit of a line's amount: a quarter of cents × 10,000. */
export const STEP_UNIT = RATE_UNIT * 4;

export const exactly = (cents: Cents): number => cents * STEP_UNIT;

/** A part of what was answered; the way is the same. */
export const partOf = <Whole, Part>({ value, way }: Answer<Whole>, part: (whole: Whole) => Part): Answer<Part> => ({
  value: part(value),
  way,
});

/** As sure as the weakest of its figures, unless it follows from something else. */
export const surenessOf = ({ confidence, figures }: Line): Sureness | undefined =>
  confidence ?? weakest(figures.map((figure) => figure.confidence));

/** The row that is asked for, or all of them. */
export const rowsAt = <Row>(rows: readonly Row[], at: At): readonly Row[] =>
  at === undefined ? rows : rows.slice(at.row, at.row + 1);
