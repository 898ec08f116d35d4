import fc from "fast-check";
import { benefitRate, FAMILIES, sickness, type SicknessQuestion } from "../../../src/rules/benefits";
import { day, type Day } from "../../../src/rules/calendar";
import { attempt, Refusal } from "../../../src/rules/refusal";
import { exactly } from "../../../src/rules/trace";
import * as oracle from "../../oracle";

const amount = (question: SicknessQuestion): number => sickness(question).value;
const span = (start: Day, end: Day, more: Partial<SicknessQuestion> = {}): SicknessQuestion => ({
  start,
  end,
  family: "isolated",
  ...more,
});
const refusal = (question: SicknessQuestion) => attempt(() => sickness(question));

describe("article 7: the first payable day", () => {
  test("seven days give nothing, eight days give all of them but the Sunday", () => {
    // 14 days of INAMI's own example: 12 × 50.67, without the Sundays 11 and 18 July.
    expect(amount(span(day(2021, 7, 8), day(2021, 7, 21)))).toBe(608_04);
    expect(amount(span(day(2021, 7, 8), day(2021, 7, 14)))).toBe(0);
    expect(amount(span(day(2021, 7, 8), day(2021, 7, 15)))).toBe(7 * 50_67);
  });

  test("the unpaid days are told", () => {
    const { value, way } = sickness(span(day(2021, 7, 8), day(2021, 7, 12)));
    expect(value).toBe(0);
    expect(way()).toMatchObject([{ step: "sickness-unpaid", facts: { count: 5 }, amount: 0 }]);
  });

  test("a spell of 2018 to 30/06/2019 leaves its first 14 days unpaid", () => {
    expect(amount(span(day(2018, 3, 1), day(2018, 3, 14)))).toBe(0);
    expect(sickness(span(day(2018, 3, 1), day(2018, 3, 15))).way()).toMatchObject([
      {
        step: "sickness-unpaid",
        facts: { from: { day: day(2018, 3, 1) }, to: { day: day(2018, 3, 14) }, count: 14 },
        amount: 0,
      },
      {
        step: "sickness-primary",
        facts: { from: { day: day(2018, 3, 15) }, to: { day: day(2018, 3, 15) }, count: 1 },
        amount: exactly(46_96),
      },
    ]);
    expect(amount(span(day(2019, 6, 18), day(2019, 6, 30)))).toBe(0);
  });

  test("from 01/07/2019 on a spell has no such days", () => {
    expect(amount(span(day(2019, 7, 1), day(2019, 7, 7)))).toBe(0);
    expect(amount(span(day(2019, 7, 1), day(2019, 7, 8)))).toBe(7 * 48_71);
  });

  test.each([
    ["18 June, to 1 July", day(2019, 6, 18), day(2019, 7, 1), undefined],
    ["30 June, to 13 July", day(2019, 6, 30), day(2019, 7, 13), undefined],
    ["a later part that starts in the first 14 days", day(2019, 7, 10), day(2019, 7, 20), day(2019, 6, 30)],
  ])("no text settles a spell that runs on 01/07/2019: %s", (_, start, end, primaryStart) => {
    expect(refusal(span(start, end, { primaryStart }))).toMatchObject({
      code: "notAvailable",
      key: "waiting-period-2019",
    });
  });

  test("its days after the first fourteen are payable in both readings", () => {
    const later = span(day(2019, 7, 15), day(2019, 7, 20), { primaryStart: day(2019, 6, 30) });
    expect(amount(later)).toBe(6 * 48_71);
  });

  test("a spell of before 2018 has a first month unpaid", () => {
    const later = span(day(2018, 1, 2), day(2018, 1, 17), { primaryStart: day(2017, 12, 18) });
    expect(amount(later)).toBe(0);
  });
});

