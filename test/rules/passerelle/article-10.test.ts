import { day, type Day } from "../../../src/rules/calendar";
import { payment, type PaymentQuestion } from "../../../src/rules/passerelle";
import { regimeOf } from "../../../src/rules/passerelle/regime";
import { Refusal } from "../../../src/rules/refusal";
import { refusalOf } from "./refusal-of";

const ask = (question: Partial<PaymentQuestion> & { fact: Day }) =>
  payment({ until: undefined, months: 12, dependants: false, otherIncome: () => 0, ...question });

/** Why each month gives what it gives. */
const reasons = (question: Partial<PaymentQuestion> & { fact: Day }) =>
  ask(question)
    .way()
    .filter(({ step }) => step === "month")
    .map(({ facts }) => facts["how"]);

/** Rows as [month, share in %, euro]; what is not settled as the key of its refusal. */
const rows = (question: Partial<PaymentQuestion> & { fact: Day }) =>
  ask(question).value.map(({ month, share, amount }) => [
    month,
    share instanceof Refusal ? share.key : share / 100,
    amount instanceof Refusal ? amount.key : amount / 100,
  ]);

describe("whole calendar months: facts to 02/2020, and three pillars after", () => {
  test("money from the month after the fact to the last month of right", () => {
    const fact = day(2018, 10, 10);
    expect(rows({ fact, ground: "fire", months: 3 })).toEqual([
      [day(2018, 10, 1), 0, 0],
      [day(2018, 11, 1), 100, 1245.23],
      [day(2018, 12, 1), 100, 1245.23],
      [day(2019, 1, 1), 100, 1245.23],
    ]);
  });

  test("each month says what it is", () => {
    expect(reasons({ fact: day(2019, 7, 31), ground: "fire", until: day(2019, 9, 29) })).toMatchObject([
      { step: "passerelle-month-of-fact" },
      { step: "passerelle-whole-month" },
      { step: "passerelle-month-not-whole" },
    ]);
  });

  test("no months of right: one row of nothing", () => {
    expect(rows({ fact: day(2018, 10, 10), ground: "fire", months: 0 })).toEqual([[day(2018, 10, 1), 0, 0]]);
  });

  test("a fact on the first waits for the next month too", () => {
    expect(rows({ fact: day(2018, 10, 1), ground: "fire", months: 1 })).toEqual([
      [day(2018, 10, 1), 0, 0],
      [day(2018, 11, 1), 100, 1245.23],
    ]);
  });

  test("a month with activity pays nothing, and ends the table", () => {
    expect(rows({ fact: day(2019, 7, 31), ground: "fire", until: day(2019, 9, 29) })).toEqual([
      [day(2019, 7, 1), 0, 0],
      [day(2019, 8, 1), 100, 1266.37],
      [day(2019, 9, 1), 0, 0],
    ]);
  });

  test("leap February", () => {
    const fact = day(2020, 1, 15);
    expect(rows({ fact, ground: "fire", until: day(2020, 2, 28) }).at(-1)).toEqual([day(2020, 2, 1), 0, 0]);
    expect(rows({ fact, ground: "fire", until: day(2020, 2, 29) }).at(-1)).toEqual([day(2020, 2, 1), 100, 1266.37]);
  });

  test.each(["bankruptcy", "debt-settlement", "economic"] as const)("%s of 2022 pays no part of a month", (ground) => {
    expect(rows({ fact: day(2022, 9, 1), ground, until: day(2022, 9, 28) })).toEqual([[day(2022, 9, 1), 0, 0]]);
    expect(rows({ fact: day(2022, 8, 31), ground, until: day(2022, 9, 30) }).at(-1)).toEqual([
      day(2022, 9, 1),
      100,
      1454.81,
    ]);
  });

  test("a month without a figure is #N/A in its row", () => {
    expect(rows({ fact: day(2022, 4, 20), ground: "economic", months: 4 })).toEqual([
      [day(2022, 4, 1), 0, 0],
      [day(2022, 5, 1), 100, "figure-unknown"],
      [day(2022, 6, 1), 100, "figure-unknown"],
      [day(2022, 7, 1), 100, "figure-unknown"],
      [day(2022, 8, 1), 100, 1454.81],
    ]);
  });
});

