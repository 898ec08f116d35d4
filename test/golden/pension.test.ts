import { call, type Case, casesOf, cell, records, runtimes, shown } from "./harness";
import { CellError, type CustomFunction } from "../setup/excel";

type Inputs = Readonly<Record<string, unknown>>;
type Ask = (id: string, inputs: Inputs) => unknown;

const euros = (value: unknown): string => (value as number).toFixed(2);

/** Cases of a rule, asked of the function that has it. */
const TOPICS: Record<string, (inputs: Inputs, ask: Ask) => unknown> = {
  "plci.income-cap": ({ year, firstBracketCeiling }, ask) => {
    const figure = (name: string) => euros(ask("INASTI.PARAMETER", { name, date: `${year as number}-12-31` }));
    expect(figure("contributions.bracket1.ceiling")).toBe(firstBracketCeiling);
    const highest = (kind: string) => euros(ask("PENSION.PLCI", { incomeN3: "900000", year, kind, basis: "contribution" }));
    return { incomeCap: figure("pension.plci.income-cap"), ordinary: highest("ordinary"), social: highest("social") };
  },
  "plci.eligible": ({ contributionIncome, ...rest }, ask) =>
    ask("PENSION.PLCI", { incomeN3: contributionIncome, basis: "contribution", ...rest }) !== 0,
  "pension.minimum": (inputs, ask) => {
    const amount = ask("PENSION.MINIMUM", inputs);
    return amount === 0 ? { due: false } : euros(amount);
  },
  "pension.quarter-counts": ({ quarter, contribution }, ask) => {
    const [year, n] = String(quarter).split("Q").map(Number);
    return ask("PENSION.COUNTS", { contribution, year, quarter: n });
  },
};

/** A table by the columns that the case names; an error by its code. */
const rowsOf = (answer: unknown, expected: readonly Inputs[]): unknown[] =>
  records(answer).map((row, index) =>
    Object.fromEntries(Object.keys(expected[index] ?? row).map((name) => [name, code(row[name])])),
  );

const code = (value: unknown): unknown => (value instanceof CellError ? value.code : value);

function answers({ function: id, inputs, expected }: Case, functions: Map<string, CustomFunction>): void {
  const ask: Ask = (asked, given) => call(functions, asked, given);
  const topic = TOPICS[id];
  if (topic !== undefined) expect(topic(inputs, ask)).toEqual(expected);
  else if (Array.isArray(expected)) {
    const rows = expected as Inputs[];
    const wanted = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)])));
    expect(rowsOf(ask(id, inputs), rows)).toEqual(wanted);
  } else expect(ask(id, inputs)).toBe(shown(expected));
}

describe.each(runtimes)("published cases of the pension, %s", (_, load) => {
  const functions = load();

  test.each(casesOf("pension").map((one) => [one.id, one] as const))("%s", (_id, one) => {
    answers(one, functions);
  });
});
