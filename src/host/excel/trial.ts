import type { ChartPlan, Environment, NameForm, Place, Trial } from "../host";
import { growthFormula } from "../stored";
import { isTrialSheet, requireTrialSheet, TRIAL_SETTING, trialSheetName } from "../trial";
import { addCharts } from "./charts";
import { sheetNames } from "./formulas";
import { setName } from "./names";
import { hasNotes, requireNotes } from "./notes";
import { saved } from "./parameters";

/** The sets that the add-in may ask for, and the newest version that is asked about. */
const SETS = { CustomFunctionsRuntime: [1, 6], SharedRuntime: [1, 3], ExcelApi: [1, 30] } as const;

/** Excel as the self-test tries it. */
export const excelTrial: Trial = {
  environment,
  sheets: async () => (await sheetNames()).filter(isTrialSheet),
  addSheet: () =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      const name = trialSheetName(worksheets.items.map((sheet) => sheet.name));
      worksheets.add(name);
      await context.sync();
      return name;
    }),
  // async, so that what is no sheet of a trial is a rejection too.
  removeSheet: async (name) => {
    requireTrialSheet(name);
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    });
  },
  write: (corner, cells) =>
    inCell(corner, (range) => {
      range.getResizedRange(cells.length - 1, cells[0]!.length - 1).formulas = cells as unknown[][];
      // A workbook may calculate by hand only: then what refers to these cells would wait.
      range.worksheet.calculate(false);
    }),
  clear: async (name) => {
    requireTrialSheet(name);
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const used = worksheets.getItem(name).getUsedRangeOrNullObject(true);
      const notes = hasNotes() ? worksheets.getItem(name).notes : null;
      notes?.load("items/content");
      await context.sync();
      for (const note of notes?.items ?? []) note.delete();
      if (!used.isNullObject) used.clear(Excel.ClearApplyTo.contents);
      await context.sync();
    });
  },
  type: (cell, formula) =>
    inCell(cell, (range) => {
      range.formulasLocal = [[formula]];
    }),
  defineName,
  addNote: async ({ sheet, address }, text) => {
    requireNotes();
    requireTrialSheet(sheet);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).notes.add(address, text);
      await context.sync();
    });
  },
  drawChart,
  writeSetting: (text) => {
    const { settings } = Office.context.document;
    if (text === null) settings.remove(TRIAL_SETTING);
    else settings.set(TRIAL_SETTING, text);
    return saved();
  },
  readSetting: () => {
    const stored: unknown = Office.context.document.settings.get(TRIAL_SETTING);
    return Promise.resolve(typeof stored === "string" ? stored : null);
  },
};

async function environment(): Promise<Environment> {
  const { diagnostics, requirements } = Office.context;
  const newest = (set: string, [major, minor]: readonly [number, number]): string => {
    for (let version = minor; version > 0; version--) {
      if (requirements.isSetSupported(set, `${major}.${version}`)) return `${major}.${version}`;
    }
    return "";
  };
  const { calculationMode, decimalSeparator } = await Excel.run(async (context) => {
    const { application } = context.workbook;
    application.load("calculationMode, decimalSeparator");
    await context.sync();
    return application;
  });
  return {
    application: textIn(diagnostics?.host),
    platform: textIn(diagnostics?.platform),
    version: textIn(diagnostics?.version),
    sets: Object.fromEntries(Object.entries(SETS).map(([set, version]) => [set, newest(set, version)])),
    calculation: textIn(calculationMode),
    decimal: textIn(decimalSeparator),
  };
}

const textIn = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

async function inCell({ sheet, address }: Place, change: (range: Excel.Range) => void): Promise<void> {
  requireTrialSheet(sheet);
  await Excel.run(async (context) => {
    change(context.workbook.worksheets.getItem(sheet).getRange(address));
    await context.sync();
  });
}

/** A name of the sheet goes with it: Excel has crashed where names were deleted. */
async function defineName(sheet: string, name: string, decimal: string, form: NameForm): Promise<void> {
  requireTrialSheet(sheet);
  await Excel.run(async (context) => {
    const { names } = context.workbook.worksheets.getItem(sheet);
    const item = names.getItemOrNullObject(name);
    await context.sync();
    const formula = form === "ours" ? growthFormula(decimal) : `=${decimal}`;
    setName(names, item, name, formula);
    await context.sync();
  });
}

async function drawChart(name: string, plan: ChartPlan): Promise<string[][]> {
  requireTrialSheet(name);
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    await addCharts(context, sheet.getCell(0, 0), [plan]);
    const { series } = sheet.charts.getItemAt(0);
    series.load("items/name");
    await context.sync();
    const shown = series.items.map((one) => one.getDimensionValues("Values"));
    await context.sync();
    return shown.map(({ value }) => value.map(String));
  });
}
