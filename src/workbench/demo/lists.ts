import type { IRange } from "@univerjs/core";
import { reader, recordOf, wordName } from "../../i18n";
import { type Category, LAST_YEAR } from "../../rules/contributions";
import { FUNDS, latestFeeFigure } from "../../rules/funds";
import { BASES, GROUNDS } from "../../rules/passerelle";
import { AMOUNT_BASES } from "../../rules/projection";
import { offered } from "../engine/offered";

/** What most people are; the others are typed, and Excel takes no list of more than 255 characters. */
const CATEGORIES: readonly Category[] = [
  "principal",
  "complementary",
  "primostarter",
  "student",
  "article-37",
  "spouse-maxi",
  "pensioner",
];
const FAMILIES = ["with-dependants", "isolated", "cohabitant"] as const;
const YEARS = 9;

/** What a list offers, in words of the page's language that the functions read. */
const LISTS = {
  category: () => CATEGORIES.map((id) => wordName("category", id)),
  fund: () => FUNDS.filter(({ id }) => latestFeeFigure(id, LAST_YEAR)).map(({ id }) => wordName("fund", id)),
  ground: () => GROUNDS.map((id) => wordName("ground", id)),
  proof: () => BASES.map((id) => wordName("basis", id)),
  family: () => FAMILIES.map((id) => wordName("variant", id)),
  amounts: () => AMOUNT_BASES.map((id) => wordName("amountBasis", id)),
  yesNo: () => [yesOrNo(true), yesOrNo(false)],
  year: () => Array.from({ length: YEARS }, (_, index) => String(LAST_YEAR - index)),
} satisfies Record<string, () => string[]>;

export type List = keyof typeof LISTS;

/** As people say it; the first of these words is the spreadsheet's own. */
export const yesOrNo = (value: boolean): string => recordOf(reader.language).words.flag[`${value}`][1]!;

export const listRule = (list: List, ranges: readonly IRange[]) => offered(list, LISTS[list](), ranges);
