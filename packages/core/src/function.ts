import { answerTo, type Argument, type Definition } from "../../../src/definitions";
import { isWithoutZero } from "../../../src/definitions/argument";
import type { Answer as Answered } from "../../../src/rules/trace";
import { type Context, contextOf, within } from "./context";
import { attempted } from "./refusal";
import { shown } from "./shown";
import { type Figures, hold } from "./tables";
import type { Answer, Confidence, Figure, Line, Options, Result } from "./types";
import { confidenceIn, figuresIn, wayTo } from "./way";

interface Told {
  readonly way: readonly Line[];
  readonly figures: readonly Figure[];
}

class AnswerInContext<Value> implements Answer<Value> {
  readonly value: Value;
  readonly #answered: Answered<unknown>;
  readonly #context: Context;
  #way: readonly Line[] | undefined;

  constructor(value: Value, answered: Answered<unknown>, context: Context) {
    this.value = value;
    this.#answered = answered;
    this.#context = context;
  }

  get confidence(): Confidence | undefined {
    return within(this.#context, () => confidenceIn(this.#answered));
  }

  get way(): readonly Line[] {
    return (this.#way ??= within(this.#context, () => wayTo(this.#answered)));
  }

  /** What can be told of an answer of many rows: the way to the first of them, and the figures of all. */
  told(most: number): Told {
    return within(this.#context, () => ({
      way: wayTo(this.#answered, most),
      figures: figuresIn(this.#answered),
    }));
  }

  toJSON(): Answer<Value> {
    const { value, confidence, way } = this;
    return { value, confidence, way };
  }
}

/** The way to an answer, at most to its first rows, and all figures that it rests on. */
export function told(answer: Answer<unknown>, most: number): Told {
  if (answer instanceof AnswerInContext) return answer.told(most);
  throw new TypeError("an answer of a function");
}

/** Asks a function with the cells of its arguments, in their order. */
export function asked<Value>(definition: Definition, cells: readonly unknown[], options?: Options): Result<Value> {
  const context = contextOf(options);
  if ("key" in context) return context;
  return within(context, () =>
    attempted(() => {
      const takes = Object.values(definition.takes);
      const answered = answerTo(
        definition,
        cells.map((cell, at) => (takes[at] ? withZeros(takes[at], cell) : cell)),
      );
      return new AnswerInContext(shown(definition, answered.value) as Value, answered, context);
    }),
  );
}

/** A function of the contract whose arguments go by their names, with the figures that it may rest on. */
export const functionOf = <Given extends object, Value>(definition: Definition, figures: Figures) => {
  const names = Object.keys(definition.takes);
  return (given: Given, options?: Options): Result<Value> => {
    hold(figures);
    return asked(definition, cellsOf(names, given ?? {}), options);
  };
};

/**
 * Excel on the desktop hands a blank cell over as 0, so readers take it for one where 0 is no value. A program that says 0 leaves nothing
 * out: it is told that there is no such year, day or word.
 */
export function withZeros(argument: Argument<unknown>, cell: unknown): unknown {
  const isLeftOut = isWithoutZero(argument) && argument.kind !== "rate";
  return isLeftOut ? withoutBlank(cell) : cell;
}

const withoutBlank = (cell: unknown): unknown => {
  if (Array.isArray(cell)) return cell.map(withoutBlank);
  return cell === 0 || cell === "0" ? "00" : cell;
};

/** Throws a TypeError for a name that is none of them: an argument left unread would change the answer silently. */
export function requireNames(names: readonly string[], given: object): void {
  for (const name of Object.keys(given))
    if (!names.includes(name)) throw new TypeError(`no argument "${name}": ${names.join(", ")}`);
}

/** The cells in their order. */
function cellsOf(names: readonly string[], given: object): unknown[] {
  requireNames(names, given);
  return names.map((name) => cellOf(name, (given as Readonly<Record<string, unknown>>)[name]));
}

/** What a cell may hold. Throws a TypeError for anything else: a Date is a moment, and no day. */
function cellOf(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => cellOf(name, one));
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Float64Array);
  if (value === null || ["undefined", "number", "string", "boolean"].includes(typeof value)) return value;
  throw new TypeError(
    `${name}: a number, a text, true or false, null, or an array of these; a day is text, "2026-01-31"`,
  );
}
