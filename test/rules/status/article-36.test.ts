import { day } from "../../../src/rules/calendar";
import { statusOf } from "./status-of";

describe("article 36: replacement income", () => {
  const at = (replacementIncome: number, date: number) => statusOf("replacement-income", { replacementIncome, date });

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
    expect(() => statusOf("replacement-income", { date: day(2025, 1, 1) })).toThrow("status-needs-amount");
    expect(() => statusOf("replacement-income", { replacementIncome: 200_000 })).toThrow("missing");
  });
});
