/** Worked examples of the rule book, and the dates between which its rules hold. */
import * as oracle from "./index";
import type { Answer, CareerCategory, CareerEvent, Category, Refusal } from "./index";
import { quarterNumber } from "./calendar";
import { cents, roundHalfUp } from "./rational";

const NOT_AVAILABLE: Refusal = { refusal: "#N/A" };
const BAD_VALUE: Refusal = { refusal: "#VALUE!" };

const euro = (...amounts: string[]): bigint[] => amounts.map(cents);

describe("final contributions", () => {
  test("half a cent goes away from zero", () => {
    const halves = [-3n, -1n, 1n, 3n].map((numerator) => roundHalfUp(numerator, 2n));
    expect(halves).toEqual([-2n, -1n, 1n, 2n]);
  });

  test("a tie goes up: 12 500 at 20.5 %", () => {
    expect(oracle.quarterlyFor(cents("12500"), "complementary", 2018)).toBe(cents("640.63"));
  });

  test("the year is four rounded quarters", () => {
    expect(oracle.annual(cents("65000"), "pensioner", 2019)).toBe(cents("9526.88"));
  });

  test("20 000 in two quarters are 40 000 a year", () => {
    expect(oracle.annual(cents("20000"), "principal", 2024, { start: "2024-07-01" })).toBe(cents("4100.00"));
  });

  test.each<[Category, number, string, string]>([
    ["pension-age", 1, "3000", "0"],
    ["pension-age", 4, "3000", "871.71"],
    ["pension-age-opt-out", 4, "3000", "0"],
    ["pension-age", 3, "3763.51", "192.88"],
    ["pension-age", 4, "3763.51", "871.71"],
    ["pension-age-opt-out", 4, "3763.51", "192.88"],
    ["pensioner", 4, "3763.51", "138.31"],
  ])("pension age in 2025: %s, quarter %i, %s", (category, quarter, income, contribution) => {
    expect(oracle.quarterlyFor(cents(income), category, 2025, quarter)).toBe(cents(contribution));
  });

  test("from the minimum income on, every category of art. 12 owes the same", () => {
    const categories: Category[] = ["primostarter", "complementary", "article-37", "article-37-mandate", "student"];
    categories.push("spouse-maxi", "pension-age", "pension-age-opt-out", "pension-age-spouse");
    for (const income of [1_737_408n, 5_000_000n, 9_000_001n, 20_000_000n]) {
      const principal = oracle.quarterlyFor(income, "principal", 2026);
      for (const category of categories) expect(oracle.quarterlyFor(income, category, 2026)).toBe(principal);
    }
  });

  test("whoever starts in 2017Q3 has one primostarter quarter with a floor", () => {
    const quarters = [1, 2, 3].map((quarter) =>
      oracle.quarterlyFor(0n, "primostarter", 2018, quarter, { start: "2017-07-01" }),
    );
    expect(quarters).toEqual(euro("694.46", "358.62", "694.46"));
  });

  test.each([
    ["2021-10-01", 2023, 3, "434.28"],
    ["2021-10-01", 2023, 4, "840.97"],
    ["2021-07-01", 2022, 3, "751.25"],
    ["2021-07-01", 2022, 4, "387.95"],
    ["2021-07-01", 2023, 2, "434.28"],
    ["2021-07-01", 2023, 3, "840.97"],
  ])("artist since %s: %iQ%i", (start, year, quarter, contribution) => {
    expect(oracle.quarterlyFor(0n, "primostarter-artist", year, quarter, { start })).toBe(cents(contribution));
  });

  test("a rate of the index may be nil or negative, not -1", () => {
    const last = oracle.threshold("minimum", 2026);
    expect(oracle.threshold("minimum", 2030, "0")).toBe(last);
    expect(oracle.threshold("minimum", 2027, "-0.01")).toBe(cents("17200.34"));
    expect(oracle.threshold("minimum", 2027, "-1")).toEqual(BAD_VALUE);
    expect(oracle.threshold("minimum", 2026, "0.5")).toBe(last);
  });
});

