import { civilOf, daysOfMonth, isDay, isLeap, LAST_DAY, monthsAfter, serialOf, weekday } from "../dates";
import { toNumber } from "../operators";
import { ErrorValue, NUMBER, type Scalar, type Value, VALUE } from "../values";
import {
  type Context,
  eachOf,
  Failed,
  type Functions,
  matrixOf,
  numberOf,
  scalar,
  textOf,
  truthOf,
  whole,
  wholeOf,
} from "./define";

/** A day within the calendar, without its time. */
function dayOf(value: Value | undefined): number {
  const serial = Math.floor(numberOf(value));
  if (!isDay(serial)) throw new Failed(NUMBER);
  return serial;
}

const ofDay = (call: (serial: number) => number) => scalar(1, 1, ([day]) => call(dayOf(day)));

/** Of the time of a day, to the second. */
const ofTime = (call: (seconds: number) => number) =>
  scalar(1, 1, ([time]) => {
    const value = numberOf(time);
    if (!isDay(value)) return NUMBER;
    return call(Math.round((value - Math.floor(value)) * 86_400) % 86_400);
  });

function date([given, month, day]: readonly Scalar[]): Value {
  const year = wholeOf(given);
  if (year < 0 || year > 9999) return NUMBER;
  return serialOf(year < 1900 ? year + 1900 : year, wholeOf(month), wholeOf(day));
}

const shifted = (call: (serial: number, months: number) => number | ErrorValue) =>
  scalar(2, 2, ([start, months]) => call(dayOf(start), wholeOf(months)));

function endOfMonth(serial: number, months: number): number | ErrorValue {
  const { year, month } = civilOf(serial);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return y < 1900 || y > 9999 ? NUMBER : serialOf(y, m, daysOfMonth(y, m));
}

/** First days of the week by Excel's number for them, from Sunday as 0. */
const FIRST_DAYS: Readonly<Record<number, number>> = { 1: 0, 2: 1, 11: 1, 12: 2, 13: 3, 14: 4, 15: 5, 16: 6, 17: 0 };

function weekdayOf([day, kind]: readonly Scalar[]): Value {
  const serial = dayOf(day);
  const type = wholeOf(kind, 1);
  if (type === 3) return (weekday(serial) + 5) % 7;
  const from = FIRST_DAYS[type];
  return from === undefined ? NUMBER : ((weekday(serial) - 1 - from + 7) % 7) + 1;
}

function weekOf([day, kind]: readonly Scalar[]): Value {
  const serial = dayOf(day);
  const type = wholeOf(kind, 1);
  if (type === 21) return isoWeek(serial);
  const from = FIRST_DAYS[type];
  if (from === undefined) return NUMBER;
  const start = serialOf(civilOf(serial).year, 1, 1) as number;
  const before = (weekday(start) - 1 - from + 7) % 7;
  return Math.floor((serial - start + before) / 7) + 1;
}

/** The week of the year that its Thursday is in. */
function isoWeek(serial: number): number {
  const thursday = serial + 3 - ((weekday(serial) + 5) % 7);
  const start = serialOf(civilOf(thursday).year, 1, 1) as number;
  return Math.floor((thursday - start) / 7) + 1;
}

function days360(from: number, to: number, isEuropean: boolean): number {
  const [a, b] = [civilOf(from), civilOf(to)];
  let [first, last] = [a.day, b.day];
  const isEnd = (civil: typeof a): boolean => civil.day === daysOfMonth(civil.year, civil.month);
  if (isEuropean) [first, last] = [Math.min(first, 30), Math.min(last, 30)];
  else {
    if (a.month === 2 && isEnd(a)) {
      if (b.month === 2 && isEnd(b)) last = 30;
      first = 30;
    }
    if (last === 31 && first >= 30) last = 30;
    first = Math.min(first, 30);
  }
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + last - first;
}

