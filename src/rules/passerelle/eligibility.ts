import { type Day, lastDayOfMonth } from "../calendar";
import { AFTER_SICKNESS, type Category } from "../contributions";
import { figureInForce } from "../figures";
import { type Answer, type Line, rowsAt } from "../trace";
import { SHORTEST_STEP } from "./article-10";
import { economicDifficulties } from "./economic-difficulties";
import type { EligibilityQuestion } from "./eligibility-question";
import { conditionLine, type ConditionRow, row, wordRow } from "./eligibility-row";
import { groundsOn, isForcedInterruption, requireSettled } from "./grounds";
import { paidWindow } from "./quarters";
import { articleOf, FIRST_FACT, isLoosened, regimeOf } from "./regime";

export interface Eligibility {
  /** No condition fails; one that was not given does not count. */
  readonly eligible: boolean;
  readonly rows: readonly ConditionRow[];
}

/** The conditions of the right, one by one. */
export function eligibility(question: EligibilityQuestion): Answer<Eligibility> {
  const { ground, fact } = question;
  regimeOf(fact);
  requireSettled(ground, fact);
  const rows = [
    regime(question),
    existingGround(question),
    category(question),
    subjectQuarters(question),
    paidQuarters(question),
    ...careerQuarters(question),
    residence(question),
    interruption(question),
    ...replacementIncome(question),
    ...economicDifficulties(question),
    ...excluded(question),
  ];
  const eligible = rows.every(({ met }) => met !== false);
  return {
    value: { eligible, rows },
    way: (at) => rowsAt(rows, at).flatMap((one) => [conditionLine(one), ...beside(one, fact)]),
  };
}

/** What a count that was given had to count. */
const beside = ({ id }: ConditionRow, fact: Day): Line[] => (id === "paid-quarters" ? [paidWindow(fact)] : []);

const isFrom2023 = ({ fact }: EligibilityQuestion): boolean => regimeOf(fact) === "C";

const regime = ({ fact }: EligibilityQuestion): ConditionRow =>
  row("regime", articleOf(fact, "PL22 210-211", "L16 24"), { day: FIRST_FACT }, { day: fact }, () => true);

function existingGround(question: EligibilityQuestion): ConditionRow {
  const grounds = groundsOn(question.fact);
  const source = articleOf(question.fact, "PL22 190", "L16 4");
  return wordRow(["ground", "ground"], source, grounds, question.ground, (ground) => grounds.includes(ground));
}

const COVERED: readonly Category[] = ["principal", "primostarter", "primostarter-artist", "spouse-maxi"];

/** A student is covered from 2023 if the contribution of a principal activity is due; before, no text settles it. */
function category(question: EligibilityQuestion): ConditionRow {
  const source = articleOf(question.fact, "PL22 191 §1 2°", "L16 5 §1 2°");
  return wordRow(["category", "category"], source, COVERED, question.category, (given) => {
    if (given !== "student") return COVERED.includes(given === AFTER_SICKNESS ? "primostarter" : given);
    return isFrom2023(question) ? question.studentAtMinimum : undefined;
  });
}

function subjectQuarters(question: EligibilityQuestion): ConditionRow {
  const { fact, subjectedQuarters } = question;
  const before = isLoosened(fact) ? "L16 5/1" : "L16 5 §1 1°";
  const least = figureInForce("passerelle.subject-quarters", fact);
  const source = articleOf(fact, "PL22 191 §1 1°", before);
  return row("subject-quarters", source, least, subjectedQuarters, (quarters) => quarters >= least);
}

/** Article 5/1: two paid quarters are enough for somebody who has been subject for few quarters. */
function paidQuarters(question: EligibilityQuestion): ConditionRow {
  const { fact, paidQuarters: paid, careerQuarters: subject } = question;
  const least = figureInForce("passerelle.paid-quarters", fact);
  if (!isLoosened(fact)) {
    return row("paid-quarters", articleOf(fact, "PL22 191 §1 3°", "L16 5 §1 3°"), least, paid, (n) => n >= least);
  }
  const few = figureInForce("passerelle.paid-quarters.short-subjection", fact);
  const isShort =
    subject === undefined ? undefined : subject <= figureInForce("passerelle.short-subjection.quarters", fact);
  if (isShort) return row("paid-quarters", "L16 5/1", few, paid, (n) => n >= few);
  const undecided = isShort === undefined && paid >= few && paid < least;
  return row("paid-quarters", "L16 5/1", least, paid, (n) => (undecided ? undefined : n >= least));
}

function careerQuarters(question: EligibilityQuestion): ConditionRow[] {
  const { fact, ground, careerQuarters: given } = question;
  if (isFrom2023(question) || ground !== "economic") return [];
  const least = figureInForce("passerelle.career.minimum", fact);
  return [row("career-quarters", "AR08", least, given, (quarters) => quarters >= least)];
}

const residence = ({ fact, resident }: EligibilityQuestion): ConditionRow =>
  row("residence", articleOf(fact, "PL22 191 §1 4°", "L16 5 §1 6°"), true, resident, (isResident) => isResident);

function interruption(question: EligibilityQuestion): ConditionRow {
  const least = shortestInterruption(question);
  const source = articleOf(question.fact, "PL22 193 §1", "L16 7 §1, 10 §3");
  return row("interruption", source, least, question.interruptionDays, (days) => days >= least);
}

/** Seven days; before 2023, but for a forced interruption from 03/2020, the whole calendar month after the fact. */
function shortestInterruption({ fact, ground }: EligibilityQuestion): number {
  const regime = regimeOf(fact);
  if (regime === "C") return figureInForce("passerelle.minimum-interruption-days", fact);
  return regime === "B" && isForcedInterruption(ground) ? SHORTEST_STEP : lastDayOfMonth(fact, 1) - fact + 1;
}

/** Before 2023 any replacement income excludes, but for facts of 04/2020 to 09/2021. */
function replacementIncome(question: EligibilityQuestion): ConditionRow[] {
  const { fact, otherIncome } = question;
  if (isFrom2023(question) || isLoosened(fact)) return [];
  const given = otherIncome === undefined ? undefined : { cents: otherIncome };
  return [row("replacement-income", "L16 5 §1 5°", { cents: 0 }, given, ({ cents }) => cents === 0)];
}

/** Before 2023 a conviction counts for a bankruptcy only. */
function excluded(question: EligibilityQuestion): ConditionRow[] {
  if (!isFrom2023(question) && question.ground !== "bankruptcy") return [];
  const source = articleOf(question.fact, "PL22 192", "L16 6 1°");
  return [row("excluded", source, false, question.convicted, (convicted) => !convicted)];
}
