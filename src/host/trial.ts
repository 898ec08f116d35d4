import { freeName } from "./sheet-name";

const SHEET_NAME = "Statut Social self-test";

/** By their names: whoever writes into one of them loses it. */
export const isTrialSheet = (name: string): boolean => /^Statut Social self-test( \(\d+\))?$/.test(name);

export const trialSheetName = (taken: readonly string[]): string => freeName(SHEET_NAME, taken);

export function requireTrialSheet(name: string): void {
  if (!isTrialSheet(name)) throw new RangeError("no sheet of a trial");
}

export const TRIAL_SETTING = "selfTest";
