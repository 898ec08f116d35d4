import { argumentName, t } from "../../i18n";
import { type Argument, type Definition, DEFINITIONS } from "../../definitions";
import { FIRST_YEAR } from "../../rules/contributions";
import { FURTHEST_YEAR } from "../kit/years";
import type { WordList } from "../../rules/refusal";
import type { Layout, Question } from "./question";

/** What is typed in a form, by parameter. */
export type Texts = Readonly<Record<string, string>>;

export type FieldKind =
  | "amount"
  | "income"
  | "percent"
  | "year"
  | "date"
  | "yes"
  | "yes-no"
  | "whole"
  | "decimal"
  | "word"
  | "number"
  | "payments"
  | "fund"
  | "figure"
  | "amounts";

/** A field of a form: an argument of the function, and how the form shows it. */
export interface FormField extends Omit<Layout, "kind"> {
  readonly parameter: string;
  readonly kind: FieldKind;
  /** No answer without it. */
  readonly required: boolean;
  /** Where its words have their texts. */
  readonly list: string;
  readonly words: readonly string[];
  /** The closed list that they are of. */
  readonly of?: WordList;
  readonly least: number;
  /** None where the law decides. */
  readonly most?: number;
}

/** The fields of a question, in the order of the function's arguments. */
export const fieldsOf = ({ id, layout }: Question): FormField[] => {
  const { takes }: Definition = DEFINITIONS[id];
  return Object.entries(takes).map(([parameter, argument]) => ({
    parameter,
    kind: kindOf(argument),
    required: !argument.optional && !argument.blankable,
    list: argument.enumeration ?? parameter,
    words: (argument.words ?? []).map(String),
    ...(argument.list !== undefined && { of: argument.list }),
    ...boundsOf(argument),
    ...layout[parameter],
  }));
};

function kindOf({ kind, signed, words, decimals, otherwise, matrix, optional }: Argument<unknown>): FieldKind {
  switch (kind) {
    // Rows of a day and an amount.
    case "date":
      return matrix ? "payments" : "date";
    // A range that is needed takes several; of one that is not, a single amount stands for all.
    case "euro":
      if (matrix && !optional) return "amounts";
      return signed ? "income" : "amount";
    case "rate":
      // A fund by its name, or a rate of one's own.
      if (typeof words?.[0] === "string") return "fund";
      return words ? "number" : "percent";
    case "number":
      return words ? "number" : decimals ? "decimal" : "whole";
    // One that counts as no where it is not given is a box; of one that is then open nothing is said.
    case "yes":
      return otherwise === false ? "yes" : "yes-no";
    case "text":
      return "figure";
    case "rows":
      throw new Error(`no field for ${kind}`);
    default:
      return kind;
  }
}

function boundsOf({ kind, bounds }: Argument<unknown>): Pick<FormField, "least" | "most"> {
  if (kind === "year") return { least: FIRST_YEAR, most: FURTHEST_YEAR };
  return bounds === undefined ? { least: 0 } : { least: bounds[0], most: bounds[1] };
}

export const labelOf = ({ label, parameter }: FormField): string => t(`pane:questions/label/${label ?? parameter}`);

/**
 * A cell's message with the labels of the form in place of the names that Excel has for arguments. One that is a word by itself
 * is taken for a name only where the message begins with it.
 */
export const inLabels = (message: string, fields: readonly FormField[]): string =>
  fields.reduce((text, field) => {
    const name = argumentName(field.parameter);
    const isWord = /^\p{L}\p{Ll}*$/u.test(name);
    return text.replace(new RegExp(`${isWord ? "^" : ""}(?<![\\p{L}_])${name}(?![\\p{L}_])`, "gu"), labelOf(field));
  }, message);
