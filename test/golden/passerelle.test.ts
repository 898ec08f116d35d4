import { civilDate, firstDay, type Quarter, quarter, quarterOfYear, yearOf } from "../../src/rules/calendar";
import { award, eligibility, monthlyBenefit, payment } from "../../src/rules/passerelle";
import { activityShare } from "../../src/rules/passerelle/article-198";
import { patrimonialCeiling } from "../../src/rules/passerelle/income-limit";
import { regimeOf } from "../../src/rules/passerelle/regime";
import { figureInForce } from "../../src/rules/figures";
import { applyFraction, RATE_UNIT } from "../../src/rules/money";
import type { Answer } from "../../src/rules/trace";
import { call, type Case, casesOf, cell, records, runtimes } from "./harness";

type Inputs = Readonly<Record<string, unknown>>;
type Spill = unknown[][];

const cases = casesOf("passerelle");
const named = (id: string) => cases.filter((one) => one.function === id).map((one) => [one.id, one] as const);
const error = (expected: unknown) => (expected as { error?: string } | null)?.error;

const isoMonth = (serial: unknown): string => {
  const { year, month } = civilDate(Number(serial));
  return `${year}-${String(month).padStart(2, "0")}`;
};

describe.each(runtimes)("published and worked cases of the bridging right, %s", (_, load) => {
  const functions = load();
  const answer = ({ function: id, inputs }: Case) => call(functions, id, inputs);

  test.each(
    ["MONTHS", "QUARTERS", "AMOUNT", "DEADLINE", "INCOMELIMIT"].flatMap((name) => named(`PASSERELLE.${name}`)),
  )("%s", (_id, one) => {
    expect(answer(one)).toBe(error(one.expected) ?? cell(one.expected));
  });

  const payments = named("PASSERELLE.PAYMENT");
  const steps = payments.filter(([, { expected }]) => Array.isArray(expected));

  test.each(steps)("month by month, %s", (_id, one) => {
    const printed = one.expected as Record<string, string>[];
    expect(records(answer(one)).map((row) => ({ ...row, month: isoMonth(row["month"]) }))).toEqual(
      printed.map(({ month, share, amount }) => ({ month, share: Number(share), amount: Number(amount) })),
    );
  });

  test.each(payments.filter((one) => !steps.includes(one)))("from 2023, %s", (_id, one) => {
    expectSchedule(records(answer(one)), one.expected as Schedule);
  });

  test.each(named("PASSERELLE.ELIGIBLE"))("%s", (_id, one) => {
    const { eligible, failed } = one.expected as { eligible: boolean; failed: string[] };
    const [[first], ...rows] = answer(one) as Spill as [unknown[], ...unknown[][]];
    expect(first).toBe(eligible);
    expect(rows.filter((row) => row[3] === false).map(([id]) => id)).toEqual(failed);
  });
});

interface Schedule {
  readonly entitled?: false;
  readonly totalShare: string;
  readonly blocksFirstPeriod: number;
  readonly fullMonths: number;
  readonly blocksLastMonth: number;
  readonly monthsAfterFirstPeriod: Readonly<Record<string, { share: string; amount: string }>>;
}

const shareOf = (row: Record<string, unknown>) => row["share"] as number;
const sum = (rows: Record<string, unknown>[]) => rows.reduce((total, row) => total + shareOf(row), 0);

/** The two months of the first period come first; the month in which the right ends is last. */
function expectSchedule(rows: Record<string, unknown>[], expected: Schedule): void {
  expect(sum(rows)).toBe(Number(expected.totalShare));
  if (expected.entitled === false) {
    expect(rows.map(({ share, amount }) => [share, amount])).toEqual([[0, 0]]);
    return;
  }
  const after = rows.slice(2);
  expect(sum(rows.slice(0, 2)) * 4).toBe(expected.blocksFirstPeriod);
  expect(after.slice(0, -1).filter((row) => shareOf(row) === 1)).toHaveLength(expected.fullMonths);
  expect(shareOf(after.at(-1)!) * 4).toBe(expected.blocksLastMonth);
  expect(Object.fromEntries(after.map(({ month, share, amount }) => [isoMonth(month), { share, amount }]))).toEqual(
    Object.fromEntries(
      Object.entries(expected.monthsAfterFirstPeriod).map(([month, { share, amount }]) => [
        month,
        { share: Number(share), amount: Number(amount) },
      ]),
    ),
  );
}

