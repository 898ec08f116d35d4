import fc from "fast-check";
import { day, type Day } from "../../../src/rules/calendar";
import { payment, type PaymentQuestion, type PaymentRow } from "../../../src/rules/passerelle";
import { Refusal } from "../../../src/rules/refusal";
import { exactly } from "../../../src/rules/trace";
import { sharesDayByDay } from "./day-by-day";
import { refusalOf } from "./refusal-of";

const ask = (question: Partial<PaymentQuestion> & { fact: Day }) =>
  payment({ until: undefined, months: 12, dependants: false, otherIncome: () => 0, ...question });
const rowsOf = (question: Partial<PaymentQuestion> & { fact: Day }) => ask(question).value;
const paid = (rows: readonly PaymentRow[]) => rows.reduce((sum, { amount }) => sum + (amount as number), 0);

/** Shares in quarters of the monthly amount. */
const quartersOf = (rows: readonly PaymentRow[]) => rows.map(({ share }) => Number(share) / 2500);
const shares = (question: Partial<PaymentQuestion> & { fact: Day }) => quartersOf(rowsOf(question));
const total = (question: Partial<PaymentQuestion> & { fact: Day }) =>
  shares(question).reduce((sum, share) => sum + share, 0) / 4;

const FACT = day(2023, 1, 20);

/** The last day of the first period, and of the right. */
const runsTo = (fact: Day, months = 12) => {
  const { firstEnd, end } = ask({ fact, months })
    .way()
    .find(({ step }) => step === "passerelle-right-runs")!.facts;
  return [firstEnd, end].map((of) => (of as { day: Day }).day);
};

describe("the fact of 20/01/2023", () => {
  test("without activity: five blocks, ten months, two blocks", () => {
    expect(runsTo(FACT)).toEqual([day(2023, 2, 28), day(2024, 1, 19)]);
    expect(shares({ fact: FACT })).toEqual([1, 4, ...Array<number>(10).fill(4), 2]);
    expect(total({ fact: FACT })).toBe(11.75);
  });

  test("its amounts, at the amount of each month", () => {
    const rows = rowsOf({ fact: FACT });
    // Share × month, rounded once: 1,513.57 / 4 = 378.39; four blocks are the month; half of 1,574.68.
    const expected = [
      37839,
      151357,
      ...Array<number>(4).fill(151357),
      ...Array<number>(4).fill(154384),
      ...Array<number>(2).fill(157468),
      78734,
    ];
    expect(rows.map(({ amount }) => amount)).toEqual(expected);
  });

  // By hand from articles 193, 196 and 198: the share of the whole fact, by the last day without activity.
  const BY_LAST_DAY: readonly (readonly [from: Day, to: Day, total: number])[] = [
    [day(2023, 1, 20), day(2023, 1, 25), 0],
    [day(2023, 1, 26), day(2023, 2, 1), 0.25],
    [day(2023, 2, 2), day(2023, 2, 8), 0.5],
    [day(2023, 2, 9), day(2023, 2, 15), 0.75],
    [day(2023, 2, 16), day(2023, 2, 22), 1],
    [day(2023, 2, 23), day(2023, 3, 30), 1.25],
    [day(2023, 3, 31), day(2023, 4, 29), 1.25 + 1 + 0.75],
    [day(2023, 4, 30), day(2023, 5, 30), 1.25 + 2 + 0.75 + 0.5],
    [day(2023, 5, 31), day(2023, 6, 29), 1.25 + 3 + 0.75 + 0.5 + 0.25],
    [day(2023, 6, 30), day(2023, 7, 30), 6.75],
    [day(2023, 7, 31), day(2023, 8, 30), 7.75],
    [day(2023, 8, 31), day(2023, 9, 29), 8.75],
    [day(2023, 9, 30), day(2023, 10, 30), 9.75],
    [day(2023, 10, 31), day(2023, 11, 29), 1.25 + 8 + 0.75 + 0.5],
    [day(2023, 11, 30), day(2023, 12, 30), 1.25 + 9 + 0.75],
    [day(2023, 12, 31), day(2024, 1, 6), 1.25 + 10],
    [day(2024, 1, 7), day(2024, 1, 13), 1.25 + 10 + 0.25],
    [day(2024, 1, 14), day(2024, 3, 1), 1.25 + 10 + 0.5],
  ];

  test("day by day, each day as the last one without activity", () => {
    expect(BY_LAST_DAY[0]![0]).toBe(FACT);
    BY_LAST_DAY.forEach(([from, to, expected], index) => {
      if (index > 0) expect(from).toBe(BY_LAST_DAY[index - 1]![1] + 1);
      for (let until = from; until <= to; until += 1)
        expect([until, total({ fact: FACT, until })]).toEqual([until, expected]);
    });
  });
});