describe("what has no text, and what needs a quarter", () => {
  test.each<[Category, number, number | undefined, string | undefined, Answer]>([
    ["principal", 2014, undefined, undefined, NOT_AVAILABLE],
    ["principal", oracle.LAST_YEAR + 1, undefined, undefined, NOT_AVAILABLE],
    ["student", 2016, undefined, undefined, NOT_AVAILABLE],
    ["primostarter", 2018, 1, undefined, NOT_AVAILABLE],
    ["primostarter", 2018, undefined, undefined, BAD_VALUE],
    ["primostarter", 2018, undefined, "2017-10-01", BAD_VALUE],
    ["primostarter", 2018, undefined, "2017-04-01", cents("694.46")],
    ["primostarter", 2022, undefined, "2022-01-01", cents("387.95")],
    ["primostarter", 2023, undefined, "2023-01-01", BAD_VALUE],
    ["primostarter-artist", 2022, undefined, undefined, BAD_VALUE],
    ["primostarter-artist", 2022, undefined, "2021-10-01", cents("387.95")],
    ["pension-age-opt-out", 2025, undefined, undefined, BAD_VALUE],
    ["pension-age-opt-out", 2024, undefined, undefined, NOT_AVAILABLE],
    ["pension-age-spouse", 2025, undefined, undefined, BAD_VALUE],
    ["principal", 2025, undefined, "2025-04-01", BAD_VALUE],
    ["principal", 2025, 1, "2025-04-01", 0n],
    ["principal", 2025, undefined, "2026-04-01", 0n],
    ["principal", 2025, 5, undefined, BAD_VALUE],
  ])("%s %i, quarter %s, start %s", (category, year, quarter, start, answer) => {
    expect(oracle.quarterlyFor(0n, category, year, quarter, { start })).toEqual(answer);
  });

  test("a year with a quarter without text has no sum, one that begins later has", () => {
    expect(oracle.annual(0n, "pension-age-opt-out", 2025)).toEqual(NOT_AVAILABLE);
    expect(oracle.annual(0n, "pension-age", 2025)).toBe(cents("871.71"));
  });
});

describe("provisional contributions", () => {
  test("revaluation by the fraction", () => {
    expect(oracle.revalue(cents("40000"), 2024)).toBe(cents("47471.30"));
    expect(oracle.revalue(cents("20000"), 2025)).toBe(cents("21846.61"));
    expect(oracle.revalue(cents("20000"), 2015)).toEqual(NOT_AVAILABLE);
  });

  test("a start in the year 2022 after its first quarter is flat again in 2025Q4 only", () => {
    const start = { start: "2022-07-01" };
    // 10 000 in two quarters: 20 000, revalued 21 846.61.
    expect(oracle.provisional(cents("10000"), "principal", 2025, 3, start)).toBe(cents("1119.64"));
    expect(oracle.provisional(cents("10000"), "principal", 2025, 4, start)).toBe(cents("871.71"));
    expect(oracle.provisional(cents("10000"), "principal", 2025, undefined, start)).toEqual(BAD_VALUE);
    expect(oracle.provisional(null, "principal", 2025, 3, start)).toEqual(BAD_VALUE);
    expect(oracle.provisional(null, "principal", 2024, undefined, start)).toBe(cents("864.15"));
  });

  test("a start in the first quarter is flat for three years", () => {
    const start = { start: "2023-02-01" };
    expect(oracle.provisional(null, "complementary", 2025, undefined, start)).toBe(cents("96.44"));
    expect(oracle.provisional(null, "complementary", 2026, undefined, start)).toEqual(BAD_VALUE);
  });

  test.each<[Category, number, string, string, string | Refusal]>([
    ["principal", 2019, "40000", "25000", "1419.36"], // step 27 694.78
    ["principal", 2019, "40000", "41000", "2179.90"], // revalued 42 534.66: no step below it
    ["principal", 2017, "40000", "14000", "1396.11"], // step 26 592.49
    ["primostarter", 2019, "40000", "7000", "366.48"], // floor
    ["primostarter", 2019, "40000", "8000", "473.12"], // intermediate step 9231.59
    ["complementary", 2019, "40000", "1000", NOT_AVAILABLE],
    ["complementary", 2019, "40000", "60000", "2179.90"],
    ["principal", 2025, "40000", "9000", "871.71"],
    ["student", 2025, "40000", "8000", "0.00"],
  ])("%s %i, %s in N-3, estimated %s", (category, year, incomeN3, estimate, answer) => {
    const options = { estimate: cents(estimate) };
    const expected = typeof answer === "string" ? cents(answer) : answer;
    expect(oracle.provisional(cents(incomeN3), category, year, 4, options)).toEqual(expected);
  });

  test("a primostarter's estimate goes below the flat base, the reduction stays", () => {
    const options = { start: "2024-01-01", estimate: 0n };
    expect(oracle.provisional(null, "primostarter", 2024, 1, options)).toBe(cents("331.22"));
    expect(oracle.provisional(null, "primostarter", 2024, 2, options)).toBe(cents("446.25"));
  });

  test("an estimate of the base asks for nothing, one of half a year is annualised", () => {
    const estimate = cents("42534.66"); // 40 000 of 2016, revalued
    expect(oracle.provisional(cents("40000"), "complementary", 2019, 4, { estimate })).toBe(cents("2179.90"));
    const half = { start: "2024-07-01", estimate: cents("932.73") };
    expect(oracle.provisional(null, "complementary", 2024, 4, half)).toBe(cents("95.60"));
    expect(oracle.provisional(null, "complementary", 2024, 4, { ...half, estimate: cents("932.72") })).toBe(0n);
  });
});

