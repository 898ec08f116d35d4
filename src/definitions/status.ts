import { otherOccupationStatus, statusFrom } from "../rules/status";
import { optional } from "./argument";
import { between, day, direction, money, occupation, yes } from "./arguments";
import { define } from "./define";

const FULLEST_TIME = 1.5;
const DAYS_OF_YEAR = 366;
const MONTHS_OF_YEAR = 12;
const MOST_HOURS = 1000;

export const status = {
  /**
   * Which status the other occupation or situation gives to the self-employed activity, if it covers the whole quarter. The income is not taken into account.
   * @param occupation Other occupation or situation: employee, civil servant, replacement income, thematic leave, married, none …
   * @param [workShare] Share of the full-time monthly hours in the same company or sector, 0 to 1.5 (19 of 38 hours: 0.5); for employees, teachers and civil servants.
   * @param [daysPerYear] Days of work a year, 0 to 366; for civil servants, this or the months.
   * @param [monthsPerYear] Months of work a year, 0 to 12; for civil servants, this or the days.
   * @param [replacementIncome] Gross monthly benefit or pension in euro; for a replacement income and an accident at work.
   * @param [date] Day asked about; needed with a replacement income, whose minimum is that of 1 January. Omitted: the rules in force now.
   * @param [hoursPerQuarter] Hours worked or paid in the quarter without unpaid leave, 0 to 1000, on a 38-hour week (another week: hours × 38 / week); for employees and agency workers, where they take precedence over the share.
   * @param [keepsPensionRights] TRUE while the interruption builds the pension of the other scheme, FALSE once it no longer does; for time credit.
   * @param [incapacity] Share of incapacity, 0 to 1; for an accident at work.
   * @returns “complementary” (complementary occupation), “article-37” (article 37: on request, while the income stays below the ceiling of the year) or “principal” (main occupation).
   * @throws #VALUE! for an invalid argument or a missing one that the occupation needs; #N/A before 2015, for a benefit without amount, incapacity or a known minimum, and for time credit without its pension rights.
   * @law Royal decree no 38 of 27/07/1967, article 12 §2; royal decree of 19/12/1967, articles 35 to 37.
   * @example =INASTI.STATUS("employee",0.5)
   * @example =INASTI.STATUS("civil-servant",0.8,200)
   * @example =INASTI.STATUS("interim",,,,,,235)
   */
  "INASTI.STATUS": define({
    takes: {
      occupation,
      workShare: optional({ ...between(0, FULLEST_TIME), kind: "rate" }),
      daysPerYear: optional(between(0, DAYS_OF_YEAR)),
      monthsPerYear: optional(between(0, MONTHS_OF_YEAR)),
      replacementIncome: optional(money),
      date: optional(day),
      hoursPerQuarter: optional(between(0, MOST_HOURS)),
      keepsPensionRights: optional(yes),
      incapacity: optional({ ...between(0, 1), kind: "rate" }),
    },
    asks: otherOccupationStatus,
    shows: "text",
  }),

  /**
   * First day of the quarter from which a change to the complementary or the main occupation takes effect. Article 37 is left otherwise: on request from the next 1 January, or from the quarter in which its conditions fail.
   * @param event Day on which the other occupation begins or ends.
   * @param direction Complementary occupation or main occupation: the status that follows.
   * @returns Excel date: to complementary occupation the next quarter, or the same one if the event is on its first day; to main occupation the quarter of the event.
   * @throws #VALUE! for an invalid argument or another status.
   * @law Royal decree of 19/12/1967, article 39.
   * @example =INASTI.STATUSFROM(DATE(2026,4,2),"complementary")
   */
  "INASTI.STATUSFROM": define({
    takes: { event: day, direction },
    asks: ({ event, direction: to }) => statusFrom(event, to),
    shows: "date",
  }),
};
