import { shared } from "./shared";

const calculation = shared<{ begun: boolean; listener: (() => void) | null; ignored?: boolean }>("calculation", {
  begun: false,
  listener: null,
});

/** Whether a cell has been calculated since the page was opened. */
export const hasCalculated = (): boolean => calculation.begun;

/** A cell is being calculated. */
export function noteCalculation(): void {
  if (calculation.begun || calculation.ignored) return;
  calculation.begun = true;
  calculation.listener?.();
}

/** Hears of the first calculation, at once where that is past. */
export function onFirstCalculation(listener: () => void): void {
  calculation.listener = listener;
  if (calculation.begun) listener();
}

/** Cells that are calculated do not count, until the result is called. */
export function ignoreCalculations(): () => void {
  calculation.ignored = true;
  return () => {
    calculation.ignored = false;
  };
}
