import type { Language } from "./i18n/language";

/**
 * What the pane and the functions share. They are bundles of their own in one page, so the state hangs on the global object;
 * where no pane ever ran, the defaults stand.
 */
export interface Settings {
  /** The year that a formula without a year takes; null while nobody chose one. */
  parameterYear: number | null;
  language: Language;
}

const KEY = Symbol.for("statut-social.settings");
const shared = globalThis as { [KEY]?: Settings };

export const settings: Settings = (shared[KEY] ??= { parameterYear: null, language: "en" });
