import { series } from "../../src/parameters";
import { civilDate, type Day } from "../../src/rules/calendar";
import {
  affiliationDeadline,
  companyPrescription,
  indexedAmount,
  starterExemption,
  type StarterQuestion,
  starterYears,
} from "../../src/rules/company";
import { call, casesOf, cell, cells, runtimes, shown } from "./harness";

const FUNCTIONS = /^COMPANY\./;

/** What the law says without a function of its own. Index figures and amounts count in hundredths. */
const RULES: Record<string, (inputs: Record<string, unknown>) => unknown> = {
  "company.starter-exemption": (inputs) => starterExemption(inputs as unknown as StarterQuestion).value,
  "company.first-contribution-years": ({ formed }) => starterYears(formed as Day).value,
  "company.affiliation-deadline": ({ formed }) => affiliationDeadline(formed as Day).value,
  "company.prescription": ({ year }) => companyPrescription(year as number).value,
  "company.index-formula": ({ base, index }) =>
    indexedAmount(Math.round((base as number) * 100), Math.round((index as number) * 100), 2023) / 100,
};

const cases = casesOf("company").map((one) => [one.id, one] as const);

describe.each(runtimes)("published cases of the company contribution, %s", (_, load) => {
  const functions = load();

  test.each(cases.filter(([, { function: id }]) => FUNCTIONS.test(id)))(
    "%s",
    (_id, { function: id, inputs, expected }) => {
      expect(call(functions, id, inputs)).toBe(shown(expected));
    },
  );
});

test.each(cases.filter(([, { function: id }]) => !FUNCTIONS.test(id)))(
  "%s",
  (_id, { function: id, inputs, expected }) => {
    const object = typeof expected === "object" && !Array.isArray(expected);
    expect(RULES[id]!(cells(inputs))).toEqual(object ? cells(expected as Record<string, unknown>) : cell(expected));
  },
);

test("the published amounts from 2023 are the indexed ones", () => {
  for (const { value: index, from } of series("company.formula.index").filter(({ value }) => value !== null)) {
    const { year } = civilDate(from);
    for (const [base, amounts] of [
      ["company.formula.small", "company.contribution.small"],
      ["company.formula.large", "company.contribution.large"],
      ["company.formula.threshold", "company.threshold"],
    ] as const) {
      const published = series(amounts).find((entry) => entry.from === from)!.value;
      expect(indexedAmount(series(base)[0]!.value!, index!, year)).toBe(published);
    }
  }
});
