// @ts-check
import { isOpenQuestion } from "./compute.mjs";
/** @import { Data, Parameter, Value } from "./read.mjs" */
/** @import { Formula } from "../../src/parameters/formulas.js" */

const DECIMAL = /^-?\d+(\.\d+)?$/;
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
const MONTH_DAY = /^\d\d-\d\d$/;
const WORD = /^[a-z][a-z-]*$/;

/**
 * What a schema cannot say: order of dates, references between files, values that fit their unit.
 * @param {Data} data
 * @param {string[]} problems
 */
export function checkData(data, problems) {
  const used = new Set();
  for (const parameter of data.parameters.values()) {
    /** @param {string} text */
    const problem = (text) => problems.push(`${parameter.file}: ${parameter.id}: ${text}`);
    checkDates(parameter.values, problem);
    if (parameter.formula) checkOperands(parameter.formula, data, problem);
    for (const value of parameter.values) {
      used.add(value.source.ref);
      checkReferences(value, data, problem);
      checkValue(value, parameter, problem);
    }
  }
  for (const key of data.sources.keys())
    if (!used.has(key)) problems.push(`sources.yaml: ${key}: no parameter uses this source`);
}

/** @param {Value[]} values @param {(text: string) => void} problem */
function checkDates(values, problem) {
  values.forEach((value, index) => {
    if (value.to && value.to < value.from) problem(`${value.from}: ends on ${value.to}, before it starts`);
    const next = values[index + 1];
    if (!next) return;
    if (next.from <= value.from) problem(`${next.from}: stands after ${value.from}; dates must rise`);
    else if (!value.to || value.to >= next.from) problem(`${value.from}: overlaps the value from ${next.from}`);
  });
}

/** @param {Value} value @param {Data} data @param {(text: string) => void} problem */
function checkReferences(value, data, problem) {
  if (!data.sources.has(value.source.ref)) problem(`${value.from}: unknown source "${value.source.ref}"`);
  if (value.note && !data.notes.has(value.note)) problem(`${value.from}: unknown note "${value.note}"`);
  if (value.condition && !data.notes.has(`condition/${value.condition}`))
    problem(`${value.from}: unknown condition "${value.condition}"`);
}

/** @param {Value} value @param {Parameter} parameter @param {(text: string) => void} problem */
function checkValue(value, parameter, problem) {
  if (isOpenQuestion(value)) {
    if (value.value !== undefined) problem(`${value.from}: confidence ${value.confidence} allows no value`);
    if (!value.note) problem(`${value.from}: confidence ${value.confidence} needs a note that says why`);
  } else if (value.value === undefined) {
    if (!parameter.formula) problem(`${value.from}: value missing`);
  } else if (parameter.formula && !value.note)
    problem(`${value.from}: the formula computes this value; remove "${value.value}", or say in a note why it differs`);
  else if (!fits(value.value, parameter.unit))
    problem(`${value.from}: "${value.value}" is not ${expected(parameter.unit)}`);
}

/** @param {string} value @param {string} unit */
function fits(value, unit) {
  if (unit === "date") return ISO_DATE.test(value);
  if (unit === "month-day") return MONTH_DAY.test(value);
  return (unit === "text" ? WORD : DECIMAL).test(value);
}

/** @param {string} unit */
function expected(unit) {
  if (unit === "date") return "a date (2026-12-31)";
  if (unit === "month-day") return "a month and day (12-31)";
  return unit === "text" ? "a word" : "a decimal (0.205)";
}

/** @param {Formula} formula @param {Data} data @param {(text: string) => void} problem */
function checkOperands(formula, data, problem) {
  for (const id of operandsOf(formula)) {
    if (!data.parameters.has(id)) problem(`formula ${formula.kind}: no parameter "${id}"`);
  }
}

/** Every field of a formula other than its kind and a plain number names a parameter. @param {Formula} formula @returns {string[]} */
function operandsOf(formula) {
  return Object.entries(formula)
    .filter(([field]) => field !== "kind" && field !== "times")
    .flatMap(([, id]) => id);
}
