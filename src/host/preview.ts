import type { Host } from "./host";

/** The pane opened in a browser of its own, without a spreadsheet. */
export const previewHost: Host = {
  name: "preview",
  hasWorkbook: false,
  displayLanguage: () => navigator.language,
  contentLanguage: () => navigator.language,
  isDarkTheme: () => matchMedia("(prefers-color-scheme: dark)").matches,
  readParameterYear: () => Promise.resolve(null),
  writeParameterYear: () => Promise.resolve(),
  insertTable: () => Promise.reject(new Error("there is no spreadsheet to insert into")),
  recalculate: () => Promise.resolve(),
};
