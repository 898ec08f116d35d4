import { firstSickQuarter, lastSickQuarter } from "../benefits";
import { type Day, firstDay, type Quarter, quarter, quarterOf, QUARTERS_OF_YEAR } from "../calendar";
import { AFTER_SICKNESS, type Category, isPrimostarter } from "../contributions";
import { Refusal } from "../refusal";
import { complementaryFrom, principalFrom } from "../status";
import { remembered } from "./attempt";

/** What a life may be beside a category: without activity, without contribution, or at an end that frees its quarter. */
export const CAREER_WORDS = ["none", "exempt", "sick", "pension-stop", "death"] as const;

export type CareerStatus = Category | (typeof CAREER_WORDS)[number];

export const isCareerWord = (status: string): status is (typeof CAREER_WORDS)[number] =>
  (CAREER_WORDS as readonly string[]).includes(status);

export interface CareerChange {
  readonly from: Day;
  readonly status: CareerStatus;
}

type Status = CareerStatus | undefined;

const isSpouse = (status: Status): boolean => status === "spouse-maxi" || status === "spouse-mini";

/** No activity that a row could interrupt or end. */
const isAway = (status: Status): boolean => status === undefined || status === "none" || status === "sick";

/** An end of the activity, not a pause. */
const isStop = (status: CareerStatus): boolean => status === "none" || status === "pension-stop" || status === "death";

/**
 * The quarter from which a change holds. A stop (AR38 15 §2) and a change to assisting spouse (AR67 39bis §2) wait for the next quarter as
 * one to complementary does (AR67 39 §1); every other change takes the quarter of the event, as one to principal.
 */
function holdsFrom({ from, status }: CareerChange, before: Status): Quarter {
  const begins = isAway(before) || before === "exempt" || before === "pension-stop";
  const waits =
    status === "none" || (!begins && (status === "complementary" || (isSpouse(status) && !isSpouse(before))));
  return (waits ? complementaryFrom(from) : principalFrom(from)).value;
}

/** One quarter of a life. */
export interface Stretch {
  readonly status: CareerStatus;
  /** The category, also while exempt or sick. */
  readonly category?: Category | undefined;
  /** First quarter of the present run of activity. */
  readonly start: Quarter;
  /** First quarter of the present primostarter time; exempt quarters belong to it. */
  readonly primostarterSince: Quarter;
  /** Assimilated for sickness, whether there was some activity or none. */
  readonly assimilated: boolean;
}

/** What a row says of a quarter and of those after it, until a later row says otherwise. */
interface Ruling {
  readonly from: Quarter;
  readonly status: CareerStatus;
  /** Of an exempt quarter in which somebody resumes. */
  readonly category?: Category;
  readonly assimilated?: true;
  /** A primostarter time begins, even if there was one before. */
  readonly anew?: boolean;
}

/** A life quarter by quarter. */
export class Timeline {
  private readonly stretches = new Map<Quarter, Stretch>();

  constructor(changes: readonly CareerChange[], end: Quarter) {
    const rulings = new Rulings(changes).all;
    // Of two changes that meet in a quarter the later row rules.
    const rows = new Map(rulings.map(({ from }, index) => [from, index]));
    let current: Stretch | undefined;
    let row = -1;
    for (let q = quarterOf(changes[0]!.from); q <= end; q++) {
      // A stop may wait for a quarter in which a row below it already rules.
      const change = rows.get(q) ?? -1;
      if (change > row) current = next(current, rulings[(row = change)]!, q);
      if (current) this.stretches.set(q, current);
    }
  }

  /** Nothing for a quarter without activity. */
  at(q: Quarter): Stretch | undefined {
    return this.stretches.get(q);
  }

  /** The quarters of a year that count. A whole quarter of sickness is none of subjection (AR67 50 §1). */
  readonly ofYear = remembered((year): readonly Stretch[] =>
    QUARTERS_OF_YEAR.flatMap((n) => this.counting(quarter(year, n)) ?? []),
  );

  private counting(q: Quarter): Stretch | undefined {
    const stretch = this.at(q);
    return stretch?.status === "sick" ? undefined : stretch;
  }

  /** Whether a quarter shows an activity that is principal in the sense of article 12 §1bis, as far as the rows tell. */
  isPrincipal(q: Quarter): boolean {
    const category = this.counting(q)?.category;
    return category !== undefined && PRINCIPAL.has(category);
  }

  /** Article 12 §1bis, paragraph 3: whether two quarters in a row that are assimilated for sickness end just before a quarter, or with it. */
  isAfterSickness(q: Quarter): boolean {
    const [before, previous, own] = [q - 2, q - 1, q].map((one) => this.at(one)?.assimilated);
    return previous === true && (before === true || own === true);
  }

