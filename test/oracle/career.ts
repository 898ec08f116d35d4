/** INASTI.CAREER: quarters of a life that changes. AR38 11 §5 al. 3, 13bis, 15; AR67 38, 39, 39bis, 50. */
import { annualise } from "./amounts";
import { BAD_VALUE, NOT_AVAILABLE, isRefusal, total, type Answer } from "./answer";
import { article12par1bis } from "./articles";
import { QUARTERS, firstDay, quarterNumber, quarterOf, quarterOfDay, yearOf, type QuarterNumber } from "./calendar";
import { contributionOfQuarter, lawInForce } from "./contributions";
import { feeOf } from "./fund";
import { provisionalQuarter } from "./provisional";
import { activityYear, isStarter, type Category } from "./subjection";

export type CareerCategory = Category | "none" | "exempt";

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
  const starts = previous === undefined || previous === "none";
  if (starts || category === "exempt" || previous === "exempt") return false;
  return category === "complementary" || (SPOUSES.includes(category) && !SPOUSES.includes(previous));
}

/** The questions that the articles put to a life. */
class Life {
  private readonly starts: readonly QuarterNumber[];

  constructor(private readonly events: readonly CareerEvent[]) {
    this.starts = events.map((event, index) => holdsFrom(event, events[index - 1]?.category));
  }

  categoryIn(at: QuarterNumber): CareerCategory {
    const event = this.events.findLast((_, index) => this.starts[index]! <= at);
    return event?.category ?? "none";
  }

  /** The category that exempt quarters interrupt. */
  private lastingCategoryIn(at: QuarterNumber): CareerCategory {
    const category = this.categoryIn(at);
    return category === "exempt" ? this.lastingCategoryIn(at - 1) : category;
  }

  /** Categories of the subjected quarters of a year. */
  categoriesOf(year: number): CareerCategory[] {
    return QUARTERS.map((quarter) => this.categoryIn(quarterNumber(year, quarter))).filter((one) => one !== "none");
  }

  /** First quarter without a stop before it; leaving the mini-status is a start too (AR67 38). */
  startBefore(at: QuarterNumber): QuarterNumber {
    const goesOn = this.categoryIn(at - 1) !== "none" && !this.leavesMiniIn(at);
    return goesOn ? this.startBefore(at - 1) : at;
  }

  private leavesMiniIn(at: QuarterNumber): boolean {
    return this.lastingCategoryIn(at - 1) === "spouse-mini" && this.lastingCategoryIn(at) !== "spouse-mini";
  }

  /** Counts from 0; exempt quarters count. */
  primostarterQuarter(at: QuarterNumber): number {
    return PRIMOSTARTERS.includes(this.lastingCategoryIn(at - 1)) ? this.primostarterQuarter(at - 1) + 1 : 0;
  }

  /** Whether the rows show a principal activity in the twenty quarters before the primostarter's first one. */
  principalBefore(at: QuarterNumber): boolean {
    const first = at - this.primostarterQuarter(at);
    const before = Array.from({ length: QUARTERS_BEFORE }, (_, index) => first - 1 - index);
    return before.some((quarter) => PRINCIPALS.includes(this.lastingCategoryIn(quarter)));
  }

  /** A year with an income of one's own, that later provisional contributions can refer to. */
  isReferenceYear(year: number): boolean {
    return QUARTERS.some((quarter) => {
      const category = this.lastingCategoryIn(quarterNumber(year, quarter));
      return category !== "none" && category !== "spouse-mini";
    });
  }

  /** Income of the year for the scales: annualised if it is one's own; that of the helped person is not. */
  wholeYearIncome(income: Answer, year: number): Answer {
    if (isRefusal(income)) return income;
    const subjected = this.categoriesOf(year);
    const paying = subjected.filter((category) => category !== "exempt");
    if (!paying.includes("spouse-mini")) return subjected.length === 0 ? income : annualise(income, subjected.length);
    return paying.every((category) => category === "spouse-mini") ? income : BAD_VALUE;
  }
}

/** What comes next is a beginning: there is no activity that could be interrupted. */
const begins = (previous: CareerEvent | undefined): boolean => previous === undefined || previous.category === "none";

export function career(
  events: readonly CareerEvent[],
  firstYear: number,
  incomes: readonly bigint[],
  { indexation, fund, earlierIncomes = [] }: CareerOptions = {},
): Answer<CareerRow[]> {
  if (events.some((event, index) => index > 0 && event.from <= events[index - 1]!.from)) return BAD_VALUE;
  if (events.some((event, index) => event.category === "exempt" && begins(events[index - 1]))) return BAD_VALUE;
  const life = new Life(events);
  const known = [...earlierIncomes, ...incomes];
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
    if (category === "none" || category === "exempt") return { provisional: 0n, final: 0n };
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
    if (primostarter && life.principalBefore(at)) return { provisional: BAD_VALUE, final: BAD_VALUE };
    const income = wholeYearIncome(yearOf(at));
    return {
      provisional: provisionalQuarter({
        category,
        at,
        law,
        // Beginning in the mini-status is no start: the helped person's counts, and a career does not tell it.
        starter: category !== "spouse-mini" && isStarter(start, at, isReferenceYear),
        incomeN3: wholeYearIncome(yearOf(at) - 3),
        indexation,
      }),
      final: isRefusal(income) ? income : contributionOfQuarter(income, law),
    };
  };

  return incomes.flatMap((_, index) => QUARTERS.map((quarter) => rowOf(quarterNumber(firstYear + index, quarter))));
}
