import { day } from "../../../src/rules/calendar";
import { companyDueDate } from "../../../src/rules/company";

describe("article 92: the last day to pay", () => {
  const due = (year: number, ...created: [number, number, number] | []) =>
    companyDueDate(year, created.length === 0 ? undefined : day(...created)).value;

  test("by year", () => {
    expect([2015, 2019, 2021, 2022, 2026].map((year) => due(year))).toEqual([
      day(2015, 6, 30),
      day(2019, 6, 30),
      day(2021, 12, 31),
      day(2022, 12, 31),
      day(2026, 12, 31),
    ]);
    expect(() => due(2020)).toThrow("figure-unknown");
    expect(() => due(2014)).toThrow("parameter-not-in-force");
  });

  test("by date of creation", () => {
    expect(due(2025, 2025, 9, 30)).toBe(day(2025, 12, 31));
    expect(due(2025, 2025, 10, 1)).toBe(day(2026, 1, 31));
    expect(due(2025, 2025, 11, 15)).toBe(day(2026, 2, 28));
    expect(due(2025, 2025, 12, 31)).toBe(day(2026, 3, 31));
    expect(due(2018, 2018, 3, 31)).toBe(day(2018, 6, 30));
    expect(due(2018, 2018, 4, 1)).toBe(day(2018, 7, 31));
    expect(due(2021, 2021, 12, 31)).toBe(day(2022, 3, 31));
    expect(due(2025, 2024, 12, 31)).toBe(day(2025, 12, 31));
    expect(() => due(2025, 2026, 1, 1)).toThrow("company-created-later");
  });
});
