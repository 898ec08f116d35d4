import { ICommandService } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  type FWorkbook,
  ILayoutService,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
} from "@univerjs/preset-sheets-core";
import type { Host } from "../host/host";
import { type Language, LANGUAGES, reader, recordOf } from "../i18n";
import { loadAllPaneTexts, loadFigureNames, loadSelfTestTexts } from "../i18n/load";
import { textsIn } from "../i18n/texts";
import { dataVersion } from "../parameters";
import type { Opened } from "../taskpane/kit/surroundings";
import { mountPane } from "../taskpane/shell/pane";
import { restoreWorkbook } from "../taskpane/shell/restore-workbook";
import { workbenchHost } from "./host";
import { bookOf } from "./host/book";
import { layOut } from "./access/layout";
import { nameControls } from "./access/names";
import { moveBetweenParts } from "./access/parts";
import { offerThemes, takeTheme, theme } from "./access/theme";
import "./custom-functions";
import { blankWorkbook, demoWorkbook, EXAMPLE } from "./demo";
import { translateExample } from "./demo/translation";
import { speakLanguage } from "./engine";
import { offerFiles } from "./files";
import { hearKeys, nameBar } from "./files/bar";
import { keep, openKept, type Opening, putAside, type Work } from "./kept";
import { tell } from "./kept/page";
import { LOCALES } from "./menus";
import { chosenLanguage, isOpening, openingFailed, spreadsheetIsThere } from "./opening";
import { offerPaper } from "./print";
import { createSpreadsheet, loadSpeech } from "./spreadsheet";
import { inEachLanguage, sayAgain } from "./spoken";
import { statusLine } from "./status";
import { testApi, type TestApi } from "./test-api";
import { loadWorkbenchTexts, t } from "./texts";
import { offerTour } from "./tour";

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
  const [speech] = await Promise.all([loadSpeech(reader.language), loadTexts(reader.language)]);
  inEachLanguage(nameThePage);
  const layout = layOut({
    sheet: element("sheet"),
    edge: element("edge"),
    pane: element("pane"),
    toggle: element("pane-toggle"),
  });

  const { api: spreadsheet, errorMessage, speak } = createSpreadsheet(element("sheet"), speech);
  const shine = () => spreadsheet.toggleDarkMode(theme.isDark());
  theme.onChange(shine);
  shine();
  const opened = await opening;
  const workbook = openWorkbook(spreadsheet, opened);
  if (workbook === undefined) return;
  // In the same turn: no cell is calculated before year and own figures are known.
  const host = workbenchHost(spreadsheet, speech.metadata);
  const state = restoreWorkbook(host);
  workbook.setNumfmtLocal(reader.language);
  speakLanguage(spreadsheet, statusLine(spreadsheet, workbook, errorMessage, element("status")));

  const keeping = keep(spreadsheet, opened, () => blankWorkbook(reader.language));
  offerFiles(spreadsheet, speech.metadata, opened, keeping);
  offerPaper(spreadsheet);
  hearKeys();
  const showPane = mountPane(element("pane"), host, calculatedAnew(state, host));
  offerLanguages(async (language) => {
    const [next] = await Promise.all([loadSpeech(language), loadTexts(language)]);
    return async () => {
      // What is being typed is of the language of before; where it is not clear, that is asked first.
      await bookOf(spreadsheet).workbook.endEditing(true);
      if (bookOf(spreadsheet).workbook.isCellEditing()) return;
      const before = demoWorkbook(reader.language);
      reader.language = language;
      translateExample(bookOf(spreadsheet), before, demoWorkbook(language));
      speak(next);
      sayAgain();
      showPane();
      keeping.spokenAnew();
      // What functions say is in the language of the reader too.
      await host.recalculate();
    };
  });
  nameControls(bookOf(spreadsheet).injector);
  const focusSheet = () => bookOf(spreadsheet).injector.get(ILayoutService).focus();
  // What the pane selects or inserts is to be seen, also where it lies over the sheet.
  bookOf(spreadsheet)
    .injector.get(ICommandService)
    .onCommandExecuted(({ id }) => {
      if ((id === SetSelectionsOperation.id || id === SetWorksheetActiveOperation.id) && layout.showSheet())
        focusSheet();
    });
  moveBetweenParts(
    ["header", "notice", "files", "sheet", "pane"].map(element),
    { sheet: element("sheet"), pane: element("pane"), skip: element("skip") },
    focusSheet,
    layout,
  );
  spreadsheetIsThere();
  offerTour(spreadsheet, opened.work === undefined);
  window.workbench = testApi(spreadsheet, host, keeping.now);
}

function loadTexts(language: Language): Promise<unknown> {
  const isTested = textsIn(reader.language)?.["selftest"] !== undefined;
  const loads = [loadAllPaneTexts, loadFigureNames, loadWorkbenchTexts, ...(isTested ? [loadSelfTestTexts] : [])];
  return Promise.all(loads.map((load) => load(language)));
}

/** The workbook of last time, or the example. Undefined where it does not open: the page then begins anew without it. */
function openWorkbook(spreadsheet: FUniver, { work, store }: Opening): FWorkbook | undefined {
  if (work === undefined || typeof store === "string") {
    const example = spreadsheet.createWorkbook(demoWorkbook(reader.language));
    example.getActiveSheet().getRange(EXAMPLE.free).activate();
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
  document.documentElement.lang = reader.language;
  element("tagline").textContent = t("workbench:tagline");
  element("help").textContent = t("workbench:help");
  element("pane-toggle").textContent = t("workbench:pane/title");
  for (const [id, name] of Object.entries(NAMES)) element(id).setAttribute("aria-label", t(name));
  offerThemes(element("theme"));
  nameBar();
}

/** `prepare` fetches what another language needs, and then changes to it in one go. */
function offerLanguages(prepare: (language: Language) => Promise<() => Promise<void>>): void {
  const select = element<HTMLSelectElement>("language");
  select.append(...LANGUAGES.map((choice) => new Option(recordOf(choice).name, choice)));
  select.value = reader.language;
  select.onchange = async () => {
    const language = select.value as Language;
    try {
      const change = await prepare(language);
      // The reader may have chosen again meanwhile.
      if (select.value !== language) return;
      await change();
      select.value = reader.language;
      const address = new URL(location.href);
      address.searchParams.set("lang", reader.language);
      history.replaceState(null, "", address);
    } catch (error) {
      console.error(error);
      select.value = reader.language;
      tell(() => ({ sentences: [t("workbench:language-failed")] }));
    }
  };
}

if (isOpening())
  start().catch((error: unknown) => {
    console.error(error);
    openingFailed();
  });
