import type { PositioningProps } from "@fluentui/react-components";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import { EXAMPLE } from "../demo";
import { t } from "../texts";
import type { Step } from "./steps";

interface Place {
  /** What the step points at; asked for again when the page moves. */
  readonly at: () => DOMRect;
  /** Where there is room beside it. */
  readonly beside: Pick<PositioningProps, "position" | "align">;
}

const SHEET = "#sheet [id^=univer-sheet-main-canvas]";
const PANE = "#pane";

/** What each step points at: an element of the page, or cells of the example where these are in sight. */
export function placesOf(spreadsheet: FUniver): Record<Step, Place> {
  const cells = (first: string, last: string, ...otherwise: string[]): DOMRect => {
    const sheet = spreadsheet.getActiveWorkbook()!.getActiveSheet();
    const isExample = sheet.getSheetId() === EXAMPLE.id;
    return (isExample && rectangleOf(sheet, first, last)) || rectangle(...otherwise);
  };
  const { input, source } = EXAMPLE;
  return {
    type: { at: () => cells(...input, SHEET), beside: { position: "after", align: "top" } },
    status: { at: () => rectangle("#status"), beside: { position: "above", align: "start" } },
    pane: { at: () => rectangle(PANE), beside: { position: "before", align: "top" } },
    insert: { at: () => buttonNamed(t("pane:start/insert")) ?? rectangle(PANE), beside: { position: "before" } },
    source: { at: () => cells(...source, PANE), beside: { position: "before", align: "top" } },
    kept: { at: () => rectangle("#files", "#header"), beside: { position: "below", align: "start" } },
  };
}

/** Of the first that is on screen. */
function rectangle(...selectors: string[]): DOMRect {
  const found = selectors.flatMap((selector) => [...document.querySelectorAll(selector)]);
  const seen = found.map((one) => one.getBoundingClientRect()).find(({ width, height }) => width * height > 0);
  return seen ?? document.body.getBoundingClientRect();
}

function buttonNamed(name: string): DOMRect | undefined {
  const buttons = [...document.querySelectorAll(`${PANE} button`)];
  const rectangles = buttons
    .filter(({ textContent }) => textContent === name)
    .map((one) => one.getBoundingClientRect());
  return rectangles.find(({ height }) => height > 0);
}

/** Of cells on screen; undefined when they are scrolled out of it. */
function rectangleOf(sheet: FWorksheet, first: string, last: string): DOMRect | undefined {
  const canvas = rectangle(SHEET);
  const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = sheet.getScrollState();
  const [origin, corner] = [sheet.getRange(0, 0), sheet.getRange(sheetViewStartRow, sheetViewStartColumn)].map((cell) =>
    cell.getCellRect(),
  );
  const [from, to] = [first, last].map((cell) => sheet.getRange(cell).getCellRect());
  const zoom = sheet.getZoom();
  const x = canvas.x + zoom * (from!.x - corner!.x + origin!.x - offsetX);
  const y = canvas.y + zoom * (from!.y - corner!.y + origin!.y - offsetY);
  const right = Math.min(canvas.right, x + zoom * (to!.right - from!.x));
  const bottom = Math.min(canvas.bottom, y + zoom * (to!.bottom - from!.y));
  const isSeen = x >= canvas.x && y >= canvas.y && x < right && y < bottom;
  return isSeen ? new DOMRect(x, y, right - x, bottom - y) : undefined;
}
