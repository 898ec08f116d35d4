import fc from "fast-check";
import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import {
  affiliationDeadline,
  companyContribution,
  companyDueDate,
  companyPrescription,
  companySurcharge,
  starterExemption,
} from "../../../src/rules/company";

describe("article 91: the amount", () => {
  // Thresholds as published by the funds and news.belgium.be.
  test.each([
    [2019, 70_024_709, 34_750, 86_800],
    [2022, 74_641_017, 34_750, 86_800],
    [2025, 85_860_572, 39_973, 99_847],
    [2026, 87_916_344, 40_930, 102_238],
  ])("of %d: up to the threshold itself the small one", (year, threshold, small, large) => {
    expect(companyContribution(0, year)).toMatchObject({ amount: small, size: "small" });
    expect(companyContribution(threshold, year)).toMatchObject({ amount: small, size: "small" });
    expect(companyContribution(threshold + 1, year)).toMatchObject({ amount: large, size: "large" });
  });

  test("is not published for 2027 and not held before 2015", () => {
    expect(() => companyContribution(0, 2027)).toThrow("parameter-ended");
    expect(() => companyContribution(0, 2014)).toThrow("parameter-not-in-force");
  });

  test("is explained", () => {
    expect(companyContribution(120_000_000, 2025).trace.map(tell)).toEqual([
      "€1,200,000.00 exceeds €858,605.72",
      "contribution of 2025: €998.47 (single)",
    ]);
  });
});

describe("article 92: the last day to pay", () => {
  const due = (year: number, ...created: [number, number, number] | []) =>
    companyDueDate(year, created.length === 0 ? undefined : day(...created)).due;

  test("by year", () => {
    expect([2015, 2019, 2021, 2022, 2026].map((year) => due(year))).toEqual([
      day(2015, 6, 30),
      day(2019, 6, 30),
      day(2021, 12, 31),
      day(2022, 12, 31),
      day(2026, 12, 31),
    ]);
    expect(() => due(2020)).toThrow("figure-unknown");
    expect(() => due(2014)).toThrow("parameter-not-in-force");
  });

  test("by date of creation", () => {
    expect(due(2025, 2025, 9, 30)).toBe(day(2025, 12, 31));
    expect(due(2025, 2025, 10, 1)).toBe(day(2026, 1, 31));
    expect(due(2025, 2025, 11, 15)).toBe(day(2026, 2, 28));
    expect(due(2025, 2025, 12, 31)).toBe(day(2026, 3, 31));
    expect(due(2018, 2018, 3, 31)).toBe(day(2018, 6, 30));
    expect(due(2018, 2018, 4, 1)).toBe(day(2018, 7, 31));
    expect(due(2021, 2021, 12, 31)).toBe(day(2022, 3, 31));
    expect(due(2025, 2024, 12, 31)).toBe(day(2025, 12, 31));
    expect(() => due(2025, 2026, 1, 1)).toThrow("company-created-later");
  });
});

describe("article 93: the surcharge", () => {
  const surcharge = (paid: number) => companySurcharge(39_973, day(2025, 12, 31), paid).amount;

  test("counts each month begun", () => {
    expect(surcharge(day(2025, 12, 31))).toBe(0);
    expect(surcharge(day(2026, 1, 1))).toBe(400);
    expect(surcharge(day(2026, 1, 31))).toBe(400);
    expect(surcharge(day(2026, 2, 1))).toBe(799);
    expect(surcharge(day(2026, 12, 31))).toBe(4797);
  });

  test("nothing more is due within the month of the due date", () => {
    expect(companySurcharge(39_973, day(2026, 1, 10), day(2026, 1, 31)).amount).toBe(0);
  });

  test("never falls with time, nor exceeds one percent for each month begun", () => {
    const amounts = fc.integer({ min: 0, max: 1e9 });
    const due = day(2020, 6, 30);
    fc.assert(
      fc.property(amounts, fc.nat(3000), fc.nat(100), (amount, late, later) => {
        const first = companySurcharge(amount, due, due + late).amount;
        expect(companySurcharge(amount, due, due + late + later).amount).toBeGreaterThanOrEqual(first);
        expect(first).toBeLessThanOrEqual((amount * Math.ceil(late / 28)) / 100 + 1);
      }),
    );
  });
});

describe("article 94, 9°: starters", () => {
  const formed = day(2024, 3, 1);

  test("partnerships with twelve quarters at most", () => {
    expect(starterExemption({ formed, form: "partnership", quartersSubject: 12 }).exempt).toBe(true);
    expect(starterExemption({ formed, form: "partnership", quartersSubject: 13 }).exempt).toBe(false);
    expect(starterExemption({ formed, form: "capital-company", quartersSubject: 0 }).exempt).toBe(false);
  });

  test("the condition that fails is told", () => {
    const { conditions } = starterExemption({ formed, form: "partnership", quartersSubject: 13 });
    expect(conditions.map(({ step, met }) => [step, met])).toEqual([
      ["starter-form", true],
      ["starter-quarters", false],
    ]);
    expect(tell(conditions[1]!)).toBe("quarters in the social statute among the 40 before: 13, 12 at most");
  });

  test("the text of before November 2018 is not held", () => {
    const question = { form: "partnership", quartersSubject: 0 } as const;
    expect(starterExemption({ ...question, formed: day(2018, 11, 1) }).exempt).toBe(true);
    expect(() => starterExemption({ ...question, formed: day(2018, 10, 31) })).toThrow("parameter-not-in-force");
  });
});

test("article 89: three months to join a fund", () => {
  expect(affiliationDeadline(day(2025, 11, 30))).toBe(day(2026, 2, 28));
});

test("article 95: five years from the 1 January after the contribution year", () => {
  expect(companyPrescription(2025)).toEqual({ from: day(2026, 1, 1), lastDay: day(2030, 12, 31) });
});
