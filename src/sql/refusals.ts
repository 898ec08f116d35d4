import { CATEGORIES, finalYear, askedRule, revalue } from "../rules/contributions";
import { feeFraction, FUNDS } from "../rules/funds";
import { category, feeRate, income, quarter, year } from "../definitions/arguments";
import { FIRST_LEGAL_YEAR, LAST_LEGAL_YEAR } from "../definitions/cells";
import { describe } from "../i18n";
import { QUARTERS_OF_YEAR } from "../rules/calendar";
import { attempt, Refusal } from "../rules/refusal";
import type { Years } from "../rules/tables";
import type { Cell, Relation } from "./relation";

/** What stands in a reason for what was given. */
const GIVEN = "{given}";
const YEAR = "{year}";

/** What is asked of a row of the caller's. */
export type Question = "quarterly" | "provisional" | "annual" | "fee";

type Ask = (year: number) => unknown;

/** Every year without an answer, as a cell gives its reason; years whose reasons differ only in the year share a row. */
export function refusalRelation({ indexation }: Years): Relation {
  const rows = [
    ...CATEGORIES.flatMap((of) => [
      ...QUARTERS_OF_YEAR.flatMap((n) => [
        ...rowsOf("quarterly", of, n, (y) => askedRule({ category: of, year: y, quarter: n, indexation })),
        ...rowsOf("provisional", of, n, (y) => [
          revalue(0, y, indexation),
          askedRule({ category: of, year: y, quarter: n, indexation }),
        ]),
      ]),
      ...rowsOf("annual", of, 0, (y) => finalYear(0, { category: of, year: y, indexation })),
    ]),
    ...FUNDS.flatMap(({ id }) => rowsOf("fee", id, 0, (y) => feeFraction(id, y))),
  ];
  return {
    name: "refusal",
    keys: ["question", "of_id", "quarter", "first_year"],
    columns: [
      { name: "question", type: "text" },
      { name: "of_id", type: "text" },
      { name: "quarter", type: "integer" },
      { name: "first_year", type: "integer" },
      { name: "last_year", type: "integer" },
      { name: "reason", type: "text" },
    ],
    rows,
  };
}

interface Row {
  readonly refusal: Refusal;
  readonly first: number;
  last: number;
}

function rowsOf(question: Question, of: string, n: number, ask: Ask): Cell[][] {
  const rows: Row[] = [];
  for (let asked = FIRST_LEGAL_YEAR; asked <= LAST_LEGAL_YEAR; asked++) {
    const refusal = attempt(() => ask(asked));
    if (!(refusal instanceof Refusal)) continue;
    const before = rows.at(-1);
    if (before?.last === asked - 1 && isLike(before.refusal, before.first, refusal, asked)) before.last = asked;
    else rows.push({ refusal, first: asked, last: asked });
  }
  return rows.map(({ refusal, first, last }) => [
    question,
    of,
    n,
    first,
    last,
    describe(refusal).replaceAll(String(first), YEAR),
  ]);
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

/** Why an argument is none, as a cell says it. */
export const REASONS = {
  incomeMissing: () => said(income.read("income", null)),
  incomeText: () => said(income.read("income", GIVEN)),
  incomeTooLarge: () => said(income.read("income", 1e10)),
  categoryMissing: () => said(category.read("category", null)),
  categoryUnknown: () => said(category.read("category", GIVEN)),
  yearMissing: () => describe(new Refusal("missing", { argument: "year" })),
  yearOutside: () => said(year.read("year", FIRST_LEGAL_YEAR - 1)).replaceAll(String(FIRST_LEGAL_YEAR - 1), GIVEN),
  quarterMissing: () => said(quarter.read("quarter", null)),
  quarterOutside: () => said(quarter.read("quarter", 55)).replaceAll("55", GIVEN),
  feeOutside: () => said(feeRate.read("fund", 0.77)).replaceAll("0.77", GIVEN),
} as const;

function said(reading: unknown): string {
  if (!(reading instanceof Refusal)) throw new Error("that is no refusal");
  return describe(reading);
}