describe("the spell", () => {
  test("a relapse counts from the first day of the spell", () => {
    const relapse = span(day(2024, 6, 10), day(2024, 6, 15));
    expect(amount(relapse)).toBe(0);
    expect(amount({ ...relapse, primaryStart: day(2024, 5, 20) })).toBe(6 * 61_77);
    expect(sickness({ ...relapse, primaryStart: day(2024, 5, 20) }).way()).toMatchObject([
      { step: "sickness-primary", amount: exactly(6 * 61_77) },
      { step: "interruption-counts", figures: [] },
    ]);
  });

  test("invalidity starts on the anniversary", () => {
    const part = { primaryStart: day(2022, 12, 5), family: "cohabitant" as const, assimilated: true };
    expect(amount(span(day(2023, 12, 4), day(2023, 12, 4), part))).toBe(46_45);
    expect(amount(span(day(2023, 12, 5), day(2023, 12, 5), part))).toBe(51_93);
    expect(amount(span(day(2024, 6, 3), day(2024, 6, 8), { ...part, primaryStart: day(2023, 1, 10) }))).toBe(6 * 52_97);
  });

  test("a spell of 29 February is invalid from 1 March of the next year", () => {
    const part = { primaryStart: day(2024, 2, 29), family: "cohabitant" as const, assimilated: true };
    expect(amount(span(day(2025, 2, 28), day(2025, 2, 28), part))).toBe(48_32);
    expect(amount(span(day(2025, 3, 1), day(2025, 3, 1), part))).toBe(54_02);
  });

  test("only a cohabitant's invalidity asks whether the incapacity is assimilated", () => {
    const part = { primaryStart: day(2023, 1, 10) };
    const [start, end] = [day(2024, 6, 3), day(2024, 6, 8)];
    for (const family of FAMILIES) {
      const [plain, assimilated] = [false, true].map((flag) =>
        amount(span(start, end, { ...part, family, assimilated: flag })),
      );
      if (family === "cohabitant") expect(assimilated).toBeGreaterThan(plain!);
      else expect(assimilated).toBe(plain);
    }
  });
});

describe("article 9 §1: the seventh month in 2026", () => {
  const before = span(day(2025, 7, 14), day(2026, 1, 13));

  test("the first six months keep their rate", () => {
    expect(amount(before)).toBeGreaterThan(0);
    expect(refusal({ ...before, end: day(2026, 1, 14) })).toMatchObject({ key: "seventh-month-unsettled" });
  });

  test("six months after the 31st end on the first of the next month", () => {
    const spell = span(day(2025, 8, 31), day(2026, 2, 28));
    expect(amount(spell)).toBeGreaterThan(0);
    // 1 March 2026 is a Sunday, on which nothing is paid.
    expect(amount({ ...spell, end: day(2026, 3, 1) })).toBe(amount(spell));
    expect(refusal({ ...spell, end: day(2026, 3, 2) })).toMatchObject({ key: "seventh-month-unsettled" });
  });

  test("the open days begin on 01/01/2026", () => {
    const part = { primaryStart: day(2025, 5, 1) };
    expect(amount(span(day(2025, 12, 31), day(2025, 12, 31), part))).toBe(63_01);
    expect(refusal(span(day(2026, 1, 1), day(2026, 1, 1), part))).toMatchObject({
      facts: { day: { day: day(2026, 1, 1) } },
    });
  });

  test("they end on the anniversary where invalidity is assimilated", () => {
    const part = { primaryStart: day(2025, 3, 10), assimilated: true };
    expect(refusal(span(day(2026, 3, 9), day(2026, 3, 9), part))).toMatchObject({ key: "seventh-month-unsettled" });
    expect(amount(span(day(2026, 3, 10), day(2026, 3, 10), part))).toBe(64_27);
  });

  test.each([
    ["with dependants", { family: "with-dependants" }, true],
    ["cohabitant, assimilated invalidity", { family: "cohabitant", assimilated: true }, true],
    ["isolated, assimilated invalidity", { assimilated: true }, true],
    ["isolated, invalidity", {}, false],
    ["cohabitant, invalidity", { family: "cohabitant" }, false],
  ] as const)("invalidity in 2026, %s", (_, more, answered) => {
    const later = span(day(2026, 3, 2), day(2026, 3, 7), { primaryStart: day(2024, 3, 4), ...more });
    expect("value" in refusal(later)).toBe(answered);
  });
});

