import type { FUniver } from "@univerjs/core/facade";
import { type FWorkbook, SetRangeValuesMutation, SetSelectionsOperation } from "@univerjs/preset-sheets-core";
import { isLanguage, type Language, languageOf, LANGUAGES, reader, recordOf } from "../i18n";
import { loadFigureNames, loadPaneTexts } from "../i18n/load";
import { mountPane } from "../taskpane/shell/pane";
import { restoreWorkbook } from "../taskpane/shell/restore-workbook";
import { workbenchHost } from "./host";
import "./custom-functions";
import { demoWorkbook, FIRST_RESULT } from "./demo";
import type { Metadata } from "./metadata";
import { createSpreadsheet } from "./spreadsheet";
import { testApi, type TestApi } from "./test-api";
import { loadWorkbenchTexts, t } from "./texts";

import "./workbench.css";

declare global {
  interface Window {
    /** For browser tests. */
    workbench?: TestApi;
  }
}

const FIRST_FORMULA = '=INASTI.QUARTERLY(40000,"principal",2026)';

const element = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;

async function start(): Promise<void> {
  reader.language = chosenLanguage();
  await Promise.all([loadPaneTexts, loadFigureNames, loadWorkbenchTexts].map((load) => load(reader.language)));
  nameThePage(reader.language);

  const { api: spreadsheet, errorMessage } = await createSpreadsheet(
    element("sheet"),
    reader.language,
    await loadMetadata(reader.language),
  );
  const workbook = spreadsheet.createWorkbook(demoWorkbook(reader.language));
  workbook.setNumfmtLocal(reader.language);
  workbook.getActiveSheet().getRange(FIRST_RESULT).activate();
  showErrors(spreadsheet, workbook, errorMessage, element("status"));

  const host = workbenchHost(spreadsheet, reader.language);
  mountPane(element("pane"), host, restoreWorkbook(host));
  window.workbench = testApi(spreadsheet, host);
}

/** `?lang=fr`, else the first of the browser's languages that we speak. */
function chosenLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? "";
  const known = navigator.languages.find((tag) => isLanguage(tag.slice(0, 2)));
  return isLanguage(asked) ? asked : languageOf(known ?? "en");
}

function nameThePage(language: Language): void {
  document.documentElement.lang = language;
  element("tagline").textContent = t("workbench:tagline");
  element("help").textContent = t("workbench:help");
  element("sheet").setAttribute("aria-label", t("workbench:sheet"));
  const select = element<HTMLSelectElement>("language");
  select.setAttribute("aria-label", t("workbench:language"));
  select.append(...LANGUAGES.map((choice) => new Option(recordOf(choice).name, choice, false, choice === language)));
  select.onchange = () => location.assign(`?lang=${select.value}`);
}

async function loadMetadata(language: Language): Promise<Metadata> {
  const response = await fetch(language === "en" ? "functions.json" : `functions-${language}.json`);
  return (await response.json()) as Metadata;
}

/** The status line says what Excel's error card would say of the selected cell. */
function showErrors(
  spreadsheet: FUniver,
  workbook: FWorkbook,
  errorMessage: (row: number, column: number) => string | undefined,
  status: HTMLElement,
): void {
  const show = (): void => {
    const cell = workbook.getActiveCell();
    const message = cell ? errorMessage(cell.getRow(), cell.getColumn()) : undefined;
    status.classList.toggle("error", message !== undefined);
    status.textContent =
      cell && message !== undefined
        ? t("workbench:error", { cell: cell.getA1Notation(), code: String(cell.getValue()), message })
        : t("workbench:hint", { formula: FIRST_FORMULA });
  };
  // A result may be written after the event that tells of it.
  const shows: readonly string[] = [SetSelectionsOperation.id, SetRangeValuesMutation.id];
  workbook.onCommandExecuted(({ id }) => {
    if (shows.includes(id)) show();
  });
  spreadsheet.getFormula().calculationResultApplied(show);
  show();
}

void start();
