import fc from "fast-check";
import { civilDate, day, type Day } from "../../src/rules/calendar";
import { call, records } from "../golden/harness";
import * as oracle from "../oracle";
import { callNamed, CellError, sourceFunctions } from "../setup/excel";

const functions = sourceFunctions();
const ask = (id: string, inputs: Record<string, unknown>): unknown => call(functions, id, inputs);

const cents = (euros: number): number => Math.round(euros * 100);
const shown = (answer: unknown): unknown =>
  answer instanceof CellError ? answer.code : typeof answer === "number" ? cents(answer) : answer;
const told = (answer: oracle.Answer): number | string => (oracle.isRefusal(answer) ? answer.refusal : Number(answer));
const iso = (serial: Day): string => {
  const { year, month, day: dayOfMonth } = civilDate(serial);
  return [year, month, dayOfMonth].map((part) => String(part).padStart(2, "0")).join("-");
};

const RUNS = { numRuns: 1000 };
const income = fc.oneof(
  fc.integer({ min: 0, max: 150_000_00 }),
  // Near the incomes where an answer changes, or stops.
  fc
    .constantFrom(31_820_77, 34_265_74, 59_243_06, 61_865_94, 65_899_36, 74_488_69, 75_977_92, 77_498_93, 80_627_22)
    .chain((at) => fc.integer({ min: at - 1, max: at + 1 })),
);
const year = fc.integer({ min: 1990, max: 2035 });
const revaluation = fc.option(fc.constantFrom("1", "0.994321", "1.05", "1.234567"), { nil: undefined });
const indexation = fc.option(fc.constantFrom("0", "0.02", "-0.01"), { nil: undefined });
const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
const birth = fc.integer({ min: day(1944, 6, 1), max: day(1985, 12, 31) });

