// @ts-check
/**
 * `npm run limitations` asks every contribution function for every category and quarter, and writes docs/limitations.md: from when and
 * until when each figure is known, where no text is in force, and which figures nobody has verified; and the table of the domains in
 * README.md. Any answer but a value or a typed "no text" is a defect and fails. `--check` writes nothing and fails where a file is out of
 * date. Needs the built add-in.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import prettier from "prettier";
import { CellError, loadFunctions } from "./load-functions.mjs";
import { readData } from "./parameters/read.mjs";
import { root } from "./process.mjs";
/** @import { Value } from "./parameters/read.mjs" */

const FILE = path.join(root, "docs/limitations.md");
const README = path.join(root, "README.md");
const QUARTERS = [1, 2, 3, 4];
const INCOME = 30_000;

const functions = loadFunctions();
const metadata = JSON.parse(readFileSync(path.join(root, "build/metadata/functions.json"), "utf8"));
/** @type {string[]} */
const categories = metadata.enums
  .find((/** @type {any} */ { id }) => id === "INASTI_CATEGORY")
  .values.map((/** @type {any} */ { stringValue }) => stringValue);

/** @param {string} id @param {unknown[]} args */
const call = (id, ...args) => functions.get(id)?.(...args);

/** Code version, data version, last year, last day, domain, first day; contributions first. @type {[string, string, number, number, string, number][]} */
const domains = call("INASTI.VERSION").slice(1);
const [, , lastYear, , , firstDay] = /** @type {(typeof domains)[0]} */ (domains[0]);
const FIRST_YEAR = Number(isoDay(firstDay).slice(0, 4));
const YEARS = Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

/**
 * How each function is asked about a category, a year and, where it takes one, a quarter.
 *
 * @type {Record<string, (category: string, year: number, quarter: number) => unknown>}
 */
const QUARTERLY = {
  "INASTI.QUARTERLY": (category, year, quarter) => call("INASTI.QUARTERLY", INCOME, category, year, quarter),
  "INASTI.PROVISIONAL": (category, year, quarter) => call("INASTI.PROVISIONAL", INCOME, category, year, quarter),
  "INASTI.BREAKDOWN": (category, year, quarter) => call("INASTI.BREAKDOWN", INCOME, category, year, quarter),
  "INASTI.SCALE": (category, year, quarter) => call("INASTI.SCALE", category, year, quarter),
  "INASTI.MARGINALRATE": (category, year, quarter) => call("INASTI.MARGINALRATE", INCOME, category, year, quarter),
  "INASTI.EFFECTIVERATE": (category, year, quarter) => call("INASTI.EFFECTIVERATE", INCOME, category, year, quarter),
  "INASTI.INCOMEFOR": (category, year, quarter) =>
    call("INASTI.INCOMEFOR", call("INASTI.QUARTERLY", INCOME, category, year, quarter), category, year, quarter),
  "INASTI.BATCH": (category, year, quarter) =>
    thrown(call("INASTI.BATCH", [[INCOME]], [[category]], [[year]], [[quarter]])[0][0]),
};

/** @type {Record<string, (category: string, year: number) => unknown>} */
const YEARLY = {
  "INASTI.ANNUAL": (category, year) => call("INASTI.ANNUAL", INCOME, category, year),
  "INASTI.SETTLEMENT": (category, year) => call("INASTI.SETTLEMENT", INCOME, 0, category, year),
  "INASTI.FROMPROFIT": (category, year) => call("INASTI.FROMPROFIT", INCOME, category, year),
  "INASTI.DOSSIER": (category, year) => thrown(call("INASTI.DOSSIER", [[INCOME]], [[category]], [[year]])[1][6]),
  "INASTI.PROJECT": (category, year) => thrown(call("INASTI.PROJECT", year, [[INCOME]], category)[1][3]),
};

/** An error in a cell of a table counts like one of a single cell. @param {unknown} value */
function thrown(value) {
  if (value instanceof CellError) throw value;
  return value;
}

/** @type {string[]} */
const defects = [];

