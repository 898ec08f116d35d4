// @ts-check
/** @import { EveryYear, Parameter, Value } from "./read.mjs" */

/** Each of its values is one contribution year. */
export const YEARLY_INDEX = "contributions.index.numerator";

/**
 * The values of a parameter that says `everyYear`: those stated, and for each other year the amount that the formula gives, so that a
 * new year asks for no line of its own.
 * @param {Map<string, Parameter>} parameters
 * @param {string[]} problems
 */
export function addYears(parameters, problems) {
  const years = parameters.get(YEARLY_INDEX)?.values ?? [];
  for (const parameter of parameters.values()) {
    const { everyYear, values, file, id } = parameter;
    if (!everyYear) continue;
    const added = "like" in everyYear ? likeOf(parameters.get(everyYear.like)) : unstated(years, values, everyYear);
    parameter.values = [...values, ...added].sort((a, b) => (a.from < b.from ? -1 : 1));
    if (parameter.values.length === 0) problems.push(`${file}: ${id}: everyYear gives no value`);
  }
}

/** @param {Value[]} years @param {Value[]} stated @param {Extract<EveryYear, { from: string }>} everyYear @returns {Value[]} */
function unstated(years, stated, { from: first, source, note }) {
  return years
    .filter(({ from, to = from }) => first <= to && !stated.some((value) => meets(value, from, to)))
    .map(({ from, to }) => ({
      from: first > from ? first : from,
      ...(to && { to }),
      confidence: /** @type {const} */ ("derived"),
      source,
      ...(note && { note }),
    }));
}

/** Whether a stated value takes a day of the period. @param {Value} value @param {string} first @param {string} last */
function meets({ from, to }, first, last) {
  return from <= last && (to === undefined || first <= to);
}

/** The years of another figure, as sure as that one; its note tells of its own origin, unless it says why there is none. @param {Parameter | undefined} other */
function likeOf(other) {
  return (other?.values ?? []).map(({ value, note, ...rest }) => ({ ...rest, ...(value === undefined && { note }) }));
}
