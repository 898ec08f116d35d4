import type { FunctionId } from "../../definitions";
import type { View } from "../kit/surroundings";

/** What a form says of an argument, beside what the function's definition says of it. */
export interface Layout {
  /** Key of the label; without one the argument's name. */
  readonly label?: string;
  readonly hint?: string;
  /** The least of a year, where it is not the first year of the contributions. */
  readonly least?: number;
  /** Rarely needed: folded away. */
  readonly more?: true;
  /** An amount after the other, where the function takes a range of them. */
  readonly kind?: "amounts";
  /** Asked only where another field has one of these words. */
  readonly only?: { readonly parameter: string; readonly words: readonly string[] };
  /** The words that go with those of another field. */
  readonly following?: { readonly parameter: string; readonly words: Readonly<Record<string, readonly string[]>> };
}

/** How an answer is said where its kind does not tell. */
export type Saying =
  | "months"
  | "quarters"
  | "years"
  | "vouchers"
  | "entitlement"
  | "status"
  | "list"
  | "payments"
  | "conditions"
  | "estimate"
  | "figure";

export interface Question {
  readonly key: string;
  readonly id: FunctionId;
  readonly says?: Saying;
  /** Each row of its table has a way of its own. */
  readonly byRow?: true;
  /** What is to be known of the answer: key of a text. */
  readonly note?: string;
  /** By the arguments of the function; their order is the function's. */
  readonly layout: Readonly<Record<string, Layout>>;
}

/** A question that a view of its own answers, with functions that take whole ranges. */
export interface Lead {
  readonly key: string;
  readonly view: View;
  readonly ids: readonly FunctionId[];
}
