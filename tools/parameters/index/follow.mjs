// @ts-check
import { isOpenQuestion } from "../compute.mjs";
import { dayAfter, dayBefore } from "../days.mjs";
import { contentOf, FREE, limitOn } from "./amount.mjs";
import { basesOf, parameterOf, Problem, ranksOf, ruleOf, statedOf } from "./data.mjs";
/** @import { Data, IndexRule, Parameter, Value } from "../read.mjs" */
/** @import { Piece } from "./amount.mjs" */
/** @import { Closed, Context, Series } from "./data.mjs" */

const LAST_CONFIRMED_DAY = "benefits.index.last-confirmed-day";

/**
 * Gives every series that follows the index its values up to the last confirmed day, by its rule and the ranks, and an open question
 * after it. A stated value always stands.
 * @param {Data} data
 * @param {string[]} problems
 */
export function followIndex(data, problems) {
  const series = seriesReader(data);
  /** @type {Map<Parameter, Value[]>} */
  const complete = new Map();
  for (const parameter of data.parameters.values()) {
    if (!parameter.index) continue;
    try {
      const { values, heldFrom } = series(parameter.id);
      complete.set(parameter, [...values, openAfter(values, confirmation(data))]);
      addRule(data, parameter, heldFrom);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problems.push(`${parameter.file}: ${parameter.id}: ${error.message}`);
    }
  }
  for (const [parameter, values] of complete) parameter.values = values;
}

/** How the add-in goes on from the last amount when somebody knows of later steps. @param {Data} data @param {Parameter} parameter @param {string | undefined} heldFrom */
function addRule(data, { id, unit }, heldFrom) {
  if (!unit.startsWith("EUR")) return;
  const index = ruleOf(data, id);
  const { rule, of, pivots, tied } = index;
  const base = basesOf(index).at(-1);
  data.indexRules.set(id, {
    rule,
    ...(base && { base }),
    ...(of && { of }),
    ...(pivots && { pivots }),
    ...(tied && { tied }),
    ...(heldFrom && !of && { heldBack: true }),
    ...(index.note && { note: index.note.key }),
  });
}

/** Each series is made once, after those that it needs. @param {Data} data @returns {(id: string) => Series} */
function seriesReader(data) {
  /** @type {Map<string, Series | "open">} */
  const made = new Map();
  return function series(id) {
    const known = made.get(id);
    if (known === "open") throw new Problem("index: refers to itself");
    if (known) return known;
    made.set(id, "open");
    try {
      const { unit } = parameterOf(data, id);
      const result = complete({ data, rule: ruleOf(data, id), unit, stated: checked(statedOf(data, id)), series });
      made.set(id, result);
      return result;
    } finally {
      if (made.get(id) === "open") made.delete(id);
    }
  };
}

/** Stated values rise and do not overlap; the check of all values sees them completed only. @param {Value[]} stated */
function checked(stated) {
  stated.forEach(({ from, to = from }, position) => {
    const next = stated[position + 1];
    if (next && (next.from <= from || next.from <= to))
      throw new Problem(`${from}: overlaps the value from ${next.from}`);
  });
  return stated;
}

/** @param {Context} context @returns {Series} */
function complete(context) {
  /** @type {Closed[]} */
  const values = [];
  let limit = FREE;
  for (const piece of piecesOf(context)) {
    limit = limitOn(context, piece, limit, values.at(-1));
    const own = context.stated.find(({ from, to = from }) => from <= piece.from && piece.from <= to);
    if (own && own.from < piece.from) {
      if (!isSettled(own))
        throw new Problem(`${own.from}: the rule gives more than one amount up to ${own.to}; state them`);
    } else {
      const content = own && isSettled(own) ? own : { ...contentOf(context, piece, limit, values.at(-1)), ...own };
      values.push(withNote(context.rule, { ...content, from: piece.from, to: own?.to ?? piece.to }));
    }
  }
  return { values, heldFrom: limit.kind === "held" ? limit.from : undefined };
}

/** Whether a stated value needs no rule. @param {Value} value */
const isSettled = (value) => value.value !== undefined || isOpenQuestion(value);

/** What a rule says of every amount from a day on. @param {IndexRule} rule @param {Closed} value @returns {Closed} */
const withNote = ({ note }, value) =>
  note && value.to >= note.from && !isOpenQuestion(value) ? { ...value, note: note.key } : value;

/** Days on which the amount may change, and the days to the next of them. @param {Context} context @returns {Piece[]} */
function piecesOf(context) {
  const { data, rule, stated, series } = context;
  const first = rule.from ?? stated[0]?.from;
  if (!first) throw new Problem("index: no first day");
  const last = confirmation(data).value ?? "";
  if (rule.yearly) return yearsOf(first, last, rule.yearly);
  const days = [
    first,
    ...stated.flatMap(({ from, to }) => (to ? [from, dayAfter(to)] : [from])),
    ...ranksOf(data).map(({ from }) => from),
    ...basesOf(rule).flatMap((id) => parameterOf(data, id).values.map(({ from }) => from)),
    ...(rule.of ? series(rule.of).values.map(({ from }) => from) : []),
  ];
  const late = stated.find(({ from, to = from }) => to > last);
  if (late) throw new Problem(`${late.from}: stated beyond the last confirmed day ${last}`);
  const starts = [...new Set(days)].filter((day) => first <= day && day <= last).sort();
  return starts.map((from, position) => {
    const next = starts[position + 1];
    return { from, to: next ? dayBefore(next) : last, at: from };
  });
}

/** One amount a calendar year, by the rank of one of its days. @param {string} first @param {string} last @param {string} day @returns {Piece[]} */
function yearsOf(first, last, day) {
  const from = Number(first.slice(0, 4));
  const years = Array.from({ length: Number(last.slice(0, 4)) - from + 1 }, (_, index) => from + index);
  return years
    .map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31`, at: `${year}-${day}` }))
    .filter(({ at }) => at <= last);
}

/** The value that names the last confirmed day, with its source and why nothing is held after it. @param {Data} data @returns {Value} */
function confirmation(data) {
  const value = parameterOf(data, LAST_CONFIRMED_DAY).values.at(-1);
  if (!value?.value || !value.note) throw new Problem(`index: ${LAST_CONFIRMED_DAY} needs a day and a note`);
  return value;
}

/** @param {Closed[]} values @param {Value} confirmed @returns {Value} */
function openAfter(values, { source, note }) {
  const last = /** @type {Closed} */ (values.at(-1));
  return { from: dayAfter(last.to), confidence: "unknown", source, ...(note && { note }) };
}
