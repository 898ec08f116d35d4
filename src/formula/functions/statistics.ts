import { DIVISION, ErrorValue, NOT_AVAILABLE, NUMBER, Range, type Scalar, type Value, VALUE } from "../values";
import { type Criterion, criterionOf } from "./criteria";
import {
  type Context,
  eachOf,
  elementOf,
  extentOf,
  first,
  type Functions,
  matrixOf,
  numberOf,
  numbersOf,
  truthOf,
  whole,
  wholeOf,
} from "./define";

type Arguments = readonly (Value | undefined)[];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
const squares = (numbers: readonly number[]): number => {
  const middle = mean(numbers);
  return sum(numbers.map((number) => (number - middle) ** 2));
};
const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/** Of the numbers among the arguments. */
const ofNumbers = (call: (numbers: readonly number[]) => number | ErrorValue) =>
  whole(1, 255, (args, context) => call(numbersOf(args, context)));

/** By their numbers, functions that AGGREGATE has; others are not known here. */
const AGGREGATES: ReadonlyMap<number, (numbers: readonly number[]) => number | ErrorValue> = new Map([
  [1, (numbers) => (numbers.length === 0 ? DIVISION : mean(numbers))],
  [2, (numbers) => numbers.length],
  [4, (numbers) => Math.max(...(numbers.length === 0 ? [0] : numbers))],
  [5, (numbers) => Math.min(...(numbers.length === 0 ? [0] : numbers))],
  [9, sum],
]);
/** The option that leaves errors out and nothing else: hidden rows are not known here, nor other aggregates in a range. */
const WITHOUT_ERRORS = 6;

function aggregate([of, option, ...ranges]: Arguments, context: Context): number | ErrorValue {
  const call = AGGREGATES.get(wholeOf(of));
  if (!call || wholeOf(option) !== WITHOUT_ERRORS) return context.cannot();
  return call([...eachOf(ranges, context)].flatMap(([value]) => (typeof value === "number" ? [value] : [])));
}

const extreme = (better: (a: number, b: number) => boolean) =>
  ofNumbers((numbers) => numbers.reduce((best, number) => (better(number, best) ? number : best), numbers[0] ?? 0));

const spread = (fewer: number, root: boolean) =>
  ofNumbers((numbers) => {
    if (numbers.length <= fewer) return DIVISION;
    const variance = squares(numbers) / (numbers.length - fewer);
    return root ? Math.sqrt(variance) : variance;
  });

function median(numbers: readonly number[]): number | ErrorValue {
  if (numbers.length === 0) return NUMBER;
  return quantile(numbers, 0.5);
}

/** Between the two nearest, as PERCENTILE.INC. */
function quantile(numbers: readonly number[], share: number): number | ErrorValue {
  const ordered = sorted(numbers);
  if (ordered.length === 0 || share < 0 || share > 1) return NUMBER;
  const place = share * (ordered.length - 1);
  const below = Math.floor(place);
  const low = ordered[below]!;
  return low + (place - below) * ((ordered[below + 1] ?? low) - low);
}

const nth = (fromTop: boolean) =>
  whole(
    2,
    2,
    (args, context) => {
      const numbers = sorted(numbersOf(args.slice(0, 1), context));
      const place = Math.ceil(numberOf(args[1]));
      return (fromTop ? numbers.at(-place) : numbers[place - 1]) ?? NUMBER;
    },
    1,
  );

/** Places from the first one; equal numbers share theirs. */
const rank = whole(
  2,
  3,
  (args, context) => {
    const number = numberOf(args[0]);
    const numbers = numbersOf(args.slice(1, 2), context);
    if (!numbers.includes(number)) return NOT_AVAILABLE;
    const rising = numberOf(args[2], 0) !== 0;
    return 1 + numbers.filter((other) => (rising ? other < number : other > number)).length;
  },
  0,
  2,
);

function mode(numbers: readonly number[]): number | ErrorValue {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  return most < 2 ? NOT_AVAILABLE : numbers.find((number) => counts.get(number) === most)!;
}

/** Pairs of numbers at the same place of two ranges. */
function pairsOf(args: Arguments, { budget }: Context): (readonly [number, number])[] {
  const [a, b] = [matrixOf(args[0]).flat(), matrixOf(args[1]).flat()];
  budget.spend(a.length);
  return a.flatMap((x, index) => {
    const y = b[index];
    return typeof x === "number" && typeof y === "number" ? [[x, y] as const] : [];
  });
}

