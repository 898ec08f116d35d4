import { strToU8, type Zippable, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export const relations = (...targets: readonly (readonly [type: string, target: string, mode?: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${targets
    .map(
      ([type, target, mode], index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ""}/>`,
    )
    .join("")}</Relationships>`;

export const sheetXml = (rows: string, after = ""): string =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

export const workbookXml = (inner = "", sheets = '<sheet name="Sheet1" sheetId="1" r:id="rId1"/>'): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets}</sheets>${inner}</workbook>`;

/** The parts of the smallest workbook, with those given over them. */
export const partsOf = (parts: Readonly<Record<string, string | Uint8Array | null>> = {}): Zippable => {
  const all = {
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": workbookXml(),
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ),
    "xl/worksheets/sheet1.xml": sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'),
    ...parts,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, part]) =>
      part === null ? [] : [[name, typeof part === "string" ? strToU8(part) : part]],
    ),
  );
};

export const fileOf = (parts?: Parameters<typeof partsOf>[0]): Uint8Array => zipSync(partsOf(parts), { level: 6 });
