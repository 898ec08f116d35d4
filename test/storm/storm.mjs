// @ts-check
/** Calls with whatever a cell can hold, and what must be true of every answer. */
import { isDeepStrictEqual } from "node:util";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { CellError } from "../../tools/load-functions.mjs";

/** @typedef {Map<string, (...args: any[]) => any>} Functions */
/** @typedef {{ id: string, parameters: { name: string, optional?: boolean, dimensionality?: string, customEnumId?: string }[] }} Described */
/** @typedef {{ functions: Described[], enums: { id: string, values: { stringValue: string }[] }[] }} Metadata */

const LAST_EXCEL_DAY = 2_958_465;
const LONGEST_TEXT = 32_767;
const LONGEST_MESSAGE = 300;
const SLOWEST_MS = 200;
const CODES = new Set(["#VALUE!", "#N/A", "#NUM!", "#DIV/0!", "#NULL!"]);

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  0.1 + 0.2,
  -0.01,
  0.005,
  1.005,
  99.995,
  1e-320,
  1e-7,
  1e15,
  1e308,
  -1e308,
  2 ** 53,
  2026,
  2014,
  2100,
  2101,
  45_000,
  46_000,
  60,
  61,
  2_958_465,
  2_958_466,
  -1e11,
  1e9 + 0.001,
];
const TEXTS = [
  "",
  " ",
  "principal",
  "Hoofdberoep",
  "à titre complémentaire",
  "student",
  "pensioner",
  "spouse-mini",
  "none",
  "exempt",
  "bankruptcy",
  "faillite",
  "Acerta",
  "Liantis asbl",
  "sickness",
  "maternity",
  "isolated",
  "TRUE",
  "vrai",
  "12 500,50",
  "1.234",
  "1,234.56",
  "€ 1.000,00",
  "3,05 %",
  "-0",
  "1e400",
  "2026-02-30",
  "2026-01-31",
  "2026-02",
  "31/12/2025",
  "abc",
  "#N/A",
  "=1+1",
  "$t(refusal/missing)",
  "{{argument}}",
  "$t(notes:career-table)",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "\u202Eabc",
  "👩‍🔧",
  "\ud800",
  "\u0000",
  "\u00a0",
  "contributions.bracket1.ceiling",
  "benefits",
  "<script>",
  "n-3",
  "social",
  "person",
  "company",
  "employee",
  "civil-servant",
  "0".repeat(400),
  `0,${"0".repeat(32_000)}1`,
  "x".repeat(LONGEST_TEXT),
  "$t(".repeat(10_922),
  "$t(notes:career-table)".repeat(1400),
  "{{".repeat(16_000),
  "é".repeat(5000),
  "1 ".repeat(16_000),
];
const OBJECTS = [
  { type: "Error", basicValue: "#N/A" },
  { type: "Error", basicValue: "#DIV/0!" },
  { type: "Error", basicValue: "#SPILL!" },
  { type: "Entity", text: "a", basicType: "Error", basicValue: "#VALUE!" },
  { type: "FormattedNumber", basicValue: 40_000, numberFormat: "0" },
  { type: "String", basicValue: "principal" },
  { type: "WebImage", address: "x" },
  {},
];

/** @param {number} seed */
function dice(seed) {
  const generator = xoroshiro128plus(seed);
  const below = (/** @type {number} */ most) => uniformInt(generator, 0, most - 1);
  /** @template T @param {readonly T[]} all @returns {T} */
  const one = (all) => /** @type {T} */ (all[below(all.length)]);
  return { below, one };
}

/** @param {ReturnType<typeof dice>} random @param {Metadata} metadata */
function caller({ below, one }, { enums }) {
  const words = new Map(enums.map(({ id, values }) => [id, values.map(({ stringValue }) => stringValue)]));

  const hostile = () => {
    const kind = below(10);
    if (kind < 3) return one(NUMBERS);
    if (kind < 7) return one(TEXTS);
    if (kind === 7) return one([true, false, null, null]);
    return kind === 8 ? one(OBJECTS) : (below(2_000_000) - 1_000_000) / 100;
  };

  /** @param {string} name @param {string | undefined} list what makes sense for it */
  const sensible = (name, list) => {
    if (list) return one(words.get(list) ?? []);
    if (/year/i.test(name)) return 2014 + below(16);
    if (/date|start|end|from|birth|due|paid|month$|since|asOf|until|claimed|summoned|created|career/i.test(name))
      return 42_000 + below(6000);
    if (/rate|indexation|share/i.test(name)) return below(1000) / 10_000;
    if (/quarter$/.test(name)) return 1 + below(4);
    if (/weeks|days|months|quarters|children|steps|used|vouchers/i.test(name)) return below(40);
    if (/fund/.test(name)) return one(["Acerta", "UCM", "Partena", 0.0305]);
    if (/categor/.test(name)) return one(words.get("INASTI_CATEGORY") ?? []);
    return below(20_000_000) / 100;
  };

  /** @param {Described["parameters"][number]} parameter */
  const argument = ({ name, optional, dimensionality, customEnumId }) => {
    if (optional && below(3) === 0) return null;
    const cell = () => (below(4) === 0 ? hostile() : sensible(name, customEnumId));
    if (dimensionality !== "matrix") return below(60) === 0 ? [[cell()]] : cell();
    const [rows, columns] = [1 + below(5), name === "career" || name === "paid" ? 2 : 1 + below(2)];
    return Array.from({ length: rows }, () => Array.from({ length: columns }, cell));
  };

  return (/** @type {Described} */ { parameters }) => parameters.map(argument);
}

