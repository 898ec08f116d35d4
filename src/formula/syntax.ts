import { type Token, tokensOf } from "./tokens";

/** What a formula of ours may use besides our own functions. */
export const EXCEL_NAMES = ["DATE", "TRUE", "FALSE"] as const;

/** How formulas are written in a language. */
export interface Syntax {
  /** Between arguments. */
  readonly separator: string;
  readonly decimal: string;
  /** Between the columns of an array constant. */
  readonly columns: string;
  /** The words that Excel has for what we write ourselves. */
  readonly words: Readonly<Record<(typeof EXCEL_NAMES)[number], string>>;
}

/** A formula in the notation of en-US as people of a language read and type it. */
export function inSyntax(formula: string, syntax: Syntax): string {
  let arrays = 0;
  return tokensOf(formula)
    .map((token) => {
      if (token.text === "{") arrays += 1;
      if (token.text === "}") arrays -= 1;
      return written(token, syntax, arrays > 0);
    })
    .join("");
}

function written({ kind, text }: Token, { separator, decimal, columns, words }: Syntax, inArray: boolean): string {
  switch (kind) {
    case "operator":
      if (text !== ",") return text;
      return inArray ? columns : separator;
    case "number":
      return text.replace(".", decimal);
    case "name":
      return (words as Readonly<Record<string, string>>)[text] ?? text;
    case "table":
      return text.replaceAll("],[", `]${separator}[`);
    default:
      return text;
  }
}
