import { areaOf } from "./addresses";
import { Budget, CELL_STEPS, Stopped } from "./budget";
import { type Context, EXCEL, type ExcelFunction, Failed } from "./functions";
import { eachCell, elementAt, liftedSize, sizeOf } from "./lifting";
import { asValue, type Call, type Handed, handed, handedOver, outcomeOf, type OwnFunction } from "./own";
import { applyBinary, applyPrefix, finite, percentOf } from "./operators";
import { isOutside } from "./outside";
import { Cannot, type Formula, type Node, type NodeOf, textOf } from "./parser";
import { keyOf, placeOf, type References, referencesOf } from "./references";
import { firstOf, type Lazy, type Names, specials, type Walk } from "./special";
import { type TableContent, tablePart } from "./tables";
import {
  CALCULATION,
  type CellValue,
  Closure,
  ErrorValue,
  fromCell,
  isMatrix,
  type Matrix,
  NAME,
  NOT_AVAILABLE,
  NULL,
  Range,
  REFERENCE,
  type Scalar,
  Union,
  VALUE,
  type Value,
} from "./values";

/** What was read of the references, in the same order; null for what the workbook does not have. */
export interface Values {
  readonly ranges: readonly (Matrix<CellValue> | null)[];
  readonly names: readonly (Matrix<CellValue> | null)[];
  readonly tables: readonly (TableContent | null)[];
}

/** The cell to explain: its sheet, and how far it is from the cell with the formula where that one fills it. */
export interface Position {
  readonly sheet: string;
  /** Of the cell with the formula; references that look at their own row need it. */
  readonly address?: string;
  readonly row: number;
  readonly column: number;
}

export interface Evaluation {
  /** As they stand in the formula, from left to right; without those of a branch that was not taken. */
  readonly calls: readonly Call[];
  readonly value: CellValue;
}

export interface Options {
  /** A function that is not Excel's, by its name in capitals. */
  readonly own: (name: string) => OwnFunction | undefined;
  readonly budget?: Budget;
  /** Now, as a day with its time; without it TODAY is not known. */
  readonly now?: () => number;
  readonly format?: Context["format"];
}

/** The value of a formula, and every call of ours on the way to it. Nothing but the values given is read. */
export function evaluate(formula: Formula, position: Position, values: Values, options: Options): Evaluation {
  return new Evaluator(formula, position, values, options).evaluate();
}

/** All that a formula fills from its cell on, by rows, if nothing is in its way. */
export const filled = (formula: Formula, position: Position, values: Values, options: Options): CellValue[][] =>
  new Evaluator(formula, position, values, options).filled();

const NO_NAMES: Names = new Map();

/** Values within values within values: lambdas that call themselves come to an end here. */
const DEEPEST = 400;
/** One call of ours costs as much as so many steps. */
const CALL_STEPS = 100;

class Evaluator implements Walk {
  private readonly ranges: ReadonlyMap<string, Range | null>;
  private readonly named: ReadonlyMap<string, Range | null>;
  private readonly tables: ReadonlyMap<string, TableContent | null>;
  /** The first call at each place, and how many there were. */
  private readonly recorded = new Map<Node, { call: Call; times: number }>();
  readonly budget: Budget;
  private depth = 0;

  constructor(
    private readonly formula: Formula,
    readonly at: Position,
    values: Values,
    private readonly options: Options,
  ) {
    this.budget = options.budget ?? new Budget();
    const references = referencesOf(formula, at.sheet);
    this.ranges = new Map(
      references.ranges.map((place, index) => [keyOf(place), this.rangeFrom(place, values.ranges[index] ?? null)]),
    );
    this.named = new Map(
      references.names.map((name, index) => [name.toLowerCase(), this.rangeOf(null, "", values.names[index] ?? null)]),
    );
    this.tables = new Map(references.tables.map((table, index) => [table.toLowerCase(), values.tables[index] ?? null]));
  }

  evaluate(): Evaluation {
    const found = this.value(this.formula.root, NO_NAMES, true);
    const value = this.shown(this.narrowed(found, this.formula.root), found);
    const calls = [...this.recorded]
      .sort(([a], [b]) => a.start - b.start)
      .map(([, { call, times }]) => (times > 1 && call.lifted === undefined ? { ...call, lifted: times } : call));
    return { calls, value };
  }

  filled(): CellValue[][] {
    const found = this.value(this.formula.root, NO_NAMES, false);
    const plain = this.plain(found, this.formula.root);
    const rows = isMatrix(plain) ? plain : [[plain]];
    return rows.map((row) => row.map((value) => this.shown(value, found)));
  }

