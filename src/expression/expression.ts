import type { RefusalKey, WordList } from "../rules/refusal";
import type { TableName } from "../rules/tables";

/**
 * What a function does to whole numbers, for whoever writes it in another language: as formulas, as SQL. An argument is in the unit that its entry brings it to; a refusal anywhere
 * in what is needed is the result.
 */
export type Expression =
  | { readonly kind: "integer"; readonly value: number }
  | { readonly kind: "key"; readonly value: string }
  /** A figure of the workbook: its parameter year, the growth of the index that it assumes. */
  | { readonly kind: "setting"; readonly name: Setting }
  | { readonly kind: "argument"; readonly name: string; readonly as: Entry }
  /** A value that is needed more than once, and the name by which it is. */
  | { readonly kind: "let"; readonly name: string; readonly value: Expression; readonly in: Expression }
  | { readonly kind: "local"; readonly name: string }
  /** What many parts need, and what rests on no local; by a name where a language has names. */
  | { readonly kind: "shared"; readonly name: string; readonly value: Expression }
  | { readonly kind: Arithmetic; readonly left: Expression; readonly right: Expression }
  /** The largest whole number that is no more than the quotient; `by` is positive. */
  | { readonly kind: "quotient"; readonly of: Expression; readonly by: Expression }
  /** The quotient half up, away from zero below it; `by` is positive. */
  | { readonly kind: "rounded"; readonly of: Expression; readonly by: Expression }
  /** The quotient as it is, not a whole number; only as the last step. */
  | { readonly kind: "ratio"; readonly of: Expression; readonly by: Expression }
  /** What a quotient leaves, from 0 to below `by`; `by` is positive. */
  | { readonly kind: "remainder"; readonly of: Expression; readonly by: Expression }
  /** The quarter of a day: year × 4 and the quarters of the year before it. */
  | { readonly kind: "quarter"; readonly of: Expression }
  /** The sum, or the most, over some values of a local. */
  | {
      readonly kind: "total";
      readonly how: "sum" | "most";
      readonly name: string;
      readonly values: readonly number[];
      readonly of: Expression;
    }
  /** A cell of a range, counted from 1 by rows; a blank one is refused. */
  | {
      readonly kind: "item";
      readonly name: string;
      readonly at: Expression;
      readonly as: Entry;
      readonly blank: Refused;
    }
  /** How many cells a range has; where `filled`, up to the last that is not blank. */
  | { readonly kind: "length"; readonly name: string; readonly filled: boolean }
  /** The sum over the cells of ranges that stand side by side. */
  | { readonly kind: "tally"; readonly of: Expression }
  /** The present cell of a range, in such a sum; a blank one is nothing, and so is whatever it is a factor of. */
  | { readonly kind: "each"; readonly name: string; readonly as: Entry }
  /** 1 where the present cell of a range holds a number, else 0. */
  | { readonly kind: "present"; readonly name: string }
  /** 1 where it holds, else 0. */
  | { readonly kind: "flag"; readonly when: Condition }
  /** Another cell of the table that the expression is of. */
  | { readonly kind: "own"; readonly column: string; readonly row: Expression }
  /** A word that a cell shows; only as the last step. */
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "case"; readonly when: Condition; readonly then: Expression; readonly otherwise: Expression }
  | Refused
  | Found;

/** `fine`: 1 where the growth of the index has so many decimals that products leave the whole numbers of a spreadsheet, so that quotients are taken in pieces. */
export type Setting = "year" | "year-end" | "growth" | "last-year" | "fine";

type Arithmetic = "add" | "subtract" | "multiply" | "minimum" | "maximum";

/** Why there is no value. */
export interface Refused {
  readonly kind: "refused";
  /** Its code is that of the refusal. */
  readonly reason: RefusalKey;
}

/** A column of the row of a table; a place that holds a refusal gives it. */
export interface Found {
  readonly kind: "found";
  readonly table: TableName;
  readonly keys: readonly Expression[];
  /** Of a table with `from`. */
  readonly at?: Expression;
  readonly column: string;
  readonly otherwise: Refused;
}

export type Condition =
  | {
      readonly kind: "compare";
      readonly sign: "<" | "<=" | "=" | "<>" | ">=" | ">";
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "not"; readonly of: Condition }
  /** Whether an argument is there. */
  | { readonly kind: "given"; readonly name: string }
  /** Whether something stands in its place, blank or not. */
  | { readonly kind: "placed"; readonly name: string }
  /** Whether a range has the shape of another and a number beside each of its numbers; a single cell stands beside all. */
  | { readonly kind: "beside"; readonly name: string; readonly other: string }
  /** Whether an argument is a number, of one that may be a word too. */
  | { readonly kind: "numeric"; readonly name: string };

/** How what a cell holds becomes a whole number; what is no such thing is #VALUE!. */
export type Entry =
  /** Euro, half up. */
  | { readonly unit: "cents"; readonly least: number; readonly most: number }
  /** A fraction; finer than its unit is #VALUE!, never rounded. */
  | { readonly unit: "millionths" | "billionths"; readonly least: number; readonly most: number }
  /** `otherwise`: what a blank cell, a 0 or nothing stands for. */
  | { readonly unit: "whole"; readonly least: number; readonly most: number; readonly otherwise?: Expression }
  /** A day as Excel counts it; what is behind the point is dropped. */
  | { readonly unit: "day"; readonly least: number; readonly most: number; readonly otherwise?: Expression }
  /** A word of a closed list, in any of its spellings, as the list's own word; or the name of a parameter. */
  | { readonly unit: "key"; readonly list: WordList | "parameter"; readonly otherwise?: Expression };
