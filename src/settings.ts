import type { Language } from "./i18n/language";

/** Texts by key; a key of a nested text is a path: `refusal/missing`. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** The years that can be the workbook's: the first whose law is here, and as far as a projection may reach. */
export const FIRST_PARAMETER_YEAR = 2015;
export const LAST_PARAMETER_YEAR = 2100;

/** What stands in a workbook may be anything. */
export const isParameterYear = (year: unknown): year is number =>
  Number.isInteger(year) && Number(year) >= FIRST_PARAMETER_YEAR && Number(year) <= LAST_PARAMETER_YEAR;

/**
 * What the pane and the functions share. A page may hold them in bundles of their own, as the workbench does, so the state hangs on the
 * global object; where no pane ever ran, the defaults stand.
 */
export interface Settings {
  /** The year that a formula without a year takes; null while nobody chose one. Throws a RangeError rather than take what is no such year. */
  parameterYear: number | null;
  language: Language;
  /** What is loaded of each language, by part of the product. */
  texts: Partial<Record<Language, Readonly<Record<string, Texts>>>>;
  /** The functions as a cell calls them, by their id: the pane shows what a cell would. */
  readonly functions: Map<string, (...args: unknown[]) => unknown>;
  /** Whether a cell has been calculated since the page was opened, and who wants to know when that happens. */
  calculated: boolean;
  onCalculation: (() => void) | null;
}

const KEY = Symbol.for("statut-social.settings");
const shared = globalThis as { [KEY]?: Settings };

let chosenYear: number | null = null;

export const settings: Settings = (shared[KEY] ??= {
  get parameterYear() {
    return chosenYear;
  },
  set parameterYear(year) {
    if (year !== null && !isParameterYear(year)) throw new RangeError(`no parameter year: ${String(year)}`);
    chosenYear = year;
  },
  language: "en",
  texts: {},
  functions: new Map(),
  calculated: false,
  onCalculation: null,
});