describe("surcharges", () => {
  const due = "2025-03-31";

  test.each([
    ["2025-03-31", "0"],
    ["2025-06-30", "30.00"],
    ["2026-01-01", "190.00"],
  ])("1000 paid on %s", (paid, expected) => {
    expect(oracle.surcharge(cents("1000"), due, paid)).toBe(cents(expected));
  });

  test("the fee bears them apart", () => {
    const amounts = [cents("1000"), oracle.fee(cents("1000"), "0.0395")];
    expect(amounts.map((amount) => oracle.surcharge(amount, due, "2025-05-01"))).toEqual(euro("30.00", "1.19"));
  });

  test("part payments in any order", () => {
    const parts = [
      { day: "2026-01-15", amount: cents("600") },
      { day: "2025-05-01", amount: cents("400") },
    ];
    expect(oracle.surcharge(cents("1000"), due, parts)).toBe(cents("126.00"));
  });

  test("a payment of the day of a quarter end is in time", () => {
    expect(oracle.quarterEnds("2025-03-31", "2025-06-30")).toEqual(["2025-03-31"]);
    expect(oracle.quarterEnds("2025-03-31", "2025-07-01")).toEqual(["2025-03-31", "2025-06-30"]);
  });

  test("a final contribution at the cap is not above it", () => {
    const [final, reduced, provisionalN3] = [cents("6000"), cents("4000"), cents("6000")];
    expect(oracle.reductionSurcharge(final, reduced, provisionalN3, 2024, "2025-02-01")).toBe(cents("200.00"));
  });

  test("no surcharge on a reduction that was no reduction, or was paid in time", () => {
    expect(
      oracle.reductionSurcharge(...(euro("9000", "6000", "6000") as [bigint, bigint, bigint]), 2024, "2026-01-01"),
    ).toBe(0n);
    expect(
      oracle.reductionSurcharge(...(euro("9000", "4000", "6000") as [bigint, bigint, bigint]), 2024, "2024-12-31"),
    ).toBe(0n);
  });
});

