import type { Kind, Reason } from "../../explain";
import type { Figure } from "../../rules/figures";
import { areaOf } from "../../formula/addresses";
import { type CellValue, type FormulaCell, type Host, type Place, Unsupported, type Work } from "../../host/host";
import { ownFunctions, usesOurFunctions } from "../formula/own-formulas";
import { changedCells, isFrozen, type KeptCell, keptCells } from "./freezing";

/** What can be told of a formula: the figures of the law that it rests on, and what its functions refuse. */
export interface Insight {
  readonly figures: readonly Figure[];
  readonly refusals: readonly string[];
  /** What the value is; undefined where it is not the result of one call. */
  readonly kind?: Kind | undefined;
  /** Of how many of the cells that the formula fills the figures are, where not of all. */
  readonly followed?: number;
  /** What the formula gives now, where the cell shows another number. */
  readonly now?: number;
  /** The part of the formula that could not be followed: its figures are then not known. */
  readonly unknown?: string;
  /** Why the formula was given up: its figures are then not known either. */
  readonly stopped?: Reason;
}

/** Tells of some formulas, in their order. */
export type Inspect = (cells: readonly FormulaCell[], signal?: AbortSignal) => Promise<readonly Insight[]>;

export interface AuditEntry extends Place, Insight {
  readonly formula: string;
  readonly functions: readonly string[];
  /** Of the cell; of its first one where it fills more. */
  readonly value: CellValue;
  readonly rows: number;
  readonly columns: number;
  /** For a formula that only its note keeps. */
  readonly frozen?: { readonly date: string; readonly dataVersion: string; readonly isChanged: boolean };
}

export interface Audit {
  readonly entries: readonly AuditEntry[];
  /** Each figure once, in the order of the formulas. */
  readonly figures: readonly Figure[];
}

const FORMULAS_A_STEP = 50;

/** Every formula of ours, also the frozen ones; null when it was cancelled. */
export async function audit(host: Host, inspect: Inspect, { signal, onProgress }: Work): Promise<Audit | null> {
  const stop = signal ? { signal } : {};
  const cells = await host.formulaCells(usesOurFunctions, stop);
  const kept = await keptUnlessUnsupported(host, stop);
  const entries: AuditEntry[] = [];
  onProgress?.(0, cells.length);
  for (let start = 0; start < cells.length; start += FORMULAS_A_STEP) {
    if (signal?.aborted) return null;
    const step = cells.slice(start, start + FORMULAS_A_STEP);
    const insights = await inspect(step, signal);
    entries.push(...step.map((cell, index) => liveEntry(cell, insights[index]!)));
    onProgress?.(start + step.length, cells.length);
  }
  entries.push(...(await frozenEntries(host, kept, stop)));
  if (signal?.aborted) return null;
  return { entries: inOrder(entries), figures: distinct(entries.flatMap(({ figures }) => figures)) };
}

/** Without notes nothing is frozen. */
async function keptUnlessUnsupported(host: Host, work: Work): Promise<KeptCell[]> {
  try {
    return (await keptCells(host, null, work)).filter(isFrozen);
  } catch (error) {
    if (error instanceof Unsupported) return [];
    throw error;
  }
}

const liveEntry = ({ sheet, address, formula, values }: FormulaCell, insight: Insight): AuditEntry => ({
  sheet,
  address,
  formula,
  functions: ownFunctions(formula),
  value: values[0]?.[0] ?? null,
  rows: values.length,
  columns: values[0]?.length ?? 1,
  ...insight,
});

async function frozenEntries(host: Host, kept: readonly KeptCell[], stop: Pick<Work, "signal">): Promise<AuditEntry[]> {
  const changed = await changedCells(host, kept, stop);
  const values = await host.readRanges(kept, stop);
  return kept.map((cell, index) => {
    const { sheet, address, note } = cell;
    const { formula, rows, columns, date, dataVersion } = note;
    return {
      sheet,
      address,
      formula,
      functions: ownFunctions(formula),
      value: values[index]?.[0]?.[0] ?? null,
      rows,
      columns,
      figures: [],
      refusals: [],
      frozen: { date, dataVersion, isChanged: changed.has(cell) },
    };
  });
}

/** Sheets in the order in which they came, cells from top to bottom. */
function inOrder(entries: readonly AuditEntry[]): AuditEntry[] {
  const sheets = [...new Set(entries.map(({ sheet }) => sheet))];
  const placed = entries.map((entry) => ({ entry, area: areaOf(entry.address) }));
  return placed
    .sort(
      (a, b) =>
        sheets.indexOf(a.entry.sheet) - sheets.indexOf(b.entry.sheet) ||
        (a.area?.row ?? 0) - (b.area?.row ?? 0) ||
        (a.area?.column ?? 0) - (b.area?.column ?? 0),
    )
    .map(({ entry }) => entry);
}

/** A figure is another one when it holds from another day, or is projected. */
export const figureKey = ({ id, from, value, confidence }: Figure): string => `${id} ${from} ${value} ${confidence}`;

export const distinct = (figures: readonly Figure[]): Figure[] => [
  ...new Map(figures.map((figure) => [figureKey(figure), figure])).values(),
];
