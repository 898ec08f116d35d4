import fc from "fast-check";
import { adoption, benefitRate, bereavement, birthLeave } from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";
import { attempt } from "../../../src/rules/refusal";

describe("birth leave", () => {
  /** What the way says of the last day to take the leave, or to ask for it. */
  const lastDay = (step: string, birth: number): number => {
    const line = birthLeave({ birth, halfDays: 1 })
      .way()
      .find((one) => one.step === step);
    return (line!.facts["last"] as { day: number }).day;
  };

  test.each([
    ["the day before the right", day(2019, 4, 30), undefined],
    ["the first day", day(2019, 5, 1), 20],
    ["the last day at 20", day(2020, 12, 31), 20],
    ["the first day at 30", day(2021, 1, 1), 30],
    ["the first day at 40", day(2023, 1, 1), 40],
    ["a leap day", day(2024, 2, 29), 40],
  ])("the most half days, by the day of birth: %s", (_, birth, most) => {
    if (most === undefined) {
      expect(attempt(() => birthLeave({ birth, halfDays: 2 }))).toMatchObject({ code: "notAvailable" });
      return;
    }
    expect(birthLeave({ birth, halfDays: most }).value).toBeGreaterThan(0);
    expect(attempt(() => birthLeave({ birth, halfDays: most + 1 }))).toMatchObject({
      code: "value",
      facts: { most },
    });
  });

  test("one half day at least", () => {
    const birth = day(2024, 6, 1);
    expect(birthLeave({ birth, halfDays: 1 }).value).toBe(50_75);
    expect(attempt(() => birthLeave({ birth, halfDays: 0 }))).toMatchObject({
      facts: { given: 0, least: 1, most: 40 },
    });
  });

  test("an odd half day ends the leave at half the rounded day", () => {
    const birth = day(2024, 6, 1);
    expect(birthLeave({ birth, halfDays: 17 }).value).toBe(8 * 101_50 + 50_75);
    expect(birthLeave({ birth: day(2023, 12, 5), halfDays: 3 }).value).toBe(99_51 + 49_76);
  });

  test("each day has the amount of that day", () => {
    const from = day(2026, 2, 26);
    expect(birthLeave({ birth: day(2026, 1, 15), halfDays: 10, from }).value).toBe(3 * 103_53 + 2 * 105_60);
  });

  test("the window ends with the fourth calendar month after the birth", () => {
    expect(lastDay("birth-window", day(2026, 1, 15))).toBe(day(2026, 5, 31));
    expect(lastDay("birth-window", day(2026, 3, 10))).toBe(day(2026, 7, 31));
    expect(lastDay("birth-window", day(2025, 10, 31))).toBe(day(2026, 2, 28));
    expect(lastDay("birth-window", day(2024, 2, 29))).toBe(day(2024, 6, 30));
    const lastDays = { birth: day(2026, 1, 15), from: day(2026, 5, 30) };
    expect(birthLeave({ ...lastDays, halfDays: 4 }).value).toBe(2 * 105_60);
    expect(attempt(() => birthLeave({ ...lastDays, halfDays: 5 }))).toMatchObject({ key: "birth-leave-too-late" });
    expect(attempt(() => birthLeave({ birth: day(2026, 1, 15), halfDays: 2, from: day(2026, 1, 14) }))).toMatchObject({
      key: "date-before",
    });
  });

  test("the application is due with the quarter after the birth, never before the end of the window", () => {
    expect(lastDay("birth-application", day(2026, 1, 15))).toBe(day(2026, 6, 30));
    expect(lastDay("birth-application", day(2026, 3, 10))).toBe(day(2026, 7, 31));
    // A window that ends later than the quarter counts for births from 2020 on only.
    expect(lastDay("birth-application", day(2019, 12, 10))).toBe(day(2020, 3, 31));
    expect(lastDay("birth-application", day(2020, 2, 10))).toBe(day(2020, 6, 30));
    expect(lastDay("birth-application", day(2020, 3, 10))).toBe(day(2020, 7, 31));
  });
});

