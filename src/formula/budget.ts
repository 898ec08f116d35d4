/** Why the evaluation of a formula was given up. */
export type Reason = "time" | "length" | "stop";

/** A formula that takes too long, or that nobody waits for any more. */
export class Stopped extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

/** Of a text in a cell; formulas have no more in Excel. */
export const LONGEST_TEXT = 32_767;

/** The clock is looked at after so many steps, so that what is small never hears it. */
const STEPS_A_LOOK = 2_000;
const MOST_STEPS = 3_000_000;

/** A cell of an array that is made costs more than one that is looked at. */
export const CELL_STEPS = 4;

/** What the evaluation of one formula may take. Every loop pays for its turns. */
export class Budget {
  private left = MOST_STEPS;
  private unseen = 0;

  /** `over` says why to give up, and null to go on. */
  constructor(private readonly over: () => Reason | null = () => null) {}

  spend(steps = 1): void {
    this.left -= steps;
    if (this.left < 0) throw new Stopped("time");
    this.unseen += steps;
    if (this.unseen < STEPS_A_LOOK) return;
    this.unseen = 0;
    const reason = this.over();
    if (reason) throw new Stopped(reason);
  }
}
