// @ts-check
import { loaded } from "../../../tools/typescript.mjs";
import { duckdb } from "./engines.mjs";
/** @import { Opened } from "./engines.mjs" */

/** @type {typeof import("../../sql/rows.js")} */
export const rows = loaded("test/sql/rows.ts");
/** @type {typeof import("../../sql/bad.js")} */
const { badRows, reasonsIn } = loaded("test/sql/bad.ts");
export { badRows };
/** @type {typeof import("../../../src/sql/index.js")} */
const { DIALECTS, scriptsOf } = loaded("src/sql/index.ts");
/** @type {typeof import("../../../src/sql/lowering.js")} */
const { ansiQuoted } = loaded("src/sql/lowering.ts");
/** @type {typeof import("../../../src/rules/contributions/index.js")} */
const { contribution, provisionalQuarterRule, provisionalQuarter, quarterRule } = loaded(
  "src/rules/contributions/index.ts",
);
/** @type {typeof import("../../../src/rules/calendar/index.js")} */
const { quarter } = loaded("src/rules/calendar/index.ts");
/** @type {typeof import("../../../src/rules/refusal.js")} */
const { attempt, Refusal } = loaded("src/rules/refusal.ts");

/** @typedef {import("../../sql/rows.js").Member} Member */

/**
 * What the rules answer, in cents; null for a refusal. What rows have in common is compiled once.
 *
 * @returns {{ quarterly: (of: Member) => number | null, provisional: (of: Member) => number | null }}
 */
export function rulesOf() {
  /** @template Rule @param {(of: Member) => Rule} compile @returns {(of: Member) => Rule | InstanceType<typeof Refusal>} */
  const remembered = (compile) => {
    /** @type {Map<string, (Rule | InstanceType<typeof Refusal>)[]>} */
    const known = new Map();
    return (of) => {
      let rules = known.get(of.category);
      if (rules === undefined) known.set(of.category, (rules = []));
      return (rules[of.year * 4 + of.quarter] ??= attempt(() => compile(of)));
    };
  };
  const questionOf = (/** @type {Member} */ { category, year, quarter: n }) => ({
    category,
    quarter: quarter(year, /** @type {1} */ (n)),
  });
  const final = remembered((of) => quarterRule(questionOf(of)));
  const early = remembered((of) => provisionalQuarterRule(questionOf(of)));
  return {
    quarterly: (of) => {
      const rule = final(of);
      return rule instanceof Refusal ? null : contribution(of.income, rule);
    },
    provisional: (of) => {
      const rule = early(of);
      if (rule instanceof Refusal) return null;
      const answer = attempt(() => provisionalQuarter(rule, { incomeN3: of.income }).value);
      return answer instanceof Refusal ? null : answer;
    },
  };
}

/** Whether a row is one of the hundredth that is compared by itself. @param {number} n */
export const isSample = (n) => ((n * 40_503) % 65_536) % 100 === 7;
const SAMPLE = "((n * 40503) % 65536) % 100 = 7";

/** @param {string} name @param {number} compared @param {number} different */
export function told(name, compared, different) {
  console.log(`${name}: ${compared.toLocaleString("en")} compared, ${different} different`);
  return different;
}

/** @param {readonly unknown[]} found @param {readonly unknown[]} expected */
export const differences = (found, expected) =>
  expected.filter((one, index) => found[index] !== one).length + Math.abs(found.length - expected.length);

/** The edges of all segments by rules and oracle. @param {string} name @param {readonly (readonly [number | null, number | null])[]} found */
export function proveEdges(name, found) {
  const all = rows.edges();
  const { quarterly, provisional } = rulesOf();
  const columns = [found.map(([one]) => one), found.map(([, one]) => one)];
  const different = [
    differences(columns[0] ?? [], all.map(quarterly)),
    differences(columns[0] ?? [], all.map(rows.owed)),
    differences(columns[1] ?? [], all.map(provisional)),
    differences(columns[1] ?? [], all.map(rows.provisional)),
  ];
  return told(
    `${name}, edges of all segments, by rules and oracle`,
    4 * all.length,
    different.reduce((sum, one) => sum + one),
  );
}

/** @type {readonly import("../../../src/i18n/index.js").Language[]} */
export const SPOKEN = ["nl", "en"];

/** What is refused, and why: key and sentence as in the cells. @param {string} name @param {string} language @param {readonly (readonly unknown[])[]} found key, reason and cents of each */
export function proveBad(name, language, found) {
  const expected = reasonsIn(/** @type {"en"} */ (language)).map((reason) => String([...reason, null]));
  return told(
    `${name}, bad rows, their reasons in ${language}`,
    expected.length,
    differences(
      found.map((row) => String([...row.slice(0, 2), row[2] ?? null])),
      expected,
    ),
  );
}

