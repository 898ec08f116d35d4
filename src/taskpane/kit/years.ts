import { FIRST_YEAR, LAST_YEAR } from "../../rules/contributions";
import { LAST_PARAMETER_YEAR } from "../../settings";

/** The years whose figures are published, the latest first. */
export const YEARS: readonly number[] = Array.from(
  { length: LAST_YEAR - FIRST_YEAR + 1 },
  (_, index) => LAST_YEAR - index,
);

/** As far as a projection may reach. */
export const FURTHEST_YEAR = LAST_PARAMETER_YEAR;
