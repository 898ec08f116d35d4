import { addressOf, inSheet, lettersOf } from "../formula/addresses";
import { fixed } from "./areas";
import type { Book, Cell, List, Row, Sheet, Value } from "./book";
import { chartXml, drawingXml } from "./charts";
import { ownNames, rangeNames, Writer } from "./formulas";
import { boxesXml, commentsXml } from "./notes";
import { FileRefused, LONGEST_CELL, LONGEST_FORMULA } from "./refused";
import { extensionXml, panesXml } from "./settings";
import { writeStyles } from "./styles";
import { cellText, escaped } from "./xml";
import { packed } from "./zip";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const METADATA_KIND = `${KIND}.sheetMetadata+xml`;

/** @param functions The names of our functions, as people type them. */
export function write(book: Book, functions: readonly string[]): Uint8Array {
  return new BookWriter(book, functions).write();
}

/** Characters and lengths that Excel takes for the name of a sheet. */
// eslint-disable-next-line no-control-regex
const SHEET_NAME = /^(?!')[^[\]:*?/\\\0-\x1f]{1,31}(?<!')$/;

class BookWriter {
  private readonly parts = new Map<string, string>();
  /** Kinds of parts by their names. */
  private readonly kinds: [string, string][] = [];
  private readonly formulas: Writer;
  private readonly texts = new Map<string, number>();
  private textCount = 0;
  private hasArrays = false;
  private charts = 0;

  constructor(
    private readonly book: Book,
    functions: readonly string[],
  ) {
    this.formulas = new Writer(ownNames(functions), rangeNames(book.names ?? []));
  }

  write(): Uint8Array {
    const { sheets } = this.book;
    const names = new Set<string>();
    for (const { name } of sheets) {
      if (!SHEET_NAME.test(name) || names.has(name.toLowerCase())) throw new FileRefused("sheet-name", { sheet: name });
      names.add(name.toLowerCase());
    }
    const relations = sheets.map((sheet, index) => {
      const part = `worksheets/sheet${index + 1}.xml`;
      this.sheet(sheet, index + 1);
      return ["worksheet", part] as const;
    });
    this.add("xl/styles.xml", `${KIND}.styles+xml`, writeStyles(this.book.styles ?? []));
    const related: (readonly [string, string])[] = [...relations, ["styles", "styles.xml"]];
    if (this.texts.size > 0) {
      related.push(["sharedStrings", "sharedStrings.xml"]);
      this.add("xl/sharedStrings.xml", `${KIND}.sharedStrings+xml`, this.sharedTexts());
    }
    if (this.hasArrays) {
      related.push(["sheetMetadata", "metadata.xml"]);
      this.add("xl/metadata.xml", METADATA_KIND, METADATA);
    }
    this.relations(
      "xl/workbook.xml",
      related.map(([type, target]) => [`${OFFICE}/${type}`, target]),
    );
    this.add("xl/workbook.xml", `${KIND}.sheet.main+xml`, this.workbook());
    const top: [string, string][] = [[`${OFFICE}/officeDocument`, "xl/workbook.xml"]];
    if (this.book.settings && this.book.settings.length > 0) top.push(this.settings(this.book.settings));
    this.relations("", top);
    return packed(new Map([["[Content_Types].xml", HEAD + this.types()], ...this.parts]));
  }

  private add(name: string, kind: string, text: string): void {
    this.parts.set(name, HEAD + text);
    this.kinds.push([name, kind]);
  }

