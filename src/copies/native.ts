import type { Area } from "../formula/values";

/** A copy has our formulas as formulas of Excel: with the law in their text, or by names that are functions. */
export type Form = "classic" | "named";

/** What stands for a formula of ours where the add-in is not, in its cell or in each cell that it fills; or why nothing does, as a sentence. */
export type NativeForm =
  | { readonly formula: string }
  /** `isArray`: each is entered as an array. */
  | { readonly cells: readonly (readonly string[])[]; readonly isArray: boolean }
  | { readonly why: string };

/** A hidden sheet that native formulas read. */
export interface LawSheet {
  readonly name: string;
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly value: string | number | { readonly error: string };
  }[];
}

/** The native forms of one workbook. */
export interface NativeForms {
  /** Of a formula in the notation of en-US, with "=", that fills an area. */
  of(formula: string, filled?: Area): NativeForm;
  /** What the forms that were given need; asked once, behind them. */
  law(): { readonly sheets: readonly LawSheet[]; readonly names: readonly { name: string; formula: string }[] };
}
