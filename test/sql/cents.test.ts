import { type Category, lastKnownYear } from "../../src/rules/contributions";
import { useOwnFigures } from "../../src/parameters";
import { readList } from "../../src/rules/own-figures";
import { lawOf, scriptsOf } from "../../src/sql";
import * as oracle from "../oracle";
import { decimal, roundHalfUp } from "../oracle/rational";
import { type Opened, opened, RUN } from "./engines";
import { annual, centsOf, edges, law, type Member, member, memberSql, owed, provisional, revalued } from "./rows";

const FEE = "0.0305";

describe.each(RUN)("in %s", (engine) => {
  let database: Opened;
  beforeAll(async () => (database = await opened(engine, law)));

  const numbers = async (query: string) => (await database.column(query)) as (number | null)[];

  /** Rows whose cents differ from those of the oracle. */
  const differing = (
    members: readonly Member[],
    found: readonly (number | null)[],
    oracleOf: (of: Member) => number | null,
  ) =>
    members.flatMap((of, index) => {
      const expected = oracleOf(of);
      return found[index] === expected ? [] : [{ ...of, found: found[index], expected }];
    });

  test("a second run of every script leaves what the first has made", async () => {
    const { law: tables, functions, inputs, views } = scriptsOf(engine, law);
    await database.run(...tables, ...functions, ...inputs, ...views);
    expect(await numbers("SELECT COUNT(*) FROM inasti_law")).toEqual([law.law.rows.length]);
  });

  describe("at the edges of every segment of every law, a cent below and above", () => {
    const all = edges();
    beforeAll(async () => {
      const values = all.map(
        ({ category, year, quarter: q, income }, n) => `(${n}, '${category}', ${year}, ${q}, ${income})`,
      );
      await database.run(
        "CREATE TABLE given (n BIGINT, category VARCHAR, year INTEGER, quarter INTEGER, cents BIGINT)",
        `INSERT INTO given VALUES ${values.join(",")}`,
        "DELETE FROM inasti_member",
        `INSERT INTO inasti_member (member, category, year, quarter, income, income_n3, fee_rate)
         SELECT n, category, year, quarter, cents * 0.01, cents * 0.01, ${FEE} FROM given`,
      );
    });

    test("there are thousands", () => expect(all.length).toBeGreaterThan(6_000));

    test.each([
      ["quarterly", owed],
      ["provisional", provisional],
      ["revalued", revalued],
    ] as const)("%s is that of the oracle", async (column, oracleOf) => {
      const found = await numbers(`SELECT ${column}_cents FROM inasti_quarter ORDER BY CAST(member AS BIGINT)`);
      expect(found).toHaveLength(all.length);
      expect(differing(all, found, oracleOf)).toEqual([]);
    });

    test("the fee on it, and both together, are those of the oracle", async () => {
      const rows = await database.rows(
        "SELECT fee_cents, total_cents FROM inasti_quarter ORDER BY CAST(member AS BIGINT)",
      );
      const expected = all.map((of) => {
        const due = oracle.quarterlyFor(BigInt(of.income), of.category, of.year, of.quarter) as bigint;
        return [Number(oracle.fee(due, FEE)), Number(oracle.totalWithFee(due, FEE))];
      });
      expect(rows).toEqual(expected);
    });

    test("every refusal of a provisional quarter has its reason", async () => {
      const [refused, nothing] = await Promise.all([
        numbers("SELECT COUNT(*) FROM inasti_refused WHERE question = 'provisional'"),
        numbers("SELECT COUNT(*) FROM inasti_quarter WHERE provisional_cents IS NULL"),
      ]);
      expect(refused).toEqual(nothing);
      expect(refused[0]).toBeGreaterThan(0);
    });

    if (engine !== "sqlite")
      test("the function gives the cents of the view, in euro", async () => {
        const query =
          "SELECT CAST(100 * inasti_quarterly(cents * 0.01, category, year, quarter) AS BIGINT) FROM given ORDER BY n";
        expect(differing(all, await numbers(query), owed)).toEqual([]);
      });
  });

  test("a million rows owe what the oracle says", async () => {
    const count = 1_000_000;
    const { category, year, quarter, income } = memberSql(database.whole);
    await database.run(
      "DELETE FROM inasti_member",
      `INSERT INTO inasti_member (member, category, year, quarter, income)
       SELECT n, ${category}, ${year}, ${quarter}, (${income}) * 0.01 FROM ${database.range(count)} AS r`,
    );
    const found = await numbers("SELECT quarterly_cents FROM inasti_quarter ORDER BY CAST(member AS INTEGER)");
    let wrong = 0;
    for (let n = 0; n < count; n++) if (found[n] !== owed(member(n))) wrong++;
    expect([found.length, wrong]).toEqual([count, 0]);
  });

  describe("of whole years", () => {
    const incomes = [-1_234_56n, 0n, 1_737_900n, 4_000_004n, 9_999_999_99n];
    const years = law.category.rows.flatMap(([category]) =>
      Array.from({ length: 12 }, (_, index) =>
        incomes.map((income) => ({ category: category as Category, year: 2015 + index, income, paid: income / 7n })),
      ).flat(),
    );
    beforeAll(() =>
      database.run(
        "DELETE FROM inasti_member_year",
        `INSERT INTO inasti_member_year (member, category, year, income, paid, fee_rate) VALUES ${years
          .map(
            ({ category, year, income, paid }, n) =>
              `('${n}', '${category}', ${year}, ${income} * 0.01, ${paid} * 0.01, ${FEE})`,
          )
          .join(",")}`,
      ),
    );

    test("year and account are those of the oracle", async () => {
      const rows = await database.rows(
        "SELECT annual_cents, settlement_cents, settlement_with_fee_cents FROM inasti_year ORDER BY CAST(member AS INTEGER)",
      );
      const expected = years.map(({ category, year, income, paid }) => [
        annual({ category, year, quarter: 0, income: Number(income) }),
        centsOf(oracle.settlement(income, paid, category, year)),
        centsOf(oracle.settlement(income, paid, category, year, { fund: FEE })),
      ]);
      expect(rows).toEqual(expected);
    });
  });

  test("what fee rates bring in is that of the oracle", async () => {
    const members = Array.from({ length: 300 }, (_, n) => ({
      ...member(n),
      category: "principal" as const,
      year: 2026,
      quarter: 1,
    }));
    const trials = [
      { rate: FEE },
      { rate: "0.0425", leave: "0.0375" },
      { rate: "0.012345", leave: "0.999999" },
      { rate: "0" },
    ] as const;
    await database.run(
      "DELETE FROM inasti_member",
      "DELETE FROM fund_trial",
      `INSERT INTO inasti_member (member, category, year, quarter, income) VALUES ${members
        .map(({ category, year, quarter: q, income }, n) => `('${n}', '${category}', ${year}, ${q}, ${income} * 0.01)`)
        .join(",")}, ('refused', 'principal', 2026, 1, NULL)`,
      `INSERT INTO fund_trial VALUES ${trials.map(({ rate, ...rest }, index) => `(${index + 1}, ${rate}, ${"leave" in rest ? rest.leave : "NULL"})`).join(",")}`,
    );
    const rows = await database.rows(
      "SELECT members, refused_members, fee_income_cents, fee_per_member_cents, difference_cents, break_even_leave FROM fund_scenario ORDER BY place",
    );
    const classes = members.map((of) => ({ contribution: BigInt(owed(of)!), heads: 1n }));
    const expected = oracle
      .scenario(classes, trials)
      .map(({ feeIncome, feePerMember, difference, breakEven }) => [
        members.length,
        1,
        Number(feeIncome),
        Number(feePerMember!),
        Number(difference),
        breakEven === undefined ? null : (expect.closeTo(Number(breakEven) / 1e9, 8) as unknown),
      ]);
    expect(rows).toEqual(expected);
  });

  test("what a portfolio pays by year is the sum of the members' projections", async () => {
    const first = 2013;
    const lives = ["principal", "complementary", "pensioner"].map((category, k) => ({
      category: category as Category,
      incomes: Array.from({ length: 14 }, (_, year) =>
        BigInt(2_500_000 + k * 1_234_567 + year * 98_765 - (year % 3) * 700_001),
      ),
    }));
    const values = lives.flatMap(({ category, incomes }, k) =>
      incomes.map((income, year) => `('${k}', '${category}', ${first + year}, ${income} * 0.01, ${FEE})`),
    );
    await database.run(
      "DELETE FROM inasti_member_year",
      `INSERT INTO inasti_member_year (member, category, year, income, fee_rate) VALUES ${values.join(",")}`,
    );
    const rows = await database.rows(
      "SELECT cash_year, provisional_cents, fee_cents, cash_cents FROM inasti_cash WHERE members > 0 ORDER BY cash_year",
    );
    const projected = lives.map(({ category, incomes }) => oracle.project(first, incomes, category, { fund: FEE }));
    const sum = (year: number, of: "provisional" | "fee" | "cashOut") => {
      const amounts = projected.map((all) => all[year]![of]);
      return amounts.some(oracle.isRefusal) ? null : amounts.reduce((all, one) => all + Number(one), 0);
    };
    const expected = Array.from({ length: 14 }, (_, year) => [
      first + year,
      sum(year, "provisional"),
      sum(year, "fee"),
      sum(year, "cashOut"),
    ]);
    expect(rows).toEqual(expected);
    expect(rows.filter(([, , , cash]) => cash !== null)).toHaveLength(9);
  });
});

