import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { affiliationDeadline } from "../../../src/rules/company";
import "../../setup/lines";

test("article 89: three months to join a fund", () => {
  const { value, way } = affiliationDeadline(day(2025, 11, 30));
  expect(value).toBe(day(2026, 2, 28));
  expect(way().map(tell)).toEqual(["Affiliation within 3 months of the formation: until 28/02/2026"]);
});
