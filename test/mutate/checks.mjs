// @ts-check
/** What a mistake in the rules should disturb: published and worked cases, and the oracle, through the functions as a cell calls them. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { CellError, runtime } from "../../tools/load-functions.mjs";
import { root } from "../../tools/process.mjs";

/** @typedef {Map<string, (...args: any[]) => any>} Functions */
/** @typedef {{ name: string, run: (functions: Functions) => boolean }} Check */

/** @param {string} name */
const json = (name) => JSON.parse(readFileSync(path.join(root, name), "utf8"));

const DOMAINS = ["contributions", "passerelle", "funds", "company", "benefits", "pension", "status"];
/** @type {Map<string, string[]>} */
const parameters = new Map(
  json("build/metadata/functions.json").functions.map((/** @type {any} */ { id, parameters: all }) => [
    id,
    all.map((/** @type {any} */ { name }) => name),
  ]),
);

const EPOCH = Date.UTC(1899, 11, 30);

/** @param {any} value @returns {any} as a cell would hold it */
function cell(value) {
  if (Array.isArray(value)) return value.map(cell);
  if (typeof value !== "string") return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return (Date.parse(value) - EPOCH) / 86_400_000;
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** @param {Functions} functions @param {string} id @param {Record<string, any>} inputs */
function answer(functions, id, inputs) {
  const given = /** @type {string[]} */ (parameters.get(id)).map((name) => cell(inputs[name] ?? null));
  try {
    return shown(functions.get(id)?.(...given));
  } catch (error) {
    if (error instanceof CellError) return error.code;
    throw error;
  }
}

/** @param {any} value @returns {any} */
function shown(value) {
  if (Array.isArray(value)) return value.map(shown);
  return value instanceof CellError ? value.code : value;
}

/** @param {any[][]} spill */
function records(spill) {
  const [header = [], ...rows] = spill;
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at]])));
}

/** @param {string} name `settledIn` is the column "settled in" */
const column = (name) => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

/** @param {any} expected @param {Record<string, any> | undefined} row */
const agrees = (expected, row) =>
  row !== undefined &&
  Object.entries(expected).every(([name, value]) => {
    const found = row[column(name)] ?? row[name];
    return (value?.error ?? cell(value)) === found;
  });

/** @param {any} one a case of the rule book @returns {Check | undefined} */
function published({ id, function: called, inputs, expected }) {
  const { row, ...given } = inputs;
  if (!parameters.has(called)) return undefined;
  const name = `${id} ${called}`;
  /** @param {(answer: any) => boolean} holds @returns {Check} */
  const check = (holds) => ({ name, run: (functions) => holds(answer(functions, called, given)) });
  if (called === "INASTI.EFFECTIVERATE") {
    return check(
      (found) => (typeof found === "number" ? Number(found.toFixed(6)) : found) === (expected?.error ?? cell(expected)),
    );
  }
  if (expected === null || typeof expected !== "object" || expected.error) {
    return check((found) => found === (expected?.error ?? cell(expected)));
  }
  if (row !== undefined) {
    return check((found) =>
      agrees(
        expected,
        Array.isArray(found)
          ? records(found).find(({ year, quarter }) => row === (quarter === undefined ? year : `${year}Q${quarter}`))
          : undefined,
      ),
    );
  }
  if (called === "FUND.RATE") return check((found) => found === Number(expected.rate));
  if (called === "PASSERELLE.ELIGIBLE") {
    return check((found) => {
      const [[first], ...rows] = found;
      const failed = rows
        .filter((/** @type {any[]} */ line) => line[3] === false)
        .map((/** @type {any[]} */ [condition]) => condition);
      return first === expected.eligible && String(failed) === String(expected.failed);
    });
  }
  if (Array.isArray(expected) && expected.every((line) => typeof line === "object" && !Array.isArray(line))) {
    return check((found) => {
      const lines = records(found);
      return expected.every((line, at) =>
        Object.entries(line).every(
          ([key, value]) =>
            key === "month" || lines[at]?.[column(key)] === cell(value) || lines[at]?.[key] === cell(value),
        ),
      );
    });
  }
  if (Array.isArray(expected)) return check((found) => String(found.flat()) === String(cell(expected).flat()));
  if (expected.totalShare !== undefined) {
    const months = expected.monthsAfterFirstPeriod ?? {};
    return check((found) => {
      const lines = records(found);
      const total = lines.reduce((sum, { share }) => sum + share, 0);
      const amounts = lines.slice(2).map(({ amount }) => amount);
      const printed = Object.values(months).map((/** @type {any} */ { amount }) => Number(amount));
      return (
        total === Number(expected.totalShare) && (expected.entitled === false || String(amounts) === String(printed))
      );
    });
  }
  return undefined;
}

const INCOMES = [
  0, 1, 100_000, 192_215, 192_216, 500_000, 868_704, 910_126, 1_301_066, 1_737_408, 3_333_333, 6_500_001, 9_999_999,
  12_000_000,
];

/** Contributions against the oracle: every law of a quarter, on incomes where a mistake shows. @param {any} oracle @returns {Check[]} */
function againstOracle(oracle) {
  const categories = json("build/metadata/functions.json")
    .enums.find((/** @type {any} */ { id }) => id === "INASTI_CATEGORY")
    .values.map((/** @type {any} */ { stringValue }) => stringValue);
  const years = Array.from({ length: oracle.LAST_YEAR - 2014 }, (_, at) => 2015 + at);
  return categories.flatMap((/** @type {string} */ category) =>
    years.flatMap((year) => [
      ...[1, 2, 3, 4].map((quarter) => ({
        name: `oracle ${category} ${year}Q${quarter}`,
        run: (/** @type {Functions} */ functions) =>
          INCOMES.every((cents) => {
            const expected = oracle.quarterlyFor(BigInt(cents), category, year, quarter);
            const found = answer(functions, "INASTI.QUARTERLY", { income: cents / 100, category, year, quarter });
            return oracle.isRefusal(expected) ? found === expected.refusal : found === Number(expected) / 100;
          }),
      })),
    ]),
  );
}

/** @param {(name: string) => any} load @returns {Check[]} */
export function checks(load) {
  const cases = DOMAINS.flatMap((domain) => json(`test/golden/${domain}.json`));
  return [...cases.map(published).filter((one) => one !== undefined), ...againstOracle(load("test/oracle/index.ts"))];
}

/** The functions as these sources register them. @param {(name: string) => any} load @returns {Functions} */
export function registered(load) {
  const { functions, CustomFunctions } = runtime();
  Object.assign(globalThis, { CustomFunctions });
  load("src/functions/index.ts");
  return functions;
}
