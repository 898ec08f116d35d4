import { parseDate, parseNumber, parseTime } from "numfmt";
import type { Language } from "../../../src/i18n";
import { Refusal } from "../../../src/rules/refusal";
import { readTyped } from "../../../src/taskpane/kit/typed-value";

/** As the spreadsheet asks the same reader. */
const engine = (text: string): unknown => parseDate(text) ?? parseTime(text) ?? parseNumber(text);

const read = (text: string, language: Language): unknown => {
  const answer = readTyped("A1", text, language, engine);
  if (answer instanceof Refusal) return answer.key;
  return typeof answer === "object" ? answer.value : answer;
};

/** Days as Excel numbers them: =DATE(2026,10,1), =DATE(2026,11,28), =DATE(1985,7,30). */
const [OCTOBER, NOVEMBER, BORN] = [46_296, 46_354, 31_258];

const NBSP = "\u00A0";

describe.each(["fr", "nl", "de"] as const)("%s", (language) => {
  it.each([
    ["45.000", 45_000],
    ["45,000", 45],
    ["45000,50", 45_000.5],
    ["45000.50", 45_000.5],
    ["45 000", 45_000],
    [`45${NBSP}000,5`, 45_000.5],
    ["1234,56", 1234.56],
    ["1.234,56", 1234.56],
    ["1.234.567", 1_234_567],
    ["€ 40.000,50", 40_000.5],
    [`40.000,50${NBSP}€`, 40_000.5],
    ["EUR 40", 40],
    ["-2000", -2000],
    ["−2.000,00", -2000],
    ["20,5 %", 0.205],
    ["20,500%", 0.205],
    ["0,205", 0.205],
    ["1e20", 1e20],
    ["01/10/2026", OCTOBER],
    ["1-10-2026", OCTOBER],
    ["1.10.2026", OCTOBER],
    ["28/11/2026", NOVEMBER],
    ["28-11-26", NOVEMBER],
    ["2026-11-28", NOVEMBER],
    ["30/7/85", BORN],
    ["TRUE", true],
  ])("reads %s", (text, value) => {
    expect(read(text, language)).toBe(value);
  });

  it.each(["1/10", "1-10", "11/28/2026", "31/02/2026", "2026/11/28"])("asks which day %s is", (text) => {
    expect(read(text, language)).toBe("date");
  });

  it.each(["(45)", "$45.5"])("asks which number %s is", (text) => {
    expect(read(text, language)).toBe("number");
  });

  it.each(["", "Dupont", "0475 12 34 56", "02/123.45.67", "AR38 12 §1", "12:30", "BE0123.456.789", "Acerta"])(
    "leaves %s a text, or to the spreadsheet",
    (text) => {
      expect(read(text, language)).toBeUndefined();
    },
  );
});

it("in English a thousand cannot be told from a decimal, and the day comes first", () => {
  expect(["45.000", "45,000"].map((text) => read(text, "en"))).toEqual(["ambiguous-number", "ambiguous-number"]);
  expect(["45000.5", "45,000.50", "45.000,50", "01/10/2026"].map((text) => read(text, "en"))).toEqual([
    45_000.5,
    45_000.5,
    45_000.5,
    OCTOBER,
  ]);
});

it("reads the truth values of the language", () => {
  expect([read("vrai", "fr"), read("Onwaar", "nl"), read("WAHR", "de")]).toEqual([true, false, true]);
});

it("1.10.26 is a date in German, and may number a section elsewhere", () => {
  expect([read("1.10.26", "de"), read("1.10.26", "fr")]).toEqual([OCTOBER, "date"]);
});
