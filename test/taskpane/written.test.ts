import { day } from "../../src/rules/calendar";
import { writtenValue } from "../../src/taskpane/explain/written";
import { numbersOf } from "../../src/taskpane/kit/numbers";

test.each([
  [day(1944, 12, 1), "1 Dec 1944"],
  [day(2026, 9, 1), "1 Sept 2026"],
  // A year, and a date typed as one number.
  [2026, "2026"],
  [20_260_901, "20260901"],
])("%d where a date belongs is explained as %s", (value, text) => {
  expect(writtenValue(value, "date", numbersOf("en-GB"))).toBe(text);
});