/** @param {any} value @returns {string | undefined} what is wrong with a cell's value */
function faultOf(value) {
  if (value instanceof CellError) return faultOfError(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return `the number ${value}`;
    return Object.is(value, -0) ? "negative zero" : undefined;
  }
  if (typeof value === "string") return value.length > LONGEST_TEXT ? "a text too long for a cell" : undefined;
  return typeof value === "boolean" ? undefined : `a cell with ${value === null ? "null" : typeof value}`;
}

/** @param {any} error */
function faultOfError({ code, message }) {
  if (!CODES.has(code)) return `the error ${code}`;
  if (message === "") return "an empty message";
  if (message.length > LONGEST_MESSAGE) return `a message of ${message.length} characters`;
  // What was typed may hold these itself; the pools say where.
  const foreign = message.replace(/[“"«„].*?[”"»“]/gsu, "");
  return /undefined|NaN|\[object|Infinity/.test(foreign) ? `the message ${message.slice(0, 120)}` : undefined;
}

/** @param {string} id @param {any} result */
function faultOfResult(id, result) {
  if (!Array.isArray(result)) {
    const isDate = /DUEDATE|DEADLINE|SWITCH/.test(id) && typeof result === "number";
    return isDate && result > LAST_EXCEL_DAY ? `the day ${result}` : faultOf(result);
  }
  const [first] = result;
  if (!Array.isArray(first) || result.some((row) => row.length !== first.length)) return "a ragged table";
  return result
    .flat()
    .map(faultOf)
    .find((fault) => fault !== undefined);
}

/**
 * @param {{ functions: Functions, metadata: Metadata, seed: number, calls: number }} of
 */
export function storm({ functions, metadata, seed, calls }) {
  const random = dice(seed);
  const argumentsOf = caller(random, metadata);
  const counts = { values: 0, tables: 0, refusals: 0 };
  /** @type {string[]} */
  const faults = [];
  /** @type {{ id: string, args: any[], result: any }[]} */
  const kept = [];

  /** @param {string} id @param {any[]} args */
  const answer = (id, args) => {
    try {
      return functions.get(id)?.(...args);
    } catch (error) {
      return error;
    }
  };

  for (let call = 0; call < calls; call += 1) {
    const described = random.one(metadata.functions);
    const { id } = described;
    const args = argumentsOf(described);
    const before = call % 16 === 0 ? structuredClone(args) : undefined;
    const start = performance.now();
    const result = answer(id, args);
    let took = performance.now() - start;
    // The machine may have looked elsewhere: what is slow is slow twice.
    if (took > SLOWEST_MS) {
      const again = performance.now();
      answer(id, args);
      took = Math.min(took, performance.now() - again);
    }
    const thrown = result instanceof Error && !(result instanceof CellError);
    const fault = thrown ? `${result.name}: ${result.message}` : faultOfResult(id, result);
    const problem =
      fault ??
      (took > SLOWEST_MS ? `${took.toFixed(0)} ms` : undefined) ??
      (before && !isDeepStrictEqual(before, args) ? "changed arguments" : undefined);
    if (problem !== undefined) faults.push(`${id}(${JSON.stringify(args)?.slice(0, 200)}): ${problem}`);
    if (result instanceof CellError) counts.refusals += 1;
    else if (Array.isArray(result)) counts.tables += 1;
    else counts.values += 1;
    if (call % 997 === 0) kept.push({ id, args, result });
  }
  // No call leaves anything behind that another one would meet.
  for (const { id, args, result } of kept) {
    if (!isDeepStrictEqual(plain(answer(id, args)), plain(result)))
      faults.push(`${id}(${JSON.stringify(args)?.slice(0, 200)}): another answer the second time`);
  }
  return { counts, faults };
}

/** @param {any} value @returns {any} */
const plain = (value) =>
  Array.isArray(value) ? value.map(plain) : value instanceof CellError ? `${value.code} ${value.message}` : value;
