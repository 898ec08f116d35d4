import { InsertRefused, PARAMETER_YEAR_NAME, tableCells, type Host, type Table } from "./host";

const YEAR_SETTING = "parameterYear";

/** Excel through Office.js. */
export const excelHost: Host = {
  name: "excel",
  hasWorkbook: true,
  displayLanguage: () => Office.context.displayLanguage,
  contentLanguage: () => Office.context.contentLanguage,
  isDarkTheme: () => isDark(Office.context.officeTheme?.bodyBackgroundColor),

  readParameterYear: () => {
    const stored: unknown = Office.context.document.settings.get(YEAR_SETTING);
    return Promise.resolve(typeof stored === "number" ? stored : null);
  },

  writeParameterYear: async (year) => {
    // First what Excel refuses, while a cell is being edited for example: then nothing is stored.
    await Excel.run(async (context) => {
      const { names } = context.workbook;
      const name = names.getItemOrNullObject(PARAMETER_YEAR_NAME);
      await context.sync();
      if (name.isNullObject) names.add(PARAMETER_YEAR_NAME, `=${year}`);
      else name.formula = `=${year}`;
      context.workbook.application.calculate(Excel.CalculationType.full);
      await context.sync();
    });
    Office.context.document.settings.set(YEAR_SETTING, year);
    await saveSettings();
  },

  insertTable: (table) => Excel.run((context) => insertTable(context, table)),

  recalculate: () =>
    Excel.run(async (context) => {
      context.workbook.application.calculate(Excel.CalculationType.full);
      await context.sync();
    }),
};

async function insertTable(context: Excel.RequestContext, table: Table): Promise<string> {
  const cells = tableCells(table);
  const place = await placeAtSelection(context, cells.length, table.header.length);
  place.values = cells;
  place.getRow(0).format.font.bold = true;
  place.getRow(1).format.font.bold = true;
  const body = place.getOffsetRange(2, 0).getResizedRange(-2, 0);
  table.formats.forEach((format, column) => {
    body.getColumn(column).numberFormat = table.rows.map(() => [format]);
  });
  place.getOffsetRange(1, 0).getResizedRange(-1, 0).format.autofitColumns();
  await context.sync().catch(asRefusal("AccessDenied", "locked", place.address));
  return place.address;
}

async function placeAtSelection(context: Excel.RequestContext, rows: number, columns: number): Promise<Excel.Range> {
  const place = context.workbook.getActiveCell().getResizedRange(rows - 1, columns - 1);
  place.load("address, formulas, valueTypes");
  await context.sync().catch(asRefusal("InvalidArgument", "edge"));
  // Formulas show what hides behind an empty result, types what a spilled formula put there.
  const empty =
    place.formulas.flat().every((formula) => formula === "") &&
    place.valueTypes.flat().every((type) => type === Excel.RangeValueType.empty);
  if (!empty) throw new InsertRefused("occupied", place.address);
  return place;
}

function asRefusal(code: string, reason: InsertRefused["reason"], address?: string): (error: unknown) => never {
  return (error) => {
    throw (error as Partial<OfficeExtension.Error>).code === code ? new InsertRefused(reason, address) : error;
  };
}

function saveSettings(): Promise<void> {
  return new Promise((resolve, reject) => {
    Office.context.document.settings.saveAsync(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve();
      else reject(new Error(error.message));
    });
  });
}

/** Office tells the background colour of its theme, not whether it is dark. */
function isDark(color = "#ffffff"): boolean {
  const [red = 255, green = 255, blue = 255] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => parseInt(pair, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