test("readings are told where they matter", () => {
  const steps = (question: Partial<PaymentQuestion> & { fact: Day }) =>
    ask(question)
      .way()
      .map(({ step }) => step)
      .filter((step) => step !== "month" && step !== "passerelle-right-runs");
  expect(steps({ fact: FACT })).toEqual(["passerelle-reading-block-month"]);
  expect(steps({ fact: FACT, until: day(2024, 1, 18) })).toEqual([
    "passerelle-reading-block-month",
    "passerelle-reading-strict-full-months",
    "passerelle-reading-last-month",
  ]);
  expect(steps({ fact: FACT, otherIncome: () => 1 })).toEqual([
    "passerelle-reading-block-month",
    "passerelle-reading-income-and-blocks",
  ]);
  const loosened = { fact: day(2021, 1, 10), ground: "bankruptcy", otherIncome: () => 1 } as const;
  expect(steps(loosened)).toEqual(["passerelle-reading-suspended-month"]);
  // 31 August and six months: February has no such day.
  expect(steps({ fact: day(2023, 8, 31), months: 6 })).toEqual([
    "passerelle-reading-shorter-month",
    "passerelle-reading-block-month",
  ]);
});

describe("first period", () => {
  test.each([
    ["first of a month", day(2023, 3, 1), day(2023, 4, 30)],
    ["last of a month", day(2023, 1, 31), day(2023, 2, 28)],
    ["before a leap February", day(2024, 1, 31), day(2024, 2, 29)],
    ["in a leap February", day(2024, 2, 29), day(2024, 3, 31)],
    ["across a year", day(2023, 12, 15), day(2024, 1, 31)],
  ])("fact on the %s", (_, fact, end) => {
    expect(runsTo(fact)[0]).toBe(end);
  });

  test.each([
    [6, 0],
    [7, 1],
    [13, 1],
    [14, 2],
    [20, 2],
    [21, 3],
    [27, 3],
    [28, 4],
  ])("%d days without activity: %d blocks", (days, blocks) => {
    const fact = day(2024, 3, 4);
    expect(total({ fact, until: fact + days - 1 })).toBe(blocks / 4);
  });

  test("up to eight blocks, and five in one month", () => {
    expect(shares({ fact: day(2023, 7, 1), until: day(2023, 8, 31) }).slice(0, 2)).toEqual([4, 4]);
    expect(shares({ fact: day(2023, 2, 25) }).slice(0, 2)).toEqual([0, 5]);
  });

  test("a block is paid at the amount of the month of its seventh day", () => {
    // 1,543.84 to October, 1,574.68 from November 2023: the block of 26/10 to 01/11 is one of November.
    const rows = rowsOf({ fact: day(2023, 10, 26), until: day(2023, 11, 1) });
    expect(rows[0]).toMatchObject({ month: day(2023, 10, 1), share: 0, amount: 0 });
    expect(rows[1]).toMatchObject({ month: day(2023, 11, 1), share: 2500, amount: 39367 });
  });
});

