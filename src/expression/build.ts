import type { RefusalKey } from "../rules/refusal";
import type { TableName } from "../rules/tables";
import type { Condition, Expression, Found, Refused } from "./expression";

// Expressions in the words of whoever writes one.

type Term = Expression | number;

const termOf = (term: Term): Expression => (typeof term === "number" ? { kind: "integer", value: term } : term);

const pair =
  <K extends "add" | "subtract" | "multiply" | "minimum" | "maximum">(kind: K) =>
  (left: Term, right: Term): Expression => ({ kind, left: termOf(left), right: termOf(right) });

export const plus = pair("add");
export const minus = pair("subtract");
export const times = pair("multiply");
export const sum = (terms: readonly Expression[]): Expression => terms.reduce(plus);

/** Half up, as article 53 of the royal decree of 19/12/1967 rounds. */
export const rounded = (of: Term, by: Term): Expression => ({ kind: "rounded", of: termOf(of), by: termOf(by) });
/** The same of what is never negative, by an even number. */
export const roundedUp = (of: Term, by: number): Expression => ({
  kind: "quotient",
  of: plus(of, by / 2),
  by: termOf(by),
});
export const least = pair("minimum");
export const most = pair("maximum");

export const remainder = (of: Term, by: Term): Expression => ({ kind: "remainder", of: termOf(of), by: termOf(by) });
export const quarterOf = (of: Expression): Expression => ({ kind: "quarter", of });
export const text = (value: string): Expression => ({ kind: "text", value });

const QUARTERS = [1, 2, 3, 4] as const;
/** The quarter of a year that is meant, 1 to 4. */
export const N: Expression = { kind: "local", name: "n" };
/** Over the quarters of a year. */
export const overQuarters = (how: "sum" | "most", of: (quarter: Expression) => Expression): Expression => ({
  kind: "total",
  how,
  name: "n",
  values: QUARTERS,
  of: of(N),
});

/** The cells of a range one after the other, as its argument enters. */
export const item = (argument: Expression, at: Expression, blank: Refused): Expression => {
  if (argument.kind !== "argument") throw new Error(`${argument.kind} is no argument`);
  return { kind: "item", name: argument.name, at, as: argument.as, blank };
};
export const each = (argument: Expression): Expression => {
  if (argument.kind !== "argument") throw new Error(`${argument.kind} is no argument`);
  return { kind: "each", name: argument.name, as: argument.as };
};
export const present = (argument: Expression): Expression => ({ kind: "present", name: nameOf(argument) });
export const isBeside = (argument: Expression, other: Expression): Condition => ({
  kind: "beside",
  name: nameOf(argument),
  other: nameOf(other),
});
export const tally = (of: Expression): Expression => ({ kind: "tally", of });
export const lengthOf = (argument: Expression, filled = false): Expression => ({
  kind: "length",
  name: nameOf(argument),
  filled,
});

/** The row of a table that an expression is of, from 1; rows before it are 0 and less. */
export const ROW: Expression = { kind: "local", name: "row" };
export const own = (column: string, row: Expression): Expression => ({ kind: "own", column, row });

/** The largest whole number up to a quotient. */
export const quotient = (of: Term, by: Term): Expression => ({ kind: "quotient", of: termOf(of), by: termOf(by) });
export const ratio = (of: Term, by: Term): Expression => ({ kind: "ratio", of: termOf(of), by: termOf(by) });

export const named = (name: string, value: Expression, use: (local: Expression) => Expression): Expression => ({
  kind: "let",
  name,
  value,
  in: use({ kind: "local", name }),
});

export const shared = (name: string, value: Expression): Expression => ({ kind: "shared", name, value });

type Sign = Extract<Condition, { kind: "compare" }>["sign"];

export const is = (left: Term, sign: Sign, right: Term): Condition => ({
  kind: "compare",
  sign,
  left: termOf(left),
  right: termOf(right),
});
export const and = (left: Condition, right: Condition): Condition => ({ kind: "and", left, right });
export const or = (left: Condition, right: Condition): Condition => ({ kind: "or", left, right });
export const not = (of: Condition): Condition => ({ kind: "not", of });
export const isPlaced = (argument: Expression): Condition => ({ kind: "placed", name: nameOf(argument) });
export const flag = (condition: Condition): Expression => ({ kind: "flag", when: condition });
export const isGiven = (argument: Expression): Condition => ({ kind: "given", name: nameOf(argument) });
export const isNumeric = (argument: Expression): Condition => ({ kind: "numeric", name: nameOf(argument) });

function nameOf(argument: Expression): string {
  if (argument.kind !== "argument") throw new Error(`${argument.kind} is no argument`);
  return argument.name;
}

export const when = (condition: Condition, then: Term, otherwise: Term): Expression => ({
  kind: "case",
  when: condition,
  then: termOf(then),
  otherwise: termOf(otherwise),
});

export const refused = (reason: RefusalKey): Refused => ({ kind: "refused", reason });

export const key = (value: string): Expression => ({ kind: "key", value });

/** An argument with what stands for it where it is left out. */
export function orElse(argument: Expression, otherwise: Term): Expression {
  if (argument.kind !== "argument") throw new Error(`${argument.kind} is no argument`);
  return { ...argument, as: { ...argument.as, otherwise: termOf(otherwise) } as typeof argument.as };
}

export const setting = (name: Extract<Expression, { kind: "setting" }>["name"]): Expression => ({
  kind: "setting",
  name,
});

export const lookUp = (
  table: TableName,
  keys: readonly Term[],
  column: string,
  otherwise: Refused,
  at?: Term,
): Found => ({
  kind: "found",
  table,
  keys: keys.map(termOf),
  column,
  otherwise,
  ...(at !== undefined && { at: termOf(at) }),
});
