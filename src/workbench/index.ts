import type { FUniver } from "@univerjs/core/facade";
import { type FWorkbook, ILayoutService } from "@univerjs/preset-sheets-core";
import type { Host } from "../host/host";
import { type Language, LANGUAGES, reader, recordOf } from "../i18n";
import { loadFigureNames, loadPaneTexts } from "../i18n/load";
import { dataVersion } from "../parameters";
import type { Opened } from "../taskpane/kit/surroundings";
import { mountPane } from "../taskpane/shell/pane";
import { restoreWorkbook } from "../taskpane/shell/restore-workbook";
import { workbenchHost } from "./host";
import { bookOf } from "./host/book";
import { layOut } from "./access/layout";
import { moveBetweenParts } from "./access/parts";
import { offerThemes, takeTheme, theme } from "./access/theme";
import "./custom-functions";
import { blankWorkbook, demoWorkbook, FIRST_RESULT } from "./demo";
import { speakLanguage } from "./engine";
import { offerFiles } from "./files";
import { hearKeys, nameBar } from "./files/bar";
import { keep, type Keeping, openKept, type Opening, putAside, type Work } from "./kept";
import type { Metadata } from "./metadata";
import { LOCALES } from "./menus";
import { chosenLanguage, isOpening, openingFailed, spreadsheetIsThere } from "./opening";
import { createSpreadsheet } from "./spreadsheet";
import { statusLine } from "./status";
import { testApi, type TestApi } from "./test-api";
import { loadWorkbenchTexts, t } from "./texts";

import "./workbench.css";

declare global {
  interface Window {
    /** For browser tests. */
    workbench?: TestApi;
  }
}

const NAMES = {
  skip: "workbench:skip/title",
  theme: "workbench:theme/title",
  language: "workbench:language",
  sheet: "workbench:sheet",
  edge: "workbench:pane/edge",
} as const;

const element = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;

async function start(): Promise<void> {
  takeTheme();
  reader.language = chosenLanguage();
  const opening = openKept();
  await Promise.all([loadPaneTexts, loadFigureNames, loadWorkbenchTexts].map((load) => load(reader.language)));
  nameThePage();
  const layout = layOut({
    sheet: element("sheet"),
    edge: element("edge"),
    pane: element("pane"),
    toggle: element("pane-toggle"),
  });

  const metadata = await loadMetadata(reader.language);
  const { api: spreadsheet, errorMessage } = await createSpreadsheet(element("sheet"), reader.language, metadata);
  const shine = () => spreadsheet.toggleDarkMode(theme.isDark());
  theme.onChange(shine);
  shine();
  const opened = await opening;
  const workbook = openWorkbook(spreadsheet, opened);
  if (workbook === undefined) return;
  // In the same turn: no cell is calculated before year and own figures are known.
  const host = workbenchHost(spreadsheet, reader.language);
  const state = restoreWorkbook(host);
  workbook.setNumfmtLocal(reader.language);
  const tell = statusLine(spreadsheet, workbook, errorMessage, element("status"), reader.language);
  speakLanguage(spreadsheet, reader.language, tell);

  const keeping = keep(spreadsheet, opened, () => blankWorkbook(reader.language));
  offerLanguages(reader.language, keeping);
  offerFiles(spreadsheet, metadata, opened, keeping);
  hearKeys();
  mountPane(element("pane"), host, calculatedAnew(state, host));
  moveBetweenParts(
    ["header", "notice", "files", "sheet", "pane"].map(element),
    { sheet: element("sheet"), pane: element("pane"), skip: element("skip") },
    () => bookOf(spreadsheet).injector.get(ILayoutService).focus(),
    layout,
  );
  spreadsheetIsThere();
  window.workbench = testApi(spreadsheet, host, keeping.now);
}

/** The workbook of last time, or the example. Undefined where it does not open: the page then begins anew without it. */
function openWorkbook(spreadsheet: FUniver, { work, store }: Opening): FWorkbook | undefined {
  if (work === undefined || typeof store === "string") {
    const example = spreadsheet.createWorkbook(demoWorkbook(reader.language));
    example.getActiveSheet().getRange(FIRST_RESULT).activate();
    return example;
  }
  try {
    const workbook = spreadsheet.createWorkbook({ ...work.snapshot, locale: LOCALES[reader.language] });
    selectIn(workbook, work.selected);
    return workbook;
  } catch (error) {
    console.error(error);
    void putAside(store).then(() => location.reload());
    return undefined;
  }
}

/** Where the cell is still one: whoever opens a workbook wants it all the same. */
function selectIn(workbook: FWorkbook, { sheet: name, cell }: Work["selected"]): void {
  try {
    const sheet = workbook.getSheetByName(name) ?? workbook.getActiveSheet();
    sheet.activate();
    sheet.getRange(cell).activate();
  } catch (error) {
    console.warn(error);
  }
}

/** Here all formulas are calculated at opening, with our data: which were those of last time is told. */
function calculatedAnew(state: Opened, host: Host): Opened {
  const { dataVersion: from } = state;
  if (from === null || from === dataVersion) return state;
  void host.writeDataVersion(dataVersion);
  return { ...state, dataVersion, recalculation: { from, always: true } };
}

function nameThePage(): void {
  element("tagline").textContent = t("workbench:tagline");
  element("help").textContent = t("workbench:help");
  element("pane-toggle").textContent = t("workbench:pane/title");
  for (const [id, name] of Object.entries(NAMES)) element(id).setAttribute("aria-label", t(name));
  offerThemes(element("theme"));
  nameBar();
}

function offerLanguages(language: Language, { now }: Keeping): void {
  const select = element<HTMLSelectElement>("language");
  select.append(...LANGUAGES.map((choice) => new Option(recordOf(choice).name, choice, false, choice === language)));
  select.onchange = () => {
    const address = `?lang=${select.value}`;
    void now().then(() => location.assign(address));
    // Whoever stays, for something is not kept, has the language of before.
    select.value = language;
  };
}

async function loadMetadata(language: Language): Promise<Metadata> {
  const response = await fetch(language === "en" ? "functions.json" : `functions-${language}.json`);
  return (await response.json()) as Metadata;
}

if (isOpening())
  start().catch((error: unknown) => {
    console.error(error);
    openingFailed();
  });
