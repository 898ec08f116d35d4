import { t, wordName } from "../../i18n";
import { capitalised, categoryName } from "../kit/category-name";

/** Lists whose words are said as refusals and cells say them. */
const NAMED = {
  PENSION_CONTRIBUTION: "quarterGround",
  PENSION_SITUATION: "pensioner",
  FUND_SWITCHKIND: "switchKind",
  INASTI_BASIS: "amountBasis",
} as const;
/** Those that are categories. */
const OF_CATEGORIES = /_CATEGORY$|^INASTI_DIRECTION$/;

const isNamed = (list: string): list is keyof typeof NAMED => list in NAMED;

/** A word of the contract as people say it. */
export function wordText(list: string, word: string): string {
  if (OF_CATEGORIES.test(list)) return categoryName(word);
  if (!isNamed(list)) return t(`pane:questions/word/${list}/${word}`);
  return capitalised(wordName(NAMED[list], word));
}
