import { t } from "../i18n";
import { classicOf, LawSheet, namedFunction, namedOf } from "../native";
import type { LawSheetOptions } from "../native";
import { calledNames } from "../formula/tokens";
import { definitionOf } from "../definitions";
import type { CopyOptions } from "./plan";
import type { Form } from "./native";

/** The native forms of our functions over a law sheet with the figures in use. */
export const formsOf =
  (form: Form, years: Omit<LawSheetOptions, "name">): CopyOptions["native"] =>
  (lawSheet) => {
    const sheet = new LawSheet({ ...years, name: lawSheet });
    const used = new Set<string>();
    return {
      of: (formula, filled) => {
        const found = form === "classic" ? classicOf(formula, sheet, filled) : namedOf(formula);
        if ("none" in found)
          return { why: t(`pane:copy/why/${found.none.reason}`, { name: found.none.function ?? "" }) };
        for (const name of calledNames(formula)) if (definitionOf(name)) used.add(name.toUpperCase());
        return found;
      },
      law: () => {
        const names = form === "named" ? [...used].map((id) => namedFunction(id, sheet)) : [];
        return { names, sheets: sheet.cells.length > 0 ? [{ name: lawSheet, cells: sheet.cells }] : [] };
      },
    };
  };