describe("as the oracle answers", () => {
  test("PENSION.ACCRUAL", () => {
    fc.assert(
      fc.property(
        income,
        year,
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        revaluation,
        indexation,
        (i, y, h, q, r, g) => {
          const inputs = {
            income: i / 100,
            year: y,
            household: h,
            quarters: q,
            revaluation: number(r),
            indexation: number(g),
          };
          const of = { income: BigInt(i), year: y, household: h, quarters: q, revaluation: r, indexation: g };
          expect(shown(ask("PENSION.ACCRUAL", inputs))).toBe(told(oracle.pension.accrual(of)));
        },
      ),
      RUNS,
    );
  });

  test("PENSION.MINIMUM", () => {
    const on = fc.integer({ min: day(2021, 1, 1), max: day(2024, 4, 30) });
    fc.assert(
      fc.property(on, fc.integer({ min: 0, max: 240 }), fc.boolean(), (date, quarters, household) => {
        const inputs = { date, careerYears: quarters / 4, household };
        expect(shown(ask("PENSION.MINIMUM", inputs))).toBe(
          Number(oracle.pension.minimum(iso(date), quarters, household)),
        );
      }),
      RUNS,
    );
  });

  test("PENSION.ESTIMATE: years, total of the unrounded years, month", () => {
    const years = fc.array(fc.option(fc.integer({ min: 0, max: 90_000_00 }), { nil: null, freq: 5 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        years.filter((list) => list.at(-1) !== null),
        fc.integer({ min: 2015, max: 2024 }),
        fc.boolean(),
        revaluation,
        fc.nat(30_000_00),
        indexation,
        (list, first, h, r, acquired, g) => {
          const inputs = {
            incomes: list.map((one) => [one === null ? null : one / 100]),
            firstYear: first,
            household: h,
            revaluation: number(r),
            acquired: acquired / 100,
            indexation: number(g),
          };
          const rows = records(ask("PENSION.ESTIMATE", inputs)).map((row) => shown(row["pension"]));
          const of = (one: number, index: number) => ({
            income: BigInt(one),
            year: first + index,
            household: h,
            revaluation: r,
            indexation: g,
          });
          const counted = list.flatMap((one, index) => (one === null ? [] : [of(one, index)]));
          const { total, month } = oracle.pension.pensionOf(counted, BigInt(acquired));
          expect(rows.slice(0, list.length)).toEqual(
            list.map((one, index) => (one === null ? 0 : told(oracle.pension.accrual(of(one, index))))),
          );
          expect(rows.slice(list.length, -1)).toEqual([acquired, told(total), told(month)]);
        },
      ),
      RUNS,
    );
  });

  test("PENSION.AGE and PENSION.EARLIEST", () => {
    fc.assert(
      fc.property(
        birth,
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 2015, max: 2040 }),
        (born, careerYears, lastYear) => {
          const age = ask("PENSION.AGE", { birth: born });
          const wanted = oracle.pension.age(iso(born));
          expect(age).toBe(oracle.isRefusal(wanted) ? wanted.refusal : wanted);
          const found = ask("PENSION.EARLIEST", { birth: born, careerYears, lastYear });
          const earliest = oracle.pension.earliest(iso(born), careerYears, lastYear);
          expect(typeof found === "number" ? iso(found) : found).toBe(
            oracle.isRefusal(earliest) ? earliest.refusal : earliest,
          );
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("PENSION.EXCESS", () => {
    const ceilings = [
      [2015, 6_234_00n],
      [2022, 6_907_00n],
      [2024, 7_880_00n],
      [2025, 8_093_00n],
    ] as const;
    fc.assert(
      fc.property(fc.integer({ min: -1_000_00, max: 20_000_00 }), fc.constantFrom(...ceilings), (i, [y, most]) => {
        const share = ask("PENSION.EXCESS", { income: i / 100, year: y, situation: "early" });
        expect(cents(share as number)).toBe(Number(oracle.pension.suspended(BigInt(i), most)));
      }),
      RUNS,
    );
  });
});

describe("properties", () => {
  test("a year adds no less for a higher income, more quarters or the household rate", () => {
    fc.assert(
      fc.property(
        fc.nat(90_000_00),
        fc.nat(20_000_00),
        fc.integer({ min: 2021, max: 2026 }),
        fc.integer({ min: 1, max: 3 }),
        (i, more, y, q) => {
          const of = (inputs: object) =>
            ask("PENSION.ACCRUAL", { income: i / 100, year: y, quarters: q, ...inputs }) as number;
          expect(of({ income: (i + more) / 100 })).toBeGreaterThanOrEqual(of({}));
          expect(of({ quarters: q + 1 })).toBeGreaterThanOrEqual(of({}));
          expect(of({ household: true })).toBeGreaterThanOrEqual(of({}));
        },
      ),
    );
  });

  test("one more year that counts, or an earlier birth, never makes the pension later", () => {
    const on = (inputs: Record<string, unknown>) => ask("PENSION.EARLIEST", inputs);
    fc.assert(
      fc.property(birth, fc.integer({ min: 30, max: 45 }), (born, careerYears) => {
        const inputs = { birth: born, careerYears, lastYear: 2025 };
        const [found, more] = [on(inputs), on({ ...inputs, careerYears: careerYears + 1 })];
        if (typeof found === "number" && typeof more === "number") expect(more).toBeLessThanOrEqual(found);
      }),
    );
  });

  test("the minimum rises with the career, and ends with the full one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 236 }), (quarters) => {
        const of = (n: number) => ask("PENSION.MINIMUM", { date: day(2026, 5, 1), careerYears: n / 4 }) as number;
        expect(of(quarters + 1)).toBeGreaterThanOrEqual(of(quarters));
        if (quarters < 120) expect(of(quarters)).toBe(0);
        if (quarters >= 180) expect(of(quarters)).toBe(1844.93);
      }),
    );
  });
});

