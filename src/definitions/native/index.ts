import type { NativeForm, NativeTable } from "./form";
import { fundForms, fundTables } from "./fund";
import { inastiForms } from "./inasti";
import { otherForms } from "./others";
import { projectTables } from "./project";

export { EACH } from "./form";
export type { Exit, NativeForm, NativeReason, NativeTable } from "./form";

const FORMS: Readonly<Record<string, NativeForm>> = { ...inastiForms, ...fundForms, ...otherForms };
const TABLES: Readonly<Record<string, NativeTable>> = { ...fundTables, ...projectTables };

/** What a function does to whole numbers; undefined where tables and integers do not suffice, or where it is a table. */
export const nativeFormOf = (id: string): NativeForm | undefined => (Object.hasOwn(FORMS, id) ? FORMS[id] : undefined);

/** The same of a table. */
export const nativeTableOf = (id: string): NativeTable | undefined =>
  Object.hasOwn(TABLES, id) ? TABLES[id] : undefined;

/** Of which functions there is one. */
export const NATIVE_IDS: readonly string[] = [...Object.keys(FORMS), ...Object.keys(TABLES)];
