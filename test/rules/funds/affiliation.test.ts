import { tell } from "../../../src/i18n";
import { day, type Day } from "../../../src/rules/calendar";
import { affiliation } from "../../../src/rules/funds";
import "../../setup/lines";

const START = day(2026, 4, 1);
const FINES = { fineMinimum: 50_000, fineMaximum: 200_000, fineMitigated: 20_000 };
const NONE = { fineMinimum: 0, fineMaximum: 0, fineMitigated: 0 };
const rowOf = (start: Day, affiliated?: Day) => affiliation(start, affiliated).value[0]!;

test("before the start, at the earliest six months before", () => {
  expect(rowOf(START)).toEqual({ earliest: day(2025, 10, 1), latest: day(2026, 3, 31), inTime: "", ...FINES });
  expect(rowOf(START, day(2025, 10, 1))).toMatchObject({ inTime: true, ...NONE });
  expect(rowOf(START, day(2026, 3, 31))).toMatchObject({ inTime: true, ...NONE });
  // The day itself is late.
  expect(rowOf(START, START)).toMatchObject({ inTime: false, ...FINES });
  expect(() => affiliation(START, day(2025, 9, 30))).toThrow("affiliation-too-early");
});

test("a month without the day ends the six months on its last one", () => {
  expect(rowOf(day(2026, 8, 31)).earliest).toBe(day(2026, 2, 28));
  expect(rowOf(day(2024, 8, 29)).earliest).toBe(day(2024, 2, 29));
});

test("the rule of before July 2016 is not held", () => {
  expect(rowOf(day(2016, 7, 1)).latest).toBe(day(2016, 6, 30));
  expect(() => affiliation(day(2016, 6, 30))).toThrow("date-not-covered");
});

test("in words", () => {
  const told = (affiliated?: Day) =>
    affiliation(START, affiliated)
      .way()
      .map((line) => [tell(line), line.article]);
  const dates = [
    ["At the earliest 6 months before the start: 01/10/2025", "AR67 6"],
    ["Before the start of the activity: on 31/03/2026 at the latest", "AR38 10 §1"],
  ];
  const fines = [
    ["Late affiliation: administrative fine of €500.00 to €2,000.00 for each infringement", "AR38 17bis §1"],
    ["With mitigating circumstances at least 40% of the minimum: €200.00", "AR38 17bis §2"],
    ["INASTI gives notice: 30 days to choose a fund, then the National Auxiliary Fund", "AR67 9"],
  ];
  expect(told()).toEqual([...dates, ...fines]);
  expect(told(START)).toEqual([...dates, ["Affiliated on 01/04/2026", "AR38 10 §1"], ...fines]);
  expect(told(day(2026, 3, 31))).toEqual([...dates, ["Affiliated on 31/03/2026", "AR38 10 §1"]]);
  expect(affiliation(START, START).way()[2]).toMatchObject({ met: false });
});
