import { quarter, type Quarter, type QuarterOfYear, quarterOfYear, QUARTERS_OF_YEAR, yearOf } from "../calendar";
import type { Sureness } from "../figures";
import { FINAL_ARTICLE, PROVISIONAL_ARTICLE, QUARTERS_ARTICLE, surenessOfScale } from "../contributions";
import { FEE_ARTICLE } from "../funds";
import type { Cents } from "../money";
import { attempt, Refusal } from "../refusal";
import { type Answer, exactly, type Line, rowsAt, step } from "../trace";
import { type Attempt, attemptLine, figure } from "./attempt";
import type { Incomes } from "./incomes";
import { amountOf, type CareerQuestion, Life } from "./life";
import type { CareerStatus } from "./timeline";

export interface CareerRow {
  readonly year: number;
  readonly quarter: QuarterOfYear;
  readonly category: CareerStatus;
  /** Quarters of subjection in the year. */
  readonly quarters: number;
  /** Absent in a year without activity. */
  readonly annualised?: Attempt;
  readonly provisional: Attempt;
  readonly final: Attempt;
  readonly fee: Attempt;
  readonly total: Attempt;
  /** How sure the figures of the quarter are: a projected one says so. */
  readonly confidence?: Sureness | undefined;
}

/** With the ways to its two contributions; empty without activity, or where there is none. */
interface ToldRow extends CareerRow {
  readonly ways: { readonly [Of in "provisional" | "final"]: Way };
  /** Exempt by an event of which no text says whether its quarter counts. */
  readonly isReading: boolean;
}

type Way = Answer<Cents>["way"];

/** A life that changes, a row a quarter. Mixed years share one count of quarters, each quarter on its own category's scale (article 11 §5). */
export function career(incomes: Incomes, question: CareerQuestion): Answer<readonly CareerRow[]> {
  const life = new Life(incomes, question, quarter(incomes.years.at(-1)!, 4));
  const rows = incomes.years.flatMap((year) => QUARTERS_OF_YEAR.map((n) => row(quarter(year, n), life)));
  return { value: rows, way: (at) => (at === undefined ? rows.map(totalLine) : rowsAt(rows, at).flatMap(rowLines)) };
}

const quarterOf = ({ year, quarter: n }: CareerRow) => ({ quarter: quarter(year, n) });

const totalLine = (of: CareerRow): Line =>
  attemptLine(
    "career-quarter",
    { quarter: quarterOf(of), status: of.category },
    QUARTERS_ARTICLE,
    of.total,
    (base) => ({
      base,
    }),
  );

/** From this year on article 15 §2, 2° also frees the quarter of a pension that begins after the legal age. */
const SINCE_OBTAINED_PENSION = 2019;

/** Why nothing is due, where there is no category that pays. */
const ARTICLES: Readonly<Partial<Record<CareerStatus, string>>> = {
  none: "AR38 15 §2",
  exempt: "AR67 50",
  sick: "AR67 50 §1",
  "pension-stop": "AR38 15 §2",
  death: "AR38 15 §2",
};

/** The lines of a quarter: its final contribution and the fee on it add up. */
function rowLines(of: ToldRow): Line[] {
  const { category: status, quarters, annualised, provisional, final, fee, ways } = of;
  return [
    step("career-status", { quarter: quarterOf(of), status, count: quarters }, ARTICLES[status] ?? QUARTERS_ARTICLE),
    ...(status === "pension-stop" && of.year < SINCE_OBTAINED_PENSION
      ? [step("pension-stop-at-age", {}, "AR38 15 §2")]
      : []),
    ...(of.isReading ? [step("exempt-counts", {}, "AR67 50")] : []),
    ...(annualised === undefined
      ? []
      : [attemptLine("whole-year", {}, "AR38 11 §5 al. 3", annualised, (base) => ({ base }))]),
    attemptLine("final-of-quarter", {}, FINAL_ARTICLE, final, (cents) => ({
      amount: exactly(cents),
      steps: ways.final(),
    })),
    attemptLine("fee-of-quarter", {}, FEE_ARTICLE, fee, (cents) => ({ amount: exactly(cents) })),
    attemptLine("provisional-of-quarter", {}, PROVISIONAL_ARTICLE, provisional, (base) => ({
      base,
      steps: ways.provisional(),
    })),
  ];
}

function row(q: Quarter, life: Life): ToldRow {
  const year = yearOf(q);
  const quarters = life.timeline.ofYear(year).length;
  const [provisional, final] = [life.provisional(q), life.final(q)];
  const amount = amountOf(final);
  const fee = life.fee(amount, q);
  const rule = life.rule(q);
  const stretch = life.timeline.at(q);
  return {
    year,
    quarter: quarterOfYear(q),
    category: stretch?.status ?? "none",
    quarters,
    ...(quarters > 0 && { annualised: attempt(() => life.wholeYearIncome(year)) }),
    provisional: amountOf(provisional),
    final: amount,
    fee,
    total: attempt(() => figure(amount) + figure(fee)),
    ...(rule !== undefined && !(rule instanceof Refusal) && { confidence: surenessOfScale(rule.law, rule.scale) }),
    ways: { provisional: wayOf(provisional), final: wayOf(final) },
    isReading: stretch?.status === "exempt" && !stretch.assimilated,
  };
}

const wayOf = (given: Attempt<Answer<Cents>>): Way => (given instanceof Refusal ? () => [] : given.way);
