import { nativeFormOf } from "../definitions/native";
import type { Condition, Entry, Expression } from "../expression";
import type { Dialect, ParameterType, SqlFunction } from "./dialect";
import { type Bound, Lowering } from "./lowering";
import { ofArguments, type Output } from "./query";
import { type Relations, snake } from "./relation";

/** A function of the contract as SQL has it: some of its arguments, all of which are given. */
interface Shape {
  readonly id: string;
  readonly takes: readonly string[];
  /** A fee is given as a rate, not by the name of a fund. */
  readonly atRate?: boolean;
  /** Where one of its id takes other arguments. */
  readonly called?: string;
}

const SHAPES: readonly Shape[] = [
  { id: "INASTI.QUARTERLY", takes: ["income", "category", "year", "quarter"] },
  { id: "INASTI.ANNUAL", takes: ["income", "category", "year"] },
  { id: "INASTI.REVALUE", takes: ["incomeN3", "year"] },
  { id: "INASTI.PROVISIONAL", takes: ["incomeN3", "category", "year", "quarter"] },
  { id: "INASTI.SETTLEMENT", takes: ["income", "paid", "category", "year"] },
  { id: "INASTI.SETTLEMENT", takes: ["income", "paid", "category", "year", "fund"], atRate: true, called: "_with_fee" },
  { id: "INASTI.MARGINALRATE", takes: ["income", "category", "year", "quarter"] },
  { id: "INASTI.EFFECTIVERATE", takes: ["income", "category", "year", "quarter"] },
  { id: "FUND.RATE", takes: ["fund", "year"] },
  { id: "FUND.FEE", takes: ["contribution", "fund", "year"] },
  { id: "FUND.FEE", takes: ["contribution", "fund"], atRate: true, called: "_at_rate" },
  { id: "FUND.TOTAL", takes: ["contribution", "fund", "year"] },
  { id: "FUND.TOTAL", takes: ["contribution", "fund"], atRate: true, called: "_at_rate" },
];

/** What a function does to whole numbers. */
export function expressionOf(id: string): Expression {
  const form = nativeFormOf(id);
  if (form === undefined) throw new Error(`${id} has no native form`);
  return form.gives;
}

/** An argument as it is given to SQL, and as the expression reads it. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  /** In whole parts, where it is a number of them. */
  readonly column: string;
  readonly reading: string;
}

const nameOf = (argument: string, unit: Entry["unit"]): string => {
  const name = snake(argument);
  if (unit === "cents") return `${name}_euro`;
  if (unit === "millionths") return "fee_rate";
  return unit === "key" ? `${name}_id` : `${name}_number`;
};

/** An argument by its entry; what lies outside its bounds is NULL, and so is a rate finer than its parts. */
export function parameterOf(argument: string, entry: Entry, { parts }: Dialect, given?: string): Parameter {
  const name = given ?? nameOf(argument, entry.unit);
  switch (entry.unit) {
    case "cents": {
      const [least, most] = [entry.least / 100, entry.most / 100];
      const reading = `CASE WHEN ${name} BETWEEN ${least} AND ${most} THEN ${parts(name, 100)} END`;
      return { name, type: "euro", column: `${snake(argument)}_cents`, reading };
    }
    case "millionths": {
      const [million, billion] = [parts(name, 1e6), parts(name, 1e9)];
      const reading = `CASE WHEN ${name} BETWEEN ${entry.least / 1e6} AND ${entry.most / 1e6} AND ${million} * 1000 = ${billion} THEN ${million} END`;
      return { name, type: "fraction", column: "fee_rate_millionths", reading };
    }
    case "key":
      return { name, type: "word", column: name, reading: name };
    case "whole":
      return { name, type: "whole", column: name, reading: name };
    default:
      throw new Error(`${argument} is given in ${entry.unit}`);
  }
}

/** How each argument of an expression enters; of a fee as a rate, or by the name of a fund. */
export function entriesOf(expression: Expression, atRate: boolean): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const visit = (one: Expression | Condition): void => {
    if (one.kind === "argument" && (one.name !== "fund" || (one.as.unit === "millionths") === atRate))
      entries.set(one.name, one.as);
    for (const part of Object.values(one).flat())
      if (typeof part === "object" && part !== null && "kind" in part) visit(part as Expression);
  };
  visit(expression);
  return entries;
}

/** The functions in SQL, of one engine. */
export const functionsOf = (dialect: Dialect, relations: Relations): SqlFunction[] =>
  SHAPES.map((shape) => functionOf(shape, dialect, relations));

function functionOf({ id, takes, atRate = false, called = "" }: Shape, dialect: Dialect, relations: Relations) {
  const expression = expressionOf(id);
  const entries = entriesOf(expression, atRate);
  const parameters = takes.map((name) => parameterOf(name, entries.get(name)!, dialect));
  const bound: Bound = Object.fromEntries(
    takes.map((name, index) => [name, { sql: parameters[index]!.column, isNumber: atRate && name === "fund" }]),
  );
  const lowering = new Lowering(dialect, relations);
  const { exit } = nativeFormOf(id)!;
  const value = lowering.value(expression, bound);
  const shown = exit === "euro" ? dialect.euro(value) : exit === "rate" ? dialect.fraction(value, "10000") : value;
  const readings = parameters
    .filter(({ name, column }) => name !== column)
    .map(({ column, reading }): Output => [column, reading]);
  return {
    name: `${snake(id.toLowerCase()).replace(".", "_")}${called}`,
    parameters,
    returns: exit === "euro" ? ("euro" as const) : ("fraction" as const),
    query: ofArguments(readings, lowering, shown),
    reads: lowering.joins.length > 0,
  };
}
