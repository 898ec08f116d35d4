import { ICommandService, type Injector } from "@univerjs/core";
import {
  ClearSelectionFormatCommand,
  IActiveDirtyManagerService,
  SetBorderCommand,
  SetFormulaCalculationStartMutation,
  SetRangeValuesMutation,
  type ISetRangeValuesMutationParams,
  SetStyleCommand,
} from "@univerjs/preset-sheets-core";

/** Whose engine has heard of a change and waits a moment for more of them before it calculates. */
const due = new WeakSet<Injector>();

/** The engine's session knows nothing of what has not begun; a clock would guess, wrong on a busy machine. */
export const isCalculationDue = (injector: Injector): boolean => due.has(injector);

/** Changes that the engine lets pass, for they change no result. */
const LOOKS: readonly unknown[] = [SetStyleCommand.id, SetBorderCommand.id, ClearSelectionFormatCommand.id];

export function noteWhatIsDue(injector: Injector): void {
  const dirty = injector.get(IActiveDirtyManagerService);
  injector.get(ICommandService).onCommandExecuted(({ id, params }, options) => {
    if (id === SetFormulaCalculationStartMutation.id) due.delete(injector);
    else if (dirty.get(id) && !(id === SetRangeValuesMutation.id && isPassed(params, options?.onlyLocal)))
      due.add(injector);
  });
}

const isPassed = (params: unknown, isLocal = false): boolean =>
  isLocal || LOOKS.includes((params as ISetRangeValuesMutationParams).trigger);