describe("steps of seven days: forced interruption, facts of 03/2020 to 12/2022", () => {
  // Acerta, September 2022.
  test.each([
    [6, 0, 0],
    [7, 25, 363.7],
    [13, 25, 363.7],
    [14, 50, 727.41],
    [20, 50, 727.41],
    [21, 75, 1091.11],
    [27, 75, 1091.11],
    [28, 100, 1454.81],
    [30, 100, 1454.81],
  ])("%d days: %d %%, %d", (days, share, amount) => {
    const fact = day(2022, 9, 1);
    expect(rows({ fact, ground: "third-party", until: fact + days - 1 })).toEqual([[fact, share, amount]]);
  });

  test("not before 03/2020", () => {
    expect(rows({ fact: day(2020, 2, 1), ground: "fire", until: day(2020, 2, 28) })).toEqual([[day(2020, 2, 1), 0, 0]]);
    expect(rows({ fact: day(2020, 3, 1), ground: "fire", until: day(2020, 3, 7) })).toEqual([
      [day(2020, 3, 1), 25, 322.92],
    ]);
  });

  test("to the last day of the month of the fact is one month", () => {
    expect(rows({ fact: day(2022, 9, 4), ground: "fire", until: day(2022, 9, 30) })).toEqual([
      [day(2022, 9, 1), 75, 1091.11],
    ]);
  });

  test("a whole February is whole", () => {
    expect(rows({ fact: day(2021, 2, 1), ground: "fire", until: day(2021, 2, 28) })).toEqual([
      [day(2021, 2, 1), 100, 1291.69],
    ]);
  });

  test("over several months the partial ends are not settled, whole months are paid", () => {
    expect(rows({ fact: day(2022, 9, 20), ground: "fire", until: day(2022, 11, 9) })).toEqual([
      [day(2022, 9, 1), "passerelle-across-months", "passerelle-across-months"],
      [day(2022, 10, 1), 100, 1454.81],
      [day(2022, 11, 1), "passerelle-across-months", "passerelle-across-months"],
    ]);
  });

  test("the last row is the month of the last day without activity", () => {
    expect(rows({ fact: day(2022, 9, 20), ground: "fire", until: day(2022, 10, 1) }).map(([month]) => month)).toEqual([
      day(2022, 9, 1),
      day(2022, 10, 1),
    ]);
  });

  test("a partial first month uses none of the months of right, a whole one does", () => {
    const shares = (fact: Day) => rows({ fact, ground: "fire", months: 2 }).map(([, share]) => share);
    expect(shares(day(2022, 9, 2))).toEqual(["passerelle-across-months", 100, 100]);
    expect(shares(day(2022, 9, 1))).toEqual([100, 100]);
  });

  test("a fact of 31/12/2022 still falls under it, one of 01/01/2023 no more", () => {
    expect([day(2022, 12, 31), day(2023, 1, 1)].map(regimeOf)).toEqual(["B", "C"]);
    expect(rows({ fact: day(2022, 12, 31), ground: "fire" })[0]).toEqual([
      day(2022, 12, 1),
      "passerelle-across-months",
      "passerelle-across-months",
    ]);
    expect(rows({ fact: day(2023, 1, 1) })[0]).toEqual([day(2023, 1, 1), 100, 1513.57]);
    expect(refusalOf(() => ask({ fact: day(2022, 12, 31) }))).toBe("passerelle-ground-needed");
  });
});

describe("other replacement income", () => {
  test("suspends the whole month, a partial one too", () => {
    const income = { otherIncome: (index: number) => (index === 0 ? 1 : 0) };
    const fact = day(2022, 9, 1);
    expect(rows({ fact, ground: "fire", until: day(2022, 9, 14), ...income })).toEqual([[fact, 0, 0]]);
    expect(rows({ fact: fact + 9, ground: "fire", until: day(2022, 10, 31), ...income })).toEqual([
      [fact, 0, 0],
      [day(2022, 10, 1), 100, 1454.81],
    ]);
  });

  test("suspends what gives something", () => {
    const question = { fact: day(2018, 10, 10), ground: "fire", months: 1, otherIncome: () => 1 } as const;
    expect(reasons(question)).toMatchObject([{ step: "passerelle-month-of-fact" }, { step: "passerelle-suspended" }]);
  });

  test.each([
    [day(2020, 3, 31), 0, 0],
    [day(2020, 4, 1), 100, 1291.69 - 500],
    [day(2021, 9, 30), 100, 1343.87 - 500],
    [day(2021, 10, 1), 0, 0],
  ])("only reduces for facts of 04/2020 to 09/2021: fact of %d", (fact, share, amount) => {
    const paid = rows({ fact, ground: "bankruptcy", months: 1, otherIncome: () => 50000 });
    expect(paid.at(-1)!.slice(1)).toEqual([share, Number(amount.toFixed(2))]);
  });
});

test.each([
  ["date-before", { fact: day(2023, 1, 20), until: day(2023, 1, 19) }],
  ["passerelle-ground-not-then", { fact: day(2023, 1, 20), ground: "debt-settlement" }],
  ["passerelle-energy-open", { fact: day(2022, 11, 1), ground: "energy" }],
  ["passerelle-not-covered", { fact: day(2016, 12, 31), ground: "bankruptcy" }],
] as const)("%s", (key, question) => {
  expect(refusalOf(() => ask(question))).toBe(key);
});
