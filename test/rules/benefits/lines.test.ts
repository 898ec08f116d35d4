import { adoption, bereavement, birthLeave, caregiver, maternity, sickness } from "../../../src/rules/benefits";
import { day } from "../../../src/rules/calendar";
import { type Answer, exactly } from "../../../src/rules/trace";

/** What is paid, its first and last day, how many at which amount, and the figure that gives it. */
type Paid = readonly [step: string, from: number, to: number, count: number, rate: number, figure: string];

// The worked cases of law/benefits.md, sections 2 and 4 to 8, with the days that each amount is for.
test.each<[string, Answer<number>, readonly Paid[]]>([
  [
    "adoption: all weeks in one line",
    adoption({ start: day(2026, 2, 23), weeks: 6 }),
    [["adoption-week", day(2026, 2, 23), day(2026, 4, 5), 6, 621_19, "benefits.adoption"]],
  ],
  [
    "maternity: the first four weeks, and those from the fifth on",
    maternity({ start: day(2025, 3, 10), weeks: 12 }),
    [
      ["maternity-week", day(2025, 3, 10), day(2025, 4, 6), 4, 890_31, "benefits.maternity.weeks-1-4"],
      ["maternity-week", day(2025, 4, 7), day(2025, 6, 1), 8, 814_32, "benefits.maternity.from-week-5"],
    ],
  ],
  [
    "maternity: one amount for all weeks of 2017, each by its place",
    maternity({ start: day(2017, 1, 9), weeks: 5 }),
    [
      ["maternity-week", day(2017, 1, 9), day(2017, 2, 5), 4, 458_31, "benefits.maternity.weeks-1-4"],
      ["maternity-week", day(2017, 2, 6), day(2017, 2, 12), 1, 458_31, "benefits.maternity.from-week-5"],
    ],
  ],
  [
    "maternity: half weeks",
    maternity({ start: day(2024, 5, 6), weeks: 3, halfWeeks: 18 }),
    [
      ["maternity-week", day(2024, 5, 6), day(2024, 5, 26), 3, 872_87, "benefits.maternity.weeks-1-4"],
      ["maternity-half-week", day(2024, 5, 27), day(2024, 6, 2), 1, 436_44, "benefits.maternity.half.weeks-1-4"],
      ["maternity-half-week", day(2024, 6, 3), day(2024, 9, 29), 17, 399_18, "benefits.maternity.half.from-week-5"],
    ],
  ],
  [
    "birth leave: an odd half day",
    birthLeave({ birth: day(2024, 6, 1), halfDays: 17 }),
    [
      ["birth-leave-day", day(2024, 6, 1), day(2024, 6, 8), 8, 101_50, "benefits.birth-leave.day"],
      ["birth-leave-half-day", day(2024, 6, 9), day(2024, 6, 9), 1, 50_75, "benefits.birth-leave.half-day"],
    ],
  ],
  [
    "bereavement: a rise within the leave",
    bereavement({ from: day(2023, 6, 29), days: 3 }),
    [
      ["bereavement-day", day(2023, 6, 29), day(2023, 6, 30), 2, 96_60, "benefits.bereavement"],
      ["bereavement-day", day(2023, 7, 1), day(2023, 7, 1), 1, 97_56, "benefits.bereavement"],
    ],
  ],
  [
    "caregiver: a rise between two months",
    caregiver({ start: day(2024, 4, 1), months: 2 }),
    [
      ["caregiver-month", day(2024, 4, 1), day(2024, 4, 30), 1, 1574_68, "benefits.caregiver.full"],
      ["caregiver-month", day(2024, 5, 1), day(2024, 5, 31), 1, 1606_15, "benefits.caregiver.full"],
    ],
  ],
  [
    "caregiver: half months",
    caregiver({ start: day(2025, 1, 20), months: 2, share: 0.5 }),
    [["caregiver-half-month", day(2025, 2, 1), day(2025, 3, 31), 2, 819_13, "benefits.caregiver.half"]],
  ],
  [
    "caregiver: an amount on the user's word stands apart from the one that is verified",
    caregiver({ start: day(2026, 11, 1), months: 2, indexSteps: 0 }),
    [
      ["caregiver-month", day(2026, 11, 1), day(2026, 11, 30), 1, 1704_40, "benefits.caregiver.full"],
      ["caregiver-month", day(2026, 12, 1), day(2026, 12, 31), 1, 1704_40, "benefits.caregiver.full"],
    ],
  ],
  [
    "sickness: a rise within the spell, without the Sundays",
    sickness({ start: day(2026, 2, 23), end: day(2026, 3, 7), family: "cohabitant" }),
    [
      ["sickness-primary", day(2026, 2, 23), day(2026, 2, 28), 6, 48_32, "benefits.sickness.cohabitant"],
      ["sickness-primary", day(2026, 3, 1), day(2026, 3, 7), 6, 49_29, "benefits.sickness.cohabitant"],
    ],
  ],
])("lines: %s", (_, { way }, lines) => {
  // The others say how the law was read.
  expect(way().filter(({ amount }) => amount !== undefined)).toMatchObject(
    lines.map(([step, from, to, count, rate, figure]) => ({
      step,
      facts: {
        from: { day: from },
        to: { day: to },
        count,
        rate: { cents: rate },
        amount: { cents: count * rate },
      },
      amount: exactly(count * rate),
      figures: [{ id: figure }],
    })),
  );
});

test("a line has the figure of its amount with its note, where there is one", () => {
  // Above 2,000.00 a month the step of 01/09/2026 was limited: law/benefits.md, section 1.2.
  const [limited] = adoption({ start: day(2026, 9, 1), weeks: 1 }).way();
  expect(limited).toMatchObject({
    amount: exactly(642_84),
    figures: [{ confidence: "derived", note: "formula/limited-step" }],
  });
  // Printed in the article.
  const [printed] = bereavement({ from: day(2024, 5, 1), days: 1 }).way();
  expect(printed).toMatchObject({ amount: exactly(101_50), figures: [{ confidence: "official" }] });
  expect(printed!.figures[0]).not.toHaveProperty("note");
});
