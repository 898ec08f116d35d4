import {
  CommandType,
  ICommandService,
  type IMutation,
  type Injector,
  type IRange,
  IUniverInstanceService,
  ObjectMatrix,
  type Workbook,
} from "@univerjs/core";
import {
  ErrorType,
  FormulaDataModel,
  IActiveDirtyManagerService,
  SetFormulaCalculationResultMutation,
  type ISetFormulaCalculationResultMutation,
} from "@univerjs/preset-sheets-core";

/** What the formula of a cell fills. */
interface Filled {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: IRange;
}

/** Tells the engine, by the way that edits take, that cells are no longer what they were. */
const VacatedMutation: IMutation<{ readonly ranges: readonly Filled[] }> = {
  id: "statut-social.mutation.vacated",
  type: CommandType.MUTATION,
  handler: () => true,
};

/**
 * A formula that fills fewer cells than before leaves its old values to those that refer to the others: the engine forgets them
 * only after it has calculated. So what refers to them is calculated once more.
 */
export function layGhosts(injector: Injector): void {
  const commands = injector.get(ICommandService);
  commands.registerCommand(VacatedMutation);
  injector.get(IActiveDirtyManagerService).register(VacatedMutation.id, {
    commandId: VacatedMutation.id,
    getDirtyData: ({ params }) => ({ dirtyRanges: [...(params as { ranges: readonly Filled[] }).ranges] }),
  });
  let last = new Map<string, Filled>();
  commands.onCommandExecuted(({ id, params }) => {
    if (id !== SetFormulaCalculationResultMutation.id) return;
    const now = filled(injector, params as ISetFormulaCalculationResultMutation);
    const ranges = [...last]
      .filter(([cell, before]) => sheetOf(injector, before) && !covers(now.get(cell), before))
      .map(([, { unitId, sheetId, range }]) => ({ unitId, sheetId, range }));
    last = now;
    if (ranges.length > 0) commands.syncExecuteCommand(VacatedMutation.id, { ranges }, { onlyLocal: true });
  });
}

/** What formulas fill by now, by their cells; nothing where something is in the way. The cells themselves have the new results only later. */
function filled(injector: Injector, { unitData }: ISetFormulaCalculationResultMutation): Map<string, Filled> {
  const found = new Map<string, Filled>();
  for (const [unitId, sheets] of Object.entries(injector.get(FormulaDataModel).getArrayFormulaRange()))
    for (const [sheetId, ranges] of Object.entries(sheets ?? {}))
      new ObjectMatrix(ranges ?? {}).forValue((row, column, range) => {
        const result = unitData[unitId]?.[sheetId]?.[row]?.[column];
        const cell = result ?? sheetOf(injector, { unitId, sheetId })?.getCellRaw(row, column);
        if (cell?.v !== ErrorType.SPILL)
          found.set([unitId, sheetId, row, column].join(), { unitId, sheetId, range: { ...range } });
      });
  return found;
}

const covers = (after: Filled | undefined, before: Filled): boolean =>
  after !== undefined && after.range.endRow >= before.range.endRow && after.range.endColumn >= before.range.endColumn;

const sheetOf = (injector: Injector, { unitId, sheetId }: Pick<Filled, "unitId" | "sheetId">) =>
  injector.get(IUniverInstanceService).getUnit<Workbook>(unitId)?.getSheetBySheetId(sheetId);
