// @ts-check
import { Decimal } from "decimal.js";
import { loaded } from "../typescript.mjs";
import { dayAfter } from "./days.mjs";
/** @import { Data, Parameter, Value } from "./read.mjs" */

/** The add-in computes figures of a user's own by the same formulas. */
const { resultOf } = /** @type {typeof import("../../src/parameters/formulas.js")} */ (
  loaded("src/parameters/formulas.ts")
);

/** Digits enough for any exact product here; half up is the law's rounding (royal decree of 19/12/1967, article 53). */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** Later than any date, as ISO dates compare. */
const FOREVER = "9999-12-31";

/** Confidence that says: there is no figure to serve. @param {Value} value */
export function isOpenQuestion({ confidence }) {
  return confidence === "unknown" || confidence === "conflict";
}

/** @param {string} unit */
export function decimalsOf(unit) {
  if (unit.startsWith("EUR") || unit === "index points") return 2;
  if (unit === "fraction") return 4;
  return unit === "coefficient" ? 8 : 0;
}

/**
 * Gives the figure of a value: as stated, or by the formula of its parameter.
 * @param {Data} data
 */
export function calculator(data) {
  /** @type {Map<Value, Decimal>} */
  const known = new Map();
  /** @type {Set<Value>} */
  const open = new Set();

  /** @param {Parameter} parameter @param {Value} value @returns {Decimal} */
  function figure(parameter, value) {
    const cached = known.get(value);
    if (cached) return cached;
    if (open.has(value)) throw new Error("formula refers to itself");
    open.add(value);
    const result =
      value.value === undefined
        ? compute(parameter, value).toDecimalPlaces(decimalsOf(parameter.unit))
        : new Exact(value.value);
    open.delete(value);
    known.set(value, result);
    return result;
  }

  /** @param {Parameter} parameter @param {Value} value @returns {Decimal} */
  function compute({ formula }, value) {
    if (!formula) throw new Error("neither value nor formula");
    return resultOf(formula, (id) => figureDuring(id, value));
  }

  /** The figure of `id`, which must be one and the same during the whole period of `value`. @param {string} id @param {Value} value */
  function figureDuring(id, { from, to = FOREVER }) {
    const parameter = /** @type {Parameter} */ (data.parameters.get(id));
    const inForce = parameter.values.filter((other) => other.from <= to && from <= (other.to ?? FOREVER));
    if (!covers(inForce, from, to)) throw new Error(`${id} has no figure for all of ${from} to ${to}`);
    if (inForce.some(isOpenQuestion)) throw new Error(`${id} has no known figure from ${from} to ${to}`);
    const [first, ...others] = inForce.map((other) => figure(parameter, other));
    if (!first || others.some((other) => !other.eq(first))) throw new Error(`${id} changes between ${from} and ${to}`);
    return first;
  }

  return figure;
}

/** Whether values in order of date leave no day of the period out. @param {Value[]} values @param {string} from @param {string} to */
function covers(values, from, to) {
  const first = values[0];
  const last = values.at(-1);
  if (!first || !last || first.from > from || (last.to ?? FOREVER) < to) return false;
  return values.every(
    ({ to: end = FOREVER }, index) => values[index + 1] === undefined || values[index + 1]?.from === dayAfter(end),
  );
}
