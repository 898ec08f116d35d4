import { areaOf, sheetOf } from "./addresses";
import { LONGEST_TEXT, Stopped } from "./budget";
import { isOtherBook } from "./outside";
import { isCalled, isStoredCall, plainName, type Token, tokensOf } from "./tokens";
import type { Area, Scalar } from "./values";
import { ErrorValue } from "./values";

/** A part of a formula that cannot be evaluated here; the person can give it a cell of its own. */
export class Cannot extends Error {
  constructor(
    /** What is not understood, as it stands in the formula; "" where the formula as a whole cannot be read. */
    readonly part: string,
  ) {
    super(part);
  }
}

/** Where something stands in the text of a formula, with the brackets around it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A column of a table, or several; "this row", "headers", "totals", "data", "all" in lower case. */
export interface TableReference {
  /** "" for the table in which the cell stands. */
  readonly table: string;
  readonly parts: readonly string[];
  /** First and last; none for the whole table. */
  readonly columns: readonly string[];
}

export type Node = Stretch &
  (
    | { readonly kind: "literal"; readonly value: Scalar }
    | { readonly kind: "array"; readonly rows: readonly (readonly Scalar[])[] }
    | { readonly kind: "area"; readonly sheet: string | undefined; readonly area: Area }
    | { readonly kind: "name"; readonly name: string }
    | ({ readonly kind: "table" } & TableReference)
    | { readonly kind: "spill"; readonly of: Node }
    /** What is known to be beyond us: other workbooks, spans of sheets. */
    | { readonly kind: "unread" }
    /** An argument left out. */
    | { readonly kind: "missing" }
    | { readonly kind: "prefix"; readonly operator: string; readonly of: Node }
    | { readonly kind: "percent"; readonly of: Node }
    | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node }
    /** `name` as people type it and in capitals; "" where what is called is no name. */
    | { readonly kind: "call"; readonly name: string; readonly callee: Node; readonly arguments: readonly Node[] }
  );

export type NodeOf<K extends Node["kind"]> = Extract<Node, { readonly kind: K }>;

/** A formula that was read. */
export interface Formula {
  readonly text: string;
  readonly root: Node;
}

/** Throws a Cannot for what is no formula, and a Stopped for one that is too long. */
export function parse(text: string): Formula {
  if (text.length > LONGEST_TEXT) throw new Stopped("length");
  return { text, root: new Parser(text).whole() };
}

export const textOf = ({ text }: Formula, { start, end }: Stretch): string => text.slice(start, end).trim();

/** From the loosest to the tightest; those of references bind tighter than signs. */
const STRENGTH: Readonly<Record<string, number>> = {
  "=": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "<>": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
  "%": 6,
  ",": 8,
  " ": 9,
  ":": 10,
};
const OF_SIGNS = 7;

/** Excel nests 64 calls; signs and brackets count here too. */
const DEEPEST = 256;

const REFERENCES: ReadonlySet<Node["kind"]> = new Set(["area", "name", "table", "spill", "call", "binary", "unread"]);
const STARTS_REFERENCE: ReadonlySet<string> = new Set(["reference", "name", "table", "sheet"]);

/** A Pratt parser: an operand, then what binds at least so tightly to it. */
class Parser {
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;
  /** Inside brackets of its own a comma joins ranges; among arguments it parts them. */
  private joins = false;

  constructor(private readonly text: string) {
    const [first, ...rest] = tokensOf(text);
    this.tokens = first?.text === "=" ? rest : [...(first ? [first] : []), ...rest];
  }

  whole(): Node {
    const node = this.expression(0);
    this.space();
    if (this.token) this.refuse();
    return node;
  }

  private get token(): Token | undefined {
    return this.tokens[this.index];
  }

  private refuse(): never {
    throw new Cannot("");
  }

  private space(): boolean {
    const before = this.index;
    while (this.token?.kind === "space") this.index += 1;
    return this.index > before;
  }

