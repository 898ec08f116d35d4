import { definitionOf } from "../definitions";
import { isWithoutZero } from "../definitions/argument";
import { nativeFormOf } from "../definitions/native";
import { handedOf } from "./handed";
import { DIVISORS } from "./divisors";
import type { LawSheet } from "./law-sheet";
import { argumentsIn, errorFormula, type Handed, Printer } from "./print";

/** A name of the workbook that is a function. */
export interface NamedFunction {
  readonly name: string;
  /** With "=", in the notation of en-US; files have prefixes before LAMBDA, LET and what they bind. */
  readonly formula: string;
}

export interface NamedOptions {
  /** Arguments may be left out at the end of a call. False for programs whose LAMBDA takes all: a call says them, blank. */
  readonly leavesOut?: boolean;
}

/** A function as a LAMBDA over the law sheet, with the arguments of its contract. */
export function namedFunction(id: string, sheet: LawSheet, { leavesOut = true }: NamedOptions = {}): NamedFunction {
  const form = nativeFormOf(id)!;
  const takes = Object.entries(definitionOf(id)!.takes);
  const entries = new Map(argumentsIn(form.gives).map((one) => [one.name, one.entries]));
  const parameters = takes.map(([name, { optional }]) => (leavesOut && optional === true ? `[${name}]` : name));
  const bound: string[] = [];
  const handed: Record<string, Handed> = {};
  const unanswered: string[] = [];
  for (const [name, argument] of takes) {
    const isOmitted = leavesOut && argument.optional === true;
    const text = isOmitted ? `${name}_given` : name;
    if (form.without[name] !== undefined) {
      unanswered.push(isWithoutZero(argument) ? `(${text}<>"")*(${text}<>0)` : `(${text}<>"")`);
      handed[name] = { is: "absent" };
    } else {
      // A text is never refused.
      handed[name] = handedOf(name, argument, entries.get(name) ?? [], { text }, sheet) as Handed;
    }
    // What is left out is as a blank cell.
    if (isOmitted) bound.push(`${text},IF(ISOMITTED(${name}),"",${name})`);
  }
  const { text } = new Printer(sheet, handed, true).both(form.gives, DIVISORS[form.exit]);
  const answered =
    unanswered.length === 0 ? text : `IF(${unanswered.join("+")},${errorFormula("notAvailable")},${text})`;
  const body = bound.length === 0 ? answered : `LET(${bound.join(",")},${answered})`;
  return { name: id, formula: `=LAMBDA(${[...parameters, body].join(",")})` };
}