  private shown(value: Scalar, found: Value): CellValue {
    if (value instanceof ErrorValue) return value.code;
    // A cell that only points to a blank one shows 0.
    return value === null && found instanceof Range ? 0 : value;
  }

  private rangeFrom(place: References["ranges"][number], values: Matrix<CellValue> | null): Range | null {
    const fills = place.address.endsWith("#");
    const area = areaOf(fills ? place.address.slice(0, -1) : place.address)!;
    return this.rangeOf(fills && values ? { ...area, ...sizeOf(values) } : area, place.sheet, values);
  }

  private rangeOf(area: Range["area"], sheet: string, values: Matrix<CellValue> | null): Range | null {
    if (!values || values.length === 0 || values[0]!.length === 0) return null;
    this.budget.spend(values.length * values[0]!.length);
    return new Range(
      area,
      sheet,
      values.map((row) => row.map(fromCell)),
    );
  }

  /** What a part of the formula gives. `one` asks for the value of the cell only: what comes may be more, and is then narrowed. */
  value(node: Node, names: Names, one: boolean): Value {
    if (++this.depth > DEEPEST) throw new Stopped("time");
    this.budget.spend();
    const value = this.valueOf(node, names, one);
    this.depth -= 1;
    return value;
  }

  private valueOf(node: Node, names: Names, one: boolean): Value {
    switch (node.kind) {
      case "literal":
        return node.value;
      case "missing":
        return null;
      case "array":
        return node.rows;
      case "area":
        return this.area(node);
      case "name":
        return this.name(node, names, one);
      case "table":
        return this.table(node);
      case "spill":
        return this.spill(node);
      case "prefix":
        return node.operator === "@"
          ? this.intersected(node, names)
          : this.lifted([this.operand(node.of, names, one)], ([value]) => applyPrefix(node.operator, value!));
      case "percent":
        return this.lifted([this.operand(node.of, names, one)], ([value]) => percentOf(value!));
      case "binary":
        return this.binary(node, names, one);
      case "call":
        return this.call(node, names, one);
      case "unread":
        return this.cannot(node);
    }
  }

  cannot(node: Node): never {
    throw new Cannot(textOf(this.formula, node));
  }

  private area(node: NodeOf<"area">): Value {
    const place = placeOf(node, this.at.sheet);
    if (!place) this.cannot(node);
    return this.ranges.get(keyOf(place)) ?? REFERENCE;
  }

  private spill(node: NodeOf<"spill">): Value {
    const place = node.of.kind === "area" ? placeOf(node.of, this.at.sheet, true) : null;
    if (!place) this.cannot(node);
    return this.ranges.get(keyOf(place)) ?? REFERENCE;
  }

  private table(node: NodeOf<"table">): Value {
    const content = this.tables.get(node.table.toLowerCase());
    if (!content) this.cannot(node);
    const part = tablePart(content, node, this.cell?.row ?? null);
    return part instanceof ErrorValue ? part : (this.rangeOf(part.area, content.sheet, part.values) ?? REFERENCE);
  }

  private get cell(): Range["area"] {
    return this.at.address === undefined ? null : areaOf(this.at.address);
  }

  private name(node: NodeOf<"name">, names: Names, one: boolean): Value {
    const key = node.name.toLowerCase();
    if (names.has(key)) return names.get(key)?.(one) ?? null;
    const range = this.named.get(key);
    if (range) return range;
    // A function handed on by its name alone.
    const name = node.name.toUpperCase();
    if (isOutside(name)) throw new Cannot(name);
    const excel = EXCEL.get(name);
    if (excel) return new Closure(excel.fewest, excel.most, (args) => this.excelCall(name, excel, args));
    return this.options.own(name) ? this.cannot(node) : NAME;
  }

  private binary(node: NodeOf<"binary">, names: Names, one: boolean): Value {
    const { operator } = node;
    if (operator === "," || operator === " " || operator === ":") return this.joined(node, names);
    // A long sum leans to the left, further than calls may nest.
    const spine = [node];
    for (let left = node.left; left.kind === "binary" && !isOfReferences(left); left = left.left) spine.push(left);
    let value = this.operand(spine.at(-1)!.left, names, one);
    for (const part of spine.reverse()) {
      const right = this.operand(part.right, names, one);
      value = this.lifted([value, right], ([a, b]) => applyBinary(part.operator, a!, b!));
    }
    return value;
  }