/** The edges of all segments, as rows of the caller's. @param {Opened} database */
const edgesIn = ({ euro }) =>
  `INSERT INTO inasti_member (member, category, year, quarter, income, income_n3, fee_rate) VALUES ${rows
    .edges()
    .map(
      ({ category, year, quarter: q, income }, n) =>
        `('${n}', '${category}', ${year}, ${q}, ${euro(String(income))}, ${euro(String(income))}, 0.0305)`,
    )
    .join(",")}`;

const LIFE = 14;
const LIVES = 1_400;

/** Years of lives, and fee rates on trial. @param {Opened} database */
const livesIn = ({ whole, text, euro, range }) => {
  const { income, category } = rows.memberSql(whole);
  const life = whole("n", LIFE);
  return [
    `INSERT INTO inasti_member_year (member, category, year, income, paid, fee_rate)
     SELECT ${text(life)}, ${category.replace("n %", `${life} %`)}, 2013 + n % ${LIFE}, ${euro(`(${income})`)}, ${euro("(n * 7919 % 1000000)")}, 0.0305 FROM ${range(0, LIVES * LIFE)} AS r`,
    "INSERT INTO fund_trial (place, fee_rate, leave) VALUES (1, 0.0305, NULL), (2, 0.0425, 0.0375), (3, 0.012345, 0.999999)",
  ];
};

/** Whole cents of each view, the same question to each engine. @param {Opened} database */
const questions = ({ number }) => [
  `SELECT ${number("member")} AS n, revalued_cents, fee_cents, total_cents FROM inasti_quarter ORDER BY n`,
  `SELECT ${number("member")} AS n, year, annual_cents, settlement_cents, settlement_with_fee_cents FROM inasti_year ORDER BY n, year`,
  "SELECT year, quarter, place, members, refused_members, fee_income_cents, fee_per_member_cents, difference_cents FROM fund_scenario ORDER BY year, quarter, place",
  `SELECT ${number("member")} AS n, year, provisional_cents, provisional_fee_cents, final_cents, settlement_fee_cents, settled_in FROM inasti_cash_year ORDER BY n, year`,
  "SELECT cash_year, members, provisional_members, settlement_members, provisional_cents, settlement_cents, fee_cents, cash_cents FROM inasti_cash ORDER BY cash_year",
];

/** Rows whose function and view differ. */
const FUNCTIONS = [
  `SELECT COUNT(*) AS wrong FROM inasti_member AS m INNER JOIN inasti_quarter AS q ON q.member = m.member
   WHERE q.quarterly IS DISTINCT FROM inasti_quarterly(m.income, m.category, m.year, m.quarter)
     OR q.provisional IS DISTINCT FROM inasti_provisional(m.income_n3, m.category, m.year, m.quarter)
     OR q.revalued IS DISTINCT FROM inasti_revalue(m.income_n3, m.year)
     OR q.fee IS DISTINCT FROM fund_fee_at_rate(q.quarterly, m.fee_rate)
     OR q.total IS DISTINCT FROM fund_total_at_rate(q.quarterly, m.fee_rate)`,
  `SELECT COUNT(*) AS wrong FROM inasti_member_year AS m INNER JOIN inasti_year AS q ON q.member = m.member AND q.year = m.year
   WHERE q.annual IS DISTINCT FROM inasti_annual(m.income, m.category, m.year)
     OR q.settlement IS DISTINCT FROM inasti_settlement(m.income, m.paid, m.category, m.year)
     OR q.settlement_with_fee IS DISTINCT FROM inasti_settlement_with_fee(m.income, m.paid, m.category, m.year, m.fee_rate)`,
];

/** Each view as in DuckDB, which the tests hold to the oracle, and each function as its view; once the edges stand in the table. @param {Opened} database */
async function proveViews(database) {
  const { engine, rows: read } = database;
  await database.run(...livesIn(database));
  let different = engine === "duckdb" ? 0 : await likeDuckdb(database);
  if (DIALECTS[engine].function !== undefined)
    for (const query of FUNCTIONS) {
      const [[wrong] = []] = await read(query);
      different += told(`${engine}, functions as ${/INNER JOIN (\w+)/.exec(query)?.[1]}`, 1, wrong ?? 1);
    }
  return different;
}

