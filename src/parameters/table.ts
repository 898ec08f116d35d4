import type { ParameterId, Unit } from "./compiled/ids";
import type { Formula } from "./formulas";

/** A day as Excel counts it: 42005 is 1 January 2015. */
export type Day = number;

/** Position = code in the compiled rows; the compiler writes the same order. */
export const CONFIDENCES = ["official", "two", "single", "derived", "unknown", "conflict"] as const;
/** `own`: no publication that the data know, but a figure of the user's. */
export type Confidence = (typeof CONFIDENCES)[number] | "own";

export interface Source {
  readonly title: string;
  /** "" where the source states none. */
  readonly article: string;
  /** "" where there is none. */
  readonly link: string;
}

/** A figure of the law and the days on which it holds, both included. */
export interface DatedValue {
  readonly id: ParameterId;
  readonly from: Day;
  /** null = still in force. */
  readonly to: Day | null;
  /** The figure × 10^decimals, a whole number (EUR: cents). null: unknown, in conflict, or a word. */
  readonly value: number | null;
  /** The value of a unit in words (`text`, `month-day`). */
  readonly text?: string;
  readonly decimals: number;
  readonly unit: Unit;
  readonly confidence: Confidence;
  readonly source: Source;
  /** Key in i18n/<language>/notes.json. */
  readonly note?: string;
  /** Key below `condition/` in the same file: under which condition the word `conditional` holds. */
  readonly condition?: string;
}

export type CompiledCell = number | string | null;

/**
 * The days from which the values hold, then a column each: to (0 = open), figure or word, confidence, source, article, note, condition.
 * A column of one and the same cell has it once; the last ones are left out while 0.
 */
export type CompiledColumns = readonly [
  from: readonly Day[],
  ...others: readonly (CompiledCell | readonly CompiledCell[])[],
];

/** Unit, decimals, values, English label ("" for a cell of a table), 1 where the first value holds since the law itself began. */
export type CompiledParameter = readonly [
  unit: number,
  decimals: number,
  values: CompiledColumns,
  label: string,
  begun?: 1,
];

/** One domain as the compiler stores it: numbers that point into the lists. */
export interface CompiledTable {
  readonly units: readonly Unit[];
  /** Title and, where there is one, link. */
  readonly sources: readonly (readonly string[])[];
  readonly articles: readonly string[];
  /** Keys of notes and conditions. */
  readonly words: readonly string[];
  readonly parameters: { readonly [Id in ParameterId]?: CompiledParameter };
}

/**
 * How an amount goes on from its last value: the law's formula, or 2 % a step on an amount that the limit of a step has held back.
 * Pivots and `tied` count in hundredths.
 */
export type IndexRule = {
  readonly heldBack?: true;
  /** What holds of every amount: key in i18n/<language>/notes.json. */
  readonly note?: string;
} & (
  | { readonly rule: "base-by-coefficient"; readonly base: ParameterId }
  | { readonly rule: "half-base-by-coefficient"; readonly base: ParameterId; readonly of: ParameterId }
  | {
      readonly rule: "base-by-pivots";
      readonly base: ParameterId;
      readonly pivots: ParameterId;
      /** The pivot to which the base is tied. */
      readonly tied: number;
    }
  | { readonly rule: "half-of-rounded"; readonly of: ParameterId }
);

export type IndexRules = { readonly [Id in ParameterId]?: IndexRule };

/** How an amount follows from the index of its year: from its first day on, or in the periods of another figure. */
export type YearRule = { readonly formula: Formula } & (
  { readonly from: Day; readonly article?: string } | { readonly like: ParameterId }
);

export type YearRules = { readonly [Id in ParameterId]?: YearRule };
