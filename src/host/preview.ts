import type { Host } from "./host";

const refuse = (): Promise<never> => Promise.reject(new Error("there is no spreadsheet"));

const DARK = "(prefers-color-scheme: dark)";

/** The pane opened in a browser of its own, without a spreadsheet. */
export const previewHost: Host = {
  name: "preview",
  hasWorkbook: false,
  displayLanguage: () => navigator.language,
  contentLanguage: () => navigator.language,
  isDarkTheme: () => matchMedia(DARK).matches,
  onThemeChange: (listener) => {
    const query = matchMedia(DARK);
    query.addEventListener("change", listener);
    return () => query.removeEventListener("change", listener);
  },
  storedState: () => ({ parameters: null, dataVersion: null, ownFigures: "", from1904: false, asksTrust: false }),
  readNamed: () => Promise.resolve({ namedYear: null, namedIndexation: null, namedFigures: null, from1904: false }),
  onReturn: () => () => undefined,
  keep: () => Promise.resolve(),
  writeAsksTrust: () => Promise.resolve(),
  writeParameters: () => Promise.resolve(),
  writeOwnFigures: () => Promise.resolve(),
  writeDataVersion: () => Promise.resolve(),
  recalculate: () => Promise.resolve(),
  selectedCell: refuse,
  selectedRange: refuse,
  select: refuse,
  onSelectionChange: () => () => undefined,
  readRanges: refuse,
  readNames: refuse,
  readTables: refuse,
  insertBlock: refuse,
  insertSheet: refuse,
  outline: refuse,
  formulaCells: refuse,
  noteCells: refuse,
  protectedSheets: refuse,
  freeze: refuse,
  unfreeze: refuse,
  reenter: refuse,
  readFile: refuse,
  openFile: refuse,
  tryNumbers: refuse,
  openTrial: refuse,
};
