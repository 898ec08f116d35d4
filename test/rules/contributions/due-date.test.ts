import { day, type Day, type QuarterOfYear } from "../../../src/rules/calendar";
import { dueDate } from "../../../src/rules/contributions";
import { attempt, Refusal } from "../../../src/rules/refusal";

type Beginning = Parameters<typeof dueDate>[2];

const due = (year: number, quarter: QuarterOfYear, beginning?: Beginning): Day =>
  dueDate(year, quarter, beginning).value;

const steps = (year: number, quarter: QuarterOfYear, beginning?: Beginning) =>
  dueDate(year, quarter, beginning)
    .way()
    .map(({ step, article }) => [step, article]);

const refused = (year: number, quarter: QuarterOfYear, beginning: Beginning): string => {
  const found = attempt(() => dueDate(year, quarter, beginning));
  return found instanceof Refusal ? `${found.code} ${found.key}` : "answers";
};

const start = day(2025, 4, 10);

// Royal decree of 19/12/1967, article 42.
test("a quarter is due on its last day, in any year to come", () => {
  expect([1, 2, 3, 4].map((n) => due(2026, n as QuarterOfYear))).toEqual([
    day(2026, 3, 31),
    day(2026, 6, 30),
    day(2026, 9, 30),
    day(2026, 12, 31),
  ]);
  expect(due(2040, 1)).toBe(day(2040, 3, 31));
  expect(steps(2026, 1)).toEqual([["due-date", "AR67 42"]]);
});

// Article 44 §2.
describe("the respite of who begins", () => {
  test("is for two quarters: to the end of the quarter after, where nothing is said of the notice", () => {
    expect(due(2025, 2, { start })).toBe(day(2025, 9, 30));
    expect(due(2025, 3, { start })).toBe(day(2025, 12, 31));
    expect(due(2025, 4, { start })).toBe(day(2025, 12, 31));
    expect(due(2026, 2, { start })).toBe(day(2026, 6, 30));
    expect(steps(2025, 2, { start })).toEqual([
      ["due-date", "AR67 42"],
      ["due-date-respite-assumed", "AR67 44 §2"],
    ]);
    expect(steps(2025, 4, { start })).toEqual([["due-date", "AR67 42"]]);
  });

  test("runs from the quarter of the notice, never to before the end of the quarter itself", () => {
    const sent = (noticeSent: Day) => due(2025, 3, { start, noticeSent });
    expect(sent(day(2025, 3, 31))).toBe(day(2025, 9, 30));
    expect(sent(day(2025, 6, 30))).toBe(day(2025, 9, 30));
    expect(sent(day(2025, 7, 1))).toBe(day(2025, 12, 31));
    expect(sent(day(2025, 10, 1))).toBe(day(2026, 3, 31));
    expect(steps(2025, 3, { start, noticeSent: start })).toEqual([
      ["due-date", "AR67 42"],
      ["due-date-respite", "AR67 44 §2"],
    ]);
  });

  test("asks for an affiliation before the day of the start", () => {
    expect(due(2025, 2, { start, affiliated: start - 1 })).toBe(day(2025, 9, 30));
    expect(due(2025, 2, { start, affiliated: start })).toBe(day(2025, 6, 30));
    expect(steps(2025, 2, { start, affiliated: start })).toEqual([
      ["due-date", "AR67 42"],
      ["due-date-affiliated-late", "AR67 44 §2"],
    ]);
    expect(steps(2025, 4, { start, affiliated: start })).toEqual([["due-date", "AR67 42"]]);
  });

  test("has no text for a start before 29/07/2016; later quarters of it are ordinary", () => {
    const before = day(2016, 7, 28);
    expect(refused(2016, 3, { start: before })).toBe("notAvailable respite-not-held");
    expect(refused(2016, 4, { start: before, affiliated: before })).toBe("notAvailable respite-not-held");
    expect(due(2017, 1, { start: before })).toBe(day(2017, 3, 31));
    expect(due(2016, 3, { start: before + 1 })).toBe(day(2016, 12, 31));
  });

  test("has no quarter before the start, and no notice or affiliation without one", () => {
    expect(refused(2025, 1, { start })).toBe("value quarter-before-start");
    expect(refused(2014, 4, { start })).toBe("value quarter-before-start");
    expect(refused(2014, 4, { start: day(2014, 1, 1) })).toBe("notAvailable year-before-system");
    expect(refused(2025, 2, { noticeSent: start })).toBe("value argument-needs-start");
    expect(refused(2025, 2, { affiliated: start })).toBe("value argument-needs-start");
  });
});
