import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { companyPrescription } from "../../../src/rules/company";
import "../../setup/lines";

test.each([
  ["contribution", "L92 95 §2"],
  ["refund", "L92 95 §3"],
] as const)("article 95, %s: five years from the 1 January after the year", (claim, article) => {
  const { value, way } = companyPrescription(2025, claim);
  expect(value).toBe(day(2030, 12, 31));
  expect(way().map((line) => [tell(line), line.article])).toEqual([
    ["Prescription: 5 years, from 01/01/2026 to 31/12/2030", article],
    [expect.stringMatching(/^If nothing interrupts it/), article],
  ]);
});

test("article 95: years before 2015 are not covered", () => {
  expect(() => companyPrescription(2014, "contribution")).toThrow("year-before-system");
});
