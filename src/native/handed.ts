import type { Entry } from "../expression";
import { type Argument, isWithoutZero } from "../definitions/argument";
import { Refusal } from "../rules/refusal";
import type { LawSheet } from "./law-sheet";
import type { Handed } from "./print";

/** A constant of a formula, or what stands in its place. */
export type Given =
  | { readonly literal: number | string | boolean }
  /** `cents`: the same in cents, of a function of ours. */
  | {
      readonly text: string;
      readonly cents?: string | undefined;
      /** Of a range, how many cells it has, as far as that is known. */
      readonly cells?: { readonly rows: number; readonly columns: number } | undefined;
    }
  | undefined;

/** What a formula has in the place of an argument; a constant is read as its cell reads it, and refused alike. */
export function handedOf(
  name: string,
  argument: Argument<unknown>,
  entries: readonly Entry[],
  given: Given,
  sheet: LawSheet,
): Handed | Refusal | "finer" {
  if (given !== undefined && "text" in given) {
    const { text, cents } = given;
    if (argument.matrix === true)
      return { is: "text", text, isZeroNothing: false, isOptional: argument.optional === true, isRange: true };
    const isWhole = cents !== undefined && entries.every(({ unit }) => unit === "cents");
    return {
      is: "text",
      text,
      isZeroNothing: isWithoutZero(argument),
      isOptional: argument.optional === true,
      ...(entries.some(({ unit }) => unit === "key") && { isWord: true }),
      ...(isWhole && { whole: cents }),
    };
  }
  if (argument.matrix === true) return { is: "absent" };
  const value = argument.read(name, given?.literal ?? null);
  if (value instanceof Refusal) return value;
  if (given === undefined || isLeftOut(given.literal, argument)) return { is: "absent" };
  const known = knownOf(value, entries, sheet);
  return known ?? "finer";
}

const isLeftOut = (literal: number | string | boolean, argument: Argument<unknown>): boolean =>
  literal === "" || (literal === 0 && isWithoutZero(argument));

/** The whole number of a value; undefined where it is finer than its unit. */
function knownOf(value: unknown, entries: readonly Entry[], sheet: LawSheet): Handed | undefined {
  const rate = entries.find(({ unit }) => unit === "millionths");
  if (typeof value === "object" && value !== null && rate !== undefined) {
    const { units, scale } = value as { readonly units: number; readonly scale: number };
    const millionths = (units / scale) * 1e6;
    const whole = Math.round(millionths);
    return whole * scale === units * 1e6 ? { is: "known", value: whole, isRate: true } : undefined;
  }
  const isWord = typeof value === "string" || typeof value === "boolean";
  const entry = entries.find(({ unit }) => (unit === "key") === isWord) ?? entries[0];
  switch (entry!.unit) {
    case "key":
      return { is: "known", value: sheet.numberOf((entry as Extract<Entry, { unit: "key" }>).list, String(value)) };
    case "billionths": {
      const whole = Math.round(Number(value) * 1e9);
      return whole / 1e9 === Number(value) ? { is: "known", value: whole } : undefined;
    }
    default:
      return { is: "known", value: value as number };
  }
}
