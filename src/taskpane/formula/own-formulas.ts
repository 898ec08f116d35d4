import { calledNames, isStoredCall, plainName, tokensOf } from "../../formula/tokens";
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

/** The formula with our functions by their plain names: without what a file writes for them, and without the file that another add-in put before them. */
export function plainFormula(formula: string): string {
  const tokens = tokensOf(formula);
  const ownAt = (index: number): string | null =>
    isStoredCall(tokens, index) ? ownFunction(tokens[index]!.text) : null;
  return tokens
    .map(({ kind, text }, index) => (kind === "sheet" && ownAt(index + 1) !== null ? "" : (ownAt(index) ?? text)))
    .join("");
}
