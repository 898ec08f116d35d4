import { ICommandService, type ILanguagePack, type Injector, LocaleService, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  CalculationMode,
  CellAlertManagerService,
  IDescriptionService,
  IFunctionService,
  LexerTreeBuilder,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  UniverSheetsCorePreset,
  UniverSheetsUIPlugin,
  type ICellAlert,
} from "@univerjs/preset-sheets-core";
import {
  UniverDataValidationPlugin,
  UniverSheetsDataValidationPlugin,
  UniverSheetsDataValidationUIPlugin,
} from "@univerjs/preset-sheets-data-validation";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import type { Language } from "../i18n";
import { showInputsInTheDark } from "./access/dark-cells";
import { drawCharts, drawingPlugins, drawingTexts } from "./charts";
import { noteWhatIsDue } from "./engine/due";
import { layGhosts } from "./engine/ghosts";
import { findNotesByCell } from "./engine/notes";
import { bookOf, StoreDataMutation } from "./host/book";
import { formulaAt, valueAt } from "./host/cells";
import { letListsOffer } from "./engine/lists";
import { loadMenus, LOCALES } from "./menus";
import { formulaError } from "./formula-error";
import type { Metadata } from "./metadata";
import { sheetFunctions, type ErrorNote } from "./sheet-functions";

import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-note/lib/index.css";

/** What the spreadsheet says in a language of its own menus and of our functions. */
export interface Speech {
  readonly language: Language;
  readonly menus: ILanguagePack;
  readonly metadata: Metadata;
}

export async function loadSpeech(language: Language): Promise<Speech> {
  const [menus, metadata] = await Promise.all([loadMenus(language), loadMetadata(language)]);
  return { language, menus, metadata };
}

async function loadMetadata(language: Language): Promise<Metadata> {
  const response = await fetch(language === "en" ? "functions.json" : `functions-${language}.json`);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return (await response.json()) as Metadata;
}

/** Cells that offer a list. Rules are not made here: there is no menu for it. */
const LISTS: ReturnType<typeof UniverSheetsNotePreset>["plugins"] = [
  UniverDataValidationPlugin,
  UniverSheetsDataValidationPlugin,
  [
    UniverSheetsDataValidationUIPlugin,
    {
      showEditOnDropdown: false,
      showSearchOnDropdown: false,
      menu: { "sheet.menu.data-validation": { hidden: true } },
    },
  ],
];

interface Spreadsheet {
  readonly api: FUniver;
  /** From now on it speaks another language; what is in its cells stays. */
  readonly speak: (speech: Speech) => void;
  /** What is to be said of the error in a cell of the active workbook. */
  readonly errorMessage: (row: number, column: number) => string | undefined;
}

/** A Univer spreadsheet in `container` that knows the add-in's functions; it has no workbook yet. */
export function createSpreadsheet(container: HTMLElement, { language, menus, metadata }: Speech): Spreadsheet {
  const locale = LOCALES[language];
  const univer = new Univer({ locale, locales: { [locale]: { ...menus, ...drawingTexts() } } });
  const { plugins } = UniverSheetsCorePreset({
    container,
    ribbonType: "simple",
    // A workbook that comes back has the values of last time, and what formulas fill beside their own cell is not among them.
    formula: { ...sheetFunctions(metadata), initialFormulaComputing: CalculationMode.FORCED },
    footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true },
  });
  const injector = univer.__getInjector();
  const errorMessage = (row: number, column: number) =>
    messageAt(api, row, column, () => Array.from(injector.get(IFunctionService).getExecutors().keys(), String));
  const cards = errorCards(errorMessage);
  letListsOffer();
  for (const entry of [...plugins, ...UniverSheetsNotePreset().plugins, ...drawingPlugins(), ...LISTS]) {
    const [plugin, config] = Array.isArray(entry) ? entry : [entry];
    const override =
      plugin === UniverSheetsUIPlugin ? { override: [[CellAlertManagerService, { useClass: cards }]] } : {};
    univer.registerPlugin(plugin, { ...(config as object | undefined), ...override });
  }
  const commands = injector.get(ICommandService);
  commands.registerCommand(StoreDataMutation);
  commands.onCommandExecuted(({ id }) => {
    if (id === SetDefinedNameMutation.id || id === RemoveDefinedNameMutation.id) forgetNames(injector);
  });
  noteWhatIsDue(injector);
  layGhosts(injector);
  void findNotesByCell(injector);
  showInputsInTheDark(injector);
  // Only now: the facade asks for what the plugins bring.
  const api = FUniver.newAPI(univer);
  drawCharts(api, injector);
  return { api, errorMessage, speak: (speech) => speak(api, injector, speech) };
}

/** The help on functions is registered anew; the spreadsheet puts all of it into the new language when that changes. */
function speak(api: FUniver, injector: Injector, { language, menus, metadata }: Speech): void {
  const locales = injector.get(LocaleService);
  locales.load({ [LOCALES[language]]: { ...menus, ...drawingTexts() } });
  injector.get(IDescriptionService).registerDescriptions(sheetFunctions(metadata).description);
  locales.setLocale(LOCALES[language]);
  api.getActiveWorkbook()?.setNumfmtLocal(language);
}

/**
 * The engine keeps every formula as it once read it, with a constant in the place of a name that stands for one, and would not
 * notice that the name stands for another by now.
 */
function forgetNames(injector: Injector): void {
  injector.get(IFunctionService).deleteFormulaAstCacheKey("=");
  // What it read of them before is kept for all readers, and goes with any of them.
  new LexerTreeBuilder().dispose();
}

/** Message of the error value in a cell: that of our function, else what can be told from the formula. */
function messageAt(api: FUniver, row: number, column: number, functions: () => Iterable<string>): string | undefined {
  if (!api.getActiveWorkbook()) return undefined;
  const book = bookOf(api);
  const sheet = book.workbook.getActiveSheet();
  const value = valueAt(book, sheet, row, column);
  const note = sheet.getSheet().getCellRaw(row, column)?.custom as ErrorNote | null | undefined;
  // A cell keeps its note when a later value is no error, or one of the spreadsheet's own.
  // An error handed on from an argument has no message.
  if (note?.code === value && note?.message) return note.message;
  const formula = formulaAt(sheet, row, column);
  const code = String(value ?? "");
  return formula !== null && code.startsWith("#") ? formulaError(formula, code, functions(), namesIn(api)) : undefined;
}

const namesIn = (api: FUniver): string[] =>
  api
    .getActiveWorkbook()
    ?.getDefinedNames()
    .map((defined) => defined.getName()) ?? [];

/** The card that opens over a cell with an error, with our message instead of a word on the kind of error. */
function errorCards(messageAt: (row: number, column: number) => string | undefined): typeof CellAlertManagerService {
  return class extends CellAlertManagerService {
    override showAlert(alert: ICellAlert): void {
      const message = messageAt(alert.location.row, alert.location.col);
      super.showAlert(message ? { ...alert, message } : alert);
    }
  };
}
