import fc from "fast-check";
import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { type Occupation, OCCUPATIONS, otherOccupationStatus, type Situation } from "../../../src/rules/status";

const status = (occupation: Occupation, more: Partial<Situation> = {}) =>
  otherOccupationStatus({ occupation, ...more }).status;

describe("article 35: share of full time", () => {
  test.each(["employee", "interim", "contract-teacher"] as const)("%s: half", (occupation) => {
    expect(status(occupation, { workShare: 0.5 })).toBe("complementary");
    expect(status(occupation, { workShare: 0.4999 })).toBe("principal");
    expect(() => status(occupation)).toThrow("missing");
  });

  test("tenured teacher: six tenths, five on request", () => {
    expect(status("tenured-teacher", { workShare: 0.6 })).toBe("complementary");
    expect(status("tenured-teacher", { workShare: 0.59 })).toBe("article-37");
    expect(status("tenured-teacher", { workShare: 0.5 })).toBe("article-37");
    expect(status("tenured-teacher", { workShare: 0.49 })).toBe("principal");
  });

  test("civil servant: half, and 200 days or 8 months", () => {
    const at = (workShare: number, daysPerYear?: number, monthsPerYear?: number) =>
      status("civil-servant", { workShare, daysPerYear, monthsPerYear });
    expect(at(0.5, 200)).toBe("complementary");
    expect(at(0.5, 199)).toBe("principal");
    expect(at(0.5, undefined, 8)).toBe("complementary");
    expect(at(0.5, 199, 8)).toBe("complementary");
    expect(at(0.5, 200, 7)).toBe("complementary");
    expect(at(0.49, 366, 12)).toBe("principal");
    expect(() => at(0.8)).toThrow("missing");
  });

  test("more work never leads away from the complementary status", () => {
    const share = fc.double({ min: 0, max: 1.5, noNaN: true });
    const rank = { principal: 0, "article-37": 1, complementary: 2 };
    fc.assert(
      fc.property(fc.constantFrom("employee", "tenured-teacher", "civil-servant"), share, share, (occupation, a, b) => {
        const at = (workShare: number) => rank[status(occupation, { workShare, daysPerYear: 200 })];
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)));
      }),
    );
  });
});

describe("article 36: replacement income", () => {
  const at = (replacementIncome: number, date: number) => status("replacement-income", { replacementIncome, date });

  test("reaches the minimum pension of 1 January or not", () => {
    // The pension of 1 January holds all year: 1,773.34 in 2025 although February brought 1,808.77.
    expect(at(177_334, day(2025, 6, 1))).toBe("complementary");
    expect(at(177_333, day(2025, 6, 1))).toBe("principal");
    expect(at(144_436, day(2022, 6, 1))).toBe("complementary");
    expect(at(163_699, day(2023, 9, 1))).toBe("principal");
    expect(at(180_877, day(2026, 12, 31))).toBe("complementary");
    expect(at(180_876, day(2026, 12, 31))).toBe("principal");
  });

  test.each([2015, 2016, 2017, 2027])("no minimum is held on 1 January %d", (year) => {
    expect(() => at(500_000, day(year, 6, 1))).toThrow(/figure-unknown|parameter-not-in-force/);
  });

  test("needs its amount, and the amount a date", () => {
    expect(() => status("replacement-income", { date: day(2025, 1, 1) })).toThrow("status-needs-amount");
    expect(() => status("replacement-income", { replacementIncome: 200_000 })).toThrow("missing");
  });
});

describe("article 37: on request", () => {
  test.each(["married", "survivor"] as const)("%s", (occupation) => {
    expect(otherOccupationStatus({ occupation })).toMatchObject({ status: "article-37", category: "article-37" });
  });

  test("a political mandate has a ceiling of its own", () => {
    expect(otherOccupationStatus({ occupation: "political-mandate" }).category).toBe("article-37-mandate");
  });

  test("a recognised disability from the third quarter of 2023", () => {
    expect(status("disability")).toBe("article-37");
    expect(status("disability", { date: day(2023, 7, 1) })).toBe("article-37");
    expect(status("disability", { date: day(2023, 6, 30) })).toBe("principal");
  });
});

test("nothing else is the principal status", () => {
  expect(otherOccupationStatus({ occupation: "none" })).toMatchObject({ status: "principal", article: "AR38 12 §1" });
});

test("nothing is answered before 2015", () => {
  for (const occupation of OCCUPATIONS) {
    const situation = { occupation, workShare: 1, daysPerYear: 300, replacementIncome: 200_000 };
    expect(() => otherOccupationStatus({ ...situation, date: day(2014, 12, 31) })).toThrow("year-before-system");
  }
});

test("every answer has an article and the conditions that decide, in words", () => {
  for (const occupation of OCCUPATIONS) {
    const situation = { occupation, workShare: 0.55, daysPerYear: 300, replacementIncome: 200_000 };
    const { article, conditions } = otherOccupationStatus({ ...situation, date: day(2025, 3, 1) });
    expect(article).toMatch(/^AR(38|67) \d+/);
    expect(conditions.length).toBeGreaterThan(0);
    for (const one of conditions) expect(tell(one)).not.toMatch(/^trace\/|\{\{/);
  }
  const { conditions } = otherOccupationStatus({ occupation: "employee", workShare: 0.4974 });
  expect(conditions.map(tell)).toEqual(["share of full time: 49.74%, 50% needed"]);
});