describe("article 58 §2: the certificate", () => {
  const spell = (start: Day, days: number, signed: Day) => span(start, start + days - 1, { signed });
  const firstPaid = (question: SicknessQuestion) =>
    sickness(question)
      .way()
      .find(({ step }) => step === "sickness-primary")!.facts["from"];

  test.each([
    ["14 days before the signature", day(2026, 4, 6), day(2026, 4, 20), day(2026, 4, 6)],
    ["15 days before the signature", day(2026, 4, 6), day(2026, 4, 21), day(2026, 4, 7)],
    ["signed before the first day", day(2026, 4, 6), day(2026, 4, 1), day(2026, 4, 6)],
    ["not before the signature", day(2020, 2, 3), day(2020, 2, 7), day(2020, 2, 7)],
    ["suspended from 01/03/2020", day(2020, 3, 2), day(2020, 4, 7), day(2020, 3, 2)],
    ["suspended to 30/09/2021", day(2021, 9, 30), day(2021, 11, 2), day(2021, 9, 30)],
    ["the first spell after it", day(2021, 10, 1), day(2021, 11, 2), day(2021, 10, 19)],
    ["no text before July 2019: the first 14 days", day(2019, 4, 1), day(2019, 5, 2), day(2019, 4, 15)],
  ])("a spell is paid from: %s", (_, start, signed, first) => {
    expect(firstPaid(spell(start, 60, signed))).toEqual({ day: first });
  });

  test("what comes before is told, with its figure", () => {
    expect(sickness(spell(day(2026, 1, 1), 31, day(2026, 1, 20))).way()).toMatchObject([
      {
        step: "sickness-not-recognised",
        article: "AR71 58 §2",
        facts: { from: { day: day(2026, 1, 1) }, to: { day: day(2026, 1, 5) }, count: 5 },
        amount: 0,
        figures: [{ id: "benefits.sickness.signature-days-back", value: 14 }],
      },
      { step: "sickness-primary", amount: exactly(23 * 63_01) },
      { step: "certificate-deadline" },
    ]);
  });

  test("the threshold of seven days counts from the first day of incapacity", () => {
    const start = day(2026, 1, 1);
    expect(amount(spell(start, 7, day(2026, 1, 20)))).toBe(0);
    // 15 January is the first day that is paid of 22: eight days.
    expect(amount(spell(start, 22, day(2026, 1, 29)))).toBe(7 * 63_01);
    expect(refusal(spell(start, 21, day(2026, 1, 29)))).toMatchObject({
      code: "notAvailable",
      key: "signed-too-late",
      facts: { first: { day: day(2026, 1, 15) }, left: 7, most: 7 },
    });
    expect(refusal(spell(start, 15, day(2026, 1, 29)))).toMatchObject({ key: "signed-too-late", facts: { left: 1 } });
    expect(amount(spell(start, 14, day(2026, 1, 29)))).toBe(0);
  });

  test("up to six months; a signature in time changes nothing", () => {
    const [start, end] = [day(2025, 1, 6), day(2025, 7, 5)];
    const late = { signed: day(2025, 1, 21) };
    expect(amount(span(start, end, late))).toBeGreaterThan(0);
    expect(refusal(span(start, end + 1, late))).toMatchObject({
      code: "notAvailable",
      key: "signed-six-months",
      facts: { first: { day: day(2025, 1, 7) } },
    });
    const inTime = span(start, end + 100, { signed: day(2025, 1, 20) });
    expect(amount(inTime)).toBe(amount(span(start, end + 100)));
    // Nothing is left of it in any reading.
    expect(amount(span(start, end + 1, { signed: day(2025, 8, 31) }))).toBe(0);
  });

  test("it belongs to a whole spell", () => {
    const part = { primaryStart: day(2026, 1, 1), signed: day(2026, 1, 20) };
    for (const start of [day(2026, 1, 12), day(2026, 1, 1)])
      expect(refusal(span(start, day(2026, 1, 31), part))).toMatchObject({ code: "value", key: "signed-later-part" });
  });

  // 25 May 2026 is Whit Monday; 30 May is a Saturday, which counts for the postmark.
  test.each([
    ["a Monday", day(2026, 5, 11), day(2026, 5, 18), day(2026, 5, 23)],
    ["a Saturday moves to Monday", day(2026, 5, 9), day(2026, 5, 18), day(2026, 5, 23)],
    ["Whit Monday moves to Tuesday", day(2026, 5, 18), day(2026, 5, 26), day(2026, 6, 1)],
  ])("articles 54 and 57: the day to send it, %s", (_, start, deadline, postmark) => {
    const told = sickness(spell(start, 10, start))
      .way()
      .at(-1)!;
    expect(told).toMatchObject({
      step: "certificate-deadline",
      facts: { deadline: { day: deadline }, postmark: { day: postmark } },
    });
  });

  test("nothing is said of it without a signature, nor before the text that is held", () => {
    const steps = (question: SicknessQuestion) =>
      sickness(question)
        .way()
        .map(({ step }) => step);
    expect(steps(span(day(2026, 5, 11), day(2026, 5, 30)))).toEqual(["sickness-primary"]);
    expect(steps(spell(day(2020, 2, 3), 20, day(2020, 2, 3)))).toEqual(["sickness-primary"]);
    expect(steps(spell(day(2020, 3, 1), 20, day(2020, 3, 1))).at(-1)).toBe("certificate-deadline");
  });
});

