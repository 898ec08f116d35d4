import { day, quarter } from "../../../src/rules/calendar";
import { deadline, paidInWindow, paidWindow, socialRightsStart } from "../../../src/rules/passerelle";
import type { Answer } from "../../../src/rules/trace";
import { refusalOf } from "./refusal-of";

test.each([
  [day(2024, 1, 1), day(2024, 9, 30)],
  [day(2024, 3, 31), day(2024, 9, 30)],
  [day(2024, 4, 1), day(2024, 12, 31)],
  [day(2022, 12, 31), day(2023, 6, 30)],
  [day(2023, 1, 1), day(2023, 9, 30)],
  [day(2020, 3, 31), day(2020, 9, 30)],
  [day(2020, 12, 31), day(2021, 12, 31)],
])("to apply for a fact of %d: %d", (fact, last) => {
  expect(deadline(fact).value).toBe(last);
});

test("social rights start with the next quarter", () => {
  expect(socialRightsStart(day(2024, 3, 31)).value).toBe(day(2024, 4, 1));
  expect(socialRightsStart(day(2024, 4, 1)).value).toBe(day(2024, 7, 1));
});

const articles = (answer: Answer<unknown>) => answer.way().map(({ article }) => article);

test("articles go by the date of the event", () => {
  const [before, from2023] = [day(2022, 12, 31), day(2023, 1, 1)];
  expect([before, from2023].flatMap((fact) => articles(deadline(fact)))).toEqual(["L16 8 §1", "PL22 194 §1"]);
  expect(articles(socialRightsStart(from2023))).toEqual(["PL22 193 §2"]);
  expect([before, from2023].flatMap((fact) => articles(paidInWindow(fact, [], [])))).toEqual([
    "L16 5 §1 3°",
    "PL22 191 §1 3°",
  ]);
});

test("no answer before the law of 2016", () => {
  for (const ask of [deadline, socialRightsStart])
    expect(refusalOf(() => ask(day(2016, 12, 31)))).toBe("passerelle-not-covered");
});

test("the window is of sixteen quarters, that of the fact included", () => {
  const { first, last } = paidWindow(day(2022, 10, 1));
  expect([first, last, last - first + 1]).toEqual([quarter(2019, 1), quarter(2022, 4), 16]);
});

test("a quarter counts from the first of the window to the last", () => {
  const fact = day(2023, 1, 1);
  const count = (...paid: number[]) => paidInWindow(fact, paid, []).value.count;
  expect(count(quarter(2019, 2), quarter(2023, 1))).toBe(2);
  expect(count(quarter(2019, 1), quarter(2023, 2))).toBe(0);
});

test("assimilated quarters count from 2023 only, and no quarter twice", () => {
  const paid = [quarter(2022, 1), quarter(2022, 2), quarter(2022, 3)];
  const assimilated = [quarter(2022, 3), quarter(2021, 4)];
  expect(paidInWindow(day(2022, 12, 31), paid, assimilated).value).toEqual({ count: 3, enough: false });
  expect(paidInWindow(day(2023, 1, 1), paid, assimilated).value).toEqual({ count: 4, enough: true });
});
