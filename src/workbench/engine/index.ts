import type { FUniver } from "@univerjs/core/facade";
import type { Language } from "../../i18n";
import { bookOf } from "../host/book";
import { readSemicolons } from "./lexer";
import { readPasted } from "./pasting";
import { showAsTyped } from "./shown";
import { offerFunctions } from "./suggestions";
import { readTyping, type Tell } from "./typing";

/** The spreadsheet, which has a workbook by now, takes and shows what people of the language type. */
export function speakLanguage(spreadsheet: FUniver, language: Language, tell: Tell): void {
  const { injector } = bookOf(spreadsheet);
  readSemicolons(injector, language);
  offerFunctions();
  readTyping(injector, language, showAsTyped(injector, language), tell);
  readPasted(spreadsheet, language, tell);
}