  private relations(part: string, targets: readonly (readonly [type: string, target: string])[]): void {
    const slash = part.lastIndexOf("/") + 1;
    const list = targets.map(
      ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
    );
    this.parts.set(
      `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`,
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`,
    );
  }

  private types(): string {
    const overrides = this.kinds.map(([name, kind]) => `<Override PartName="/${name}" ContentType="${kind}"/>`);
    return (
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      `${overrides.join("")}</Types>`
    );
  }

  private settings(settings: NonNullable<Book["settings"]>): [string, string] {
    const kind = "application/vnd.ms-office.webextension";
    this.add("xl/webextensions/webextension1.xml", `${kind}+xml`, extensionXml(settings));
    this.add("xl/webextensions/taskpanes.xml", `${kind}taskpanes+xml`, panesXml());
    const type = "http://schemas.microsoft.com/office/2011/relationships/webextension";
    this.relations("xl/webextensions/taskpanes.xml", [[type, "webextension1.xml"]]);
    return [`${type}taskpanes`, "xl/webextensions/taskpanes.xml"];
  }

  private workbook(): string {
    const { sheets, active = 0 } = this.book;
    const list = sheets.map(
      ({ name, hidden }, index) =>
        `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
    );
    return (
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView activeTab="${active}"/></bookViews>` +
      `<sheets>${list.join("")}</sheets>${this.names()}</workbook>`
    );
  }

  private names(): string {
    const { sheets, names = [] } = this.book;
    const own = names.map(
      ({ name, formula, sheet, hidden }) =>
        `<definedName name="${escaped(name)}"${sheet === undefined ? "" : ` localSheetId="${sheet}"`}${hidden ? ' hidden="1"' : ""}>` +
        `${escaped(this.formula(formula, name))}</definedName>`,
    );
    const printed = sheets.flatMap(({ name, print }, index) => {
      const said = (what: string, area: string): string =>
        `<definedName name="_xlnm.${what}" localSheetId="${index}">${escaped(inSheet(name, area))}</definedName>`;
      return [
        ...(print?.area ? [said("Print_Area", fixed(print.area))] : []),
        ...(print?.titleRows ? [said("Print_Titles", `$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`)] : []),
      ];
    });
    const all = [...own, ...printed].join("");
    return all === "" ? "" : `<definedNames>${all}</definedNames>`;
  }

  private formula(formula: string, where: string): string {
    const text = this.formulas.written(formula);
    if (text.length > LONGEST_FORMULA) throw new FileRefused("long-formula", { cell: where });
    return text;
  }

  private sheet(sheet: Sheet, number: number): void {
    const part = `xl/worksheets/sheet${number}.xml`;
    const related: [string, string][] = [];
    let end = "";
    if (sheet.charts && sheet.charts.length > 0) {
      related.push([`${OFFICE}/drawing`, `../drawings/drawing${number}.xml`]);
      end += `<drawing r:id="rId${related.length}"/>`;
      const drawing = `xl/drawings/drawing${number}.xml`;
      this.add(drawing, "application/vnd.openxmlformats-officedocument.drawing+xml", drawingXml(sheet.charts));
      const targets = sheet.charts.map((chart): [string, string] => {
        this.charts += 1;
        const name = `charts/chart${this.charts}.xml`;
        this.add(`xl/${name}`, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", chartXml(chart));
        return [`${OFFICE}/chart`, `../${name}`];
      });
      this.relations(drawing, targets);
    }
    if (sheet.notes && sheet.notes.length > 0) {
      related.push([`${OFFICE}/vmlDrawing`, `../drawings/notes${number}.vml`]);
      end += `<legacyDrawing r:id="rId${related.length}"/>`;
      related.push([`${OFFICE}/comments`, `../comments${number}.xml`]);
      this.parts.set(`xl/drawings/notes${number}.vml`, boxesXml(sheet.notes));
      this.add(`xl/comments${number}.xml`, `${KIND}.comments+xml`, commentsXml(sheet.notes));
    }
    if (related.length > 0) this.relations(part, related);
    this.add(part, `${KIND}.worksheet+xml`, this.sheetXml(sheet, number, end));
  }

  private sheetXml(sheet: Sheet, number: number, end: string): string {
    const { columns = [], merged = [], lists = [], print = {}, frozen, defaultWidth, defaultHeight, noGrid } = sheet;
    const attributes = [
      noGrid ? ' showGridLines="0"' : "",
      number - 1 === (this.book.active ?? 0) ? ' tabSelected="1"' : "",
    ].join("");
    const cols = [...columns]
      .sort((a, b) => a.from - b.from)
      .map(
        ({ from, to, width, hidden, style }) =>
          `<col min="${from + 1}" max="${to + 1}" width="${width ?? defaultWidth ?? 9.140625}"${width === undefined ? "" : ' customWidth="1"'}` +
          `${styleNumber("style", style)}${hidden ? ' hidden="1"' : ""}/>`,
      );
    const merges = merged.map((area) => `<mergeCell ref="${addressOf(area)}"/>`);
    const isLandscape = print.landscape ? ' orientation="landscape"' : "";
    return (
      `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
      (print.fitToWidth ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "") +
      `<sheetViews><sheetView${attributes} workbookViewId="0">${frozen ? paneXml(frozen) : ""}</sheetView></sheetViews>` +
      `<sheetFormatPr${defaultWidth === undefined ? "" : ` defaultColWidth="${defaultWidth}"`}` +
      `${defaultHeight === undefined ? ' defaultRowHeight="15"' : ` defaultRowHeight="${defaultHeight}" customHeight="1"`}/>` +
      (cols.length > 0 ? `<cols>${cols.join("")}</cols>` : "") +
      `<sheetData>${this.rows(sheet)}</sheetData>` +
      (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>` : "") +
      (lists.length > 0
        ? `<dataValidations count="${lists.length}">${lists.map((list) => this.list(list, sheet.name)).join("")}</dataValidations>`
        : "") +
      '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
      `<pageSetup paperSize="9"${isLandscape}${print.fitToWidth ? ' fitToHeight="0"' : ""}/>${end}</worksheet>`
    );
  }

  private rows({ cells, rows = [], name }: Sheet): string {
    const plans = new Map<number, Row>(rows.map((row) => [row.row, row]));
    const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
    const out: string[] = [];
    let index = 0;
    const numbers = [...new Set([...plans.keys(), ...ordered.map(({ row }) => row)])].sort((a, b) => a - b);
    for (const row of numbers) {
      out.push(`<row r="${row + 1}"${rowAttributes(plans.get(row))}>`);
      for (; ordered[index]?.row === row; index++) out.push(this.cell(ordered[index]!, name));
      out.push("</row>");
    }
    return out.join("");
  }

  private cell(cell: Cell, sheet: string): string {
    const { row, column, value, formula, spill, style } = cell;
    const address = `${lettersOf(column)}${row + 1}`;
    const shown = styleNumber("s", style);
    if (formula === undefined)
      return value === undefined ? `<c r="${address}"${shown}/>` : this.constant(address, shown, value, sheet);
    const where = `${inSheet(sheet, address)}`;
    const text = escaped(this.formula(formula, where));
    const { kind, content } = resultOf(value, where);
    if (!spill && !this.formulas.needsArray(formula))
      return `<c r="${address}"${shown}${kind}><f>${text}</f>${content}</c>`;
    this.hasArrays = true;
    const filled = addressOf({ row, column, rows: spill?.rows ?? 1, columns: spill?.columns ?? 1 });
    return `<c r="${address}"${shown}${kind} cm="1"><f t="array" ref="${filled}">${text}</f>${content}</c>`;
  }

  private constant(address: string, style: string, value: Value, sheet: string): string {
    if (typeof value !== "string") {
      const { kind, content } = resultOf(value, address);
      return `<c r="${address}"${style}${kind}>${content}</c>`;
    }
    if (value.length > LONGEST_CELL) throw new FileRefused("long-text", { cell: inSheet(sheet, address) });
    let number = this.texts.get(value);
    if (number === undefined) {
      number = this.texts.size;
      this.texts.set(value, number);
    }
    this.textCount += 1;
    return `<c r="${address}"${style} t="s"><v>${number}</v></c>`;
  }

  private sharedTexts(): string {
    const items = [...this.texts.keys()].map((text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`);
    return `<sst xmlns="${MAIN}" count="${this.textCount}" uniqueCount="${this.texts.size}">${items.join("")}</sst>`;
  }

  private list({ areas, values, strict }: List, sheet: string): string {
    const formula =
      typeof values === "string" ? this.formula(values, "") : words(values, inSheet(sheet, addressOf(areas[0]!)));
    return (
      `<dataValidation type="list" allowBlank="1"${strict ? ' showErrorMessage="1"' : ""} sqref="${areas.map(addressOf).join(" ")}">` +
      `<formula1>${escaped(formula)}</formula1></dataValidation>`
    );
  }
}

/** As much as Excel takes of words in a list. */
const LONGEST_LIST = 255;

function words(values: readonly string[], cell: string): string {
  const list = values.join(",");
  if (list.length > LONGEST_LIST || values.some((word) => word.includes(","))) {
    throw new FileRefused("long-list", { cell });
  }
  return `"${list.replaceAll('"', '""')}"`;
}

const styleNumber = (name: string, style: number | undefined): string =>
  style === undefined ? "" : ` ${name}="${style + 1}"`;

function rowAttributes(row: Row | undefined): string {
  if (!row) return "";
  return (
    (row.height === undefined ? "" : ` ht="${row.height}" customHeight="1"`) +
    (row.hidden ? ' hidden="1"' : "") +
    (row.style === undefined ? "" : `${styleNumber("s", row.style)} customFormat="1"`)
  );
}

function paneXml({ rows, columns }: NonNullable<Sheet["frozen"]>): string {
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  return (
    `<pane${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}` +
    ` topLeftCell="${lettersOf(columns)}${rows + 1}" activePane="${pane}" state="frozen"/>`
  );
}

/** Errors that files know; the younger ones have no word there. */
const ERRORS: ReadonlySet<string> = new Set(["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"]);

function resultOf(value: Value | undefined, where: string): { kind: string; content: string } {
  switch (typeof value) {
    case "undefined":
      return { kind: "", content: "" };
    case "number":
      return Number.isFinite(value)
        ? { kind: "", content: `<v>${value}</v>` }
        : { kind: ' t="e"', content: "<v>#NUM!</v>" };
    case "boolean":
      return { kind: ' t="b"', content: `<v>${value ? 1 : 0}</v>` };
    case "string":
      if (value.length > LONGEST_CELL) throw new FileRefused("long-text", { cell: where });
      return { kind: ' t="str"', content: `<v>${cellText(value)}</v>` };
    case "object":
      return { kind: ' t="e"', content: `<v>${ERRORS.has(value.error) ? value.error : "#VALUE!"}</v>` };
  }
}

/** Says of the cells that have `cm="1"` that their formula fills as many cells as it needs. */
export const METADATA =
  `<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" ' +
  'splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
  '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';
