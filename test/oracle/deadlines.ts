/** Days to pay, ask, join and claim: AR38 art. 10, 16, 17, 17bis; AR67 art. 6, 39, 44 §3, 50ter/1; L92 art. 95. Days as "2025-03-31". */
import { type Answer, BAD_VALUE, NOT_AVAILABLE } from "./answer";
import { firstDay, lastDay, quarterOfDay, yearOfDay } from "./calendar";
import { FIRST_YEAR } from "./figures";

/** AR67 44 §3: the end of the quarter that follows that of the statement. */
export const settlementDue = (sent: string): Answer<string> =>
  yearOfDay(sent) < FIRST_YEAR ? NOT_AVAILABLE : lastDay(quarterOfDay(sent) + 1);

export type DispenseKind = "provisional" | "settlement";

/** AR67 50ter/1 §2: twelve months; a starter's first three quarters open with the fifth. */
export function dispense(
  day: string,
  kind: DispenseKind = "provisional",
  start?: string,
  category?: string,
): Answer<{ from: string; last: string }> {
  if (category === "complementary") return NOT_AVAILABLE;
  const of = quarterOfDay(day);
  const rank = start === undefined ? 99 : of - quarterOfDay(start) + 1;
  if (rank < 1) return BAD_VALUE;
  const opens = kind === "provisional" && rank <= 3 ? of - rank + 5 : of + 1;
  if (firstDay(opens) < "2019-01-01") return NOT_AVAILABLE;
  return { from: firstDay(opens), last: lastDay(opens + 3) };
}

const CLAIMS: Readonly<Record<string, number>> = { contribution: 0, settlement: 2, refund: 0, "settlement-refund": 2 };

/** AR38 16: five whole years, from the next one or the third one. */
export function prescription(year: number, kind = "contribution"): Answer<string> {
  if (!(kind in CLAIMS)) return BAD_VALUE;
  return year < FIRST_YEAR ? NOT_AVAILABLE : `${year + CLAIMS[kind]! + 5}-12-31`;
}

/** L92 95: five whole years from the next one, for the fund and for the company. */
export const companyPrescription = (year: number): Answer<string> =>
  year < FIRST_YEAR ? NOT_AVAILABLE : `${year + 5}-12-31`;

export interface Affiliation {
  readonly earliest: string;
  readonly latest: string;
  readonly inTime: boolean | "";
  readonly fineMinimum: bigint;
  readonly fineMaximum: bigint;
  readonly fineMitigated: bigint;
}

/** AR38 10 §1, 17bis; AR67 6: in the six months before the day of the start, which itself is late. */
export function affiliation(start: string, affiliated?: string): Answer<Affiliation> {
  if (start < "2016-07-01") return NOT_AVAILABLE;
  const [year, month, dayOfMonth] = start.split("-").map(Number) as [number, number, number];
  // The last day of the month six months before is day 0 of the next one.
  const longest = new Date(Date.UTC(year, month - 6, 0)).getUTCDate();
  const earliest = isoDay(year, month - 7, Math.min(dayOfMonth, longest));
  if (affiliated !== undefined && affiliated < earliest) return BAD_VALUE;
  const inTime = affiliated === undefined ? "" : affiliated < start;
  const fines = inTime === true ? [0n, 0n, 0n] : [500_00n, 2_000_00n, 200_00n];
  const [fineMinimum, fineMaximum, fineMitigated] = fines as [bigint, bigint, bigint];
  return { earliest, latest: isoDay(year, month - 1, dayOfMonth - 1), inTime, fineMinimum, fineMaximum, fineMitigated };
}

const isoDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** AR67 39: back to principal at once; to complementary with the first quarter that is whole. */
export function statusFrom(event: string, direction: string): Answer<string> {
  const of = quarterOfDay(event);
  if (direction === "principal") return firstDay(of);
  if (direction !== "complementary") return BAD_VALUE;
  return event === firstDay(of) ? event : firstDay(of + 1);
}