describe("backwards", () => {
  test("profit before contributions, with fee", () => {
    const [income, contribution, fee] = euro("41279.56", "8462.32", "258.12");
    expect(oracle.fixedPoint(cents("50000"), "principal", 2026, { fund: "0.0305" })).toEqual({
      income,
      contribution,
      fee,
    });
    expect(oracle.fromProfit(cents("50000"), "principal", 2026, { fund: "0.0305" })).toBe(cents("8720.44"));
  });

  test("no fixed point inside a jump", () => {
    expect(oracle.annual(cents("1922.16"), "complementary", 2026)).toBe(cents("394.04"));
    expect(oracle.fromProfit(cents("1922.15"), "complementary", 2026)).toBe(0n);
    expect(oracle.fromProfit(cents("1922.23"), "complementary", 2026)).toBe(0n);
    expect(oracle.fromProfit(cents("1922.24"), "complementary", 2026)).toEqual({ refusal: "#NUM!" });
    expect(oracle.fromProfit(cents("2316.19"), "complementary", 2026)).toEqual({ refusal: "#NUM!" });
    expect(oracle.fromProfit(cents("2316.20"), "complementary", 2026)).toBe(cents("394.04"));
  });

  test("income for a quarter", () => {
    expect(oracle.incomeFor(cents("1000"), "principal", 2026)).toBe(cents("19512.10"));
    expect(oracle.incomeFor(cents("0"), "complementary", 2026)).toBe(0n);
    expect(oracle.incomeFor(cents("5103.06"), "principal", 2026)).toEqual({ refusal: "#NUM!" });
    expect(oracle.incomeFor(cents("900"), "pension-age", 2025)).toEqual(BAD_VALUE);
  });
});

