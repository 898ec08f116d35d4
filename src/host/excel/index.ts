import type { Host } from "../host";
import { recalculate } from "./calculation";
import { onSelectionChange, readNames, readRanges, readTables, select, selectedCell, selectedRange } from "./cells";
import { onReturn } from "./events";
import { openFile, readFile } from "./file";
import { formulaCells, noteCells, outline, protectedSheets } from "./formulas";
import { freeze } from "./freeze";
import { insertBlock } from "./insert";
import {
  keep,
  readNamed,
  storedState,
  writeAsksTrust,
  writeDataVersion,
  writeOwnFigures,
  writeParameters,
} from "./parameters";
import { reenter } from "./reenter";
import { insertSheet } from "./sheet";
import { tryNumbers } from "./try-numbers";
import { unfreeze } from "./unfreeze";

/** Excel through Office.js. */
export const excelHost: Host = {
  name: "excel",
  hasWorkbook: true,
  displayLanguage: () => Office.context.displayLanguage,
  contentLanguage: () => Office.context.contentLanguage,
  isDarkTheme: () => isDark(Office.context.officeTheme?.bodyBackgroundColor),
  onThemeChange: () => () => undefined,
  storedState,
  readNamed,
  onReturn,
  keep,
  writeAsksTrust,
  writeParameters,
  writeDataVersion,
  writeOwnFigures,
  recalculate,
  selectedCell,
  selectedRange,
  select,
  onSelectionChange,
  readRanges,
  readNames: async (names) => (await readNames(names)).map((cells) => cells ?? null),
  readTables,
  insertBlock,
  insertSheet,
  outline,
  formulaCells,
  noteCells,
  protectedSheets,
  freeze,
  unfreeze,
  reenter,
  readFile,
  openFile,
  tryNumbers,
  openTrial: async () => (await import(/* webpackChunkName: "trial" */ "./trial")).excelTrial,
};

type Handler = () => Promise<void> | void;

/** What the buttons of the ribbon do, by the name that the manifest gives them. */
export function onCommand(handlers: Readonly<Record<string, Handler>>): void {
  for (const [id, handler] of Object.entries(handlers)) {
    Office.actions.associate(id, (event: Office.AddinCommands.Event) => void perform(handler, event));
  }
}

/** Excel waits for a command to end, also for one that fails. */
async function perform(handler: Handler, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await handler();
  } catch (error) {
    console.error(error);
  } finally {
    event.completed();
  }
}

/** Office tells the background colour of its theme, not whether it is dark. */
function isDark(color = "#ffffff"): boolean {
  const [red = 255, green = 255, blue = 255] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => parseInt(pair, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
