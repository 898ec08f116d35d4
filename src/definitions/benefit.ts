import {
  adoption,
  benefitRate,
  bereavement,
  birthLeave,
  caregiver,
  entitlement,
  exemptQuarters,
  maternity,
  maternityVouchers,
  sickness,
} from "../rules/benefits";
import { springboard } from "../rules/status";
import { offeredAs, optional, orElse } from "./argument";
import {
  category,
  count,
  day,
  dayOrYearEnd,
  endKind,
  entitlementBenefit,
  exemptBenefit,
  family,
  income,
  indexSteps,
  rateBenefit,
  rateUnit,
  share,
  springboardResult,
  variant,
  vouchers,
  whole,
  yes,
} from "./arguments";
import { define } from "./define";

const MOST_CHILDREN = 20;
const MOST_EXTRA_WEEKS = 3;

export const benefit = {
  /**
   * Gross amount of a benefit in force on a day, in euro: of a day, a week, a month, or once. What has a daily amount is also told by the month.
   * @param benefit Benefit: sickness, maternity, birth leave …; common words in French, Dutch, German and English are accepted too.
   * @param date Day; for the catch-up premium any day of its year.
   * @param [variant] Family situation (sickness, invalidity: needed), week (maternity), day or half day (birth leave), full or half-time (caregiver).
   * @param [indexSteps] Index steps of 2% since the last verified amount, 0 to 20; an assumption.
   * @param [unit] Sickness, invalidity, help of a third person: day (default), or month for 26 days, as the mutuals count it; the real month has 24 to 27 paid days.
   * @returns Euro, two decimals. For sickness and invalidity of a single or cohabitant person the rate after the sixth month is not settled from 2026 on.
   * @throws #VALUE! for an invalid argument, a missing variant, a superfluous one or a superfluous unit; #N/A before the first amount, where no amount is settled, after the last verified one without index steps, and for what another scheme pays.
   * @law Royal decree of 20/07/1971, articles 9 to 12bis and 94; royal decree no 38, articles 18bis and 18ter; royal decrees of 20/12/2006, 27/09/2015 and 15/12/2019.
   * @example =BENEFIT.RATE("sickness",DATE(2026,6,1),"isolated")
   * @example =BENEFIT.RATE("caregiver",DATE(2027,3,1),"half",1)
   * @example =BENEFIT.RATE("sickness",DATE(2026,6,1),"with-dependants",,"month")
   */
  "BENEFIT.RATE": define({
    takes: { benefit: rateBenefit, date: day, variant: optional(variant), indexSteps, unit: optional(rateUnit) },
    asks: ({ date, ...rest }) => benefitRate({ day: date, ...rest }),
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Gross benefit of a period of incapacity, in euro: waiting period, every day but the Sundays at the rate of that day, invalidity after one year.
   * @param start First recognised day of incapacity, or first day of a later part of the incapacity; from 2018. With a signature: first day of incapacity as the person has it.
   * @param end Last day of incapacity.
   * @param family Family situation as the mutual determined it: with dependants, single, cohabitant.
   * @param [assimilated] TRUE: the business is stopped and the incapacity assimilated; important for a cohabitant in invalidity. Omitted: FALSE.
   * @param [primaryStart] First recognised day of the incapacity, where the period is a later part or a relapse; the length of the interruption is not checked. Omitted: the first day.
   * @param [indexSteps] Index steps of 2% since the last verified amount, 0 to 20; one number for all later days.
   * @param [signed] Day on which the first certificate was signed: payment at the earliest from 14 days before it (from 01/10/2021; 01/07/2019 to 29/02/2020: not before it; else no effect). Sending it late is not counted. Not with the first recognised day.
   * @param [allowedWorkFrom] First day of work that the adviser of the mutual authorised: from six months after it 10% less a day.
   * @returns Euro, two decimals; 0 where no day is paid. Maternity rest inside the period, other benefits, pension age and withholding tax are not counted. A change of family situation: one call per part, with the first recognised day of the incapacity.
   * @throws #VALUE! for an invalid argument, days in the wrong order, or a signature together with the first recognised day; #N/A before 2018, for the incapacities of June 2019 that no text settles, for the months after the sixth from 2026 on where the rate is not settled, where a late certificate leaves at most seven days or the incapacity reaches six months, from the fourth year after that in which authorised work began (a ceiling of income decides, which is not covered), and after the last verified amount without index steps.
   * @law Royal decree of 20/07/1971, articles 7 to 11, 28bis and 58; royal decree of 03/07/1996, article 214.
   * @example =BENEFIT.SICKNESS(DATE(2024,6,3),DATE(2024,6,10),"with-dependants")
   * @example =BENEFIT.SICKNESS(DATE(2024,6,10),DATE(2024,6,15),"isolated",FALSE,DATE(2024,5,20))
   * @example =BENEFIT.SICKNESS(DATE(2026,1,1),DATE(2026,1,31),"isolated",,,,DATE(2026,1,20))
   */
  "BENEFIT.SICKNESS": define({
    takes: {
      start: day,
      end: day,
      family,
      assimilated: orElse(yes, false),
      primaryStart: optional(day),
      indexSteps,
      signed: optional(day),
      allowedWorkFrom: optional(day),
    },
    asks: sickness,
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Gross benefit of maternity rest in euro: weeks in a row, the full ones first, each at the rate of its first day; the first four at the higher amount. Weeks apart and the extension for a child in hospital are not covered.
   * @param start First day of the rest.
   * @param weeks Full weeks, at least the 3 mandatory ones.
   * @param [halfWeeks] Half-time weeks after the full ones; each is a week of rest. Omitted: 0.
   * @param [children] Number of children: 1, or more for a multiple birth. Omitted: the limit of a multiple birth.
   * @param [vouchers] Service vouchers chosen: 0, 35, 70 or 105; the fewer, the longer the rest that starts from 01/07/2026. Changes the limit only. Omitted: the longest rest.
   * @param [indexSteps] Index steps of 2% since the last verified amount, 0 to 20; one number for all later weeks.
   * @returns Euro, two decimals.
   * @throws #VALUE! for an invalid argument, less than the mandatory weeks or more than the maximum; #N/A for a longer rest across 01/07/2026, before 2017, and after the last verified amount without index steps.
   * @law Royal decree of 20/07/1971, articles 93 and 94; royal decree of 10/06/2026.
   * @example =BENEFIT.MATERNITY(DATE(2026,2,23),12)
   * @example =BENEFIT.MATERNITY(DATE(2026,7,1),13,0,1,70)
   */
  "BENEFIT.MATERNITY": define({
    takes: {
      start: day,
      weeks: count,
      halfWeeks: optional(count),
      children: optional(whole(1, MOST_CHILDREN)),
      vouchers: optional(vouchers),
      indexSteps,
    },
    asks: maternity,
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Gross benefit of birth leave in euro, for days in a row, two half days each. Days apart: one call per group of days. The birth aid is not counted: BENEFIT.RATE.
   * @param birth Day of birth, from 01/05/2019; it decides the maximum.
   * @param halfDays Half days of leave; an odd one ends the leave.
   * @param [from] First day of leave; it decides the amount. Omitted: the day of birth.
   * @param [indexSteps] Index steps of 2% since the last verified amount, 0 to 20; one number for all later days.
   * @returns Euro, two decimals.
   * @throws #VALUE! for an invalid argument, more half days than the maximum, or a day outside the window, to the end of the fourth calendar month; #N/A for a birth before 01/05/2019, and after the last verified amount without index steps.
   * @law Royal decree no 38 of 27/07/1967, article 18bis §5; royal decree of 15/12/2019.
   * @example =BENEFIT.BIRTHLEAVE(DATE(2026,3,10),40)
   * @example =BENEFIT.BIRTHLEAVE(DATE(2024,3,20),2,DATE(2024,5,1))
   */
  "BENEFIT.BIRTHLEAVE": define({
    takes: { birth: day, halfDays: count, from: optional(day), indexSteps },
    asks: birthLeave,
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Gross benefit of adoption leave in euro; foster leave has the same amount. All weeks at the rate of the first day.
   * @param start First day of the leave, from 2019; it decides the maximum and the amount.
   * @param weeks Weeks of this parent.
   * @param [maxWeeks] Maximum number of weeks of this parent according to the mutual: disabled child, several children, or shared weeks that the other parent takes. Omitted: 6 and the extra weeks of the year.
   * @param [indexSteps] Index steps of 2% since the last verified amount, 0 to 20.
   * @returns Euro, two decimals.
   * @throws #VALUE! for an invalid argument or more weeks than the maximum; #N/A before 2019, and after the last verified amount without index steps.
   * @law Royal decree of 20/12/2006, articles 3 and 7; royal decree of 23/03/2019 for foster leave.
   * @example =BENEFIT.ADOPTION(DATE(2026,3,2),6)
   */
  "BENEFIT.ADOPTION": define({
    takes: { start: day, weeks: count, maxWeeks: optional(count), indexSteps },
    asks: adoption,
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Gross allowance of a caregiver in euro: months in a row from the first of the month after the start, or of the same month if it is the first.
   * @param start Effective first day of the interruption.
   * @param months Months, 1 to 6 a request.
   * @param [share] 1: full interruption; 0.5: at least half. Omitted: 1.
   * @param [monthsUsed] Months paid on earlier requests, 0 to 12; half months count whole. Omitted: 0.
   * @param [indexSteps] Index steps of 2% since the last verified amount, 0 to 20; one number for all later months.
   * @returns Euro, two decimals.
   * @throws #VALUE! for an invalid argument or more months than 6 a request or 12 a career; #N/A for months without a settled amount, and after the last verified one without index steps.
   * @law Royal decree of 27/09/2015, articles 2 to 4.
   * @example =BENEFIT.CAREGIVER(DATE(2026,3,1),3)
   * @example =BENEFIT.CAREGIVER(DATE(2024,6,1),3,0.5)
   */
  "BENEFIT.CAREGIVER": define({
    takes: { start: day, months: count, share: optional(share), monthsUsed: optional(count), indexSteps },
    asks: caregiver,
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Gross benefit of bereavement leave in euro, for days in a row. Days apart: one call per group of days.
   * @param from First day of leave.
   * @param days Days, 1 to 10.
   * @param [indexSteps] Index steps of 2% since the last verified amount, 0 to 20; one number for all later days.
   * @returns Euro, two decimals.
   * @throws #VALUE! for an invalid argument or more than 10 days; #N/A before 01/09/2021, and after the last verified amount without index steps.
   * @law Royal decree no 38 of 27/07/1967, article 18ter; royal decree of 20/12/2021.
   * @example =BENEFIT.BEREAVEMENT(DATE(2026,4,1),10)
   */
  "BENEFIT.BEREAVEMENT": define({
    takes: { from: day, days: count, indexSteps },
    asks: bereavement,
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Quarters without contribution that an event gives: after a birth, during sickness with complete stop (at least 90 days self-employed, recognised, no activity even through another person), during full care.
   * @param benefit Event: maternity, sickness, caregiver.
   * @param date Day of birth; first day of incapacity; a day of the first paid month of care.
   * @param [until] Sickness: the day named by the kind of end. Caregiver: a day of the last paid month. Leave blank for maternity.
   * @param [endKind] How the sickness ended: resumption as self-employed, work in another scheme, end of recognition. Needed only where the answers differ.
   * @param [share] Caregiver: 1 for full interruption, 0.5 for half-time interruption, which gives no quarter. Omitted: 1.
   * @returns Quarters, written as 2026Q2 (second quarter of 2026), one below the other; an empty text where there is none. Births of October to December 2025 give one quarter according to two publications. Not checked: for sickness after pension age at most two quarters in a row, for care at most four in a career.
   * @throws #VALUE! for an invalid argument, an argument that does not belong to the event, or an end that must be given; #N/A for sickness and care before 2018.
   * @law Royal decree of 19/12/1967, article 50; royal decree of 22/12/1967, articles 28 to 30bis and 37bis.
   * @example =BENEFIT.EXEMPTQUARTERS("maternity",DATE(2026,3,31))
   * @example =BENEFIT.EXEMPTQUARTERS("sickness",DATE(2025,2,3),DATE(2025,8,10),"resume-self-employed")
   */
  "BENEFIT.EXEMPTQUARTERS": define({
    takes: {
      benefit: exemptBenefit,
      date: day,
      until: optional(day),
      endKind: optional(endKind),
      share: optional(share),
    },
    asks: exemptQuarters,
    shows: "quarters",
  }),

  /**
   * Whether a category has a right of its own to a benefit, under its general conditions; no decision on a person. Sickness stands for invalidity too; for the bridging right PASSERELLE.ELIGIBLE decides.
   * @param category Situation: main occupation, complementary occupation, student …
   * @param benefit Benefit: sickness, maternity, PLCI …
   * @param [date] Day; omitted: 31 December of the parameter year.
   * @returns “entitled”, “conditional” (mostly: contributions on at least the minimum income of a main occupation) or “not”.
   * @throws #VALUE! for an invalid argument; #N/A on a day that is not covered, where the right or the category did not exist yet, where no text settles it, and for what another scheme pays.
   * @law Royal decree of 20/07/1971, article 3; royal decree of 21/09/2025, articles 4 and 7 to 9; programme law of 24/12/2002, article 42.
   * @example =BENEFIT.ENTITLED("complementary","maternity",DATE(2026,6,1))
   */
  "BENEFIT.ENTITLED": define({
    takes: { category: offeredAs("BENEFIT_CATEGORY", category), benefit: entitlementBenefit, date: dayOrYearEnd },
    asks: ({ category, benefit: right, date }) => entitlement(category, right, date),
    shows: "text",
  }),

  /**
   * Service vouchers of a maternity rest. Not checked: contributions of the second and third quarters before that of the birth, resumption of the activity, the child in the household.
   * @param start First day of the rest, from 2018.
   * @param [extraWeeks] Weeks of rest taken instead of 35 vouchers each, 0 to 3, from 01/07/2026. Omitted: 0.
   * @returns Number of vouchers: 105, 70, 35 or 0. They have no value in euro here, for their price is regional. The fund gives them by itself; they can be claimed for five years.
   * @throws #VALUE! for an invalid argument, or extra weeks of a rest that starts before 01/07/2026; #N/A before 2018.
   * @law Royal decree of 17/01/2006; royal decree of 20/07/1971, article 93; royal decree of 10/06/2026.
   * @example =BENEFIT.VOUCHERS(DATE(2026,9,1),1)
   */
  "BENEFIT.VOUCHERS": define({
    takes: { start: day, extraWeeks: orElse(whole(0, MOST_EXTRA_WEEKS), 0) },
    asks: ({ start, extraWeeks }) => maternityVouchers(start, extraWeeks),
    shows: "number",
    sum: "count",
  }),

  /**
   * How much an accessory self-employed activity reduces each daily unemployment benefit, in euro: the yearly income divided by 312, less the ceiling of the day.
   * @param annualIncome Net taxable income of the activity over a year in euro; a loss does not reduce the benefit.
   * @param date Day of the benefit, from 01/07/2016.
   * @param [result] reduction (default), daily ceiling, or annual ceiling: 312 times the daily one, the income up to which the benefit is not reduced.
   * @returns Euro, two decimals. Springboard, from 01/10/2016: 12 months, again after 6 years, declared before the start, not the main occupation in the 6 years before. Ordinary accessory activity: already for 3 months before unemployment, not on weekdays between 7 and 18 o’clock. The benefit itself is not computed; neither artistic work nor the reform of unemployment of 2026 is covered.
   * @throws #VALUE! for an invalid argument; #N/A before 01/07/2016 and after the last verified ceiling.
   * @law Royal decree of 25/11/1991, articles 48 and 130.
   * @example =BENEFIT.SPRINGBOARD(6000,DATE(2020,6,1))
   * @example =BENEFIT.SPRINGBOARD(0,DATE(2026,10,1),"annual-ceiling")
   */
  "BENEFIT.SPRINGBOARD": define({
    takes: { annualIncome: income, date: day, result: optional(springboardResult) },
    asks: springboard,
    shows: "euro",
    sum: "amount",
  }),
};
