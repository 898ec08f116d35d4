import { Members, type RefusedRate, type TriedRate } from "../rules/funds";
import { type Fraction, fractionOf } from "../rules/money";
import { Refusal } from "../rules/refusal";
import type { Argument } from "./argument";
import { feeRate, income, whole } from "./arguments";
import { amount, broadcast, type Cell, cellsOf, countOf, decimal, held, isBlank, range } from "./cells";
import { shortened } from "./decimal";

const MOST_HEADS = 1e9;

export const contribution = income;

/** Members that pay the same contribution. */
export const heads = whole(0, MOST_HEADS);

/** A share of the members, 0 to 1. */
export const memberShare: Argument<Fraction> = {
  kind: "rate",
  bounds: [0, 1],
  read: (argument, cell) => {
    const given = decimal(argument, cell);
    if (given instanceof Refusal) return given;
    if (Number(given) >= 0 && Number(given) <= 1) return fractionOf(shortened(given));
    return new Refusal("out-of-range", { argument, given, least: 0, most: 1 });
  },
};

/** What a cell of a range means; only a refusal names its place. */
function readAt<T>(of: Argument<T>, argument: string, cell: Cell, index: number): T {
  const reading = of.read(argument, cell);
  return reading instanceof Refusal ? held(of.read(`${argument}[${index + 1}]`, cell)) : reading;
}

/** One value for all, or the value that stands beside each of `count` cells; undefined where it is left out. */
function beside<T>(of: Argument<T>, argument: string, cell: Cell, count: number): ((index: number) => T) | undefined {
  const cells = cellsOf(cell);
  if (cells.length <= 1 && isBlank(cells[0])) return undefined;
  const cellAt = broadcast(argument, cell, count);
  if (cells.length > 1) return (index) => readAt(of, argument, cellAt(index), index);
  const one = held(of.read(argument, cells[0]));
  return () => one;
}

/** The contributions of a quarter, one of each member or of as many as `members` says; a blank cell is none. */
export function membersOf(contributions: Cell, members: Cell): Members {
  const rows = range(contributions);
  const count = countOf(rows);
  const headsAt = beside(heads, "members", members, count);
  const amounts = new Float64Array(count);
  const counts = headsAt && new Float64Array(count);
  let filled = 0;
  let index = -1;
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row]!;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      index++;
      if (isBlank(cell)) continue;
      const cents = amount("contributions", cell);
      amounts[filled] = cents instanceof Refusal ? readAt(contribution, "contributions", cell, index) : cents;
      if (counts) counts[filled] = headsAt!(index);
      filled++;
    }
  }
  if (filled === 0) throw new Refusal("missing", { argument: "contributions" });
  return new Members(amounts.subarray(0, filled), counts?.subarray(0, filled));
}

/** The rates that are tried, and beside each the share that leaves; a blank cell is none. */
export function ratesOf(rates: Cell, leave: Cell) {
  const cells = cellsOf(rates);
  const leaveAt = beside(memberShare, "leave", leave, cells.length);
  const filled: { readonly cell: Cell; readonly leave: Fraction | undefined }[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (!isBlank(cell)) filled.push({ cell, leave: leaveAt?.(index) });
  }
  if (filled.length === 0) throw new Refusal("missing", { argument: "rates" });
  return filled;
}

/** A rate, or why a cell is none. */
export const rateOf = (cell: Cell) => feeRate.read("rates", cell);

/** One that is none keeps its place. */
export const triedRates = (rates: Cell, leave: Cell): TriedRate[] =>
  ratesOf(rates, leave).map(({ cell, leave: share }) => {
    const rate = rateOf(cell);
    return { rate: rate instanceof Refusal ? { refusal: rate, shown: asGiven(cell) } : rate, leave: share };
  });

const LONGEST_SHOWN = 255;

/** What was given for a rate, as far as a cell can show it. */
export function asGiven(cell: Cell): RefusedRate["shown"] {
  if (typeof cell === "number" && Number.isFinite(cell)) return cell + 0;
  if (typeof cell === "boolean" || (typeof cell === "string" && cell.length <= LONGEST_SHOWN)) return cell;
  return new Refusal("cell-error", { argument: "rates" });
}
