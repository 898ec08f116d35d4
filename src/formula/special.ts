import { type Budget, CELL_STEPS } from "./budget";
import { eachCell, elementAt, liftedSize, sizeOf } from "./lifting";
import { applyBinary, toTruth } from "./operators";
import type { Node, NodeOf } from "./parser";
import { parameterOf } from "./references";
import {
  CALCULATION,
  Closure,
  ErrorValue,
  isMatrix,
  type Matrix,
  NOT_AVAILABLE,
  Range,
  type Scalar,
  Union,
  VALUE,
  type Value,
} from "./values";

/** Excel's functions that choose which of their arguments count, give names to values, or call what they are given. */

/** A value that is worked out when it is asked for: the one of the cell, or all of them. */
export type Lazy = (one: boolean) => Value;

/** The names that LET and LAMBDA gave; undefined for an optional parameter that was left out. */
export type Names = ReadonlyMap<string, Lazy | undefined>;

/** What they need of the evaluation. `one` asks for the value of the cell only. */
export interface Walk {
  readonly budget: Budget;
  /** How far the cell is from the one with the formula. */
  readonly at: { readonly row: number; readonly column: number };
  /** How lambdas are called with arguments that nobody may ask for. */
  readonly bodies: WeakMap<Closure, (args: readonly (Lazy | undefined)[], one: boolean) => Value>;
  value(node: Node, names: Names, one: boolean): Value;
  operand(node: Node, names: Names, one: boolean): Scalar | Matrix<Scalar>;
  narrowed(value: Value, node: Node): Scalar;
  plain(value: Value, node: Node): Scalar | Matrix<Scalar>;
  later(node: Node, names: Names): Lazy;
  cannot(node: Node): never;
}

type Special = (node: NodeOf<"call">, names: Names, one: boolean) => Value;

export const specials = (walk: Walk): Readonly<Record<string, Special>> => ({
  IF: (node, names, one) => {
    const [test, then, otherwise] = node.arguments;
    if (!test || !then || node.arguments.length > 3) return walk.cannot(node);
    return choice(walk, walk.operand(test, names, one), (value) => {
      const truth = toTruth(value);
      if (truth instanceof ErrorValue) return truth;
      if (truth) return branch(walk, then, names, one);
      return otherwise ? branch(walk, otherwise, names, one) : false;
    });
  },
  IFERROR: (node, names, one) => instead(walk, node, names, one, (value) => value instanceof ErrorValue),
  IFNA: (node, names, one) => instead(walk, node, names, one, (value) => value === NOT_AVAILABLE),
  IFS: (node, names, one) => {
    if (node.arguments.length % 2 !== 0) return walk.cannot(node);
    const from = (index: number): Value => {
      const [test, result] = node.arguments.slice(index, index + 2);
      if (!test || !result) return NOT_AVAILABLE;
      return choice(walk, walk.operand(test, names, one), (value) => {
        const truth = toTruth(value);
        if (truth instanceof ErrorValue) return truth;
        return truth ? branch(walk, result, names, one) : from(index + 2);
      });
    };
    return from(0);
  },
  CHOOSE: (node, names, one) => {
    const [index, ...choices] = node.arguments;
    if (!index || choices.length === 0) return walk.cannot(node);
    return choice(walk, walk.operand(index, names, one), (value) => {
      if (value instanceof ErrorValue) return value;
      const chosen = choices[Math.trunc(Number(value)) - 1];
      return chosen ? branch(walk, chosen, names, one) : VALUE;
    });
  },
  SWITCH: (node, names, one) => {
    const [wanted, ...rest] = node.arguments;
    if (!wanted || rest.length < 2) return walk.cannot(node);
    const otherwise = rest.length % 2 === 1 ? rest.at(-1) : undefined;
    return choice(walk, walk.operand(wanted, names, one), (value) => {
      if (value instanceof ErrorValue) return value;
      for (let index = 0; index + 1 < rest.length; index += 2) {
        const other = firstOf(walk.operand(rest[index]!, names, one));
        if (other instanceof ErrorValue) return other;
        if (applyBinary("=", value, other) === true && typeof (value ?? other) === typeof (other ?? value))
          return branch(walk, rest[index + 1]!, names, one);
      }
      return otherwise ? branch(walk, otherwise, names, one) : NOT_AVAILABLE;
    });
  },
  LET: (node, names, one) => {
    const given = node.arguments;
    const body = given.at(-1);
    if (!body || given.length < 3 || given.length % 2 === 0) return walk.cannot(node);
    const scope = new Map(names);
    for (let index = 0; index + 1 < given.length; index += 2) {
      const parameter = parameterOf(given[index]!);
      if (!parameter || parameter.isOptional) return walk.cannot(node);
      // Each sees what was named before it.
      scope.set(parameter.name, walk.later(given[index + 1]!, new Map(scope)));
    }
    return walk.value(body, scope, one);
  },
  LAMBDA: (node, names) => {
    const body = node.arguments.at(-1);
    const parameters = node.arguments.slice(0, -1).map((one) => parameterOf(one) ?? walk.cannot(node));
    if (!body) return walk.cannot(node);
    const fewest = parameters.filter(({ isOptional }) => !isOptional).length;
    const run = (args: readonly (Lazy | undefined)[], one: boolean): Value => {
      const scope = new Map(names);
      parameters.forEach(({ name }, index) => scope.set(name, args[index]));
      return walk.value(body, scope, one);
    };
    const closure = new Closure(fewest, parameters.length, (args) =>
      run(
        args.map((value) => (value === undefined ? undefined : () => value)),
        false,
      ),
    );
    walk.bodies.set(closure, run);
    return closure;
  },
  ISOMITTED: (node, names) => {
    const [argument] = node.arguments;
    if (argument?.kind !== "name") return walk.cannot(node);
    const key = argument.name.toLowerCase();
    return names.has(key) && names.get(key) === undefined;
  },
  MAP: (node, names, one) => {
    const { given, closure } = iterated(walk, node, names);
    const matrices = given.map((value) => rows(walk, value, node));
    return cells(walk, liftedSize(matrices), one, (row, column) =>
      firstOf(closure.call(matrices.map((matrix) => elementAt(matrix, row, column, NOT_AVAILABLE)))),
    );
  },
  MAKEARRAY: (node, names, one) => {
    const { given, closure } = iterated(walk, node, names);
    const [rows, columns] = given.map((value) => Number(firstOf(walk.plain(value, node))));
    if (!(rows! >= 1 && columns! >= 1)) return VALUE;
    const size = { rows: Math.trunc(rows!), columns: Math.trunc(columns!) };
    return cells(walk, size, one, (row, column) => firstOf(closure.call([row + 1, column + 1])));
  },
  BYROW: (node, names, one) => {
    const { given, closure } = iterated(walk, node, names);
    const matrix = rows(walk, given[0]!, node);
    return cells(walk, { rows: matrix.length, columns: 1 }, one, (row) => firstOf(closure.call([[matrix[row]!]])));
  },
  BYCOL: (node, names, one) => {
    const { given, closure } = iterated(walk, node, names);
    const matrix = rows(walk, given[0]!, node);
    const { columns } = sizeOf(matrix);
    return cells(walk, { rows: 1, columns }, one, (_, column) =>
      firstOf(closure.call([matrix.map((row) => [row[column]!])])),
    );
  },
  REDUCE: (node, names) => accumulated(walk, node, names).at(-1)!.at(-1)!,
  SCAN: (node, names) => accumulated(walk, node, names).map((row) => row.map(firstOf)),
});

