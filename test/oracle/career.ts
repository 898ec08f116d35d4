/** INASTI.CAREER: quarters of a life that changes. AR38 11 §5 al. 3, 13bis, 15; AR67 38, 39, 39bis, 50. */
import { annualise } from "./amounts";
import { BAD_VALUE, NOT_AVAILABLE, isRefusal, total, type Answer } from "./answer";
import { article12par1bis } from "./articles";
import { QUARTERS, firstDay, quarterNumber, quarterOf, quarterOfDay, yearOf, type QuarterNumber } from "./calendar";
import { contributionOfQuarter, lawInForce } from "./contributions";
import { feeOf } from "./fund";
import { provisionalQuarter } from "./provisional";
import { activityYear, isStarter, type Category } from "./subjection";

/** What a life is beside a category. */
type CareerWord = "none" | "exempt" | "sick" | "pension-stop" | "death";

export type CareerCategory = Category | CareerWord;

export interface CareerEvent {
  readonly from: string;
  readonly category: CareerCategory;
}

export interface CareerOptions {
  readonly indexation?: string | undefined;
  /** Fee rate of the fund, "0.0305". */
  readonly fund?: string | undefined;
  /** Incomes of the years just before the first, oldest first. */
  readonly earlierIncomes?: readonly bigint[] | undefined;
  /** Expected incomes of the years; undefined where nobody asks to pay less. */
  readonly estimates?: readonly (bigint | undefined)[] | undefined;
}

export interface CareerRow {
  readonly year: number;
  readonly quarter: number;
  readonly category: CareerCategory;
  /** Quarters of subjection in the year. */
  readonly quarters: number;
  /** Null in a year without subjection. */
  readonly annualised: Answer | null;
  readonly provisional: Answer;
  readonly final: Answer;
  readonly fee: Answer;
  readonly total: Answer;
}

const SPOUSES: readonly CareerCategory[] = ["spouse-maxi", "spouse-mini"];
const PRIMOSTARTERS: readonly CareerCategory[] = ["primostarter", "primostarter-artist", "primostarter-after-sickness"];

const AGAIN = "primostarter-after-sickness";

/** AR38 12 §1bis al. 2: who was principal, as helper or maxi spouse too, or under AR67 37. */
const PRINCIPALS: readonly CareerCategory[] = [
  "principal",
  ...PRIMOSTARTERS,
  "spouse-maxi",
  "article-37",
  "article-37-mandate",
];

/** AR38 12 §1bis al. 2: the quarters before the first one that must show none of them. */
const QUARTERS_BEFORE = 20;

/** The quarter from which an event counts; `previous` is undefined for the first event. */
export function holdsFrom({ from, category }: CareerEvent, previous: CareerCategory | undefined): QuarterNumber {
  const quarter = quarterOfDay(from);
  return fromNextQuarter(category, previous) && from !== firstDay(quarter) ? quarter + 1 : quarter;
}

/** A quarter begun stays as it was: AR38 15 §2 1° for the end, AR67 39 §1 and 39bis §2 for a lesser category. */
function fromNextQuarter(category: CareerCategory, previous: CareerCategory | undefined): boolean {
  if (category === "none") return true;
  if (previous === undefined || RETURNS.includes(previous) || category === "exempt") return false;
  return category === "complementary" || (SPOUSES.includes(category) && !SPOUSES.includes(previous));
}

/** What follows one of these is a beginning or a return. */
const RETURNS: readonly CareerCategory[] = ["none", "exempt", "sick", "pension-stop"];
/** Events after which there is no activity any more. */
const ENDS: readonly CareerCategory[] = ["none", "pension-stop", "death"];
/** In such a quarter nobody works. */
const IDLE: readonly CareerCategory[] = ["none", "sick"];
/** Quarters in which nothing is due, whatever the category. */
const WORDS: readonly CareerCategory[] = ["none", "exempt", "sick", "pension-stop", "death"];

const isWord = (category: CareerCategory): category is CareerWord => WORDS.includes(category);

/** An event that counts, with its quarters. */
interface Kept extends CareerEvent {
  readonly start: QuarterNumber;
  /** Of a sickness: the last quarter that is assimilated. */
  readonly end?: number;
  /** Of a sickness: whether its first quarter had some activity. Of a resumption: whether its quarter is assimilated. */
  readonly mixed?: boolean;
}

/** 1 to 3. */
const monthOfQuarter = (day: string): number => ((Number(day.slice(5, 7)) - 1) % 3) + 1;

/** AR 22/12/1967 28 §6 1° and 30 §3: the last assimilated quarter, by the event that ends the incapacity. */
function lastAssimilated(ending: CareerEvent | undefined): number {
  if (ending === undefined) return Infinity;
  const quarter = quarterOfDay(ending.from);
  const inIt = ENDS.includes(ending.category) ? ending.from !== firstDay(quarter) : monthOfQuarter(ending.from) === 3;
  return inIt ? quarter : quarter - 1;
}