  private take(): Token {
    const { token } = this;
    if (!token) this.refuse();
    this.index += 1;
    return token;
  }

  private isNext(text: string): boolean {
    return this.token?.kind === "operator" && this.token.text === text;
  }

  private expect(text: string): Token {
    this.space();
    if (!this.isNext(text)) this.refuse();
    return this.take();
  }

  private expression(loosest: number): Node {
    if (++this.depth > DEEPEST) this.refuse();
    this.space();
    let node = this.operand();
    for (;;) {
      const operator = this.operatorAfter(node);
      const strength = operator === null ? -1 : STRENGTH[operator]!;
      if (operator === null || strength < loosest) break;
      this.space();
      if (operator !== " ") {
        const { end } = this.take();
        if (operator === "%") {
          node = { kind: "percent", of: node, start: node.start, end };
          continue;
        }
      }
      const right = this.expression(strength + 1);
      node = { kind: "binary", operator, left: node, right, start: node.start, end: right.end };
    }
    this.depth -= 1;
    return node;
  }

  /** The operator that comes next; a space between two references is one. */
  private operatorAfter(left: Node): string | null {
    const { index } = this;
    const spaced = this.space();
    const { token } = this;
    this.index = index;
    if (!token) return null;
    if (token.kind === "operator" && token.text !== "(") {
      if (token.text === "," && !this.joins) return null;
      return STRENGTH[token.text] === undefined ? null : token.text;
    }
    const starts = STARTS_REFERENCE.has(token.kind) || token.text === "(";
    return spaced && starts && REFERENCES.has(left.kind) ? " " : null;
  }

  private operand(): Node {
    const token = this.take();
    const { kind, text, start, end } = token;
    switch (kind) {
      case "number":
        return { kind: "literal", value: Number(text), start, end };
      case "text":
        return { kind: "literal", value: text.slice(1, -1).replaceAll('""', '"'), start, end };
      case "error":
        return { kind: "literal", value: ErrorValue.of(text), start, end };
      case "operator":
        return this.after(this.fromOperator(token));
      case "sheet":
        return this.after(this.onSheet(token));
      case "reference":
        return this.after(this.area(token));
      case "table":
        return this.after(this.table(token));
      case "name":
        return this.after(this.named(token));
      default:
        return this.refuse();
    }
  }

  /** Marks behind an operand that belong to nothing else: # and the brackets of a call. */
  private after(node: Node): Node {
    let found = node;
    for (;;) {
      if (this.isNext("#")) found = { kind: "spill", of: found, start: found.start, end: this.take().end };
      else if (this.isNext("(") && isCallable(found)) found = this.call("", found);
      else return found;
    }
  }

  private fromOperator({ text, start }: Token): Node {
    if (text === "+" || text === "-" || text === "@") {
      const of = this.expression(text === "@" ? STRENGTH[" "]! : OF_SIGNS);
      return { kind: "prefix", operator: text, of, start, end: of.end };
    }
    if (text === "{") return this.array(start);
    if (text !== "(") this.refuse();
    const inside = this.within(true, () => this.expression(0));
    return { ...inside, start, end: this.expect(")").end };
  }

  private within<Result>(joins: boolean, read: () => Result): Result {
    const before = this.joins;
    this.joins = joins;
    const result = read();
    this.joins = before;
    return result;
  }

  /** Constants only: numbers with a sign, texts, truth values and errors. */
  private array(start: number): Node {
    const rows: Scalar[][] = [[]];
    for (;;) {
      rows.at(-1)!.push(this.constant());
      this.space();
      const { text, end } = this.take();
      if (text === ";") rows.push([]);
      else if (text === "}") {
        if (rows.some((row) => row.length !== rows[0]!.length)) this.refuse();
        return { kind: "array", rows, start, end };
      } else if (text !== ",") this.refuse();
    }
  }

  private constant(): Scalar {
    this.space();
    const isSigned = this.isNext("-") || this.isNext("+");
    const sign = isSigned && this.take().text === "-" ? -1 : 1;
    const node = this.operand();
    if (node.kind !== "literal" || (isSigned && typeof node.value !== "number")) this.refuse();
    return typeof node.value === "number" ? sign * node.value : node.value;
  }

