import type { IWorkbookData } from "@univerjs/core";
import { type Language, recordOf } from "../../i18n";
import { LOCALES } from "../spreadsheet";
import { bridgingRight } from "./bridging-right";
import { example } from "./example";
import { familyYear } from "./family-year";
import { feeScenario } from "./fee-scenario";
import { projection } from "./projection";
import { sheet, styles } from "./sheet";

export { FIRST_RESULT } from "./example";

/** The workbook with which the workbench opens: a sheet for each question that people bring. */
export function demoWorkbook(language: Language): Partial<IWorkbookData> {
  const sheets = [example(), projection(), bridgingRight(), feeScenario(), familyYear()].map(sheet);
  return {
    id: "statut-social",
    name: "Statut Social",
    locale: LOCALES[language],
    styles: styles(recordOf(language).euro),
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((one) => [one.id, one])),
  };
}
