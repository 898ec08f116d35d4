import { kept, readWork, type Work } from "./snapshot";
import type { Store } from "./store";

/** Since when all work is kept, or why it is not. */
export type Kept = { readonly at: Date } | { readonly failure: "quota" | "unfit" | "other" };

const WAIT = 500;
/** Of a large workbook, keeping takes a small part of the time. */
const SHARE = 20;

/** Keeps the workbook in the browser, a moment after each change and when the page goes. */
export class Keeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isKept = true;
  private isStopped = false;
  private wait = WAIT;
  /** Whether what the page holds would be lost with it. */
  isFailing = false;

  constructor(
    private readonly store: Pick<Store, "put">,
    private readonly work: () => Omit<Work, "at">,
    private readonly tell: (kept: Kept) => void,
  ) {
    addEventListener("pagehide", () => void this.flush());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") void this.flush();
    });
  }

  /** Another workbook takes the place of this one, of which nothing more is kept then; false, and told, where the browser refuses. */
  async stoppedFor(replace: () => Promise<void>): Promise<boolean> {
    this.isStopped = true;
    try {
      await replace();
      this.isFailing = false;
      return true;
    } catch (error) {
      this.isStopped = false;
      this.tell({ failure: failureOf(error) });
      return false;
    }
  }

  changed(): void {
    this.isKept = false;
    this.timer ??= setTimeout(() => void this.flush(), this.wait);
  }

  /** Another cell is selected: that is kept when the page goes, or with the next change. */
  moved(): void {
    this.isKept = false;
  }

  /** Keeps at once what is not kept yet. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isKept || this.isStopped) return;
    this.isKept = true;
    const start = performance.now();
    try {
      await this.keep();
      this.isFailing = false;
      this.tell({ at: new Date() });
    } catch (error) {
      this.isKept = false;
      this.isFailing = true;
      this.tell({ failure: failureOf(error) });
    }
    this.wait = Math.max(WAIT, SHARE * (performance.now() - start));
  }

  /** What could not be opened again does not take the place of what can. */
  private async keep(): Promise<void> {
    const work = kept(this.work(), Date.now());
    if (readWork(work) === undefined) throw new Unfit();
    await this.store.put({ work });
  }
}

class Unfit extends Error {}

function failureOf(error: unknown): Extract<Kept, { failure: unknown }>["failure"] {
  if (error instanceof Unfit) return "unfit";
  return error instanceof DOMException && error.name === "QuotaExceededError" ? "quota" : "other";
}
