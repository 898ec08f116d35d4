/** Of the package, what the evaluation uses. */
declare module "fast-formula-parser" {
  export interface Position {
    readonly sheet: string;
    readonly row: number;
    readonly col: number;
  }

  export interface CellRef {
    readonly sheet?: string;
    readonly row: number;
    readonly col: number;
  }

  export interface RangeRef {
    readonly sheet?: string;
    readonly from: CellRef;
    readonly to: CellRef;
  }

  /** A cell's error; the parser compares them by identity, so one is made per code. */
  export class FormulaError extends Error {
    constructor(error: string);
    readonly error: string;
    readonly details?: unknown;
  }

  interface Token {
    readonly startOffset: number;
  }

  interface Config {
    readonly functions?: Readonly<Record<string, (...args: never[]) => unknown>>;
    readonly onCell: (ref: CellRef) => unknown;
    readonly onRange: (ref: RangeRef) => unknown;
    readonly onVariable: (name: string) => CellRef | RangeRef | null;
  }

  interface Utils {
    applyInfix: (left: unknown, infix: string, right: unknown) => unknown;
    applyPrefix: (prefixes: readonly string[], operand: unknown) => unknown;
    applyPostfix: (operand: unknown, postfix: string) => unknown;
  }

  export default class FormulaParser {
    static readonly FormulaError: typeof FormulaError;
    constructor(config: Config);
    readonly functions: Readonly<Record<string, unknown>>;
    readonly utils: Utils;
    /** `LA(0)` is the token read last. */
    readonly parser: { LA(howMuch: number): Token };
    parse(formula: string, position: Position, allowReturnArray: boolean): unknown;
    retrieveRef(value: unknown): unknown;
    callFunction(name: string, args: readonly unknown[]): unknown;
  }
}

declare module "fast-formula-parser/grammar/lexing" {
  export interface LexedToken {
    readonly image: string;
    readonly startOffset: number;
    readonly tokenType: { readonly name: string };
  }
  export function lex(formula: string): { readonly tokens: readonly LexedToken[] };
}
