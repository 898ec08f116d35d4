import { tell } from "../../../src/i18n";
import { day } from "../../../src/rules/calendar";
import { companyPrescription } from "../../../src/rules/company";
import "../../setup/lines";

test("article 95: five years from the 1 January after the contribution year", () => {
  const { value, way } = companyPrescription(2025);
  expect(value).toEqual({ from: day(2026, 1, 1), lastDay: day(2030, 12, 31) });
  expect(way().map(tell)).toEqual(["Prescription: 5 years, from 01/01/2026 to 31/12/2030"]);
});
