import { day, quarter } from "../../../src/rules/calendar";
import { deadline, paidInWindow, paidWindow, socialRightsStart } from "../../../src/rules/passerelle";

test.each([
  [day(2024, 1, 1), day(2024, 9, 30)],
  [day(2024, 3, 31), day(2024, 9, 30)],
  [day(2024, 4, 1), day(2024, 12, 31)],
  [day(2022, 12, 31), day(2023, 6, 30)],
  [day(2023, 1, 1), day(2023, 9, 30)],
  [day(2020, 3, 31), day(2020, 9, 30)],
  [day(2020, 12, 31), day(2021, 12, 31)],
])("to apply for a fact of %d: %d", (fact, last) => {
  expect(deadline(fact)).toBe(last);
});

test("social rights start with the next quarter", () => {
  expect(socialRightsStart(day(2024, 3, 31))).toBe(day(2024, 4, 1));
  expect(socialRightsStart(day(2024, 4, 1))).toBe(day(2024, 7, 1));
});

test("the window is of sixteen quarters, that of the fact included", () => {
  const { first, last } = paidWindow(day(2022, 10, 1));
  expect([first, last, last - first + 1]).toEqual([quarter(2019, 1), quarter(2022, 4), 16]);
});

test("assimilated quarters count from 2023 only, and no quarter twice", () => {
  const paid = [quarter(2022, 1), quarter(2022, 2), quarter(2022, 3)];
  const assimilated = [quarter(2022, 3), quarter(2021, 4)];
  expect(paidInWindow(day(2022, 12, 31), paid, assimilated)).toEqual({ count: 3, enough: false });
  expect(paidInWindow(day(2023, 1, 1), paid, assimilated)).toEqual({ count: 4, enough: true });
});
