import type { Condition, Expression } from "../../expression";
import {
  and,
  flag,
  is,
  isGiven,
  isPlaced,
  least,
  lookUp,
  minus,
  most,
  named,
  or,
  overQuarters,
  plus,
  quarterOf,
  refused,
  rounded,
  roundedUp,
  shared,
  times,
  when,
} from "../../expression/build";
import { QUARTER_UNIT } from "../../rules/scale";
import { NO_START, ON_INCOME } from "../../rules/tables";

const NOT_PUBLISHED = refused("year-not-published");

/** A quarter after every one that is asked for. */
const NEVER = 10_000;
const QUARTERS = 4;

/** The annual contribution of a law on an income, a quarter of it; its tables by their name. */
export const quarterOn = (income: Expression, law: Expression, scale: "scale" | "startedScale"): Expression =>
  named("law", law, (of) => {
    const part = (column: "constant" | "rate") => lookUp(scale, [of], column, NOT_PUBLISHED, income);
    return roundedUp(plus(part("constant"), times(part("rate"), income)), QUARTER_UNIT);
  });

/** One quarter of somebody. */
interface Asked {
  readonly category: Expression;
  readonly year: Expression;
  /** 1 to 4. */
  readonly n: Expression;
}

const quarterIn = (year: Expression, n: Expression): Expression => plus(times(year, QUARTERS), minus(n, 1));

/** An activity of one category, from a first to a last day, as far as the call names them. What is asked of it costs nothing where it does not. */
export class Activity {
  /** Whether the call names one of them. */
  readonly isPlaced: Condition;
  private readonly first: Expression;
  private readonly last: Expression;

  constructor(
    readonly start: Expression,
    private readonly stop?: Expression,
  ) {
    this.isPlaced = stop === undefined ? isPlaced(start) : or(isPlaced(start), isPlaced(stop));
    this.first = shared("first", when(isPlaced(start), when(isGiven(start), quarterOf(start), 0), 0));
    this.last =
      stop === undefined
        ? { kind: "integer", value: NEVER }
        : shared("last", when(isPlaced(stop), when(isGiven(stop), quarterOf(stop), NEVER), NEVER));
  }

  /** What a beginning or an end changes, where one is given. */
  orElse(life: Expression, plain: Expression): Expression {
    const { start, stop } = this;
    const isOne = stop === undefined ? isGiven(start) : or(isGiven(start), isGiven(stop));
    return when(this.isPlaced, when(isOne, life, plain), plain);
  }

  /** Refuses an end before the beginning. */
  inOrder(gives: Expression): Expression {
    const { start, stop } = this;
    if (stop === undefined) return gives;
    const isBefore = and(and(isGiven(start), isGiven(stop)), is(stop, "<", start));
    return when(and(isPlaced(start), isPlaced(stop)), when(isBefore, refused("date-before"), gives), gives);
  }

  /** Whether some quarters of a year, from one to another, lie outside of it. */
  isOutside(year: Expression, from: Expression | number, to: Expression | number): Condition {
    const quarters = times(year, QUARTERS);
    const before = is(this.first, ">", plus(quarters, minus(to, 1)));
    const after = this.stop === undefined ? undefined : is(this.last, "<", plus(quarters, minus(from, 1)));
    return after === undefined ? before : or(before, after);
  }

  /** 0 in a year without a quarter of it. */
  inYear(year: Expression, gives: Expression): Expression {
    return when(this.isPlaced, when(this.isOutside(year, 1, QUARTERS), 0, gives), gives);
  }

  /** 0 in those of the quarters of a year that lie outside of it. */
  inEach({ year, n }: Asked, gives: Expression): Expression {
    const q = quarterIn(year, n);
    const since = times(flag(is(q, ">=", this.first)), gives);
    const until =
      this.stop === undefined ? since : when(isPlaced(this.stop), times(flag(is(q, "<=", this.last)), since), since);
    return when(this.isPlaced, until, gives);
  }

  /** Whether it has all four quarters of a year. */
  isWholeYear(year: Expression): Condition {
    const begins = is(this.first, "<=", times(year, QUARTERS));
    return and(begins, is(this.last, ">=", plus(times(year, QUARTERS), QUARTERS - 1)));
  }

  /** The income of a year that has some of it, brought to four quarters. */
  annualised(income: Expression, year: Expression): Expression {
    const { stop } = this;
    const until =
      stop === undefined
        ? { kind: "integer" as const, value: QUARTERS }
        : when(isPlaced(stop), least(QUARTERS, minus(this.last, minus(times(year, QUARTERS), 1))), QUARTERS);
    const before = when(isPlaced(this.start), most(0, minus(this.first, times(year, QUARTERS))), 0);
    return when(this.isPlaced, rounded(times(income, QUARTERS), most(1, minus(until, before))), income);
  }

  /** The income of an earlier year, whose end nobody asks about. */
  annualisedSinceStart(income: Expression, year: Expression): Expression {
    const before = most(0, minus(this.first, times(year, QUARTERS)));
    const isWithin = is(before, "<", QUARTERS);
    return when(
      isPlaced(this.start),
      rounded(times(income, QUARTERS), when(isWithin, minus(QUARTERS, before), QUARTERS)),
      income,
    );
  }

  /** A column of what holds in a quarter. */
  lawIn({ category, year, n }: Asked, column: "law" | "flat" | "pair" | "sure" = "law"): Expression {
    const q = quarterIn(year, n);
    const rank = when(isPlaced(this.start), times(minus(q, this.first), flag(is(q, ">=", this.first))), NO_START);
    return lookUp("started", [category, year, n], column, NOT_PUBLISHED, rank);
  }

  /** Whether what holds is the same in the four quarters of a year. */
  isSame(asked: Omit<Asked, "n">, column: "law" | "pair"): Condition {
    const highest = overQuarters("most", (n) => this.lawIn({ ...asked, n }, column));
    const lowest = overQuarters("most", (n) => minus(0, this.lawIn({ ...asked, n }, column)));
    return is(highest, "=", minus(0, lowest));
  }

  /** A year before the one of the start. */
  isBeforeStart(year: Expression): Condition {
    return is(plus(times(year, QUARTERS), QUARTERS - 1), "<", this.first);
  }

  /** The final contribution of a quarter on an income of four quarters. */
  onIncome(income: Expression, asked: Asked): Expression {
    return quarterOn(income, this.lawIn(asked), "startedScale");
  }

  /** A starter's contribution on no income, or else that on the income that is known. */
  provisional(base: Expression, asked: Asked): Expression {
    const flat = this.lawIn(asked, "flat");
    // Whoever pays a flat amount may have no income to read.
    const onIncome = named("base", base, (income) => this.onIncome(income, asked));
    return when(isPlaced(this.start), when(is(flat, "=", ON_INCOME), onIncome, flat), onIncome);
  }
}
