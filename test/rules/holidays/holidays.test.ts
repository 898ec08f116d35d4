import { day, type Day } from "../../../src/rules/calendar";
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

/** Easter by another algorithm: Knuth, The Art of Computer Programming, volume 1, section 1.3.2, exercise 14 (Clavius and Lilius). */
function easterByEpact(year: number): Day {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const leapYearsLeftOut = Math.floor((3 * century) / 4) - 12;
  const moon = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - leapYearsLeftOut - 10;
  const age = (((11 * golden + 20 + moon - leapYearsLeftOut) % 30) + 30) % 30;
  const epact = age === 24 || (age === 25 && golden > 11) ? age + 1 : age;
  const fullMoon = 44 - epact < 21 ? 74 - epact : 44 - epact;
  return day(year, 3, fullMoon + 7 - ((sunday + fullMoon) % 7));
}

test("Easter Monday, Ascension and Whit Monday of every year that Excel knows", () => {
  expect(easterByEpact(2026)).toBe(day(2026, 4, 5));
  const years = Array.from({ length: 9999 - 1900 }, (_, index) => 1901 + index);
  const open = years.flatMap((year) =>
    [1, 39, 50].map((after) => easterByEpact(year) + after).filter(isWorkingDayOrSaturday),
  );
  expect(open).toEqual([]);
});