describe("the end of the right", () => {
  test("a fact on the first: eight blocks, nine months, four blocks", () => {
    expect(shares({ fact: day(2023, 1, 1) })).toEqual([4, 4, ...Array<number>(9).fill(4), 4]);
  });

  test.each([
    ["a day that the last month lacks", day(2023, 8, 31), 6, day(2024, 2, 28)],
    ["the same in an ordinary year", day(2024, 8, 31), 6, day(2025, 2, 27)],
    ["29 February", day(2024, 2, 29), 12, day(2025, 2, 27)],
    ["the first", day(2023, 1, 1), 12, day(2023, 12, 31)],
  ])("%s", (_, fact, months, end) => {
    expect(runsTo(fact, months)[1]).toBe(end);
  });

  test("no months of right: one row of nothing", () => {
    expect(rowsOf({ fact: FACT, months: 0 })).toMatchObject([{ month: day(2023, 1, 1), share: 0, amount: 0 }]);
  });

  test("the first period and the last month must not overlap", () => {
    const overlap = (fact: Day, months: number) => () => rowsOf({ fact, months });
    expect(refusalOf(overlap(FACT, 1))).toBe("passerelle-periods-overlap");
    expect(refusalOf(overlap(day(2023, 2, 1), 2))).toBe("passerelle-periods-overlap");
    expect(overlap(FACT, 2)()).toHaveLength(3);
    expect(overlap(day(2023, 2, 1), 3)()).toHaveLength(3);
  });
});

describe("other replacement income", () => {
  test("comes off what activity leaves, never below zero, and leaves the share", () => {
    // Second month with activity in 2025: 819.13 - 300.00.
    const rows = rowsOf({
      fact: day(2025, 3, 15),
      until: day(2025, 8, 31),
      otherIncome: (index) => (index === 7 ? 30000 : index === 4 ? 1e8 : 0),
    });
    expect(rows[7]).toMatchObject({ month: day(2025, 10, 1), share: 5000, amount: 51913 });
    expect(rows[4]).toMatchObject({ share: 10000, amount: 0 });
    expect(rows[5]).toMatchObject({ share: 10000, amount: 163826 });
  });
});

describe("months without a figure", () => {
  const fact = day(2026, 7, 10);

  test("are #N/A in their row only, and where something is due only", () => {
    const rows = rowsOf({ fact });
    expect(rows.filter(({ amount }) => amount instanceof Refusal).map(({ month }) => month)[0]).toBe(day(2026, 12, 1));
    expect(rows.slice(0, 5).every(({ amount }) => typeof amount === "number")).toBe(true);
    const ended = rowsOf({ fact, until: day(2026, 8, 31) });
    expect(ended.every(({ amount }) => typeof amount === "number")).toBe(true);
  });

  test("are projected with a number of index steps", () => {
    const { value, way } = ask({ fact, indexSteps: 1 });
    expect(value[5]).toEqual({ month: day(2026, 12, 1), share: 10000, amount: 173852 });
    const [line] = way({ row: 5, column: 2 });
    expect(line!.amount).toBe(exactly(173852));
    // The base and its pivots.
    expect(line!.figures.map(({ confidence }) => confidence)).toEqual(["projection", "projection"]);
  });
});

describe("always", () => {
  const anyFact = fc.integer({ min: day(2023, 1, 1), max: day(2025, 8, 31) });

  test("shares are those of a calendar counted day by day", () => {
    fc.assert(
      fc.property(anyFact, fc.integer({ min: 0, max: 420 }), fc.integer({ min: 3, max: 12 }), (fact, days, months) => {
        expect(shares({ fact, until: fact + days, months })).toEqual(sharesDayByDay(fact, fact + days, months));
      }),
      { numRuns: 800 },
    );
  });

  test("a later end never pays less, and the rows have no gaps", () => {
    fc.assert(
      fc.property(anyFact, fc.integer({ min: 0, max: 400 }), fc.boolean(), (fact, days, dependants) => {
        const [one, next] = [0, 1].map((more) => rowsOf({ fact, until: fact + days + more, dependants }));
        expect(paid(next!)).toBeGreaterThanOrEqual(paid(one!));
        one!.slice(1).forEach(({ month }, index) => {
          const gap = month - one![index]!.month;
          expect(gap).toBeGreaterThanOrEqual(28);
          expect(gap).toBeLessThanOrEqual(31);
        });
      }),
      { numRuns: 300 },
    );
  });
});
