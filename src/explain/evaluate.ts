import FormulaParser, { type CellRef, type FormulaError, type RangeRef } from "fast-formula-parser";
import { signatures } from "../functions/generated/signatures";
import { settings } from "../settings";
import { addressOf } from "../host/address";
import { type CallText, Cannot, type FormulaText, type Range, readFormula, type Stretch } from "./formula-text";

/** A cell's content: null is a blank one, "#N/A" and its like are errors. */
export type CellValue = string | number | boolean | null;
export type Matrix<Value> = readonly (readonly Value[])[];

/** A range of a sheet: "B2", "A1:C10". */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** What must be read before a formula can be evaluated. */
export interface References {
  readonly ranges: readonly Place[];
  readonly names: readonly string[];
}

/** What was read for them, in the same order; null for what the workbook does not have. */
export interface Values {
  readonly ranges: readonly (Matrix<CellValue> | null)[];
  readonly names: readonly (Matrix<CellValue> | null)[];
}

/** The cell to explain: its sheet, and how far it is from the cell with the formula where that one fills it. */
export interface Position {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What a function is given. An error in a cell is handed on as Excel hands it to a custom function. */
export type Handed = CellValue | { readonly type: "Error"; readonly basicValue: string };

export interface CallArgument {
  readonly name: string;
  /** As it stands in the formula; "" where it is left out. */
  readonly text: string;
  readonly value: Handed | Matrix<Handed>;
}

export interface CellError {
  readonly code: string;
  readonly message: string;
}

/** A call of one of our functions, as the cell makes it. */
export interface Call {
  readonly id: string;
  readonly arguments: readonly CallArgument[];
  readonly result: CellValue | Matrix<unknown> | CellError;
  /** Where in a table the cell stands, from the table's corner; absent where the formula goes on with the whole table. */
  readonly at?: { readonly row: number; readonly column: number };
  /** A range was given for a single value: how many calls that makes, of which this is one. */
  readonly lifted?: number;
}

export interface Evaluation {
  /** As they stand in the formula, from left to right; without those of a branch that was not taken. */
  readonly calls: readonly Call[];
  readonly value: CellValue;
}

const MOST_CELLS = 1_000_000;

/** What a formula refers to. Throws a Cannot for what cannot be read. */
export function references(formula: string, sheet: string): References {
  const { ranges, names } = readFormula(formula);
  return {
    ranges: ranges.map((range) => {
      const address = addressOf(range);
      if (range.rows * range.columns > MOST_CELLS) throw new Cannot(address);
      return { sheet: range.sheet ?? sheet, address };
    }),
    names: [...names.values()],
  };
}

/** The value of a formula, and every call of ours on the way to it. Nothing but the values given is read. */
export function evaluate(formula: string, position: Position, values: Values): Evaluation {
  return new Evaluator(readFormula(formula), position, values).evaluate();
}

const { FormulaError: ErrorOf } = FormulaParser;

/** Names of the workbook stand on a sheet of their own, for the parser knows references only. */
const NAME_SHEET = "\u0000";

/** Functions that reach outside, read what no reference names, or answer differently each time. */
const REFUSED: ReadonlySet<string> = new Set(
  "WEBSERVICE FILTERXML INDIRECT OFFSET RAND RANDBETWEEN CELL INFO".split(" "),
);

/** Functions of single values: Excel calls them once per cell of a range, as it calls ours. */
const SCALAR: ReadonlySet<string> = new Set(
  (
    "IF IFERROR IFNA IFS CHOOSE SWITCH NOT ABS INT TRUNC SIGN MOD ROUND ROUNDUP ROUNDDOWN MROUND CEILING FLOOR SQRT POWER " +
    "DATE YEAR MONTH DAY EDATE EOMONTH DATEVALUE TEXT LEFT RIGHT MID UPPER LOWER TRIM ISERROR ISNUMBER ISBLANK ISNA ISTEXT"
  ).split(" "),
);

/** Functions to which a blank cell is not the same as none given. */
const KNOWS_BLANK = /^(IS|COUNT|AVERAGE|SUM|PRODUCT|INDEX|ROW|COLUMN|AND$|OR$|XOR$|TYPE$)/;

/** The functions that choose among their arguments: the index of the one chosen, or the error that stands in its place. */
const CHOICES: Readonly<Record<string, (value: (index: number) => Single, count: number) => number | FormulaError>> = {
  IF: (value) => {
    const test = truth(value(0));
    return typeof test === "boolean" ? (test ? 1 : 2) : test;
  },
  IFERROR: (value) => (value(0) instanceof ErrorOf ? 1 : 0),
  IFNA: (value) => (value(0) === NOT_AVAILABLE ? 1 : 0),
  IFS: (value, count) => {
    for (let index = 0; index + 1 < count; index += 2) {
      const test = truth(value(index));
      if (typeof test !== "boolean") return test;
      if (test) return index + 1;
    }
    return NOT_AVAILABLE;
  },
  CHOOSE: (value, count) => {
    const index = value(0);
    if (index instanceof ErrorOf) return index;
    const chosen = Math.trunc(Number(index));
    return chosen >= 1 && chosen < count ? chosen : VALUE;
  },
  SWITCH: (value, count) => {
    const wanted = value(0);
    if (wanted instanceof ErrorOf) return wanted;
    for (let index = 1; index + 1 < count; index += 2) if (value(index) === wanted) return index + 1;
    return count % 2 === 0 ? count - 1 : NOT_AVAILABLE;
  },
};

/** Our functions by name; a file has underscores for the dots. */
const IDS: ReadonlyMap<string, string> = new Map(
  Object.keys(signatures).flatMap((id) => [
    [id, id],
    [id.replaceAll(".", "_"), id],
  ]),
);

const NOT_AVAILABLE = new ErrorOf("#N/A");
const VALUE = new ErrorOf("#VALUE!");
const REFERENCE = new ErrorOf("#REF!");

type Single = CellValue | FormulaError;

function truth(value: Single): boolean | FormulaError {
  if (value instanceof ErrorOf) return value;
  if (typeof value !== "string") return Boolean(value);
  const upper = value.toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : VALUE;
}

/** A cell's value as the parser knows it. */
const ERRORS =
  /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|CONNECT!|FIELD!|BLOCKED!|UNKNOWN!)$/;
