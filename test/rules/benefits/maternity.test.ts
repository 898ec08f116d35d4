import fc from "fast-check";
import { dated } from "../../../src/parameters";
import {
  benefitRate,
  maternity,
  type MaternityQuestion,
  maternityVouchers,
  VOUCHERS,
} from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";
import { attempt, type Refusal } from "../../../src/rules/refusal";

const amount = (question: MaternityQuestion): number => maternity(question).value;
const refusal = (question: MaternityQuestion) => attempt(() => maternity(question));

/** What is said to whoever asks for too many weeks. */
const limits = (question: Omit<MaternityQuestion, "weeks">) => (refusal({ ...question, weeks: 99 }) as Refusal).facts;

const LAST_OLD_START = day(2026, 6, 30);
const FIRST_NEW_START = day(2026, 7, 1);

describe("service vouchers", () => {
  const vouchers = (start: number, extraWeeks?: number) => maternityVouchers(start, extraWeeks).value;

  test("from 01/07/2026 on each extra week takes 35 of them", () => {
    expect([undefined, 0, 1, 2, 3].map((weeks) => vouchers(FIRST_NEW_START, weeks))).toEqual([105, 105, 70, 35, 0]);
    expect(vouchers(LAST_OLD_START)).toBe(105);
    expect(vouchers(day(2018, 1, 1), 0)).toBe(105);
  });

  test.each([
    ["extra weeks of an earlier rest", LAST_OLD_START, 1, "value", "extra-weeks-without-choice"],
    ["the argument is read before the day", day(2017, 12, 31), 1, "value", "extra-weeks-without-choice"],
    ["before 2018", day(2017, 12, 31), 0, "notAvailable", "parameter-not-in-force"],
  ])("refused: %s", (_, start, extraWeeks, code, key) => {
    expect(attempt(() => maternityVouchers(start, extraWeeks))).toMatchObject({ code, key });
  });

  test("the rest that they leave is as long as the vouchers say", () => {
    for (const extraWeeks of [0, 1, 2, 3]) {
      const chosen = {
        start: FIRST_NEW_START,
        children: 1,
        vouchers: maternityVouchers(FIRST_NEW_START, extraWeeks).value,
      };
      expect(limits(chosen)["limit"]).toBe(12 + extraWeeks);
    }
  });

  test("the way names the figures", () => {
    const figures = (extraWeeks: number) =>
      maternityVouchers(FIRST_NEW_START, extraWeeks)
        .way()
        .flatMap((line) => line.figures.map(({ id }) => id));
    expect(figures(0)).toEqual(["benefits.maternity.vouchers"]);
    expect(figures(2)).toEqual(["benefits.maternity.vouchers", "benefits.maternity.extension-weeks.vouchers-35"]);
  });
});

describe("article 93: the longest rest", () => {
  test("vouchers and weeks are a choice from 01/07/2026 on", () => {
    const weeks = (children: number) =>
      VOUCHERS.map((vouchers) => limits({ start: FIRST_NEW_START, children, vouchers })["limit"]);
    expect(weeks(1)).toEqual([15, 14, 13, 12]);
    expect(weeks(2)).toEqual([16, 15, 14, 13]);
    expect(limits({ start: LAST_OLD_START, children: 1 })["limit"]).toBe(12);
    expect(limits({ start: LAST_OLD_START, children: 2 })["limit"]).toBe(13);
  });

  test.each([LAST_OLD_START, FIRST_NEW_START])(
    "the most half weeks are those that the text writes, day %i",
    (start) => {
      for (const kind of ["single", "multiple"] as const) {
        const written = dated(`benefits.maternity.half-weeks-max.${kind}`, start)!.value;
        expect(limits({ start, children: kind === "multiple" ? 2 : 1 })["halves"]).toBe(written);
      }
    },
  );
});

describe("article 94: amounts", () => {
  test.each([
    ["4 + 8 weeks in one period", { start: day(2025, 3, 10), weeks: 12 }, 4 * 890_31 + 8 * 814_32],
    ["an index step in week 4", { start: day(2024, 4, 15), weeks: 12 }, 3 * 855_74 + 872_87 + 8 * 798_37],
    ["weeks of 2021 are numbered on", { start: day(2021, 12, 13), weeks: 12 }, 3 * 514_64 + 752_34 + 8 * 688_12],
    [
      "a half week is one of the first four",
      { start: day(2024, 5, 6), weeks: 3, halfWeeks: 18 },
      3 * 872_87 + 436_44 + 17 * 399_18,
    ],
    [
      "half weeks across the step of 01/09/2026: half of the limited week",
      { start: FIRST_NEW_START, weeks: 3, halfWeeks: 10 },
      3 * 908_11 + 454_05 + 5 * 415_30 + 4 * 419_91,
    ],
    ["an index step that the user knows", { start: day(2026, 11, 9), weeks: 5, indexSteps: 1 }, 4 * 917_34 + 856_62],
    ["2017", { start: day(2017, 5, 8), weeks: 12 }, 4 * 458_31 + 8 * 467_47],
    ["a rest of a leap day", { start: day(2024, 2, 29), weeks: 3 }, 3 * 855_74],
  ])("%s", (_, question, expected) => {
    expect(amount(question)).toBe(expected);
  });

  test("a week's rate is that of its first day", () => {
    const starts = fc.integer({ min: day(2018, 1, 1), max: day(2026, 5, 1) });
    fc.assert(
      fc.property(starts, fc.integer({ min: 3, max: 12 }), fc.nat(18), (start, weeks, wanted) => {
        const halfWeeks = Math.min(wanted, 2 * (12 - weeks));
        const rates = Array.from({ length: weeks + halfWeeks }, (_, week) => {
          const stretch = week < 4 ? "weeks-1-4" : "from-week-5";
          const variant = week < weeks ? stretch : (`half-${stretch}` as const);
          return benefitRate({ benefit: "maternity", variant, day: start + 7 * week }).value;
        });
        expect(amount({ start, weeks, halfWeeks })).toBe(rates.reduce((sum, rate) => sum + rate, 0));
      }),
    );
  });
});

