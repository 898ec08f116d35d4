import type { FUniver } from "@univerjs/core/facade";
import type { FRange, FWorkbook, FWorksheet } from "@univerjs/preset-sheets-core";
import { InsertRefused, PARAMETER_YEAR_NAME, tableCells, type Host, type Table } from "./host";

/** The workbench's spreadsheet, through Univer's facade. */
export function workbenchHost(spreadsheet: FUniver, language: string): Host {
  const workbook = (): FWorkbook => {
    const active = spreadsheet.getActiveWorkbook();
    if (!active) throw new Error("the workbench has no workbook");
    return active;
  };
  const recalculate = async (): Promise<void> => {
    spreadsheet.getFormula().executeCalculation();
    await spreadsheet.getFormula().onCalculationResultApplied();
  };

  return {
    name: "workbench",
    hasWorkbook: true,
    displayLanguage: () => language,
    contentLanguage: () => language,
    isDarkTheme: () => false,
    readParameterYear: () => {
      const stored: unknown = workbook().getCustomMetadata()?.parameterYear;
      return Promise.resolve(typeof stored === "number" ? stored : null);
    },
    writeParameterYear: async (year) => {
      workbook().setCustomMetadata({ ...workbook().getCustomMetadata(), parameterYear: year });
      const name = workbook().getDefinedName(PARAMETER_YEAR_NAME);
      if (name) name.setFormula(`=${year}`);
      else workbook().insertDefinedName(PARAMETER_YEAR_NAME, `=${year}`);
      await recalculate();
    },
    insertTable: (table) => new Promise((resolve) => resolve(insertTable(workbook().getActiveSheet(), table))),
    recalculate,
  };
}

function insertTable(sheet: FWorksheet, table: Table): string {
  const cells = tableCells(table);
  const place = placeAtSelection(sheet, cells.length, table.header.length);
  const bold = { bl: 1 };
  place.setValues(
    cells.map((row, index) =>
      row.map((value, column) => ({
        v: value === "" ? null : value,
        s: index < 2 ? bold : { n: { pattern: table.formats[column] ?? "General" } },
      })),
    ),
  );
  return place.getA1Notation(true);
}

function placeAtSelection(sheet: FWorksheet, rows: number, columns: number): FRange {
  const cell = sheet.getActiveCell() ?? sheet.getRange(0, 0);
  const [row, column] = [cell.getRow(), cell.getColumn()];
  if (row + rows > sheet.getMaxRows() || column + columns > sheet.getMaxColumns()) {
    throw new InsertRefused("edge", cell.getA1Notation(true));
  }
  const place = sheet.getRange(row, column, rows, columns);
  const contents = [...place.getValues(), ...place.getFormulas()].flat();
  if (contents.some((content) => content !== null && content !== undefined && content !== "")) {
    throw new InsertRefused("occupied", place.getA1Notation(true));
  }
  return place;
}
