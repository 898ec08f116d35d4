import { LAST_PARAMETER_YEAR } from "../../page/parameter-year";
import { FIRST_YEAR, LAST_YEAR } from "../../rules/contributions";

/** The years whose figures are published, the latest first. */
export const YEARS: readonly number[] = Array.from(
  { length: LAST_YEAR - FIRST_YEAR + 1 },
  (_, index) => LAST_YEAR - index,
);

/** As far as a projection may reach. */
export const FURTHEST_YEAR = LAST_PARAMETER_YEAR;
