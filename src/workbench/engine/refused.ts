import { inSyntax } from "../../formula/syntax";
import { describe, reader, recordOf, t, typedWord } from "../../i18n";
import { Refusal } from "../../rules/refusal";
import type { Unclear } from "../../taskpane/kit/typed-value";

const formula = (): string =>
  `=INASTI.QUARTERLY(40000.5,"${typedWord("category", "principal", reader.language)}",2026)`;

/** What stands in a cell as its user types it. */
export const asTypedIn = (formula: string): string => inSyntax(formula, recordOf(reader.language).excel);

/** Why a text was not taken, and how it is written so that everybody reads the same. */
export function whyUnclear(cell: string, given: string, unclear: Unclear | "formula"): string {
  if (unclear instanceof Refusal) return describe(unclear);
  const example = { date: "28/11/2026", number: decimal("1234.56"), formula: asTypedIn(formula()) };
  return t(`workbench:typed/${unclear}`, { cell, given: shortened(given), example: example[unclear] });
}

const decimal = (text: string): string => text.replace(".", recordOf(reader.language).excel.decimal);

const LONGEST = 60;
const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`);