describe("article 28bis: authorised work", () => {
  const spell = { primaryStart: day(2025, 1, 6), allowedWorkFrom: day(2025, 4, 1) };

  test("from six months after its first day ten per cent less, rounded by the day", () => {
    expect(amount(span(day(2025, 10, 1), day(2025, 12, 31), spell))).toBe(79 * 56_71);
    expect(sickness(span(day(2025, 9, 22), day(2025, 10, 11), spell)).way()).toMatchObject([
      { step: "sickness-primary", amount: exactly(8 * 63_01) },
      {
        step: "sickness-primary-reduced",
        article: "AR71 28bis",
        facts: { from: { day: day(2025, 10, 1) }, rate: { cents: 56_71 }, whole: { cents: 63_01 } },
        amount: exactly(10 * 56_71),
        figures: [{ value: 63_01 }, { id: "benefits.sickness.allowed-work-reduction" }],
      },
      { step: "interruption-counts" },
    ]);
  });

  test("six months after the 31st end on the first of the next month", () => {
    const late = { primaryStart: day(2024, 3, 4), allowedWorkFrom: day(2024, 8, 31) };
    // 28 February 2025 is a Friday, 1 March a Saturday.
    expect(amount(span(day(2025, 2, 28), day(2025, 2, 28), late))).toBe(63_01);
    expect(amount(span(day(2025, 3, 1), day(2025, 3, 1), late))).toBe(56_71);
  });

  test("in invalidity, and across an index step", () => {
    const part = {
      family: "with-dependants",
      primaryStart: day(2024, 1, 8),
      allowedWorkFrom: day(2024, 3, 1),
    } as const;
    // 79.51 and 81.10 less ten per cent: 71.559 and 72.99.
    expect(amount(span(day(2026, 2, 27), day(2026, 3, 3), part))).toBe(2 * 71_56 + 2 * 72_99);
    expect(sickness(span(day(2026, 2, 27), day(2026, 3, 3), part)).way()[0]).toMatchObject({
      step: "sickness-invalidity-reduced",
    });
  });

  test("until the third year after the one in which it began", () => {
    const part = {
      family: "with-dependants",
      primaryStart: day(2021, 3, 1),
      allowedWorkFrom: day(2021, 12, 31),
    } as const;
    expect(amount(span(day(2024, 12, 31), day(2024, 12, 31), part))).toBe(70_16);
    expect(refusal(span(day(2024, 12, 31), day(2025, 1, 1), part))).toMatchObject({
      code: "notAvailable",
      key: "allowed-work-income",
      facts: { day: { day: day(2025, 1, 1) } },
    });
    // 1 January 2023 is a Sunday, on which nothing is paid.
    const older = { ...part, primaryStart: day(2019, 7, 1), allowedWorkFrom: day(2019, 9, 1) };
    expect(amount(span(day(2022, 12, 31), day(2023, 1, 1), older))).toBe(65_79);
    expect(refusal(span(day(2022, 12, 31), day(2023, 1, 2), older))).toMatchObject({ key: "allowed-work-income" });
  });

  test("not before the spell; after the span it changes nothing", () => {
    const [start, end] = [day(2025, 6, 2), day(2025, 6, 14)];
    expect(refusal(span(start, end, { allowedWorkFrom: start - 1 }))).toMatchObject({
      code: "value",
      facts: { argument: "allowedWorkFrom", other: "start" },
    });
    const part = { primaryStart: day(2025, 5, 1), allowedWorkFrom: day(2025, 4, 30) };
    expect(refusal(span(start, end, part))).toMatchObject({ facts: { other: "primaryStart" } });
    expect(amount(span(start, end, { allowedWorkFrom: start }))).toBe(amount(span(start, end)));
    expect(amount(span(start, end, { allowedWorkFrom: end + 1 }))).toBe(amount(span(start, end)));
  });
});

