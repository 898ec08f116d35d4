import { day, quarter, type QuarterOfYear } from "../../src/rules/calendar";
import type { Category } from "../../src/rules/contributions";
import { figureInForce } from "../../src/rules/figures";
import {
  highestPremium,
  incomeCap,
  mayContribute,
  minimumPension,
  quarterCounts,
  type QuarterGround,
} from "../../src/rules/pension";
import { call, casesOf, cell, cells, runtimes } from "./harness";

const cases = casesOf("pension");
const of = (pattern: RegExp) => cases.filter(({ function: id }) => pattern.test(id)).map((one) => [one.id, one] as const);

describe.each(runtimes)("published cases of the pension, %s", (_, load) => {
  const functions = load();

  test.each(of(/^PENSION\./))("%s", (_id, { function: id, inputs, expected }) => {
    expect(call(functions, id, inputs)).toBe((expected as { error?: string }).error ?? cell(expected));
  });
});

const text = (cents: number): string => (cents / 100).toFixed(2);

type Inputs = Readonly<Record<string, unknown>>;

/** What the rules answer for the cases that no function of the contract returns. */
const RULES: Record<string, (inputs: Inputs) => unknown> = {
  "plci.income-cap": ({ year, firstBracketCeiling }) => {
    const inYear = year as number;
    expect(text(figureInForce("contributions.bracket1.ceiling", day(inYear, 1, 1)))).toBe(firstBracketCeiling);
    const [ordinary, social] = [highestPremium(inYear, "ordinary"), highestPremium(inYear, "social")];
    return { incomeCap: text(incomeCap(inYear)), ordinary: text(ordinary), social: text(social) };
  },
  "plci.eligible": ({ category, year, contributionIncome }) =>
    mayContribute(category as Category, day(year as number, 12, 31), Math.round(Number(contributionIncome) * 100)).value,
  "pension.minimum": ({ careerYears, household, ...inputs }) => {
    const date = cells(inputs)["date"] as number;
    const question = { day: date, careerYears: careerYears as number, household: household as boolean };
    const amount = minimumPension(question).value;
    return amount === undefined ? { due: false } : text(amount);
  },
  "pension.quarter-counts": (inputs) => {
    const [year, n] = String(inputs["quarter"]).split("Q").map(Number);
    return quarterCounts(quarter(year!, n as QuarterOfYear), inputs["contribution"] as QuarterGround).value;
  },
};

describe("cases of the rules behind the pension", () => {
  test.each(of(/^(?!PENSION\.)/))("%s", (_id, { function: id, inputs, expected }) => {
    expect(RULES[id]!(inputs)).toEqual(expected);
  });
});
