import { benefitRate, RATE_BENEFITS, VARIANTS } from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";
import { attempt } from "../../../src/rules/refusal";

const on = day(2026, 6, 1);

test.each([
  ["sickness", undefined, "variant-needed"],
  ["invalidity", "day", "unknown-word"],
  ["adoption", "isolated", "argument-superfluous"],
  ["birth-leave", "half", "unknown-word"],
  ["maternity", undefined, "variant-needed"],
] as const)("%s with variant %s is refused: %s", (benefit, variant, key) => {
  expect(attempt(() => benefitRate({ benefit, day: on, variant }))).toMatchObject({ code: "value", key });
});

test.each([
  ["the last day of one amount", day(2021, 12, 31), 514_64],
  ["the first day held", day(2017, 1, 1), 458_31],
  ["before the base of 01/09/2017", day(2017, 8, 31), 467_47],
])("maternity needs no variant while every week has one amount: %s", (_, date, amount) => {
  expect(benefitRate({ benefit: "maternity", day: date }).value).toBe(amount);
});

test.each([day(2022, 1, 1), day(2026, 12, 1)])("maternity needs a variant on day %i, known amount or not", (date) => {
  expect(attempt(() => benefitRate({ benefit: "maternity", day: date }))).toMatchObject({ key: "variant-needed" });
});

test("before the first amount there is none", () => {
  expect(attempt(() => benefitRate({ benefit: "maternity", day: day(2016, 12, 31) }))).toMatchObject({
    code: "notAvailable",
  });
});

test("the variant left out is the day, and the full month", () => {
  expect(benefitRate({ benefit: "birth-leave", day: on }).value).toBe(105_60);
  expect(benefitRate({ benefit: "caregiver", day: on }).value).toBe(1671_01);
  expect(benefitRate({ benefit: "birth-aid", day: on }).value).toBe(135_00);
});

test("the open words on the seventh month stand with the rate of who they may touch", () => {
  const note = (question: Parameters<typeof benefitRate>[0]) => benefitRate(question).way()[0]!.figures[0]!.note;
  expect(note({ benefit: "sickness", day: on, variant: "isolated" })).toBe("seventh-month-open");
  expect(note({ benefit: "sickness", day: on, variant: "with-dependants" })).not.toBe("seventh-month-open");
  const projected = { benefit: "invalidity", day: day(2027, 1, 1), variant: "cohabitant", indexSteps: 1 } as const;
  expect(note(projected)).toBe("seventh-month-open");
});

test("each benefit answers a variant of its own only", () => {
  const answered = RATE_BENEFITS.map((benefit) => [
    benefit,
    VARIANTS.filter((variant) => "value" in attempt(() => benefitRate({ benefit, day: on, variant }))).length,
  ]);
  expect(Object.fromEntries(answered)).toEqual({
    sickness: 3,
    invalidity: 3,
    "invalidity-assimilated": 3,
    "third-party-aid": 0,
    "catch-up-prime": 0,
    maternity: 4,
    adoption: 0,
    foster: 0,
    "birth-leave": 2,
    bereavement: 0,
    caregiver: 2,
    "birth-aid": 0,
  });
});
