import { lex, type LexedToken } from "fast-formula-parser/grammar/lexing";
import { areaOf } from "../host/address";

/** A part of a formula that cannot be evaluated here; the person can give it a cell of its own. */
export class Cannot extends Error {
  constructor(
    /** What is not understood, as it stands in the formula; "" where the formula as a whole cannot be read. */
    readonly part: string,
  ) {
    super(part);
  }
}

/** Where something stands in the text of a formula; the end is not part of it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A call in a formula, from its name to its closing bracket. */
export interface CallText extends Stretch {
  /** In capitals. */
  readonly name: string;
  readonly arguments: readonly Stretch[];
}

type Area = NonNullable<ReturnType<typeof areaOf>>;

export interface Range extends Area {
  /** As the formula names it; absent for the sheet of the formula. */
  readonly sheet?: string;
}

/** A formula prepared for the parser, and what stands in it. */
export interface FormulaText {
  readonly text: string;
  readonly calls: readonly CallText[];
  readonly ranges: readonly Range[];
  /** Names of the workbook by the word that stands for them in `text`, which has neither accents nor the form of a column. */
  readonly names: ReadonlyMap<string, string>;
}

export function readFormula(formula: string): FormulaText {
  const names = new Map<string, string>();
  const text = formula
    .replace(/^=/, "")
    .split(QUOTED)
    .map((piece, index) => (index % 2 === 1 ? piece : prepared(piece, names)))
    .join("");
  const tokens = tokensOf(text);
  return { text, calls: callsOf(text, tokens), ...referencesOf(tokens, names) };
}

/** Texts, and names of sheets in apostrophes. */
const QUOTED = /("(?:""|[^"])*"|'(?:''|[^'])*'!)/;
const PREFIXES = /_xl(?:fn|ws|udf)\.|_xldudf_/gi;
/** An @ that changes nothing: before a function or a single cell. */
const NEEDLESS_AT = /@(?=[\w.]+\(|\$?[A-Za-z]{1,3}\$?\d+(?![\w:#]))/g;
/** References to tables, to what a formula fills, and to what stands in the row of the cell. */
const UNKNOWN = /[\w.]*\[[^\]]*\]?\]?|\$?[A-Za-z]{1,3}\$?\d+#|@[\w.$:]*/;
const WORD = /(?<![\p{L}\p{N}_.$:])[\p{L}_\\][\p{L}\p{N}_.\\?]*(?![\p{L}\p{N}_.\\?]*[!(:])(?![\p{L}\p{N}_.\\?])/gu;
const ASCII_NAME = /^[A-Za-z_][A-Za-z0-9_.?]*$/;
const COLUMN = /^[A-Za-z]{1,3}$/;

/** The parser's names have no accents, and three letters are a column to it; a stand-in of the same length keeps every place. */
function prepared(piece: string, names: Map<string, string>): string {
  const plain = piece.replace(PREFIXES, "").replace(NEEDLESS_AT, "");
  const unknown = UNKNOWN.exec(plain);
  if (unknown) throw new Cannot(unknown[0]);
  return plain.replace(WORD, (word) => {
    if (ASCII_NAME.test(word) && !COLUMN.test(word)) return word;
    const stand = `${word.slice(0, -1).replace(/[^A-Za-z0-9_]/g, "_")}_`;
    if ((names.get(stand) ?? word) !== word) throw new Cannot(word);
    names.set(stand, word);
    return stand;
  });
}

function tokensOf(text: string): readonly LexedToken[] {
  try {
    return lex(text).tokens;
  } catch {
    throw new Cannot("");
  }
}

const kind = (token: LexedToken | undefined): string | undefined => token?.tokenType.name;
const endOf = ({ startOffset, image }: LexedToken): number => startOffset + image.length;

function callsOf(text: string, tokens: readonly LexedToken[]): CallText[] {
  const calls: CallText[] = [];
  const open: { readonly name?: string; readonly start: number; readonly cuts: number[] }[] = [];
  for (const token of tokens) {
    if (kind(token) === "Function") {
      open.push({ name: token.image.slice(0, -1).toUpperCase(), start: token.startOffset, cuts: [endOf(token)] });
    } else if (kind(token) === "OpenParen" || kind(token) === "OpenCurlyParen") {
      open.push({ start: token.startOffset, cuts: [] });
    } else if (kind(token) === "Comma") open.at(-1)?.cuts.push(endOf(token));
    else if (kind(token) === "CloseParen" || kind(token) === "CloseCurlyParen") {
      const closed = open.pop();
      if (closed?.name === undefined) continue;
      const { name, start, cuts } = closed;
      calls.push({ name, start, end: endOf(token), arguments: argumentsOf(text, cuts, token.startOffset) });
    }
  }
  return calls;
}

function argumentsOf(text: string, cuts: readonly number[], end: number): Stretch[] {
  const parts = cuts.map((start, index) => ({ start, end: (cuts[index + 1] ?? end + 1) - 1 }));
  return parts.length === 1 && text.slice(cuts[0], end).trim() === "" ? [] : parts;
}

function referencesOf(
  tokens: readonly LexedToken[],
  standIns: ReadonlyMap<string, string>,
): Pick<FormulaText, "ranges" | "names"> {
  const ranges: Range[] = [];
  const names = new Map<string, string>();
  tokens.forEach((token, index) => {
    const [before, colon, last] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    const sheet = kind(before)?.startsWith("Sheet") ? sheetOf(before!.image) : undefined;
    const isRange = kind(colon) === "Colon";
    switch (kind(token)) {
      case "Cell": {
        if (kind(before) === "Colon") return;
        if (isRange && kind(last) !== "Cell") throw new Cannot(`${token.image}:${last?.image ?? ""}`);
        const address = isRange ? `${token.image}:${last!.image}` : token.image;
        const area = areaOf(address);
        if (!area) throw new Cannot(address);
        ranges.push({ ...area, ...(sheet !== undefined && { sheet }) });
        return;
      }
      case "Name":
        // A name that belongs to a sheet, or a span of sheets.
        if (sheet !== undefined || isRange) throw new Cannot(`${before?.image ?? ""}${token.image}`);
        names.set(token.image, standIns.get(token.image) ?? token.image);
        return;
      case "Column":
      case "Number":
        // Whole columns or rows are too much to read.
        if (isRange) throw new Cannot(`${token.image}:${last?.image ?? ""}`);
    }
  });
  return { ranges, names };
}

const sheetOf = (image: string): string =>
  image.startsWith("'") ? image.slice(1, -2).replace(/''/g, "'") : image.slice(0, -1);
