import { day } from "../../../src/rules/calendar";
import { reductionSurcharge, surcharge } from "../../../src/rules/contributions";
import { attempt } from "../../../src/rules/refusal";
import { exactly } from "../../../src/rules/trace";

// law/contributions.md, section 8: the payments must cover the amount.
test("payments that lack a cent are refused", () => {
  const due = day(2025, 3, 31);
  expect(attempt(() => surcharge(1000_00, due, [{ on: due, amount: 999_99 }]))).toMatchObject({
    key: "payments-too-small",
    facts: { amount: { cents: 1000_00 }, paid: { cents: 999_99 } },
  });
  expect(surcharge(1000_00, due, [{ on: due, amount: 1000_00 }]).value).toBe(0);
});

test("every balance that is open at a quarter end is told, a cent too", () => {
  const { way } = surcharge(1, day(2025, 3, 31), [{ on: day(2025, 8, 1), amount: 1 }]);
  // Nothing is open at the end of the year, so nothing is told of it.
  expect(way().map(({ step, facts, base }) => [step, facts["day"], base])).toEqual([
    ["surcharge-open", { day: day(2025, 3, 31) }, 1],
    ["surcharge-open", { day: day(2025, 6, 30) }, 1],
  ]);
});

// Section 8: base = min(final, N-3 provisional) − reduced; nothing where it is 0 or less, or paid by 31 December.
test.each([
  ["justified to the cent", 4000_00, day(2026, 5, 15), 0, 0],
  ["a cent too little", 4000_01, day(2026, 5, 15), 1, 7],
  ["paid on 31 December", 5000_00, day(2024, 12, 31), 1000_00, 0],
  ["paid on 1 January", 5000_00, day(2025, 1, 1), 1000_00, 2],
])("a reduction: %s", (_, final, paid, base, charges) => {
  const of = { final, reduced: 4000_00, provisionalN3: 6000_00 };
  const [first, ...more] = reductionSurcharge(of, 2024, paid).way();
  expect(first).toMatchObject({ step: "reduction-base", base });
  expect(more.map(({ step, base: open }) => [step, open])).toEqual(
    charges === 0 ? [["surcharge-none", undefined]] : Array(charges).fill(["surcharge-open", base]),
  );
});

describe("articles 44 and 44bis: a summons", () => {
  /** 1,000 euro due on 31 March 2025 and paid on 15 February 2026: 3 % at each quarter end, 7 % after the year. */
  const amounts = (summoned?: number) =>
    surcharge(1000_00, day(2025, 3, 31), [{ on: day(2026, 2, 15), amount: 1000_00 }], { summoned })
      .way()
      .map(({ amount }) => amount);
  const cents = (...charges: readonly number[]) => charges.map(exactly);

  test("none", () => {
    expect(amounts()).toEqual(cents(30_00, 30_00, 30_00, 30_00, 70_00));
  });

  test("of the last day of the year still spares the 7 %, and the 3 % of its own quarter", () => {
    expect(amounts(day(2025, 12, 31))).toEqual(cents(30_00, 30_00, 30_00));
  });

  test("of the next day spares neither", () => {
    expect(amounts(day(2026, 1, 1))).toEqual(cents(30_00, 30_00, 30_00, 30_00, 70_00));
  });
});