  /** What follows a sheet's name: a reference, #REF!, or a name that belongs to the sheet. */
  private onSheet({ text, start }: Token): Node {
    const token = this.take();
    const { end } = token;
    if (isStoredCall(this.tokens, this.index - 1)) return { ...this.named(token), start };
    if (token.kind === "error") return { kind: "literal", value: ErrorValue.of(token.text), start, end };
    // A colon spans sheets.
    if (isOtherBook(text) || text.includes(":") || token.kind !== "reference") return { kind: "unread", start, end };
    return { ...this.area(token, sheetOf(text)!), start };
  }

  private area({ text, start, end }: Token, sheet?: string): Node {
    const area = areaOf(text);
    return area ? { kind: "area", sheet, area, start, end } : { kind: "unread", start, end };
  }

  private table({ text, start, end }: Token): Node {
    const reference = tableReference(text);
    return reference ? { kind: "table", ...reference, start, end } : { kind: "unread", start, end };
  }

  private named({ text, start, end }: Token): Node {
    const name = plainName(text);
    if (isCalled(this.tokens, this.index - 1)) return this.call(name.toUpperCase(), { kind: "name", name, start, end });
    const upper = name.toUpperCase();
    if (upper === "TRUE" || upper === "FALSE") return { kind: "literal", value: upper === "TRUE", start, end };
    return { kind: "name", name, start, end };
  }

  private call(name: string, callee: Node): Node {
    this.expect("(");
    const given = this.within(false, () => this.given());
    const { end } = this.expect(")");
    const { start } = callee;
    // How files store @ and #.
    if (name === "SINGLE" && given.length === 1) return { kind: "prefix", operator: "@", of: given[0]!, start, end };
    if (name === "ANCHORARRAY" && given.length === 1) return { kind: "spill", of: given[0]!, start, end };
    return { kind: "call", name, callee, arguments: given, start, end };
  }

  private given(): Node[] {
    const given: Node[] = [];
    this.space();
    if (this.isNext(")")) return given;
    for (;;) {
      this.space();
      const isMissing = this.isNext(",") || this.isNext(")");
      const at = this.token?.start ?? this.text.length;
      given.push(isMissing ? { kind: "missing", start: at, end: at } : this.expression(0));
      this.space();
      if (!this.isNext(",")) return given;
      this.take();
    }
  }
}

/** A lambda in its brackets, or what a call gave. */
const isCallable = ({ kind }: Node): boolean => kind === "call";

const PARTS = /^#(all|data|headers|totals|this row)$/i;
const INNER = /\s*(@?)\[((?:[^[\]']|'.)*)\]\s*([,:]?)/giuy;

/** Table1[Column], Table1[[#Headers],[A]:[B]], [@Column]; null for what is none. */
function tableReference(text: string): TableReference | null {
  const open = text.indexOf("[");
  const table = text.slice(0, open);
  const inside = text.slice(open + 1, -1).trim();
  const parts: string[] = [];
  const columns: string[] = [];
  const add = (word: string): void => {
    const part = PARTS.exec(word.trim());
    if (part) parts.push(part[1]!.toLowerCase());
    else columns.push(unescaped(word));
  };
  const isRow = inside.startsWith("@");
  if (isRow) parts.push("this row");
  const rest = isRow ? inside.slice(1) : inside;
  if (rest === "") return { table, parts, columns };
  if (!rest.startsWith("[")) add(rest);
  else {
    INNER.lastIndex = 0;
    while (INNER.lastIndex < rest.length) {
      const match = INNER.exec(rest);
      if (!match) return null;
      add(match[2]!);
    }
  }
  return columns.length > 2 ? null : { table, parts, columns };
}

/** A quote before what would else be a sign of the notation. */
const unescaped = (column: string): string => column.replace(/'(.)/gsu, "$1");