describe("the functions that only DuckDB has here", () => {
  let database: Opened;
  beforeAll(async () => (database = await opened("duckdb", law)));

  test("an income is brought to another year as the oracle does", async () => {
    const cases = Array.from({ length: 13 }, (_, index) => 2015 + index).flatMap((year) =>
      [1n, 12_345_67n, -500_000n, 99_999_999_99n].map((income) => ({ year, income })),
    );
    const rows = await database.rows(
      `SELECT CAST(100 * inasti_revalue(income * 0.01, year) AS BIGINT) FROM (VALUES ${cases.map(({ year, income }, n) => `(${n}, ${income}, ${year})`).join(",")}) AS t (n, income, year) ORDER BY n`,
    );
    expect(rows).toEqual(cases.map(({ year, income }) => [centsOf(oracle.revalue(income, year))]));
  });

  test("a fee is half up, of a refund away from zero", async () => {
    const amounts = [0n, 1n, 16n, 50n, 205_000n, 510_305n, -16n, -205_001n];
    const rates = ["0.0305", "0.03125", "0.1", "0"];
    for (const rate of rates) {
      const rows = await database.rows(
        `SELECT CAST(100 * fund_fee_at_rate(c * 0.01, ${rate}) AS BIGINT), CAST(100 * fund_total_at_rate(c * 0.01, ${rate}) AS BIGINT) FROM (VALUES ${amounts.map((one, n) => `(${n}, ${one})`).join(",")}) AS t (n, c) ORDER BY n`,
      );
      const { numerator, denominator } = decimal(rate);
      const fees = amounts.map((one) => Number(roundHalfUp(one * numerator, denominator)));
      expect(rows).toEqual(fees.map((fee, index) => [fee, fee + Number(amounts[index]!)]));
    }
  });

  test("a rate finer than a millionth or above a tenth is none", async () => {
    expect(await database.rows("SELECT fund_fee_at_rate(2050, 0.03055555555), fund_fee_at_rate(2050, 0.2)")).toEqual([
      [null, null],
    ]);
  });

  // Cases FU-069, FU-073, FU-142 of test/golden/funds.json.
  test.each([
    ["liantis", 2025, "4995.78", "197.33"],
    ["ucm", 2021, "719.68", "29.15"],
    ["liantis", 2026, "890.42", "35.17"],
  ])("the fee of %s in %i on %s is the published %s", async (fund, year, contribution, fee) => {
    const query = `SELECT CAST(fund_fee(${contribution}, '${fund}', ${year}) AS VARCHAR), fund_fee(${contribution}, 'nobody', ${year})`;
    expect(await database.rows(query)).toEqual([[fee, null]]);
  });

  test("rates are those of the oracle", async () => {
    const [row] = await database.rows(
      "SELECT inasti_marginalrate(60000, 'principal', 2026, 1), inasti_marginalrate(90000, 'principal', 2026, 1), inasti_marginalrate(NULL, 'principal', 2026, 1), inasti_effectiverate(40000, 'principal', 2026, 1), inasti_effectiverate(0, 'principal', 2026, 1)",
    );
    expect(row).toEqual([0.205, 0.1416, null, 0.205, null]);
  });
});

