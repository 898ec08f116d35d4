// @ts-check
import { loaded } from "../../../tools/typescript.mjs";
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
    const edges = rows.edges();
    const edgeRows = edges.map(
      ({ category, year, quarter: q, income }, n) =>
        `(${n}, '${category}', ${year}, ${q}, ${database.euro(String(income))}, ${database.euro(String(income))})`,
    );
    await run(
      `INSERT INTO inasti_member (member, category, year, quarter, income, income_n3) VALUES ${edgeRows.join(",")}`,
    );
    let different = proveEdges(
      engine,
      /** @type {any} */ (
        await read(
          `SELECT quarterly_cents, provisional_cents FROM inasti_quarter ORDER BY ${database.number("member")}`,
        )
      ),
    );
    await run("TRUNCATE TABLE inasti_member");
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
