import { revaluationFraction } from "../contributions";
import { attempt, Refusal } from "../refusal";
import { type Years, yearsOf } from "./law";
import { type Table, tableOf, type Value } from "./table";

/** Income years before the contribution year; the oldest figure is of 2012. */
const FIRST_INCOME_YEAR = 2012;
const DELAY = 3;

/** The fraction that brings the income of a year to a contribution year: income × numerator / denominator, half up. */
export function revaluationTable(years: Years): Table {
  const rows = yearsOf(years).flatMap((year) =>
    Array.from({ length: year - DELAY - FIRST_INCOME_YEAR + 1 }, (_, index): Value[] => {
      const incomeYear = FIRST_INCOME_YEAR + index;
      const found = attempt(() => whole(year, revaluationFraction(year, years.indexation, incomeYear)));
      return [year, incomeYear, ...(found instanceof Refusal ? [found, found] : found)];
    }),
  );
  const columns = { year: "year", incomeYear: "year", numerator: "number", denominator: "number" } as const;
  return tableOf("revaluation", columns, ["year", "incomeYear"], rows);
}

/** In whole numbers, as small as they can be. */
function whole(
  year: number,
  { numerator, denominator }: ReturnType<typeof revaluationFraction>,
): readonly [number, number] {
  if (denominator !== 1) return [numerator.toNumber(), denominator];
  const [above, below] = numerator.toFraction();
  // A finer growth would leave the whole numbers that every program holds.
  if (above!.times(SAFE_INCOME).gt(Number.MAX_SAFE_INTEGER)) throw new Refusal("projection-too-large", { year });
  return [above!.toNumber(), below!.toNumber()];
}

/** Ten million euro. */
const SAFE_INCOME = 1e9;
