import { day } from "../../../src/rules/calendar";
import { isWorkingDay, isWorkingDayOrSaturday } from "../../../src/rules/holidays";

// Dates of the holidays that move, as calendars print them.
test.each([
  ["Easter Monday 2024", day(2024, 4, 1)],
  ["Ascension 2024", day(2024, 5, 9)],
  ["Whit Monday 2024", day(2024, 5, 20)],
  ["Easter Monday 2025", day(2025, 4, 21)],
  ["Ascension 2026", day(2026, 5, 14)],
  ["Whit Monday 2026", day(2026, 5, 25)],
  ["New Year 2026", day(2026, 1, 1)],
  ["Labour Day 2026", day(2026, 5, 1)],
  ["National Day 2026", day(2026, 7, 21)],
  ["Armistice 2026", day(2026, 11, 11)],
  ["Christmas 2026", day(2026, 12, 25)],
  ["a Sunday", day(2026, 11, 22)],
])("%s: nobody works", (_, on) => {
  expect(isWorkingDay(on)).toBe(false);
  expect(isWorkingDayOrSaturday(on)).toBe(false);
});

test("a Saturday counts only where it is let in", () => {
  expect(isWorkingDay(day(2026, 11, 21))).toBe(false);
  expect(isWorkingDayOrSaturday(day(2026, 11, 21))).toBe(true);
});

test("the year 2026 has 253 working days", () => {
  const days = Array.from({ length: 365 }, (_, index) => day(2026, 1, 1) + index);
  // 261 weekdays, of which eight are public holidays: 15 August is a Saturday and 1 November a Sunday.
  expect(days.filter(isWorkingDay)).toHaveLength(253);
});