/** @param {Opened} database */
async function likeDuckdb(database) {
  const { engine, rows: read } = database;
  let different = 0;
  const one = await duckdb();
  const { law, functions, inputs, views } = scriptsOf("duckdb", rows.law);
  await one.run(...law, ...functions, ...inputs, ...views, edgesIn(one), ...livesIn(one));
  const asked = questions(database);
  for (const [index, query] of questions(one).entries()) {
    const expected = (await one.rows(query)).map(String);
    const found = (await read(asked[index] ?? "")).map(String);
    const name = /FROM (\w+) ORDER/.exec(query)?.[1];
    different += told(`${engine}, ${name} as in DuckDB`, expected.length, differences(found, expected));
  }
  await one.close();
  return different;
}

/**
 * The scripts of an engine, on edges, a sample and the sum of all rows, at several sizes.
 *
 * @param {Opened} database
 * @param {readonly number[]} sizes
 */
export async function proveRows(database, sizes) {
  const { engine, run, rows: read, whole, range } = database;
  try {
    const { law, functions, inputs, views } = scriptsOf(engine, rows.law);
    await run(...law, ...functions, ...inputs, ...views);
    await run(edgesIn(database));
    let different = proveEdges(
      engine,
      /** @type {any} */ (
        await read(
          `SELECT quarterly_cents, provisional_cents FROM inasti_quarter ORDER BY ${database.number("member")}`,
        )
      ),
    );
    different += await proveViews(database);
    await run("TRUNCATE TABLE inasti_member", "TRUNCATE TABLE inasti_member_year");
    const quoted = DIALECTS[engine].quoted ?? ansiQuoted;
    const bad = badRows(quoted).map((row) => `(${row})`);
    await run(
      `INSERT INTO inasti_member (member, category, year, quarter, income, income_given) VALUES ${bad.join(", ")}`,
    );
    for (const language of SPOKEN) {
      await run("TRUNCATE TABLE inasti_language", `INSERT INTO inasti_language VALUES ('${language}')`);
      const found = await database.texts(
        "SELECT r.reason_key AS reason_key, r.reason AS reason, q.quarterly_cents AS quarterly_cents FROM inasti_refused AS r LEFT JOIN inasti_quarter AS q ON q.member = r.member ORDER BY " +
          database.number("r.member"),
      );
      different += proveBad(engine, language, found);
    }
    await run("TRUNCATE TABLE inasti_member");
    const sql = rows.memberSql(whole);
    const { quarterly, provisional } = rulesOf();
    let from = 0;
    let sum = 0;
    for (const size of sizes) {
      await run(
        `INSERT INTO inasti_member (member, category, year, quarter, income, income_n3)
         SELECT ${database.text("n")}, ${sql.category}, ${sql.year}, ${sql.quarter}, ${database.euro(`(${sql.income})`)}, ${database.euro(`(${sql.income})`)} FROM ${range(from, size)} AS r`,
      );
      const began = performance.now();
      const [[found]] = /** @type {[[number]]} */ (await read("SELECT SUM(quarterly_cents) FROM inasti_quarter"));
      const seconds = (performance.now() - began) / 1000;
      for (; from < size; from++) sum += quarterly(rows.member(from)) ?? 0;
      console.log(
        `${engine}: ${size.toLocaleString("en")} rows in ${seconds.toFixed(2)} s, ${((seconds / size) * 1e6).toFixed(3)} µs a row`,
      );
      different += told(`${engine}, sum of ${size.toLocaleString("en")} rows`, 1, Number(found) === sum ? 0 : 1);
    }
    const sample = await read(
      `SELECT n, quarterly_cents, provisional_cents FROM (SELECT ${database.number("member")} AS n, quarterly_cents, provisional_cents FROM inasti_quarter) AS s WHERE ${SAMPLE} ORDER BY n`,
    );
    const expected = [];
    for (let n = 0; n < from; n++) if (isSample(n)) expected.push(n);
    different += told(
      `${engine}, one row in a hundred`,
      expected.length,
      differences(
        sample.map(String),
        expected.map((n) => String([n, quarterly(rows.member(n)), provisional(rows.member(n))])),
      ),
    );
    await run("TRUNCATE TABLE inasti_member", ...database.doubles);
    const doubles = ["1e308", "-1e308", "CAST('NaN' AS DOUBLE PRECISION)"];
    const values = doubles.map((double, n) => `('${n}', 'principal', 2026, 1, ${double})`);
    await run(`INSERT INTO inasti_member (member, category, year, quarter, income) VALUES ${values.join(", ")}`);
    const refused = await database.texts(
      "SELECT r.reason_key AS reason_key, q.quarterly_cents AS quarterly_cents FROM inasti_refused AS r LEFT JOIN inasti_quarter AS q ON q.member = r.member",
    );
    different += told(
      `${engine}, doubles that no amount has`,
      doubles.length,
      differences(
        refused.map(String),
        doubles.map(() => "too-large,"),
      ),
    );
    return different;
  } finally {
    await database.close();
  }
}
