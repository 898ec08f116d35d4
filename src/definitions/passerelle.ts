import { award, deadline, eligibility, incomeLimit, monthlyBenefit, payment } from "../rules/passerelle";
import { blankable, offeredAs, optional, orElse } from "./argument";
import {
  basis,
  calendar,
  category,
  day,
  ground,
  income,
  indexSteps,
  money,
  monthlyAmounts,
  whole,
  yes,
} from "./arguments";
import { define, defineTable } from "./define";

const MOST_QUARTERS = 400;
const MOST_MONTHS = 1200;
const MOST_DAYS = 36_525;
const MONTHS_A_FACT = 12;
const WINDOW_QUARTERS = 16;

export const passerelle = {
  /**
   * Months of bridging right for one event. Quarters alone: the career table of economic difficulties, for events up to 31/12/2022. With a date: the law of that date, months already used taken off.
   * @param quarters Pension quarters. Alone, and for events before 2023: of the whole career. From 2023: from the quarter of the last earlier event to that of the new one, both included; needed only if months were used.
   * @param [ground] Ground: bankruptcy, economic difficulties, third party decision …; needed for events before 2023. Words in French, Dutch, German and English are accepted too.
   * @param [date] Date of the event, from 2017.
   * @param [monthsUsed] Months already used; omitted: 0. Count those since 01/07/1997, from 2023 those of the base right; never corona or crisis months, nor additional months. Energy months of 01 to 03/2023: not settled, decide yourself.
   * @returns Whole months, 0 to 12.
   * @throws #VALUE! for an invalid argument, a ground or months used without a date, or a missing ground before 2023; #N/A for events before 2017, a ground that does not exist on the date, and the energy crisis where no text settles it.
   * @law Law of 22/12/2016, article 7 §3; royal decree of 08/01/2017 (table); programme law of 26/12/2022, article 193 §3; law of 31/05/2023, article 17.
   * @example =PASSERELLE.MONTHS(24)
   * @example =PASSERELLE.MONTHS(8,"fire",DATE(2025,5,10),9)
   */
  "PASSERELLE.MONTHS": define({
    takes: {
      quarters: blankable(whole(0, MOST_QUARTERS)),
      ground: optional(ground),
      date: optional(day),
      monthsUsed: optional(whole(0, MOST_MONTHS)),
    },
    asks: ({ date, monthsUsed, ...rest }) => award({ counter: "months", ...rest, fact: date, used: monthsUsed }),
    shows: "number",
    sum: "count",
  }),

  /**
   * Quarters of social rights kept with the bridging right: health care, incapacity, invalidity and maternity, from the quarter after the event. Counted separately, never derived from the months.
   * @param quarters Pension quarters. Alone, and for events before 2023: of the whole career. From 2023: from the quarter of the last earlier event to that of the new one, both included; needed only if quarters were used.
   * @param [ground] Ground: bankruptcy, economic difficulties, decision of a third party …; needed for events before 2023.
   * @param [date] Date of the event, from 2017.
   * @param [quartersUsed] Quarters of social rights already used, counted as the months of PASSERELLE.MONTHS; omitted: 0.
   * @returns Whole quarters, 0 to 4. Note: none for an event without a whole calendar month of interruption.
   * @throws #VALUE! for an invalid argument, a ground or quarters used without a date, or a missing ground before 2023; #N/A for events before 2017, a ground that does not exist on the date, and the energy crisis where no text settles it.
   * @law Law of 22/12/2016, article 7 §3; royal decree of 08/01/2017 (table); programme law of 26/12/2022, article 193 §§2 and 3; law of 31/05/2023, article 17.
   * @example =PASSERELLE.QUARTERS(24)
   * @example =PASSERELLE.QUARTERS(31,"bankruptcy",DATE(2026,5,10),4)
   */
  "PASSERELLE.QUARTERS": define({
    takes: {
      quarters: blankable(whole(0, MOST_QUARTERS)),
      ground: optional(ground),
      date: optional(day),
      quartersUsed: optional(whole(0, MOST_QUARTERS)),
    },
    asks: ({ date, quartersUsed, ...rest }) => award({ counter: "quarters", ...rest, fact: date, used: quartersUsed }),
    shows: "number",
    sum: "count",
  }),

  /**
   * Full monthly amount of the bridging right in force in a month, gross, in euro.
   * @param month Any day of the month, or text such as 2025-02.
   * @param [dependants] TRUE with a dependant, attested by the mutual; omitted: FALSE. A change counts from the next month.
   * @param [indexSteps] Index steps of 2% since the last verified amount, 0 to 20; an assumption, only for months after that amount.
   * @returns Euro, two decimals. Published amounts stand as published, the others are the base times the pivots; INASTI.SOURCE tells which.
   * @throws #VALUE! for an invalid argument; #N/A for a month without a verified amount, with the last one.
   * @law Law of 22/12/2016, article 10; programme law of 26/12/2022, article 196 §1; law of 02/08/1971.
   * @example =PASSERELLE.AMOUNT(DATE(2025,2,1))
   * @example =PASSERELLE.AMOUNT(DATE(2026,11,1),TRUE,1)
   */
  "PASSERELLE.AMOUNT": define({
    takes: { month: day, dependants: orElse(yes, false), indexSteps },
    asks: ({ month, dependants, indexSteps: steps }) => monthlyBenefit(month, dependants, steps),
    shows: "euro",
    sum: "amount",
  }),

  /**
   * What is paid for an event, month by month. From 2023: blocks of seven days to the end of the month after the event, whole months, 75, 50 and 25% in the first months with activity, blocks in the last month; other replacement income is deducted.
   * @param date Date of the event, from 2017.
   * @param until Last day without activity; blank: none until the right ends. Activity is taken to continue after it.
   * @param [dependants] TRUE with a dependant; omitted: FALSE.
   * @param [ground] Ground; needed for events before 2023.
   * @param [months] Months of right of this event, 0 to 12, such as PASSERELLE.MONTHS gives; omitted: 12.
   * @param [otherIncome] Other replacement income a month in euro: one value for every month, or a range whose first value is the month of the event.
   * @param [indexSteps] Index steps of 2% since the last verified amount, 0 to 20.
   * @returns Table: month (its first day), share of the monthly amount before other income, amount paid; a row a month. A share or amount that is not settled is #N/A in its cell. Where the law is silent: a block belongs to the month of its seventh day, a reduced month is no full one, the last month takes no reduced share, and before 2023 a suspended month uses up a month of right.
   * @throws #VALUE! for an invalid argument, an end before the event or a missing ground before 2023; #N/A for events before 2017, a ground that does not exist on the date, and a last month inside the first period.
   * @law Law of 22/12/2016, articles 5, 7, 10 and 11; programme law of 26/12/2022, articles 193, 196, 198 and 199.
   * @example =PASSERELLE.PAYMENT(DATE(2023,1,20),DATE(2023,8,23))
   * @example =PASSERELLE.PAYMENT(DATE(2022,9,1),DATE(2022,9,21),TRUE,"third-party")
   */
  "PASSERELLE.PAYMENT": defineTable({
    takes: {
      date: day,
      until: blankable(day),
      dependants: orElse(yes, false),
      ground: optional(ground),
      months: orElse(whole(0, MONTHS_A_FACT), MONTHS_A_FACT),
      otherIncome: monthlyAmounts,
      indexSteps,
    },
    asks: ({ date, ...rest }) => payment({ fact: date, ...rest }),
    shows: { month: "date", share: "rate", amount: "euro" },
  }),

  /**
   * Whether the conditions of the bridging right are met, one by one. What is not given is listed, never assumed, and does not make the answer FALSE.
   * @param category Situation: main occupation, primostarter, assisting spouse …
   * @param ground Ground: bankruptcy, economic difficulties, decision of a third party …
   * @param date Date of the event, from 2017.
   * @param subjectedQuarters Consecutive insured quarters, up to and including that of the event.
   * @param paidQuarters Paid quarters of the sixteen that end with that of the event, 0 to 16. A payment within the time to apply still counts.
   * @param [careerQuarters] Events before 2023, economic difficulties: pension quarters of the career. Events of 04/2020 to 09/2021: insured quarters.
   * @param [basis] Economic difficulties: integration income, dispense or low income.
   * @param [income] Net income of the year of the cessation, in euro.
   * @param [incomePrevious] Net income of the year before, in euro.
   * @param [interruptionDays] Consecutive days of interruption, that of the event included.
   * @param [otherIncome] Replacement income claimed, in euro; 0 if there is none. A condition for events before 2023 only.
   * @param [resident] TRUE with the main residence in Belgium.
   * @param [convicted] TRUE if convicted or otherwise excluded: fraudulent bankruptcy, false statements, circumstances provoked on purpose.
   * @param [helpedPersonMeets] For a helper or an assisting spouse: TRUE if the helped person meets the conditions too.
   * @param [patrimonialBenefits] For a company director: benefits from the company, in euro.
   * @param [liquidationStarted] For a company director: TRUE if dissolution and liquidation of the company started.
   * @param [studentAtMinimum] For a student: TRUE if the contribution of a main occupation is due.
   * @returns Table: TRUE or FALSE and the headers; then the conditions that apply, each with what is required and given, whether it is met, and its article.
   * @throws #VALUE! for an invalid argument; #N/A for events before 2017, and for the energy crisis where no text settles it. An income limit that is not settled is #N/A in its cell.
   * @law Law of 22/12/2016, articles 4 to 7; programme law of 26/12/2022, articles 190 to 193; royal decree of 06/02/2023, articles 2, 3 and 6.
   * @example =PASSERELLE.ELIGIBLE("principal","bankruptcy",DATE(2025,5,2),8,8)
   */
  "PASSERELLE.ELIGIBLE": define({
    takes: {
      category: offeredAs("PASSERELLE_CATEGORY", category),
      ground,
      date: day,
      subjectedQuarters: whole(0, MOST_QUARTERS),
      paidQuarters: whole(0, WINDOW_QUARTERS),
      careerQuarters: optional(whole(0, MOST_QUARTERS)),
      basis: optional(basis),
      income: optional(income),
      incomePrevious: optional(income),
      interruptionDays: optional(whole(0, MOST_DAYS)),
      otherIncome: optional(money),
      resident: optional(yes),
      convicted: optional(yes),
      helpedPersonMeets: optional(yes),
      patrimonialBenefits: optional(money),
      liquidationStarted: optional(yes),
      studentAtMinimum: optional(yes),
    },
    asks: ({ date, ...rest }) => eligibility({ fact: date, ...rest }),
    shows: { id: "condition", required: "any", given: "any", met: "met", article: "article" },
    besides: { eligible: "yes" },
    // The answer stands in the corner, above the conditions.
    laysOut: ({ eligible }, [header = [], ...conditions]) => [[eligible, ...header.slice(1)], ...conditions],
  }),

  /**
   * Last day to apply for the bridging right: the last day of the second quarter after that of the event (events of 04 to 12/2020: the fourth).
   * @param date Date of the event, from 2017.
   * @returns Excel date, whatever day of the week it is.
   * @throws #VALUE! for an invalid date; #N/A for events before 2017.
   * @law Law of 22/12/2016, article 8 §1; programme law of 26/12/2022, article 194 §1.
   * @example =PASSERELLE.DEADLINE(DATE(2026,5,15))
   */
  "PASSERELLE.DEADLINE": define({
    takes: { date: day },
    asks: ({ date }) => deadline(date),
    shows: "date",
  }),

  /**
   * Net income of a year up to which an activity counts as one of low income, for the ground of economic difficulties.
   * @param year Year of the income, from 2016 to the last published one.
   * @param [spouse] TRUE for an assisting spouse in the maxi statute; omitted: FALSE (main occupation or helper). For the benefits of a company director twice the latter applies.
   * @returns Euro, two decimals; an income equal to the limit still passes.
   * @throws #VALUE! for an invalid argument; #N/A before 2016, after the last published year, and for the spouse in 2021, where two figures contradict each other.
   * @law Royal decree of 06/02/2023, article 6 §2, 3°.
   * @example =PASSERELLE.INCOMELIMIT(2025)
   * @example =PASSERELLE.INCOMELIMIT(2025,TRUE)
   */
  "PASSERELLE.INCOMELIMIT": define({
    takes: { year: calendar, spouse: orElse(yes, false) },
    asks: ({ year, spouse }) => incomeLimit(year, spouse),
    shows: "euro",
    sum: "amount",
  }),
};
