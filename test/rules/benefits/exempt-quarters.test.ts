import { END_KINDS, exemptQuarters, type ExemptQuestion } from "../../../src/rules/benefits";
import { day, type Day, quarter, quarterOfYear, yearOf } from "../../../src/rules/calendar";
import { attempt } from "../../../src/rules/refusal";

const labels = (question: ExemptQuestion): string =>
  exemptQuarters(question)
    .value.map((q) => `${yearOf(q)}Q${quarterOfYear(q)}`)
    .join(" ");
const refusal = (question: ExemptQuestion) => attempt(() => exemptQuarters(question));

describe("after a birth", () => {
  test.each([
    ["the day before the right", day(2016, 9, 30), ""],
    ["the first day", day(2016, 10, 1), "2017Q1"],
    ["a leap day", day(2024, 2, 29), "2024Q2"],
    ["the last day of one quarter", day(2025, 12, 31), "2026Q1"],
    ["the first day of two", day(2026, 1, 1), "2026Q2 2026Q3"],
    ["the end of a year", day(2026, 12, 31), "2027Q1 2027Q2"],
  ])("%s", (_, date, quarters) => {
    expect(labels({ benefit: "maternity", date })).toBe(quarters);
  });
});

describe("during sickness", () => {
  const sickness = (date: Day, until: Day, endKind?: ExemptQuestion["endKind"]): ExemptQuestion => ({
    benefit: "sickness",
    date,
    until,
    endKind,
  });

  test.each([
    ["begins in the first month", day(2025, 1, 31), day(2025, 6, 1), "resume-self-employed", "2025Q1 2025Q2"],
    ["begins in the second month", day(2025, 2, 1), day(2025, 6, 1), "resume-self-employed", "2025Q2"],
    ["resumed in August", day(2025, 1, 20), day(2025, 8, 10), "resume-self-employed", "2025Q1 2025Q2"],
    ["resumed on the last day of August", day(2025, 1, 20), day(2025, 8, 31), "resume-self-employed", "2025Q1 2025Q2"],
    [
      "resumed on the first day of September",
      day(2025, 1, 20),
      day(2025, 9, 1),
      "resume-self-employed",
      "2025Q1 2025Q2 2025Q3",
    ],
    [
      "other scheme on the first day of a quarter",
      day(2025, 10, 31),
      day(2026, 4, 1),
      "resume-other-scheme",
      "2025Q4 2026Q1",
    ],
    [
      "other scheme on the second day",
      day(2025, 10, 31),
      day(2026, 4, 2),
      "resume-other-scheme",
      "2025Q4 2026Q1 2026Q2",
    ],
    [
      "recognition ends on the first day of a quarter",
      day(2025, 10, 31),
      day(2026, 4, 1),
      "recognition-end",
      "2025Q4 2026Q1",
    ],
    ["the first day held", day(2018, 1, 1), day(2018, 4, 2), "recognition-end", "2018Q1 2018Q2"],
    ["too short for a quarter", day(2025, 2, 3), day(2025, 3, 20), "recognition-end", ""],
  ] as const)("%s", (_, date, until, endKind, quarters) => {
    expect(labels(sickness(date, until, endKind))).toBe(quarters);
  });

  test("the kind of end is asked for where it decides, and only there", () => {
    expect(labels(sickness(day(2025, 2, 3), day(2025, 9, 15)))).toBe("2025Q2 2025Q3");
    expect(refusal(sickness(day(2025, 2, 3), day(2025, 8, 10)))).toMatchObject({
      key: "end-kind-needed",
      facts: { accepted: { words: END_KINDS, of: "endKind" } },
    });
  });
});

describe("during care", () => {
  test.each([
    ["five months", day(2024, 1, 31), day(2024, 5, 1), "2024Q1"],
    ["six months", day(2026, 2, 1), day(2026, 7, 31), "2026Q2 2026Q3"],
    ["two months", day(2026, 1, 1), day(2026, 2, 28), ""],
    ["twelve months", day(2025, 3, 1), day(2026, 2, 28), "2025Q2 2025Q3 2025Q4 2026Q1"],
    ["one month, the end before the start", day(2026, 2, 20), day(2026, 2, 1), ""],
  ])("%s", (_, date, until, quarters) => {
    expect(labels({ benefit: "caregiver", date, until })).toBe(quarters);
    expect(labels({ benefit: "caregiver", date, until, share: 0.5 })).toBe("");
  });
});

describe("refusals", () => {
  const [from, to] = [day(2025, 2, 3), day(2025, 9, 15)];
  test.each<[string, ExemptQuestion, string]>([
    ["an end of a birth", { benefit: "maternity", date: from, until: to }, "argument-superfluous"],
    ["a share of a sickness", { benefit: "sickness", date: from, until: to, share: 1 }, "argument-superfluous"],
    [
      "a kind of end of care",
      { benefit: "caregiver", date: from, until: to, endKind: "recognition-end" },
      "argument-superfluous",
    ],
    ["a sickness that lasts", { benefit: "sickness", date: from }, "until-needed"],
    ["care without its last month", { benefit: "caregiver", date: from }, "until-needed"],
    ["an end before the start", { benefit: "sickness", date: to, until: from }, "date-before"],
    ["an earlier month", { benefit: "caregiver", date: day(2025, 3, 1), until: day(2025, 2, 28) }, "date-before"],
    [
      "more than twelve months",
      { benefit: "caregiver", date: day(2025, 3, 1), until: day(2026, 3, 1) },
      "caregiver-months-exceeded",
    ],
  ])("#VALUE!: %s", (_, question, key) => {
    expect(refusal(question)).toMatchObject({ code: "value", key });
  });

  test.each(["sickness", "caregiver"] as const)("#N/A: %s before 2018", (benefit) => {
    expect(refusal({ benefit, date: day(2017, 12, 31), until: day(2018, 4, 1) })).toMatchObject({
      code: "notAvailable",
    });
  });
});

test("quarters are numbers that count", () => {
  expect(exemptQuarters({ benefit: "maternity", date: day(2026, 1, 1) }).value).toEqual([
    quarter(2026, 2),
    quarter(2026, 3),
  ]);
});

describe("the way to the quarters", () => {
  const way = (question: ExemptQuestion) => exemptQuarters(question).way();

  test("an event that gives none says so", () => {
    expect(way({ benefit: "maternity", date: day(2016, 9, 30) })).toMatchObject([{ step: "exempt-none", figures: [] }]);
  });

  test("the number of quarters after a birth is a figure of the law", () => {
    expect(way({ benefit: "maternity", date: day(2016, 10, 1) })).toMatchObject([
      {
        step: "exempt-maternity",
        article: "AR67 50 §5",
        figures: [{ id: "benefits.maternity.exempt-quarters", value: 1 }],
      },
    ]);
  });
});