/** Days of a year on average between two days, as Excel counts them for the basis of actual days. */
function yearLength(from: number, to: number): number {
  const [a, b] = [civilOf(from), civilOf(to)];
  const isWithinYear =
    b.year === a.year || (b.year === a.year + 1 && (b.month < a.month || (b.month === a.month && b.day <= a.day)));
  if (!isWithinYear) {
    const span = (serialOf(b.year + 1, 1, 1) as number) - (serialOf(a.year, 1, 1) as number);
    return span / (b.year - a.year + 1);
  }
  const leapDays = [a.year, b.year].filter(isLeap).map((year) => serialOf(year, 2, 29) as number);
  return isLeap(a.year) && a.year === b.year ? 366 : leapDays.some((day) => day >= from && day <= to) ? 366 : 365;
}

function yearFraction([start, end, kind]: readonly Scalar[]): Value {
  const days = [dayOf(start), dayOf(end)].sort((a, b) => a - b);
  const [from, to] = [days[0]!, days[1]!];
  switch (wholeOf(kind, 0)) {
    case 0:
      return days360(from, to, false) / 360;
    case 1:
      return (to - from) / yearLength(from, to);
    case 2:
      return (to - from) / 360;
    case 3:
      return (to - from) / 365;
    case 4:
      return days360(from, to, true) / 360;
    default:
      return NUMBER;
  }
}

