import { areaOf, COLUMNS, lettersOf, ROWS } from "../formula/addresses";
import { isOtherBook, isOutside, reachesOutside } from "../formula/outside";
import { plainName, type Token, tokensOf } from "../formula/tokens";
import type { Name } from "./book";
import { damaged, LONGEST_FORMULA } from "./refused";
import { CALCULATING_ARRAYS, FILLING, NEWER, NEWER_OF_SHEETS, TAKING_RANGES } from "./newer";

/** Our functions by the names that files have for them, in capitals: a dot is an underscore there. */
export type OwnNames = ReadonlyMap<string, string>;

const OWN_PREFIX = "_XLDUDF_";

/** In a file, prefixes make it longer than what Excel shows, and nobody's formula is all prefixes. */
const LONGEST_STORED = 4 * LONGEST_FORMULA;
const MOST_SHOWN = 40;

/** Of a list of names as people type them. */
export const ownNames = (functions: readonly string[]): OwnNames =>
  new Map(functions.map((name) => [name.toUpperCase().replaceAll(".", "_"), name.toUpperCase()]));

const stored = (name: string): string => OWN_PREFIX.toLowerCase() + name.toUpperCase().replaceAll(".", "_");

/** The name of ours that a file, or somebody, writes so; LibreOffice writes all in small letters. */
function ownName(text: string, own: OwnNames): string | undefined {
  const upper = text.toUpperCase();
  const plain = upper.startsWith(OWN_PREFIX) ? upper.slice(OWN_PREFIX.length) : upper.replace(/^_XLL\./, "");
  const found = own.get(plain.replaceAll(".", "_"));
  // With an underscore for the dot it is another's name, or a range's.
  return found === plain || upper.startsWith(OWN_PREFIX) ? found : undefined;
}