/** Topics of the rule book that are no functions: they are asked of the rules. */
describe("rules behind the functions", () => {
  const day = (inputs: Inputs) => cell(inputs["date"]) as number;
  const cents = (text: unknown) => Math.round(Number(text) * 100);
  /** The facts of a line that stands beside an answer. */
  const told = ({ way }: Answer<unknown>, key: string) =>
    Object.fromEntries(
      Object.entries(way().find(({ step }) => step === key)!.facts).map(([fact, value]) => [
        fact,
        Object.values(value as Record<string, number>)[0]!,
      ]),
    );
  const name = (q: Quarter) => `${yearOf(q)}Q${quarterOfYear(q)}`;
  const FACT_OF_2023 = firstDay(quarter(2023, 1));

  const TOPICS: Record<string, (inputs: Inputs) => unknown> = {
    regime: (inputs) => regimeOf(day(inputs)),
    window: (inputs) => {
      const question = { category: "principal", ground: "bankruptcy", subjectedQuarters: 8, paidQuarters: 8 } as const;
      const { first, last } = told(eligibility({ ...question, fact: day(inputs) }), "passerelle-paid-window");
      return { first: name(first!), last: name(last!) };
    },
    "social-rights-start": (inputs) =>
      told(award({ counter: "quarters", fact: day(inputs) }), "passerelle-social-rights-start")["day"],
    "patrimonial-ceiling": (inputs) => patrimonialCeiling(inputs["year"] as number).value / 100,
    "first-period": (inputs) => {
      const whole = { until: undefined, months: 12, dependants: false, otherIncome: () => 0 };
      const start = day(inputs);
      return { start, end: told(payment({ ...whole, fact: start }), "passerelle-right-runs")["firstEnd"] };
    },
    "block-amount": (inputs) => {
      const month = cell(`${inputs["month"] as string}-01`) as number;
      const { value: amount } = monthlyBenefit(month, inputs["dependants"] as boolean);
      const share = figureInForce("passerelle.block.share", FACT_OF_2023);
      return applyFraction(amount, { units: share, scale: RATE_UNIT }) / 100;
    },
    // The cases give the amount of a month without activity (rank 0).
    "replacement-income": ({ amount, otherIncome }) => {
      const whole = { fact: FACT_OF_2023, until: undefined, months: 12, dependants: false };
      const index = payment({ ...whole, otherIncome: () => 0 }).value.findIndex((row) => row.amount === cents(amount));
      const rows = payment({ ...whole, otherIncome: () => cents(otherIncome) }).value;
      return (rows[index]!.amount as number) / 100;
    },
    activity: ({ amount, fullMonths, activityMonths }) =>
      Array.from({ length: activityMonths as number }, (_, index) => {
        const { share } = activityShare(index + 1, fullMonths as number, FACT_OF_2023);
        return applyFraction(cents(amount), { units: share, scale: RATE_UNIT }) / 100;
      }),
  };

  const topics = cases.filter((one) => one.function.slice("passerelle.".length) in TOPICS);

  test("every case is one of a function or of a topic", () => {
    const functions = cases.filter(({ function: id }) => id.startsWith("PASSERELLE."));
    expect(functions.length + topics.length).toBe(cases.length);
  });

  test.each(topics.map((one) => [one.id, one.function, one] as const))("%s %s", (_id, topic, { inputs, expected }) => {
    const evaluated = TOPICS[topic.slice("passerelle.".length)]!(inputs);
    const isRecord = typeof expected === "object" && !Array.isArray(expected);
    expect(evaluated).toEqual(
      isRecord
        ? Object.fromEntries(Object.entries(expected as object).map(([key, value]) => [key, cell(value)]))
        : cell(expected),
    );
  });
});
