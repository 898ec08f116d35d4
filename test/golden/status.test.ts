import { day, type Day, firstDay, quarter, type Quarter, type QuarterOfYear } from "../../src/rules/calendar";
import {
  type Claim,
  complementaryFrom,
  prescription,
  principalFrom,
  provisionalDispense,
  regularisationDispense,
  springboard,
  suspendedShare,
} from "../../src/rules/status";
import { call, type Case, casesOf, cell, cells, runtimes, shown } from "./harness";

const FUNCTIONS = /^INASTI\./;

function quarterOfText(text: unknown): Quarter | undefined {
  const [year, n] = typeof text === "string" ? text.split("Q").map(Number) : [];
  return year === undefined ? undefined : quarter(year, n as QuarterOfYear);
}

const cents = (amount: unknown): number => Math.round((amount as number) * 100);
/** The year of a ceiling of an early pension. */
const CEILING_YEARS: Readonly<Record<number, number>> = { 6907: 2022, 7880: 2024 };
/** The unemployment figures are held from here. */
const CEILING_DAY = day(2016, 7, 1);

const annualCeiling = (): number =>
  springboard({ annualIncome: 0, date: CEILING_DAY, result: "annual-ceiling" }).value;

/** What the law says without a function of its own. */
const RULES: Record<string, (inputs: Record<string, unknown>) => unknown> = {
  "status.category-change": ({ event, direction }) => ({
    from: firstDay((direction === "to-main" ? principalFrom : complementaryFrom)(event as Day).value),
  }),
  "dispense.window": ({ kind, quarter: q, firstQuarter, statementSent }) =>
    kind === "provisional"
      ? provisionalDispense(quarterOfText(q)!, quarterOfText(firstQuarter)).value
      : regularisationDispense(statementSent as Day).value,
  prescription: ({ contributionYear, kind }) => prescription(contributionYear as number, kind as Claim).value,
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

describe.each(runtimes)("published cases of the status, %s", (_, load) => {
  const functions = load();

  test.each(cases.filter(isFunction))("%s", (_id, { function: id, inputs, expected }) => {
    expect(call(functions, id, inputs)).toBe(shown(expected));
  });
});

test.each(cases.filter((one) => !isFunction(one)))("%s", (_id, { function: id, inputs, expected }) => {
  const answer = RULES[id]!(cells(inputs));
  expect(answer).toEqual(typeof expected === "object" ? cells(expected as Record<string, unknown>) : cell(expected));
});

test("the cases of unemployment are those of the daily ceiling held", () => {
  const given = casesOf("status").flatMap(({ inputs }) => inputs["dailyCeiling"] ?? []);
  expect(new Set(given.map((ceiling) => cents(Number(ceiling)) * 312))).toEqual(new Set([annualCeiling()]));
});
