import { otherOccupationStatus } from "../rules/status";
import { optional } from "./argument";
import { between, day, money, occupation } from "./arguments";
import { define } from "./define";

const FULLEST_TIME = 1.5;
const DAYS_OF_YEAR = 366;
const MONTHS_OF_YEAR = 12;

export const status = {
  /**
   * Which status the other occupation or situation gives to the self-employed activity, if it covers the whole quarter. The income is not looked at.
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
  "INASTI.STATUS": define({
    takes: {
      occupation,
      workShare: optional({ ...between(0, FULLEST_TIME), kind: "rate" }),
      daysPerYear: optional(between(0, DAYS_OF_YEAR)),
      monthsPerYear: optional(between(0, MONTHS_OF_YEAR)),
      replacementIncome: optional(money),
      date: optional(day),
    },
    asks: otherOccupationStatus,
    shows: "text",
  }),
};
