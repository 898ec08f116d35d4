import { useCallback, useEffect, useRef, useState } from "react";
import { MARK } from "../../copies/mark";
import { type Host, Unsupported } from "../../host/host";
import { usesOurFunctions } from "../formula/own-formulas";
import { isFrozen, keptCells } from "./freezing";
import { sheetsOf } from "./left";
import { isStuck } from "./repair";

/** What of ours is in the workbook. */
export interface Counts {
  readonly formulas: number;
  readonly sheets: number;
  /** Of the formulas, those in which Excel does not find our functions. */
  readonly stuck: number;
  readonly frozen: number;
  readonly frozenSheets: number;
  /** Without notes nothing can be frozen. */
  readonly hasNotes: boolean;
  /** The workbook is a copy that works without the add-in. */
  readonly isCopy: boolean;
}

export interface CountsInUse {
  /** Null while they are not known. */
  readonly counts: Counts | null;
  readonly failure: unknown;
  readonly refresh: () => void;
  /** Ends a count that runs, so that other work has the workbook for itself. */
  readonly pause: () => void;
}

/** Counted anew whenever the view becomes active. */
export function useCounts(host: Host, active: boolean): CountsInUse {
  const [counts, setCounts] = useState<Counts | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const controller = useRef<AbortController>(null);
  const pause = useCallback(() => controller.current?.abort(), []);
  const refresh = useCallback(() => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    setFailure(null);
    count(host, signal).then(
      (found) => signal.aborted || setCounts(found),
      (error: unknown) => signal.aborted || setFailure(error),
    );
  }, [host]);
  useEffect(() => {
    if (!active || !host.hasWorkbook) return undefined;
    refresh();
    return pause;
  }, [active, host, refresh, pause]);
  return { counts, failure, refresh, pause };
}

async function count(host: Host, signal: AbortSignal): Promise<Counts> {
  const formulas = await host.formulaCells(usesOurFunctions, { signal });
  const kept = await keptCells(host, null, { signal }).catch((error: unknown) => {
    if (error instanceof Unsupported) return null;
    throw error;
  });
  const { names } = await host.outline();
  const frozen = (kept ?? []).filter(isFrozen);
  return {
    formulas: formulas.length,
    sheets: sheetsOf(formulas).length,
    stuck: formulas.filter(isStuck).length,
    frozen: frozen.length,
    frozenSheets: sheetsOf(frozen).length,
    hasNotes: kept !== null,
    isCopy: names.some(({ name }) => name.toUpperCase() === MARK),
  };
}
