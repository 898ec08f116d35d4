import { type Language, t } from "../i18n";

/** With our functions, for whoever has the add-in; or with formulas of every spreadsheet. */
export const FORMS = ["add-in", "stand-alone"] as const;
export type Form = (typeof FORMS)[number];

/** The templates, in the order of a list of them. */
export const IDS = ["calculator", "client-list", "cash-calendar", "family-year", "director"] as const;
export type TemplateId = (typeof IDS)[number];

/** Its file below the folder of all templates; the names are short and in plain letters. */
export function fileOf(id: TemplateId, form: Form, language: Language): string {
  const name = (key: string): string => t(`templates:file/${key}`, {}, language);
  return `${language}/${name(id)}${form === "add-in" ? "" : `-${name(form)}`}.xlsx`;
}
