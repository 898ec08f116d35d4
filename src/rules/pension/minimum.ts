import type { Day } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Cents, divideHalfUp } from "../money";
import { type Answer, exactly, step } from "../trace";

interface MinimumQuestion {
  readonly day: Day;
  /** In steps of a quarter. */
  readonly careerYears: number;
  readonly household: boolean;
}

const QUARTERS = 4;
const ARTICLE = "L84 131ter-131sexies";
const THRESHOLD = "pension.minimum.career-threshold-years";
const CAREER = "pension.full-career.years";

/**
 * Law of 15/05/1984, articles 131ter to 131sexies: minimum pension of a month, for information; undefined where the career is too short to
 * have one. An incomplete career is a fraction of an amount of its own: full careers were raised alone in 2017 and 2018.
 */
export function minimumPension(question: MinimumQuestion): Answer<Cents | undefined> {
  const { day, careerYears } = question;
  const required = figureInForce(THRESHOLD, day);
  if (careerYears < required) return tooShort(question, required);
  const career = figureInForce(CAREER, day);
  return careerYears >= career ? fullCareer(question, career) : incompleteCareer(question, career);
}

function tooShort({ day, careerYears }: MinimumQuestion, required: number): Answer<undefined> {
  const facts = { years: careerYears, required };
  return {
    value: undefined,
    way: () => [step("minimum-too-short", facts, ARTICLE, { figures: figuresOn([THRESHOLD], day) })],
  };
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
