import { NATIVE_IDS } from "../definitions/native";
import { dataVersion } from "../parameters";
import { lastKnownYear } from "../rules/contributions";
import type { LawSheet } from "./law-sheet";
import { namedFunction, type NamedFunction } from "./named";

/** Every function that has a native form, as a name of the workbook. */
export const allNamed = (sheet: LawSheet): NamedFunction[] => NATIVE_IDS.map((id) => namedFunction(id, sheet));

/** A module as Excel Labs imports it: its name, and what stands before the dot of each function in it. */
export interface LambdaModule {
  readonly name: string;
  readonly text: string;
}

/** The functions as modules of LAMBDAs, one a prefix. They look up the law sheet, which stands in the same workbook. */
export function lambdaModules(sheet: LawSheet): LambdaModule[] {
  const modules = new Map<string, string[]>();
  for (const { name, formula } of allNamed(sheet)) {
    const dot = name.indexOf(".");
    const prefix = name.slice(0, dot);
    modules.set(prefix, [...(modules.get(prefix) ?? []), `${name.slice(dot + 1)} ${formula};`]);
  }
  const head = (name: string) => [
    `// Module ${name}. Excel Labs: Import from text, module name ${name}. Name Manager: a name for each, ${name}. before it.`,
    `// Belgian self-employed social security, data ${dataVersion}, years up to ${lastKnownYear()}. Needs the sheet ${sheet.name} of inasti.xlsx in the same workbook.`,
  ];
  return [...modules].map(([name, functions]) => ({ name, text: [...head(name), "", ...functions, ""].join("\n") }));
}
