/** The company contribution: L92 art. 91, 92bis, 94. Days as "2025-03-31", amounts and index points in hundredths. */
import { type Answer, BAD_VALUE, NOT_AVAILABLE } from "./answer";
import { yearOfDay } from "./calendar";
import { FIRST_YEAR } from "./figures";
import { roundHalfUp } from "./rational";

/** L92 91: base × index of November / 162.66. */
export const indexedCompanyAmount = (base: bigint, index: bigint): bigint => roundHalfUp(base * index, 162_66n);

export interface Exemption {
  readonly ground: string;
  readonly since: string;
  readonly year: number;
  readonly until?: string | undefined;
  readonly form?: string | undefined;
  readonly quarters?: number | undefined;
}

export function companyExemption({ ground, since, year, until, form, quarters }: Exemption): Answer<boolean> {
  if (year < FIRST_YEAR) return NOT_AVAILABLE;
  if (until !== undefined && until < since) return BAD_VALUE;
  const first = yearOfDay(since);
  if (ground === "starter") {
    if (form === undefined || quarters === undefined) return BAD_VALUE;
    if (since < "2018-11-01") return NOT_AVAILABLE;
    if (quarters > 40) return BAD_VALUE;
    return form === "partnership" && quarters <= 12 && [first, first + 1, first + 2].includes(year);
  }
  if (ground === "dormant") return since <= `${year}-01-01` && (until ?? "9999") >= `${year}-12-31`;
  return first <= year && year <= yearOfDay(until ?? "9999");
}