/** Whether there is a text; anything but a value or #N/A is a defect. @param {string} what @param {() => unknown} ask */
function hasText(what, ask) {
  try {
    const values = [ask()].flat(2);
    if (
      values.some(
        (value) => value === undefined || value === null || (typeof value === "number" && !Number.isFinite(value)),
      )
    )
      defects.push(`${what}: no value`);
    return true;
  } catch (error) {
    if (!(error instanceof CellError) || error.code !== "#N/A") defects.push(`${what}: ${error}`);
    return false;
  }
}

/** Neighbouring quarters as "2015Q1 to 2017Q4". @param {string[]} quarters */
function spans(quarters) {
  const all = YEARS.flatMap((year) => QUARTERS.map((quarter) => `${year}Q${quarter}`));
  const missing = all.map((quarter) => quarters.includes(quarter));
  const starts = all.flatMap((_, index) => (missing[index] && !missing[index - 1] ? [index] : []));
  return starts.map((start) => {
    const end = all.findIndex((_, index) => index >= start && !missing[index + 1]);
    return end === start ? all[start] : `${all[start]} to ${all[end]}`;
  });
}

const byQuarter = categories.map((category) => {
  const answers = Object.entries(QUARTERLY).map(([id, ask]) => ({
    id,
    missing: YEARS.flatMap((year) =>
      QUARTERS.flatMap((quarter) =>
        hasText(`${id} ${category} ${year}Q${quarter}`, () => ask(category, year, quarter))
          ? []
          : [`${year}Q${quarter}`],
      ),
    ),
  }));
  return { category, answers };
});

const byYear = categories.map((category) => ({
  category,
  missing: Object.entries(YEARLY).map(([id, ask]) => ({
    id,
    years: YEARS.filter((year) => !hasText(`${id} ${category} ${year}`, () => ask(category, year))),
  })),
}));

/** Functions with the same gaps share a line. @param {{ id: string, gap: string }[]} gaps */
function grouped(gaps) {
  const texts = [...new Set(gaps.map(({ gap }) => gap))].filter((gap) => gap !== "");
  return texts.map((gap) => ({ gap, ids: gaps.filter((one) => one.gap === gap).map(({ id }) => id) }));
}

const quarterRows = byQuarter.flatMap(({ category, answers }) =>
  grouped(answers.map(({ id, missing }) => ({ id, gap: spans(missing).join(", ") }))).map(
    ({ gap, ids }) => `| \`${category}\` | ${gap} | ${ids.length === answers.length ? "all" : ids.join(", ")} |`,
  ),
);

const yearRows = byYear.flatMap(({ category, missing }) =>
  grouped(missing.map(({ id, years }) => ({ id, gap: years.join(", ") }))).map(
    ({ gap, ids }) => `| \`${category}\` | ${gap} | ${ids.length === missing.length ? "all" : ids.join(", ")} |`,
  ),
);

const notes = JSON.parse(readFileSync(path.join(root, "src/i18n/en/notes.json"), "utf8"));

/** @param {string | undefined} key */
const noteOf = (key) => (key ?? "").split("/").reduce((found, part) => found?.[part], notes) ?? "";

const { parameters } = readData(root, defects);

