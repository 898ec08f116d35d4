/**
 * Royal decree of 20/07/1971, articles 7 to 11, 28bis and 58: an incapacity counted day by day, each day paid or not by the words of
 * its article. Days are ISO text.
 */
import { type Answer, BAD_VALUE, NOT_AVAILABLE } from "./answer";
import { RATES } from "./indexed-benefits";
import { decimal, rational, times, roundHalfUp } from "./rational";

export interface Incapacity {
  readonly start: string;
  readonly end: string;
  readonly family: string;
  readonly assimilated?: boolean | undefined;
  readonly primaryStart?: string | undefined;
  readonly signed?: string | undefined;
  readonly allowedWorkFrom?: string | undefined;
}

const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const plusDays = (day: string, count: number): string => new Date(utc(day) + count * DAY).toISOString().slice(0, 10);
/** How many days lie from the first to the last, both counted. */
const lasting = (first: string, last: string): number => (utc(last) - utc(first)) / DAY + 1;
const isSunday = (day: string): boolean => new Date(utc(day)).getUTCDay() === 0;

/** "n months later": the same number, or the first of the next month where there is no such day. */
function monthsLater(day: string, months: number): string {
  const [year, month, number] = day.split("-").map(Number) as [number, number, number];
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  const found = number <= last ? target.getTime() + (number - 1) * DAY : Date.UTC(year, month + months, 1);
  return new Date(found).toISOString().slice(0, 10);
}

const latest = (...days: string[]): string => days.sort().at(-1)!;

/** Of a day that the daily rates do not know, nothing is said. */
const rateOf = (benefit: string, family: string, day: string): bigint | null =>
  RATES.find(([name, variant]) => name === benefit && variant === family)![2](day);

/** Article 58 §2, and the laws that suspended it. */
function recognisedFrom(start: string, signed: string): string {
  if (start < "2019-07-01") return start;
  if (start < "2020-03-01") return latest(start, signed);
  return start < "2021-10-01" ? start : latest(start, plusDays(signed, -14));
}

export function incapacityBenefit(of: Incapacity): Answer {
  const { start, end, primaryStart = start, signed, allowedWorkFrom } = of;
  if (end < start || primaryStart > start) return BAD_VALUE;
  if (signed !== undefined && of.primaryStart !== undefined) return BAD_VALUE;
  if (allowedWorkFrom !== undefined && allowedWorkFrom < primaryStart) return BAD_VALUE;
  if (start < "2018-01-01") return NOT_AVAILABLE;

  // Article 7: a month, fourteen days, or nothing up to seven days and everything from eight on.
  let payable = primaryStart;
  if (primaryStart < "2018-01-01") payable = monthsLater(primaryStart, 1);
  else if (primaryStart < "2019-07-01") {
    payable = plusDays(primaryStart, 14);
    if (end >= "2019-07-01" && latest(start, "2019-07-01") < payable) return NOT_AVAILABLE;
  } else if (lasting(primaryStart, end) <= 7) return 0n;

  const recognised = signed === undefined ? start : recognisedFrom(start, signed);
  if (signed !== undefined && recognised > payable) {
    if (recognised > end) return 0n;
    if (lasting(recognised, end) <= 7 || end >= monthsLater(start, 6)) return NOT_AVAILABLE;
  }

  let sum = 0n;
  for (let day = latest(start, payable, recognised); day <= end; day = plusDays(day, 1)) {
    if (isSunday(day)) continue;
    const paid = dayOf(of, primaryStart, day);
    if (paid === null) return NOT_AVAILABLE;
    sum += paid;
  }
  return sum;
}

function dayOf(
  { family, assimilated = false, allowedWorkFrom }: Incapacity,
  first: string,
  day: string,
): bigint | null {
  const isInvalid = day >= monthsLater(first, 12);
  const isOpen = day >= "2026-01-01" && day >= monthsLater(first, 6) && !(isInvalid && assimilated);
  if (isOpen && family !== "with-dependants") return null;
  const rate = rateOf(isInvalid ? (assimilated ? "invalidity-assimilated" : "invalidity") : "sickness", family, day);
  if (rate === null || allowedWorkFrom === undefined || day < monthsLater(allowedWorkFrom, 6)) return rate;
  if (day >= `${Number(allowedWorkFrom.slice(0, 4)) + 4}-01-01`) return null;
  const reduced = times(rational(rate), decimal("0.9"));
  return roundHalfUp(reduced.numerator, reduced.denominator);
}
