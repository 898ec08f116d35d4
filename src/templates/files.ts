import { type Language, t } from "../i18n";

/** With our functions, for whoever has the add-in; or with formulas of every spreadsheet. */
export const FORMS = ["add-in", "stand-alone"] as const;
export type Form = (typeof FORMS)[number];

const BOTH: readonly Form[] = FORMS;

/** The templates, in the order of a list of them, with the forms that each has. */
const FORMS_OF = {
  calculator: BOTH,
  "client-list": BOTH,
  "cash-calendar": BOTH,
  scenarios: BOTH,
  "fee-scenario": BOTH,
  "family-year": BOTH,
  director: BOTH,
} as const satisfies Readonly<Record<string, readonly Form[]>>;
export type TemplateId = keyof typeof FORMS_OF;

export const formsOf = (id: TemplateId): readonly Form[] => FORMS_OF[id];

/** Its file below the folder of all templates; the names are short and in plain letters. */
export function fileOf(id: TemplateId, form: Form, language: Language): string {
  const name = (key: string): string => t(`templates:file/${key}`, {}, language);
  return `${language}/${name(id)}${form === "add-in" ? "" : `-${name(form)}`}.xlsx`;
}

/** What a page of downloads says: each template with its files. */
export const downloadsOf = (language: Language) =>
  (Object.keys(FORMS_OF) as TemplateId[]).map((id) => ({
    name: t(`templates:name/${id}`, {}, language),
    files: formsOf(id).map((form) => ({
      form: t(`templates:form/${form}`, {}, language),
      file: fileOf(id, form, language),
    })),
  }));
