import { benefitRate, RATE_BENEFITS, RATE_UNITS, VARIANTS } from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";
import { attempt } from "../../../src/rules/refusal";
import { exactly } from "../../../src/rules/trace";

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

describe("by the month", () => {
  const month = (question: Omit<Parameters<typeof benefitRate>[0], "unit">) =>
    benefitRate({ ...question, unit: "month" });

  test("26 days at the rounded rate", () => {
    expect(month({ benefit: "sickness", day: day(2022, 3, 15), variant: "with-dependants" }).value).toBe(26 * 67_53);
    expect(month({ benefit: "third-party-aid", day: on }).value).toBe(26 * 29_97);
    const assumed = { benefit: "invalidity", day: day(2027, 3, 1), variant: "isolated", indexSteps: 1 } as const;
    expect(month(assumed).value).toBe(26 * benefitRate(assumed).value);
  });

  test("a day is what is left out", () => {
    const question = { benefit: "sickness", day: on, variant: "isolated" } as const;
    expect(benefitRate({ ...question, unit: "day" }).value).toBe(benefitRate(question).value);
  });

  test("it says that it is no amount of the law, and how it comes about", () => {
    const [line, ...others] = month({ benefit: "sickness", day: on, variant: "isolated" }).way();
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      step: "benefit-month",
      facts: { days: 26, rate: { cents: 64_27 } },
      amount: exactly(26 * 64_27),
      steps: [{ step: "benefit-amount", amount: exactly(64_27) }],
    });
  });

  test.each([
    "maternity",
    "adoption",
    "foster",
    "birth-leave",
    "bereavement",
    "caregiver",
    "birth-aid",
    "catch-up-prime",
  ] as const)("%s has no unit", (benefit) => {
    const variant = benefit === "maternity" ? "weeks-1-4" : undefined;
    for (const unit of RATE_UNITS)
      expect(attempt(() => benefitRate({ benefit, day: on, variant, unit }))).toMatchObject({
        key: "argument-superfluous",
        facts: { argument: "unit" },
      });
    // An argument is read before the amount of the day.
    expect(attempt(() => benefitRate({ benefit, day: day(2027, 6, 1), variant, unit: "month" }))).toMatchObject({
      code: "value",
    });
  });
});

test("what an amount that is paid once asks for is told", () => {
  expect(benefitRate({ benefit: "birth-aid", day: on }).way()[1]).toMatchObject({ facts: { most: 16 } });
  expect(benefitRate({ benefit: "catch-up-prime", day: on }).way()[1]).toMatchObject({
    facts: { last: { day: day(2025, 12, 31) }, year: 2026 },
  });
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
