import { useEffect, useState } from "react";
import { type ExplainedCell, explainCell } from "../../explain";
import type { CellContent, Host } from "../../host/host";
import { ownFunctions } from "../own-formulas";
import { useSurroundings } from "../surroundings";

/** The selected cell, and how it comes to its value; without an explanation it holds nothing of ours. */
export interface Selected {
  readonly cell: CellContent;
  /** The formula that fills the cell, in the notation of en-US. */
  readonly formula: string | null;
  readonly explained?: ExplainedCell;
}

interface State {
  /** Null until the first cell is read. */
  readonly selected: Selected | null;
  readonly failure: unknown;
}

/** Follows the selection while the view is shown; what was shown stays until the next cell is explained. */
export function useExplanation(active: boolean): State {
  const { host, workbook } = useSurroundings();
  const { parameters, busy } = workbook;
  const [state, setState] = useState<State>({ selected: null, failure: null });
  const follows = active && host.hasWorkbook && !busy;

  useEffect(() => {
    if (!follows) return undefined;
    let latest = 0;
    const refresh = async (): Promise<void> => {
      const mine = ++latest;
      const next = await read(host).then(
        (selected): State => ({ selected, failure: null }),
        (failure: unknown): State => ({ selected: null, failure }),
      );
      // Another cell may have been selected meanwhile.
      if (mine === latest) setState(next);
    };
    void refresh();
    const stop = host.onSelectionChange(() => void refresh());
    return () => {
      latest = Infinity;
      stop();
    };
  }, [host, follows, parameters]);

  return state;
}

async function read(host: Host): Promise<Selected> {
  const cell = await host.selectedCell();
  const { sheet, formula: own, spilledFrom } = cell;
  const formula = spilledFrom?.formula ?? own;
  if (formula === null || ownFunctions(formula).length === 0) return { cell, formula };
  const { row, column } = spilledFrom ?? { row: 0, column: 0 };
  const explained = await explainCell(formula, { sheet, row, column }, async ({ ranges, names }) => {
    const [rangeValues, nameValues] = await Promise.all([host.readRanges(ranges), host.readNames(names)]);
    return { ranges: rangeValues, names: nameValues };
  });
  return { cell, formula, explained };
}
