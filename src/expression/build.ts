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

/** The largest whole number up to a quotient. */
export const quotient = (of: Term, by: Term): Expression => ({ kind: "quotient", of: termOf(of), by: termOf(by) });
export const ratio = (of: Term, by: Term): Expression => ({ kind: "ratio", of: termOf(of), by: termOf(by) });

export const named = (name: string, value: Expression, use: (local: Expression) => Expression): Expression => ({
  kind: "let",
  name,
  value,
  in: use({ kind: "local", name }),
});

type Sign = Extract<Condition, { kind: "compare" }>["sign"];

export const is = (left: Term, sign: Sign, right: Term): Condition => ({
  kind: "compare",
  sign,
  left: termOf(left),
  right: termOf(right),
});
export const and = (left: Condition, right: Condition): Condition => ({ kind: "and", left, right });
export const not = (of: Condition): Condition => ({ kind: "not", of });
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
