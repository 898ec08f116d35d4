import fc from "fast-check";
import { parameterIds, series } from "../../src/parameters";
import { AFTER_SICKNESS, CATEGORIES, FIRST_YEAR, LAST_YEAR } from "../../src/rules/contributions";
import { civilDate, day } from "../../src/rules/calendar";
import { call, records } from "../golden/harness";
import { CellError, sourceFunctions } from "../setup/excel";

const functions = sourceFunctions();
const ask = (id: string, inputs: Record<string, unknown>): unknown => call(functions, id, inputs);
const attempt = (evaluate: () => unknown): unknown => {
  try {
    return evaluate();
  } catch (error) {
    return error;
  }
};
const code = (value: unknown): unknown => (value instanceof CellError ? value.code : value);
const cents = (euros: unknown): number => Math.round(Number(euros) * 100);

const income = fc.integer({ min: -1_000_00, max: 130_000_00 }).map((amount) => amount / 100);
const category = fc.constantFrom(...CATEGORIES);
const year = fc.integer({ min: FIRST_YEAR, max: LAST_YEAR });
const aDay = fc.integer({ min: day(2013, 1, 1), max: day(LAST_YEAR, 12, 31) });
const start = fc.option(aDay, { nil: null });
const stop = fc.option(aDay, { nil: null });

