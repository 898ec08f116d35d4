import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { otherOccupationStatus } from "../../../src/rules/status";
import { statusOf } from "./status-of";
import "../../setup/lines";

const ON = day(2025, 6, 1);

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

  test("who keeps rights without the benefit is named, not judged", () => {
    const situation = { occupation: "replacement-income", replacementIncome: 100_000, date: ON } as const;
    expect(otherOccupationStatus(situation).way().map(tell)).toEqual([
      "Benefit a month: €1,000.00; minimum pension on 01/01/2025: €1,773.34",
      "Interpretation: the minimum pension in force on 1 January holds for the whole year, as INASTI applies it",
      "Not judged: who keeps rights to a pension of the other scheme in another way stays complementary",
      "The self-employed activity is the main occupation",
    ]);
  });
});

describe("article 36: an accident at work or an occupational disease", () => {
  const at = (incapacity?: number, replacementIncome?: number, date: number | undefined = ON) =>
    statusOf("work-accident", { incapacity, replacementIncome, date });

  test("counts from an incapacity of 66 %, and then by its amount", () => {
    expect(at(0.66, 177_334)).toBe("complementary");
    expect(at(0.66, 177_333)).toBe("principal");
    expect(at(0.6599, 300_000)).toBe("principal");
    expect(at(0.2)).toBe("principal");
  });

  test("needs its incapacity, its amount and a date", () => {
    expect(() => at(undefined, 190_000)).toThrow("status-needs-incapacity");
    expect(() => at()).toThrow("status-needs-incapacity");
    expect(() => at(0.7)).toThrow("status-needs-amount");
    expect(() => statusOf("work-accident", { incapacity: 0.7, replacementIncome: 190_000 })).toThrow("missing");
    expect(() => statusOf("work-accident", { incapacity: 0.2, replacementIncome: 190_000 })).toThrow("missing");
  });

  test("in words", () => {
    const situation = { occupation: "work-accident", incapacity: 0.65, date: ON } as const;
    expect(
      otherOccupationStatus(situation)
        .way()
        .map((line) => [tell(line), line.met, line.article]),
    ).toEqual([
      ["Incapacity: 65%, 66% needed", false, "AR67 36 §1 1°"],
      ["The self-employed activity is the main occupation", undefined, "AR38 12 §1"],
    ]);
  });
});

describe("article 36 §1 2°: rights that are kept", () => {
  test.each([
    ["thematic-leave", "single"],
    ["notice-indemnity", "two"],
  ] as const)("%s always keeps them, as sure as what says so: %s", (occupation, confidence) => {
    const { value, way } = otherOccupationStatus({ occupation });
    expect(value).toBe("complementary");
    expect(way()[0]).toMatchObject({ met: true, article: "AR67 36 §1 2°", confidence });
  });

  test("time credit keeps them or not", () => {
    expect(statusOf("time-credit", { keepsPensionRights: true })).toBe("complementary");
    expect(statusOf("time-credit", { keepsPensionRights: false })).toBe("principal");
    expect(() => statusOf("time-credit")).toThrow("status-needs-pension-rights");
    // It says nothing of the others.
    expect(statusOf("none", { keepsPensionRights: true })).toBe("principal");
  });
});
