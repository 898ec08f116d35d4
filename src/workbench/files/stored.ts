import { OWN_FIGURES_NAME } from "../../host/host";
import { figuresMark, SETTINGS } from "../../host/stored";
import type { Book, Name } from "../../package";

/** What the workbench stores beside the cells, by its own names for it. */
type Custom = Readonly<Record<string, unknown>>;

/** Days count from 1900 here, and do so in what is written. */
const BY_CUSTOM = {
  parameterYear: SETTINGS.year,
  indexation: SETTINGS.indexation,
  dataVersion: SETTINGS.version,
  ownFigures: SETTINGS.figures,
} as const;

type Settings = NonNullable<Book["settings"]>;

/** Year, own figures and the rest as Excel hands them to the add-in; nothing where nobody set any. */
export function settingsOf(custom: Custom): Settings {
  const settings = Object.entries(BY_CUSTOM).flatMap(([key, name]): Settings => {
    const value = custom[key];
    const isKept = typeof value === "string" ? value !== "" : typeof value === "number" || value === true;
    return isKept ? [[name, value as string | number | true]] : [];
  });
  if (settings.length === 0) return [];
  // As the add-in does with the first that it keeps: who has no add-in is not asked for one.
  return [...settings, [SETTINGS.noTrust, custom["asksTrust"] !== true]];
}

/** The names of a workbook with the mark by which the add-in knows its list of own figures. */
export function namesWithMark(names: readonly Name[], custom: Custom): Name[] {
  const others = names.filter(({ name }) => name !== OWN_FIGURES_NAME);
  const list = custom["ownFigures"];
  if (typeof list !== "string" || list === "") return others;
  return [...others, { name: OWN_FIGURES_NAME, formula: `=${figuresMark(list)}`, hidden: true }];
}

/** What a file keeps for the add-in, as the workbench stores it. */
export function customOf(settings: Settings): Record<string, unknown> {
  const stored = new Map<string, unknown>(settings);
  const custom = Object.entries(BY_CUSTOM).flatMap(([key, name]) =>
    stored.has(name) ? [[key, stored.get(name)] as const] : [],
  );
  return {
    ...Object.fromEntries(custom),
    ...(stored.get(SETTINGS.noTrust) === false && { asksTrust: true }),
  };
}

/** Whether a file once had own figures and has them no more, as where a program dropped what it does not know. */
export function lostFigures({ names = [], settings = [] }: Book): boolean {
  const mark = names.find(({ name }) => name === OWN_FIGURES_NAME)?.formula;
  const list = new Map<string, unknown>(settings).get(SETTINGS.figures);
  return mark !== undefined && mark !== `=${figuresMark(typeof list === "string" ? list : "")}`;
}
