import {
  type NamedState,
  OWN_FIGURES_NAME,
  PARAMETER_INDEXATION_NAME,
  PARAMETER_YEAR_NAME,
  type Parameters,
  type StoredState,
  type Told,
} from "../host";
import {
  figuresMark,
  growthFormula,
  namedFigures,
  namedIndexation,
  namedYear,
  requireFit,
  SETTINGS,
  storedList,
  storedParameters,
  storedVersion,
} from "../stored";
import { calculateWorkbook } from "./calculation";
import { readNames } from "./cells";
import { setName } from "./names";

const {
  year: YEAR,
  indexation: INDEXATION,
  version: VERSION,
  figures: FIGURES,
  dates: DATES,
  noTrust: NO_TRUST,
} = SETTINGS;

/** The settings come with the page, before Excel answers any request: a workbook that is hidden, or whose first request hangs, has its year too. */
export function storedState(): StoredState {
  const { settings } = Office.context.document;
  const read = (name: string): unknown => settings.get(name);
  return {
    ...storedParameters(read(YEAR), read(INDEXATION)),
    dataVersion: storedVersion(read(VERSION)),
    ownFigures: storedList(read(FIGURES)),
    from1904: read(DATES) === true,
    asksTrust: read(NO_TRUST) === false,
  };
}

export async function readNamed(): Promise<NamedState> {
  const [names, from1904] = await Promise.all([
    // Whoever opens a workbook may already be typing, while Excel refuses everything: what the functions need is worth the wait.
    readNames([PARAMETER_YEAR_NAME, PARAMETER_INDEXATION_NAME, OWN_FIGURES_NAME], { delayForCellEdit: true }),
    countsFrom1904().catch(() => undefined),
  ]);
  return {
    namedYear: namedYear(names[0]),
    namedIndexation: namedIndexation(names[1]),
    namedFigures: namedFigures(names[2]),
    from1904,
  };
}

/** The first day of 2000 as each of Excel's two date systems numbers it. */
const DAY_2000 = { from1900: 36_526, from1904: 35_064 } as const;

/** By what DATE answers in this workbook: the property that says so is not in a version of Excel that we may ask for. */
function countsFrom1904(): Promise<boolean | undefined> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const day = context.workbook.functions.date(2000, 1, 1);
    day.load("value");
    await context.sync();
    if (day.value === DAY_2000.from1904) return true;
    return day.value === DAY_2000.from1900 ? false : undefined;
  });
}

export async function keep({ parameters, from1904 }: Told): Promise<void> {
  if (parameters !== undefined) setParameters(parameters);
  if (from1904 !== undefined) set(DATES, from1904 || null);
  await saveSettings();
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
    setName(names, yearName, PARAMETER_YEAR_NAME, `=${year}`);
    // The functions read an empty text as an argument left out.
    const growth = indexation === null ? '=""' : growthFormula(indexation);
    if (indexation !== null || !indexationName.isNullObject)
      setName(names, indexationName, PARAMETER_INDEXATION_NAME, growth);
    await calculateWorkbook(context);
  });
  setParameters(parameters);
  await saveSettings();
}

export async function writeOwnFigures(list: string, isEqual = false): Promise<void> {
  await Excel.run(async (context) => {
    const { names } = context.workbook;
    const name = names.getItemOrNullObject(OWN_FIGURES_NAME);
    await context.sync();
    // It says nothing to people.
    if (list !== "" || !name.isNullObject)
      setName(names, name, OWN_FIGURES_NAME, `=${figuresMark(list)}`).visible = false;
    await (isEqual ? context.sync() : calculateWorkbook(context));
  });
  set(FIGURES, list === "" ? null : list);
  await saveSettings();
}

export async function writeDataVersion(version: string): Promise<void> {
  set(VERSION, version);
  await saveSettings();
}

export async function writeAsksTrust(asks: boolean): Promise<void> {
  set(NO_TRUST, !asks);
  await saveSettings();
}

function setParameters({ year, indexation }: Parameters): void {
  set(YEAR, year);
  set(INDEXATION, indexation);
}

/** Null for what is not kept. */
function set(name: string, value: string | number | boolean | null): void {
  const { settings } = Office.context.document;
  if (value === null) settings.remove(name);
  else settings.set(name, value);
}

function saveSettings(): Promise<void> {
  const { settings } = Office.context.document;
  // A workbook goes to people who only read it: they are not asked, unless somebody wanted it so.
  if (typeof settings.get(NO_TRUST) !== "boolean") settings.set(NO_TRUST, true);
  return saved();
}

/** Keeps the settings in the workbook as they are now. */
export function saved(): Promise<void> {
  return new Promise((resolve, reject) => {
    Office.context.document.settings.saveAsync(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve();
      else reject(new Error(error.message));
    });
  });
}
