import { LAST_PARAMETER_YEAR } from "../../page/parameter-year";
import { FIRST_YEAR, lastKnownYear } from "../../rules/contributions";

/** The years whose figures are known, published or the user's own, the latest first. */
export const knownYears = (): readonly number[] =>
  Array.from({ length: lastKnownYear() - FIRST_YEAR + 1 }, (_, index) => lastKnownYear() - index);

/** As far as a projection may reach. */
export const FURTHEST_YEAR = LAST_PARAMETER_YEAR;
