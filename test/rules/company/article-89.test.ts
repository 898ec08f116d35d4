import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { companyDueDate } from "../../../src/rules/company";
import "../../setup/lines";

test("article 89: three months to join a fund, said beside the first due date", () => {
  const lines = companyDueDate(2025, day(2025, 11, 30)).way();
  expect([tell(lines.at(-1)!), lines.at(-1)!.article]).toEqual([
    "Affiliation within 3 months of the formation: until 28/02/2026",
    "L92 89",
  ]);
  // A company of an earlier year has joined.
  expect(
    companyDueDate(2026, day(2025, 11, 30))
      .way()
      .map(({ article }) => article),
  ).not.toContain("L92 89");
});
