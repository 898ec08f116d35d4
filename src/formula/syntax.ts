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

/** 1.234 in a formula: nobody can tell whether it is a thousand. */
const UNCLEAR = /^[1-9]\d{0,2}\.\d{3}$/;
const WHOLE = /^\d+$/;
const DECIMALS = /^\d+(?:E[+-]?\d+)?$/i;

/**
 * A formula as people of a language type it, in the notation of en-US; null where its signs can be read in two ways. Arguments may
 * have semicolons between them in every language, and commas too where no number has one.
 */
export function fromSyntax(formula: string, syntax: Syntax): string | null {
  const tokens = tokensOf(formula);
  const inArray = arraysIn(tokens);
  const commas = tokens.flatMap(({ text }, index) => (text === "," && !inArray[index] ? [index] : []));
  const inNumbers = commas.filter((index) => isDecimal(tokens, index));
  const isSeparated = tokens.some(({ text }, index) => text === ";" && !inArray[index]);
  if (syntax.separator === ",") return isSeparated && commas.length > 0 ? null : translated(tokens, syntax);
  const isMixed = inNumbers.length < commas.length && (isSeparated || inNumbers.length > 0);
  const isChain = inNumbers.some((index) => inNumbers.includes(index + 2));
  const isUnclear = tokens.some(({ kind, text }, index) => kind === "number" && !inArray[index] && UNCLEAR.test(text));
  return isMixed || isChain || isUnclear ? null : translated(tokens, syntax);
}

/** The same sign by sign, whatever they mean: as long as what is typed, and read while it is typed. */
export const signsFrom = (formula: string, syntax: Omit<Syntax, "words">): string =>
  translated(tokensOf(formula), { ...syntax, words: NO_WORDS });

const NO_WORDS = { DATE: "DATE", TRUE: "TRUE", FALSE: "FALSE" };

function translated(tokens: readonly Token[], syntax: Syntax): string {
  const inArray = arraysIn(tokens);
  const names = new Map(Object.entries(syntax.words).map(([name, word]) => [word, name]));
  const signOf = ({ kind, text }: Token, index: number): string => {
    if (kind === "text") return text;
    if (inArray[index]) return fromArray(text, syntax);
    if (kind === "name") return names.get(text.toUpperCase()) ?? text;
    if (kind === "table") return text.replaceAll(`]${syntax.separator}[`, "],[");
    if (text === ",") return syntax.decimal === "," && isDecimal(tokens, index) ? "." : text;
    return text === ";" ? "," : text;
  };
  return tokens.map(signOf).join("");
}

/** Inside braces decimals and columns change places; rows stay. */
const fromArray = (text: string, { decimal, columns }: Omit<Syntax, "words">): string =>
  text.replace(/[^\d]/g, (sign) => (sign === columns ? "," : sign === decimal ? "." : sign));

/** Whether the comma at this place parts the decimals of a number: `1,5`, and `,5` where a number may begin. */
function isDecimal(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (after?.kind !== "number" || !DECIMALS.test(after.text)) return false;
  if (before?.kind === "number") return WHOLE.test(before.text);
  return before?.kind === "operator" && /^[-+*/^&=<>(;]/.test(before.text);
}

/** For each sign whether it stands between braces. */
function arraysIn(tokens: readonly Token[]): boolean[] {
  let depth = 0;
  return tokens.map(({ text }) => {
    if (text === "{") depth += 1;
    if (text === "}") depth = Math.max(0, depth - 1);
    return depth > 0;
  });
}