const ofPairs = (call: (xs: readonly number[], ys: readonly number[], xy: number) => number) =>
  whole(2, 2, (args, context) => {
    const pairs = pairsOf(args, context);
    const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
    const [mx, my] = [mean(xs), mean(ys)];
    const result = call(xs, ys, sum(pairs.map(([x, y]) => (x - mx) * (y - my))));
    return Number.isFinite(result) ? result : DIVISION;
  });

/** Conditions by twos, range and criterion, from an argument on; which places all of them take. */
function conditionsOf(args: Arguments, from: number, { budget }: Context): (row: number, column: number) => boolean {
  const pairs: { readonly range: Value | undefined; readonly takes: Criterion }[] = [];
  for (let index = from; index < args.length; index += 2)
    pairs.push({ range: args[index], takes: criterionOf(first(args[index + 1]), budget) });
  return (row, column) => {
    budget.spend(pairs.length);
    return pairs.every(({ range, takes }) => takes(elementOf(range, row, column)));
  };
}

/** What of a range the conditions take. All ranges are of one size. */
function* taken(range: Value | undefined, args: Arguments, from: number, context: Context): Generator<Scalar> {
  const takes = conditionsOf(args, from, context);
  const conditions = args.filter((_, index) => index >= from && (index - from) % 2 === 0);
  const all = [range, ...conditions];
  const rows = Math.max(...all.map((one) => matrixOf(one).length));
  const columns = Math.max(...all.map((one) => matrixOf(one)[0]!.length));
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) if (takes(row, column)) yield elementOf(range, row, column);
}

function areOfOneSize(ranges: Arguments): boolean {
  const size = extentOf(ranges[0]);
  return ranges.every((range) => extentOf(range).rows === size.rows && extentOf(range).columns === size.columns);
}

type Outcome = (numbers: readonly number[]) => Value;

function conditional(
  values: Value | undefined,
  args: Arguments,
  from: number,
  context: Context,
  outcome: Outcome,
): Value {
  const ranges = args.filter((_, index) => index >= from && (index - from) % 2 === 0);
  if ((args.length - from) % 2 !== 0 || !areOfOneSize([values, ...ranges])) return VALUE;
  const numbers: number[] = [];
  for (const value of taken(values, args, from, context)) {
    if (value instanceof ErrorValue) return value;
    if (typeof value === "number") numbers.push(value);
  }
  return outcome(numbers);
}

const CRITERIA_AFTER_ONE = Array.from({ length: 127 }, (_, index) => 2 + 2 * index);
const CRITERIA = Array.from({ length: 127 }, (_, index) => 1 + 2 * index);

const ifs = (outcome: Outcome) =>
  whole(3, 255, (args, context) => conditional(args[0], args, 1, context, outcome), ...CRITERIA_AFTER_ONE);

/** SUMIF and AVERAGEIF: what is summed may be another range, which Excel then stretches to the first one's size. */
const singleIf = (outcome: Outcome) =>
  whole(
    2,
    3,
    (args, context) => {
      const values = args[2] ?? args[0];
      if (!areOfOneSize([values, args[0]])) return context.cannot();
      return conditional(values, args.slice(0, 2), 0, context, outcome);
    },
    1,
  );

const count = (args: Arguments, context: Context): Value => {
  if (args.length % 2 !== 0 || !areOfOneSize(args.filter((_, index) => index % 2 === 0))) return VALUE;
  const wholes = args[0] instanceof Range ? extentOf(args[0]) : null;
  const found = [...taken(args[0], args, 0, context)].length;
  // Blank cells beyond what was read may count too.
  const read = matrixOf(args[0]);
  if (wholes && wholes.rows * wholes.columns > read.length * read[0]!.length) {
    const beyond = conditionsOf(args, 0, context);
    if (beyond(wholes.rows - 1, wholes.columns - 1)) return context.cannot();
  }
  return found;
};

const average: Outcome = (numbers) => (numbers.length === 0 ? DIVISION : mean(numbers));

const counting = (counts: (value: Scalar, inRange: boolean) => boolean) =>
  whole(1, 255, (args, context) => {
    let found = 0;
    for (const [value, inRange] of eachOf(args, context)) if (counts(value, inRange)) found += 1;
    return found;
  });

