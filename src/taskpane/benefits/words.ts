import { t } from "../texts";
import type { WordList } from "./questions";

/** A word of the contract as people say it. */
export const wordText = (list: WordList, word: string): string =>
  t(list === "category" ? `pane:category/${word}` : `pane:benefits/word/${list}/${word}`);
