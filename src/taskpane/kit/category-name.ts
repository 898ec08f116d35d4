import { wordName } from "../../i18n";

/** A category by itself: a label begins with a capital, the same word in a sentence does not. */
export function categoryName(category: string): string {
  const name = wordName("category", category);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
