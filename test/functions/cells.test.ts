import fc from "fast-check";
import { category, day as date, fund, income, indexation, year } from "../../src/definitions/arguments";
import { day } from "../../src/rules/calendar";
import { LAST_YEAR } from "../../src/rules/contributions";
import { Refusal } from "../../src/rules/refusal";
import { chooseYear } from "../../src/page/parameter-year";

const refused = (reading: unknown): string => (reading instanceof Refusal ? reading.key : "read");

describe("amounts", () => {
  test.each([
    [0, 0],
    [-0, 0],
    [12_500, 1_250_000],
    [0.1 + 0.2, 30],
    [1.005, 101],
    [8832.73, 883_273],
    [-1500.5, -150_050],
    [-1.005, -101],
    [33_333.335, 3_333_334],
    // Excel keeps 15 digits: this is 640.625 with the noise of an earlier calculation.
    [640.6249999999999, 64_063],
    [1e-7, 0],
    ["12500", 1_250_000],
    ["12 500,50", 1_250_050],
    ["12 500,50", 1_250_050],
    ["12.500,50", 1_250_050],
    ["12,500.50", 1_250_050],
    ["1.234.567", 123_456_700],
    ["€ 871,71", 87_171],
    ["-3,5", -350],
    ["0,125", 13],
    ["1,2340", 123],
    ["10,0050", 1001],
    ["-10,0050", -1001],
    ["10,0049999999999999999999", 1000],
    ["007,50", 750],
    ["1e3", 100_000],
    ["-0", 0],
    [[[40_000]], 4_000_000],
  ])("%p is %d cents", (cell, cents) => {
    expect(income.read("income", cell)).toBe(cents);
  });

  /** A decimal with some digits behind its comma. */
  const decimals = fc.tuple(fc.integer({ min: 0, max: 10 ** 11 }), fc.integer({ min: 0, max: 8 }));
  const text = (digits: number, behind: number, comma: string): string => {
    const padded = String(digits).padStart(behind + 1, "0");
    return behind === 0 ? padded : `${padded.slice(0, -behind)}${comma}${padded.slice(-behind)}`;
  };

  test("any number, and its text, is rounded to the cent half up", () => {
    fc.assert(
      fc.property(decimals, fc.boolean(), ([digits, behind], negative) => {
        fc.pre(digits / 10 ** behind <= 1e9);
        const scale = 10n ** BigInt(behind);
        const cents = Number((BigInt(digits) * 200n + scale) / (2n * scale)) * (negative ? -1 : 1) + 0;
        const sign = negative ? "-" : "";
        expect(income.read("income", Number(sign + text(digits, behind, ".")))).toBe(cents);
        // Three digits behind a point may be thousands.
        if (behind !== 3) expect(income.read("income", sign + text(digits, behind, ","))).toBe(cents);
      }),
      { numRuns: 3000 },
    );
  });

  test("any percentage is a rate, to its last digit", () => {
    fc.assert(
      fc.property(decimals, ([digits, behind]) => {
        fc.pre(digits / 10 ** behind <= 10 && behind !== 3);
        const rate = fund.read("fund", `${text(digits, behind, ",")} %`);
        const { units, scale } = rate as { readonly units: number; readonly scale: number };
        expect(BigInt(units) * 10n ** BigInt(behind + 2)).toBe(BigInt(digits) * BigInt(scale));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    [null, "missing"],
    [" ", "missing"],
    ["12.500", "ambiguous-number"],
    ["1,234", "ambiguous-number"],
    ["1.2.3", "not-a-number"],
    ["1,2,3", "not-a-number"],
    ["12,34.567,8", "not-a-number"],
    ["--5", "not-a-number"],
    [false, "not-a-number"],
    [1e308, "too-large"],
    ["1e308", "too-large"],
    [-1e12, "too-large"],
    [Infinity, "not-finite"],
    [[[1], [2]], "not-a-single-value"],
    [{ type: "Error", basicValue: "#DIV/0!" }, "cell-error"],
  ])("%p is refused: %s", (cell, key) => {
    expect(refused(income.read("income", cell))).toBe(key);
  });

  // Types of Excel.CellValue: a number with a format of its own counts as the number; an entity stands for none.
  test.each([
    [{ type: "FormattedNumber", basicValue: 12_500.5, numberFormat: "#,##0.00 €" }, 1_250_050],
    [{ type: "Double", basicType: "Double", basicValue: 0 }, 0],
    [{ type: "String", basicValue: "12 500,50" }, 1_250_050],
  ])("the data type %p stands for its plain value", (cell, cents) => {
    expect(income.read("income", cell)).toBe(cents);
  });

  test("an entity stands for no amount", () => {
    expect(refused(income.read("income", { type: "Entity", text: "Brussels", basicValue: "#VALUE!" }))).toBe(
      "cell-error",
    );
  });

  test("every amount in cents comes back as itself, as number and as text", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
        const expected = cents === 0 ? 0 : cents;
        expect(income.read("income", cents / 100)).toBe(expected);
        expect(income.read("income", (cents / 100).toFixed(2).replace(".", ","))).toBe(expected);
      }),
    );
  });
});

