import { shared } from "./shared";

/**
 * A workbook may number its days from 1904, an old default of Excel for Mac: the number of a day is then 1,462 smaller than in all others,
 * and no function is told. One page serves one workbook.
 */
const system = shared("date-system", { from1904: false, isOwn: false });

export function countFrom1904(from1904: boolean): void {
  system.from1904 = from1904;
}

/** Whether the days in the cells of the workbook are numbered from 1904. */
export const countsFrom1904 = (): boolean => system.from1904;

/** Whether the number that a function is given, or gives, would stand for another day in a cell. */
export const numbersMislead = (): boolean => system.from1904 && !system.isOwn;

/** Asks a function for the pane, which numbers days as the rules do. */
export function withOwnDays<Answer>(ask: () => Answer): Answer {
  const before = system.isOwn;
  system.isOwn = true;
  try {
    return ask();
  } finally {
    system.isOwn = before;
  }
}