describe("with what the caller knows or assumes", () => {
  afterEach(() => useOwnFigures([]));

  test.each([
    ["duckdb", "0.02"],
    ["duckdb", "0.018"],
    ["sqlite", "0.0185"],
  ] as const)("in %s the years to come are those of a growth of the index by %s", async (engine, growth) => {
    const database = await opened(engine, lawOf({ indexation: growth, until: 2030 }));
    const incomes = [
      -99_999_999_999n,
      -50_001n,
      -1n,
      0n,
      1_800_000n,
      4_000_004n,
      8_000_000n,
      99_999_999n,
      99_999_999_999n,
    ];
    const cases = law.category.rows.flatMap(([category]) =>
      [2026, 2027, 2030].flatMap((year) => incomes.map((income) => ({ category: category as Category, year, income }))),
    );
    await database.run(
      `INSERT INTO inasti_member (member, category, year, quarter, income, income_n3) VALUES ${cases.map(({ category, year, income }, n) => `('${n}', '${category}', ${year}, 3, ${income} * 0.01, ${income} * 0.01)`).join(",")}`,
    );
    const rows = await database.rows(
      "SELECT quarterly_cents, provisional_cents FROM inasti_quarter ORDER BY CAST(member AS INTEGER)",
    );
    expect(rows).toEqual(
      cases.map(({ category, year, income }) => [
        centsOf(oracle.quarterlyFor(income, category, year, 3, { indexation: growth })),
        centsOf(oracle.provisional(income, category, year, 3, { indexation: growth })),
      ]),
    );
    expect(await database.rows("SELECT DISTINCT confidence FROM inasti_law WHERE year > 2026")).toEqual([
      ["projection"],
    ]);
  });

  test("a figure of one's own stands in the tables, and says that it is one", async () => {
    const next = lastKnownYear() + 1;
    const list = JSON.stringify({
      format: "statut-social own figures 1",
      figures: [
        {
          parameter: "contributions.index.numerator",
          from: `${next}-01-01`,
          to: `${next}-12-31`,
          value: "690.03",
          source: "my own",
        },
      ],
    });
    useOwnFigures(readList(list));
    const database = await opened("duckdb", lawOf({}));
    const rows = await database.rows(
      `SELECT confidence, CAST(100 * inasti_quarterly(40000, 'principal', ${next}, 1) AS BIGINT) FROM inasti_law WHERE category = 'principal' AND year = ${next} AND quarter = 1`,
    );
    // 20.5 % of 40,000 euro lies below every ceiling.
    expect(rows).toEqual([["own", 205_000]]);
  });
});
