import { type ParameterId, series } from "../../parameters";
import { addMonths, civilDate, day as dayOf, type Day, firstDayOfMonth, firstDayOfYear } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { Refusal } from "../refusal";
import { type Answer, type Line, step } from "../trace";

const AGE = "pension.age";
const ARTICLE = "AR 30/01/1997 3 §§1-1ter";
const EARLY_ARTICLE = "AR 30/01/1997 3 §§2ter, 3";

/** Of an earlier birth the age depended on the sex: a woman of 64 could still start in December 2008. */
const FIRST_BIRTH = dayOf(1944, 12, 1);
/** Law of 30/05/2026: a second way to an early pension, from 60 with 42 years of three quarters; its article is not held. */
const SECOND_WAY = dayOf(2027, 1, 1);
const SECOND_WAY_YEARS = 42;

const MONTHS = 12;
/** In the second half of a year two of its quarters lie before the pension (reading of article 3 §3). */
const FIRST_MONTH_OF_SECOND_HALF = 7;

/** Ages of an early pension, each with the calendar years that it asks for. */
const EARLY_AGES: readonly (readonly [age: number, years: ParameterId])[] = [
  [60, "pension.early.career-years.age-60"],
  [61, "pension.early.career-years.age-61"],
  [62, "pension.early.career-years.age-62"],
  [63, "pension.early.career-years.age-63"],
];

/** A pension starts on the first day of the month after the birthday. */
const monthAfterBirthday = (birth: Day, age: number): Day => firstDayOfMonth(addMonths(birth, age * MONTHS), 1);

interface LegalPension {
  readonly age: number;
  readonly start: Day;
}

/** Royal decree of 30/01/1997, article 3 §§1 to 1ter: the first age that is enough on the day on which the pension would start. */
function legalPension(birth: Day): LegalPension {
  if (birth < FIRST_BIRTH) throw new Refusal("date-not-covered", { day: { day: birth }, first: { day: FIRST_BIRTH } });
  return series(AGE)
    .map(({ value }) => ({ age: value!, start: monthAfterBirthday(birth, value!) }))
    .find(({ age, start }) => figureInForce(AGE, start) <= age)!;
}

/** The age of the legal pension. */
export function pensionAge(birth: Day): Answer<number> {
  const legal = legalPension(birth);
  return { value: legal.age, way: () => [legalLine(legal)] };
}

const legalLine = ({ age, start }: LegalPension): Line =>
  step("pension-age", { years: age, day: { day: start } }, ARTICLE, { figures: figuresOn([AGE], start) });

export interface EarliestQuestion {
  readonly birth: Day;
  /** Calendar years that count, up to and including the last year; every later one is taken to count. */
  readonly careerYears: number;
  readonly lastYear: number;
}

/** Royal decree of 30/01/1997, article 3 §§2ter and 3: the first day on which a pension can start. */
export function earliestPension(question: EarliestQuestion): Answer<Day> {
  const { birth, lastYear } = question;
  const legal = legalPension(birth);
  const notBefore = firstDayOfYear(lastYear + 1);
  const first = Math.max(monthAfterBirthday(birth, EARLY_AGES[0]![0]), notBefore);
  const early = firstMonth(first, legal.start, (day) => yearsOn(day, question) >= required(day, birth).years);
  const value = early ?? Math.max(legal.start, notBefore);
  const other = firstMonth(Math.max(first, SECOND_WAY), value, (day) => yearsOn(day, question) >= SECOND_WAY_YEARS);
  if (other !== undefined) throw new Refusal("early-second-way", { day: { day: value }, first: { day: other } });
  return {
    value,
    way: () => [
      early === undefined ? step("early-none", {}, EARLY_ARTICLE) : earlyLine(early, question),
      ...(early === undefined ? [legalLine(legal)] : []),
      ...(value === notBefore ? [step("early-not-before", { day: { day: notBefore } }, "")] : []),
      step("early-later-years", { year: lastYear }, ""),
    ],
  };
}

/** The first month of a span that fits, its end not included. */
function firstMonth(from: Day, end: Day, fits: (day: Day) => boolean): Day | undefined {
  for (let day = from; day < end; day = firstDayOfMonth(day, 1)) if (fits(day)) return day;
  return undefined;
}

/** Calendar years that count on a first day of a month. */
function yearsOn(day: Day, { careerYears, lastYear }: EarliestQuestion): number {
  const { year, month } = civilDate(day);
  return careerYears + (year - 1 - lastYear) + (month >= FIRST_MONTH_OF_SECOND_HALF ? 1 : 0);
}

/** What the age on a day asks for. */
function required(day: Day, birth: Day) {
  const [age, id] = EARLY_AGES.findLast(([years]) => monthAfterBirthday(birth, years) <= day)!;
  return { age, id, years: figureInForce(id, day) };
}

function earlyLine(day: Day, question: EarliestQuestion): Line {
  const { age, id, years } = required(day, question.birth);
  const facts = { day: { day }, age, given: yearsOn(day, question), required: years };
  return step("early-from", facts, EARLY_ARTICLE, { figures: figuresOn([id], day), met: true });
}
