import fc from "fast-check";
import { statusOf } from "./status-of";

describe("article 35: share of full time", () => {
  test.each(["employee", "interim", "contract-teacher"] as const)("%s: half", (occupation) => {
    expect(statusOf(occupation, { workShare: 0.5 })).toBe("complementary");
    expect(statusOf(occupation, { workShare: 0.4999 })).toBe("principal");
    expect(() => statusOf(occupation)).toThrow("missing");
  });

  test("tenured teacher: six tenths, five on request", () => {
    expect(statusOf("tenured-teacher", { workShare: 0.6 })).toBe("complementary");
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