describe("projects", () => {
  test("without start the first three years lack their reference", () => {
    const incomes = euro("20000", "20000", "20000", "20000", "20000", "20000");
    const rows = oracle.project(2019, incomes, "principal");
    expect(rows.map(({ provisional }) => oracle.isRefusal(provisional))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(rows.map(({ cashOut }) => oracle.isRefusal(cashOut))).toEqual([true, true, true, true, true, false]);
    expect(rows.map(({ final }) => final)).toEqual(Array.from({ length: 6 }, () => cents("4100.00")));
  });

  test("years before the start are nil", () => {
    const [before, first] = oracle.project(2022, euro("0", "20000"), "principal", { start: "2023-01-01" });
    expect(before).toMatchObject({ provisional: 0n, final: 0n, settlement: 0n, cashOut: 0n });
    expect(first).toMatchObject({ provisional: cents("3363.88"), final: cents("4100.00"), cashOut: cents("3363.88") });
  });
});

describe("careers", () => {
  const events: CareerEvent[] = [
    { from: "2021-03-15", category: "complementary" },
    { from: "2023-05-10", category: "primostarter" },
    { from: "2024-08-01", category: "none" },
  ];
  const finals = (incomes: bigint[]): Answer[] => {
    const rows = oracle.career(events, 2023, incomes) as oracle.CareerRow[];
    return rows.map(({ final }) => final);
  };

  test("complementary, primostarter, stop", () => {
    expect(finals(euro("20000", "15000"))).toEqual(
      euro("1025.00", "913.06", "1025.00", "1025.00", "1025.00", "1025.00", "1025.00", "0"),
    );
    expect(finals(euro("20000", "5000")).slice(4)).toEqual(euro("446.25", "864.15", "864.15", "0"));
  });

  test("one category since a start is the same by both ways", () => {
    const start = "2023-08-20";
    const incomes = euro("9000", "30000", "31000", "32000");
    const rows = oracle.career([{ from: start, category: "principal" }], 2023, incomes) as oracle.CareerRow[];
    for (const [index, income] of incomes.entries()) {
      const year = 2023 + index;
      const ofYear = rows.filter((row) => row.year === year);
      expect(ofYear.map(({ final }) => final)).toEqual(oracle.quartersOf(income, "principal", year, { start }));
      expect(ofYear.map(({ provisional }) => provisional)).toEqual(
        oracle.provisionalQuarters(incomes[index - 3] ?? null, "principal", year, { start }),
      );
    }
  });

  test("an earlier run is a reference for the third year of a start in a first quarter", () => {
    const again: CareerEvent[] = [
      { from: "2018-01-01", category: "principal" },
      { from: "2021-07-01", category: "none" },
      { from: "2022-01-10", category: "principal" },
    ];
    const rows = oracle.career(again, 2021, euro("10000", "0", "0", "0")) as oracle.CareerRow[];
    // 2024 on the two quarters of 2021: 20 000 x 656.54 / 553.21 = 23 735.65
    expect(rows.map(({ provisional }) => provisional).slice(8)).toEqual(
      euro("840.97", "840.97", "840.97", "840.97", "1216.45", "1216.45", "1216.45", "1216.45"),
    );
  });

  test("a year has one income: mini-status and another category do not mix", () => {
    const mixed: CareerEvent[] = [
      { from: "2020-01-01", category: "spouse-mini" },
      { from: "2024-07-01", category: "principal" },
    ];
    const rows = oracle.career(mixed, 2024, euro("30000")) as oracle.CareerRow[];
    expect(rows.map(({ final }) => final)).toEqual(Array.from({ length: 4 }, () => BAD_VALUE));
  });

  test.each<[CareerCategory | undefined, CareerCategory, string, number]>([
    [undefined, "complementary", "2024-05-10", 2],
    ["none", "complementary", "2024-05-10", 2],
    ["principal", "none", "2024-05-10", 3],
    ["principal", "none", "2024-04-01", 2],
    ["principal", "complementary", "2024-05-10", 3],
    ["principal", "complementary", "2024-04-01", 2],
    ["complementary", "principal", "2024-05-10", 2],
    ["principal", "spouse-maxi", "2024-05-10", 3],
    ["spouse-mini", "spouse-maxi", "2024-05-10", 2],
    ["principal", "exempt", "2024-05-10", 2],
    ["exempt", "complementary", "2024-05-10", 2],
  ])("from %s to %s on %s: 2024Q%i", (previous, category, from, quarter) => {
    expect(oracle.holdsFrom({ from, category }, previous)).toBe(quarterNumber(2024, quarter));
  });

  test("exempt quarters count among the first of a primostarter", () => {
    const exempted: CareerEvent[] = [
      { from: "2024-01-01", category: "primostarter" },
      { from: "2024-04-01", category: "exempt" },
      { from: "2024-07-01", category: "primostarter" },
    ];
    const rows = oracle.career(exempted, 2024, euro("0", "0")) as oracle.CareerRow[];
    expect(rows.map(({ final }) => final).slice(0, 5)).toEqual(euro("331.22", "0", "446.25", "446.25", "871.71"));
  });

  test("the mini-status is on the helped person's incomes; leaving it is a start", () => {
    const spouse: CareerEvent[] = [
      { from: "2019-01-01", category: "spouse-mini" },
      { from: "2024-01-01", category: "principal" },
    ];
    const options = { earlierIncomes: euro("30000", "30000", "30000") };
    const rows = oracle.career(spouse, 2023, euro("30000", "25000"), options) as oracle.CareerRow[];
    // 30 000 x 638.93 / 540.03 = 35 494.14
    expect(rows[3]).toMatchObject({ provisional: cents("70.10"), final: cents("59.25") });
    expect(rows[4]).toMatchObject({ provisional: cents("864.15"), final: cents("1281.25") });
  });

  test("who leaves the mini-status has the rate of a first activity year", () => {
    const spouse: CareerEvent[] = [
      { from: "2012-01-01", category: "spouse-mini" },
      { from: "2016-01-01", category: "principal" },
    ];
    const rows = oracle.career(spouse, 2016, euro("30000")) as oracle.CareerRow[];
    expect(rows[0]).toMatchObject({ provisional: cents("666.80"), final: cents("1537.50") });
  });

  test("dates rise", () => {
    expect(oracle.career([...events].reverse(), 2023, euro("20000"))).toEqual(BAD_VALUE);
    expect(oracle.career([events[0]!, events[0]!], 2023, euro("20000"))).toEqual(BAD_VALUE);
  });
});