const isNumberText = (value: Scalar): boolean =>
  typeof value === "boolean" || (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)));

const largest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);
const smallest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);

const percentile = whole(2, 2, (args, context) => quantile(numbersOf(args.slice(0, 1), context), numberOf(args[1])), 1);
const quartile = whole(
  2,
  2,
  (args, context) => quantile(numbersOf(args.slice(0, 1), context), wholeOf(args[1]) / 4),
  1,
);

/** The value at a place of the line through the pairs. */
const forecast = whole(
  3,
  3,
  (args, context) => {
    const pairs = pairsOf([args[2], args[1]], context);
    const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
    const slope = sum(pairs.map(([x, y]) => (x - mx) * (y - my))) / squares(pairs.map(([x]) => x));
    const result = my + slope * (numberOf(args[0]) - mx);
    return Number.isFinite(result) ? result : DIVISION;
  },
  0,
);

/** Truth values: those of ranges, and what is given beside them. */
function truthsOf(args: Arguments, context: Context): boolean[] {
  const truths: boolean[] = [];
  for (const [value, inRange] of eachOf(args, context)) {
    if (inRange && (value === null || typeof value === "string")) continue;
    truths.push(truthOf(value));
  }
  return truths;
}

const logical = (outcome: (truths: readonly boolean[]) => boolean) =>
  whole(1, 255, (args, context) => {
    const truths = truthsOf(args, context);
    return truths.length === 0 ? VALUE : outcome(truths);
  });

const mostFrequent = ofNumbers(mode);
const [sampleDeviation, deviation] = [spread(1, true), spread(0, true)];
const [sampleVariance, variance] = [spread(1, false), spread(0, false)];

export const statistics: Functions = {
  AND: logical((truths) => truths.every(Boolean)),
  OR: logical((truths) => truths.some(Boolean)),
  XOR: logical((truths) => truths.filter(Boolean).length % 2 === 1),
  MAX: extreme((a, b) => a > b),
  MIN: extreme((a, b) => a < b),
  AVERAGE: ofNumbers((numbers) => (numbers.length === 0 ? DIVISION : mean(numbers))),
  MEDIAN: ofNumbers(median),
  "MODE.SNGL": mostFrequent,
  MODE: mostFrequent,
  GEOMEAN: ofNumbers((numbers) =>
    numbers.length === 0 || numbers.some((number) => number <= 0) ? NUMBER : Math.exp(mean(numbers.map(Math.log))),
  ),
  "STDEV.S": sampleDeviation,
  STDEV: sampleDeviation,
  "STDEV.P": deviation,
  STDEVP: deviation,
  "VAR.S": sampleVariance,
  VAR: sampleVariance,
  "VAR.P": variance,
  VARP: variance,
  LARGE: nth(true),
  SMALL: nth(false),
  RANK: rank,
  "RANK.EQ": rank,
  PERCENTILE: percentile,
  "PERCENTILE.INC": percentile,
  QUARTILE: quartile,
  "QUARTILE.INC": quartile,
  CORREL: ofPairs((xs, ys, xy) => xy / Math.sqrt(squares(xs) * squares(ys))),
  SLOPE: ofPairs((_ys, xs, xy) => xy / squares(xs)),
  INTERCEPT: ofPairs((ys, xs, xy) => mean(ys) - (xy / squares(xs)) * mean(xs)),
  FORECAST: forecast,
  "FORECAST.LINEAR": forecast,
  AGGREGATE: whole(3, 255, aggregate),
  COUNT: counting(
    (value, inRange) => typeof value === "number" || (!inRange && (value === null || isNumberText(value))),
  ),
  COUNTA: counting((value, inRange) => !inRange || value !== null),
  COUNTBLANK: whole(1, 1, ([range], { budget }) => {
    const { rows, columns } = extentOf(range);
    const values = matrixOf(range).flat();
    budget.spend(values.length);
    return rows * columns - values.filter((value) => value !== null && value !== "").length;
  }),
  COUNTIF: whole(2, 2, count, 1),
  COUNTIFS: whole(2, 254, count, ...CRITERIA),
  SUMIF: singleIf(sum),
  SUMIFS: ifs(sum),
  AVERAGEIF: singleIf(average),
  AVERAGEIFS: ifs(average),
  MAXIFS: ifs(largest),
  MINIFS: ifs(smallest),
};
