import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { affiliation, lastDayToChoose } from "../../../src/rules/funds";
import "../../setup/lines";

test("before the start, at the earliest six months before, with a fine of 500 to 2,000 euro", () => {
  const { value, way } = affiliation(day(2026, 4, 1));
  expect(value).toEqual({
    earliest: day(2025, 10, 1),
    last: day(2026, 3, 31),
    fine: { least: 50_000, most: 200_000 },
  });
  expect(way().map((line) => [tell(line), line.article])).toEqual([
    ["At the earliest 6 months before the start: 01/10/2025", "AR67 6"],
    ["Before the start of the activity: on 31/03/2026 at the latest", "AR38 10 §1"],
    ["Late affiliation: administrative fine of €500.00 to €2,000.00 for each infringement", "AR38 17bis §1"],
  ]);
});

test("thirty days after a notice", () => {
  const { value, way } = lastDayToChoose(day(2026, 3, 2));
  expect(value).toBe(day(2026, 4, 1));
  expect(way().map(tell)).toEqual(["A fund can be chosen for 30 days from the notice of INASTI: until 01/04/2026"]);
});