const parsed = (value: CellValue): Single =>
  typeof value === "string" && ERRORS.test(value) ? new ErrorOf(value) : value;

const handed = (value: Single): Handed =>
  value instanceof ErrorOf ? { type: "Error", basicValue: value.error } : value;

const isMatrix = (value: unknown): value is Matrix<Single> => Array.isArray(value);
const sizeOf = (matrix: Matrix<unknown>): number => matrix.length * (matrix[0]?.length ?? 0);

/** A single row or column serves every row or column, as in Excel; beyond a range there is #N/A. */
function elementAt(matrix: Matrix<Single>, row: number, column: number): Single {
  const line = matrix[matrix.length === 1 ? 0 : row];
  const value = line?.[line.length === 1 ? 0 : column];
  return value === undefined ? NOT_AVAILABLE : value;
}

/** Values that were read, and where they stand: the parser counts rows and columns from 1. */
interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly values: Matrix<CellValue> | null;
}

interface Recorded {
  readonly place: Stretch;
  readonly call: Call;
}

class Evaluator extends FormulaParser {
  private readonly areas: readonly Area[];
  private readonly recorded: Recorded[] = [];
  /** Arguments that a function passed over. */
  private readonly passedOver: Stretch[] = [];

  constructor(
    private readonly formula: FormulaText,
    private readonly at: Position,
    values: Values,
  ) {
    const names = new Map([...formula.names.keys()].map((name, index) => [name, values.names[index] ?? null]));
    super({
      functions: { MAX: extreme(Math.max), MIN: extreme(Math.min) },
      onCell: (ref) => this.valueAt(ref.sheet!, ref),
      onRange: ({ sheet, from, to }) => this.rangeAt(sheet!, from, to),
      onVariable: (name) => nameRef(name, names.get(name)),
    });
    this.areas = [
      ...formula.ranges.map((range: Range, index) => ({
        sheet: (range.sheet ?? at.sheet).toLowerCase(),
        top: range.row + 1,
        left: range.column + 1,
        values: values.ranges[index] ?? null,
      })),
      ...[...names].map(([name, found]) => ({
        sheet: NAME_SHEET + name.toLowerCase(),
        top: 1,
        left: 1,
        values: found,
      })),
    ];
    this.readOperandsAsExcel();
  }

