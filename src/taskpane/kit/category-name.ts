import { wordName } from "../../i18n";

/** A word by itself, as a label: it begins with a capital, the same word in a sentence does not. */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const categoryName = (category: string): string => capitalised(wordName("category", category));
