import { useEffect, useState } from "react";
import { type ExplainedCell, explainCell, type References, type Values } from "../../explain";
import type { CellContent, Host, Place } from "../../host/host";
import { ownFunctions } from "../formula/own-formulas";
import { useSurroundings } from "../kit/surroundings";

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
    let latest = new AbortController();
    const refresh = async (): Promise<void> => {
      latest.abort();
      const { signal } = (latest = new AbortController());
      const next = await read(host, signal).then(
        (selected): State => ({ selected, failure: null }),
        (failure: unknown): State => ({ selected: null, failure }),
      );
      // Another cell may have been selected meanwhile.
      if (!signal.aborted) setState(next);
    };
    void refresh();
    const stop = host.onSelectionChange(() => void refresh());
    return () => {
      latest.abort();
      stop();
    };
  }, [host, follows, parameters]);

  return state;
}

async function read(host: Host, signal: AbortSignal): Promise<Selected> {
  const cell = await host.selectedCell();
  const { sheet, formula: own, spilledFrom } = cell;
  const formula = spilledFrom?.formula ?? own;
  if (formula === null || ownFunctions(formula).length === 0) return { cell, formula };
  const { address, row, column } = spilledFrom ?? { address: cell.address, row: 0, column: 0 };
  const position = { sheet, address, row, column };
  const explained = await explainCell(formula, position, (references) => valuesOf(host, references, position), signal);
  return { cell, formula, explained };
}

async function valuesOf(host: Host, { ranges, names, tables }: References, cell: Place): Promise<Values> {
  const [rangeValues, nameValues, tableValues] = await Promise.all([
    host.readRanges(ranges),
    host.readNames(names),
    tables.length === 0 ? [] : host.readTables(tables, cell),
  ]);
  return { ranges: rangeValues, names: nameValues, tables: tableValues };
}
