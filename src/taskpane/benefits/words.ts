import { t } from "../../i18n";
import { categoryName } from "../kit/category-name";

/** A word of the contract as people say it. */
export const wordText = (list: string, word: string): string =>
  list.endsWith("_CATEGORY") ? categoryName(word) : t(`pane:benefits/word/${list}/${word}`);
