import type { FUniver } from "@univerjs/core/facade";
import type { IRange } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import { reader, recordOf } from "../../i18n";
import { dataVersion } from "../../parameters";
import { ownFunctions } from "../../taskpane/formula/own-formulas";
import { chartPictures, svgElement } from "../charts";
import { addEntry } from "../files/bar";
import { type Book, bookOf } from "../host/book";
import { formulaAt, indices } from "../host/cells";
import { button } from "../kept/page";
import { inEachLanguage } from "../spoken";
import { t } from "../texts";
import { isLetter, type PaperNote, paperTable, usedRange } from "./table";

/** In pixels: how wide A4 is between its margins, upright and on its side, where it is as high as the other way it is wide. */
const UPRIGHT = 700;
const ON_ITS_SIDE = 1028;
/** So little smaller a page stays upright, or one page. */
const LEAST = 0.85;

const PARTS = ["sheet", "selection", "workbook"] as const;
type Part = (typeof PARTS)[number];

/** Offers the sheet as a table, on the page and on paper; whatever prints the page prints that. */
export function offerPaper(spreadsheet: FUniver): void {
  const paper = document.createElement("div");
  paper.id = "paper";
  paper.tabIndex = -1;
  paper.hidden = true;
  document.body.append(paper);
  let part: Part = "sheet";
  let isForPrint = false;
  let before: Element | null = null;

  const write = (): void => {
    const sheets = document.createElement("div");
    sheets.append(...pages(bookOf(spreadsheet), part));
    paper.replaceChildren(controls(), sheets);
    // Letters and numbers of the sheet are not printed.
    paper.classList.add("measured");
    for (const article of sheets.querySelectorAll("article")) keepOnOnePage(article);
    paper.classList.remove("measured");
    paper.setAttribute("role", "dialog");
    paper.setAttribute("aria-label", t("workbench:print/view"));
  };
  const open = (): void => {
    before = document.activeElement;
    paper.hidden = false;
    write();
    document.body.classList.add("on-paper");
    for (const other of document.body.children) if (other !== paper && other instanceof HTMLElement) other.inert = true;
  };
  const close = (): void => {
    paper.hidden = true;
    paper.replaceChildren();
    document.body.classList.remove("on-paper");
    for (const other of document.body.children) if (other instanceof HTMLElement) other.inert = false;
    if (before instanceof HTMLElement) before.focus();
  };
  const controls = (): HTMLElement => {
    const bar = document.createElement("div");
    bar.className = "controls";
    const choice = document.createElement("select");
    choice.setAttribute("aria-label", t("workbench:print/part/title"));
    choice.append(...PARTS.map((each) => new Option(t(`workbench:print/part/${each}`), each, false, each === part)));
    choice.onchange = () => {
      part = choice.value as Part;
      write();
      paper.querySelector("select")?.focus();
    };
    const print = button({ text: t("workbench:print/print"), act: () => window.print() });
    bar.append(choice, print, button({ text: t("workbench:print/close"), act: close }));
    return bar;
  };

  addEventListener("beforeprint", () => {
    isForPrint = paper.hidden !== false;
    if (isForPrint) open();
  });
  addEventListener("afterprint", () => {
    if (isForPrint) close();
    isForPrint = false;
  });
  paper.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
  };
  addEntry({
    text: () => t("workbench:print/print"),
    title: () => t("workbench:print/what"),
    key: "p",
    act: () => window.print(),
  });
  addEntry({
    text: () => t("workbench:print/view"),
    title: () => t("workbench:print/view-what"),
    act: () => {
      open();
      paper.focus();
    },
  });
  inEachLanguage(() => {
    if (!paper.hidden) write();
  });
}

function pages(book: Book, part: Part): HTMLElement[] {
  const { workbook } = book;
  const active = workbook.getActiveSheet();
  const sheets = part === "workbook" ? workbook.getSheets().filter((sheet) => !sheet.isSheetHidden()) : [active];
  const made = sheets.flatMap((sheet) => {
    const used = usedRange(book, sheet);
    const range = part === "selection" ? within(active.getActiveRange()?.getRange(), used) : used;
    return range ? [page(book, sheet, range, part !== "selection")] : [];
  });
  if (made.length > 0) return made;
  const blank = document.createElement("p");
  blank.textContent = t("workbench:print/blank");
  return [blank];
}

