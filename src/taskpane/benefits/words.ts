import { t } from "../../i18n";
import { categoryName } from "../kit/category-name";
import type { WordList } from "./questions";

/** A word of the contract as people say it. */
export const wordText = (list: WordList, word: string): string =>
  list === "category" ? categoryName(word) : t(`pane:benefits/word/${list}/${word}`);
