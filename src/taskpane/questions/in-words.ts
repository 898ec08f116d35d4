import { factText, reader, t } from "../../i18n";
import { quarter, type QuarterOfYear } from "../../rules/calendar";
import { type Formula, textArgument } from "../formula/formula";
import { categoryName } from "../kit/category-name";
import type { SaidAs } from "./said";

/** Answers that are words of the contract: what a formula compares is the same in every language, what people read is not. */
const WORDS: Partial<Record<SaidAs, readonly (readonly [word: string, said: (word: string) => string])[]>> = {
  entitlement: ["entitled", "conditional", "not"].map((word) => [word, entitlementName]),
  status: ["complementary", "article-37", "principal"].map((word) => [word, categoryName]),
  "euro-or-word": [["unlimited", () => t("pane:questions/unlimited")]],
};

export function entitlementName(word: string): string {
  return t(`pane:questions/entitlement/${word}`);
}

/** A quarter as a function writes it, 2026Q2, as the reader's language does. */
export function quarterText(written: string): string {
  const [, year, of] = /^(\d{4})Q([1-4])$/.exec(written) ?? [];
  return of === undefined ? written : factText({ quarter: quarter(Number(year), Number(of) as QuarterOfYear) });
}

/** A formula whose cell says its answer in the reader's words. In English the words of the contract are that. */
export function inWords(formula: Formula, said: SaidAs): Formula {
  if (said === "list") return quartersInWords(formula);
  const words = WORDS[said];
  if (words === undefined || reader.language === "en") return formula;
  const pairs = words.map(([word, name]) => `${textArgument(word)},${textArgument(name(word))}`).join(",");
  return `LET(answer,${formula},SWITCH(answer,${pairs},answer))`;
}

/** Each quarter of a column; a column without any is blank. */
function quartersInWords(formula: Formula): Formula {
  const mark = "\u0000";
  const [before = "", between = "", after = ""] = t("date/quarter", { quarter: mark, year: mark }).split(mark);
  const parts = [textArgument(before), "RIGHT(answer,1)", textArgument(between), "LEFT(answer,4)", textArgument(after)];
  const said = parts.filter((part) => part !== '""').join("&");
  return `LET(answer,${formula},IF(answer="","",${said}))`;
}
