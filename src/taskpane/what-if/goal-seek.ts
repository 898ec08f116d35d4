import type { CellValue, Host, Numbers as Tried, Place, Work } from "../../host/host";
import { numberOf, type Unit, unitsOf, type Wanted } from "./quantity";
import { seek, type Sought } from "./seek";

export interface Goal {
  readonly target: Place;
  readonly wanted: Wanted;
  readonly changing: Place;
  readonly unit: Unit;
  /** In units. */
  readonly least: number;
  readonly most: number;
}

/** How a search ended; only what is found stands in the cell. */
export type Ending =
  | Exclude<Sought, { readonly kind: "no-number" }>
  | { readonly kind: "no-number"; readonly shown: CellValue }
  | { readonly kind: "stopped" }
  /** The target showed another value when the same number was put there again. */
  | { readonly kind: "unsteady" };

/** Stops a search between two numbers. */
class Stopped extends Error {}

/** Puts into the changing cell what makes the target show what is wanted, or leaves it as it is. */
export async function seekGoal(host: Host, goal: Goal, { signal, onProgress }: Work): Promise<Ending> {
  const { target, wanted, changing, unit, least, most } = goal;
  let ending: Ending = { kind: "stopped" };
  const search = async (show: (numbers: Tried) => Promise<CellValue>): Promise<Tried | null> => {
    let shown: CellValue = null;
    const valueAt = async (at: number): Promise<number | null> => {
      if (signal?.aborted) throw new Stopped();
      shown = await show([numberOf(at, unit)]);
      // Waiting ends with it, and what the cell shows then is no result.
      if (signal?.aborted) throw new Stopped();
      return unitsOf(shown, wanted);
    };
    const sought = await seek({
      least,
      most,
      wanted: wanted.units,
      valueAt,
      ...(onProgress && { onProgress }),
    });
    ending = sought.kind === "no-number" ? { ...sought, shown } : sought;
    if (sought.kind !== "found") return null;
    const { at } = sought.point;
    if ((await valueAt(at)) === wanted.units) return [numberOf(at, unit)];
    ending = { kind: "unsteady" };
    return null;
  };
  try {
    await host.tryNumbers({ cells: [changing], watched: target, search }, { ...(signal && { signal }) });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { kind: "stopped" };
  }
  return ending;
}
