import { inSyntax } from "../../formula/syntax";
import { recordOf } from "../../i18n";
import { settings } from "../../settings";
import type { Formula } from "./formula";

/** A formula as the user would read and type it. */
export const asTyped = (formula: Formula): string => inSyntax(formula, recordOf(settings.language).excel);