  evaluate(): Evaluation {
    const value = this.run();
    const isPassedOver = ({ start, end }: Stretch) =>
      this.passedOver.some((stretch) => stretch.start <= start && end <= stretch.end);
    const calls = this.recorded
      .filter(({ place }) => !isPassedOver(place))
      .sort((a, b) => a.place.start - b.place.start)
      .map(({ call }) => call);
    return { calls, value };
  }

  private run(): CellValue {
    const { sheet, row, column } = this.at;
    try {
      const result = this.parse(this.formula.text, { sheet, row: 1, col: 1 }, true) as Single | Matrix<Single>;
      const single = isMatrix(result) ? elementAt(result, row, column) : result;
      return single instanceof ErrorOf ? single.error : single;
    } catch (error) {
      const { details } = error as FormulaError;
      if (details instanceof Cannot) throw details;
      if (error instanceof Cannot) throw error;
      throw new Cannot("");
    }
  }

  override callFunction(written: string, read: readonly unknown[]): unknown {
    const name = written.toUpperCase();
    const place = this.callThatEnds();
    // The parser drops arguments left out at the beginning.
    const missing = Math.max(0, place.arguments.length - read.length);
    const args = [...Array.from({ length: missing }, () => null), ...read];
    const id = IDS.get(name);
    if (id !== undefined) return this.callOurs(id, args, place);
    if (CHOICES[name]) return this.choose(name, args, place);
    if (REFUSED.has(name) || !this.functions[name]) throw new Cannot(name);
    try {
      return super.callFunction(name, this.builtinArguments(name, args));
    } catch (error) {
      if (error instanceof ErrorOf && / is not implemented\.$/.test(error.message)) throw new Cannot(name);
      throw error;
    }
  }

  /** The call whose closing bracket was read last. */
  private callThatEnds(): CallText {
    const end = this.parser.LA(0).startOffset + 1;
    return this.formula.calls.find((call) => call.end === end)!;
  }

  private builtinArguments(name: string, args: readonly unknown[]): unknown[] {
    return args.map((arg) => {
      const value = SCALAR.has(name) ? this.narrowed(arg) : arg;
      return KNOWS_BLANK.test(name) || this.retrieved(value) !== null ? value : null;
    });
  }

  private choose(name: string, args: readonly unknown[], place: CallText): unknown {
    const asked = new Set<number>();
    const chosen = CHOICES[name]!((index) => {
      asked.add(index);
      return this.single(args[index] ?? null);
    }, args.length);
    args.forEach((_, index) => {
      if (index !== chosen && !asked.has(index)) this.passedOver.push(place.arguments[index]!);
    });
    if (typeof chosen !== "number") return chosen;
    // IF without a third argument is FALSE; an empty one is 0.
    return chosen >= args.length ? false : (args[chosen] ?? 0);
  }

