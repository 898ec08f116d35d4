import type { Language } from "./i18n/language";

/** Texts by key; a key of a nested text is a path: `refusal/missing`. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/**
 * What the pane and the functions share. A page may hold them in bundles of their own, as the workbench does, so the state hangs on the
 * global object; where no pane ever ran, the defaults stand.
 */
export interface Settings {
  /** The year that a formula without a year takes; null while nobody chose one. */
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

export const settings: Settings = (shared[KEY] ??= {
  parameterYear: null,
  language: "en",
  texts: {},
  functions: new Map(),
  calculated: false,
  onCalculation: null,
});
