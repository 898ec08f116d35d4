import { withoutSheet } from "../../formula/addresses";
import { InsertRefused, type Block } from "../host";
import { addCharts } from "./charts";
import { fitColumns, fitRows } from "./fit";
import { inOneStep } from "./undo";
import { sizeOf, takeBack, writeCells } from "./write";

export function insertBlock(block: Block): Promise<string> {
  return inOneStep(async (context) => {
    const place = await placeAtSelection(context, block);
    try {
      writeCells(place, block.rows, {
        columns: sizeOf(block.rows).columns,
        formats: place.numberFormat as unknown[][],
      });
      await context.sync().catch(asRefusal("AccessDenied", "locked", place.address));
      await addCharts(context, place.getCell(0, 0), block.charts ?? []);
      await fitColumns(context, place, block.rows);
      await fitRows(context, place, block.rows);
    } catch (error) {
      await undo(place);
      throw error;
    }
    return place.address;
  });
}

async function placeAtSelection(context: Excel.RequestContext, { rows, charts = [] }: Block): Promise<Excel.Range> {
  const size = sizeOf(rows);
  const place = context.workbook.getActiveCell().getResizedRange(size.rows - 1, size.columns - 1);
  place.load("worksheet/name, address, formulas, valueTypes, numberFormat");
  const { protection } = context.workbook.worksheets.getActiveWorksheet();
  protection.load("protected, options");
  await context.sync().catch(asRefusal("InvalidArgument", "edge"));
  // Formulas show what hides behind an empty result, types what a spilled formula put there.
  const empty =
    place.formulas.flat().every((formula) => formula === "") &&
    place.valueTypes.flat().every((type) => type === Excel.RangeValueType.empty);
  if (!empty) throw new InsertRefused("occupied", place.address);
  // Cells may be free where their formats or the charts over them are not: then half of the block would come.
  const { protected: isProtected, options } = protection;
  const allowsAll = !isProtected || (options.allowFormatCells && (charts.length === 0 || options.allowEditObjects));
  if (!allowsAll) throw new InsertRefused("locked", place.address);
  return place;
}

/** The place was empty. Excel may refuse one of the two: the rest is still to be undone. */
function undo(inserted: Excel.Range): Promise<void> {
  const formats: unknown[][] = inserted.numberFormat;
  return takeBack(async (context) => {
    const place = context.workbook.worksheets.getItem(inserted.worksheet.name).getRange(withoutSheet(inserted.address));
    place.clear(Excel.ClearApplyTo.contents);
    await context.sync().catch(() => undefined);
    place.numberFormat = formats;
    await context.sync();
  });
}

function asRefusal(code: string, reason: InsertRefused["reason"], address?: string): (error: unknown) => never {
  return (error) => {
    throw (error as Partial<OfficeExtension.Error>).code === code ? new InsertRefused(reason, address) : error;
  };
}