  private callOurs(id: string, args: readonly unknown[], place: CallText): unknown {
    const parameters = signatures[id]!;
    const implementation = settings.functions.get(id);
    if (!implementation || args.length > parameters.length) throw new Cannot(id);
    const values = parameters.map(({ matrix = false }, index) =>
      index < args.length ? this.handedOver(args[index], matrix, place.arguments[index]!) : null,
    );
    const isGrid = parameters.map(({ matrix }, index) => !matrix && isMatrix(values[index]!));
    const isLifted = isGrid.includes(true);
    const { rows, columns } = largest(values.filter((_, index) => isGrid[index]) as Matrix<Single>[]);
    const argumentsAt = (row: number, column: number) =>
      values.map((value, index) => given(isGrid[index] ? elementAt(value as Matrix<Single>, row, column) : value));

    const isSingle = this.inSingleContext(place.start);
    const { row, column } = isSingle ? this.at : { row: 0, column: 0 };
    const explained = argumentsAt(row, column);
    const result = outcomeOf(implementation, explained);
    const call = {
      id,
      arguments: parameters.map(({ name }, index) => ({
        name,
        text: this.textOf(place.arguments[index]),
        value: explained[index]!,
      })),
      result,
      ...(isSingle && !isLifted && Array.isArray(result) && { at: { row, column } }),
      ...(isLifted && { lifted: rows * columns }),
    };
    this.recorded.push({ place, call });
    if (!isLifted || isSingle) return asParsed(result);
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_unused, c) => topLeft(asParsed(outcomeOf(implementation, argumentsAt(r, c))))),
    );
  }

  /** A range for a matrix; for a single value its cells, one of which counts as itself. */
  private handedOver(arg: unknown, matrix: boolean, stretch: Stretch): Single | Matrix<Single> {
    const value = this.cellValues(arg, stretch);
    if (matrix) return value === null || isMatrix(value) ? value : [[value]];
    return isMatrix(value) && sizeOf(value) === 1 ? value[0]![0]! : value;
  }

  private textOf(stretch: Stretch | undefined): string {
    return stretch ? this.formula.text.slice(stretch.start, stretch.end).trim() : "";
  }

  /** Whether Excel calculates the formula cell by cell where `offset` stands, rather than handing whole ranges on. */
  private inSingleContext(offset: number): boolean {
    const around = this.formula.calls
      .filter(({ start, end }) => start < offset && offset < end)
      .map((call) => ({ call, index: call.arguments.findIndex(({ start, end }) => start <= offset && offset <= end) }));
    return around.every(
      ({ call: { name }, index }) =>
        SCALAR.has(name) || (IDS.has(name) && signatures[IDS.get(name)!]![index]?.matrix !== true),
    );
  }

  private retrieved(value: unknown): Single | Matrix<Single> {
    return (value === null ? null : this.retrieveRef(value)) as Single | Matrix<Single>;
  }

  private cellValues(arg: unknown, stretch: Stretch): Single | Matrix<Single> {
    const value = this.retrieved(arg);
    const known = value === null || typeof value !== "object" || isMatrix(value) || value instanceof ErrorOf;
    // A union of ranges.
    if (!known) throw new Cannot(this.textOf(stretch));
    return value;
  }

  /** An operand or argument of which one value is wanted: of a range, the one for the cell. */
  private narrowed(value: unknown): unknown {
    const found = this.retrieved(value);
    if (!isMatrix(found)) return value;
    if (sizeOf(found) === 1) return found[0]![0];
    const offset = this.parser.LA(0).startOffset;
    if (!this.inSingleContext(offset)) throw new Cannot(this.textOf(this.innermost(offset)));
    return elementAt(found, this.at.row, this.at.column);
  }

  private innermost(offset: number): CallText | undefined {
    return this.formula.calls
      .filter(({ start, end }) => start < offset && offset < end)
      .sort((a, b) => b.start - a.start)[0];
  }

  private single(arg: unknown): Single {
    const value = this.retrieved(this.narrowed(arg));
    return isMatrix(value) ? topLeft(value) : value;
  }

  /** The parser takes the first cell of a range, a blank one for 0 even beside a text, and capitals for another text. */
  private readOperandsAsExcel(): void {
    const { utils } = this;
    const { applyInfix, applyPrefix, applyPostfix } = utils;
    utils.applyInfix = (left, infix, right) => {
      const [a, b] = [this.single(left), this.single(right)];
      const compares = /[<>=]/.test(infix);
      const operand = (one: Single, other: Single): Single => {
        if (!compares) return one ?? (infix === "&" ? "" : 0);
        if (one === null) return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
        return typeof one === "string" ? one.toLowerCase() : one;
      };
      return applyInfix.call(utils, operand(a, b), infix, operand(b, a));
    };
    utils.applyPrefix = (prefixes, operand) => applyPrefix.call(utils, prefixes, this.single(operand) ?? 0);
    utils.applyPostfix = (operand, postfix) => applyPostfix.call(utils, this.single(operand) ?? 0, postfix);
  }

  private valueAt(sheet: string, { row, col }: CellRef): Single {
    return topLeft(this.rangeAt(sheet, { row, col }, { row, col }));
  }

  private rangeAt(sheet: string, from: CellRef, to: CellRef): Matrix<Single> {
    const area = this.areas.find((one) => one.sheet === sheet.toLowerCase() && holds(one, from, to));
    if (!area) throw new Cannot(addressBetween(from, to));
    if (area.values === null) return [[REFERENCE]];
    return area.values
      .slice(from.row - area.top, to.row - area.top + 1)
      .map((line) => line.slice(from.col - area.left, to.col - area.left + 1).map(parsed));
  }
}