describe("a career in a range", () => {
  const estimate = (inputs: Record<string, unknown>) =>
    records(ask("PENSION.ESTIMATE", { firstYear: 2022, ...inputs }));
  const words = (inputs: Record<string, unknown>) =>
    estimate(inputs)
      .map((row) => row["year"])
      .filter((one) => typeof one === "string");

  test("blank cells at the end are no years, and their coefficients are not asked for", () => {
    const incomes = [[30_000], [null], [30_000], [null], [""]];
    expect(
      estimate({ incomes })
        .map((row) => row["year"])
        .slice(0, 3),
    ).toEqual([2022, 2023, 2024]);
    const rows = estimate({ incomes, revaluation: [[1.1], [null], [1], [null], [null]] });
    expect(rows.map((row) => row["pension"])).toEqual([440, 0, 400, 0, 840, 70, 0]);
  });

  test("the sum says that it is not revalued, where years of several prices are in it", () => {
    const plain = ["acquired", "total", "per month", "minimum per month"];
    expect(words({ incomes: [[30_000]], acquired: 1000 })).toEqual(plain);
    expect(words({ incomes: [[30_000], [30_000]], revaluation: 1 })).toEqual(plain);
    expect(words({ incomes: [[30_000], [null], [30_000]] })).toEqual([
      "acquired",
      "total, not revalued",
      "per month, not revalued",
      "minimum per month",
    ]);
  });

  test("the date of the pension decides the minimum, and is refused before 01/07/2023", () => {
    const minimum = (pensionDate: Day) =>
      estimate({ incomes: [[30_000]], acquiredYears: 44, pensionDate }).at(-1)!["pension"];
    expect(minimum(day(2025, 3, 1))).toBe(1808.77);
    expect(minimum(day(2026, 12, 1))).toMatchObject({ code: "#N/A" });
    expect(ask("PENSION.ESTIMATE", { incomes: [[30_000]], firstYear: 2022, pensionDate: day(2023, 6, 30) })).toBe(
      "#N/A",
    );
  });

  test("one amount more or less acquired moves the total by as much", () => {
    const total = (acquired: number) => estimate({ incomes: [[31_234.56]], acquired })[2]!["pension"] as number;
    expect(cents(total(500) - total(0))).toBe(500_00);
  });

  test("more than the years to come are refused", () => {
    const incomes = Array.from({ length: 80 }, () => [30_000]);
    expect(ask("PENSION.ESTIMATE", { incomes, firstYear: 2022 })).toBe("#VALUE!");
  });
});

describe("messages", () => {
  const message = (id: string, inputs: Record<string, unknown>): string => {
    try {
      callNamed(functions, id, inputs);
    } catch (error) {
      return (error as CellError).message;
    }
    return "";
  };

  test.each([
    ["PENSION.ACCRUAL", { income: 40_000, year: 2010 }, /€31,820\.77 there is no sure amount.*mypension\.be.*acquired/],
    ["PENSION.ACCRUAL", { income: 25_000, year: 1995 }, /royal decree fixed the fraction.*mypension\.be/],
    ["PENSION.ACCRUAL", { income: 25_000, year: 1980 }, /Before|before 1984/],
    ["PENSION.ACCRUAL", { income: 25_000, year: 2030 }, /2026.*indexation/],
    ["PENSION.ACCRUAL", { income: 25_000, year: 2024, revaluation: 0 }, /between 0\.000001 and 1000/],
    [
      "PENSION.EARLIEST",
      { birth: day(1966, 5, 10), careerYears: 40, lastYear: 2025 },
      /^01\/07\/2028 .*42 years of 234 days.*01\/07\/2027/,
    ],
    ["PENSION.AGE", { birth: day(1944, 11, 30) }, /30\/11\/1944.*01\/12\/1944/],
    ["PENSION.MINIMUM", { date: day(2026, 5, 1), careerYears: 30.3 }, /steps of 0\.25/],
    ["PENSION.MINIMUM", { date: day(2026, 5, 1), careerYears: 31, effectiveQuarters: 3 }, /^birth is missing/],
    [
      "PENSION.MINIMUM",
      { date: day(2026, 5, 1), careerYears: 31, birth: day(1965, 1, 1), effectiveQuarters: 22 },
      /^22 quarters.*23 are needed.*01\/01\/2025/,
    ],
    ["PENSION.PLCI", { incomeN3: 30_000, year: 2025, category: "student" }, /2025.*“student self-employed”.*changes/],
    ["PENSION.COUNTS", { contribution: "paid", year: 2026, quarter: 1 }, /main occupation, paid;/],
  ] as const)("%s %j", (id, inputs, pattern) => {
    expect(message(id, inputs)).toMatch(pattern);
  });
});

test("words of the four languages", () => {
  const counts = (contribution: string) => ask("PENSION.COUNTS", { contribution, year: 2026, quarter: 1 });
  expect(["titre principal, payé", "Hoofdberoep betaald", "HAUPTBERUF, GEZAHLT"].map(counts)).toEqual([
    true,
    true,
    true,
  ]);
  const ceiling = (situation: string) => ask("PENSION.CEILING", { year: 2024, situation });
  expect(["pension anticipée", "vervroegd pensioen", "vorzeitige Pension"].map(ceiling)).toEqual([7880, 7880, 7880]);
  expect(ceiling("onbeperkt")).toBe("unlimited");
});
