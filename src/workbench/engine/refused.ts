import { inSyntax } from "../../formula/syntax";
import { describe, type Language, recordOf, t, typedWord } from "../../i18n";
import { Refusal } from "../../rules/refusal";
import type { Unclear } from "./typed-value";

const FORMULA = (language: Language): string =>
  `=INASTI.QUARTERLY(40000.5,"${typedWord("category", "principal", language)}",2026)`;

/** What stands in a cell as its user types it. */
export const asTypedIn = (language: Language, formula: string): string => inSyntax(formula, recordOf(language).excel);

/** Why a text was not taken, and how it is written so that everybody reads the same. */
export function whyUnclear(cell: string, given: string, unclear: Unclear | "formula", language: Language): string {
  if (unclear instanceof Refusal) return describe(unclear);
  const example = {
    date: "28/11/2026",
    number: decimal("1234.56", language),
    formula: asTypedIn(language, FORMULA(language)),
  };
  return t(`workbench:typed/${unclear}`, { cell, given: shortened(given), example: example[unclear] });
}

const decimal = (text: string, language: Language): string => text.replace(".", recordOf(language).excel.decimal);

const LONGEST = 60;
const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);
