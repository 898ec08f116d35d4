import { sourceFunctions } from "../setup/excel";

const functions = sourceFunctions();
const call = (id: string, ...args: unknown[]) => functions.get(id)!(...args);

test("a balance sheet total is rounded to the cent before it is compared", () => {
  // Threshold of 2025: 858,605.72.
  expect(call("COMPANY.CONTRIBUTION", 858_605.724, 2025)).toBe(399.73);
  expect(call("COMPANY.CONTRIBUTION", 858_605.725, 2025)).toBe(998.47);
});

test("a blank total is no new company", () => {
  expect(() => call("COMPANY.CONTRIBUTION", null, 2025)).toThrow("give 0");
  expect(call("COMPANY.CONTRIBUTION", 0, 2025)).toBe(399.73);
});

test("the reason of a year without amount or date is told", () => {
  expect(() => call("COMPANY.CONTRIBUTION", 0, 2027)).toThrow("2027");
  expect(() => call("COMPANY.DUEDATE", 2020)).toThrow(/31\/10\/2020.*VLAIO/);
  expect(() => call("COMPANY.DUEDATE", null)).toThrow("year is missing");
});

test("the date of 2026 is known although its amount is not", () => {
  expect(call("COMPANY.DUEDATE", 2026)).toBe(46_387);
});
