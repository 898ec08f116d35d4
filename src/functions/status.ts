import { otherOccupationStatus } from "../rules/status";
import { statusQuestion } from "./questions";

/**
 * What is done or received beside the self-employed activity.
 * @customenum {string}
 */
enum INASTI_OCCUPATION {
  /** Employee: share of full time. */
  employee = "employee",
  /** Agency worker: share of full time. */
  interim = "interim",
  /** Teacher without tenure: share of full time. */
  contractTeacher = "contract-teacher",
  /** Tenured teacher: tenths of a full timetable. */
  tenuredTeacher = "tenured-teacher",
  /** Civil servant or another statutory pension scheme: share of full time, and days or months a year. */
  civilServant = "civil-servant",
  /** Unemployment or invalidity benefit, or pension, of a career as employee or civil servant: monthly amount and date. */
  replacementIncome = "replacement-income",
  /** Married; legal cohabitation is not enough. */
  married = "married",
  /** Survivor's pension or transition allowance. */
  survivor = "survivor",
  /** Political mandate. */
  politicalMandate = "political-mandate",
  /** Recognised disability, from 01/07/2023. */
  disability = "disability",
  /** Nothing else. */
  none = "none",
}

/**
 * Which status the other occupation or situation gives to the self-employed activity, if it covers the whole quarter. The income is not looked at.
 * @customfunction INASTI.STATUS
 * @helpurl https://localhost:3000/help/inasti.status.html
 * @param occupation Other occupation or situation: employee, civil-servant, replacement-income, married, none ...
 * @param [workShare] Share of the full-time monthly hours in the same company or sector, 0 to 1.5 (19 of 38 hours: 0.5); for employees, teachers and civil servants.
 * @param [daysPerYear] Days of work a year, 0 to 366; for civil servants, this or the months.
 * @param [monthsPerYear] Months of work a year, 0 to 12; for civil servants, this or the days.
 * @param [replacementIncome] Gross monthly benefit or pension in euro; for replacement-income.
 * @param [date] Day asked about; needed with replacementIncome, whose minimum is that of 1 January. Omitted: the rules in force now.
 * @returns complementary, article-37 (on request, while the income stays below the year's ceiling) or principal.
 * @throws #VALUE! for a bad argument or one that the occupation needs; #N/A before 2015, and for a replacement income without amount or without a minimum held.
 * @law Royal decree no 38 of 27/07/1967, article 12 §2; royal decree of 19/12/1967, articles 35 to 37.
 * @example =INASTI.STATUS("employee",0.5)
 * @example =INASTI.STATUS("civil-servant",0.8,200)
 */
export function status(
  occupation: INASTI_OCCUPATION,
  workShare?: unknown,
  daysPerYear?: unknown,
  monthsPerYear?: unknown,
  replacementIncome?: unknown,
  date?: unknown,
): string {
  const question = statusQuestion({ occupation, workShare, daysPerYear, monthsPerYear, replacementIncome, date });
  return otherOccupationStatus(question).status;
}
