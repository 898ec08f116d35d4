import { LANGUAGES, tell } from "../../src/i18n";
import { loadTexts } from "../../src/i18n/load";
import { adoption, birthLeave, caregiver, entitlement, maternity, sickness } from "../../src/rules/benefits";
import { day } from "../../src/rules/calendar";
import { plci } from "../../src/rules/pension";
import type { TraceLine } from "../../src/rules/trace";
import { settings } from "../../src/settings";
import { callNamed, cellOf, sourceFunctions } from "../setup/excel";

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
  settings.parameterYear = 2024;
  expect(right()).toBe("conditional");
  settings.parameterYear = null;
});

describe("every line of the way to an answer has a text", () => {
  const spell = { start: day(2023, 1, 2), end: day(2024, 6, 8), family: "isolated" as const };
  const lines: readonly TraceLine[] = [
    sickness(spell),
    sickness({ start: day(2018, 3, 1), end: day(2018, 4, 30), family: "isolated", primaryStart: day(2018, 2, 26) }),
    maternity({ start: day(2026, 7, 1), weeks: 3, halfWeeks: 26, indexSteps: 1 }),
    birthLeave({ birth: day(2026, 9, 25), halfDays: 21, indexSteps: 1 }),
    adoption({ start: day(2026, 3, 2), weeks: 6, maxWeeks: 16 }),
    caregiver({ start: day(2026, 3, 1), months: 2, monthsUsed: 3 }),
    caregiver({ start: day(2026, 3, 1), months: 2, share: 0.5 }),
  ]
    .flatMap((benefit): readonly TraceLine[] => [...benefit.lines, ...benefit.readings])
    .concat(plci({ income: 0, year: 2026 }).trace, plci({ income: 0, year: 2026, basis: "contribution" }).trace)
    .concat(
      (["primostarter-after-sickness", "article-37-mandate", "pension-age-spouse"] as const).flatMap(
        (category) => entitlement(category, "plci", day(2026, 6, 1)).readings,
      ),
    );

  test.each(LANGUAGES)("%s", async (language) => {
    await loadTexts(language);
    settings.language = language;
    const sentences = lines.map(tell);
    settings.language = "en";
    for (const sentence of sentences) expect(sentence).not.toMatch(/^trace\/|[{}]|NaN|undefined/);
  });

  test("an amount is told with its days and its rate", () => {
    const { lines: paid } = sickness({ start: day(2021, 7, 8), end: day(2021, 7, 21), family: "isolated" });
    expect(tell(paid[0]!)).toMatch(/08\/07\/2021 to 21\/07\/2021: 12 days without Sundays × €50\.67 = €608\.04/);
  });
});
