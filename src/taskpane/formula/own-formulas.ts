import { calledNames, plainName } from "../../formula/tokens";
import { registered } from "../../page/functions";

/** The functions of ours that a formula calls, each once, in the order of the formula. A file has underscores for the dots of a name. */
export function ownFunctions(formula: string): string[] {
  const called = calledNames(formula).map((name) => name.toUpperCase().replaceAll("_", "."));
  return [...new Set(called)].filter((id) => registered.has(id));
}

export const usesOurFunctions = (formula: string): boolean => ownFunctions(formula).length > 0;

/** The function of ours that is called by exactly this name, in a cell or in a file; null for any other's. */
export function ownFunction(name: string): string | null {
  const plain = plainName(name).toUpperCase();
  const id = plain === name.toUpperCase() ? plain : plain.replaceAll("_", ".");
  return registered.has(id) ? id : null;
}
