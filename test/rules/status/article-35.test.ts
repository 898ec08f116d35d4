import fc from "fast-check";
import { tell } from "../../../src/i18n";
import { otherOccupationStatus } from "../../../src/rules/status";
import { statusOf } from "./status-of";
import "../../setup/lines";

describe("article 35: share of full time", () => {
  test.each(["employee", "interim", "contract-teacher"] as const)("%s: half", (occupation) => {
    expect(statusOf(occupation, { workShare: 0.5 })).toBe("complementary");
    expect(statusOf(occupation, { workShare: 0.4999 })).toBe("principal");
    expect(() => statusOf(occupation)).toThrow("missing");
  });

  test.each(["employee", "interim"] as const)("%s: 235 hours of the quarter decide before the share", (occupation) => {
    expect(statusOf(occupation, { hoursPerQuarter: 235 })).toBe("complementary");
    expect(statusOf(occupation, { hoursPerQuarter: 234.99 })).toBe("principal");
    // Half a contract, and fewer hours worked; a smaller contract, and more of them.
    expect(statusOf(occupation, { workShare: 0.5, hoursPerQuarter: 230 })).toBe("principal");
    expect(statusOf(occupation, { workShare: 0.4, hoursPerQuarter: 237.5 })).toBe("complementary");
  });

  test("hours say nothing of teachers and civil servants", () => {
    expect(() => statusOf("contract-teacher", { hoursPerQuarter: 235 })).toThrow("missing");
    expect(() => statusOf("civil-servant", { hoursPerQuarter: 235, daysPerYear: 200 })).toThrow("missing");
    expect(statusOf("contract-teacher", { workShare: 0.4, hoursPerQuarter: 400 })).toBe("principal");
  });

  test("the hours in words", () => {
    const [line] = otherOccupationStatus({ occupation: "interim", hoursPerQuarter: 235 }).way();
    expect([tell(line!), line!.met, line!.article]).toEqual([
      "Hours in the quarter: 235, 235 needed, with at least half time on its first and on its last day",
      true,
      "AR67 35 §1",
    ]);
  });

  test("tenured teacher: six tenths, five on request", () => {
    expect(statusOf("tenured-teacher", { workShare: 0.6 })).toBe("complementary");
    const { way } = otherOccupationStatus({ occupation: "tenured-teacher", workShare: 0.6 });
    expect(way().map(tell)).toContain(
      "Interpretation: an appointment for the school year meets the 8 months or 200 days; they are not asked",
    );
    expect(statusOf("tenured-teacher", { workShare: 0.59 })).toBe("article-37");
    expect(statusOf("tenured-teacher", { workShare: 0.5 })).toBe("article-37");
    expect(statusOf("tenured-teacher", { workShare: 0.49 })).toBe("principal");
  });

  test("civil servant: half, and 200 days or 8 months", () => {
    const at = (workShare: number, daysPerYear?: number, monthsPerYear?: number) =>
      statusOf("civil-servant", { workShare, daysPerYear, monthsPerYear });
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
        const at = (workShare: number) => rank[statusOf(occupation, { workShare, daysPerYear: 200 })];
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)));
      }),
    );
  });
});
