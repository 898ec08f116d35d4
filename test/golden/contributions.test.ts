import { civilDate, type Day, quarterOf, quarterOfYear, yearOf } from "../../src/rules/calendar";
import { annualisedIncome, LAST_YEAR } from "../../src/rules/contributions";
import { type CustomFunction, sourceFunctions } from "../setup/excel";
import { figuresUntil } from "../setup/figures";
import { call, type Case, casesOf, cell, cells, columnOf, columns, records, runtimes } from "./harness";

const TOTAL = /^(4\*)?FUND\.TOTAL\((.+)\)$/;

type Functions = Map<string, CustomFunction>;
type Words = Readonly<Record<string, unknown>>;

const cents = (euros: unknown): number => Math.round(Number(euros) * 100);

/** FUND.TOTAL(X) is the total of X with the case's fund; 4*FUND.TOTAL(X) four times that rounded total. */
function withFee(functions: Functions, times: number, id: string, { fund, ...inputs }: Words): unknown {
  const total = call(functions, "FUND.TOTAL", { contribution: call(functions, id, inputs), fund });
  return (times * cents(total)) / 100;
}

/** Cases whose `function` is a composition or a piece of another one. */
const COMPOSED: Record<string, (functions: Functions, inputs: Words) => unknown> = {
  "INASTI.BATCH": (functions, inputs) => (call(functions, "INASTI.BATCH", inputs) as unknown[][]).flat(),
  "settlement with fee": (functions, { income, category, year, start, fund }) => {
    const others = { category, year, start, fund };
    const final = withFee(functions, 1, "INASTI.QUARTERLY", { ...others, income });
    const paid = withFee(functions, 1, "INASTI.PROVISIONAL", { ...others, incomeN3: null });
    return (cents(final) - cents(paid)) / 100;
  },
  "category change": (functions, { event, direction }) => {
    const holds = quarterOf(call(functions, "INASTI.STATUSFROM", { event, direction: String(direction).replace("to ", "") }) as Day);
    return `${yearOf(holds)}Q${quarterOfYear(holds)}`;
  },
  "incomplete year": (_functions, { income, quartersPrincipal, quartersComplementary }) => {
    const quarters = Number(quartersPrincipal) + Number(quartersComplementary);
    return { quarters, annualised: annualisedIncome(cents(income), quarters) / 100 };
  },
  // The rule book gives the base, the number of quarter ends and the 3 % part.
  "surcharge after an unjustified reduction": (functions, { year, provisionalN3, reducedPaid, final, statement }) => {
    const base = Math.min(Number(final), Number(provisionalN3)) - Number(reducedPaid);
    const due = call(functions, "INASTI.DUEDATE", { year, quarter: 4 });
    const claimedLater = call(functions, "INASTI.SURCHARGE", { amount: base, due, paid: statement, firstClaimed: statement });
    return { base, quarterEnds: cents(claimedLater) / (base * 3), quarterly: claimedLater };
  },
};

function evaluate(functions: Functions, { function: id, inputs }: Case): unknown {
  const composed = TOTAL.exec(id);
  if (composed) return withFee(functions, composed[1] ? 4 : 1, composed[2]!, inputs);
  if (COMPOSED[id]) return COMPOSED[id](functions, inputs);
  const { row, ...given } = inputs;
  const answer = call(functions, id, given);
  if (id === "INASTI.EFFECTIVERATE" && typeof answer === "number") return Number(answer.toFixed(6));
  if (id === "INASTI.AFFILIATION" && Array.isArray(answer)) return records(answer)[0];
  if (row === undefined || typeof answer === "string") return answer;
  return records(answer).find(({ year, quarter }) => row === (quarter === undefined ? year : [year, quarter].join("Q")));
}

interface Rows {
  readonly rows: readonly Words[];
  readonly count?: number;
  readonly sums?: Words;
}

const hasRows = (expected: unknown): expected is Rows =>
  typeof expected === "object" && expected !== null && "rows" in expected;

/** Error objects of a table as the code that their cell shows. */
const shown = (value: unknown): unknown => (value instanceof Error && "code" in value ? value.code : value);

const shownRow = (row: Words, nameOf = (name: string): string => name): Words =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [nameOf(name), shown(value)]));

/** Rows that stand there in that order, with the columns that are named, how many there are in all, and the amounts by year of their due date. */
function expectRows(table: unknown, { rows, count, sums }: Rows): void {
  const found = records(table).map((row) => shownRow(row));
  if (count !== undefined) expect(found).toHaveLength(count);
  if (sums !== undefined) expect(sumsOf(found)).toEqual(cells(sums));
  let next = 0;
  for (const row of rows) {
    const at = found.findIndex((one, index) => index >= next && Object.entries(columns(row)).every(([name, value]) => one[name] === value));
    if (at < 0) expect(found.slice(next)).toContainEqual(expect.objectContaining(columns(row)));
    next = at + 1;
  }
}

/** An amount that is not known leaves the sum of its year open. */
function sumsOf(rows: readonly Words[]): Record<string, unknown> {
  const sums: Record<string, unknown> = {};
  for (const { due, amount } of rows) {
    const { year } = civilDate(due as number);
    const sum = sums[year] ?? 0;
    sums[year] = typeof sum === "string" ? sum : typeof amount === "string" ? amount : (cents(sum) + cents(amount)) / 100;
  }
  return sums;
}

function expectAnswer(functions: Functions, one: Case): void {
  const answer = evaluate(functions, one);
  if (hasRows(one.expected)) expectRows(answer, one.expected);
  else if (typeof one.expected === "object") {
    expect(shownRow(answer as Words, columnOf)).toMatchObject(columns(one.expected as Words));
  } else expect(answer).toBe(cell(one.expected));
}

const holdsToday = ({ lastYear = LAST_YEAR }: Case): boolean => lastYear === LAST_YEAR;
const named = (cases: readonly Case[]) => cases.map((one) => [one.id, one] as const);

describe.each(runtimes)("published and worked cases of contributions, %s", (_, load) => {
  const functions = load();

  test.each(named(casesOf("contributions").filter(holdsToday)))("%s", (_id, one) => expectAnswer(functions, one));
});

// The bundle holds its figures in itself, so only the sources can be asked as of then.
const earlier = casesOf("contributions").filter((one) => !holdsToday(one));

for (const year of new Set(earlier.map(({ lastYear }) => lastYear!))) {
  describe(`cases of contributions as of ${year}, sources`, () => {
    const functions = sourceFunctions(figuresUntil(year));

    test.each(named(earlier.filter(({ lastYear }) => lastYear === year)))("%s", (_id, one) => expectAnswer(functions, one));
  });
}
