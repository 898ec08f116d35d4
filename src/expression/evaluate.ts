import { Refusal } from "../rules/refusal";
import type { Table, TableName, Value } from "../rules/tables";
import type { Condition, Expression, Found, Setting } from "./expression";

/** What an expression is evaluated with: arguments as they enter, undefined where one is left out. */
export interface Given {
  readonly arguments: Readonly<Record<string, number | string | undefined>>;
  /** Ranges by rows; a blank cell is undefined. */
  readonly ranges?: Readonly<Record<string, readonly (number | undefined)[]>>;
  /** Of a table: its columns. */
  readonly columns?: Readonly<Record<string, Expression>>;
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
    case "shared":
      return valueOf(expression.value);
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
    case "remainder": {
      const [of, by] = [numberOf(expression.of), numberOf(expression.by)];
      return of - by * Math.floor(of / by);
    }
    case "quarter":
      return quarterOf(numberOf(expression.of));
    case "total": {
      const { name, of, how } = expression;
      const values = expression.values.map((one) => evaluate(of, given, new Map(locals).set(name, one)) as number);
      return how === "most" ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0);
    }
    case "item": {
      const value = given.ranges?.[expression.name]?.[numberOf(expression.at) - 1];
      if (value === undefined) throw new Refusal(expression.blank.reason);
      return value;
    }
    case "length": {
      const cells = given.ranges?.[expression.name] ?? [];
      return expression.filled ? cells.findLastIndex((one) => one !== undefined) + 1 : cells.length;
    }
    case "tally": {
      const longest = Math.max(...Object.values(given.ranges ?? {}).map(({ length }) => length));
      const at = (index: number) => evaluate(expression.of, given, new Map(locals).set("each", index)) as number;
      return Array.from({ length: longest }, (_, index) => at(index)).reduce((sum, value) => sum + value, 0);
    }
    case "each":
      // One beside all, or one each where nothing is said.
      return eachOf(given.ranges?.[expression.name], locals.get("each") as number);
    case "present":
      return given.ranges?.[expression.name]?.[locals.get("each") as number] === undefined ? 0 : 1;
    case "flag":
      return holds(expression.when, given, locals) ? 1 : 0;
    case "own":
      return evaluate(given.columns![expression.column]!, given, new Map(locals).set("row", numberOf(expression.row)));
    case "text":
      return expression.value;
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

function eachOf(cells: readonly (number | undefined)[] | undefined, index: number): number {
  if (cells === undefined) return 1;
  return cells[cells.length === 1 ? 0 : index] ?? 0;
}

/** Days are counted from here. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

function quarterOf(day: number): number {
  const date = new Date(FIRST_DAY + day * DAY);
  return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
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
    case "placed":
      return given.arguments[condition.name] !== undefined || given.ranges?.[condition.name] !== undefined;
    case "beside": {
      const [cells, others] = [given.ranges?.[condition.name], given.ranges?.[condition.other] ?? []];
      if (cells === undefined || cells.length === 1) return true;
      return (
        cells.length === others.length && others.every((one, index) => one === undefined || cells[index] !== undefined)
      );
    }
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
