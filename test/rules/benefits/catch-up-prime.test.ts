import { catchUpPrime } from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";

const prime = (year: number, incapacityStart: number, more = {}) =>
  catchUpPrime({ year, incapacityStart, invalidInMay: true, ...more });

test.each([
  ["a year old on 31 December", prime(2026, day(2024, 12, 31)), 349_55],
  ["a day short of a year", prime(2026, day(2025, 1, 1)), 0],
  ["not a year old", prime(2022, day(2021, 10, 25)), 0],
  ["not invalid in May", prime(2026, day(2020, 1, 1), { invalidInMay: false }), 0],
  ["ended before 31 December", prime(2026, day(2020, 1, 1), { incapacityEnd: day(2025, 12, 30) }), 0],
  ["ended on 31 December", prime(2026, day(2020, 1, 1), { incapacityEnd: day(2025, 12, 31) }), 349_55],
  ["2027 with the rank of September 2026", prime(2027, day(2020, 1, 1), { indexSteps: 0 }), 356_56],
])("%s", (_, amount, expected) => {
  expect(amount).toBe(expected);
});
