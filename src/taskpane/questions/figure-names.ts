import { figureName } from "../../i18n";
import { isParameterId, type ParameterId, parameterIds } from "../../parameters";
import { plain } from "../kit/plain";

/** All figures of the law by the names that the reader knows them by. */
export const figureNames = (): readonly string[] => [...new Set(parameterIds().map(figureName))].sort();

/** The figure that somebody named, by its name or by the one that formulas have. */
export function figureNamed(text: string): ParameterId | undefined {
  const typed = text.trim();
  if (isParameterId(typed)) return typed;
  const name = plain(typed);
  return parameterIds().find((id) => plain(figureName(id)) === name);
}
