import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { companyExemption } from "../../../src/rules/company";
import "../../setup/lines";

const dormant = (since: number, year: number, until?: number) =>
  companyExemption({ ground: "dormant", since, year, until });

test("article 92bis: no activity from 1 January to 31 December", () => {
  expect(dormant(day(2025, 1, 1), 2025).value).toBe(true);
  expect(dormant(day(2025, 1, 2), 2025).value).toBe(false);
  expect(dormant(day(2025, 1, 2), 2026).value).toBe(true);
  expect(dormant(day(2024, 6, 1), 2025, day(2025, 12, 31)).value).toBe(true);
  expect(dormant(day(2024, 6, 1), 2025, day(2025, 12, 30)).value).toBe(false);
});

test("in words", () => {
  expect(
    dormant(day(2024, 12, 31), 2025)
      .way()
      .map((line) => [tell(line), line.article]),
  ).toEqual([
    ["No activity from 31/12/2024 on; the whole of 2025 is needed", "L92 92bis"],
    ["No contribution is due for 2025", "L92 92bis"],
    ["On request, with a certificate of the tax office; what was already paid is given back", "L92 92bis"],
  ]);
  expect(
    dormant(day(2024, 12, 31), 2025, day(2025, 3, 1))
      .way()
      .map(tell),
  ).toEqual([
    "No activity from 31/12/2024 to 01/03/2025; the whole of 2025 is needed",
    "The contribution of 2025 is due",
  ]);
});
