import { inSyntax } from "../../formula/syntax";
import { reader, recordOf } from "../../i18n";
import type { Formula } from "./formula";

/** A formula as the user would read and type it. */
export const asTyped = (formula: Formula): string => inSyntax(formula, recordOf(reader.language).excel);
