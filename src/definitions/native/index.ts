import type { NativeForm } from "./form";
import { fundForms } from "./fund";
import { inastiForms } from "./inasti";

export type { Exit, NativeForm, NativeReason } from "./form";

const FORMS: Readonly<Record<string, NativeForm>> = { ...inastiForms, ...fundForms };

/** What a function does to whole numbers; undefined where tables and integers do not suffice. */
export const nativeFormOf = (id: string): NativeForm | undefined => (Object.hasOwn(FORMS, id) ? FORMS[id] : undefined);
