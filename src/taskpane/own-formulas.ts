import { calledNames } from "../formula/tokens";
import { settings } from "../settings";

/** The functions of ours that a formula calls, each once, in the order of the formula. A file has underscores for the dots of a name. */
export function ownFunctions(formula: string): string[] {
  const called = calledNames(formula).map((name) => name.toUpperCase().replaceAll("_", "."));
  return [...new Set(called)].filter((id) => settings.functions.has(id));
}

export const usesOurFunctions = (formula: string): boolean => ownFunctions(formula).length > 0;
