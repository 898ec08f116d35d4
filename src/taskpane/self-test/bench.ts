import { addressOf } from "../../formula/addresses";
import { type Area, type CellValue, type Host, PENDING, type Trial, type Written } from "../../host/host";
import { faultOf } from "./outcome";

/** How long an answer may take, in milliseconds. */
export interface Limits {
  /** Of a single formula. */
  readonly probe: number;
  /** Of many of them. */
  readonly many: number;
}

/** Somebody pressed Stop. */
export class StoppedByUser extends Error {}

const PAUSE = 50;

/** A sheet to try things on. */
export class Bench {
  constructor(
    readonly host: Host,
    readonly trial: Trial,
    readonly sheet: string,
    readonly limits: Limits,
    readonly signal: AbortSignal | undefined,
  ) {}

  at(address: string) {
    return { sheet: this.sheet, address };
  }

  write(corner: string, cells: Written): Promise<void> {
    this.goOn();
    return this.trial.write(this.at(corner), cells);
  }

  /** What the areas show once they are calculated; where they never are, what they show then. */
  async answers(areas: readonly Area[], within: number): Promise<CellValue[][][]> {
    const end = performance.now() + within;
    for (;;) {
      this.goOn();
      const found = await this.host.readRanges(
        areas.map((area) => this.at(addressOf(area))),
        this.signal ? { signal: this.signal } : {},
      );
      const values = found.map((cells) => cells ?? []);
      if (performance.now() >= end || !values.flat(2).some((value) => PENDING.has(value))) return values;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  /** Formulas in cells of their own, one below the other from A1 on, and the values that they come to. */
  async valuesOf(formulas: readonly string[], within: number = this.limits.many): Promise<CellValue[]> {
    await this.write(
      "A1",
      formulas.map((formula) => [formula]),
    );
    const [values = []] = await this.answers([{ row: 0, column: 0, rows: formulas.length, columns: 1 }], within);
    return formulas.map((_, index) => values[index]?.[0] ?? null);
  }

  /** Throws where somebody pressed Stop. */
  goOn(): void {
    if (this.signal?.aborted) throw new StoppedByUser();
  }

  /** The error of what may fail, by its kind; null where it did not. */
  async fault(act: () => Promise<unknown>): Promise<string | null> {
    try {
      await act();
      return null;
    } catch (error) {
      if (error instanceof StoppedByUser) throw error;
      return faultOf(error);
    }
  }
}

/** Whether cells show the same: a text without signs is as good as nothing, and a number may lose its last digit on the way. */
export function isSame(a: CellValue | undefined, b: CellValue | undefined): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return (a ?? "") === (b ?? "");
}

export const isSameTable = (
  a: readonly (readonly CellValue[])[],
  b: readonly (readonly CellValue[])[] | undefined,
): boolean => a.length === b?.length && a.every((row, r) => row.every((value, c) => isSame(value, b[r]![c])));

/** A value as the report writes it. */
export const written = (value: CellValue | undefined): string =>
  value === null || value === undefined ? "–" : typeof value === "string" && value === "" ? '""' : String(value);
