import { getNumfmtParseValueFilter } from "@univerjs/core";
import { fromSyntax } from "../../formula/syntax";
import { type Language, recordOf } from "../../i18n";
import { Refusal } from "../../rules/refusal";
import { type Read, readTyped, type Unclear } from "../../taskpane/kit/typed-value";

/** Why a typed text is not taken, if it is not. */
export function unclear(cell: string, text: string, language: Language): Unclear | "formula" | undefined {
  if (text.startsWith("=")) return fromSyntax(text, recordOf(language).excel) === null ? "formula" : undefined;
  const read = readTyped(cell, text, language, getNumfmtParseValueFilter);
  return read instanceof Refusal || typeof read === "string" ? read : undefined;
}

/** What a text is that is no formula; undefined where it stays a text, unclear ones too. */
export function valueTyped(text: string, language: Language): Read | undefined {
  const read = readTyped("", text, language, getNumfmtParseValueFilter);
  return typeof read === "object" && !(read instanceof Refusal) ? read : undefined;
}
