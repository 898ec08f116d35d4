import type { FUniver } from "@univerjs/core/facade";
import type { CellValue, Nullable } from "@univerjs/core";

/** What the browser tests may ask of the page beside what a user sees: a canvas has no cells to look into. */
export interface TestApi {
  /** Writes a value or a formula and waits for the results. */
  set(cell: string, content: string | number | null): Promise<void>;
  select(cell: string): void;
  /** The value behind the format. */
  value(cell: string): Nullable<CellValue>;
  /** The text as shown. */
  text(cell: string): string;
  formula(cell: string): string;
  whenCalculated(): Promise<void>;
}

export function testApi(spreadsheet: FUniver): TestApi {
  const range = (cell: string) => spreadsheet.getActiveWorkbook()!.getActiveSheet().getRange(cell);
  const whenCalculated = () => spreadsheet.getFormula().onCalculationResultApplied();
  return {
    set: async (cell, content) => {
      if (content === null) range(cell).clearContent();
      else range(cell).setValue(content);
      await whenCalculated();
    },
    select: (cell) => void range(cell).activate(),
    // A spilled value stands in no cell of its own.
    value: (cell) => range(cell).getRawValue() ?? range(cell).getValue(),
    text: (cell) => range(cell).getDisplayValue(),
    formula: (cell) => range(cell).getFormula(),
    whenCalculated,
  };
}
