import { t } from "../../i18n";
import { type Formula, textArgument } from "../formula/formula";

/** A sentence with the data version in it, which another version changes. */
export function versionFormula(sentence = "pane:projection/sheet-version"): Formula {
  const mark = "\u0000";
  const [before = "", after = ""] = t(sentence, { version: mark }).split(mark);
  return `${textArgument(before)}&INDEX(INASTI.VERSION(),2,2)&${textArgument(after)}`;
}
