import { type ParameterId, series } from "../../parameters";
import type { Day } from "../calendar";
import { figureInForce, inForce } from "../figures";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { type Answer, type Line, step } from "../trace";
import { benefit, type PaidUnit, paidUnits } from "./benefit";

/** Service vouchers that a mother may take; the fewer, the longer the rest from 01/07/2026 on. */
export const VOUCHERS = [0, 35, 70, 105] as const;
export type Vouchers = (typeof VOUCHERS)[number];

const ALL_VOUCHERS = 105;
const WEEK = 7;
/** Article 94: the last week of the higher amount. */
const LAST_EARLY_WEEK = 4;

/** Royal decree of 10/06/2026: first day of rest from which weeks can replace vouchers. */
const choiceFrom = (): Day =>
  series("benefits.maternity.extension-weeks.vouchers-0").find(({ value }) => value !== 0)!.from;

interface MaternityRest {
  /** Full weeks, half weeks counted for a half. */
  readonly weeks: number;
  readonly maxHalfWeeks: number;
}

/**
 * Article 93: the longest rest, by its first day. A text gives the most half weeks for the full extension only; twice the optional
 * weeks gives each number that it writes, and is taken for the other extensions too.
 */
function maternityRest(start: Day, multiple: boolean, vouchers: Vouchers): MaternityRest {
  const length = figureInForce(`benefits.maternity.weeks.${multiple ? "multiple" : "single"}`, start);
  const weeks = length + figureInForce(extensionOf(vouchers), start);
  return { weeks, maxHalfWeeks: 2 * (weeks - mandatoryWeeks(start)) };
}

const extensionOf = (vouchers: Vouchers) => `benefits.maternity.extension-weeks.vouchers-${vouchers}` as const;

const mandatoryWeeks = (start: Day): number => figureInForce("benefits.maternity.mandatory-weeks", start);

/** Royal decree of 17/01/2006: the vouchers of a rest, by its first day; of those that give so many extra weeks the most. */
export function maternityVouchers(start: Day, extraWeeks = 0): Answer<Vouchers> {
  if (extraWeeks > 0 && start < choiceFrom())
    throw new Refusal("extra-weeks-without-choice", { given: extraWeeks, from: { day: choiceFrom() } });
  const all = inForce("benefits.maternity.vouchers", start);
  const vouchers = VOUCHERS.findLast((one) => figureInForce(extensionOf(one), start) === extraWeeks)!;
  const figures = extraWeeks > 0 ? [all, inForce(extensionOf(vouchers), start)] : [all];
  const facts = { vouchers, weeks: extraWeeks };
  return {
    value: vouchers,
    way: () => [step("maternity-vouchers", facts, "AR 17/01/2006 2", { figures, count: vouchers })],
  };
}

export interface MaternityQuestion {
  readonly start: Day;
  readonly weeks: number;
  readonly halfWeeks?: number | undefined;
  /** Children born; unknown: the limits of several. */
  readonly children?: number | undefined;
  readonly vouchers?: Vouchers | undefined;
  readonly indexSteps?: number | undefined;
}

/** Royal decree of 20/07/1971, articles 93 and 94: gross benefit of weeks of rest in a row, the full ones first. */
export function maternity(question: MaternityQuestion): Answer<Cents> {
  const { start, weeks, halfWeeks = 0, indexSteps } = question;
  checkLength(question);
  const units = Array.from({ length: weeks + halfWeeks }, (_, week) => restWeek(start, week, week >= weeks));
  return benefit(paidUnits(units, indexSteps), () => readings(question));
}

/** Article 94: a half week is a week of rest, so it is counted among the first four. */
function restWeek(start: Day, week: number, half: boolean): PaidUnit {
  const from = start + WEEK * week;
  const stretch = week < LAST_EARLY_WEEK ? "weeks-1-4" : "from-week-5";
  const parameter: ParameterId = half ? `benefits.maternity.half.${stretch}` : `benefits.maternity.${stretch}`;
  const kind = half ? "maternity-half-week" : "maternity-week";
  return { step: kind, article: "AR71 94", parameter, from, to: from + WEEK - 1 };
}

function checkLength(question: MaternityQuestion): void {
  const { start, weeks, halfWeeks = 0, vouchers } = question;
  const least = mandatoryWeeks(start);
  if (weeks < least) throw new Refusal("maternity-too-short", { given: weeks, least });
  if (start < choiceFrom() && vouchers !== undefined && vouchers !== ALL_VOUCHERS)
    throw new Refusal("vouchers-without-choice", { given: vouchers, from: { day: choiceFrom() } });

  const rest = longestRest(question, start);
  const asked = weeks + halfWeeks / 2;
  if (asked <= rest.weeks) return;
  // Whoever names the 105 vouchers of the old rule has not chosen against the weeks of the new one.
  const extended = longestRest({ ...question, vouchers: 0 }, choiceFrom()).weeks;
  if (start < choiceFrom() && lastWeek(question) >= choiceFrom() && asked <= extended)
    throw new Refusal("maternity-transition", { start: { day: start }, from: { day: choiceFrom() } });
  throw new Refusal("maternity-too-long", { given: asked, limit: rest.weeks, halves: rest.maxHalfWeeks });
}

const longestRest = ({ children = 2, vouchers = 0 }: MaternityQuestion, start: Day): MaternityRest =>
  maternityRest(start, children > 1, start < choiceFrom() ? ALL_VOUCHERS : vouchers);

const lastWeek = ({ start, weeks, halfWeeks = 0 }: MaternityQuestion): Day => start + WEEK * (weeks + halfWeeks - 1);

function readings({ start, weeks, halfWeeks = 0, children, vouchers }: MaternityQuestion): Line[] {
  const single = longestRest({ start, weeks, children: 1, vouchers }, start).weeks;
  return [
    ...(children === undefined && weeks + halfWeeks / 2 > single ? [step("needs-two-children", {}, "AR71 93")] : []),
    ...(halfWeeks > 0 && weeks < LAST_EARLY_WEEK ? [step("half-week-is-a-week", {}, "AR71 94")] : []),
    ...(halfWeeks > 0 && start >= choiceFrom() ? [step("half-week-maximum", {}, "AR71 93")] : []),
  ];
}