const largest = (grids: readonly Matrix<unknown>[]): { readonly rows: number; readonly columns: number } => ({
  rows: Math.max(1, ...grids.map((grid) => grid.length)),
  columns: Math.max(1, ...grids.map((grid) => grid[0]!.length)),
});

const addressBetween = (from: CellRef, to: CellRef): string =>
  addressOf({
    row: from.row - 1,
    column: from.col - 1,
    rows: to.row - from.row + 1,
    columns: to.col - from.col + 1,
  });

function holds({ top, left, values }: Area, from: CellRef, to: CellRef): boolean {
  if (values === null) return top === from.row && left === from.col;
  return (
    top <= from.row && to.row < top + values.length && left <= from.col && to.col < left + (values[0]?.length ?? 0)
  );
}

function nameRef(name: string, values: Matrix<CellValue> | null | undefined): CellRef | RangeRef | null {
  if (!values) return null;
  const sheet = NAME_SHEET + name;
  const last = { row: values.length, col: values[0]?.length ?? 1 };
  return last.row === 1 && last.col === 1 ? { sheet, row: 1, col: 1 } : { sheet, from: { row: 1, col: 1 }, to: last };
}

const topLeft = (value: Single | Matrix<Single>): Single => (isMatrix(value) ? (value[0]?.[0] ?? null) : value);

const given = (value: Single | Matrix<Single>): Handed | Matrix<Handed> =>
  isMatrix(value) ? value.map((line) => line.map(handed)) : handed(value);

function outcomeOf(implementation: (...args: unknown[]) => unknown, args: readonly unknown[]): Call["result"] {
  try {
    return implementation(...args) as Call["result"];
  } catch (error) {
    const { code, message } = error as Partial<CellError>;
    if (code === undefined) throw error;
    return { code, message: message ?? "" };
  }
}

export const isCellError = (value: unknown): value is CellError =>
  typeof value === "object" && value !== null && "code" in value;

/** What a function gives, with errors as the parser hands them on. */
function asParsed(result: Call["result"]): Single | Matrix<Single> {
  const one = (value: unknown): Single => (isCellError(value) ? new ErrorOf(value.code) : (value as CellValue));
  return Array.isArray(result) ? (result as unknown[][]).map((line) => line.map(one)) : one(result);
}

/** The largest or smallest number among the arguments; texts and blank cells do not count. The parser has none of its own. */
const extreme =
  (of: (...numbers: number[]) => number) =>
  (...args: { readonly value: unknown }[]): number | FormulaError => {
    const values = args.map(({ value }) => value).flat(2) as Single[];
    const error = values.find((value) => value instanceof ErrorOf);
    if (error) return error;
    const numbers = values.filter((value) => typeof value === "number");
    return numbers.length === 0 ? 0 : of(...numbers);
  };
