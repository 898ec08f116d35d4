import { CATEGORIES, finalYear, askedRule, revalue } from "../rules/contributions";
import { feeFraction, FUNDS } from "../rules/funds";
import { category, feeRate, income, quarter, year } from "../definitions/arguments";
import { FIRST_LEGAL_YEAR, LAST_LEGAL_YEAR } from "../definitions/cells";
import { describe, type Language, LANGUAGES, reader } from "../i18n";
import { QUARTERS_OF_YEAR } from "../rules/calendar";
import { attempt, Refusal, type RefusalKey } from "../rules/refusal";
import { isFine, type Tables, type Years } from "../rules/tables";
import type { Cell, Relation } from "./relation";

/** What stands in a reason for what was given. */
const GIVEN = "{given}";
const YEAR = "{year}";

/** What is asked of a row of the caller's. */
export type Question = "quarterly" | "provisional" | "annual" | "fee";

type Ask = (year: number) => unknown;

/**
 * Every year without an answer, as a cell gives its reason, and the reasons in each language; years whose reasons differ only in the year
 * share a row.
 */
export function refusalRelations(
  { indexation }: Years,
  tables: Tables,
): { readonly refusal: Relation; readonly reason: Relation } {
  const reasons = new Reasons();
  const rowsOf = (question: Question, of: string, n: number, ask: Ask): Cell[][] =>
    spansOf(ask).map(({ refusal, first, last }) => [
      ...[question, of, n, first, last],
      reasons.idOf(refusal.key, () => describe(refusal).replaceAll(String(first), YEAR)),
    ]);
  /** The tables hold no fraction that leaves the whole numbers of an engine. */
  const held = (y: number): void => {
    const { rows } = isFine(tables.revaluation) ? tables.fineRevaluation : tables.revaluation;
    const [, , numerator] = rows.find(([of, incomeYear]) => of === y && incomeYear === y - 3) ?? [];
    if (numerator instanceof Refusal) throw numerator;
  };
  // First, for views know them by their places.
  for (const name of Object.keys(MISTAKES) as Mistake[])
    if (reasons.idOf(MISTAKES[name].key, () => toldOf(name)) !== mistakeId(name))
      throw new Error(`${name}: said twice`);
  const rows = [
    ...CATEGORIES.flatMap((of) => [
      ...QUARTERS_OF_YEAR.flatMap((n) => [
        ...rowsOf("quarterly", of, n, (y) => askedRule({ category: of, year: y, quarter: n, indexation })),
        ...rowsOf("provisional", of, n, (y) => [
          revalue(0, y, indexation),
          held(y),
          askedRule({ category: of, year: y, quarter: n, indexation }),
        ]),
      ]),
      ...rowsOf("annual", of, 0, (y) => finalYear(0, { category: of, year: y, indexation })),
    ]),
    ...FUNDS.flatMap(({ id }) => rowsOf("fee", id, 0, (y) => feeFraction(id, y))),
  ];
  const refusal: Relation = {
    name: "refusal",
    keys: ["question", "of_id", "quarter", "first_year"],
    columns: [
      { name: "question", type: "text" },
      { name: "of_id", type: "text" },
      { name: "quarter", type: "integer" },
      { name: "first_year", type: "integer" },
      { name: "last_year", type: "integer" },
      { name: "reason_id", type: "integer" },
    ],
    rows,
  };
  return { refusal, reason: reasons.relation() };
}

/** Sentences in each language, by the number that stands for them. */
class Reasons {
  private readonly ids = new Map<string, number>();
  private readonly rows: Cell[][] = [];

  idOf(key: RefusalKey, tell: () => string): number {
    const sentences = LANGUAGES.map((language) => [language, spokenIn(language, tell)] as const);
    const text = JSON.stringify([key, sentences]);
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.ids.size + 1;
    this.ids.set(text, id);
    for (const [language, sentence] of sentences) this.rows.push([id, language, key, sentence]);
    return id;
  }

  relation(): Relation {
    return {
      name: "reason",
      keys: ["reason_id", "language"],
      columns: [
        { name: "reason_id", type: "integer" },
        { name: "language", type: "text" },
        { name: "reason_key", type: "text" },
        { name: "reason", type: "text" },
      ],
      rows: this.rows,
    };
  }
}

function spokenIn(language: Language, tell: () => string): string {
  const before = reader.language;
  reader.language = language;
  try {
    return tell();
  } finally {
    reader.language = before;
  }
}

/** In which language reasons are told: one row, which the reader may change. */
export const languageRelation = (): Relation => ({
  name: "language",
  keys: ["language"],
  columns: [{ name: "language", type: "text" }],
  rows: [[reader.language]],
});

interface Span {
  readonly refusal: Refusal;
  readonly first: number;
  last: number;
}

function spansOf(ask: Ask): Span[] {
  const spans: Span[] = [];
  for (let asked = FIRST_LEGAL_YEAR; asked <= LAST_LEGAL_YEAR; asked++) {
    const refusal = attempt(() => ask(asked));
    if (!(refusal instanceof Refusal)) continue;
    const before = spans.at(-1);
    if (before?.last === asked - 1 && isLike(before.refusal, before.first, refusal, asked)) before.last = asked;
    else spans.push({ refusal, first: asked, last: asked });
  }
  return spans;
}

/** Whether two refusals differ in nothing but the year that each is of; a day or a quarter of it is another fact. */
const isLike = (a: Refusal, yearOfA: number, b: Refusal, yearOfB: number): boolean =>
  a.key === b.key && withoutYear(a, yearOfA) === withoutYear(b, yearOfB);

const withoutYear = ({ facts }: Refusal, of: number): string =>
  JSON.stringify(facts, (_, fact: unknown) => (fact === of ? YEAR : fact));

/** The words that SQL takes for a category. */
export const categoryRelation = (): Relation => ({
  name: "category",
  keys: ["category"],
  columns: [{ name: "category", type: "text" }],
  rows: CATEGORIES.map((of) => [of]),
});

/** Why an argument is none, as a cell says it; what stands for a value there is the place of the caller's. */
const MISTAKES = {
  incomeMissing: mistake(income.read("income", null)),
  incomeText: mistake(income.read("income", GIVEN)),
  incomeTooLarge: mistake(income.read("income", 1e10)),
  categoryMissing: mistake(category.read("category", null)),
  categoryUnknown: mistake(category.read("category", GIVEN)),
  yearMissing: mistake(new Refusal("missing", { argument: "year" })),
  yearOutside: mistake(year.read("year", FIRST_LEGAL_YEAR - 1), FIRST_LEGAL_YEAR - 1),
  quarterMissing: mistake(quarter.read("quarter", null)),
  quarterOutside: mistake(quarter.read("quarter", 55), 55),
  feeOutside: mistake(feeRate.read("fund", 0.77), 0.77),
} as const;

export type Mistake = keyof typeof MISTAKES;

/** The number of its reason. */
export const mistakeId = (mistake: Mistake): number => Object.keys(MISTAKES).indexOf(mistake) + 1;

interface Told {
  readonly key: RefusalKey;
  readonly refusal: Refusal;
  readonly value: string | undefined;
}

function mistake(reading: unknown, value?: number): Told {
  if (!(reading instanceof Refusal)) throw new Error("that is no refusal");
  return { key: reading.key, refusal: reading, value: value === undefined ? undefined : String(value) };
}

function toldOf(name: Mistake): string {
  const { refusal, value } = MISTAKES[name];
  const told = describe(refusal);
  return value === undefined ? told : told.replaceAll(value, GIVEN);
}
