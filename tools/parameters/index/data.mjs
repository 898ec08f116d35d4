// @ts-check
import { Exact, isOpenQuestion } from "../compute.mjs";
/** @import { Decimal } from "decimal.js" */
/** @import { Data, IndexRule, Parameter, SourceRef, Value } from "../read.mjs" */

/**
 * A value whose last day is known.
 * @typedef {Value & { to: string }} Closed
 * A series as its rule completes it; the limit of an index step holds its amounts back from `heldFrom` on.
 * @typedef {{ values: Closed[], heldFrom: string | undefined }} Series
 * What an amount is computed from.
 * @typedef {{ data: Data, rule: IndexRule, unit: string, stated: Value[], series: (id: string) => Series }} Context
 */

const RANK = "benefits.index.rank";
const FOREVER = "9999-12-31";

/** A mistake in the data, told with the parameter that has it. */
export class Problem extends Error {}

/** @param {Data} data @param {string} id @returns {Parameter} */
export function parameterOf(data, id) {
  const parameter = data.parameters.get(id);
  if (!parameter) throw new Problem(`index: no parameter "${id}"`);
  return parameter;
}

/** The rule of a series; one that is the same as another takes over its rule, but for what it says itself. @param {Data} data @param {string} id @returns {IndexRule} */
export function ruleOf(data, id) {
  const { index } = parameterOf(data, id);
  if (!index) throw new Problem(`index: "${id}" does not follow the index`);
  if (index.rule !== "same" || !index.as) return index;
  const other = ruleOf(data, index.as);
  const rule = { ...other, ...index, rule: other.rule };
  if (!index.note) delete rule.note;
  return rule;
}

/** The values that sources state, of the series itself or of the one that it is the same as. @param {Data} data @param {string} id @returns {Value[]} */
export function statedOf(data, id) {
  const { index, values } = parameterOf(data, id);
  if (index?.rule !== "same" || !index.as) return values;
  const { from: first } = index;
  const others = statedOf(data, index.as);
  if (!first) return others;
  return others
    .filter(({ from, to }) => (to ?? from) >= first)
    .map((value) => (value.from < first ? { ...value, from: first } : value));
}

/** The ranks, oldest first; each holds until the next. @param {Data} data */
export const ranksOf = (data) => parameterOf(data, RANK).values;

/** Whether an index step falls on a day. @param {Data} data @param {string} day */
export const isStep = (data, day) => ranksOf(data).some(({ from }) => from === day);

/** @param {Data} data @param {string} day @returns {number} */
export function rankOn(data, day) {
  const rank = ranksOf(data).findLast(({ from }) => from <= day)?.value;
  if (rank === undefined) throw new Problem(`${day}: ${RANK} has no figure`);
  return Number(rank);
}

/** The bases of a rule, where one takes over from another. @param {IndexRule} rule */
export const basesOf = ({ base = [] }) => [base].flat();

/** @param {Value[]} values @param {string} day */
export const valueOn = (values, day) => values.findLast(({ from, to = FOREVER }) => from <= day && day <= to);

/** The figure on a day of the one of these parameters that has one. @param {Context} context @param {string[]} ids @param {string} day @returns {Decimal} */
export function figureOn({ data, series }, ids, day) {
  for (const id of ids) {
    const { index, values } = parameterOf(data, id);
    const value = valueOn(index ? series(id).values : values, day);
    if (value?.value !== undefined && !isOpenQuestion(value)) return new Exact(value.value);
  }
  throw new Problem(`${day}: needs a value; ${ids.join(", ")} has no figure`);
}

/** The source of a parameter on a day. @param {Data} data @param {string} id @param {string} day @returns {SourceRef} */
export function sourceOn(data, id, day) {
  const value = valueOn(parameterOf(data, id).values, day);
  if (!value) throw new Problem(`${day}: ${id} has no source`);
  return value.source;
}