/** @param {number} serial a day as Excel counts it */
function isoDay(serial) {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

const coverage = [
  "| domain | known from | known until |",
  "| --- | --- | --- |",
  ...domains.map(([, , , last, domain, first]) => `| ${domain} | ${isoDay(first)} | ${isoDay(last)} |`),
].join("\n");

const isServed = (/** @type {Value} */ { confidence }) => confidence !== "unknown" && confidence !== "conflict";

/** Parameters by their first and last day, where either is an end of what is known. @type {Map<string, string[]>} */
const ends = new Map();
for (const { id, values } of parameters.values()) {
  const served = values.filter(isServed);
  const first = served[0]?.from ?? "";
  const last = served.at(-1)?.to;
  if (served.length > 0 && first <= `${FIRST_YEAR}-01-01` && !last) continue;
  const days = last ? `${first} to ${last}` : `from ${first}, still in force`;
  const key = served.length === 0 ? "never" : days;
  ends.set(key, [...(ends.get(key) ?? []), id]);
}

/**
 * Ids told in short: `benefits.sickness.*` where every parameter that begins so is among them, `a.b.{c, d}` where some are.
 * @param {string[]} ids
 */
function told(ids) {
  const among = new Set(ids);
  const isWhole = (/** @type {string} */ prefix) => {
    const alike = [...parameters.keys()].filter((other) => other.startsWith(prefix));
    return alike.length > 1 && alike.every((other) => among.has(other));
  };
  /** @type {Map<string, Set<string>>} */
  const byStart = new Map();
  for (const id of ids) {
    const starts = [...id.matchAll(/\./g)].map(({ index }) => id.slice(0, index + 1));
    const whole = starts.findIndex(isWhole);
    const start = (whole < 0 ? starts.at(-1) : starts[whole - 1]) ?? "";
    const rest = whole < 0 ? id.slice(start.length) : `${(starts[whole] ?? "").slice(start.length)}*`;
    byStart.set(start, (byStart.get(start) ?? new Set()).add(rest));
  }
  return [...byStart]
    .map(([start, rests]) =>
      rests.size > 1 ? `\`${start}{${[...rests].join(", ")}}\`` : `\`${start}${[...rests][0]}\``,
    )
    .join(", ");
}

const endLines = [...ends].sort(([a], [b]) => (a < b ? -1 : 1)).map(([days, ids]) => `- ${days}: ${told(ids)}`);

const unverified = [...parameters.values()]
  .sort((a, b) => (a.id < b.id ? -1 : 1))
  .flatMap(({ id, values }) =>
    values
      .filter((value) => !isServed(value))
      .map(
        ({ from, to, confidence, note }) =>
          `| \`${id}\` | ${from} | ${to ?? "open"} | ${confidence} | ${noteOf(note)} |`,
      ),
  );

const text = await formatted(
  FILE,
  `# Limitations

Generated by \`npm run limitations\` from the built functions and the data; a test fails when it is out of date.

Contributions of years before ${FIRST_YEAR} and, without \`indexation\`, of years after the last published one answer #N/A everywhere.

## What is known, from when and until when

${coverage}

From the first day on which all main figures of a domain are known to the last. Management fees: from the first year in which one of the funds
has a figure to the last; each fund's own years are below.

## Before the first and after the last value

A figure that begins after ${FIRST_YEAR}-01-01 was not there before, or nobody has verified it: before its first day the answer is #N/A. After its last day
too, except fees of the funds (the latest earlier year, which FUND.COMPARE names) and what \`indexation\` or \`indexSteps\` projects. A figure
that is still in force holds until the law changes. Gaps between the two days are in the last table.

${endLines.join("\n")}

## Quarters without a text

Asked without \`start\`. With a start a primostarter's earlier quarters follow the law of that day.

| category | quarters | functions |
| --- | --- | --- |
${quarterRows.join("\n")}

## Years without an answer

A year needs all its quarters, and a projection the incomes that it refers to.

| category | years | functions |
| --- | --- | --- |
${yearRows.join("\n")}

## Figures that nobody has verified

They answer #N/A with the reason. Where an index rule exists, \`indexSteps\` gives an amount that is marked as an assumption.

| parameter | from | to | why | note |
| --- | --- | --- | --- | --- |
${unverified.join("\n")}
`,
);

const marks = /(<!-- coverage[^>]*-->\n)[^]*?(<!-- \/coverage -->)/;
const readme = readFileSync(README, "utf8");
if (!marks.test(readme)) defects.push("README.md: the marks of the table of coverage are gone");
const files = new Map([
  [FILE, text],
  [README, await formatted(README, readme.replace(marks, `$1\n${coverage}\n\n$2`))],
]);

if (defects.length > 0) {
  console.error(defects.join("\n"));
  process.exitCode = 1;
} else if (!process.argv.includes("--check")) {
  for (const [file, content] of files) writeFileSync(file, content);
} else {
  for (const [file, content] of files) {
    if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
    console.error(`${path.relative(root, file)} is out of date: npm run limitations`);
    process.exitCode = 1;
  }
}

/** @param {string} file @param {string} content */
async function formatted(file, content) {
  return prettier.format(content, { parser: "markdown", ...(await prettier.resolveConfig(file)) });
}
