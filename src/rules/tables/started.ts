import {
  CATEGORIES,
  provisionalContribution,
  provisionalQuarterRule,
  quarterRule,
  type QuarterQuestion,
  type QuarterRule,
  surenessOfScale,
} from "../contributions";
import { quarter, type Quarter, QUARTERS_OF_YEAR } from "../calendar";
import { STRONGEST_FIRST } from "../figures";
import { RATE_UNIT } from "../money";
import { attempt, Refusal } from "../refusal";
import { type Years, yearsOf } from "./law";
import { type Table, tableOf, type Value } from "./table";

/** From so many quarters after a start on nothing changes any more. */
const MOST_RANKS = 17;

/** Whoever gave no start: more quarters than any activity lasts. */
export const NO_START = 4_000;

/** A provisional contribution that rests on an income. */
export const ON_INCOME = -1;

/** Of a year's contribution, a quarter, in cents × 10,000. */
const QUARTERS_UNIT = 4 * RATE_UNIT;

/**
 * Which law a category has in a quarter, by how many quarters ago the activity began, and the segments of each of these laws, with what is deducted once from a first quarter
 * already in its constant. `flat` is a starter's provisional contribution where it rests on no income; `pair` has a number for both; `sure` says how sure the figures are, from 1 for the strongest.
 */
export function startedTables(years: Years): Record<"started" | "startedScale" | "sureness", Table> {
  const laws = new Laws();
  const rows = CATEGORIES.flatMap((category) =>
    yearsOf(years).flatMap((year) =>
      QUARTERS_OF_YEAR.flatMap((n) => {
        const question = { category, quarter: quarter(year, n), indexation: years.indexation };
        return steps(question.quarter, (start) => laws.of({ ...question, ...(start !== undefined && { start }) })).map(
          (row): Value[] => [category, year, n, ...row],
        );
      }),
    ),
  );
  const keys = { category: "key", year: "year", quarter: "quarter", from: "number" } as const;
  const named = { law: "number", flat: "number", pair: "number", sure: "number" } as const;
  const sureness = STRONGEST_FIRST.map((one, index): Value[] => [index + 1, one]);
  return {
    started: tableOf("started", { ...keys, ...named }, ["category", "year", "quarter"], rows, "from"),
    startedScale: tableOf(
      "startedScale",
      { law: "number", from: "cents", constant: "annual", rate: "ten-thousandths" },
      ["law"],
      laws.segments,
      "from",
    ),
    sureness: tableOf("sureness", { sure: "number", confidence: "confidence" }, ["sure"], sureness),
  };
}

type Row = readonly [law: Value, flat: Value, pair: Value, sure: Value];

/** Laws by their numbers, each said once. */
class Laws {
  readonly segments: Value[][] = [];
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<QuarterRule["scale"], Map<number, number>>();
  private readonly pairs = new Map<string, number>();
  private readonly sure = new Map<QuarterRule["scale"], number>();

  of(question: QuarterQuestion): Row {
    const found = attempt((): Row => {
      const rule = quarterRule(question);
      const provisional = provisionalQuarterRule(question);
      const flat = provisional.flat === undefined ? ON_INCOME : provisionalContribution(provisional, {});
      const law = this.numberOf(rule);
      return [law, flat, this.pair(law, flat), this.sureness(rule)];
    });
    return found instanceof Refusal ? [found, found, found, found] : found;
  }

  private pair(law: number, flat: number): number {
    const text = `${law} ${flat}`;
    const number = this.pairs.get(text) ?? this.pairs.size + 1;
    this.pairs.set(text, number);
    return number;
  }

  /** 0 where nothing is said. */
  private sureness({ law, scale }: QuarterRule): number {
    let sure = this.sure.get(scale);
    if (sure === undefined) {
      const found = surenessOfScale(law, scale);
      sure = found === undefined ? 0 : STRONGEST_FIRST.indexOf(found) + 1;
      this.sure.set(scale, sure);
    }
    return sure;
  }

  private numberOf({ scale, reduction }: QuarterRule): number {
    const known = this.known.get(scale) ?? new Map<number, number>();
    this.known.set(scale, known);
    const number = known.get(reduction) ?? this.number(scale, reduction);
    known.set(reduction, number);
    return number;
  }

  private number(scale: QuarterRule["scale"], reduction: number): number {
    const rows = scale.map(({ from, base, rate }) => {
      const constant = rate === 0 ? base : base - rate * from;
      return [Math.max(from, Number.MIN_SAFE_INTEGER), constant - reduction * QUARTERS_UNIT, rate];
    });
    // Quarters that differ in an article are not the same law.
    const text = JSON.stringify([scale, reduction]);
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.numbers.size + 1;
    this.numbers.set(text, number);
    this.segments.push(...rows.map((row) => [number, ...row]));
    return number;
  }
}

/** What differs from one quarter of the start to the next, and what holds without one. */
function steps(q: Quarter, answerOf: (start: Quarter | undefined) => Row): (readonly [number, ...Row])[] {
  const rows: (readonly [number, ...Row])[] = [];
  for (let rank = 0; rank < MOST_RANKS; rank++) {
    const row = answerOf(q - rank);
    const before = rows.at(-1);
    const isSame =
      row.every((one, index) => one === before?.[index + 1]) || (isRefused(row) && isRefused(before?.slice(1)));
    if (!isSame) rows.push([rank, ...row]);
  }
  return [...rows, [NO_START, ...answerOf(undefined)]];
}

const isRefused = (row: readonly Value[] | undefined): boolean => row?.[0] instanceof Refusal;
