import type { Budget } from "../budget";
import { compare, numberIn } from "../operators";
import { ErrorValue, isErrorCode, type Scalar } from "../values";

/** Whether a text has the form of a pattern: * for any signs, ? for one, ~ before what stands for itself. Linear but for the stars. */
export function matchesPattern(pattern: string, text: string, budget: Budget): boolean {
  return matches(signsOf(pattern), text.toLowerCase(), 0, budget, false);
}

/** Where a text first has the form of a pattern from a place on; -1 where nowhere. */
export function findPattern(pattern: string, text: string, from: number, budget: Budget): number {
  const signs = signsOf(pattern);
  const lower = text.toLowerCase();
  for (let start = from; start <= lower.length; start += 1)
    if (matches(signs, lower, start, budget, true)) return start;
  return -1;
}

export const isPattern = (text: string): boolean => /[*?~]/.test(text);

type Sign = { readonly any: "one" | "many" } | string;

function signsOf(pattern: string): readonly Sign[] {
  const signs: Sign[] = [];
  for (const [sign] of pattern.toLowerCase().matchAll(/~[*?~]|[^]/g)) {
    if (sign === "*") signs.push({ any: "many" });
    else if (sign === "?") signs.push({ any: "one" });
    else signs.push(sign.length === 2 ? sign[1]! : sign);
  }
  return signs;
}

/** Goes back to the last star only: an earlier one could take nothing that this one cannot. */
function matches(signs: readonly Sign[], text: string, from: number, budget: Budget, isPart: boolean): boolean {
  let [at, sign] = [from, 0];
  let [star, starAt] = [-1, from];
  for (;;) {
    budget.spend();
    if (sign === signs.length && (isPart || at === text.length)) return true;
    const wanted = signs[sign];
    if (typeof wanted === "object" && wanted.any === "many") {
      [star, starAt] = [sign, at];
      sign += 1;
    } else if (at < text.length && wanted !== undefined && (typeof wanted === "object" || wanted === text[at])) {
      at += 1;
      sign += 1;
    } else if (star >= 0 && starAt < text.length) {
      starAt += 1;
      [at, sign] = [starAt, star + 1];
    } else return false;
  }
}

/** What COUNTIF and its like take of a range. */
export type Criterion = (value: Scalar) => boolean;

const OPERATOR = /^(<=|>=|<>|=|<|>)?([^]*)$/;

export function criterionOf(wanted: Scalar, budget: Budget): Criterion {
  if (typeof wanted !== "string") return equals(wanted ?? 0, budget);
  const [, operator, operand = ""] = OPERATOR.exec(wanted)!;
  if (operand === "") return ofNothing(operator);
  const value = operandOf(operand);
  if (operator === undefined || operator === "=") return equals(value, budget);
  if (operator === "<>") {
    const isEqual = equals(value, budget);
    return (cell) => !isEqual(cell);
  }
  return (cell) => {
    if (cell === null || typeof cell !== typeof value || cell instanceof ErrorValue) return false;
    const order = compare(cell, value);
    return operator.startsWith("<")
      ? order < 0 || (order === 0 && operator === "<=")
      : order > 0 || (order === 0 && operator === ">=");
  };
}

function ofNothing(operator: string | undefined): Criterion {
  if (operator === undefined) return (cell) => cell === null || cell === "";
  if (operator === "=") return (cell) => cell === null;
  return operator === "<>" ? (cell) => cell !== null : () => false;
}

function operandOf(text: string): Scalar {
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
  if (isErrorCode(upper)) return ErrorValue.of(upper);
  const number = numberIn(text);
  return number instanceof ErrorValue ? text : number;
}

function equals(wanted: Scalar, budget: Budget): Criterion {
  if (typeof wanted === "string") return (cell) => typeof cell === "string" && matchesPattern(wanted, cell, budget);
  if (typeof wanted === "number") {
    // A text that is a number counts as one here.
    return (cell) => compare(typeof cell === "string" && PLAIN.test(cell) ? Number(cell) : (cell ?? ""), wanted) === 0;
  }
  return (cell) => cell === wanted;
}

const PLAIN = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*$/;
