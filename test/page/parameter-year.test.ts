import { chooseYear, chosenYear, FIRST_PARAMETER_YEAR, LAST_PARAMETER_YEAR } from "../../src/page/parameter-year";
import { day } from "../../src/rules/calendar";
import { FIRST_YEAR } from "../../src/rules/contributions";
import { sourceFunctions } from "../setup/excel";

afterEach(() => {
  chooseYear(null);
});

it("the workbook's year begins with the law", () => expect(FIRST_PARAMETER_YEAR).toBe(FIRST_YEAR));

it.each([2026.5, -1, 1e9, 1e308, NaN, Infinity, FIRST_PARAMETER_YEAR - 1, LAST_PARAMETER_YEAR + 1, "2026"])(
  "no year of a workbook is %p: the one before stays, and functions answer with it",
  (year) => {
    chooseYear(2024);
    expect(() => chooseYear(year as number)).toThrow(RangeError);
    expect(chosenYear()).toBe(2024);
    const parameter = sourceFunctions().get("INASTI.PARAMETER")!;
    expect(parameter("contributions.bracket1.ceiling", null)).toBe(
      parameter("contributions.bracket1.ceiling", day(2024, 12, 31)),
    );
  },
);

it.each([null, FIRST_PARAMETER_YEAR, LAST_PARAMETER_YEAR])("a year of a workbook may be %p", (year) => {
  chooseYear(year);
  expect(chosenYear()).toBe(year);
});