describe("refusals of the dates", () => {
  test.each([
    ["end before start", span(day(2024, 6, 2), day(2024, 6, 1)), "value", "date-before"],
    [
      "spell after the span",
      span(day(2024, 6, 2), day(2024, 6, 9), { primaryStart: day(2024, 6, 3) }),
      "value",
      "date-before",
    ],
    ["before 2018", span(day(2017, 12, 31), day(2018, 2, 1)), "notAvailable", "date-not-covered"],
    ["after the last amount", span(day(2026, 11, 23), day(2026, 12, 5)), "notAvailable", "amount-not-verified"],
  ])("%s", (_, question, code, key) => {
    expect(refusal(question)).toMatchObject({ code, key });
  });

  test("an index step inside a span changes the rate from its day", () => {
    const question = span(day(2026, 11, 27), day(2026, 12, 5), { indexSteps: 1 });
    expect(amount(question)).toBe(3 * 65_56 + 5 * 66_87);
    expect(sickness(question).way()).toMatchObject([
      { amount: exactly(3 * 65_56), figures: [{ value: 65_56, confidence: "derived" }] },
      { amount: exactly(5 * 66_87), figures: [{ value: 66_87, confidence: "projection" }] },
      { step: "index-steps-assumed" },
    ]);
    expect(amount(span(day(2026, 2, 23), day(2026, 3, 7), { family: "cohabitant" }))).toBe(6 * 48_32 + 6 * 49_29);
    // The step of 01/09/2026 gives 1.54 more a day above 2,000 EUR a month (81.10 × 26), not 2 %.
    expect(amount(span(day(2026, 8, 27), day(2026, 9, 5), { family: "with-dependants" }))).toBe(4 * 81_10 + 5 * 82_64);
  });
});

const iso = (serial: Day): string => new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
const isoOf = (serial: Day | undefined): string | undefined => (serial === undefined ? undefined : iso(serial));

