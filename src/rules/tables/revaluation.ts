import { revaluationFraction } from "../contributions";
import { LARGEST_AMOUNT } from "../money";
import { attempt, Refusal } from "../refusal";
import { type Years, yearsOf } from "./law";
import { type Table, tableOf, type Value } from "./table";

/** Income years before the contribution year; the oldest figure is of 2012. */
const FIRST_INCOME_YEAR = 2012;
const DELAY = 3;

type Fraction = ReturnType<typeof revaluationFraction>;
type Parts = readonly [number, number];

/** A row for each contribution year and each income year before it, with the two whole numbers of its fraction, or why there are none. */
function fractions(years: Years, partsOf: (year: number, fraction: Fraction) => Parts): Value[][] {
  return yearsOf(years).flatMap((year) =>
    Array.from({ length: year - DELAY - FIRST_INCOME_YEAR + 1 }, (_, index): Value[] => {
      const incomeYear = FIRST_INCOME_YEAR + index;
      const found = attempt(() => partsOf(year, revaluationFraction(year, years.indexation, incomeYear)));
      return [year, incomeYear, ...(found instanceof Refusal ? [found, found] : found)];
    }),
  );
}

/** The fraction that brings the income of a year to a contribution year: income × numerator / denominator, half up. */
export function revaluationTable(years: Years): Table {
  const columns = { year: "year", incomeYear: "year", numerator: "number", denominator: "number" } as const;
  return tableOf("revaluation", columns, ["year", "incomeYear"], fractions(years, whole));
}

/** Whether the assumed growth has so many decimals that incomes are revalued in pieces. */
export const isFine = ({ rows }: Table): boolean =>
  rows.some(
    ([year, incomeYear, numerator]) =>
      numerator instanceof Refusal &&
      numerator.key === "projection-too-large" &&
      Number(year) - Number(incomeYear) === DELAY,
  );

/** What an income is cut into, so that each product with a fine growth is a whole number that every program holds. */
export const PIECE = 100_000;

/** The same fraction less one, excess / denominator, of a growth with more decimals; the denominator is even. */
export function fineRevaluationTable(years: Years): Table {
  const columns = { year: "year", incomeYear: "year", excess: "number", denominator: "number" } as const;
  return tableOf("fineRevaluation", columns, ["year", "incomeYear"], fractions(years, inPieces));
}

/** More digits than this no spreadsheet shows. */
const MOST = 1e15;

function inPieces(year: number, { numerator, denominator }: Fraction): Parts {
  const [above, below] = numerator.toFraction();
  const [n, d] = denominator === 1 ? [above!.toNumber(), below!.toNumber()] : [numerator.toNumber(), denominator];
  const [excess, even] = d % 2 === 0 ? [n - d, d] : [2 * (n - d), 2 * d];
  if (!Number.isSafeInteger(n) || even * PIECE > MOST || Math.abs(excess) * (LARGEST_AMOUNT / PIECE) > MOST)
    throw new Refusal("projection-too-large", { year });
  return [excess, even];
}

/** In whole numbers, as small as they can be. */
function whole(year: number, { numerator, denominator }: Fraction): Parts {
  if (denominator !== 1) return [numerator.toNumber(), denominator];
  const [above, below] = numerator.toFraction();
  // A finer growth would leave the whole numbers that every program holds.
  if (above!.times(SAFE_INCOME).gt(Number.MAX_SAFE_INTEGER)) throw new Refusal("projection-too-large", { year });
  return [above!.toNumber(), below!.toNumber()];
}

/** Ten million euro. */
const SAFE_INCOME = 1e9;
