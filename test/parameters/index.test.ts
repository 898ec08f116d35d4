import { dated, isParameterId, lastDayCovered, parameterIds, series } from "../../src/parameters";
import de from "../../src/i18n/de/notes.json";
import en from "../../src/i18n/en/notes.json";
import fr from "../../src/i18n/fr/notes.json";
import nl from "../../src/i18n/nl/notes.json";

const JANUARY_1_2015 = 42005;
const DECEMBER_31_2026 = 46387;
/** The numerator of the index ends with the last published year. */
const LAST_DAY = series("contributions.index.numerator").at(-1)!.to!;

const all = parameterIds().flatMap((id) => series(id));

/** Texts under their keys, as i18n reads them. */
function keys(texts: Readonly<Record<string, unknown>>, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [prefix + key] : keys(text as Record<string, unknown>, `${prefix}${key}/`),
  );
}

test("an article names one decree", () => {
  const articles = all.map(({ source }) => source.article);
  expect(articles.filter((article) => /\bAR(38|67) AR\b/.test(article))).toEqual([]);
});

describe("lookup by day", () => {
  // INASTI: first bracket 72,810.95 in 2024, 73,447.52 in 2025.
  const ceiling = (day: number) => dated("contributions.bracket1.ceiling", day)?.value;

  test("both ends of a year belong to it", () => {
    expect(ceiling(45292)).toBe(7281095);
    expect(ceiling(45657)).toBe(7281095);
    expect(ceiling(45658)).toBe(7344752);
  });

  test("nothing before the first value and after the last", () => {
    expect(ceiling(JANUARY_1_2015 - 1)).toBeUndefined();
    expect(ceiling(DECEMBER_31_2026)).toBe(7502454);
    expect(ceiling(LAST_DAY)).toBeDefined();
    expect(ceiling(LAST_DAY + 1)).toBeUndefined();
  });

  test("nothing in a gap", () => {
    // Liantis: 3.95 % on pages of 2018 and 2019, none of 2020.
    expect(dated("funds.fee.liantis", 43830)?.value).toBe(395);
    expect(dated("funds.fee.liantis", 43831)).toBeUndefined();
  });

  test("an open value has no end", () => {
    expect(dated("contributions.rate.bracket2", 60000)).toMatchObject({ value: 1416, decimals: 4, to: null });
  });

  test("the fraction of a year is exact", () => {
    expect(dated("contributions.index.numerator", 46022)).toMatchObject({
      value: 66228,
      decimals: 2,
      confidence: "official",
    });
  });

  test("words, conditions and dates", () => {
    expect(dated("benefits.entitlement.maternity.complementary", 46000)).toMatchObject({
      text: "conditional",
      condition: "full-contribution-employee-deducted",
      value: null,
    });
    expect(dated("benefits.index.last-confirmed-day", 46356)).toMatchObject({ unit: "date", value: 46356 });
  });

  test("a conflict is no figure", () => {
    expect(dated("contributions.reduction.step-4", JANUARY_1_2015)).toMatchObject({
      value: null,
      confidence: "conflict",
      note: "step-4-2015",
    });
  });
});

test("only ids are ids", () => {
  expect(isParameterId("contributions.bracket1.ceiling")).toBe(true);
  for (const text of [
    "",
    "contributions",
    "contributions.",
    "constructor.name",
    "contributions.bracket1",
    "Contributions.bracket1.ceiling",
  ]) {
    expect(isParameterId(text)).toBe(false);
  }
});

test("contributions are covered to the end of the last year of the index", () => {
  expect(lastDayCovered).toBe(LAST_DAY);
  expect(LAST_DAY).toBeGreaterThanOrEqual(DECEMBER_31_2026);
});

describe("every value", () => {
  test.each(parameterIds())("%s is sourced, and is a whole number, a word or an open question", (id) => {
    for (const { value, text, confidence, source, note } of series(id)) {
      const open = confidence === "unknown" || confidence === "conflict";
      expect([value !== null, text !== undefined, open].filter(Boolean)).toHaveLength(1);
      if (value !== null) expect(Number.isSafeInteger(value)).toBe(true);
      if (open) expect(note).toBeDefined();
      expect(source.title).not.toBe("");
    }
  });
});

describe("notes", () => {
  const used = new Set(
    all.flatMap(({ note, condition }) => [note ?? [], condition ? `condition/${condition}` : []].flat()),
  );

  test("each text is used, but for formulas that no derived value needs yet", () => {
    expect(keys(en).filter((key) => !used.has(key) && !key.startsWith("formula/"))).toEqual([]);
  });

  test.each(Object.entries({ fr, nl, de }))("%s has the texts of English", (_, texts) => {
    expect(keys(texts)).toEqual(keys(en));
  });
});
