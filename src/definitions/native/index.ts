import type { NativeForm } from "./form";
import { fundForms } from "./fund";
import { inastiForms } from "./inasti";
import { otherForms } from "./others";

export type { Exit, NativeForm, NativeReason } from "./form";

const FORMS: Readonly<Record<string, NativeForm>> = { ...inastiForms, ...fundForms, ...otherForms };

/** What a function does to whole numbers; undefined where tables and integers do not suffice. */
export const nativeFormOf = (id: string): NativeForm | undefined => (Object.hasOwn(FORMS, id) ? FORMS[id] : undefined);

/** Of which functions there is one. */
export const NATIVE_IDS: readonly string[] = Object.keys(FORMS);
