import { tell } from "../../src/i18n";
import { sickness } from "../../src/rules/benefits";
import { day } from "../../src/rules/calendar";
import { chooseYear } from "../../src/page/parameter-year";
import { callNamed, cellOf, sourceFunctions } from "../setup/excel";
import "../setup/lines";

const functions = sourceFunctions();

/** Three weeks of January 2026. */
const LATE = { start: "2026-01-01", end: "2026-01-21", family: "isolated" };
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

describe("what belongs to another scheme is #N/A, and says where to look", () => {
  const words: readonly (readonly [sentence: RegExp, words: readonly string[]])[] = [
    [/region where the child lives/, ["allocation de naissance", "startbedrag", "Geburtszulage", "birth-allowance"]],
    [/law of 23\/03\/2020/, ["corona", "covid", "double droit passerelle", "dubbel overbruggingsrecht"]],
    [/01\/07\/1997 to 31\/12\/2016/, ["assurance faillite", "faillissementsverzekering", "Konkursversicherung"]],
    [/BENEFIT\.SPRINGBOARD/, ["tremplin-indépendants", "springplank", "Sprungbrett", "chômage", "werkloosheid"]],
    [/mypension\.be.*PENSION\.EARLIEST/, ["pension légale", "wettelijk pensioen", "gesetzliche Pension"]],
    [
      /80% rule, circular 2022\/C\/33/,
      ["EIP", "engagement individuel de pension", "IPT", "individuelle Pensionszusage"],
    ],
    [/tax product open to everybody/, ["épargne-pension", "pensioensparen", "Pensionssparen", "pension savings"]],
  ];
  const asked = words.flatMap(([sentence, names]) => names.map((benefit) => [benefit, sentence] as const));

  test.each(asked)("%s", (benefit, sentence) => {
    const date = "2026-06-01";
    for (const [id, inputs] of [
      ["BENEFIT.RATE", { benefit, date }],
      ["BENEFIT.ENTITLED", { category: "principal", benefit, date }],
    ] as const) {
      expect(cellOf(() => call(id, inputs))).toBe("#N/A");
      expect(() => call(id, inputs)).toThrow(sentence);
    }
  });

  // Of these the table of rights knows who has them; no amount is held.
  test.each([
    ["kinderbijslag", /region where the child lives/],
    ["groeipakket", /region where the child lives/],
    ["CPTI", /law of 18\/02\/2018/],
    ["POZ", /law of 18\/02\/2018/],
    ["pensioen", /mypension\.be/],
  ])("the amount of %s", (benefit, sentence) => {
    const rate = () => call("BENEFIT.RATE", { benefit, date: "2026-06-01" });
    expect(cellOf(rate)).toBe("#N/A");
    expect(rate).toThrow(sentence);
  });

  test.each([
    ["overbruggingsrecht", "PASSERELLE.AMOUNT"],
    ["VAPZ", "PENSION.PLCI"],
    ["titres-services", "BENEFIT.VOUCHERS"],
  ])("%s has a function of its own", (benefit, name) => {
    const rate = () => call("BENEFIT.RATE", { benefit, date: "2026-06-01" });
    expect(cellOf(rate)).toBe("#VALUE!");
    expect(rate).toThrow(name);
  });
});

describe("units and results in the four languages", () => {
  test.each(["month", "mois", "maand", "Monat"])("a %s has 26 days", (unit) => {
    const inputs = { benefit: "maladie", date: "2023-07-15", variant: "avec charge", unit };
    expect(call("BENEFIT.RATE", inputs)).toBe(1947.92);
  });

  test.each(["annual-ceiling", "plafond annuel", "jaarplafond", "Jahresobergrenze"])("%s", (result) => {
    expect(call("BENEFIT.SPRINGBOARD", { annualIncome: -500, date: "2016-10-01", result })).toBe(4274.4);
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
    ["BENEFIT.RATE", { benefit: "caregiver", date: "2024-06-01", unit: "month" }, /unit does not apply to “caregiver/],
    ["BENEFIT.SICKNESS", { ...LATE, signed: "2026-01-20", end: "2026-01-10" }, /06\/01\/2026 and leaves 5 days/],
    ["BENEFIT.SICKNESS", { ...LATE, signed: "2026-01-20", end: "2026-07-01" }, /06\/01\/2026.*give it as start/],
    ["BENEFIT.SICKNESS", { ...LATE, signed: "2026-01-20", primaryStart: "2026-01-01" }, /first certificate/],
    ["BENEFIT.SICKNESS", { ...LATE, allowedWorkFrom: "2025-12-31" }, /allowedWorkFrom.*must not lie before start/],
    ["BENEFIT.VOUCHERS", { start: "2026-06-30", extraWeeks: 1 }, /before 01\/07\/2026 has no extra weeks.*1 was given/],
    ["BENEFIT.VOUCHERS", { start: "2026-09-01", extraWeeks: 4 }, /between 0 and 3/],
    ["BENEFIT.SPRINGBOARD", { annualIncome: null, date: "2026-03-01" }, /annualIncome is missing/],
    ["BENEFIT.SPRINGBOARD", { annualIncome: 1, date: "2026-12-01" }, /€18\.44 a day/],
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
      /No text settles the question\..*27\/09\/2015.*art\. 2\./,
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
  expect(tell(paid!)).toMatch(/08\/07\/2021 to 21\/07\/2021: 12 days, Sundays excluded, × €50\.67 = €608\.04/);
});
