import { type Day, type Quarter, quarter, quarterOf, QUARTERS_OF_YEAR } from "../calendar";
import { AFTER_SICKNESS, type Category, isPrimostarter } from "../contributions";
import { Refusal } from "../refusal";
import { complementaryFrom, principalFrom } from "../status";

/** A category, a stop, or a time without contribution. */
export type CareerStatus = Category | "none" | "exempt";

export interface CareerChange {
  readonly from: Day;
  readonly status: CareerStatus;
}

const isSpouse = (status: CareerStatus): boolean => status === "spouse-maxi" || status === "spouse-mini";

/**
 * The quarter from which a change holds. A stop (AR38 15 §2) and a change to assisting spouse (AR67 39bis §2) wait for the next quarter as
 * one to complementary does (AR67 39 §1); every other change takes the quarter of the event, as one to principal.
 */
export function holdsFrom({ from, status }: CareerChange, before: CareerStatus): Quarter {
  const resumes = before === "none" || before === "exempt";
  const waits =
    status === "none" || (!resumes && (status === "complementary" || (isSpouse(status) && !isSpouse(before))));
  return (waits ? complementaryFrom(from) : principalFrom(from)).value;
}

/** One quarter of a life. */
export interface Stretch {
  readonly status: CareerStatus;
  /** The category, also while exempt. */
  readonly category?: Category | undefined;
  /** First quarter of the present run of activity. */
  readonly start: Quarter;
  /** First quarter of the present primostarter time; exempt quarters belong to it. */
  readonly primostarterSince: Quarter;
}

/** A life quarter by quarter. */
export class Timeline {
  private readonly stretches = new Map<Quarter, Stretch>();

  constructor(changes: readonly CareerChange[], end: Quarter) {
    requireOrder(changes);
    // Of two changes that meet in a quarter the later row rules.
    const rows = new Map(
      changes.map((change, index) => [holdsFrom(change, changes[index - 1]?.status ?? "none"), index]),
    );
    let current: Stretch | undefined;
    let row = -1;
    for (let q = quarterOf(changes[0]!.from); q <= end; q++) {
      // A stop may wait for a quarter in which a row below it already rules.
      const change = rows.get(q) ?? -1;
      if (change > row) current = next(current, changes[(row = change)]!.status, q);
      if (current) this.stretches.set(q, current);
    }
  }

  /** Nothing for a quarter without activity. */
  at(q: Quarter): Stretch | undefined {
    return this.stretches.get(q);
  }

  ofYear(year: number): Stretch[] {
    return QUARTERS_OF_YEAR.flatMap((n) => this.at(quarter(year, n)) ?? []);
  }

  /** Whether a quarter shows an activity that is principal in the sense of article 12 §1bis, as far as the rows tell. */
  isPrincipal(q: Quarter): boolean {
    const category = this.at(q)?.category;
    return category !== undefined && PRINCIPAL.has(category);
  }

  /** A year with an income of one's own, to which later provisional contributions can refer. */
  isReferenceYear(year: number): boolean {
    return this.ofYear(year).some(({ category }) => category !== undefined && category !== "spouse-mini");
  }
}

/** Dates rise, and an exempt time interrupts an activity: it is neither a first row nor one after a stop. */
function requireOrder(changes: readonly CareerChange[]): void {
  changes.forEach(({ from, status }, index) => {
    const before = changes[index - 1];
    if (before && from <= before.from) throw new Refusal("career-not-rising");
    if (status === "exempt" && (before === undefined || before.status === "none"))
      throw new Refusal("career-exempt-without-activity", { day: { day: from } });
  });
}

/** Article 12 §1bis, paragraph 2: who was one of these in the quarters before, article 37 included, is no primostarter. */
const PRINCIPAL: ReadonlySet<Category> = new Set([
  "principal",
  "primostarter",
  "primostarter-artist",
  AFTER_SICKNESS,
  "spouse-maxi",
  "article-37",
  "article-37-mandate",
]);

/** What a change makes of the run of activity. Leaving the mini statute for another category is a start (AR67 38). */
function next(current: Stretch | undefined, status: CareerStatus, q: Quarter): Stretch | undefined {
  if (status === "none") return undefined;
  const category = status === "exempt" ? current?.category : status;
  const starts = current === undefined || (current.category === "spouse-mini" && category !== "spouse-mini");
  return {
    status,
    category,
    start: starts ? q : current.start,
    primostarterSince: isPrimostarter(current?.category) ? current!.primostarterSince : q,
  };
}
