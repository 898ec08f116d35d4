import { civilDate, day, firstDay, quarter, type QuarterOfYear } from "../../src/rules/calendar";
import { springboard, suspendedShare } from "../../src/rules/status";
import type { CustomFunction } from "../setup/excel";
import { call, type Case, casesOf, cell, cells, runtimes, shown } from "./harness";

type Functions = Map<string, CustomFunction>;
type Inputs = Readonly<Record<string, unknown>>;

const FUNCTIONS = /^INASTI\./;

const firstDayOf = (text: unknown): number | undefined => {
  if (typeof text !== "string") return undefined;
  const [year, n] = text.split("Q").map(Number);
  return firstDay(quarter(year!, n as QuarterOfYear));
};

/** Topics of the rule book that functions answer in parts. */
const COMPOSED: Record<string, (functions: Functions, inputs: Inputs) => unknown> = {
  "status.category-change": (functions, { event, direction }) => ({
    from: call(functions, "INASTI.STATUSFROM", {
      event,
      direction: direction === "to-main" ? "principal" : "complementary",
    }),
  }),
  "dispense.window": (functions, { kind, quarter: of, firstQuarter, statementSent }) => {
    const question =
      kind === "provisional"
        ? { date: firstDayOf(of), start: firstDayOf(firstQuarter) }
        : { date: statementSent, kind: "settlement" };
    return {
      from: call(functions, "INASTI.DISPENSEFROM", question),
      lastDay: call(functions, "INASTI.DISPENSE", question),
    };
  },
  // The five years run from a 1 January.
  prescription: (functions, { contributionYear, kind }) => {
    const lastDay = Number(call(functions, "INASTI.PRESCRIPTION", { year: contributionYear, kind: CLAIMS[String(kind)] }));
    return { from: day(civilDate(lastDay).year - 4, 1, 1), lastDay };
  },
};

const CLAIMS: Record<string, string> = {
  provisional: "contribution",
  regularisation: "settlement",
  "refund-undue": "refund",
  "refund-provisional": "settlement-refund",
};

const cents = (amount: unknown): number => Math.round((amount as number) * 100);
/** The year of a ceiling of an early pension. */
const CEILING_YEARS: Readonly<Record<number, number>> = { 6907: 2022, 7880: 2024 };
/** The unemployment figures are held from here. */
const CEILING_DAY = day(2016, 7, 1);

const annualCeiling = (): number =>
  springboard({ annualIncome: 0, date: CEILING_DAY, result: "annual-ceiling" }).value;

/** What the law says without a function of its own. */
const RULES: Record<string, (inputs: Inputs) => unknown> = {
  "pensioner.excess": ({ income, ceiling }) => {
    const question = { year: CEILING_YEARS[ceiling as number]!, situation: "early", children: 0 } as const;
    const { value, way } = suspendedShare(cents(income), question);
    const excess = way().find(({ step }) => step === "pensioner-excess")!.facts["excess"] as { rate: number };
    return { excessPct: Math.round(excess.rate * 10_000) / 100, suspendedPct: value / 100 };
  },
  "onem.daily-reduction": ({ annualNet }) => {
    const { value, way } = springboard({ annualIncome: cents(annualNet), date: CEILING_DAY });
    const daily = way()[0]!.facts["amount"] as { readonly cents: number };
    return { dailyIncome: daily.cents / 100, reduction: value / 100 };
  },
  "onem.annual-ceiling": () => annualCeiling() / 100,
};

const cases = casesOf("status").map((one) => [one.id, one] as const);
const isFunction = ([, one]: readonly [string, Case]) => FUNCTIONS.test(one.function);
const isComposed = ([, one]: readonly [string, Case]) => one.function in COMPOSED;

const expectedCells = (expected: unknown): unknown =>
  typeof expected === "object" ? cells(expected as Inputs) : cell(expected);

describe.each(runtimes)("published cases of the status, %s", (_, load) => {
  const functions = load();

  test.each(cases.filter(isFunction))("%s", (_id, { function: id, inputs, expected }) => {
    expect(call(functions, id, inputs)).toBe(shown(expected));
  });

  test.each(cases.filter(isComposed))("%s", (_id, { function: id, inputs, expected }) => {
    expect(COMPOSED[id]!(functions, inputs)).toEqual(expectedCells(expected));
  });
});

test.each(cases.filter((one) => !isFunction(one) && !isComposed(one)))(
  "%s",
  (_id, { function: id, inputs, expected }) => {
    expect(RULES[id]!(cells(inputs))).toEqual(expectedCells(expected));
  },
);

test("the cases of unemployment are those of the daily ceiling held", () => {
  const given = casesOf("status").flatMap(({ inputs }) => inputs["dailyCeiling"] ?? []);
  expect(new Set(given.map((ceiling) => cents(Number(ceiling)) * 312))).toEqual(new Set([annualCeiling()]));
});
