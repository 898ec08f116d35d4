import type { Parcel } from "../package/parcel";
import { type PlacedElement, placedIn, prefixOf } from "../package/places";

/** How cells of the cover look. */
export const LOOKS = ["title", "section", "head", "text", "warning", "value"] as const;
export type Look = (typeof LOOKS)[number];

const FONTS: Readonly<Partial<Record<Look, string>>> = {
  title: '<b/><sz val="16"/>',
  section: '<b/><sz val="12"/>',
  head: '<b/><sz val="11"/><color rgb="FFFFFFFF"/>',
  warning: '<b/><sz val="11"/><color rgb="FFC00000"/>',
};
const HEAD_FILL = '<patternFill patternType="solid"><fgColor rgb="FF1F4E79"/><bgColor indexed="64"/></patternFill>';

/** Adds the looks to those of the workbook: their numbers. None where it has no table of looks. */
export function addLooks(parcel: Parcel, part: string | undefined): ReadonlyMap<Look, number> {
  const numbers = new Map<Look, number>();
  if (part === undefined || !parcel.has(part)) return numbers;
  parcel.change(part, (root, edits) => {
    const [fonts, fills, formats] = ["fonts", "fills", "cellXfs"].map((name) => placedIn(root, name));
    if (!fonts || !fills || !formats) return;
    const p = prefixOf(root.tag);
    const inFile = (xml: string): string => xml.replace(/<(\/?)(?=\w)/g, `<$1${p}`);
    const add = (list: PlacedElement, items: readonly string[]): void => {
      edits.set(list, "count", String(list.children.length + items.length));
      edits.insert(list.innerEnd, items.map(inFile).join(""));
    };
    const withFont = LOOKS.filter((look) => FONTS[look] !== undefined);
    add(
      fonts,
      withFont.map((look) => `<font>${FONTS[look]!}<name val="Calibri"/><family val="2"/></font>`),
    );
    add(fills, [`<fill>${HEAD_FILL}</fill>`]);
    add(
      formats,
      LOOKS.map((look, index) => {
        numbers.set(look, formats.children.length + index);
        const font = withFont.indexOf(look) < 0 ? 0 : fonts.children.length + withFont.indexOf(look);
        const fill = look === "head" ? fills.children.length : 0;
        const wraps = look === "text" || look === "warning" || look === "value" || look === "head";
        const side = look === "value" ? ' horizontal="left"' : "";
        return (
          `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">` +
          `<alignment vertical="top"${side}${wraps ? ' wrapText="1"' : ""}/></xf>`
        );
      }),
    );
  });
  return numbers;
}
