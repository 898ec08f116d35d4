import frenchMessages from "../../src/i18n/fr/messages.json";
import { LAST_YEAR } from "../../src/rules/contributions";
import { bundleFunctions, CellError, metadata } from "../setup/excel";

const functions = bundleFunctions();
const call = (id: string, ...args: unknown[]) => functions.get(id)!(...args);

describe("dist/functions.js in a host that has nothing but CustomFunctions", () => {
  test("registers exactly the functions of functions.json", () => {
    expect([...functions.keys()].sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
  });

  test("takes an omitted argument as null or as undefined", () => {
    // Rule book, table of section 2: minimum quarter of 2026; 40,000 at 20.5 % is 2,050 a quarter.
    expect(call("INASTI.QUARTERLY", 0, "principal", 2026)).toBe(890.42);
    expect(call("INASTI.QUARTERLY", 40_000, "principal", 2026, null, null, null)).toBe(2050);
  });

  test("a year left out is the last published one", () => {
    expect(call("INASTI.QUARTERLY", 0, "principal")).toBe(call("INASTI.QUARTERLY", 0, "principal", LAST_YEAR));
  });

  test("errors carry Excel's code and a sentence", () => {
    const year = LAST_YEAR + 1;
    expect(() => call("INASTI.QUARTERLY", 40_000, "principal", year)).toThrow(CellError);
    expect(() => call("INASTI.QUARTERLY", 40_000, "principal", year)).toThrow(
      expect.objectContaining({ code: "#N/A", message: expect.stringContaining(String(year)) as string }) as Error,
    );
    expect(() => call("INASTI.QUARTERLY", "abc", "principal", 2026)).toThrow(
      expect.objectContaining({ code: "#VALUE!", message: expect.stringContaining("abc") as string }) as Error,
    );
  });

  test("the words follow the language that the host chose", () => {
    const french = bundleFunctions({
      [Symbol.for("statut-social.reader")]: { language: "fr" },
      [Symbol.for("statut-social.texts")]: { fr: { messages: frenchMessages } },
      [Symbol.for("statut-social.parameter-year")]: { year: 2024 },
    });
    expect((french.get("INASTI.SCALE")!("principal") as string[][])[0]).toEqual([
      "de",
      "à",
      "montant annuel",
      "taux",
      "article",
      "fiabilité",
    ]);
    // And the parameter year of the workbook, for a formula that names none (rule book, section 2: minimum of 2024).
    expect(french.get("INASTI.QUARTERLY")!(0, "principal")).toBe(864.15);
  });

  test("tables are rectangular, without holes", () => {
    for (const spill of [
      call("INASTI.BREAKDOWN", 100_000, "principal", 2026),
      call("INASTI.SCALE", "complementary", 2026),
      call("INASTI.SOURCE", "contributions.bracket1.ceiling"),
      call("INASTI.VERSION"),
      call("FUND.COMPARE", 1000, 2026),
    ] as unknown[][][]) {
      expect(spill.length).toBeGreaterThan(1);
      expect(new Set(spill.map((row) => row.length)).size).toBe(1);
      expect(spill.flat().every((value) => typeof value === "string" || Number.isFinite(value))).toBe(true);
    }
  });
});
