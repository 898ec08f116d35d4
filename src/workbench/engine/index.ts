import type { FUniver } from "@univerjs/core/facade";
import { bookOf } from "../host/book";
import { readSemicolons } from "./lexer";
import { readPasted } from "./pasting";
import { showAsTyped } from "./shown";
import { offerFunctions } from "./suggestions";
import { showInLanguage } from "./shown-cell";
import { readTyping, type Tell } from "./typing";

/** The spreadsheet, which has a workbook by now, takes and shows what people of the reader's language type. */
export function speakLanguage(spreadsheet: FUniver, tell: Tell): void {
  const { injector } = bookOf(spreadsheet);
  readSemicolons(injector);
  showInLanguage(injector);
  offerFunctions();
  readTyping(injector, showAsTyped(injector), tell);
  readPasted(spreadsheet, tell);
}