describe("words", () => {
  test.each([
    ["principal", "principal"],
    ["Titre principal", "principal"],
    ["HOOFDBEROEP", "principal"],
    ["à titre complémentaire", "complementary"],
    ["a titre complementaire", "complementary"],
    ["bijberoep", "complementary"],
    ["nebenberuflich", "complementary"],
    ["Article 37", "article-37"],
    ["art. 37", "article-37"],
    ["étudiant-indépendant", "student"],
    ["student-zelfstandige", "student"],
    ["conjoint aidant", "spouse-maxi"],
    ["Meewerkende echtgenote", "spouse-maxi"],
    ["primo-starter", "primostarter"],
    ["gepensioneerde", "pensioner"],
  ])("%s is %s", (typed, value) => {
    expect(category.read("category", typed)).toBe(value);
  });

  test.each([
    ["securex integrity", "securex"],
    ["Securex", "securex"],
    ["Partena Professional", "partena"],
    ["ucm asbl", "ucm"],
    ["XERIUS vzw", "xerius"],
    ["Groupe S", "group-s"],
    ["L'Entraide", "steunt-elkander"],
    ["L’Entraide", "steunt-elkander"],
    ["Caisse d'assurances sociales Acerta", "acerta"],
    ["Caisse d’assurance sociale UCM", "ucm"],
    ["Acerta (asbl)", "acerta"],
    ["Liantis, sociaal verzekeringsfonds voor zelfstandigen", "liantis"],
    ["Partena – Caisse d’assurances sociales pour travailleurs indépendants", "partena"],
    ["Sozialversicherungskasse Securex", "securex"],
    ["social insurance fund Xerius", "xerius"],
  ])("%s is the fund %s", (typed, id) => {
    expect(fund.read("fund", typed)).toBe(id);
  });

  test.each([
    [0.0305, { units: 305, scale: 10_000 }],
    ["0,0305", { units: 305, scale: 10_000 }],
    ["3,05 %", { units: 305, scale: 10_000 }],
    [0.03125, { units: 3125, scale: 100_000 }],
    [0, { units: 0, scale: 1 }],
    // Smaller than any amount can feel, yet a number that Excel holds.
    [1.2345678901e-300, { units: 0, scale: 1 }],
    [`0,${"0".repeat(400)}1`, { units: 0, scale: 1 }],
  ])("%p is a rate", (typed, rate) => {
    expect(fund.read("fund", typed)).toEqual(rate);
  });

  test.each(["asbl", "Caisse d'assurances sociales Untel"])("%s is refused as it was typed", (typed) => {
    expect((fund.read("fund", typed) as Refusal).facts["given"]).toBe(typed);
  });

  test("a former name of a fund is not mapped silently", () => {
    expect(["Zenito", "ADMB", "HDP"].map((name) => refused(fund.read("fund", name)))).toEqual(
      Array(3).fill("unknown-word"),
    );
  });
});

describe("dates and years", () => {
  test.each([
    [42_005, day(2015, 1, 1)],
    [42_005.75, day(2015, 1, 1)],
    ["2026-01-31", day(2026, 1, 31)],
    ["2025-02", day(2025, 2, 1)],
  ])("%p is day %d", (cell, serial) => {
    expect(date.read("date", cell)).toBe(serial);
  });

  test("a year where a date belongs is told apart", () => {
    expect(refused(date.read("start", 2021))).toBe("date-looks-like-year");
  });

  test("the year left out is the parameter year of the workbook, else the last published one", () => {
    expect(year.read("year", null)).toBe(LAST_YEAR);
    chooseYear(2021);
    expect(year.read("year", null)).toBe(2021);
    chooseYear(null);
  });

  test("an indexation keeps its exact decimals", () => {
    expect(indexation.read("indexation", 0.02)).toBe("0.02");
    expect(indexation.read("indexation", "2 %")).toBe("0.02");
    expect(indexation.read("indexation", null)).toBeUndefined();
  });

  // Rule book 9: above -1. A 2 is meant as 2 %.
  test.each([-1, "-100 %", -1.5, 2])("an indexation of %p is refused", (growth) => {
    expect(refused(indexation.read("indexation", growth))).toBe("growth-not-fraction");
  });
});
