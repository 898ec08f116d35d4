import type { IWorkbookData, IWorksheetData } from "@univerjs/core";
import { type Language, recordOf } from "../../i18n";
import { withCharts } from "../charts/stored";
import { LOCALES } from "../menus";
import { t } from "../texts";
import { bridgingRight } from "./bridging-right";
import { example } from "./example";
import { familyYear } from "./family-year";
import { feeScenario } from "./fee-scenario";
import { projection } from "./projection";
import { sheet, styles } from "./sheet";

export { FIRST_RESULT } from "./example";

/** The workbook with which the workbench opens: a sheet for each question that people bring. */
export function demoWorkbook(language: Language): Partial<IWorkbookData> {
  const plans = [example(), projection(), bridgingRight(), feeScenario(), familyYear()];
  const book = workbookOf(language, plans.map(sheet), styles(recordOf(language).euro));
  return withCharts(book, new Map(plans.map(({ id, charts = [] }) => [id, charts])));
}

/** One sheet and nothing in it. */
export const blankWorkbook = (language: Language): Partial<IWorkbookData> =>
  workbookOf(language, [
    { id: "blank", name: t("workbench:new/sheet"), cellData: {}, rowCount: 1000, columnCount: 26 },
  ]);

const workbookOf = (
  language: Language,
  sheets: readonly (Partial<IWorksheetData> & { readonly id: string })[],
  named: IWorkbookData["styles"] = {},
): Partial<IWorkbookData> => ({
  id: "statut-social",
  name: "Statut Social",
  locale: LOCALES[language],
  styles: named,
  sheetOrder: sheets.map(({ id }) => id),
  sheets: Object.fromEntries(sheets.map((one) => [one.id, one])),
});