/** The questions that the articles put to a life. */
class Life {
  private readonly events: readonly Kept[];

  constructor(events: readonly CareerEvent[]) {
    const kept: Kept[] = [];
    events.forEach((event, index) => {
      const previous = kept.at(-1);
      const one =
        event.category === "sick"
          ? this.sickness(event, events.slice(0, index), previous, events.slice(index + 1))
          : this.other(event, events.slice(0, index), previous);
      if (one !== undefined) kept.push(one);
    });
    this.events = kept;
  }

  /** AR67 50 §1 al. 2; nothing where no quarter is assimilated, or where the person is ill already. */
  private sickness(
    event: CareerEvent,
    earlier: readonly CareerEvent[],
    previous: Kept | undefined,
    later: readonly CareerEvent[],
  ): Kept | undefined {
    if (previous?.category === "sick") return undefined;
    const quarter = quarterOfDay(event.from);
    const worked = previous?.category !== "exempt" && !IDLE.includes(new Life(earlier).categoryIn(quarter));
    const start = worked && monthOfQuarter(event.from) > 1 ? quarter + 1 : quarter;
    const end = lastAssimilated(later.find(({ category }) => category !== "sick"));
    const mixed = worked && start === quarter && event.from !== firstDay(quarter);
    return end < start ? undefined : { ...event, start, end, mixed };
  }

  private other(event: CareerEvent, earlier: readonly CareerEvent[], previous: Kept | undefined): Kept {
    const quarter = quarterOfDay(event.from);
    if (event.category === "death" || event.category === "pension-stop") {
      const worked = !IDLE.includes(new Life(earlier).categoryIn(quarter));
      const outside = event.category === "pension-stop" && event.from === firstDay(quarter);
      if (worked && !outside) return { ...event, start: quarter };
      return this.other({ ...event, category: "none" }, earlier, previous);
    }
    const mixed = previous?.category === "sick" && previous.end === quarter && !isWord(event.category);
    return { ...event, start: holdsFrom(event, previous?.category), mixed };
  }

  private eventIn(at: QuarterNumber): Kept | undefined {
    return this.events.findLast(({ start }) => start <= at);
  }

  categoryIn(at: QuarterNumber): CareerCategory {
    const event = this.eventIn(at);
    if (event === undefined) return "none";
    if (event.mixed && event.start === at) return "exempt";
    const ended = event.category === "pension-stop" || event.category === "death";
    return ended && at > event.start ? "none" : event.category;
  }

  /** AR67 50 §1: neither stopped nor ill the whole quarter. */
  private countsIn(at: QuarterNumber): boolean {
    return !IDLE.includes(this.categoryIn(at));
  }

  /** The category that quarters without contribution interrupt, or that begins in one. */
  private lastingCategoryIn(at: QuarterNumber): CareerCategory {
    const category = this.categoryIn(at);
    if (category === "none") return category;
    const { category: told } = this.eventIn(at)!;
    return isWord(told) ? this.lastingCategoryIn(at - 1) : told;
  }

  /** Categories of the subjected quarters of a year. */
  categoriesOf(year: number): CareerCategory[] {
    return QUARTERS.map((quarter) => quarterNumber(year, quarter))
      .filter((at) => this.countsIn(at))
      .map((at) => this.categoryIn(at));
  }

  /** First quarter of a run that counts; leaving the mini-status is a start too (AR67 38). */
  startBefore(at: QuarterNumber): QuarterNumber {
    const goesOn = this.countsIn(at - 1) && !this.leavesMiniIn(at);
    return goesOn ? this.startBefore(at - 1) : at;
  }

  private leavesMiniIn(at: QuarterNumber): boolean {
    return this.lastingCategoryIn(at - 1) === "spouse-mini" && this.lastingCategoryIn(at) !== "spouse-mini";
  }

  /** Counts from 0; exempt quarters count. */
  primostarterQuarter(at: QuarterNumber): number {
    const [before, category] = [this.lastingCategoryIn(at - 1), this.lastingCategoryIn(at)];
    const goesOn = PRIMOSTARTERS.includes(before) && (before === AGAIN) === (category === AGAIN);
    return goesOn && this.countsIn(at - 1) && !this.isGrantedAgainIn(at) ? this.primostarterQuarter(at - 1) + 1 : 0;
  }

  /** AR38 12 §1bis al. 3: the quarter in which somebody resumes as such. */
  private isGrantedAgainIn(at: QuarterNumber): boolean {
    const index = this.events.findLastIndex(({ start }) => start <= at);
    const { category, start } = this.events[index]!;
    return category === AGAIN && start === at && this.events[index - 1]?.category === "sick";
  }

  /** AR38 12 §1bis al. 3: two assimilated quarters that end before the first quarter, or with it. */
  wasIllBefore(at: QuarterNumber): boolean {
    const first = at - this.primostarterQuarter(at);
    return [first, first - 1].some((last) => this.isAssimilated(last) && this.isAssimilated(last - 1));
  }

