import type { Place } from "../../host/host";
import { eachInTurn } from "../../host/turns";

/** Why a cell was left as it is. */
export type Reason =
  | "protected"
  | "no-value"
  | "long-note"
  | "large"
  | "unfit"
  | "outside"
  | "meanwhile"
  | "changed"
  | "moved"
  | "other-formula"
  | "refused"
  | "stuck"
  | "repaired"
  | "unknown";

export interface LeftCell extends Place {
  readonly reason: Reason;
  /** What of its formula is not written. */
  readonly part?: string;
}

export const sheetsOf = (places: readonly Place[]): string[] => [...new Set(places.map(({ sheet }) => sheet))];

export const leftFor = ({ sheet, address }: Place, reason: Reason | null, part?: string): LeftCell[] =>
  reason === null ? [] : [{ sheet, address, reason, ...(part !== undefined && { part }) }];

/** The cells for which nothing is said, and what is said of the others. */
export async function divided<Cell>(cells: readonly Cell[], leftOf: (cell: Cell) => LeftCell[]) {
  const judged = await eachInTurn(cells, (cell) => ({ cell, left: leftOf(cell) }));
  return {
    taken: judged.filter(({ left }) => left.length === 0).map(({ cell }) => cell),
    left: judged.flatMap(({ left }) => left),
  };
}

/** The cells that a host leaves, each once with the first reason. */
export class Stopped {
  private readonly reasons = new Map<string, LeftCell>();

  constructor(private readonly changed: "meanwhile" | "changed" | "repaired") {}

  readonly listeners = {
    onRefused: (cell: Place): void => this.add(cell, "refused"),
    onChanged: (cell: Place): void => this.add(cell, this.changed),
  };

  get cells(): LeftCell[] {
    return [...this.reasons.values()];
  }

  has(cell: Place): boolean {
    return this.reasons.has(keyOf(cell));
  }

  private add(cell: Place, reason: Reason): void {
    if (!this.has(cell)) for (const left of leftFor(cell, reason)) this.reasons.set(keyOf(cell), left);
  }
}

export const keyOf = ({ sheet, address }: Place): string => `${sheet}!${address}`;