  /** A year with an income of one's own, to which later provisional contributions can refer. */
  isReferenceYear(year: number): boolean {
    return this.ofYear(year).some(({ category }) => category !== undefined && category !== "spouse-mini");
  }
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

/** The rows of a life, read one after the other. */
class Rulings {
  readonly all: Ruling[] = [];

  constructor(changes: readonly CareerChange[]) {
    // A sickness that frees no quarter changes nothing: the row before it goes on.
    let before: Status;
    changes.forEach((change, index) => {
      requirePlace(change, changes[index - 1], before);
      const rulings = this.of(change, before, resumption(changes, index));
      if (rulings.length > 0) before = change.status;
      this.all.push(...rulings);
    });
  }

  private of(change: CareerChange, before: Status, end: CareerChange | undefined): Ruling[] {
    switch (change.status) {
      case "sick":
        return this.sickness(change, before, end);
      case "pension-stop":
      case "death":
        return this.ending(change);
      case "none":
      case "exempt":
        return [{ from: holdsFrom(change, before), status: change.status }];
      default:
        return before === "sick"
          ? resumed(change.from, change.status)
          : [{ from: holdsFrom(change, before), status: change.status }];
    }
  }

  /**
   * AR67 50 §1: the quarter in which the activity stopped counts, exempt; the whole quarters after it do not. A sickness after exempt
   * quarters, after a stop or at the beginning interrupts no activity, so that its first quarter is whole.
   */
  private sickness({ from }: CareerChange, before: Status, end: CareerChange | undefined): Ruling[] {
    // Two in a row are one incapacity.
    if (before === "sick") return [];
    const onset = quarterOf(from);
    const whole = before === "exempt" || isAway(this.at(onset));
    const first = whole ? onset : firstSickQuarter(from);
    if (end && lastSickQuarter(end.from, isStop(end.status) ? "recognition-end" : "resume-self-employed") < first)
      return [];
    const exempt: Ruling[] =
      !whole && first === onset && from > firstDay(onset) ? [{ from: first, status: "exempt", assimilated: true }] : [];
    return [...exempt, { from: first + exempt.length, status: "sick", assimilated: true }];
  }

  /** AR38 15 §2, 2° and 3°: the quarter of the pension in which the activity ends, and that of death, are not due. */
  private ending({ from, status }: CareerChange): Ruling[] {
    const last = quarterOf(from);
    const wasActive = !isAway(this.at(last)) && (status === "death" || from > firstDay(last));
    return wasActive
      ? [
          { from: last, status },
          { from: last + 1, status: "none" },
        ]
      : [{ from: complementaryFrom(from).value, status: "none" }];
  }

  private at(q: Quarter): Status {
    return this.all.findLast(({ from }) => from <= q)?.status;
  }
}

/** A quarter whose activity begins again in its third month still is one of the sickness; it counts. */
function resumed(from: Day, category: Category): Ruling[] {
  const first = quarterOf(from);
  const anew = category === AFTER_SICKNESS;
  return lastSickQuarter(from, "resume-self-employed") < first
    ? [{ from: first, status: category, anew }]
    : [
        { from: first, status: "exempt", category, assimilated: true, anew },
        { from: first + 1, status: category },
      ];
}

/** The row that ends a sickness. */
function resumption(changes: readonly CareerChange[], index: number): CareerChange | undefined {
  let next = index + 1;
  while (changes[next]?.status === "sick") next++;
  return changes[next];
}

/** Dates rise, nothing follows death, and an exempt time interrupts an activity: it is neither a first row nor one after a stop. */
function requirePlace({ from, status }: CareerChange, row: CareerChange | undefined, before: Status): void {
  if (row && from <= row.from) throw new Refusal("career-not-rising");
  if (row?.status === "death") throw new Refusal("career-after-death", { day: { day: row.from } });
  if (status === "exempt" && (before === undefined || isStop(before)))
    throw new Refusal("career-exempt-without-activity", { day: { day: from } });
}

/**
 * What a change makes of the run of activity. Leaving the mini statute for another category is a start (AR67 38), and so is the return from
 * a quarter without activity.
 */
function next(current: Stretch | undefined, ruling: Ruling, q: Quarter): Stretch | undefined {
  const { status } = ruling;
  if (status === "none") return undefined;
  const category = ruling.category ?? (isCareerWord(status) ? current?.category : status);
  const starts = isAway(current?.status) || (current!.category === "spouse-mini" && category !== "spouse-mini");
  const goesOn = !starts && !ruling.anew && isSameTime(current!.category, category);
  return {
    status,
    category,
    start: starts ? q : current!.start,
    primostarterSince: goesOn ? current!.primostarterSince : q,
    assimilated: ruling.assimilated ?? false,
  };
}

/** Whether the quarters of a primostarter go on to count; those after sickness are others. */
const isSameTime = (before: Category | undefined, category: Category | undefined): boolean =>
  isPrimostarter(before) && (before === AFTER_SICKNESS) === (category === AFTER_SICKNESS);
