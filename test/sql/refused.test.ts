import { category, income, quarter, year } from "../../src/definitions/arguments";
import { answerTo } from "../../src/definitions/define";
import { inasti } from "../../src/definitions/inasti";
import { describe as told } from "../../src/i18n";
import { attempt, Refusal } from "../../src/rules/refusal";
import { type Opened, opened, RUN } from "./engines";
import { law } from "./rows";

/** What a cell would say of the same arguments. */
function cell(...cells: unknown[]): string {
  const refusal = attempt(() => answerTo(inasti["INASTI.QUARTERLY"], cells));
  if (!(refusal instanceof Refusal)) throw new Error(`${String(cells)} has an answer`);
  return told(refusal);
}

const said = (reading: unknown): string => told(reading as Refusal);

/** Name, what a database holds in the columns category, year, quarter, income and income_given, and the reason of the cell. */
const BAD: readonly (readonly [string, string, () => string])[] = [
  ["no income", "'principal', 2026, 1, NULL, NULL", () => cell(null, "principal", 2026, 1)],
  ["a text", "'principal', 2026, 1, NULL, 'forty'", () => cell("forty", "principal", 2026, 1)],
  ["too much", "'principal', 2026, 1, 1000000000.01, NULL", () => cell(1_000_000_000.01, "principal", 2026, 1)],
  [
    "too large a loss",
    "'principal', 2026, 1, -1000000000.01, NULL",
    () => cell(-1_000_000_000.01, "principal", 2026, 1),
  ],
  ["no category", "NULL, 2026, 1, 40000, NULL", () => cell(40_000, null, 2026, 1)],
  ["an unknown category", "'boss''s', 2026, 1, 40000, NULL", () => cell(40_000, "boss's", 2026, 1)],
  ["2014", "'principal', 2014, 1, 40000, NULL", () => cell(40_000, "principal", 2014, 1)],
  ["2035", "'principal', 2035, 1, 40000, NULL", () => cell(40_000, "principal", 2035, 1)],
  ["a year of no calendar", "'principal', 20260, 1, 40000, NULL", () => cell(40_000, "principal", 20_260, 1)],
  ["a quarter of no year", "'principal', 2026, 5, 40000, NULL", () => cell(40_000, "principal", 2026, 5)],
  ["a category before its text", "'student', 2016, 4, 40000, NULL", () => cell(40_000, "student", 2016, 4)],
  ["no quarter", "'principal', 2026, NULL, 40000, NULL", () => said(quarter.read("quarter", null))],
];

describe.each(RUN)("in %s", (engine) => {
  let database: Opened;
  beforeAll(async () => (database = await opened(engine, law)));
  afterEach(() => database.run("DELETE FROM inasti_member"));

  const insert = (values: string) =>
    database.run(
      `INSERT INTO inasti_member (member, category, year, quarter, income, income_given) VALUES ('m', ${values})`,
    );

  test.each(BAD)("%s gives nothing, and the reason of the cell", async (_, values, reason) => {
    await insert(values);
    expect(
      await database.rows("SELECT quarterly_cents, quarterly, fee_cents, total_cents FROM inasti_quarter"),
    ).toEqual([[null, null, null, null]]);
    expect(await database.rows("SELECT member, question, reason FROM inasti_refused")).toEqual([
      ["m", "quarterly", reason()],
    ]);
  });

  test("a year that is missing is, for there is no workbook", async () => {
    await insert("'principal', NULL, 1, 40000, NULL");
    expect(await database.rows("SELECT quarterly_cents FROM inasti_quarter")).toEqual([[null]]);
    expect(await database.rows("SELECT reason FROM inasti_refused")).toEqual([
      [told(new Refusal("missing", { argument: "year" }))],
    ]);
  });

  test("a loss is an income", async () => {
    await insert("'principal', 2026, 1, -5000, NULL");
    expect(await database.rows("SELECT quarterly_cents FROM inasti_quarter")).toEqual([[89_042]]);
    expect(await database.rows("SELECT * FROM inasti_refused")).toEqual([]);
  });

  test("a fee rate that is none has its reason", async () => {
    await database.run(
      "INSERT INTO inasti_member (member, category, year, quarter, income, fee_rate) VALUES ('m', 'principal', 2026, 1, 40000, 0.2)",
    );
    expect(await database.rows("SELECT quarterly_cents, fee_cents, total_cents FROM inasti_quarter")).toEqual([
      [205_000, null, null],
    ]);
    const [[reason]] = (await database.rows("SELECT reason FROM inasti_refused")) as [[string]];
    expect(reason).toMatch(/a rate is a fraction between 0 and 0\.1/);
  });

  test("a year that is refused has the reason of its first quarter", async () => {
    await database.run(
      "INSERT INTO inasti_member_year (member, category, year, income) VALUES ('m', 'primostarter', 2018, 40000)",
    );
    expect(await database.rows("SELECT annual_cents FROM inasti_year")).toEqual([[null]]);
    expect(await database.rows("SELECT reason FROM inasti_refused")).toEqual([[cell(40_000, "primostarter", 2018, 1)]]);
  });
});

describe("what a column of doubles holds", () => {
  let database: Opened;
  beforeAll(async () => (database = await opened("duckdb", law)));

  test.each([
    ["1e308", null],
    ["-1e308", null],
    ["CAST('NaN' AS DOUBLE)", null],
    ["CAST('Infinity' AS DOUBLE)", null],
    ["CAST(640.6249999999999 AS DOUBLE) + 40000", "2082.83"],
    ["CAST(40000 AS DOUBLE)", "2050.00"],
  ])("%s", async (given, quarterly) => {
    const [[found]] = (await database.rows(
      `SELECT CAST(inasti_quarterly(${given}, 'principal', 2026, 1) AS VARCHAR)`,
    )) as [[string | null]];
    expect(found).toBe(quarterly);
  });
});

test("the reasons that no cell gives by itself are those of the arguments", () => {
  expect([category, income, year].map((argument) => argument.read("x", {}) instanceof Refusal)).toEqual([
    true,
    true,
    true,
  ]);
});
