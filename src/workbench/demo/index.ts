import type { IWorkbookData, IWorksheetData } from "@univerjs/core";
import { DATA_VALIDATION_PLUGIN_NAME } from "@univerjs/preset-sheets-data-validation";
import { type Language, recordOf } from "../../i18n";
import { dateFormat } from "../../taskpane/kit/numbers";
import { withCharts } from "../charts/stored";
import { LOCALES } from "../menus";
import { t } from "../texts";
import { bridgingRight } from "./bridging-right";
import { cashPlan } from "./cash-plan";
import { clients } from "./clients";
import { example } from "./example";
import { familyYear } from "./family-year";
import { feeScenario } from "./fee-scenario";
import { sheet, styles } from "./sheet";

export { EXAMPLE } from "./example";

/** The workbook with which the workbench opens: a sheet for each question that people bring. */
export function demoWorkbook(language: Language): Partial<IWorkbookData> {
  const plans = [example(), clients(), cashPlan(), feeScenario(), familyYear(), bridgingRight()];
  const made = plans.map(sheet);
  const rules = Object.fromEntries(made.map((one) => [one.sheet.id, one.rules]));
  const sheets = made.map((one) => one.sheet);
  const book = {
    ...workbookOf(language, sheets, styles(recordOf(language).euro, dateFormat(language))),
    resources: [{ name: DATA_VALIDATION_PLUGIN_NAME, data: JSON.stringify(rules) }],
  };
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
