import type Decimal from "decimal.js";
import { accrualLaw } from "../pension";
import { attempt, Refusal } from "../refusal";
import { type Years, yearsOf } from "./law";
import { type Table, tableOf, type Value } from "./table";

/** The first career year whose pension is held. */
const FIRST_CAREER_YEAR = 1997;

/** The pension of a career year: numerator / denominator × the income that counts × its quarters, half up; up to which income that is sure. */
export function accrualTable(years: Years): Table {
  const last = yearsOf(years).at(-1)!;
  const all = Array.from({ length: last - FIRST_CAREER_YEAR + 1 }, (_, index) => FIRST_CAREER_YEAR + index);
  const rows = all.flatMap((year) =>
    [false, true].map((household): Value[] => {
      const law = attempt(() => accrualLaw(year, household, years.indexation));
      const held =
        law instanceof Refusal
          ? [law, law, law, law, law]
          : [...wholeParts(law.share, law.years), law.ceiling, law.sure, Number(law.projected)];
      return [year, String(household), ...held];
    }),
  );
  const columns = {
    year: "year",
    flag: "key",
    numerator: "number",
    denominator: "number",
    ceiling: "cents",
    sure: "cents",
    projected: "number",
  } as const;
  return tableOf("accrual", columns, ["year", "flag"], rows);
}

/** share / by in whole numbers, as small as they can be. */
function wholeParts(share: Decimal, by: number): readonly [number, number] {
  const scale = 10 ** share.decimalPlaces();
  const [numerator, denominator] = [share.times(scale).toNumber(), scale * by];
  const divisor = gcd(numerator, denominator);
  return [numerator / divisor, denominator / divisor];
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
