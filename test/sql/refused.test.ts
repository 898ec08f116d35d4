import { category, income, year } from "../../src/definitions/arguments";
import { answerTo } from "../../src/definitions/define";
import { inasti } from "../../src/definitions/inasti";
import { describe as told, LANGUAGES } from "../../src/i18n";
import { attempt, Refusal } from "../../src/rules/refusal";
import { BAD, badRows, reasonsIn } from "./bad";
import { type Opened, opened, RUN } from "./engines";
import { law } from "./rows";

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

describe.each(RUN)("in %s", (engine) => {
  let database: Opened;
  beforeAll(async () => (database = await opened(engine, law)));
  afterEach(() => database.run("DELETE FROM inasti_member", "UPDATE inasti_language SET language = 'en'"));

  const insert = (...rows: string[]) =>
    database.run(
      `INSERT INTO inasti_member (member, category, year, quarter, income, income_given) VALUES ${rows.map((row) => `(${row})`).join(", ")}`,
    );

  test.each(BAD.map(({ name }, n) => [name, n] as const))("%s gives nothing", async (_, n) => {
    await insert(badRows(quoted)[n]!);
    expect(
      await database.rows("SELECT quarterly_cents, quarterly, fee_cents, total_cents FROM inasti_quarter"),
    ).toEqual([[null, null, null, null]]);
  });

  test.each(LANGUAGES)("the reasons are those of the cells in %s", async (language) => {
    await insert(...badRows(quoted));
    await database.run(`UPDATE inasti_language SET language = '${language}'`);
    const rows = await database.rows(
      "SELECT question, reason_key, reason FROM inasti_refused ORDER BY CAST(member AS INTEGER)",
    );
    expect(rows).toEqual(reasonsIn(language).map((reason) => ["quarterly", ...reason]));
  });

  test("a reader without a language, or with one of others, has English", async () => {
    await insert(badRows(quoted)[0]!);
    const reason = () => database.rows("SELECT reason_key, reason FROM inasti_refused");
    await database.run("UPDATE inasti_language SET language = 'it'");
    expect(await reason()).toEqual([reasonsIn("en")[0]]);
    await database.run("DELETE FROM inasti_language");
    expect(await reason()).toEqual([reasonsIn("en")[0]]);
    await database.run("INSERT INTO inasti_language VALUES ('en')");
  });

  test("a loss is an income", async () => {
    await insert("'m', 'principal', 2026, 1, -5000, NULL");
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
    expect(reason).toMatch(/a rate is a fraction between 0 and 0\.1.*; 0\.2 was given/);
  });

  test("a year that is refused has the reason of its first quarter", async () => {
    await database.run(
      "INSERT INTO inasti_member_year (member, category, year, income) VALUES ('m', 'primostarter', 2018, 40000)",
    );
    const refused = attempt(() => answerTo(inasti["INASTI.QUARTERLY"], [40_000, "primostarter", 2018, 1])) as Refusal;
    expect(await database.rows("SELECT annual_cents FROM inasti_year")).toEqual([[null]]);
    expect(await database.rows("SELECT reason_key, reason FROM inasti_refused")).toEqual([
      [refused.key, told(refused)],
    ]);
    await database.run("DELETE FROM inasti_member_year");
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
