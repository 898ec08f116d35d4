import { freeName } from "./sheet-name";

/** What it leaves in a workbook for a moment is known by it. */
export const TRIAL_NAME = "Statut Social self-test";

/** By their names: whoever writes into one of them loses it. */
export const isTrialSheet = (name: string): boolean =>
  name.startsWith(TRIAL_NAME) && /^( \(\d+\))?$/.test(name.slice(TRIAL_NAME.length));

export const trialSheetName = (taken: readonly string[]): string => freeName(TRIAL_NAME, taken);

export function requireTrialSheet(name: string): void {
  if (!isTrialSheet(name)) throw new RangeError("no sheet of a trial");
}

export const TRIAL_SETTING = "selfTest";