function difference([start, end, unit]: readonly Scalar[], { cannot }: Context): Value {
  const [from, to] = [dayOf(start), dayOf(end)];
  if (from > to) return NUMBER;
  const [a, b] = [civilOf(from), civilOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (textOf(unit).toUpperCase()) {
    case "Y":
      return Math.floor(months / 12);
    case "M":
      return months;
    case "D":
      return to - from;
    case "YM":
      return months % 12;
    case "YD":
    case "MD":
      // Microsoft itself warns that Excel counts these wrongly.
      return cannot();
    default:
      return NUMBER;
  }
}

/** Which days of the week are free, from Monday as 0. */
function freeDays(value: Value | undefined): ReadonlySet<number> {
  if (typeof value === "string") {
    if (!/^[01]{7}$/.test(value) || !value.includes("0")) throw new Failed(VALUE);
    return new Set([...value].flatMap((day, index) => (day === "1" ? [index] : [])));
  }
  const kind = wholeOf(value, 1);
  if (kind >= 1 && kind <= 7) return new Set([(kind + 4) % 7, (kind + 5) % 7]);
  if (kind >= 11 && kind <= 17) return new Set([(kind - 5) % 7]);
  throw new Failed(NUMBER);
}

const fromMonday = (serial: number): number => (weekday(serial) + 5) % 7;

function holidaysOf(value: Value | undefined, free: ReadonlySet<number>, context: Context): number[] {
  const days = new Set<number>();
  if (value === undefined) return [];
  for (const [day] of eachOf([value], context)) {
    if (day === null) continue;
    const serial = toNumber(day);
    if (serial instanceof ErrorValue) throw new Failed(serial);
    if (!free.has(fromMonday(serial))) days.add(Math.floor(serial));
  }
  return [...days].sort((a, b) => a - b);
}

/** Working days from a day on, that one not counted, up to another: whole weeks at once. */
function workingDays(from: number, to: number, free: ReadonlySet<number>): number {
  const days = to - from;
  const weeks = Math.floor(days / 7);
  let count = weeks * (7 - free.size);
  for (let day = from + weeks * 7 + 1; day <= to; day += 1) if (!free.has(fromMonday(day))) count += 1;
  return count;
}

function netWorkdays(
  start: Value | undefined,
  end: Value | undefined,
  free: ReadonlySet<number>,
  holidays: readonly number[],
): Value {
  const [a, b] = [dayOf(start), dayOf(end)];
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  const count = workingDays(from - 1, to, free) - holidays.filter((day) => day >= from && day <= to).length;
  return a <= b ? count : 0 - count;
}

/** By halves: how many working days lie up to a day is known at once. */
function workday(
  start: Value | undefined,
  days: Value | undefined,
  free: ReadonlySet<number>,
  holidays: readonly number[],
): Value {
  const from = dayOf(start);
  const wanted = wholeOf(days);
  if (wanted === 0) return from;
  if (Math.abs(wanted) > LAST_DAY) return NUMBER;
  const forward = wanted > 0;
  const between = (day: number): number => {
    const [low, high] = forward ? [from, day] : [day - 1, from - 1];
    return workingDays(low, high, free) - holidays.filter((holiday) => holiday > low && holiday <= high).length;
  };
  let [near, far] = [from, forward ? LAST_DAY : 0];
  if (between(far) < Math.abs(wanted)) return NUMBER;
  while (Math.abs(far - near) > 1) {
    const middle = Math.floor((near + far) / 2);
    if (between(middle) >= Math.abs(wanted)) far = middle;
    else near = middle;
  }
  return far;
}

function time([hours, minutes, seconds]: readonly Scalar[]): Value {
  const total = wholeOf(hours) * 3600 + wholeOf(minutes) * 60 + wholeOf(seconds);
  return total < 0 || wholeOf(hours) > 32_767 ? NUMBER : (total % 86_400) / 86_400;
}

const one = (value: Value | undefined): Value | undefined => (value === undefined ? undefined : matrixOf(value)[0]![0]);

export const calendar: Functions = {
  DATE: scalar(3, 3, date),
  YEAR: ofDay((serial) => civilOf(serial).year),
  MONTH: ofDay((serial) => civilOf(serial).month),
  DAY: ofDay((serial) => civilOf(serial).day),
  HOUR: ofTime((seconds) => Math.floor(seconds / 3600)),
  MINUTE: ofTime((seconds) => Math.floor(seconds / 60) % 60),
  SECOND: ofTime((seconds) => seconds % 60),
  TIME: scalar(3, 3, time),
  TODAY: whole(0, 0, (_, { now }) => Math.floor(now())),
  NOW: whole(0, 0, (_, { now }) => now()),
  EDATE: shifted(monthsAfter),
  EOMONTH: shifted(endOfMonth),
  DATEVALUE: scalar(1, 1, ([text]) => (typeof text === "string" ? Math.floor(numberOf(text)) : VALUE)),
  DATEDIF: scalar(3, 3, difference),
  DAYS: scalar(2, 2, ([end, start]) => dayOf(end) - dayOf(start)),
  DAYS360: scalar(2, 3, ([start, end, european]) => days360(dayOf(start), dayOf(end), truthOf(european, false))),
  YEARFRAC: scalar(2, 3, yearFraction),
  WEEKDAY: scalar(1, 2, weekdayOf),
  WEEKNUM: scalar(1, 2, weekOf),
  ISOWEEKNUM: ofDay(isoWeek),
  NETWORKDAYS: whole(
    2,
    3,
    ([start, end, holidays], context) => {
      const free = freeDays(undefined);
      return netWorkdays(start, end, free, holidaysOf(holidays, free, context));
    },
    0,
    1,
  ),
  "NETWORKDAYS.INTL": whole(
    2,
    4,
    ([start, end, weekend, holidays], context) => {
      const free = freeDays(one(weekend));
      return netWorkdays(start, end, free, holidaysOf(holidays, free, context));
    },
    0,
    1,
    2,
  ),
  WORKDAY: whole(
    2,
    3,
    ([start, days, holidays], context) => {
      const free = freeDays(undefined);
      return workday(start, days, free, holidaysOf(holidays, free, context));
    },
    0,
    1,
  ),
  "WORKDAY.INTL": whole(
    2,
    4,
    ([start, days, weekend, holidays], context) => {
      const free = freeDays(one(weekend));
      return workday(start, days, free, holidaysOf(holidays, free, context));
    },
    0,
    1,
    2,
  ),
};
