import { outsideIn } from "../../formula/fit";
import { calledNames } from "../../formula/tokens";
import {
  type CellValue,
  type FormulaCell,
  type Host,
  PENDING,
  type Place,
  type ReenterCell,
  type Work,
} from "../../host/host";
import { plainFormula, usesOurFunctions } from "../formula/own-formulas";
import { divided, keyOf, type LeftCell, leftFor, sheetsOf, Stopped } from "./left";

/**
 * Whether Excel does not find our functions in a cell: they were typed while the add-in was absent and stay unknown until somebody enters
 * them again, or another add-in put its file before them.
 */
export const isStuck = ({ formula, values }: Pick<FormulaCell, "formula" | "values">): boolean =>
  values[0]?.[0] === "#NAME?" || plainFormula(formula) !== formula;

/** With these a cell shows something else than the error of a function that is not found. */
const HIDES_ERRORS =
  /^(?:IFERROR|IFNA|ISERROR|ISERR|ISNUMBER|ISTEXT|ISLOGICAL|ISNONTEXT|TYPE|ERROR\.TYPE|AGGREGATE|COUNTA?)$/i;

const hidesErrors = ({ formula }: FormulaCell): boolean => calledNames(formula).some((name) => HIDES_ERRORS.test(name));

/** What repairing would do. */
export interface RepairPlan {
  readonly cells: readonly ReenterCell[];
  readonly left: readonly LeftCell[];
  readonly sheets: readonly string[];
}

/**
 * The cells that are stuck. A workbook may come from anybody, and Excel asks before it lets a formula reach outside; what we enter it would
 * take for the user's own word. `withHiding`: those too in which an error would not be seen. */
export async function planRepair(host: Host, withHiding: boolean, work: Work): Promise<RepairPlan> {
  const locked = await host.protectedSheets();
  const outside = outsideIn(await host.outline());
  const cells = await host.formulaCells(usesOurFunctions, work);
  const { taken, left } = await divided(
    cells.filter((cell) => isStuck(cell) || (withHiding && hidesErrors(cell))),
    (cell) => {
      if (locked.includes(cell.sheet)) return leftFor(cell, "protected");
      const part = outside(plainFormula(cell.formula));
      return part === null ? [] : leftFor(cell, "outside", part);
    },
  );
  const planned = taken.map(({ sheet, address, formula }) => ({
    sheet,
    address,
    formula,
    entered: plainFormula(formula),
  }));
  return { cells: planned, left, sheets: sheetsOf(taken) };
}

/** How a repair ended. */
export interface Repaired {
  readonly done: number;
  readonly left: readonly LeftCell[];
  readonly isCancelled: boolean;
  readonly failure: unknown;
}

/** Repairs what a plan takes. It never throws: whatever fails, the ending says how far it came. */
export async function repair(host: Host, { cells, left }: RepairPlan, work: Work): Promise<Repaired> {
  const stopped = new Stopped("repaired");
  try {
    const through = await host.reenter(cells, { ...work, ...stopped.listeners });
    const entered = cells.slice(0, through).filter((cell) => !stopped.has(cell));
    const unknown = await unknownAmong(host, entered, work);
    return {
      done: entered.length - unknown.length,
      left: [...left, ...stopped.cells, ...unknown.flatMap((cell) => leftFor(cell, "unknown"))],
      isCancelled: through < cells.length,
      failure: null,
    };
  } catch (failure) {
    // The workbook itself says what is done.
    const entered = new Map(cells.map((cell) => [keyOf(cell), cell.entered]));
    const present = await host.formulaCells(usesOurFunctions).catch(() => []);
    const done = present.filter((cell) => !isStuck(cell) && entered.get(keyOf(cell)) === cell.formula);
    return { done: done.length, left: [...left, ...stopped.cells], isCancelled: false, failure };
  }
}

/** Functions of add-ins answer a moment after they were entered; this long is waited for them. */
const TRIES = 20;
const PAUSE = 100;
const CELLS_A_READING = 5_000;

/** The cells whose formula names something that the workbook does not have. */
async function unknownAmong<Cell extends Place>(host: Host, cells: readonly Cell[], work: Work): Promise<Cell[]> {
  const unknown: Cell[] = [];
  for (let start = 0; start < cells.length; start += CELLS_A_READING) {
    if (work.signal?.aborted) break;
    const part = cells.slice(start, start + CELLS_A_READING);
    const values = await settled(host, part);
    unknown.push(...part.filter((_, index) => values[index] === "#NAME?"));
  }
  return unknown;
}

async function settled(host: Host, cells: readonly Place[], tries = TRIES): Promise<(CellValue | undefined)[]> {
  const values = (await host.readRanges(cells)).map((range) => range?.[0]?.[0]);
  if (tries === 0 || !values.some((value) => value !== undefined && PENDING.has(value))) return values;
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  return settled(host, cells, tries - 1);
}