  /** (A1:A3,C1), what two ranges share, and the block from one to another. */
  private joined(node: NodeOf<"binary">, names: Names): Value {
    const [left, right] = [this.value(node.left, names, false), this.value(node.right, names, false)];
    if (left instanceof ErrorValue) return left;
    if (right instanceof ErrorValue) return right;
    const ranges = (value: Value): readonly Range[] => {
      if (value instanceof Union) return value.ranges;
      return value instanceof Range ? [value] : this.cannot(node);
    };
    if (node.operator === ",") return new Union([...ranges(left), ...ranges(right)]);
    if (node.operator === ":" || !(left instanceof Range) || !(right instanceof Range)) return this.cannot(node);
    return shared(left, right) ?? (left.area && right.area ? NULL : this.cannot(node));
  }

  /** @: of a range the cell in the row or column of the formula, of an array the first one. */
  private intersected(node: NodeOf<"prefix">, names: Names): Value {
    const value = this.value(node.of, names, false);
    if (!(value instanceof Range)) return isMatrix(value) ? (value[0]?.[0] ?? null) : value;
    const { area, values } = value;
    if (values.length === 1 && values[0]!.length === 1) return value;
    const { cell } = this;
    if (!area || !cell) return this.cannot(node);
    const row = area.rows === 1 ? 0 : cell.row - area.row;
    const column = area.columns === 1 ? 0 : cell.column - area.column;
    const isInside = row >= 0 && row < area.rows && column >= 0 && column < area.columns;
    return isInside && (area.rows === 1 || area.columns === 1) ? (values[row]?.[column] ?? null) : VALUE;
  }

  /** An operand, or an argument of which single values are wanted: the one of the cell, or all of them. */
  operand(node: Node, names: Names, one: boolean): Scalar | Matrix<Scalar> {
    const value = this.value(node, names, one);
    return one ? this.narrowed(value, node) : this.plain(value, node);
  }

  /** Of what a range or array holds, the value for the cell. */
  narrowed(value: Value, node: Node): Scalar {
    const plain = this.plain(value, node);
    if (!isMatrix(plain)) return plain;
    // Whole columns and rows are read as far as there is something in them.
    const isCut = value instanceof Range && value.area !== null && value.area.rows > plain.length;
    return elementAt(plain, this.at.row, this.at.column, isCut ? null : NOT_AVAILABLE);
  }

  plain(value: Value, node: Node): Scalar | Matrix<Scalar> {
    if (value instanceof Union) return this.cannot(node);
    if (value instanceof Closure) return CALCULATION;
    const plain = value instanceof Range ? value.values : value;
    return isMatrix(plain) && plain.length === 1 && plain[0]!.length === 1 ? plain[0]![0]! : plain;
  }

  /** One call for single values, one per cell for ranges. */
  private lifted(
    values: readonly (Scalar | Matrix<Scalar>)[],
    call: (values: readonly Scalar[]) => Scalar,
  ): Scalar | Matrix<Scalar> {
    const grids = values.filter(isMatrix);
    if (grids.length === 0) return call(values as readonly Scalar[]);
    return eachCell(liftedSize(grids), (row, column) => {
      this.budget.spend(CELL_STEPS);
      return call(values.map((value) => (isMatrix(value) ? elementAt(value, row, column, NOT_AVAILABLE) : value)));
    });
  }

  private call(node: NodeOf<"call">, names: Names, one: boolean): Value {
    const { name } = node;
    if (name === "" || names.has(name.toLowerCase())) return this.callValue(node, names, one);
    const own = this.options.own(name);
    if (own) return this.callOwn(own, node, names, one);
    const special = this.special[name];
    if (special) return special(node, names, one);
    const excel = isOutside(name) ? undefined : EXCEL.get(name);
    if (!excel) throw new Cannot(name);
    const { length } = node.arguments;
    if (length < excel.fewest || length > excel.most) throw new Cannot(textOf(this.formula, node));
    const args = node.arguments.map((argument, index) =>
      excel.isSingle(index) ? this.operand(argument, names, one) : this.value(argument, names, false),
    );
    return this.excelCall(name, excel, args);
  }

  private excelCall(name: string, excel: ExcelFunction, args: readonly (Value | undefined)[]): Value {
    const context: Context = {
      budget: this.budget,
      cell: this.cell,
      now: this.options.now ?? ((): never => this.fail(name)),
      format: this.options.format,
      cannot: () => this.fail(name),
    };
    const grids = args.filter((arg, index): arg is Matrix<Scalar> => excel.isSingle(index) && isMatrix(arg));
    if (grids.length === 0) return calledOnce(excel, args, context);
    return eachCell(liftedSize(grids), (row, column) => {
      this.budget.spend();
      const single = args.map((arg, index) =>
        excel.isSingle(index) && isMatrix(arg) ? elementAt(arg, row, column, NOT_AVAILABLE) : arg,
      );
      return firstOf(calledOnce(excel, single, context));
    });
  }

  private fail(name: string): never {
    throw new Cannot(name);
  }

