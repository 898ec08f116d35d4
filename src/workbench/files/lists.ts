import type { IWorkbookData } from "@univerjs/core";
import { addressOf } from "../../formula/addresses";
import type { Area, List } from "../../package";

/** Under this name the snapshot of a workbook has its rules of input. */
const LISTS = "SHEET_DATA_VALIDATION_PLUGIN";

interface Range {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

interface Rule {
  readonly uid: string;
  readonly type: string;
  readonly formula1?: string;
  readonly ranges: readonly Range[];
  readonly allowBlank?: boolean;
  /** Without it, whatever else is typed is taken. */
  readonly showErrorMessage?: boolean;
  readonly errorStyle?: number;
  readonly renderMode?: number;
}

/** `DataValidationErrorStyle` and `DataValidationRenderMode`: with a chip instead of an arrow, rows would grow. */
const TELLS = 0;
const REFUSES = 1;
const ARROW = 1;

type Resources = IWorkbookData["resources"];

/** The lists of each sheet, by its id. Words with a comma have no place in a list of a file: cells go without. */
export function listsOf(resources: Resources): ReadonlyMap<string, List[]> {
  const text = resources?.find(({ name }) => name === LISTS)?.data;
  const rules = text ? (JSON.parse(text) as Record<string, readonly Rule[]>) : {};
  const lists = Object.entries(rules).map(([sheet, of]): [string, List[]] => [sheet, of.flatMap(listOf)]);
  return new Map(lists.filter(([, list]) => list.length > 0));
}

function listOf({ type, formula1 = "", ranges, showErrorMessage, errorStyle }: Rule): List[] {
  const isFormula = formula1.startsWith("=");
  if (type !== "list" || formula1 === "" || ranges.length === 0) return [];
  return [
    {
      areas: ranges.map(areaOf),
      values: isFormula ? formula1 : formula1.split(","),
      strict: errorStyle === REFUSES && showErrorMessage !== false,
    },
  ];
}

const areaOf = ({ startRow, endRow, startColumn, endColumn }: Range): Area => ({
  row: startRow,
  column: startColumn,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
});

/** What a snapshot keeps of the lists of its sheets, by their ids. */
export function listResource(lists: ReadonlyMap<string, readonly List[]>): NonNullable<Resources> {
  const rules = [...lists].map(([sheet, of]) => [sheet, of.map(ruleOf)] as const);
  return rules.length === 0 ? [] : [{ name: LISTS, data: JSON.stringify(Object.fromEntries(rules)) }];
}

const ruleOf = ({ areas, values, strict }: List, index: number): Rule => ({
  uid: `list-${index}-${addressOf(areas[0]!)}`,
  type: "list",
  formula1: typeof values === "string" ? values : values.join(","),
  ranges: areas.map(({ row, column, rows, columns }) => ({
    startRow: row,
    endRow: row + rows - 1,
    startColumn: column,
    endColumn: column + columns - 1,
  })),
  allowBlank: true,
  showErrorMessage: strict,
  errorStyle: strict ? REFUSES : TELLS,
  renderMode: ARROW,
});
