import { PARAMETER_INDEXATION_NAME, PARAMETER_YEAR_NAME, type Parameters, type WorkbookState } from "../host";
import { requireFit, storedList, storedParameters, storedVersion } from "../stored";
import { readNames } from "./cells";

const YEAR_SETTING = "parameterYear";
const INDEXATION_SETTING = "parameterIndexation";
const VERSION_SETTING = "dataVersion";
const FIGURES_SETTING = "ownFigures";

export async function readWorkbook(): Promise<WorkbookState> {
  const { settings } = Office.context.document;
  const year: unknown = settings.get(YEAR_SETTING);
  const indexation: unknown = settings.get(INDEXATION_SETTING);
  const version: unknown = settings.get(VERSION_SETTING);
  const list: unknown = settings.get(FIGURES_SETTING);
  // Whoever opens a workbook may already be typing, while Excel refuses everything: what the functions need is worth the wait.
  const [named] = await readNames([PARAMETER_YEAR_NAME], { delayForCellEdit: true });
  return {
    ...storedParameters(year, indexation),
    namedYear: named ? numberIn(named[0]?.[0]) : null,
    dataVersion: storedVersion(version),
    ownFigures: storedList(list),
  };
}

export async function writeParameters(parameters: Parameters): Promise<void> {
  requireFit(parameters);
  const { year, indexation } = parameters;
  // First what Excel refuses, while a cell is being edited for example: then nothing is stored.
  await Excel.run(async (context) => {
    const { names } = context.workbook;
    const yearName = names.getItemOrNullObject(PARAMETER_YEAR_NAME);
    const indexationName = names.getItemOrNullObject(PARAMETER_INDEXATION_NAME);
    await context.sync();
    if (yearName.isNullObject) names.add(PARAMETER_YEAR_NAME, `=${year}`);
    else yearName.formula = `=${year}`;
    // The functions read an empty text as an argument left out.
    if (!indexationName.isNullObject) indexationName.formula = indexation === null ? '=""' : `=${indexation}`;
    else if (indexation !== null) names.add(PARAMETER_INDEXATION_NAME, `=${indexation}`);
    context.workbook.application.calculate(Excel.CalculationType.full);
    await context.sync();
  });
  const { settings } = Office.context.document;
  settings.set(YEAR_SETTING, year);
  if (indexation === null) settings.remove(INDEXATION_SETTING);
  else settings.set(INDEXATION_SETTING, indexation);
  await saveSettings();
}

export async function writeOwnFigures(list: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.application.calculate(Excel.CalculationType.full);
    await context.sync();
  });
  const { settings } = Office.context.document;
  if (list === "") settings.remove(FIGURES_SETTING);
  else settings.set(FIGURES_SETTING, list);
  await saveSettings();
}

export async function writeDataVersion(version: string): Promise<void> {
  Office.context.document.settings.set(VERSION_SETTING, version);
  await saveSettings();
}

function numberIn(value: unknown): number {
  return typeof value === "number" ? value : NaN;
}

function saveSettings(): Promise<void> {
  return new Promise((resolve, reject) => {
    Office.context.document.settings.saveAsync(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve();
      else reject(new Error(error.message));
    });
  });
}