/** Names that stand for more than a cell, in capitals. */
export const rangeNames = (names: readonly Pick<Name, "name" | "formula">[]): ReadonlySet<string> =>
  new Set(names.filter(({ formula }) => /[:#]/.test(formula)).map(({ name }) => name.toUpperCase()));

const WORD = /[\p{L}_\\][\p{L}\p{M}\p{N}_.\\]*/gu;

/** Most formulas need no second look; what a word means is found once. */
class Look {
  private readonly words = new Map<string, boolean>();

  constructor(
    private readonly signs: RegExp,
    private readonly matters: (word: string) => boolean,
  ) {}

  needs(formula: string): boolean {
    if (this.signs.test(formula)) return true;
    return (formula.match(WORD) ?? []).some((word) => {
      let found = this.words.get(word);
      if (found === undefined) {
        found = this.matters(word.toUpperCase());
        if (this.words.size < 10_000) this.words.set(word, found);
      }
      return found;
    });
  }
}

/** Formulas as files have them. */
export class Writer {
  private readonly look: Look;

  constructor(
    private readonly own: OwnNames,
    /** Names of the book that stand for more than a cell, in capitals. */
    private readonly ranges: ReadonlySet<string> = new Set(),
  ) {
    this.look = new Look(
      /[@#]/,
      (word) => NEWER.has(word) || NEWER_OF_SHEETS.has(word) || ownName(word, own) !== undefined,
    );
  }

  /** Without "=". */
  written(formula: string): string {
    const text = formula.replace(/^=/, "");
    return this.look.needs(text) ? this.rewritten(tokensOf(text)) : text;
  }

  private rewritten(tokens: readonly Token[]): string {
    const frames: Frame[] = [];
    let out = "";
    for (let index = 0; index < tokens.length; index++) {
      const { kind, text } = tokens[index]!;
      const filled = filledAt(tokens, index);
      if (filled !== null) {
        const operand = tokens.slice(index, filled).map((token) => token.text);
        out += `_xlfn.ANCHORARRAY(${operand.join("")})`;
        index = filled;
        continue;
      }
      if (text === "@") {
        const end = operandEnd(tokens, index + 1);
        if (end !== null) {
          out += `_xlfn.SINGLE(${this.rewritten(tokens.slice(index + 1, end))})`;
          index = end - 1;
          continue;
        }
      }
      if (text === "(") frames.push({ name: callName(tokens, index), argument: 0, variables: new Map() });
      else if (text === ")") frames.pop();
      else if (text === "," && frames.length > 0) frames.at(-1)!.argument += 1;
      out += kind === "name" || kind === "table" ? this.name(tokens, index, frames) : text;
    }
    return out;
  }

  private name(tokens: readonly Token[], index: number, frames: readonly Frame[]): string {
    const { text, kind } = tokens[index]!;
    const variable = declared(tokens, index, frames) ?? knownVariable(text, frames);
    if (variable !== undefined) return variable;
    if (kind === "table") return text;
    const upper = text.toUpperCase();
    if (tokens[index - 1]?.kind === "sheet") return text;
    if (!called(tokens, index)) {
      // Handed on by its name alone: MAP(A1:A3,SUM).
      return NEWER.has(upper) && frames.length > 0 && isEndOfArgument(tokens, index) ? `_xlfn.${upper}` : text;
    }
    const own = ownName(text, this.own);
    if (own !== undefined) return stored(own);
    if (NEWER_OF_SHEETS.has(upper)) return `_xlfn._xlws.${upper}`;
    return NEWER.has(upper) ? `_xlfn.${upper}` : text;
  }

  /**
   * Whether a cell has to be an array so that the formula calculates as it is read: otherwise Excel takes of each range but the cell of
   * its own row, and shows an "@".
   */
  needsArray(formula: string): boolean {
    const text = formula.replace(/^=/, "");
    if (!/[:#]/.test(text) && !this.mayFill.needs(text)) return false;
    const tokens = tokensOf(text).filter(({ kind }) => kind !== "space");
    const frames: string[] = [];
    return tokens.some((token, index) => {
      if (token.text === "(") {
        const name = callName(tokens, index);
        frames.push(name);
        return FILLING.has(name);
      }
      if (token.text === ")") frames.pop();
      if (!this.isRange(tokens, index)) return false;
      if (frames.some((name) => CALCULATING_ARRAYS.has(name))) return false;
      const before = tokens[index - 1]?.kind === "sheet" ? tokens[index - 2] : tokens[index - 1];
      const after = tokens[index + 1]?.text === "#" ? tokens[index + 2] : tokens[index + 1];
      const name = frames.at(-1) ?? "";
      const isWhole = /^[(,]$/.test(before?.text ?? "") && /^[),]$/.test(after?.text ?? "");
      return !(isWhole && (TAKING_RANGES.has(name) || ownName(name, this.own) !== undefined));
    });
  }

  private readonly mayFill = new Look(/[#:]/, (word) => FILLING.has(word) || this.ranges.has(word));

  private isRange(tokens: readonly Token[], index: number): boolean {
    const { kind, text } = tokens[index]!;
    if (kind === "reference") return text.includes(":") || tokens[index + 1]?.text === "#";
    return kind === "name" && this.ranges.has(text.toUpperCase()) && !called(tokens, index);
  }
}

interface Frame {
  readonly name: string;
  argument: number;
  /** Of LET and LAMBDA, by their names in capitals. */
  readonly variables: Map<string, string>;
}

/** The name before a bracket, in capitals; "" where there is none. */
function callName(tokens: readonly Token[], bracket: number): string {
  const before = tokens[bracket - 1]?.kind === "space" ? tokens[bracket - 2] : tokens[bracket - 1];
  return before?.kind === "name" ? plainName(before.text).toUpperCase() : "";
}

function next(tokens: readonly Token[], index: number): Token | undefined {
  return tokens[index + 1]?.kind === "space" ? tokens[index + 2] : tokens[index + 1];
}

const called = (tokens: readonly Token[], index: number): boolean => next(tokens, index)?.text === "(";

const isEndOfArgument = (tokens: readonly Token[], index: number): boolean =>
  /^[,)]$/.test(next(tokens, index)?.text ?? "");

function isStartOfArgument(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.kind === "space" ? tokens[index - 2] : tokens[index - 1];
  return /^[(,]$/.test(before?.text ?? "");
}

const OPTIONAL = /^\[([\p{L}_\\][\p{L}\p{M}\p{N}_.\\]*)\]$/u;

/** What a variable is called in files, at the place that names it first. */
function declared(tokens: readonly Token[], index: number, frames: readonly Frame[]): string | undefined {
  const frame = frames.at(-1);
  if (!frame || next(tokens, index)?.text !== "," || !isStartOfArgument(tokens, index)) return undefined;
  const { text, kind } = tokens[index]!;
  if (frame.name !== "LAMBDA" && !(frame.name === "LET" && frame.argument % 2 === 0)) return undefined;
  const optional = OPTIONAL.exec(text)?.[1];
  if (kind === "table" && (optional === undefined || frame.name !== "LAMBDA")) return undefined;
  const name = optional ?? text;
  frame.variables.set(name.toUpperCase(), `_xlpm.${name}`);
  return optional === undefined ? `_xlpm.${name}` : `_xlop.${name}`;
}

function knownVariable(text: string, frames: readonly Frame[]): string | undefined {
  const upper = text.toUpperCase();
  const frame = frames.findLast(({ variables }) => variables.has(upper));
  return frame && `_xlpm.${text}`;
}

/** Where the "#" stands after an operand that begins here; null where none does. */
function filledAt(tokens: readonly Token[], index: number): number | null {
  const { kind } = tokens[index]!;
  const operand = kind === "sheet" ? index + 1 : index;
  if (kind !== "sheet" && tokens[index - 1]?.kind === "sheet") return null;
  const isOperand = tokens[operand]?.kind === "reference" || tokens[operand]?.kind === "name";
  return isOperand && tokens[operand + 1]?.text === "#" ? operand + 1 : null;
}

/** The end of a cell, name or call; null where something else begins. */
function operandEnd(tokens: readonly Token[], index: number): number | null {
  const start = tokens[index]?.kind === "sheet" ? index + 1 : index;
  const kind = tokens[start]?.kind;
  if (kind === "reference" || kind === "table") return tokens[start + 1]?.text === "#" ? start + 2 : start + 1;
  if (kind === "name" && tokens[start + 1]?.text !== "(")
    return tokens[start + 1]?.text === "#" ? start + 2 : start + 1;
  const bracket = kind === "name" ? start + 1 : start;
  if (tokens[bracket]?.text !== "(") return null;
  const end = closing(tokens, bracket);
  return end < 0 ? null : end + 1;
}

function closing(tokens: readonly Token[], bracket: number): number {
  let depth = 0;
  for (let index = bracket; index < tokens.length; index++) {
    if (tokens[index]!.text === "(") depth += 1;
    else if (tokens[index]!.text === ")" && --depth === 0) return index;
  }
  return -1;
}

export type Read = { readonly formula: string } | { readonly why: "outside" | "other-book" | "table" };

/** Formulas of files as people read them. */
export class Reader {
  private readonly look: Look;

  constructor(private readonly own: OwnNames) {
    this.look = new Look(
      /[@[|'!]/,
      (word) => word.startsWith("_XL") || isOutside(word) || ownName(word, own) !== undefined,
    );
  }

  /** With "=". A formula that reaches out of the book, or names a table, is not taken. */
  read(text: string): Read {
    if (text.length > LONGEST_STORED) throw damaged(text.slice(0, MOST_SHOWN));
    if (!this.look.needs(text)) return { formula: `=${text}` };
    const formula = this.plain(tokensOf(text));
    const tokens = tokensOf(formula);
    if (tokens.some((token) => token.kind === "sheet" && isOtherBook(token.text))) return { why: "other-book" };
    if (reachesOutside(formula) !== null) return { why: "outside" };
    if (tokens.some((token) => token.kind === "table" && !OPTIONAL.test(token.text))) return { why: "table" };
    return { formula: `=${formula}` };
  }

  /** With "=", whatever it reaches or names. */
  shown(text: string): string {
    return `=${this.look.needs(text) ? this.plain(tokensOf(text)) : text}`;
  }

  /** Our functions that a formula of a file calls, each once, by the names that people type. */
  calls(text: string): string[] {
    if (!this.own.size || !this.look.needs(text)) return [];
    const tokens = tokensOf(text);
    const names = tokens.flatMap(({ kind, text: name }, index) =>
      kind === "name" && called(tokens, index) ? (ownName(name, this.own) ?? []) : [],
    );
    return [...new Set(names)];
  }

  private plain(tokens: readonly Token[]): string {
    let out = "";
    for (let index = 0; index < tokens.length; index++) {
      const { kind, text } = tokens[index]!;
      // Another add-in may have put its file before the name.
      const named = kind === "sheet" ? tokens[index + 1] : undefined;
      if (named?.kind === "name" && named.text.toUpperCase().startsWith(OWN_PREFIX) && ownName(named.text, this.own))
        continue;
      if (text === "@" && this.isOwnCall(tokens, index + 1)) continue;
      if (kind !== "name") {
        out += text;
        continue;
      }
      const wrapped = /^_xlfn\.(SINGLE|ANCHORARRAY)$/i.exec(text)?.[1]?.toUpperCase();
      const end = wrapped !== undefined && tokens[index + 1]?.text === "(" ? closing(tokens, index + 1) : -1;
      if (end > 0) {
        const inner = tokens.slice(index + 2, end);
        const isOwn = this.isOwnCall(inner, 0);
        out += wrapped === "ANCHORARRAY" ? `${this.plain(inner)}#` : `${isOwn ? "" : "@"}${this.plain(inner)}`;
        index = end;
        continue;
      }
      out += this.name(tokens, index);
    }
    return out;
  }

  private isOwnCall(tokens: readonly Token[], index: number): boolean {
    const start = tokens[index]?.kind === "sheet" ? index + 1 : index;
    const token = tokens[start];
    return token?.kind === "name" && called(tokens, start) && ownName(token.text, this.own) !== undefined;
  }

  private name(tokens: readonly Token[], index: number): string {
    const { text } = tokens[index]!;
    const own = called(tokens, index) ? ownName(text, this.own) : undefined;
    if (own !== undefined) return own;
    if (/^_xlop\./i.test(text)) return `[${text.slice(6)}]`;
    // The functions of others keep the name of the file: which of their underscores were dots, nobody can tell.
    return text.toUpperCase().startsWith(OWN_PREFIX) ? text : plainName(text);
  }
}

/** A formula of a file in which our functions go by other names, and all else is as it was: those that people type, or those of files. */
export function renamed(text: string, own: OwnNames, as: "typed" | "stored"): string {
  const tokens = tokensOf(text);
  const ownAt = (index: number): string | undefined => {
    const token = tokens[index];
    return token?.kind === "name" && called(tokens, index) ? ownName(token.text, own) : undefined;
  };
  return tokens
    .map(({ kind, text: part }, index) => {
      if (kind === "sheet" && tokens[index + 1]?.text.toUpperCase().startsWith(OWN_PREFIX) && ownAt(index + 1))
        return "";
      const name = ownAt(index);
      if (name === undefined || (tokens[index - 1]?.kind === "sheet" && !part.toUpperCase().startsWith(OWN_PREFIX)))
        return part;
      return as === "typed" ? name : stored(name);
    })
    .join("");
}

/** The formula of a group of cells, in the cell so many rows and columns from the first. */
export class Shared {
  private readonly tokens: readonly Token[];

  constructor(formula: string) {
    this.tokens = tokensOf(formula);
  }

  at(rows: number, columns: number): string {
    return this.tokens.map(({ kind, text }) => (kind === "reference" ? moved(text, rows, columns) : text)).join("");
  }
}

const CORNER = /(\$?)([A-Z]{1,3})?(\$?)([1-9]\d*)?/iy;

function moved(reference: string, rows: number, columns: number): string {
  const corners = reference.split(/(\.?:\.?)/);
  const out = corners.map((corner, index) => (index % 2 === 1 ? corner : movedCorner(corner, rows, columns)));
  return out.includes(null) ? "#REF!" : out.join("");
}

function movedCorner(corner: string, rows: number, columns: number): string | null {
  CORNER.lastIndex = 0;
  const [, first = "", letters, second = "", digits] = CORNER.exec(corner) ?? [];
  // A sign before a row alone is its own.
  const [fixedColumn, fixedRow] = letters === undefined ? ["", first || second] : [first, second];
  let out = "";
  if (letters !== undefined) {
    const named = areaOf(`${letters}1`);
    if (!named) return null;
    const column = named.column + (fixedColumn ? 0 : columns);
    if (column < 0 || column >= COLUMNS) return null;
    out += fixedColumn + lettersOf(column);
  }
  if (digits !== undefined) {
    const row = Number(digits) - 1 + (fixedRow ? 0 : rows);
    if (row < 0 || row >= ROWS) return null;
    out += `${fixedRow}${row + 1}`;
  }
  return out;
}
