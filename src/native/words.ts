import { lawName, t, wordName } from "../i18n";
import { folded, words } from "../i18n/words";
import { parameterIds } from "../parameters";
import { CATEGORIES } from "../rules/contributions";
import { FUNDS } from "../rules/funds";
import type { WordList } from "../rules/refusal";
import type { Unit, Value } from "../rules/tables";

export type List = WordList | "parameter";

/** The words of a list in the order of their numbers, each with what people type for it. */
export function spelledWords(list: List): readonly (readonly [word: string, typed: readonly string[]])[] {
  switch (list) {
    case "parameter":
      return parameterIds().map((id) => [id, []]);
    case "fund":
      return FUNDS.map(({ id, name, aliases }) => [
        id,
        [name, ...aliases, ...(id === "national-auxiliary" ? words.fund[id] : [])],
      ]);
    case "category":
      return CATEGORIES.map((word) => [word, words.category[word]]);
    case "flag":
      return [
        ["true", ["1", ...words.flag.true]],
        ["false", ["0", ...words.flag.false]],
      ];
    default:
      return Object.entries(words[list] as Readonly<Record<string, readonly string[]>>);
  }
}

/** What a formula takes out of a word before it looks it up. What is on the right would match others, or anything. */
export const SEPARATORS = [" ", "-", "'", "’"] as const;
export const WILDCARDS = ["*", "?"] as const;

const TAKEN_OUT = new RegExp(`[${SEPARATORS.join("").replace("-", "\\-")}]`, "g");
const ACCENTS = /[\u0300-\u036f]/g;

/**
 * The spellings of a word as a formula leaves them: as they are known, without accents, and without any sign between letters. A word that has one of its accents and lacks another
 * is not among them: #VALUE!, never another word.
 */
export function lookedUp(word: string, typed: readonly string[]): string[] {
  const small = [word, ...typed].map((one) => one.toLowerCase());
  const all = small.flatMap((one) => {
    const bare = one.normalize("NFD").replace(ACCENTS, "");
    return [one.replace(TAKEN_OUT, ""), bare.replace(TAKEN_OUT, ""), folded(one)];
  });
  return [...new Set(all)];
}

/** A value as a cell shows it to the reader; "" is nothing. */
export function saidAs(unit: Unit, value: Value): Value {
  if (typeof value !== "string" || value === "") return value;
  switch (unit) {
    case "law":
      return lawName(value);
    case "confidence":
      return t(`confidence/${value}`);
    case "funds":
      return withoutFigure(value.split(" "));
    default:
      return value;
  }
}

/** What the last row of a comparison of funds says. */
const withoutFigure = (funds: readonly string[]): string =>
  t("funds/no-figure", {
    names: funds
      .map((id) => wordName("fund", id))
      .sort()
      .join(", "),
  });
