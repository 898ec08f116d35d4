import { ErrorValue, NUMBER } from "./values";

/** Days as Excel numbers them: 1 is 01/01/1900, 60 the day 29/02/1900 that never was, the last is 31/12/9999. */

export const LAST_DAY = 2_958_465;
const DAY = 86_400_000;
/** Day 0 of the numbers after the day that never was. */
const ORIGIN = Date.UTC(1899, 11, 30);
const NEVER = 60;

export interface Civil {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

export const isDay = (serial: number): boolean => serial >= 0 && serial < LAST_DAY + 1;

export function civilOf(serial: number): Civil {
  const day = Math.floor(serial);
  if (day === 0) return { year: 1900, month: 1, day: 0 };
  if (day === NEVER) return { year: 1900, month: 2, day: 29 };
  const date = new Date(ORIGIN + (day < NEVER ? day + 1 : day) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Months and days beyond their year or month count on, as in DATE. */
export function serialOf(year: number, month: number, day: number): number | ErrorValue {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const serial = Math.round((date.getTime() - ORIGIN) / DAY);
  const numbered = serial <= NEVER ? serial - 1 : serial;
  return Number.isFinite(serial) && numbered >= 0 && numbered <= LAST_DAY ? numbered : NUMBER;
}

export const daysOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(2000, month, 0)).getUTCDate() - (month === 2 && !isLeap(year) ? 1 : 0);

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The same day some months on, or the last of a shorter month. */
export function monthsAfter(serial: number, months: number): number | ErrorValue {
  const { year, month, day } = civilOf(serial);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  if (y < 1900 || y > 9999) return NUMBER;
  return serialOf(y, m, Math.min(day, daysOfMonth(y, m)));
}

/** From 1 for Sunday to 7 for Saturday. */
export const weekday = (serial: number): number => ((Math.floor(serial) + 6) % 7) + 1;

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** The one notation of dates that reads the same everywhere: 2026-01-31, with a time or without. */
export function serialOfText(text: string): number | null {
  const [found, ...parts] = ISO.exec(text) ?? [];
  if (found === undefined) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return null;
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const serial = serialOf(year, month, day);
  return serial instanceof ErrorValue ? null : serial + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

const DAY_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;
/** From here on two figures are a year of the last century, as in Excel. */
const LAST_CENTURY = 30;

const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < LAST_CENTURY ? 2000 : 1900);

/** 31/01/2026, 31.1.26: as Europeans write a day. Its number is null where the calendar has none; null for any other text. */
export function dayFirst(
  text: string,
): { readonly serial: number | null; readonly sign: string; readonly isShort: boolean } | null {
  const [, day, sign, month, year] = DAY_FIRST.exec(text) ?? [];
  if (year === undefined) return null;
  const [d, m, y] = [Number(day), Number(month), fullYear(year)];
  const serial = m >= 1 && m <= 12 && d >= 1 && d <= daysOfMonth(y, m) ? serialOf(y, m, d) : null;
  return { serial: typeof serial === "number" ? serial : null, sign: sign!, isShort: year.length === 2 };
}
