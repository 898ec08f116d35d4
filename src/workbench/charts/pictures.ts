import { reader } from "../../i18n";
import type { Area } from "../../host/host";
import type { Book } from "../host/book";
import { t } from "../texts";
import { LIGHT } from "./colours";
import { chartsOn, contentOf } from "./drawings";
import { placeOf } from "./stored";
import { chartSvg } from "./svg";
import { chartInWords } from "./words";

/** A chart for paper. */
export interface ChartPicture {
  /** The cells that it stands over. */
  readonly place: Area;
  /** In pixels of the sheet. */
  readonly width: number;
  readonly height: number;
  readonly svg: string;
  readonly alt: string;
}

/** The drawing, for a page: read as a document of its own, whatever its texts say. */
export const svgElement = (svg: string): Element =>
  document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);

/** The charts of a sheet as they are now, in dark ink on white. */
export function chartPictures(book: Book, sheetId: string): ChartPicture[] {
  const sheet = book.workbook.getSheetBySheetId(sheetId);
  return !sheet
    ? []
    : chartsOn(book, sheetId).map(({ stored, drawing }) => {
        const content = contentOf(book, sheetId, stored);
        const { width = 480, height = 288 } = drawing.transform ?? {};
        const look = { width, height, colours: LIGHT, language: reader.language, blank: t("workbench:chart/blank") };
        return {
          place: placeOf(drawing, sheet.getSheet().getConfig()),
          width,
          height,
          svg: chartSvg(content, look),
          alt: chartInWords(content, reader.language),
        };
      });
}
