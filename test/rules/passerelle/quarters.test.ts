import { day, type Day, quarter } from "../../../src/rules/calendar";
import { award, deadline, eligibility } from "../../../src/rules/passerelle";
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

// Article 193 §2 and 191 §1 3°: both stand beside the answers that they belong to.
const rightsFrom = (fact: Day, used = 0) =>
  award({ counter: "quarters", quarters: 0, ground: "bankruptcy", fact, used })
    .way()
    .filter(({ step }) => step === "passerelle-social-rights-start")
    .map(({ facts, article }) => [facts["day"], article]);

const windowOf = (fact: Day) => {
  const question = { category: "principal", ground: "bankruptcy", subjectedQuarters: 8, paidQuarters: 8 } as const;
  const found = eligibility({ ...question, fact })
    .way()
    .find(({ step }) => step === "passerelle-paid-window")!;
  return [found.facts["first"], found.facts["last"], found.article];
};

test("social rights start with the next quarter, where there are any", () => {
  expect(rightsFrom(day(2024, 3, 31))).toEqual([[{ day: day(2024, 4, 1) }, "PL22 193 §2"]]);
  expect(rightsFrom(day(2024, 4, 1))).toEqual([[{ day: day(2024, 7, 1) }, "PL22 193 §2"]]);
  expect(rightsFrom(day(2022, 12, 31))).toEqual([[{ day: day(2023, 1, 1) }, "L16"]]);
  expect(rightsFrom(day(2024, 4, 1), 8)).toEqual([]);
});

test("paid quarters count in sixteen quarters, that of the event included", () => {
  expect(windowOf(day(2022, 10, 1))).toEqual([
    { quarter: quarter(2019, 1) },
    { quarter: quarter(2022, 4) },
    "L16 5 §1 3°",
  ]);
  expect(windowOf(day(2023, 1, 20))).toEqual([
    { quarter: quarter(2019, 2) },
    { quarter: quarter(2023, 1) },
    "PL22 191 §1 3°",
  ]);
});

test("the deadline's article goes by the date of the event", () => {
  const articles = (fact: Day) =>
    deadline(fact)
      .way()
      .map(({ article }) => article);
  expect([day(2022, 12, 31), day(2023, 1, 1)].flatMap(articles)).toEqual(["L16 8 §1", "PL22 194 §1"]);
});

test("no answer before the law of 2016", () => {
  expect(refusalOf(() => deadline(day(2016, 12, 31)))).toBe("passerelle-not-covered");
});