describe("what belongs together adds up", () => {
  test("settlement and provisional contributions make the final ones", () => {
    fc.assert(
      fc.property(income, income, category, year, start, stop, (own, paid, who, when, since, until) => {
        const inputs = { income: own, category: who, year: when, start: since, stop: until };
        const final = ask("INASTI.ANNUAL", inputs);
        const settlement = ask("INASTI.SETTLEMENT", { ...inputs, paid });
        if (typeof final === "string") expect(settlement).toBe(final);
        else expect(cents(settlement) + cents(paid)).toBe(cents(final));
      }),
    );
  });

  test("the settlement with a fund: the totals of the quarters less what was paid", () => {
    fc.assert(
      fc.property(income, income, category, year, start, stop, (own, paid, who, when, since, until) => {
        const inputs = { income: own, category: who, year: when, start: since, stop: until };
        const quarters = [1, 2, 3, 4].map((quarter) => ask("INASTI.QUARTERLY", { ...inputs, quarter }));
        const settlement = ask("INASTI.SETTLEMENT", { ...inputs, paid, fund: "Acerta" });
        const refused = quarters.find((one) => typeof one === "string");
        if (refused !== undefined) expect(settlement).toBe(refused);
        else {
          const totals = quarters.map((contribution) =>
            cents(ask("FUND.TOTAL", { contribution, fund: "Acerta", year: when })),
          );
          expect(cents(settlement)).toBe(totals.reduce((sum, one) => sum + one) - cents(paid));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("PROJECT: what is paid in cash is every year's final contributions, two years later at the latest", () => {
    const incomes = fc.array(income, { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(incomes, fc.constantFrom("principal", "complementary", "spouse-maxi"), (list, who) => {
        const inputs = {
          firstYear: 2018,
          incomes: list.map((one) => [one]),
          category: who,
          start: day(2018, 1, 1),
          fund: 0.0305,
        };
        const rows = records(ask("INASTI.PROJECT", inputs));
        rows.forEach((row, index) => {
          expect(cents(row["provisional"]) + cents(row["settlement"])).toBe(cents(row["final"]));
          const settled = rows[index - 2];
          expect(cents(row["cash out"])).toBe(
            cents(row["provisional"]) + cents(row["fee"]) + (settled ? cents(settled["settlement"]) : 0),
          );
          expect(row["deductible"]).toBe(row["cash out"]);
        });
      }),
    );
  });

  test("CAREER: a sickness has the quarters of BENEFIT.EXEMPTQUARTERS", () => {
    const first = fc.integer({ min: day(2018, 1, 1), max: day(2023, 12, 31) });
    const ends = fc.constantFrom(["principal", "resume-self-employed"], ["none", "recognition-end"]);
    fc.assert(
      fc.property(first, fc.integer({ min: 1, max: 900 }), ends, (date, days, [next, endKind]) => {
        const until = date + days;
        const career = [
          [day(2010, 1, 1), "principal"],
          [date, "sick"],
          [until, next],
        ];
        const rows = records(
          ask("INASTI.CAREER", { career, firstYear: 2018, incomes: Array(10).fill([0]), indexation: 0 }),
        );
        const freed = rows.filter((row) => ["sick", "exempt"].includes(String(row["category"])));
        const quarters = ask("BENEFIT.EXEMPTQUARTERS", { benefit: "sickness", date, until, endKind });
        expect(
          freed.length === 0 ? [[""]] : freed.map((row) => [`${String(row["year"])}Q${String(row["quarter"])}`]),
        ).toEqual(quarters);
        // Whole ones do not count, those with some activity do.
        const counted = rows.filter((row) => row["category"] !== "sick" && row["category"] !== "none").length;
        expect(rows.reduce((sum, row) => sum + Number(row["quarters"]), 0)).toBe(4 * counted);
      }),
      { numRuns: 300 },
    );
  });

  describe("CASHFLOW", () => {
    const incomes = fc.array(income, { minLength: 1, maxLength: 8 });
    const column = (list: readonly number[]) => list.map((one) => [one]);
    const others = fc.record({
      indexation: fc.constant(0.02),
      fund: fc.constantFrom(null, 0.0305, "Liantis"),
      earlierIncomes: fc.array(income, { maxLength: 6 }).map(column),
    });
    const settlementQuarter = fc.constantFrom(null, 1, 2, 3, 4);
    const isError = (value: unknown): boolean => typeof value !== "number";
    const sum = (amounts: readonly unknown[]): unknown =>
      amounts.some(isError) ? "an error" : amounts.reduce<number>((total, one) => total + cents(one), 0);
    const ofYear = (due: unknown): number => civilDate(due as number).year;

    // A career does not tell the start of the person whom a spouse of the mini statute helps, and a resumption is no first row.
    const own = category.filter((who) => who !== "spouse-mini" && who !== AFTER_SICKNESS);

    test("of one category, what is due in a year is PROJECT's cash out", () => {
      fc.assert(
        fc.property(
          own,
          fc.integer({ min: day(2013, 1, 1), max: day(2026, 12, 31) }),
          fc.integer({ min: 2015, max: 2026 }),
          incomes,
          others,
          fc.tuple(fc.boolean(), fc.constantFrom(null, "profit"), settlementQuarter),
          (who, since, firstYear, list, more, [isEstimated, basis, quarter]) => {
            const estimates = isEstimated ? column(list) : null;
            const shared = { ...more, firstYear, incomes: column(list), estimates, basis };
            const career = [[since, who]];
            const payments = records(ask("INASTI.CASHFLOW", { ...shared, career, settlementQuarter: quarter }));
            for (const row of records(ask("INASTI.PROJECT", { ...shared, category: who, start: since }))) {
              const due = payments.filter((one) => ofYear(one["due"]) === row["year"]).map((one) => one["amount"]);
              expect([row["year"], sum(due)]).toEqual([row["year"], sum([row["cash out"]])]);
            }
          },
        ),
        { numRuns: 500 },
      );
    });

    test("the contributions of a year are CAREER's final ones, and the running total is the sum of all", () => {
      const status = fc.oneof(category, fc.constantFrom("none", "sick", "exempt", "pension-stop"));
      const rows = fc
        .array(fc.tuple(fc.integer({ min: day(2015, 1, 1), max: day(2026, 12, 31) }), status), {
          minLength: 1,
          maxLength: 6,
        })
        .map((list) => [...new Map(list).entries()].sort(([a], [b]) => a - b));
      fc.assert(
        fc.property(rows, fc.integer({ min: 2017, max: 2026 }), incomes, others, (career, firstYear, list, more) => {
          const inputs = { ...more, career, firstYear, incomes: column(list) };
          const lived = ask("INASTI.CAREER", inputs);
          const paid = ask("INASTI.CASHFLOW", inputs);
          if (typeof lived === "string") {
            expect(paid).toBe(lived);
            return;
          }
          const payments = records(paid);
          list.forEach((_, index) => {
            const ofThat = (row: Record<string, unknown>) => row["year"] === firstYear + index;
            const contributions = sum(payments.filter(ofThat).map((row) => row["contribution"]));
            // A quarter that is not known provisionally leaves its year open here, not there.
            if (typeof contributions === "number")
              expect(contributions).toBe(
                sum(
                  records(lived)
                    .filter(ofThat)
                    .map((row) => row["final"]),
                ),
              );
          });
          payments.forEach((row, index) => {
            expect(sum([row["running total"]])).toEqual(sum(payments.slice(0, index + 1).map((one) => one["amount"])));
          });
        }),
        { numRuns: 500 },
      );
    });

    test("a last day or year cuts the table off, and changes nothing before", () => {
      const inputs = { career: [[day(2022, 1, 1), "principal"]], firstYear: 2022, incomes: column([20_000, 30_000]) };
      const rows = records(ask("INASTI.CASHFLOW", inputs));
      const until = (last: unknown) => records(ask("INASTI.CASHFLOW", { ...inputs, until: last }));
      expect(until(day(2024, 9, 30))).toEqual(rows.filter((row) => (row["due"] as number) <= day(2024, 9, 30)));
      expect(until(day(2024, 9, 29))).toHaveLength(8);
      for (const year of [2024, "2024", day(2024, 12, 31), "2024-12-31"]) expect(until(year)).toHaveLength(9);
      expect(until(9999)).toEqual(rows);
      expect(until(1900)).toEqual([]);
    });
  });

  test("INCOMEFOR gives back an income with the same contribution, and no smaller one", () => {
    fc.assert(
      fc.property(income, category, year, fc.constantFrom(1, 2, 3, 4), (own, who, when, quarter) => {
        const inputs = { category: who, year: when, quarter };
        const quarterly = ask("INASTI.QUARTERLY", { ...inputs, income: own });
        if (typeof quarterly === "string") return;
        const found = ask("INASTI.INCOMEFOR", { ...inputs, quarterly }) as number;
        expect(found).toBeLessThanOrEqual(Math.max(0, own));
        expect(ask("INASTI.QUARTERLY", { ...inputs, income: found })).toBe(quarterly);
        if (found > 0)
          expect(ask("INASTI.QUARTERLY", { ...inputs, income: (cents(found) - 1) / 100 })).not.toBe(quarterly);
      }),
    );
  });

  test("FROMPROFIT: income and contribution make the profit, but for the cents that rounding leaves", () => {
    fc.assert(
      fc.property(income, category, year, fc.constantFrom(null, 0.0305), (profit, who, when, fund) => {
        const owed = ask("INASTI.FROMPROFIT", { profit, category: who, year: when, fund });
        if (typeof owed === "string") return;
        const contributionOn = (own: number) => {
          const quarters = [1, 2, 3, 4].map((quarter) =>
            ask("INASTI.QUARTERLY", { income: own, category: who, year: when, quarter }),
          );
          return quarters.reduce<number>(
            (sum, one) => sum + cents(fund === null ? one : ask("FUND.TOTAL", { contribution: one, fund })),
            0,
          );
        };
        // The income is the profit less what is owed, or up to eight cents below it.
        const candidates = Array.from({ length: 9 }, (_, residue) => cents(profit) - cents(owed) - residue);
        expect(candidates.some((own) => contributionOn(own / 100) === cents(owed))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("BREAKDOWN adds up to QUARTERLY, with a start and a stop too", () => {
    const quarters = fc.constantFrom(1, 2, 3, 4);
    fc.assert(
      fc.property(income, category, year, quarters, start, stop, (own, who, when, quarter, since, until) => {
        const inputs = { income: own, category: who, year: when, quarter, start: since, stop: until };
        const quarterly = ask("INASTI.QUARTERLY", inputs);
        const breakdown = ask("INASTI.BREAKDOWN", inputs);
        if (typeof quarterly === "string") expect(breakdown).toBe(quarterly);
        else {
          const sum = records(breakdown).reduce((total, row) => total + Number(row["amount"] || 0), 0);
          expect(Math.round(sum * 1e6) / 1e6).toBe(quarterly);
        }
      }),
    );
  });

  test("a stop is the day before a career's row of none", () => {
    // The income of a helped person is not brought to a year there, and a resumption needs a sickness before it.
    const lasting = CATEGORIES.filter((one) => one !== "spouse-mini" && one !== "primostarter-after-sickness");
    const incomes = fc.tuple(income, income, income, income);
    fc.assert(
      fc.property(incomes, fc.constantFrom(...lasting), year, aDay, fc.nat(3000), (list, who, when, since, days) => {
        const [incomeN3, , , own] = list;
        const until = since + days;
        const rows = records(
          ask("INASTI.CAREER", {
            career: [
              [since, who],
              [until + 1, "none"],
            ],
            firstYear: when,
            incomes: [[own]],
            earlierIncomes: list.slice(0, 3).map((one) => [one]),
          }),
        );
        const single = [1, 2, 3, 4].map((quarter) => {
          const inputs = { category: who, year: when, quarter, start: since, stop: until };
          return [
            ask("INASTI.QUARTERLY", { ...inputs, income: own }),
            ask("INASTI.PROVISIONAL", { ...inputs, incomeN3 }),
          ];
        });
        expect(rows.map((row) => [code(row["final"]), code(row["provisional"])])).toEqual(single);
      }),
      { numRuns: 500 },
    );
  });

  test("BATCH equals QUARTERLY cell by cell, errors too", () => {
    const cell = fc.oneof(income, fc.constantFrom<unknown>(null, "", "abc", "1.000", 1e308, "12 500,50"));
    const who = fc.oneof(category, fc.constantFrom("freelancer", "", "Hoofdberoep"));
    const when = fc.constantFrom<unknown>(2014, 2015, 2018, 2025, LAST_YEAR, LAST_YEAR + 1, 2020.5, null);
    const quarter = fc.constantFrom<unknown>(null, 1, 4, 5);
    const growth = fc.constantFrom<unknown>(null, 0.02);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, who, when, quarter), { minLength: 2, maxLength: 30 }),
        growth,
        (rows, assumed) => {
          const column = (index: 0 | 1 | 2 | 3) => rows.map((row) => [row[index]]);
          const answers = functions.get("INASTI.BATCH")!(column(0), column(1), column(2), column(3), assumed);
          const batch = answers as unknown[][];
          const quarterly = functions.get("INASTI.QUARTERLY")!;
          const isSpare = (own: unknown, category: string) => (own === null || own === "") && category === "";
          const single = rows.map(([own, category, y, q]) => [
            isSpare(own, category) ? "" : code(attempt(() => quarterly(own, category, y, q, null, assumed))),
          ]);
          expect(batch.map((row) => row.map(code))).toEqual(single);
        },
      ),
    );
  });

  test("BATCH hands single values to every row and keeps the shape of a row of incomes", () => {
    // 40,000 and 20,000 at 20.5 % are 2,050 and 1,025 a quarter.
    expect(functions.get("INASTI.BATCH")!([[40_000, 20_000]], [["principal"]], [[2026]], null)).toEqual([[2050, 1025]]);
    expect(functions.get("INASTI.BATCH")!([[40_000], [20_000]], "principal", 2026)).toEqual([[2050], [1025]]);
  });

  test("BATCH leaves spare rows blank, not rows that miss one of the two", () => {
    const batch = functions.get("INASTI.BATCH")!;
    expect(batch([[40_000], [null], [20_000], [""]], "principal", 2026)).toEqual([[2050], [""], [1025], [""]]);
    const rows = batch(
      [[40_000], [null], [null], [20_000]],
      [["principal"], [""], ["principal"], [null]],
      2026,
    ) as unknown[][];
    expect(rows.map(([cell]) => code(cell))).toEqual([2050, "", "#VALUE!", "#VALUE!"]);
  });
});

describe("SETTLEMENT understands (income, category, paid) too", () => {
  const settle = functions.get("INASTI.SETTLEMENT")!;
  const outcome = (...args: unknown[]): unknown => {
    const found = attempt(() => settle(...args));
    return found instanceof CellError ? [found.code, found.message] : found;
  };

  test("whatever else is given", () => {
    const word = fc.constantFrom(...CATEGORIES, "Hoofdberoep", "titre complémentaire", " STUDENT ");
    const amount = fc.oneof(
      income,
      income.map((euros) => euros.toFixed(2)),
      fc.constantFrom<unknown>(null, "", "1.000", 1e308),
    );
    fc.assert(
      fc.property(income, amount, word, year, start, stop, (own, paid, who, when, since, until) => {
        const rest = [when, since, null, until, 0.0305];
        expect(outcome(own, who, paid, ...rest)).toEqual(outcome(own, paid, who, ...rest));
      }),
    );
  });

  test("a range of one cell as a cell, a number as text as a number", () => {
    // 45,000 × 20.5 % = 9225.
    expect(outcome(45_000, [["principal"]], [["7000"]], 2026)).toBe(2225);
    expect(outcome(45_000, "7000", "principal", 2026)).toBe(2225);
  });

  test("a word that is no category is told as one, an amount that is none as an amount", () => {
    expect(outcome(45_000, "pricipal", 7000, 2026)).toEqual([
      "#VALUE!",
      expect.stringMatching(/^category: “pricipal”/),
    ]);
    expect(outcome(45_000, "much", "principal", 2026)).toEqual(["#VALUE!", expect.stringMatching(/^paid .*“much”/)]);
    expect(outcome(45_000, "", 7000, 2026)).toEqual(["#VALUE!", "paid is missing."]);
    expect(outcome(45_000, "principal", null, 2026)).toEqual(["#VALUE!", "paid is missing."]);
    expect(outcome(45_000, "principal", "student", 2026)).toEqual(["#VALUE!", expect.stringMatching(/^paid /)]);
  });
});

describe("errors name what to do", () => {
  const message = (id: string, ...args: unknown[]): string => {
    try {
      functions.get(id)!(...args);
    } catch (error) {
      return (error as CellError).message;
    }
    return "";
  };

  test("inside a jump both sides are named", () => {
    // Rule book: complementary 2026, income 1922.15 owes 0.00 and 1922.16 owes 98.51 a quarter.
    expect(message("INASTI.INCOMEFOR", 50, "complementary", 2026)).toBe(
      "The scale jumps here: an income of €1,922.15 gives €0.00 a quarter, an income of €1,922.16 gives €98.51.",
    );
    expect(message("INASTI.FROMPROFIT", 2000, "complementary", 2026)).toContain("on €1,922.16 it is €394.04");
  });

  test("below the lowest contribution no income is found, below 0 neither", () => {
    // Rule book, section 2: the minimum of a principal is 890.42 a quarter in 2026.
    expect(
      [890.41, 0, -1].map((quarterly) => ask("INASTI.INCOMEFOR", { quarterly, category: "principal", year: 2026 })),
    ).toEqual(Array(3).fill("#NUM!"));
    expect(ask("INASTI.INCOMEFOR", { quarterly: 890.42, category: "principal", year: 2026 })).toBe(0);
  });

  test("what has no value on a day says since when, or until when", () => {
    // Rule book 12: the reason and the first date. The thresholds of a year hold to its end.
    const ceiling = (on: number) => message("INASTI.PARAMETER", "contributions.bracket1.ceiling", on);
    expect(ceiling(day(2014, 12, 31))).toContain("not covered before 01/01/2015");
    expect(ceiling(day(LAST_YEAR + 1, 1, 1))).toContain(`until 31/12/${LAST_YEAR}`);
    expect(message("INASTI.REVALUE", 40_000, 2015)).toContain("2016");
  });

  test("a bulk call without incomes is refused as a whole", () => {
    expect([message("INASTI.BATCH", null, "principal"), message("INASTI.BATCH", [], "principal")]).toEqual(
      Array(2).fill("incomes is missing."),
    );
  });

  test("an error in an argument is handed on as it is", () => {
    const error = (basicValue: string) => ({ type: "Error", basicValue });
    const codeOf = (income: unknown) => code(ask("INASTI.QUARTERLY", { income, category: "principal", year: 2026 }));
    expect(codeOf(error("#N/A"))).toBe("#N/A");
    expect(codeOf(error("#DIV/0!"))).toBe("#DIV/0!");
    expect(codeOf(error("#REF!"))).toBe("#VALUE!");
  });
});

test("confidence follows the weakest figure, and a projection says that it is one", () => {
  const confidence = (year: number, indexation: number | null, income = 90_000) =>
    records(ask("INASTI.BREAKDOWN", { income, category: "principal", year, indexation })).map(
      (row) => row["confidence"],
    );
  expect(confidence(LAST_YEAR + 4, 0.02)).toEqual(["", "projection", "projection", ""]);
  // Rule book 9: marked in every output, also where only a rate of the last known year counts. 20.5 % of 20 000 / 4 needs no rounding.
  expect(confidence(LAST_YEAR + 4, 0.02, 20_000)).toEqual(["", "projection"]);
  // Both brackets meet at a ceiling of 2025 that two publications print; the rates are the statute's.
  expect(confidence(2025, null)).toEqual(["", "two sources", "two sources", ""]);
});

test("what is projected says so, year by year and quarter by quarter", () => {
  const incomes = [[30_000], [30_000], [30_000]];
  const column = (id: string, inputs: Record<string, unknown>) =>
    records(ask(id, inputs)).map((row) => row["confidence"]);
  const firstYear = LAST_YEAR - 1;
  const start = day(firstYear, 1, 1);
  const project = { firstYear, incomes, category: "principal", start, indexation: 0.02 };
  expect(column("INASTI.PROJECT", project)[2]).toBe("projection");
  expect(column("INASTI.PROJECT", project)[0]).not.toBe("projection");
  const career = { career: [[start, "principal"]], firstYear, incomes, indexation: 0.02 };
  expect(column("INASTI.CAREER", career).map((confidence) => confidence === "projection")).toEqual([
    ...Array<boolean>(8).fill(false),
    ...Array<boolean>(4).fill(true),
  ]);
  expect(new Set(column("INASTI.SCALE", { category: "principal", year: LAST_YEAR + 4, indexation: 0.02 }))).toEqual(
    new Set(["projection"]),
  );
});

test("SOURCE shows the condition of a conditional right", () => {
  const parameters = parameterIds().filter((id) => series(id).some(({ condition }) => condition !== undefined));
  expect(parameters.length).toBeGreaterThan(0);
  for (const name of parameters) {
    const { from } = series(name).find(({ condition }) => condition !== undefined)!;
    const [row] = records(ask("INASTI.SOURCE", { name, date: from }));
    expect(row!["note"]).toMatch(/^\S.{10,}/);
    expect(row!["note"]).not.toContain("notes:");
  }
});

describe("a year whose income is blank, between two others", () => {
  const [first, blank] = [2022, 2023];
  const years = (income: unknown) => ({ firstYear: first, incomes: [[20_000], [income], [40_000], [45_000]] });
  const asked = { category: "principal", start: day(first, 1, 1) };
  const project = (income: unknown) => records(ask("INASTI.PROJECT", { ...years(income), ...asked }));

  test("PROJECT: only what rests on it stays open", () => {
    const [whole, open] = [project(30_000), project("")];
    const differing = open.flatMap((row, index) =>
      Object.keys(row)
        .filter((name) => code(row[name]) !== whole[index]![name])
        .map((name) => [row["year"], name]),
    );
    // The settlement of 2023 is paid in 2025.
    expect(differing).toEqual([
      [blank, "income"],
      [blank, "final"],
      [blank, "settlement"],
      [blank + 2, "fee"],
      [blank + 2, "cash out"],
      [blank + 2, "deductible"],
    ]);
    const error = open[1]!["income"] as CellError;
    expect([error.code, error.message]).toEqual(["#VALUE!", "The income of 2023 is missing."]);
  });

  test("CASHFLOW: its settlement stays open, every other payment stands", () => {
    const career = [[day(first, 1, 1), "principal"]];
    const payments = (income: unknown) => records(ask("INASTI.CASHFLOW", { career, ...years(income) }));
    const [whole, open] = [payments(30_000), payments(null)];
    expect(open).toHaveLength(whole.length);
    const unknown = open.filter(({ amount }) => amount instanceof CellError);
    expect(unknown.map(({ what, year: of }) => [what, of])).toEqual([["settlement", blank]]);
    expect(open.filter((row) => !unknown.includes(row)).map(({ amount }) => amount)).toEqual(
      whole.filter((_, index) => !unknown.includes(open[index]!)).map(({ amount }) => amount),
    );
  });

  test("from profits, what follows from it stays open too", () => {
    const [, open] = records(ask("INASTI.PROJECT", { ...years(""), ...asked, basis: "profit" }));
    expect([open!["profit"], open!["income"], open!["final"]].map(code)).toEqual(["#VALUE!", "#VALUE!", "#VALUE!"]);
    expect(open!["provisional"]).toEqual(expect.any(Number));
  });

  test("no income at all is an argument that is missing", () => {
    expect(ask("INASTI.PROJECT", { firstYear: first, incomes: [[""], [null]], ...asked })).toBe("#VALUE!");
  });
});
