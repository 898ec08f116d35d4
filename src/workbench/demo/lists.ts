import type { IRange } from "@univerjs/core";
import { wordName } from "../../i18n";
import { LAST_YEAR } from "../../rules/contributions";
import { BASES, GROUNDS } from "../../rules/passerelle";
import { AMOUNT_BASES } from "../../rules/projection";
import { familyChoices, fundChoices, USUAL_CATEGORIES, yesOrNo } from "../../taskpane/kit/choices";
import { offered } from "../engine/offered";

const YEARS = 9;

/** What a list offers, in words of the page's language that the functions read. */
const LISTS = {
  category: () => USUAL_CATEGORIES.map((id) => wordName("category", id)),
  fund: () => [...fundChoices()],
  ground: () => GROUNDS.map((id) => wordName("ground", id)),
  proof: () => BASES.map((id) => wordName("basis", id)),
  family: () => [...familyChoices()],
  amounts: () => AMOUNT_BASES.map((id) => wordName("amountBasis", id)),
  yesNo: () => [yesOrNo(true), yesOrNo(false)],
  year: () => Array.from({ length: YEARS }, (_, index) => String(LAST_YEAR - index)),
} satisfies Record<string, () => string[]>;

export type List = keyof typeof LISTS;

export const listRule = (list: List, ranges: readonly IRange[]) => offered(list, LISTS[list](), ranges);