  /** A lambda, by the name that LET gave it or where it stands. */
  private callValue(node: NodeOf<"call">, names: Names, one: boolean): Value {
    const callee = this.value(node.callee, names, false);
    if (callee instanceof ErrorValue) return callee;
    if (!(callee instanceof Closure)) return this.cannot(node);
    const { length } = node.arguments;
    if (length < callee.fewest || length > callee.most) return VALUE;
    const body = this.bodies.get(callee);
    const lazy = node.arguments.map((argument) =>
      argument.kind === "missing" ? undefined : this.later(argument, names),
    );
    if (body) return body(lazy, one);
    return callee.call(lazy.map((value) => value?.(false)));
  }

  /** How lambdas are called with arguments that nobody may ask for. */
  readonly bodies = new WeakMap<Closure, (args: readonly (Lazy | undefined)[], one: boolean) => Value>();

  /** Worked out once at most for each way of asking. */
  later(node: Node, names: Names): Lazy {
    const known = new Map<boolean, Value>();
    return (one) => {
      const value = known.get(one) ?? this.value(node, names, one);
      known.set(one, value);
      return value;
    };
  }

  private readonly special = specials(this);

  private callOwn(own: OwnFunction, node: NodeOf<"call">, names: Names, one: boolean): Value {
    const { id, parameters, call: implementation } = own;
    const given = node.arguments;
    if (!implementation || given.length > parameters.length) throw new Cannot(id);
    const values = parameters.map(({ matrix = false }, index) => {
      const argument = given[index];
      if (!argument) return null;
      const value = this.plain(this.value(argument, names, one && !matrix), argument);
      return matrix && value !== null && !isMatrix(value) ? [[value]] : value;
    });
    const isGrid = values.map((value, index) => !parameters[index]!.matrix && isMatrix(value));
    const size = liftedSize(values.filter((_, index) => isGrid[index]) as Matrix<Scalar>[]);
    const isLifted = isGrid.includes(true);
    const argumentsAt = (row: number, column: number): (Handed | Matrix<Handed>)[] =>
      values.map((value, index) =>
        isGrid[index] ? handed(elementAt(value as Matrix<Scalar>, row, column, NOT_AVAILABLE)) : handedOver(value),
      );
    const outcomeAt = (args: readonly unknown[]): Call["result"] => {
      this.budget.spend(CALL_STEPS);
      return outcomeOf(implementation, args);
    };

    const { row, column } = one ? this.at : { row: 0, column: 0 };
    const explained = argumentsAt(row, column);
    const result = outcomeAt(explained);
    this.record(node, {
      id,
      arguments: parameters.map(({ name }, index) => ({
        name,
        text: given[index] ? textOf(this.formula, given[index]) : "",
        value: explained[index]!,
      })),
      result,
      ...(one && !isLifted && Array.isArray(result) && { at: { row, column } }),
      ...(isLifted && { lifted: size.rows * size.columns }),
    });
    if (!isLifted || one) return asValue(result);
    return eachCell(size, (r, c) => firstOf(asValue(outcomeAt(argumentsAt(r, c)))));
  }

  private record(node: Node, call: Call): void {
    const known = this.recorded.get(node);
    if (known) known.times += 1;
    else this.recorded.set(node, { call, times: 1 });
  }
}

const isOfReferences = ({ operator }: NodeOf<"binary">): boolean => [",", " ", ":"].includes(operator);

/** The cells that two ranges have both; null for none. */
function shared(left: Range, right: Range): Range | null {
  const [a, b] = [left.area, right.area];
  if (!a || !b || left.sheet.toLowerCase() !== right.sheet.toLowerCase()) return null;
  const [row, column] = [Math.max(a.row, b.row), Math.max(a.column, b.column)];
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  if (rows <= 0 || columns <= 0) return null;
  // Of a whole column only what is used was read; the other one may have been read further.
  const read = left.values.length * (left.values[0]?.length ?? 0) >= rows * columns ? left : right;
  const { row: top, column: first } = read.area!;
  const values = read.values
    .slice(row - top, row - top + rows)
    .map((line) => line.slice(column - first, column - first + columns));
  return new Range({ row, column, rows, columns }, left.sheet, values.length > 0 ? values : [[null]]);
}

function calledOnce(excel: ExcelFunction, args: readonly (Value | undefined)[], context: Context): Value {
  if (!excel.seesErrors) {
    const error = args.find((arg, index) => excel.isSingle(index) && arg instanceof ErrorValue);
    if (error) return error;
  }
  try {
    const value = excel.call(args, context);
    return typeof value === "number" ? finite(value) : value;
  } catch (error) {
    if (error instanceof Failed) return error.error;
    throw error;
  }
}
