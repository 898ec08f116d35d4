import { caregiver, effectiveInterruption, firstCaregiverMonth } from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";
import { attempt } from "../../../src/rules/refusal";

test("the first paid month is that of the start where it begins on the first", () => {
  expect(firstCaregiverMonth(day(2024, 6, 1))).toBe(day(2024, 6, 1));
  expect(firstCaregiverMonth(day(2024, 6, 2))).toBe(day(2024, 7, 1));
  expect(firstCaregiverMonth(day(2025, 12, 31))).toBe(day(2026, 1, 1));
});

test("a late request takes effect one month before it is received", () => {
  expect(effectiveInterruption(day(2026, 3, 10), day(2026, 5, 20))).toBe(day(2026, 4, 20));
  expect(effectiveInterruption(day(2026, 5, 10), day(2026, 5, 20))).toBe(day(2026, 5, 10));
});

test.each([
  ["a start on the first", { start: day(2024, 4, 1), months: 2 }, 1574_68 + 1606_15],
  ["a start on the tenth", { start: day(2024, 4, 10), months: 2 }, 2 * 1606_15],
  ["the rise of May 2021", { start: day(2021, 4, 1), months: 2 }, 1291_69 + 1317_52],
  ["half the rounded month", { start: day(2025, 2, 1), months: 1, share: 0.5 as const }, 819_13],
])("each month at the amount of its first day: %s", (_, question, amount) => {
  expect(caregiver(question).amount).toBe(amount);
});

test.each([
  ["none", { months: 0 }, "caregiver-too-long"],
  ["seven on one request", { months: 7 }, "caregiver-too-long"],
  ["more than is left of a career", { months: 3, monthsUsed: 10 }, "caregiver-used-up"],
  ["thirteen used", { months: 1, monthsUsed: 13 }, "out-of-range"],
])("#VALUE!: %s", (_, more, key) => {
  expect(attempt(() => caregiver({ start: day(2026, 3, 1), ...more }))).toMatchObject({ code: "value", key });
});

test("what is left is told", () => {
  expect(attempt(() => caregiver({ start: day(2026, 3, 1), months: 3, monthsUsed: 10 }))).toMatchObject({
    facts: { left: 2 },
  });
  expect(caregiver({ start: day(2026, 3, 1), months: 2, monthsUsed: 10 }).amount).toBe(2 * 1671_01);
});

test.each([day(2018, 8, 1), day(2022, 4, 15), day(2026, 11, 2)])(
  "#N/A: a month without a settled amount, day %i",
  (start) => {
    expect(attempt(() => caregiver({ start, months: 1 }))).toMatchObject({ code: "notAvailable" });
  },
);
