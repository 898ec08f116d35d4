import { series } from "../../src/parameters";
import { civilDate, type Day } from "../../src/rules/calendar";
import { companyDueDate } from "../../src/rules/company";
import { indexedCompanyAmount } from "../oracle";
import type { CustomFunction } from "../setup/excel";
import { call, casesOf, cell, cells, runtimes, shown } from "./harness";

type Functions = Map<string, CustomFunction>;
type Inputs = Readonly<Record<string, unknown>>;

const FUNCTIONS = /^COMPANY\./;

const starter = (functions: Functions, { formed, form, quartersSubject }: Inputs, year: number): unknown =>
  call(functions, "COMPANY.EXEMPTION", { ground: "starter", since: formed, year, form, quarters: quartersSubject });

const yearOf = (text: unknown): number => Number(String(text).slice(0, 4));

/** Topics of the rule book that functions answer in parts. */
const COMPOSED: Record<string, (functions: Functions, inputs: Inputs) => unknown> = {
  "company.starter-exemption": (functions, inputs) => starter(functions, inputs, yearOf(inputs["formed"])),
  "company.first-contribution-years": (functions, { formed }) => {
    const years = Array.from({ length: 9 }, (_, index) => yearOf(formed) - 4 + index).filter((year) => year >= 2015);
    return years.filter((year) => starter(functions, { formed, form: "partnership", quartersSubject: 0 }, year));
  },
  // The five years run from a 1 January.
  "company.prescription": (functions, { year }) => {
    const lastDay = Number(call(functions, "COMPANY.PRESCRIPTION", { year }));
    return { from: cell(`${Number(year) + 1}-01-01`), lastDay };
  },
  /** Beside the first due date, in its explanation. */
  "company.affiliation-deadline": (_, { formed }) => {
    const lines = companyDueDate(yearOf(formed), cell(formed) as Day).way();
    const { day } = lines.find(({ step }) => step === "company-affiliation")!.facts as { day: { day: Day } };
    return day.day;
  },
  "company.index-formula": (_, { base, index }) => {
    const [amount, points] = [base, index].map((value) => BigInt(Math.round(Number(value) * 100)));
    return Number(indexedCompanyAmount(amount!, points!)) / 100;
  },
};

const cases = casesOf("company").map((one) => [one.id, one] as const);

describe.each(runtimes)("published cases of the company contribution, %s", (_, load) => {
  const functions = load();

  test.each(cases)("%s", (_id, { function: id, inputs, expected }) => {
    const answer = FUNCTIONS.test(id) ? call(functions, id, inputs) : COMPOSED[id]!(functions, inputs);
    const isRecord = typeof expected === "object" && !Array.isArray(expected) && !FUNCTIONS.test(id);
    expect(answer).toEqual(isRecord ? cells(expected as Inputs) : shown(expected));
  });
});

test("the published amounts from 2023 are the indexed ones", () => {
  for (const { value: index, from } of series("company.formula.index").filter(({ value }) => value !== null)) {
    const { year } = civilDate(from);
    for (const [base, amounts] of [
      ["company.formula.small", "company.contribution.small"],
      ["company.formula.large", "company.contribution.large"],
      ["company.formula.threshold", "company.threshold"],
    ] as const) {
      const published = series(amounts).find((entry) => entry.from === from)!.value;
      const indexed = indexedCompanyAmount(BigInt(series(base)[0]!.value!), BigInt(index!));
      expect([year, amounts, Number(indexed)]).toEqual([year, amounts, published]);
    }
  }
  expect(series("company.formula.index-base")[0]!.value).toBe(16_266);
});