describe("bereavement leave", () => {
  test.each([
    ["before the right", day(2021, 7, 24), 1],
    ["before the first amount", day(2021, 8, 31), 1],
  ])("#N/A: %s", (_, from, days) => {
    expect(attempt(() => bereavement({ from, days }))).toMatchObject({ code: "notAvailable" });
  });

  test("ten days at most", () => {
    expect(bereavement({ from: day(2026, 4, 1), days: 10 }).value).toBe(10 * 105_60);
    for (const days of [0, 11])
      expect(attempt(() => bereavement({ from: day(2026, 4, 1), days }))).toMatchObject({
        code: "value",
        facts: { given: days, least: 1, most: 10 },
      });
    expect(bereavement({ from: day(2026, 4, 1), days: 1 }).value).toBe(105_60);
  });

  test("its rise of 2023 came two months after that of birth leave", () => {
    expect(bereavement({ from: day(2023, 6, 29), days: 3 }).value).toBe(2 * 96_60 + 97_56);
    expect(benefitRate({ benefit: "birth-leave", day: day(2023, 5, 1) }).value).toBe(97_56);
  });
});

describe("days of leave", () => {
  const from = fc.integer({ min: day(2021, 9, 1), max: day(2026, 9, 10) });

  test("a leave split in two adds up, and never falls when a day is added", () => {
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (first, one, two) => {
        const whole = bereavement({ from: first, days: one + two }).value;
        const parts = [bereavement({ from: first, days: one }), bereavement({ from: first + one, days: two })];
        expect(parts[0]!.value + parts[1]!.value).toBe(whole);
        expect(whole).toBeGreaterThan(parts[0]!.value);
      }),
    );
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), (birth, one, two) => {
        const whole = birthLeave({ birth, halfDays: 2 * (one + two) }).value;
        const parts = [
          birthLeave({ birth, halfDays: 2 * one }),
          birthLeave({ birth, halfDays: 2 * two, from: birth + one }),
        ];
        expect(parts[0]!.value + parts[1]!.value).toBe(whole);
      }),
    );
  });
});

describe("adoption leave", () => {
  test.each([
    [day(2019, 1, 1), 7],
    [day(2020, 12, 31), 7],
    [day(2021, 1, 1), 8],
    [day(2024, 12, 31), 9],
    [day(2025, 1, 1), 10],
    [day(2026, 9, 30), 10],
  ])("the most weeks on day %i are %i", (start, most) => {
    expect(adoption({ start, weeks: most }).value).toBeGreaterThan(0);
    expect(attempt(() => adoption({ start, weeks: most + 1 }))).toMatchObject({
      key: "adoption-too-long",
      facts: { most },
    });
  });

  test("the whole leave has the rate of its first day", () => {
    expect(adoption({ start: day(2026, 2, 23), weeks: 6 }).value).toBe(6 * 621_19);
  });

  test("the insurer may grant other weeks, up to the highest that the article can give", () => {
    const start = day(2026, 3, 2);
    expect(adoption({ start, weeks: 12, maxWeeks: 16 }).value).toBe(12 * 633_61);
    expect(attempt(() => adoption({ start, weeks: 7, maxWeeks: 6 }))).toMatchObject({ facts: { most: 6 } });
    expect(attempt(() => adoption({ start, weeks: 7, maxWeeks: 23 }))).toMatchObject({ facts: { most: 22 } });
    expect(adoption({ start, weeks: 22, maxWeeks: 22 }).value).toBe(22 * 633_61);
  });

  test("one week at least", () => {
    const start = day(2026, 3, 2);
    expect(adoption({ start, weeks: 1 }).value).toBe(633_61);
    expect(adoption({ start, weeks: 1, maxWeeks: 1 }).value).toBe(633_61);
    expect(attempt(() => adoption({ start, weeks: 0 }))).toMatchObject({ facts: { given: 0, most: 10 } });
    expect(attempt(() => adoption({ start, weeks: 1, maxWeeks: 0 }))).toMatchObject({
      facts: { argument: "maxWeeks", given: 0, least: 1, most: 22 },
    });
  });

  test("weeks on the insurer's word are told as such", () => {
    const steps = (maxWeeks?: number) =>
      adoption({ start: day(2026, 3, 2), weeks: 6, maxWeeks })
        .way()
        .map(({ step }) => step);
    expect(steps()).toEqual(["adoption-week"]);
    expect(steps(6)).toEqual(["adoption-week", "weeks-by-insurer"]);
  });

  test("the weeks of 2027 are known, their amount is not", () => {
    expect(attempt(() => adoption({ start: day(2027, 1, 1), weeks: 12 }))).toMatchObject({ facts: { most: 11 } });
    expect(attempt(() => adoption({ start: day(2027, 1, 4), weeks: 11 }))).toMatchObject({
      key: "amount-not-verified",
    });
    expect(attempt(() => adoption({ start: day(2018, 12, 31), weeks: 6 }))).toMatchObject({ code: "notAvailable" });
  });
});
