import { day } from "../../../src/rules/calendar";
import { affiliation, lastDayToChoose } from "../../../src/rules/funds";

test("before the start, at the earliest six months before, with a fine of 500 to 2,000 euro", () => {
  expect(affiliation(day(2026, 4, 1))).toEqual({
    earliest: day(2025, 10, 1),
    last: day(2026, 3, 31),
    fine: { least: 50_000, most: 200_000 },
  });
});

test("thirty days after a notice", () => {
  expect(lastDayToChoose(day(2026, 3, 2))).toBe(day(2026, 4, 1));
});
