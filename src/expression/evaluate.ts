import { Refusal } from "../rules/refusal";
import type { Table, TableName, Value } from "../rules/tables";
import type { Condition, Expression, Found, Setting } from "./expression";

/** What an expression is evaluated with: arguments as they enter, undefined where one is left out. */
export interface Given {
  readonly arguments: Readonly<Record<string, number | string | undefined>>;
  readonly settings: Readonly<Record<Setting, number>>;
  readonly tables: Readonly<Record<TableName, Table>>;
}

type Result = number | string;

/** The plain meaning of an expression: what every other form of it is held to. Throws the refusal. */
export function evaluate(
  expression: Expression,
  given: Given,
  locals: ReadonlyMap<string, Result> = new Map(),
): Result {
  const valueOf = (of: Expression): Result => evaluate(of, given, locals);
  const numberOf = (of: Expression): number => valueOf(of) as number;
  switch (expression.kind) {
    case "integer":
    case "key":
      return expression.value;
    case "setting":
      return given.settings[expression.name];
    case "argument": {
      const { name, as } = expression;
      const value = given.arguments[name];
      if (value !== undefined) return value;
      const otherwise = "otherwise" in as ? as.otherwise : undefined;
      if (otherwise === undefined) throw new Refusal("missing", { argument: name });
      return valueOf(otherwise);
    }
    case "let":
      return evaluate(expression.in, given, new Map(locals).set(expression.name, valueOf(expression.value)));
    case "local":
      return locals.get(expression.name)!;
    case "add":
      return numberOf(expression.left) + numberOf(expression.right);
    case "subtract":
      return numberOf(expression.left) - numberOf(expression.right);
    case "multiply":
      return numberOf(expression.left) * numberOf(expression.right);
    case "minimum":
      return Math.min(numberOf(expression.left), numberOf(expression.right));
    case "maximum":
      return Math.max(numberOf(expression.left), numberOf(expression.right));
    case "quotient":
      return Math.floor(numberOf(expression.of) / numberOf(expression.by));
    case "rounded":
      return halfUp(numberOf(expression.of), numberOf(expression.by));
    case "ratio":
      return numberOf(expression.of) / numberOf(expression.by);
    case "case":
      return valueOf(holds(expression.when, given, locals) ? expression.then : expression.otherwise);
    case "refused":
      throw new Refusal(expression.reason);
    case "found": {
      const value = found(expression, given.tables[expression.table], valueOf);
      if (value instanceof Refusal) throw value;
      return value as Result;
    }
  }
}

const halfUp = (of: number, by: number): number =>
  of < 0 ? 0 - halfUp(-of, by) : Math.floor((of + Math.floor(by / 2)) / by);

function found({ keys, at, column, otherwise }: Found, table: Table, valueOf: (of: Expression) => Result): Value {
  const placeOf = (name: string) => table.columns.findIndex((one) => one.name === name);
  const rows = rowsByKeys(table).get(keys.map(valueOf).join("|")) ?? [];
  const row = at === undefined ? rows[0] : lastUpTo(rows, placeOf(table.from!), valueOf(at));
  return row === undefined ? new Refusal(otherwise.reason) : row[placeOf(column)]!;
}

const lastUpTo = (rows: readonly (readonly Value[])[], from: number, at: Result) =>
  rows.findLast((row) => (row[from] as Result) <= at);

const known = new WeakMap<Table, ReadonlyMap<string, readonly (readonly Value[])[]>>();

function rowsByKeys(table: Table): ReadonlyMap<string, readonly (readonly Value[])[]> {
  const made = known.get(table);
  if (made !== undefined) return made;
  const places = table.keys.map((key) => table.columns.findIndex(({ name }) => name === key));
  const rows = new Map<string, (readonly Value[])[]>();
  for (const row of table.rows) {
    const key = places.map((place) => row[place] as Result).join("|");
    const same = rows.get(key);
    if (same === undefined) rows.set(key, [row]);
    else same.push(row);
  }
  known.set(table, rows);
  return rows;
}

function holds(condition: Condition, given: Given, locals: ReadonlyMap<string, Result>): boolean {
  switch (condition.kind) {
    case "compare":
      return compare(condition, evaluate(condition.left, given, locals), evaluate(condition.right, given, locals));
    case "and":
      return holds(condition.left, given, locals) && holds(condition.right, given, locals);
    case "or":
      return holds(condition.left, given, locals) || holds(condition.right, given, locals);
    case "not":
      return !holds(condition.of, given, locals);
    case "given":
      return given.arguments[condition.name] !== undefined;
    case "numeric":
      return typeof given.arguments[condition.name] === "number";
  }
}

function compare({ sign }: Extract<Condition, { kind: "compare" }>, left: Result, right: Result): boolean {
  switch (sign) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case "=":
      return left === right;
    case "<>":
      return left !== right;
    case ">=":
      return left >= right;
    case ">":
      return left > right;
  }
}
