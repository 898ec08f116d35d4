import { quarter, type Quarter } from "../../../src/rules/calendar";
import {
  type Category,
  finalQuarter,
  provisionalQuarter,
  provisionalQuarterRule,
  quarterRule,
} from "../../../src/rules/contributions";
import type { Line } from "../../../src/rules/trace";

/** The lines beside the computation: those without a figure. */
const isRemark = ({ base, amount }: Line) => base === undefined && amount === undefined;

const told = (category: Category, q: Quarter, start?: Quarter) =>
  finalQuarter(20_000_00, quarterRule({ category, quarter: q, start }))
    .way()
    .filter(isRemark)
    .map(({ step, facts }) => [step, facts["amount"]]);

test("the mini statute is reserved to births before 1956, of which nobody is asked", () => {
  expect(told("spouse-mini", quarter(2026, 1))).toEqual([["mini-births", undefined]]);
  expect(told("principal", quarter(2026, 1))).toEqual([]);
});

test("nothing is told of a quarter before the start", () => {
  expect(told("spouse-mini", quarter(2026, 1), quarter(2026, 2))).toEqual([]);
});

// law/contributions.md, section 4.2: R stands from 2022Q2 on; a maxi spouse does not say whether she is a primostarter.
test.each([
  ["the first quarter with a reduction", quarter(2022, 2), quarter(2022, 2), [["maxi-starter", { cents: 100_00 }]]],
  ["the quarter before it", quarter(2022, 1), quarter(2022, 1), []],
  ["a second quarter", quarter(2022, 3), quarter(2022, 2), []],
  ["no start given", quarter(2022, 2), undefined, []],
])("the reduction of a maxi spouse's first quarter: %s", (_, q, start, expected) => {
  expect(told("spouse-maxi", q, start)).toEqual(expected);
});

// Section 4.2: paragraph 3 of article 12 §1bis has no reduction; a resumption in 2022 keeps what is left from 2023Q1.
test.each([
  ["the first quarter", quarter(2023, 1), quarter(2023, 1), [["after-sickness-unreduced", { cents: 111_94 }]]],
  ["the last one of a resumption in 2022", quarter(2023, 2), quarter(2022, 3), [["after-sickness-left", undefined]]],
  ["the quarter after it", quarter(2023, 3), quarter(2022, 3), []],
  ["a quarter before the text", quarter(2022, 4), quarter(2022, 4), []],
  ["a second quarter", quarter(2023, 2), quarter(2023, 1), []],
  ["no start given", quarter(2023, 1), undefined, []],
])("a primostarter after sickness: %s", (_, q, start, expected) => {
  expect(told("primostarter-after-sickness", q, start)).toEqual(expected);
});

// Section 6: a start in Q2 to Q4 of 2022 pays on the annualised first year in 2025Q1 to Q3, on the flat base from 2025Q4.
test.each([
  ["the last quarter of the old text", quarter(2025, 3), quarter(2022, 2), ["short-reference-year"]],
  ["the new text", quarter(2025, 4), quarter(2022, 2), []],
  ["a whole first year", quarter(2025, 3), quarter(2022, 1), []],
  ["no start given", quarter(2025, 3), undefined, []],
])("a first year that is not whole as year N-3: %s", (_, q, start, expected) => {
  const rule = provisionalQuarterRule({ category: "principal", quarter: q, start });
  const remarks = provisionalQuarter(rule, { incomeN3: 20_000_00 }).way().filter(isRemark);
  expect(remarks.map(({ step }) => step)).toEqual(expected);
});

test("the remarks of a quarter stand beside its provisional contribution too", () => {
  const rule = provisionalQuarterRule({ category: "spouse-mini", quarter: quarter(2026, 1) });
  const remarks = provisionalQuarter(rule, { incomeN3: 20_000_00 }).way().filter(isRemark);
  expect(remarks.map(({ step }) => step)).toEqual(["mini-births"]);
});
