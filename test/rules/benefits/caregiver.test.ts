import { caregiver, SHARES } from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";
import { attempt } from "../../../src/rules/refusal";

test("the first paid month is that of the start where it begins on the first", () => {
  const firstMonth = (start: number) => caregiver({ start, months: 1 }).way()[0]!.facts["from"];
  expect(firstMonth(day(2024, 6, 1))).toEqual({ day: day(2024, 6, 1) });
  expect(firstMonth(day(2024, 6, 2))).toEqual({ day: day(2024, 7, 1) });
  expect(firstMonth(day(2025, 12, 31))).toEqual({ day: day(2026, 1, 1) });
});

test("the interruption is whole or half", () => {
  expect(SHARES).toEqual([1, 0.5]);
});

test.each([
  ["a start on the first", { start: day(2024, 4, 1), months: 2 }, 1574_68 + 1606_15],
  ["a start on the tenth", { start: day(2024, 4, 10), months: 2 }, 2 * 1606_15],
  ["the rise of May 2021", { start: day(2021, 4, 1), months: 2 }, 1291_69 + 1317_52],
  ["half the rounded month", { start: day(2025, 2, 1), months: 1, share: 0.5 as const }, 819_13],
])("each month at the amount of its first day: %s", (_, question, amount) => {
  expect(caregiver(question).value).toBe(amount);
});

test.each([
  ["none", { months: 0 }, "caregiver-too-long"],
  ["seven on one request", { months: 7 }, "caregiver-too-long"],
  ["more than is left of a career", { months: 3, monthsUsed: 10 }, "caregiver-used-up"],
  ["thirteen used", { months: 1, monthsUsed: 13 }, "out-of-range"],
])("#VALUE!: %s", (_, more, key) => {
  expect(attempt(() => caregiver({ start: day(2026, 3, 1), ...more }))).toMatchObject({ code: "value", key });
});

test("none used, six on one request and twelve of a career are within the limits", () => {
  const start = day(2025, 3, 1);
  expect(caregiver({ start, months: 6, monthsUsed: 0 }).value).toBe(6 * 1638_26);
  expect(caregiver({ start, months: 6, monthsUsed: 6 }).value).toBe(6 * 1638_26);
  expect(attempt(() => caregiver({ start, months: 1, monthsUsed: 12 }))).toMatchObject({ facts: { left: 0 } });
  expect(attempt(() => caregiver({ start, months: 1, monthsUsed: -1 }))).toMatchObject({
    facts: { argument: "monthsUsed", given: -1, least: 0, most: 12 },
  });
});

test("that half months count whole is told to who used some", () => {
  const steps = (monthsUsed?: number) =>
    caregiver({ start: day(2026, 3, 1), months: 1, monthsUsed })
      .way()
      .map(({ step }) => step);
  expect(steps()).toEqual(["caregiver-month"]);
  expect(steps(0)).toEqual(["caregiver-month"]);
  expect(steps(1)).toEqual(["caregiver-month", "half-months-count-whole"]);
});

test("what is left is told", () => {
  expect(attempt(() => caregiver({ start: day(2026, 3, 1), months: 3, monthsUsed: 10 }))).toMatchObject({
    facts: { left: 2 },
  });
  expect(caregiver({ start: day(2026, 3, 1), months: 2, monthsUsed: 10 }).value).toBe(2 * 1671_01);
});

test.each([day(2018, 8, 1), day(2022, 4, 15), day(2026, 11, 2)])(
  "#N/A: a month without a settled amount, day %i",
  (start) => {
    expect(attempt(() => caregiver({ start, months: 1 }))).toMatchObject({ code: "notAvailable" });
  },
);
