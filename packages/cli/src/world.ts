import type { Language as Code } from "../../../src/i18n";
import type { Day } from "../../../src/rules/calendar";
import type { Language } from "../../core/src/language";
import type { Codes } from "./written";

/** What a function says of itself in a language. */
export interface FunctionHelp {
  readonly description: string;
  readonly returns: string;
  readonly throws: string;
  readonly law: string;
  readonly parameters: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
}

/** What the command line says in a language. */
export interface Speech {
  readonly language: Language;
  readonly codes: Codes;
  /** By the id of a function. */
  readonly functions: Readonly<Record<string, FunctionHelp>>;
  /** What each word of a list means, by the name of the list. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What stands around the command line. */
export interface Surroundings {
  readonly speech: (code: Code) => Promise<Speech>;
  /** Calls that show how a function is used, by its id. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  /** How an argument is called in the four languages, by its name. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly read: (file: string) => string;
  readonly today: Day;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Puts out a piece of a long answer, and says when there is room for the next one. */
  readonly put: (text: string) => Promise<void>;
  /** Writes on the last line of a terminal; absent where the errors go elsewhere. */
  readonly terminal?: ((text: string) => void) | undefined;
  /** Milliseconds, from whenever. */
  readonly now: () => number;
  /** Of the terminal. */
  readonly columns: number;
}

/** The same, once it is known in which language it speaks. */
export interface World extends Surroundings {
  readonly language: Language;
  readonly codes: Codes;
}
