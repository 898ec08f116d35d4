import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { OCCUPATIONS, otherOccupationStatus } from "../../../src/rules/status";
import "../../setup/lines";

/** What every occupation needs. */
const ENOUGH = { daysPerYear: 300, replacementIncome: 200_000, incapacity: 0.7, keepsPensionRights: true };

test("nothing else is the principal status", () => {
  const { value, way } = otherOccupationStatus({ occupation: "none" });
  expect(value).toBe("principal");
  expect(way().at(-1)).toMatchObject({ step: "status-principal", article: "AR38 12 §1" });
});

test("nothing is answered before 2015", () => {
  for (const occupation of OCCUPATIONS) {
    const situation = { occupation, ...ENOUGH, workShare: 1 };
    expect(() => otherOccupationStatus({ ...situation, date: day(2014, 12, 31) })).toThrow("year-before-system");
  }
});

test("every answer has an article and the conditions that decide, in words", () => {
  for (const occupation of OCCUPATIONS) {
    const situation = { occupation, ...ENOUGH, workShare: 0.55 };
    const way = otherOccupationStatus({ ...situation, date: day(2025, 3, 1) }).way();
    expect(way.at(-1)!.article).toMatch(/^AR(38|67) \d+/);
    expect(way.slice(0, -1).length).toBeGreaterThan(0);
    const REMARK = /-read$/;
    for (const { step, met } of way.slice(0, -1).filter((line) => !REMARK.test(line.step)))
      expect([step, met]).toEqual([step, expect.any(Boolean)]);
    for (const one of way) expect(tell(one)).not.toMatch(/^pane:|\{\{/);
  }
  expect(otherOccupationStatus({ occupation: "employee", workShare: 0.4974 }).way().map(tell)).toEqual([
    "Share of full time: 49.74%, 50% needed",
    "The self-employed activity is the main occupation",
  ]);
});
