import { factText, t } from "../../../../src/i18n";
import { counted } from "./problem";

/** How far a file is, on the last line of a terminal. */
export interface Progress {
  readonly show: (done: number, rows: number) => void;
  readonly end: () => void;
}

const WIDTH = 30;
const EVERY = 100;

/** None where the errors go to a file, or to another program. */
export function progressOn(write: ((text: string) => void) | undefined, now: () => number): Progress {
  let last = -Infinity;
  return {
    show: (done, rows) => {
      if (write === undefined || now() - last < EVERY) return;
      last = now();
      const full = Math.round(done * WIDTH);
      const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
      const percent = factText({ rate: Math.floor(done * 100) / 100 });
      write(`\r${bar} ${t("program:files/progress", { percent, rows: counted(rows) })}\u001b[K`);
    },
    end: () => {
      if (last !== -Infinity) write?.("\r\u001b[K");
    },
  };
}