  private isAssimilated(at: QuarterNumber): boolean {
    const event = this.eventIn(at);
    return event?.category === "sick" || (event?.mixed === true && event.start === at);
  }

  /** Whether the rows show a principal activity in the twenty quarters before the primostarter's first one. */
  principalBefore(at: QuarterNumber): boolean {
    const first = at - this.primostarterQuarter(at);
    const before = Array.from({ length: QUARTERS_BEFORE }, (_, index) => first - 1 - index);
    return before.some((quarter) => this.countsIn(quarter) && PRINCIPALS.includes(this.lastingCategoryIn(quarter)));
  }

  /** A year with an income of one's own, that later provisional contributions can refer to. */
  isReferenceYear(year: number): boolean {
    return QUARTERS.map((quarter) => quarterNumber(year, quarter))
      .filter((at) => this.countsIn(at))
      .some((at) => !["none", "spouse-mini"].includes(this.lastingCategoryIn(at)));
  }

  /** Income of the year for the scales: annualised if it is one's own; that of the helped person is not. */
  wholeYearIncome(income: Answer, year: number): Answer {
    if (isRefusal(income)) return income;
    const subjected = this.categoriesOf(year);
    const paying = subjected.filter((category) => !isWord(category));
    if (!paying.includes("spouse-mini")) return subjected.length === 0 ? income : annualise(income, subjected.length);
    return paying.every((category) => category === "spouse-mini") ? income : BAD_VALUE;
  }

  /** An exempt time must interrupt an activity, and after death there is nothing. */
  isInOrder(): boolean {
    return this.events.every(({ category }, index) => {
      const previous = this.events[index - 1]?.category;
      if (previous === "death") return false;
      return category !== "exempt" || (previous !== undefined && !ENDS.includes(previous));
    });
  }
}

export function career(
  events: readonly CareerEvent[],
  firstYear: number,
  incomes: readonly Answer[],
  { indexation, fund, earlierIncomes = [], estimates = [] }: CareerOptions = {},
): Answer<CareerRow[]> {
  if (events.some((event, index) => index > 0 && event.from <= events[index - 1]!.from)) return BAD_VALUE;
  if (events.slice(0, -1).some(({ category }) => category === "death")) return BAD_VALUE;
  const life = new Life(events);
  if (!life.isInOrder()) return BAD_VALUE;
  const known: readonly Answer[] = [...earlierIncomes, ...incomes];
  const wholeYearIncome = (year: number): Answer =>
    life.wholeYearIncome(known[year - firstYear + earlierIncomes.length] ?? NOT_AVAILABLE, year);

  const rowOf = (at: QuarterNumber): CareerRow => {
    const year = yearOf(at);
    const category = life.categoryIn(at);
    const quarters = life.categoriesOf(year).length;
    const { provisional, final } = amountsOf(at, category, quarters);
    const fee = feeOf(final, fund);
    return {
      year,
      quarter: quarterOf(at),
      category,
      quarters,
      annualised: quarters === 0 ? null : wholeYearIncome(year),
      provisional,
      final,
      fee,
      total: total([final, fee]),
    };
  };

  const amountsOf = (
    at: QuarterNumber,
    category: CareerCategory,
    subjected: number,
  ): Pick<CareerRow, "provisional" | "final"> => {
    if (isWord(category)) return { provisional: 0n, final: 0n };
    const start = life.startBefore(at);
    const isReferenceYear = (year: number): boolean => life.isReferenceYear(year);
    const law = lawInForce(category, at, {
      primostarterQuarter: life.primostarterQuarter(at),
      activityYear: activityYear(start, at, isReferenceYear),
      subjected,
      indexation,
    });
    if (isRefusal(law)) return { provisional: law, final: law };
    const primostarter = PRIMOSTARTERS.includes(category) && law.article === article12par1bis;
    const excluded = category === AGAIN ? !life.wasIllBefore(at) : life.principalBefore(at);
    if (primostarter && excluded) return { provisional: BAD_VALUE, final: BAD_VALUE };
    const income = wholeYearIncome(yearOf(at));
    const estimate = estimates[yearOf(at) - firstYear];
    const expected = estimate === undefined ? undefined : life.wholeYearIncome(estimate, yearOf(at));
    return {
      provisional: isRefusal(expected)
        ? expected
        : provisionalQuarter({
            category,
            at,
            law,
            // Beginning in the mini-status is no start: the helped person's counts, and a career does not tell it.
            starter: category !== "spouse-mini" && isStarter(start, at, isReferenceYear),
            incomeN3: wholeYearIncome(yearOf(at) - 3),
            estimate: expected,
            indexation,
          }),
      final: isRefusal(income) ? income : contributionOfQuarter(income, law),
    };
  };

  return incomes.flatMap((_, index) => QUARTERS.map((quarter) => rowOf(quarterNumber(firstYear + index, quarter))));
}
