import { quarter } from "../../src/definitions/arguments";
import { answerTo } from "../../src/definitions/define";
import { inasti } from "../../src/definitions/inasti";
import { describe as told, type Language, reader } from "../../src/i18n";
import { attempt, Refusal } from "../../src/rules/refusal";

/** A row that has no answer, as a database holds it: category, year, quarter, income, and what stood in the place of an income. */
export interface Bad {
  readonly name: string;
  readonly category: string | null;
  readonly year: number | null;
  readonly quarter: number | null;
  readonly income: string | null;
  readonly given?: string;
  /** What a cell refuses. */
  readonly refusal: () => Refusal;
}

function cell(...cells: unknown[]): Refusal {
  const refusal = attempt(() => answerTo(inasti["INASTI.QUARTERLY"], cells));
  if (!(refusal instanceof Refusal)) throw new Error(`${String(cells)} has an answer`);
  return refusal;
}

const good = { category: "principal", year: 2026, quarter: 1, income: "40000" };

export const BAD: readonly Bad[] = [
  { ...good, name: "no income", income: null, refusal: () => cell(null, "principal", 2026, 1) },
  { ...good, name: "a text", income: null, given: "forty", refusal: () => cell("forty", "principal", 2026, 1) },
  {
    ...good,
    name: "a text with signs of ours",
    income: null,
    given: "'{year}' \\ {given}",
    refusal: () => cell("'{year}' \\ {given}", "principal", 2026, 1),
  },
  {
    ...good,
    name: "too much",
    income: "1000000000.01",
    refusal: () => cell(1_000_000_000.01, "principal", 2026, 1),
  },
  {
    ...good,
    name: "too large a loss",
    income: "-1000000000.01",
    refusal: () => cell(-1_000_000_000.01, "principal", 2026, 1),
  },
  { ...good, name: "no category", category: null, refusal: () => cell(40_000, null, 2026, 1) },
  { ...good, name: "an unknown category", category: "boss's", refusal: () => cell(40_000, "boss's", 2026, 1) },
  { ...good, name: "2014", year: 2014, refusal: () => cell(40_000, "principal", 2014, 1) },
  { ...good, name: "2035", year: 2035, refusal: () => cell(40_000, "principal", 2035, 1) },
  { ...good, name: "a year of no calendar", year: 20_260, refusal: () => cell(40_000, "principal", 20_260, 1) },
  // There is no workbook that would have one.
  { ...good, name: "no year", year: null, refusal: () => new Refusal("missing", { argument: "year" }) },
  { ...good, name: "a quarter of no year", quarter: 5, refusal: () => cell(40_000, "principal", 2026, 5) },
  { ...good, name: "no quarter", quarter: null, refusal: () => quarter.read("quarter", null) as Refusal },
  {
    ...good,
    ...{ name: "a category before its text", category: "student", year: 2016, quarter: 4 },
    refusal: () => cell(40_000, "student", 2016, 4),
  },
];

/** Key and sentence of each, as a cell has them. */
export function reasonsIn(language: Language): [key: string, reason: string][] {
  const before = reader.language;
  reader.language = language;
  try {
    return BAD.map(({ refusal }) => refusal()).map((one) => [one.key, told(one)]);
  } finally {
    reader.language = before;
  }
}

/** Member, category, year, quarter, income and what was given of each row, as text of SQL. */
export const badRows = (quoted: (text: string) => string): string[] =>
  BAD.map(({ category, year, quarter: q, income, given }, n) => {
    const text = (value: string | null | undefined) => (value == null ? "NULL" : quoted(value));
    return [`'${n}'`, text(category), year ?? "NULL", q ?? "NULL", income ?? "NULL", text(given)].join(", ");
  });
