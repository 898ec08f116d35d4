import { day } from "../../../src/rules/calendar";
import { cashflow, Incomes } from "../../../src/rules/projection";
import { Refusal } from "../../../src/rules/refusal";

const principalSince = (year: number) => [{ from: day(year, 1, 1), status: "principal" as const }];

const euros = (cents: unknown): unknown => (typeof cents === "number" ? cents / 100 : cents);

// law/contributions.md, section 10: a starter of 2022, 20 000 to 50 000.
describe("a starter of 2022", () => {
  const incomes = new Incomes(2022, [20_000_00, 30_000_00, 40_000_00, 45_000_00, 50_000_00]);
  const { value, way } = cashflow(incomes, { career: principalSince(2022), settlementQuarter: 3 });

  test("pays each quarter at its end, and each settlement two years later", () => {
    expect(value).toHaveLength(25);
    expect(value[0]).toMatchObject({ due: day(2022, 3, 31), what: "provisional", amount: 751_25, dateBasis: "law" });
    const settlements = value.filter(({ what }) => what === "settlement");
    expect(settlements.map(({ due, year }) => [due, year])).toEqual(
      [2022, 2023, 2024, 2025, 2026].map((year) => [day(year + 2, 9, 30), year]),
    );
    expect(settlements.map(({ amount, runningTotal }) => [euros(amount), euros(runningTotal)]).at(0)).toEqual([
      1095, 10_056.33,
    ]);
    expect([settlements.at(-1)!, value.at(-1)!].map(({ runningTotal }) => euros(runningTotal))).toEqual([
      37_925, 37_925,
    ]);
  });

  test("on one day the provisional contribution stands before the settlement", () => {
    const that = value.filter(({ due }) => due === day(2024, 9, 30));
    expect(that.map(({ what, quarter }) => [what, quarter])).toEqual([
      ["provisional", 3],
      ["settlement", undefined],
    ]);
  });

  test("a settlement says what was owed and paid, and that its day is an assumption", () => {
    const row = value.findIndex(({ what }) => what === "settlement");
    const lines = way({ row, column: 7 });
    expect(lines.map(({ step, article }) => [step, article])).toEqual([
      ["settled-final", "AR38 11 §5"],
      ["settled-paid", "AR38 11 §3"],
      ["settled-fee", "AR38 20 §4"],
      ["settlement-day", "AR67 44 §3"],
    ]);
    expect(lines.map(({ steps = [] }) => steps.length)).toEqual([1, 1, 0, 0]);
  });

  test.each([
    [1, day(2024, 3, 31)],
    [2, day(2024, 6, 30)],
    [4, day(2024, 12, 31)],
  ] as const)("settled in quarter %s", (settlementQuarter, due) => {
    const moved = cashflow(incomes, { career: principalSince(2022), settlementQuarter });
    expect(moved.value.find(({ what }) => what === "settlement")!.due).toBe(due);
    expect(moved.value.at(-1)!.runningTotal).toBe(37_925_00);
  });
});

test("a payment that is not known stays in its row, and leaves the running total open from there on", () => {
  const { value } = cashflow(new Incomes(2024, [30_000_00], [20_000_00, 20_000_00, 20_000_00]), {
    career: principalSince(2010),
    settlementQuarter: 3,
  });
  // The settlement of 2022 rests on the income of 2019.
  expect(value.map(({ amount, runningTotal }) => [amount, runningTotal].map((one) => one instanceof Refusal))).toEqual([
    [false, false],
    [false, false],
    [false, false],
    [true, true],
    [false, true],
    [true, true],
    [false, true],
  ]);
});

test("a fee that is not known leaves the contribution as it is", () => {
  const [first] = cashflow(new Incomes(2016, [30_000_00]), {
    career: principalSince(2016),
    fund: "acerta",
    settlementQuarter: 3,
  }).value;
  expect(first!.contribution).toBe(666_80);
  expect([first!.fee, first!.amount, first!.runningTotal].every((one) => one instanceof Refusal)).toBe(true);
});

describe("a row is as sure as the weakest of its figures", () => {
  const confidences = (firstYear: number, more: object, ...earlier: number[]) =>
    cashflow(new Incomes(firstYear, [20_000_00], earlier), {
      career: principalSince(earlier.length > 0 ? 2010 : firstYear),
      settlementQuarter: 3,
      ...more,
    }).value.map(({ confidence }) => confidence);

  // Section 1: the numerators of 2024 and 2025 are official, that of 2026 is derived.
  test("the numerator of the year", () => {
    expect(new Set(confidences(2024, {}))).toEqual(new Set(["official"]));
    expect(new Set(confidences(2026, {}))).toEqual(new Set(["derived"]));
  });

  test("a year without law is a projection, without an index there is none", () => {
    expect(new Set(confidences(2030, { indexation: "0.02" }))).toEqual(new Set(["projection"]));
    expect(new Set(confidences(2030, {}))).toEqual(new Set([undefined]));
  });

  test("the figure of the fund, where one is named", () => {
    expect(new Set(confidences(2024, { fund: "acerta" }))).toEqual(new Set(["derived"]));
    expect(new Set(confidences(2024, { fund: { units: 305, scale: 10_000 } }))).toEqual(new Set(["official"]));
  });
});
