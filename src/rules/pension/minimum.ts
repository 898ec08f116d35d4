import type { ParameterId } from "../../parameters";
import { civilDate, day as dayOf, type Day } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Cents, divideHalfUp } from "../money";
import { Refusal } from "../refusal";
import { type Answer, exactly, type Line, step } from "../trace";

interface MinimumQuestion {
  readonly day: Day;
  /** In steps of a quarter. */
  readonly careerYears: number;
  readonly household: boolean;
  readonly birth?: Day | undefined;
  /** Quarters of effective work. */
  readonly effectiveQuarters?: number | undefined;
}

const QUARTERS = 4;
const ARTICLE = "L84 131ter-131sexies";
const EFFECTIVE_ARTICLE = "L84 131sexies §1, 2°";
const THRESHOLD = "pension.minimum.career-threshold-years";
const CAREER = "pension.full-career.years";

/** Law of 25/04/2024: pensions that start from here on ask for effective work too. */
const EFFECTIVE_WORK = dayOf(2025, 1, 1);
/** Births for which the number of quarters rises from year to year; those to 1968 are free of it with 30 years on 01/01/2025. */
const FIRST_RISING = 1963;
const LAST_FREE = 1968;
const LAST_RISING = 1969;

/**
 * Law of 15/05/1984, articles 131ter to 131sexies: minimum pension of a month, 0 where the career is too short to have one. An incomplete
 * career is a fraction of an amount of its own: full careers were raised alone in 2017 and 2018.
 */
export function minimumPension(question: MinimumQuestion): Answer<Cents> {
  const { day, careerYears, birth, effectiveQuarters } = question;
  if (effectiveQuarters !== undefined && birth === undefined) throw new Refusal("missing", { argument: "birth" });
  const required = figureInForce(THRESHOLD, day);
  if (careerYears < required) return tooShort(question, required);
  const work = effectiveWork(question);
  if (work?.met === false) return { value: 0, way: () => [work] };
  const career = figureInForce(CAREER, day);
  const { value, way } = careerYears >= career ? fullCareer(question, career) : incompleteCareer(question, career);
  return { value, way: () => [...way(), ...(work === undefined ? [] : [work])] };
}

function tooShort({ day, careerYears }: MinimumQuestion, required: number): Answer<Cents> {
  const facts = { years: careerYears, required };
  return {
    value: 0,
    way: () => [step("minimum-too-short", facts, ARTICLE, { figures: figuresOn([THRESHOLD], day) })],
  };
}

/** Article 131sexies §1, 2°: quarters of effective work, by the year of birth; open where they are not given. */
function effectiveWork({ day, birth, effectiveQuarters: given }: MinimumQuestion): Line | undefined {
  if (day < EFFECTIVE_WORK) return undefined;
  if (given === undefined || birth === undefined)
    return step("minimum-work-open", {}, EFFECTIVE_ARTICLE, { met: null });
  const { year } = civilDate(birth);
  const id = quartersOf(year);
  const required = figureInForce(id, day);
  const met = given >= required;
  if (!met && year <= LAST_FREE) throw new Refusal("minimum-work-unseen", { given, required });
  return step("minimum-work", { given, required }, EFFECTIVE_ARTICLE, { figures: figuresOn([id], day), met });
}

function quartersOf(birthYear: number): ParameterId {
  if (birthYear < FIRST_RISING) return "pension.minimum.effective-quarters.before-1963";
  if (birthYear > LAST_RISING) return "pension.minimum.effective-quarters.from-1970";
  return `pension.minimum.effective-quarters.${birthYear}` as ParameterId;
}

const rateOf = (household: boolean) => (household ? "household" : "isolated");

function fullCareer({ day, careerYears, household }: MinimumQuestion, career: number): Answer<Cents> {
  const id = `pension.minimum.${rateOf(household)}` as const;
  const amount = figureInForce(id, day);
  const facts = { years: careerYears, career };
  return {
    value: amount,
    way: () => [
      step("minimum-full", facts, ARTICLE, { figures: figuresOn([CAREER, id], day), amount: exactly(amount) }),
    ],
  };
}

function incompleteCareer({ day, careerYears, household }: MinimumQuestion, career: number): Answer<Cents> {
  const id = `pension.minimum.incomplete.${rateOf(household)}` as const;
  const whole = figureInForce(id, day);
  const amount = divideHalfUp(whole * careerYears * QUARTERS, career * QUARTERS);
  const facts = { years: careerYears, career, whole: { cents: whole } };
  return {
    value: amount,
    way: () => [
      step("minimum-incomplete", facts, ARTICLE, { figures: figuresOn([CAREER, id], day), amount: exactly(amount) }),
    ],
  };
}
