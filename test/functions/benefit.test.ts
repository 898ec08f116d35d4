import { tell } from "../../src/i18n";
import { sickness } from "../../src/rules/benefits";
import { day } from "../../src/rules/calendar";
import { chooseYear } from "../../src/page/parameter-year";
import { callNamed, cellOf, sourceFunctions } from "../setup/excel";
import "../setup/lines";

const functions = sourceFunctions();
const call = (id: string, inputs: Record<string, unknown>): unknown => callNamed(functions, id, inputs);

describe("words of the four languages", () => {
  const date = "2026-06-01";
  test.each([
    ["maladie", "isolée", 64_27],
    ["ziekte", "met gezinslast", 81_10],
    ["Krankheit", "zusammenwohnend", 49_29],
    ["congé de naissance", "demi-jour", 52_80],
    ["mantelzorg", "helft", 835_51],
    ["Mutterschaft", "ab Woche 5", 830_59],
  ])("%s, %s", (benefit, variant, cents) => {
    expect(call("BENEFIT.RATE", { benefit, date, variant })).toBe(cents / 100);
  });

  test("sickness stands for invalidity in a right", () => {
    for (const benefit of ["invalidité", "invalidity-assimilated", "maladie"])
      expect(call("BENEFIT.ENTITLED", { category: "student-zelfstandige", benefit, date })).toBe("conditional");
  });

  test("TRUE as text", () => {
    const inputs = { start: "2026-03-02", end: "2026-03-07", family: "cohabitant", primaryStart: "2024-03-04" };
    expect(call("BENEFIT.SICKNESS", { ...inputs, assimilated: "VRAI" })).toBe(330.6);
    expect(cellOf(() => call("BENEFIT.SICKNESS", { ...inputs, assimilated: "FAUX" }))).toBe("#N/A");
  });
});

describe("messages", () => {
  test.each([
    ["BENEFIT.MATERNITY", { start: "2026-03-02", weeks: 13, children: 1 }, /maximum of 12; .* 18 half weeks.*hospital/],
    ["BENEFIT.BIRTHLEAVE", { birth: "2020-12-31", halfDays: 21 }, /between 1 and 20/],
    ["BENEFIT.ADOPTION", { start: "2026-03-02", weeks: 11 }, /between 1 and 10.*disabled child or several children/],
    ["BENEFIT.CAREGIVER", { start: "2026-03-01", months: 7 }, /6 per request, 12 in a career/],
    ["BENEFIT.CAREGIVER", { start: "2026-03-01", months: 3, monthsUsed: 10 }, /2 of 12 in a career are left/],
    ["BENEFIT.BEREAVEMENT", { from: "2026-03-01", days: 11 }, /between 1 and 10/],
    ["BENEFIT.RATE", { benefit: "sickness", date: "2026-03-01" }, /with dependants, single or cohabitant/],
    ["BENEFIT.RATE", { benefit: "adoption", date: "2026-12-01" }, /€642\.84 a week, 01\/09\/2026 to 30\/11\/2026/],
    ["BENEFIT.RATE", { benefit: "passerelle", date: "2026-03-01" }, /PASSERELLE\.AMOUNT/],
    ["BENEFIT.RATE", { benefit: "family-allowances", date: "2026-03-01" }, /region/],
    ["BENEFIT.EXEMPTQUARTERS", { benefit: "passerelle", date: "2026-03-01" }, /forced interruption/],
    [
      "BENEFIT.EXEMPTQUARTERS",
      { benefit: "adoption", date: "2026-03-01" },
      /maternity benefit, incapacity for work or caregiver allowance/,
    ],
    [
      "BENEFIT.EXEMPTQUARTERS",
      { benefit: "sickness", date: "2025-02-03", until: "2025-08-10" },
      /resumption as self-employed, work in another scheme or end of recognition/,
    ],
    ["BENEFIT.EXEMPTQUARTERS", { benefit: "sickness", date: "2025-02-03" }, /until is missing/],
    ["BENEFIT.ENTITLED", { category: "student", benefit: "birth-leave", date: "2026-06-01" }, /12bis/],
    [
      "BENEFIT.ENTITLED",
      { category: "article-37", benefit: "caregiver", date: "2025-09-30" },
      /No text settles it\..*27\/09\/2015.*art\. 2\./,
    ],
  ])("%s says the maximum, the choice or the reason", (id, inputs, message) => {
    expect(() => call(id, inputs)).toThrow(message);
  });
});

test("a right without a date is that of 31 December of the parameter year", () => {
  const right = () => call("BENEFIT.ENTITLED", { category: "pension-age", benefit: "birth-leave" });
  expect(right()).toBe("entitled");
  chooseYear(2024);
  expect(right()).toBe("conditional");
  chooseYear(null);
});

test("an amount is told with its days and its rate", () => {
  const [paid] = sickness({ start: day(2021, 7, 8), end: day(2021, 7, 21), family: "isolated" }).way();
  expect(tell(paid!)).toMatch(/08\/07\/2021 to 21\/07\/2021: 12 days without Sundays × €50\.67 = €608\.04/);
});