/** What comes of a choice: at once for one value, cell by cell for a range. */
function choice(walk: Walk, test: Scalar | Matrix<Scalar>, choose: (value: Scalar) => Value): Value {
  if (!isMatrix(test)) return choose(test);
  const chosen = test.map((row) => row.map((value) => choose(value)));
  const grids = chosen
    .flat()
    .map((value) => (value instanceof Range ? value.values : value))
    .filter(isMatrix);
  return eachCell(liftedSize([test, ...grids]), (row, column) => {
    walk.budget.spend();
    const value = elementAt<Value>(chosen, row, column, NOT_AVAILABLE);
    const plain = value instanceof Range ? value.values : value;
    return isMatrix(plain) ? elementAt(plain, row, column, NOT_AVAILABLE) : firstOf(plain);
  });
}

/** A branch that was left empty is 0. */
function branch(walk: Walk, node: Node, names: Names, one: boolean): Value {
  return node.kind === "missing" ? 0 : walk.value(node, names, one);
}

function instead(
  walk: Walk,
  node: NodeOf<"call">,
  names: Names,
  one: boolean,
  isWrong: (value: Scalar) => boolean,
): Value {
  const [first, otherwise] = node.arguments;
  if (!first || !otherwise || node.arguments.length > 2) return walk.cannot(node);
  const value = walk.value(first, names, one);
  if (one && !isWrong(walk.narrowed(value, first))) return value;
  const test = one ? walk.narrowed(value, first) : walk.plain(value, first);
  return choice(walk, test, (found) => (isWrong(found) ? branch(walk, otherwise, names, one) : found));
}

function iterated(
  walk: Walk,
  node: NodeOf<"call">,
  names: Names,
): { readonly given: readonly Value[]; readonly closure: Closure } {
  const given = node.arguments.map((argument) => walk.value(argument, names, false));
  const closure = given.pop();
  if (!(closure instanceof Closure) || given.length === 0) return walk.cannot(node);
  return { given, closure };
}

function rows(walk: Walk, value: Value, node: Node): Matrix<Scalar> {
  const plain = walk.plain(value, node);
  return isMatrix(plain) ? plain : [[plain]];
}

/** All cells of an array that a lambda fills, or the one that is asked for. */
function cells(
  walk: Walk,
  size: { readonly rows: number; readonly columns: number },
  one: boolean,
  cell: (row: number, column: number) => Scalar,
): Value {
  if (!one) {
    walk.budget.spend(CELL_STEPS * size.rows * size.columns);
    return eachCell(size, cell);
  }
  const row = size.rows === 1 ? 0 : walk.at.row;
  const column = size.columns === 1 ? 0 : walk.at.column;
  return row < size.rows && column < size.columns ? cell(row, column) : NOT_AVAILABLE;
}

/** What REDUCE comes to, with everything on its way. */
function accumulated(walk: Walk, node: NodeOf<"call">, names: Names): Value[][] {
  const [start, array] = node.arguments;
  const { given, closure } = iterated(walk, node, names);
  if (!start || !array || given.length !== 2) return walk.cannot(node);
  let value: Value = given[0]!;
  return rows(walk, given[1]!, array).map((row) =>
    row.map((item) => {
      walk.budget.spend();
      return (value = closure.call([value, item]));
    }),
  );
}

/** The first value of several. */
export function firstOf(value: Value): Scalar {
  const plain = value instanceof Range ? value.values : value;
  if (isMatrix(plain)) return plain[0]?.[0] ?? null;
  if (plain instanceof Union || plain instanceof Closure) return CALCULATION;
  return plain;
}
