import {
  ICommandService,
  type ICellData,
  type IDataValidationRule,
  type IMutationInfo,
  type IWorkbookData,
  type IWorksheetData,
  type Nullable,
  ObjectMatrix,
} from "@univerjs/core";
import { type FWorksheet, SetRangeValuesMutation, SetWorksheetNameMutation } from "@univerjs/preset-sheets-core";
import {
  DATA_VALIDATION_PLUGIN_NAME,
  UpdateDataValidationMutation,
  UpdateRuleType,
} from "@univerjs/preset-sheets-data-validation";
import type { Chart } from "../../package/book";
import { chartsOf, chartsSaid } from "../charts";
import { type Book, type CellMatrix } from "../host/book";

type Example = Partial<IWorkbookData>;

/**
 * Puts the sheets of the example that nobody has changed, and to which nobody refers, from one language into another. That is nobody's
 * work: there is no step back, and nothing to keep.
 */
export function translateExample(book: Book, before: Example, after: Example): void {
  const untouched = book.workbook.getSheets().filter((sheet) => isAsMade(sheet, before.sheets?.[sheet.getSheetId()]));
  const others = book.workbook.getSheets().filter((sheet) => !untouched.includes(sheet));
  const formulas = [...others.flatMap(formulasOf), ...namesIn(book)];
  const commands = book.injector.get(ICommandService);
  for (const sheet of untouched) {
    const name = sheet.getSheetName();
    if (formulas.some((formula) => formula.includes(name))) continue;
    const id = sheet.getSheetId();
    const charts = chartsSaid(book, id, chartsIn(before, id), chartsIn(after, id));
    for (const mutation of [...translation(book.id, id, [before, after]), ...listsOf(book.id, id, after), ...charts])
      commands.syncExecuteCommand(mutation.id, mutation.params, { onlyLocal: true });
  }
}

const chartsIn = ({ sheets = {}, resources = [] }: Example, id: string): readonly Chart[] =>
  chartsOf({ sheets, resources }).get(id) ?? [];

function translation(unitId: string, subUnitId: string, [before, after]: readonly [Example, Example]): IMutationInfo[] {
  const [old, next] = [before.sheets![subUnitId]!, after.sheets![subUnitId]!];
  const cellValue: CellMatrix = {};
  new ObjectMatrix(next.cellData).forValue((row, column, cell) => {
    const style = typeof cell.s === "string" ? after.styles?.[cell.s] : cell.s;
    (cellValue[row] ??= {})[column] = {
      ...(contentOf(cell) !== contentOf(old.cellData?.[row]?.[column]) && { v: cell.v ?? null, f: cell.f ?? null }),
      ...(style?.n && { s: { n: style.n } }),
    };
  });
  return [
    { id: SetRangeValuesMutation.id, params: { unitId, subUnitId, cellValue } },
    { id: SetWorksheetNameMutation.id, params: { unitId, subUnitId, name: next.name } },
  ];
}

/** The cells offer the words of the language too. */
function listsOf(unitId: string, subUnitId: string, { resources = [] }: Example): IMutationInfo[] {
  const data = resources.find(({ name }) => name === DATA_VALIDATION_PLUGIN_NAME)?.data ?? "{}";
  const rules = (JSON.parse(data) as Partial<Record<string, IDataValidationRule[]>>)[subUnitId] ?? [];
  return rules.map(({ uid: ruleId, type, formula1, allowBlank }) => ({
    id: UpdateDataValidationMutation.id,
    params: {
      unitId,
      subUnitId,
      ruleId,
      payload: { type: UpdateRuleType.SETTING, payload: { type, formula1, allowBlank } },
    },
  }));
}

/** Formats are nobody's concern here: they stay. */
function isAsMade(sheet: FWorksheet, made: Partial<IWorksheetData> | undefined): boolean {
  if (made?.name !== sheet.getSheetName()) return false;
  const [present, cells] = [sheet.getSheet().getCellMatrix(), new ObjectMatrix(made.cellData)];
  let isSame = true;
  const compare = (row: number, column: number): void => {
    isSame &&= contentOf(present.getValue(row, column)) === contentOf(cells.getValue(row, column));
  };
  present.forValue(compare);
  cells.forValue(compare);
  return isSame;
}

function contentOf(cell: Nullable<ICellData>): unknown {
  const content = cell?.f ?? cell?.si ?? cell?.p ?? cell?.v;
  return content === null || content === "" ? undefined : content;
}

function formulasOf(sheet: FWorksheet): string[] {
  const formulas: string[] = [];
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((_row, _column, cell) => {
      if (cell?.f) formulas.push(cell.f);
    });
  return formulas;
}

const namesIn = ({ workbook }: Book): string[] =>
  workbook.getDefinedNames().map((defined) => defined.getFormulaOrRefString());
