import fc from "fast-check";
import { civilDate, day, firstDay, quarterOf } from "../../../src/rules/calendar";
import { fundChange, fundChangeRequest, type SwitchQuestion } from "../../../src/rules/funds";
import { attempt } from "../../../src/rules/refusal";

const question = (since: number, more: Partial<SwitchQuestion> = {}): SwitchQuestion => ({
  since,
  kind: "person",
  upToDate: true,
  ...more,
});
const change = (since: number, more: Partial<SwitchQuestion> = {}) => fundChange(question(since, more)).value;

describe("persons: article 10 of the royal decree of 19/12/1967", () => {
  test("four years, complete on the 1 January", () => {
    expect(change(day(2022, 1, 1))).toBe(day(2026, 1, 1));
    expect(change(day(2022, 3, 31))).toBe(day(2026, 1, 1));
    expect(change(day(2022, 4, 1))).toBe(day(2027, 1, 1));
    expect(change(day(2022, 12, 31))).toBe(day(2027, 1, 1));
  });

  test("30 June is the last day to ask for the next 1 January", () => {
    expect(change(day(2015, 1, 1), { asOf: day(2026, 6, 30) })).toBe(day(2027, 1, 1));
    expect(change(day(2015, 1, 1), { asOf: day(2026, 7, 1) })).toBe(day(2028, 1, 1));
    expect(change(day(2015, 1, 1), { asOf: day(2026, 12, 31) })).toBe(day(2028, 1, 1));
  });

  test("none in the year of the legal pension age, none after the year of an early pension", () => {
    const since = day(2022, 1, 1);
    expect(change(since, { pensionAgeYear: 2027 })).toBe(day(2026, 1, 1));
    expect(() => change(since, { pensionAgeYear: 2026 })).toThrow("switch-after-pension");
    expect(change(since, { earlyPensionYear: 2026 })).toBe(day(2026, 1, 1));
    expect(() => change(since, { earlyPensionYear: 2025 })).toThrow("switch-after-pension");
    // The earlier of the two years is the last one.
    const both = { pensionAgeYear: 2030, earlyPensionYear: 2025 };
    expect(attempt(() => change(since, both))).toMatchObject({
      key: "switch-after-pension",
      facts: { day: { day: day(2026, 1, 1) }, last: { day: day(2025, 1, 1) } },
    });
  });

  test("none with debts", () => {
    expect(() => change(day(2022, 1, 1), { upToDate: false })).toThrow("switch-debts");
  });

  test("an assisting spouse is not judged", () => {
    expect(() => change(day(2022, 1, 1), { kind: "spouse" })).toThrow("switch-spouse");
  });
});

describe("companies: article 90 of the law of 30/12/1992", () => {
  const company = { kind: "company" } as const;

  test("three contribution years from January to March", () => {
    expect(change(day(2023, 1, 1), company)).toBe(day(2026, 1, 1));
    const [years] = fundChange(question(day(2023, 3, 31), company)).way();
    expect(years).toMatchObject({ facts: { clock: { day: day(2023, 1, 1) }, years: 3, year: 2026 } });
    expect(change(day(2023, 3, 31), company)).toBe(day(2026, 1, 1));
  });

  test("a later affiliation is open", () => {
    expect(attempt(() => change(day(2023, 4, 1), company))).toMatchObject({
      key: "switch-company-open",
      facts: { first: { day: day(2026, 1, 1) }, second: { day: day(2027, 1, 1) } },
    });
  });

  test("no pension rule", () => {
    expect(change(day(2023, 1, 1), { ...company, pensionAgeYear: 2020, earlyPensionYear: 2020 })).toBe(day(2026, 1, 1));
  });

  test("none with debts", () => {
    expect(() => change(day(2023, 1, 1), { ...company, upToDate: false })).toThrow("switch-debts");
  });
});

test("always a 1 January, never before the clock, and asked for half a year before", () => {
  const days = fc.integer({ min: day(1990, 1, 1), max: day(2040, 12, 31) });
  fc.assert(
    fc.property(days, fc.option(days, { nil: undefined }), (since, asOf) => {
      const [first, request] = [fundChange, fundChangeRequest].map((ask) => ask(question(since, { asOf })).value);
      const { year, month, day: dayOfMonth } = civilDate(first!);
      const clock = civilDate(firstDay(quarterOf(since)));
      expect([month, dayOfMonth]).toEqual([1, 1]);
      expect(first).toBeGreaterThanOrEqual(day(clock.year + 4, clock.month, 1));
      expect(request).toBe(day(year - 1, 6, 30));
      if (asOf !== undefined) expect(request).toBeGreaterThanOrEqual(asOf);
    }),
  );
});

test("a later question never has an earlier answer", () => {
  const days = fc.integer({ min: day(2015, 1, 1), max: day(2040, 12, 31) });
  fc.assert(
    fc.property(days, days, fc.nat(2000), (since, asOf, later) => {
      expect(change(since, { asOf: asOf + later })).toBeGreaterThanOrEqual(change(since, { asOf }));
      expect(change(since + later, { asOf })).toBeGreaterThanOrEqual(change(since, { asOf }));
    }),
  );
});

test("the way names each bound with its article", () => {
  const { way } = fundChange(question(day(2015, 1, 1), { asOf: day(2026, 5, 1), pensionAgeYear: 2030 }));
  expect(way().map(({ step, article }) => [step, article])).toEqual([
    ["switch-years", "AR67 10 §1"],
    ["switch-request", "AR67 10 §2"],
    ["switch-pension", "AR67 10 §1"],
    ["switch-result", "AR67 10"],
  ]);
});
