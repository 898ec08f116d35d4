import fc from "fast-check";
import {
  addMonths,
  civilDate,
  dateToDate,
  day,
  firstDayOfMonth,
  firstDayOfYear,
  isSaturday,
  isSunday,
  lastDayOfMonth,
  lastDayOfYear,
  sundays,
} from "../../../src/rules/calendar";

// Excel counts 1 January 2015 as 42005.
test("a year has a first and a last day", () => {
  expect([firstDayOfYear(2015), lastDayOfYear(2015)]).toEqual([42005, 42005 + 364]);
});

describe("months", () => {
  test.each([
    [day(2026, 3, 15), 3, day(2026, 6, 15)],
    [day(2025, 11, 30), 3, day(2026, 2, 28)],
    [day(2023, 11, 30), 3, day(2024, 2, 29)],
    [day(2026, 1, 1), -6, day(2025, 7, 1)],
    [day(2025, 8, 31), -6, day(2025, 2, 28)],
    [day(2025, 12, 31), 0, day(2025, 12, 31)],
  ])("%d and %d months is %d", (from, months, to) => expect(addMonths(from, months)).toBe(to));

  test.each([
    [day(2025, 9, 20), 0, day(2025, 9, 30)],
    [day(2025, 11, 15), 3, day(2026, 2, 28)],
    [day(2024, 2, 1), 0, day(2024, 2, 29)],
    [day(2025, 12, 31), 3, day(2026, 3, 31)],
  ])("the month of %d, %d months on, ends on %d", (from, months, end) =>
    expect(lastDayOfMonth(from, months)).toBe(end),
  );

  test("some months on is the month so far away, on the same day or its last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 30_000, max: 60_000 }), fc.integer({ min: -60, max: 60 }), (from, months) => {
        const [before, after] = [civilDate(from), civilDate(addMonths(from, months))];
        expect((after.year - before.year) * 12 + after.month - before.month).toBe(months);
        if (after.day !== before.day) expect(addMonths(from, months)).toBe(lastDayOfMonth(addMonths(from, months)));
        expect(after.day).toBeLessThanOrEqual(before.day);
      }),
    );
  });
});

describe("date to date", () => {
  test.each([
    [day(2022, 12, 5), 12, day(2023, 12, 5)],
    [day(2024, 2, 29), 12, day(2025, 3, 1)],
    [day(2025, 8, 31), 6, day(2026, 3, 1)],
    [day(2026, 5, 31), -1, day(2026, 5, 1)],
  ])("%d and %d months is %d", (from, months, to) => expect(dateToDate(from, months)).toBe(to));

  test("the first of a month", () => {
    expect(firstDayOfMonth(day(2025, 12, 31))).toBe(day(2025, 12, 1));
    expect(firstDayOfMonth(day(2025, 12, 31), 2)).toBe(day(2026, 2, 1));
  });
});

describe("Sundays", () => {
  test("22 November 2026 is one, the day before a Saturday", () => {
    expect([21, 22, 23].map((date) => isSunday(day(2026, 11, date)))).toEqual([false, true, false]);
    expect([21, 22, 23].map((date) => isSaturday(day(2026, 11, date)))).toEqual([true, false, false]);
  });

  test("a span has as many as are in it", () => {
    const date = fc.integer({ min: 40_000, max: 50_000 });
    fc.assert(
      fc.property(date, fc.nat(60), (from, length) => {
        const days = Array.from({ length: length + 1 }, (_, index) => from + index);
        expect(sundays(from, from + length)).toBe(days.filter(isSunday).length);
      }),
    );
    expect(sundays(day(2026, 11, 22), day(2026, 11, 21))).toBe(0);
  });
});
