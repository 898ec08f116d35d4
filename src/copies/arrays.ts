import { lettersOf } from "../formula/addresses";
import type { Area } from "../formula/values";
import { METADATA, METADATA_KIND } from "../package/writer";
import { placedIn, placesOf } from "../package/places";
import { OFFICE } from "./kinds";
import type { Workbook } from "./workbook";

/** The number that a cell has in this file whose array fills as many cells as it needs; made where no cell has one. */
export function dynamicArrays(workbook: Workbook): number {
  const { parcel, main } = workbook;
  const part = workbook.related("sheetMetadata");
  if (part === undefined || !parcel.has(part)) {
    const fresh = parcel.free("xl/metadata", ".xml");
    parcel.add(fresh, METADATA_KIND, METADATA);
    parcel.relate(main, `${OFFICE}/sheetMetadata`, fresh);
    return 1;
  }
  const root = placesOf(parcel.text(part), part);
  const types = placedIn(root, "metadataTypes")?.children ?? [];
  const type = String(types.findIndex(({ attributes }) => attributes.get("name") === "XLDAPR") + 1);
  const cells = placedIn(root, "cellMetadata")?.children ?? [];
  return cells.findIndex(({ children }) => children[0]?.attributes.get("t") === type) + 1 || 1;
}

/** The cells of an area, by rows. */
export const cellsOf = ({ row, column, rows, columns }: Area): string[] =>
  Array.from(
    { length: rows * columns },
    (_, index) => `${lettersOf(column + (index % columns))}${row + Math.floor(index / columns) + 1}`,
  );