test("as the oracle counts, day by day", () => {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const question = fc.record({
    start: fc.integer({ min: day(2017, 11, 1), max: day(2026, 12, 10) }),
    length: fc.oneof(fc.integer({ min: -2, max: 40 }), fc.nat(1000)),
    family: fc.constantFrom(...FAMILIES),
    assimilated: fc.boolean(),
    before: maybe(fc.oneof(fc.integer({ min: -2, max: 30 }), fc.nat(1600))),
    signed: maybe(fc.integer({ min: -20, max: 60 })),
    allowed: maybe(fc.integer({ min: -20, max: 700 })),
  });
  fc.assert(
    fc.property(question, ({ start, length, family, assimilated, before, signed, allowed }) => {
      const primaryStart = before === undefined ? undefined : start - before;
      const from = (days: number | undefined, first: Day) => (days === undefined ? undefined : first + days);
      const days = {
        primaryStart,
        signed: from(signed, start),
        allowedWorkFrom: from(allowed, primaryStart ?? start),
      };
      const end = start + length;
      const answer = attempt(() => sickness({ start, end, family, assimilated, ...days }));
      const expected = oracle.incapacityBenefit({
        start: iso(start),
        end: iso(end),
        family,
        assimilated,
        primaryStart: isoOf(days.primaryStart),
        signed: isoOf(days.signed),
        allowedWorkFrom: isoOf(days.allowedWorkFrom),
      });
      const code = { value: "#VALUE!", notAvailable: "#N/A", number: "#NUM!" };
      expect(answer instanceof Refusal ? code[answer.code] : answer.value).toBe(
        oracle.isRefusal(expected) ? expected.refusal : Number(expected),
      );
    }),
    { numRuns: 2000 },
  );
});

describe("properties", () => {
  const family = fc.constantFrom(...FAMILIES);
  /** Spells that a text settles and whose amounts are held to the end. */
  const spell = fc.oneof(
    fc.integer({ min: day(2018, 1, 1), max: day(2019, 6, 17) }),
    fc.integer({ min: day(2019, 7, 1), max: day(2023, 6, 30) }),
  );
  const days = (most: number) => fc.nat(most);
  const weekday = (serial: Day) => new Date(Date.UTC(1899, 11, 30 + serial)).getUTCDay();

  test("a span split in two adds up", () => {
    fc.assert(
      fc.property(
        spell,
        days(300),
        days(400),
        days(400),
        family,
        fc.boolean(),
        (first, gap, one, two, who, assimilated) => {
          const primaryStart = first;
          const start = first + gap;
          // A part that ends within seven days of the spell is unpaid only as long as the spell ends there too.
          const cut = Math.max(start + one, first + 7);
          const end = cut + 1 + two;
          const part = { family: who, assimilated, primaryStart };
          expect(amount(span(start, cut, part)) + amount(span(cut + 1, end, part))).toBe(
            amount(span(start, end, part)),
          );
        },
      ),
    );
  });

  test("the amount never falls when a day is added", () => {
    fc.assert(
      fc.property(spell, days(900), family, fc.boolean(), (start, length, who, assimilated) => {
        const question = span(start, start + length, { family: who, assimilated });
        expect(amount({ ...question, end: question.end + 1 })).toBeGreaterThanOrEqual(amount(question));
      }),
    );
  });

  test("no Sunday is ever paid, and every other payable day is", () => {
    fc.assert(
      fc.property(spell, fc.integer({ min: 14, max: 900 }), family, (primaryStart, after, who) => {
        const on = primaryStart + after;
        const paid = amount(span(on, on, { family: who, primaryStart }));
        const rate = benefitRate({
          benefit: after < 365 ? "sickness" : "invalidity",
          variant: who,
          day: on,
        }).value;
        expect(paid).toBe(weekday(on) === 0 ? 0 : rate);
      }),
    );
  });

  test("the lines add up to the amount and cover each day once", () => {
    fc.assert(
      fc.property(spell, days(900), family, (start, length, who) => {
        const { value, way } = sickness(span(start, start + length, { family: who }));
        const lines = way();
        expect(lines.reduce((sum, { amount: ofLine }) => sum + ofLine!, 0)).toBe(exactly(value));
        const days = lines.map(({ facts }) => [facts["from"], facts["to"]] as { day: Day }[]);
        days.slice(1).forEach(([from], index) => expect(from!.day).toBeGreaterThan(days[index]![1]!.day));
      }),
    );
  });
});
