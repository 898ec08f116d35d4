import { t } from "../../i18n";
import { type Formula, textArgument } from "../formula/formula";

/** A sentence with the data version in it, which another version changes. */
export function versionFormula(): Formula {
  const mark = "\u0000";
  const [before = "", after = ""] = t("pane:projection/sheet-version", { version: mark }).split(mark);
  return `${textArgument(before)}&INDEX(INASTI.VERSION(),2,2)&${textArgument(after)}`;
}
