import { reader, recordOf, typedWords, wordName } from "../../i18n";
import { type Category, LAST_YEAR } from "../../rules/contributions";
import { FUNDS, latestFeeFigure } from "../../rules/funds";
import type { WordList } from "../../rules/refusal";

/** The most signs that a list of choices of a cell has in Excel, commas between them included. */
const LONGEST_LIST = 255;

/** Of a word in a column of inputs, in characters. */
const LONGEST_SHORT = 24;

/** The funds whose fee is known, by their names. */
export const fundChoices = (): readonly string[] =>
  FUNDS.filter(({ id }) => latestFeeFigure(id, LAST_YEAR)).map(({ id }) => wordName("fund", id));

/** What most people are; the others are typed, for a list of a cell has no room for all of them by their full names. */
export const USUAL_CATEGORIES: readonly Category[] = [
  "principal",
  "complementary",
  "primostarter",
  "student",
  "article-37",
  "spouse-maxi",
  "pensioner",
];
const FAMILIES = ["with-dependants", "isolated", "cohabitant"] as const;

/** Of the names of a word the first that a column of inputs has room for. */
export function shortWord(list: WordList, id: string): string {
  const names: Readonly<Partial<Record<string, readonly string[]>>> = recordOf(reader.language).words[list];
  return names[id]?.find((name) => name.length <= LONGEST_SHORT && !name.includes(",")) ?? wordName(list, id);
}

/** The households of which a mutual knows the rate. */
export const familyChoices = (): readonly string[] => FAMILIES.map((id) => wordName("variant", id));

/** As people say it; the first of these words is the spreadsheet's own. */
export const yesOrNo = (value: boolean): string => recordOf(reader.language).words.flag[`${value}`][1]!;

/**
 * Words of a closed list for a cell that offers them: what the reader would type, without a comma. Where all together are too long
 * for a cell, those with the most to spare go by a shorter name.
 */
export function choicesOf<T extends string>(list: WordList, ids: readonly T[]): ReadonlyMap<T, string> {
  const names = new Map(ids.map((id) => [id, typedWords(list, id).filter((name) => !name.includes(","))]));
  const chosen = new Map([...names].map(([id, [first]]) => [id, first!]));
  const shortest = (id: T): string => names.get(id)!.reduce((one, other) => (other.length < one.length ? other : one));
  const spare = (id: T): number => chosen.get(id)!.length - shortest(id).length;
  const length = (): number => [...chosen.values()].join(",").length;
  for (const id of [...ids].sort((one, other) => spare(other) - spare(one)))
    if (length() > LONGEST_LIST) chosen.set(id, shortest(id));
  return chosen;
}