/** Whole rows and columns end where the sheet's cells do. */
function within(selected: IRange | undefined, used: IRange | null): IRange | null {
  if (!selected || !used) return null;
  const last = (end: number, most: number): number => (Number.isNaN(end) ? most : Math.min(end, most));
  const [startRow, startColumn] = [selected.startRow || 0, selected.startColumn || 0];
  const range = {
    startRow,
    startColumn,
    endRow: last(selected.endRow, used.endRow),
    endColumn: last(selected.endColumn, used.endColumn),
  };
  return range.endRow < startRow || range.endColumn < startColumn ? null : range;
}

function page(book: Book, sheet: FWorksheet, range: IRange, hasCharts: boolean): HTMLElement {
  const { table, width, notes } = paperTable(book, sheet, range);
  const isUpright = width <= UPRIGHT / LEAST;
  const scale = Math.min(1, (isUpright ? UPRIGHT : ON_ITS_SIDE) / width);
  const made = document.createElement("article");
  made.className = isUpright ? "upright" : "on-its-side";
  table.style.setProperty("--scale", String(scale));
  table.style.setProperty("--width", `${width}px`);
  if (isLetter(sheet)) {
    made.classList.add("letter");
    made.setAttribute("aria-label", sheet.getSheetName());
    made.append(table);
    return made;
  }
  const title = document.createElement("h1");
  title.textContent = sheet.getSheetName();
  const day = new Intl.DateTimeFormat(recordOf(reader.language).locale, { dateStyle: "long" }).format(new Date());
  const workbook = book.workbook.getName() || "Statut Social";
  const names = document.createElement("p");
  names.textContent = `${workbook} · ${day} · ${t("workbench:print/data", { version: dataVersion })}`;
  made.append(title, names, table);
  if (hasCharts)
    for (const { svg, alt } of chartPictures(book, sheet.getSheetId())) {
      const figure = made.appendChild(document.createElement("figure"));
      figure.setAttribute("role", "img");
      figure.setAttribute("aria-label", alt);
      figure.append(svgElement(svg));
    }
  if (notes.length > 0) made.append(footnotes(notes));
  const functions = functionsIn(sheet, range);
  if (functions.length > 0) {
    const sources = made.appendChild(document.createElement("p"));
    sources.textContent = t("workbench:print/sources", { functions: functions.join(", ") });
  }
  return made;
}

/** A letter is one page; of a sheet nobody wants a last row or two on a second one. How high charts become is known only on paper. */
function keepOnOnePage(article: HTMLElement): void {
  const table = article.querySelector("table")!;
  if (article.querySelector("figure")) return;
  const scale = Number(table.style.getPropertyValue("--scale"));
  const [width, height] = article.classList.contains("upright") ? [UPRIGHT, ON_ITS_SIDE] : [ON_ITS_SIDE, UPRIGHT];
  article.style.width = `${width}px`;
  const room = height - (article.offsetHeight - table.offsetHeight);
  const smaller = room / table.offsetHeight;
  article.style.width = "";
  if (smaller < scale && (article.classList.contains("letter") || smaller >= scale * LEAST))
    table.style.setProperty("--scale", String(smaller));
}

function footnotes(notes: readonly PaperNote[]): HTMLElement {
  const list = document.createElement("ol");
  list.setAttribute("aria-label", t("workbench:print/notes"));
  for (const { cell, text } of notes) {
    const item = list.appendChild(document.createElement("li"));
    item.textContent = `${cell} · ${text}`;
  }
  return list;
}

function functionsIn(sheet: FWorksheet, { startRow, endRow, startColumn, endColumn }: IRange): string[] {
  const found = new Set<string>();
  for (const row of indices(startRow, endRow))
    for (const column of indices(startColumn, endColumn))
      for (const name of ownFunctions(formulaAt(sheet, row, column) ?? "")) found.add(name);
  return [...found].sort();
}
