// @ts-check
import { Exact, isOpenQuestion } from "../compute.mjs";
import { basesOf, figureOn, isStep, parameterOf, Problem, rankOn, ranksOf, sourceOn, valueOn } from "./data.mjs";
/** @import { Decimal } from "decimal.js" */
/** @import { SourceRef, Value } from "../read.mjs" */
/** @import { Closed, Context } from "./data.mjs" */

/**
 * A stretch of a series at one amount, the day whose rank gives it.
 * @typedef {{ from: string, to: string, at: string }} Piece
 * Whether the limit has struck: the amount that it held back (last on `raised`) rises from there; where its rise is not known, it is open.
 * @typedef {{ kind: "free" } | { kind: "held", from: string, raised: string } | { kind: "open", by: Value }} Limit
 * @typedef {Pick<Value, "value" | "confidence" | "source" | "note">} Content
 */

const COEFFICIENT = "benefits.index.coefficient";
/** Each of its periods limits its first index step. */
const LIMITED_STEP = "benefits.index.limited-step";
const CAP_A_MONTH = "benefits.index.cap-month";
const STEP = new Exact("1.02");

/** What makes a month of a unit where the limit compares, and the word of the rise that it leaves. */
const UNITS = /** @type {Record<string, readonly [Decimal, string]>} */ ({
  "EUR/month": [new Exact(1), "month"],
  "EUR/week": [new Exact(26).div(6), "week"],
  "EUR/day": [new Exact(26), "day"],
});

/** @type {Limit} */
export const FREE = { kind: "free" };

/**
 * Whether the limit holds an amount back from this piece on (programme law of 30/05/2026, articles 85 and 86).
 * @param {Context} context @param {Piece} piece @param {Limit} limit @param {Closed | undefined} previous @returns {Limit}
 */
export function limitOn(context, piece, limit, previous) {
  const { rule, series } = context;
  if (rule.of) {
    const { heldFrom } = series(rule.of);
    return heldFrom !== undefined && heldFrom <= piece.from ? { kind: "held", from: heldFrom, raised: "" } : FREE;
  }
  const period = rule.limit && previous && limitedStepOn(context, piece.from);
  if (!period) return limit;
  if (previous.value === undefined)
    throw new Problem(`${piece.from}: the limited step needs the amount of the day before`);
  const [aMonth] = unitOf(context.unit);
  const cap = figureOn(context, [CAP_A_MONTH], piece.from);
  if (new Exact(previous.value).times(aMonth).lte(cap)) return limit;
  return isOpenQuestion(period)
    ? { kind: "open", by: period }
    : { kind: "held", from: limit.kind === "held" ? limit.from : piece.from, raised: piece.from };
}

/** The period whose first index step falls on a day. @param {Context} context @param {string} day @returns {Value | undefined} */
function limitedStepOn({ data }, day) {
  if (!isStep(data, day)) return undefined;
  const period = valueOn(parameterOf(data, LIMITED_STEP).values, day);
  const earlier = ranksOf(data).some(({ from }) => period !== undefined && period.from <= from && from < day);
  return earlier ? undefined : period;
}

/** @param {string} unit */
function unitOf(unit) {
  const known = UNITS[unit];
  if (!known) throw new Problem(`index: the limit knows no ${unit}`);
  return known;
}

/**
 * What the rule gives for a piece of which nothing is stated.
 * @param {Context} context @param {Piece} piece @param {Limit} limit @param {Closed | undefined} previous @returns {Content}
 */
export function contentOf(context, piece, limit, previous) {
  if (limit.kind === "open") return openBy(limit.by);
  const { rule, series } = context;
  const whole = rule.of && valueOn(series(rule.of).values, piece.at);
  if (whole && isOpenQuestion(whole)) return openBy(whole);
  if (limit.kind === "held") return heldContent(context, piece, limit, previous);
  return derived(context, amountOf(context, piece), sourceOf(context), rule.rule);
}

/** @param {Value} value @returns {Content} */
const openBy = ({ confidence, source, note }) => ({ confidence, source, ...(note && { note }) });

/** @param {Context} context @param {Decimal} amount @param {SourceRef} source @param {string} note @returns {Content} */
const derived = ({ rule }, amount, source, note) => ({
  value: amount.toFixed(rule.rule === "index-coefficient" ? 4 : 2, Exact.ROUND_HALF_UP),
  confidence: "derived",
  source,
  note,
});

/** @param {Context} context @returns {SourceRef} */
function sourceOf({ rule, stated }) {
  const source = rule.source ?? stated[0]?.source;
  if (!source) throw new Problem("index: no source");
  return source;
}

/**
 * An amount that the limit has struck: raised by a fixed sum, then by 2 % at each step; halves are those of the rounded amount.
 * @param {Context} context @param {Piece} piece @param {Extract<Limit, { kind: "held" }>} limit @param {Closed | undefined} previous @returns {Content}
 */
function heldContent(context, { from, at }, limit, previous) {
  const { data, rule, unit } = context;
  const [, word] = unitOf(rule.of ? parameterOf(data, rule.of).unit : unit);
  const rise = `benefits.index.cap-increase.${word}`;
  const source = { ...sourceOn(data, rise, limit.from), ...(rule.limit && { article: rule.limit }) };
  if (rule.of) return derived(context, figureOn(context, [rule.of], at).div(2), source, "formula/half-of-limited");
  const before = new Exact(/** @type {string} */ (previous?.value));
  if (limit.raised === from)
    return derived(context, before.plus(figureOn(context, [rise], from)), source, "formula/limited-step");
  if (!isStep(data, from)) throw new Problem(`${from}: a new base after the limited step; state the amount`);
  return derived(context, before.times(STEP), source, "formula/after-limited-step");
}

/** @param {Context} context @param {Piece} piece @returns {Decimal} */
function amountOf(context, { at }) {
  const { data, rule } = context;
  const base = () => figureOn(context, basesOf(rule), at);
  const coefficient = () => figureOn(context, [COEFFICIENT], at);
  switch (rule.rule) {
    case "index-coefficient":
      return STEP.pow(rankOn(data, at));
    case "pivot-chain":
      return chained(new Exact(rule.pivot ?? ""), rankOn(data, at) - (rule.rank ?? 0));
    case "base-by-coefficient":
      return base().times(coefficient());
    case "half-base-by-coefficient":
      return base().times(coefficient()).div(2);
    case "base-by-pivots":
      return base()
        .times(figureOn(context, [rule.pivots ?? ""], at))
        .div(rule.tied ?? "");
    case "half-of-rounded":
      return figureOn(context, [rule.of ?? ""], at).div(2);
    default:
      throw new Problem(`${at}: no value`);
  }
}

/** Each pivot is the one before × 1.02, rounded (law of 02/08/1971, article 2). @param {Decimal} first @param {number} steps */
function chained(first, steps) {
  let pivot = first;
  for (let step = 0; step < steps; step += 1) pivot = pivot.times(STEP).toDecimalPlaces(2);
  return pivot;
}