describe("checks", () => {
  test.each([
    ["fewer than the mandatory weeks", { start: day(2024, 5, 6), weeks: 2 }, "maternity-too-short"],
    [
      "13 weeks before the extension, one child",
      { start: day(2026, 1, 5), weeks: 13, children: 1 },
      "maternity-too-long",
    ],
    ["more half weeks than weeks are left", { start: day(2024, 5, 6), weeks: 3, halfWeeks: 21 }, "maternity-too-long"],
    [
      "all vouchers, one child",
      { start: FIRST_NEW_START, weeks: 13, children: 1, vouchers: 105 },
      "maternity-too-long",
    ],
    ["17 weeks", { start: FIRST_NEW_START, weeks: 17 }, "maternity-too-long"],
    ["17 weeks across the extension", { start: day(2026, 6, 1), weeks: 17 }, "maternity-too-long"],
    // Benefits 4.3: the exception is for a week that starts on or after 01/07/2026.
    ["a 14th week that starts on 30/06/2026", { start: day(2026, 3, 31), weeks: 14 }, "maternity-too-long"],
    [
      "a third half week that starts on 30/06/2026",
      { start: day(2026, 3, 24), weeks: 12, halfWeeks: 3 },
      "maternity-too-long",
    ],
    ["a choice before there is one", { start: LAST_OLD_START, weeks: 12, vouchers: 35 }, "vouchers-without-choice"],
  ] as const)("#VALUE!: %s", (_, question, key) => {
    expect(refusal(question)).toMatchObject({ code: "value", key });
  });

  test.each([
    ["14 weeks from 01/06/2026", { start: day(2026, 6, 1), weeks: 14 }, "maternity-transition"],
    ["13 weeks from 30/06/2026, one child", { start: LAST_OLD_START, weeks: 13, children: 1 }, "maternity-transition"],
    ["a 14th week that starts on 01/07/2026", { start: day(2026, 4, 1), weeks: 14 }, "maternity-transition"],
    [
      "a third half week that starts on 01/07/2026",
      { start: day(2026, 3, 25), weeks: 12, halfWeeks: 3 },
      "maternity-transition",
    ],
    ["all weeks of the extension", { start: day(2026, 6, 1), weeks: 16 }, "maternity-transition"],
    // Benefits 4.3: the exception asks for the dates and the weeks only; before 01/07/2026, 105 vouchers say what leaving them out says.
    [
      "the vouchers of the old rule named",
      { start: day(2026, 6, 1), weeks: 14, vouchers: 105 },
      "maternity-transition",
    ],
    ["a week after the last verified amount", { start: day(2026, 11, 9), weeks: 5 }, "amount-not-verified"],
    ["before 2017", { start: day(2016, 12, 31), weeks: 12 }, "parameter-not-in-force"],
  ] as const)("#N/A: %s", (_, question, key) => {
    expect(refusal(question)).toMatchObject({ code: "notAvailable", key });
  });

  test("the maximum is told", () => {
    expect(refusal({ start: FIRST_NEW_START, weeks: 13, children: 1, vouchers: 105 })).toMatchObject({
      facts: { limit: 12, halves: 18 },
    });
  });

  test.each([
    ["rest from 30/06/2026", LAST_OLD_START, 12, 1, 3, undefined],
    ["13 weeks for several children", LAST_OLD_START, 13, 2, 4, undefined],
    ["rest from 01/07/2026, no choice given", FIRST_NEW_START, 13, undefined, 4, undefined],
    ["14 weeks for one child, with 35 vouchers", FIRST_NEW_START, 14, 1, 5, 35],
  ] as const)("allowed: %s", (_, start, weeks, children, sinceSeptember, vouchers) => {
    const late = weeks - 4 - sinceSeptember;
    expect(amount({ start, weeks, children, vouchers })).toBe(4 * 908_11 + late * 830_59 + sinceSeptember * 839_82);
  });
});

test("readings are told where they matter", () => {
  const steps = (question: MaternityQuestion) =>
    maternity(question)
      .way()
      .filter(({ amount: paid }) => paid === undefined)
      .map(({ step }) => step);
  expect(steps({ start: day(2025, 3, 10), weeks: 12 })).toEqual([]);
  expect(steps({ start: day(2025, 3, 10), weeks: 13 })).toEqual(["needs-two-children"]);
  expect(steps({ start: day(2025, 3, 10), weeks: 13, children: 2 })).toEqual([]);
  expect(steps({ start: day(2025, 3, 10), weeks: 3 })).toEqual([]);
  // 3 + 18 / 2 = 12 weeks are within the limit of one child, 3 + 20 / 2 = 13 are not.
  expect(steps({ start: day(2025, 3, 10), weeks: 3, halfWeeks: 18 })).toEqual(["half-week-is-a-week"]);
  expect(steps({ start: day(2025, 3, 10), weeks: 3, halfWeeks: 20 })).toEqual([
    "needs-two-children",
    "half-week-is-a-week",
  ]);
  expect(steps({ start: day(2025, 3, 10), weeks: 4, halfWeeks: 1 })).toEqual([]);
  expect(steps({ start: FIRST_NEW_START, weeks: 12 })).toEqual([]);
  expect(steps({ start: FIRST_NEW_START, weeks: 3, halfWeeks: 1 })).toEqual([
    "half-week-is-a-week",
    "half-week-maximum",
  ]);
});
