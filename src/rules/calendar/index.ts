/** A day as Excel counts it: 42005 is 1 January 2015. */
export type Day = number;

/** A civil quarter as one number, so that quarters compare and count: year × 4 + (quarter − 1). */
export type Quarter = number;

export type QuarterOfYear = 1 | 2 | 3 | 4;

export const QUARTERS_OF_YEAR: readonly QuarterOfYear[] = [1, 2, 3, 4];

const MS_PER_DAY = 86_400_000;
/** Day 0 of Excel's count for every date from 1 March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);

export function day(year: number, month: number, dayOfMonth: number): Day {
  return (Date.UTC(year, month - 1, dayOfMonth) - EPOCH) / MS_PER_DAY;
}

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export function civilDate(serial: Day): CivilDate {
  const date = new Date(EPOCH + serial * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** "2026-01-31" as a day, and "2026-01" as its first one; undefined for what is no such day. */
export function isoDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [y, m, d] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  const serial = day(y, m, d);
  const back = civilDate(serial);
  return back.year === y && back.month === m && back.day === d ? serial : undefined;
}

/** A day as "2026-01-31". */
export function isoDate(serial: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(serial);
  return [year, month, dayOfMonth].map((part) => String(part).padStart(2, "0")).join("-");
}

export const quarter = (year: number, quarterOfYear: QuarterOfYear): Quarter => year * 4 + quarterOfYear - 1;

export const yearOf = (q: Quarter): number => Math.floor(q / 4);

export const quarterOfYear = (q: Quarter): QuarterOfYear => ((q % 4) + 1) as QuarterOfYear;

export function quarterOf(serial: Day): Quarter {
  const { year, month } = civilDate(serial);
  return quarter(year, Math.ceil(month / 3) as QuarterOfYear);
}

export const firstDay = (q: Quarter): Day => day(yearOf(q), (quarterOfYear(q) - 1) * 3 + 1, 1);

export const lastDay = (q: Quarter): Day => firstDay(q + 1) - 1;

export const firstDayOfYear = (year: number): Day => day(year, 1, 1);

export const lastDayOfYear = (year: number): Day => day(year, 12, 31);

/** The same day of the month, some months on; the last day of that month where it has no such day. */
export function addMonths(serial: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = civilDate(serial);
  return Math.min(day(year, month + months, dayOfMonth), day(year, month + months + 1, 0));
}

/** The last day of the month, some months on. */
export function lastDayOfMonth(serial: Day, monthsOn = 0): Day {
  const { year, month } = civilDate(serial);
  return day(year, month + monthsOn + 1, 0);
}

/** Date to date: the same day number some months on (or back); where that month has no such day, the first of the next one. */
export function dateToDate(serial: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = civilDate(serial);
  const target = day(year, month + months, dayOfMonth);
  return civilDate(target).day === dayOfMonth ? target : day(year, month + months + 1, 1);
}

export function firstDayOfMonth(serial: Day, monthsOn = 0): Day {
  const { year, month } = civilDate(serial);
  return day(year, month + monthsOn, 1);
}

/** Excel's count makes 1 a Sunday. */
export const isSunday = (serial: Day): boolean => serial % 7 === 1;

export const isSaturday = (serial: Day): boolean => serial % 7 === 0;

/** The Sundays of a span, both ends included. */
export const sundays = (from: Day, to: Day): number => Math.max(0, sundaysTo(to) - sundaysTo(from - 1));

const sundaysTo = (serial: Day): number => Math.floor((serial - 1) / 7);
