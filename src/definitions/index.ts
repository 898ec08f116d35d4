import { benefit } from "./benefit";
import { company } from "./company";
import type { Definition } from "./define";
import { fund } from "./fund";
import { inasti } from "./inasti";
import { passerelle } from "./passerelle";
import { pension } from "./pension";
import { status } from "./status";

export { type Argument, type Kind } from "./argument";
export { answerTo, ask, columnsOf, type Definition, inOrder, rowsOf, type Shown } from "./define";
export { useHeldFigures } from "./own-figures";

/** Every function of the contract, by its id. */
export const DEFINITIONS = {
  ...inasti,
  ...status,
  ...passerelle,
  ...fund,
  ...company,
  ...benefit,
  ...pension,
} satisfies Readonly<Record<string, Definition>>;

export type FunctionId = keyof typeof DEFINITIONS;

const ALL: Readonly<Record<string, Definition>> = DEFINITIONS;

export const definitionOf = (id: string): Definition | undefined => (Object.hasOwn(ALL, id) ? ALL[id] : undefined);
