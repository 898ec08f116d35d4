import {
  activity,
  askedProvisionalRule,
  askedRule,
  breakdown,
  dueDate,
  effective,
  finalQuarter,
  finalYear,
  marginal,
  owedOnProfit,
  provisionalQuarter,
  reductionSurcharge,
  revaluedIncome,
  scaleRows,
  settlement,
  settlementDueDate,
  smallestIncome,
  surcharge,
} from "../rules/contributions";
import { covered, sourcedFigure, statedFigure } from "../rules/data";
import { affiliation } from "../rules/funds";
import type { Cents } from "../rules/money";
import { career as careerOf, cashflow, Incomes, project } from "../rules/projection";
import { Refusal } from "../rules/refusal";
import { dispenseFrom, dispenseUntil, prescription } from "../rules/status";
import { blankable, each, optional, orElse } from "./argument";
import {
  amountBasis,
  amounts,
  calendar,
  career,
  category,
  claim,
  day,
  dayOrYearEnd,
  dispenseKind,
  estimates,
  fund,
  income,
  indexation,
  lastDayOrYear,
  money,
  parameter,
  payments,
  quarter,
  quarterOfDay,
  year,
  yearly,
} from "./arguments";
import { batch } from "./batch";
import { type Cell, isBlank } from "./cells";
import { define, defineTable } from "./define";
import { dossierOf } from "./dossier";
import { version } from "./generated/version";

/**
 * Of a category and an amount, whether the category comes first: it is never a number. A word that is none is told as a bad category where an
 * amount follows.
 */
function isCategoryFirst(first: Cell, second: Cell): boolean {
  const isAmount = (cell: Cell) => !(income.read("paid", cell) instanceof Refusal);
  const isWord = typeof first === "string" && !isBlank(first) && !isAmount(first);
  return !(category.read("category", first) instanceof Refusal) || (isWord && isAmount(second));
}

/** Incomes from the first year on, with the estimates of the same years. */
function incomesOf(
  firstYear: number,
  incomes: (firstYear: number) => (Cents | undefined)[],
  earlier: readonly Cents[],
  expected: (count: number) => (Cents | undefined)[],
): Incomes {
  const own = incomes(firstYear);
  return new Incomes(firstYear, own, earlier, expected(own.length));
}

const DISPENSE = {
  date: day,
  kind: orElse(dispenseKind, "provisional"),
  start: optional(day),
  category: optional(category),
};

export const inasti = {
  /**
   * Social contribution of one quarter on the year’s own income (final), in euro, without management fee.
   * @param income Net professional income of the year in euro, after professional expenses and after social contributions (for a profit before contributions: INASTI.FROMPROFIT); a loss may be negative.
   * @param category Situation: main occupation, complementary occupation, student …; common words in French, Dutch, German and English are accepted too.
   * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
   * @param [quarter] 1 to 4; needed only where the quarters of the year follow different rules.
   * @param [start] First day of the activity, for one category since then; incomplete years are annualised.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @param [stop] Last day of the activity, for one category up to then; its quarter is due whole, nothing after it. Sickness, a change of category, a stop at pension or death: INASTI.CAREER.
   * @returns Euro, rounded half up to the cent.
   * @throws #VALUE! for an invalid argument or where the answer depends on the quarter and it is missing; #N/A where no text or figure is in force.
   * @law Royal decree no 38 of 27/07/1967, articles 11 to 15; royal decree of 19/12/1967, articles 11, 37 and 53.
   * @example =INASTI.QUARTERLY(40000,"principal",2026)
   * @example =INASTI.QUARTERLY(15000,"primostarter",2026,3,DATE(2026,4,1))
   */
  "INASTI.QUARTERLY": define({
    takes: {
      income,
      category,
      year,
      quarter: optional(quarter),
      start: optional(day),
      indexation,
      stop: optional(day),
    },
    asks: ({ income: cents, start, stop, ...question }) =>
      finalQuarter(cents, askedRule({ ...question, ...activity(start, stop) })),
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Social contributions of a year on its own income (final), in euro, without management fee: the sum of the four rounded quarters.
   * @param income Net professional income of the year in euro, after professional expenses and after social contributions (for a profit before contributions: INASTI.FROMPROFIT); a loss may be negative.
   * @param category Situation: main occupation, complementary occupation, student …
   * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
   * @param [start] First day of the activity, for one category since then; nothing is due for quarters before it.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @param [stop] Last day of the activity, for one category up to then; its quarter is due whole, nothing after it. Sickness, a change of category, a stop at pension or death: INASTI.CAREER.
   * @returns Euro, two decimals.
   * @throws #VALUE! for an invalid argument; #N/A where a quarter of the year has no text or figure.
   * @law Royal decree no 38 of 27/07/1967, articles 11 to 15.
   * @example =INASTI.ANNUAL(40000,"principal",2026)
   * @example =INASTI.ANNUAL(18000,"complementary",2026,DATE(2026,4,1))
   * @example =INASTI.ANNUAL(25000,"principal",2025,,,DATE(2025,6,30))
   */
  "INASTI.ANNUAL": define({
    takes: {
      income,
      category,
      year,
      start: optional(day),
      indexation,
      stop: optional(day),
    },
    asks: ({ income: cents, start, stop, ...question }) => finalYear(cents, { ...question, ...activity(start, stop) }),
    shows: "euro",
    sum: "amount",
  }),

  /**
   * A quarter’s contribution step by step, with article and confidence. The amounts add up to INASTI.QUARTERLY.
   * @param income Net professional income of the year in euro, after professional expenses and after social contributions (for a profit before contributions: INASTI.FROMPROFIT); a loss may be negative.
   * @param category Situation: main occupation, complementary occupation, student …
   * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
   * @param [quarter] 1 to 4; needed only where the quarters of the year follow different rules.
   * @param [start] First day of the activity, for one category since then.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @param [stop] Last day of the activity, for one category up to then; its quarter is due whole, nothing after it. Sickness, a change of category, a stop at pension or death: INASTI.CAREER.
   * @returns Table: step, base, rate, amount, article, confidence; a row a step.
   * @throws #VALUE! for an invalid argument or where the answer depends on the quarter and it is missing; #N/A where no text or figure is in force.
   * @law Royal decree no 38 of 27/07/1967, articles 11 to 15.
   * @example =INASTI.BREAKDOWN(90000,"principal",2026)
   */
  "INASTI.BREAKDOWN": defineTable({
    takes: {
      income,
      category,
      year,
      quarter: optional(quarter),
      start: optional(day),
      indexation,
      stop: optional(day),
    },
    asks: ({ income: cents, start, stop, ...question }) =>
      breakdown(cents, askedRule({ ...question, ...activity(start, stop) })),
    shows: { step: "step", base: "euro", rate: "rate", amount: "exact", article: "article", confidence: "confidence" },
  }),

  /**
   * The scale of a category: each bracket of annual income with its rate. A jump shows as a change of the annual amount.
   * @param category Situation: main occupation, complementary occupation, student …
   * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
   * @param [quarter] 1 to 4; needed only where the quarters of the year follow different rules.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @returns Table: from, to (exclusive), annual amount at “from” (exact), rate, article, confidence; a row a segment.
   * @throws #VALUE! for an invalid argument or where the answer depends on the quarter and it is missing; #N/A where no text or figure is in force.
   * @law Royal decree no 38 of 27/07/1967, articles 12 to 13; royal decree of 19/12/1967, articles 11 and 37.
   * @example =INASTI.SCALE("principal",2026)
   */
  "INASTI.SCALE": defineTable({
    takes: {
      category,
      year,
      quarter: optional(quarter),
      indexation,
    },
    asks: (question) => scaleRows(askedRule(question)),
    shows: {
      from: "euro",
      to: "euro",
      annualAmount: "exact",
      rate: "rate",
      article: "article",
      confidence: "confidence",
    },
  }),

  /**
   * A parameter’s value in force on a day.
   * @param name Name of the parameter, such as contributions.bracket1.ceiling.
   * @param [date] Day; omitted: 31 December of the parameter year.
   * @returns The value: euro, fraction, number or text, as the parameter’s unit says.
   * @throws #VALUE! for a name that does not exist; #N/A for a day without a value, with the reason.
   * @law Each parameter has its own source: INASTI.SOURCE.
   * @example =INASTI.PARAMETER("contributions.bracket1.ceiling",DATE(2026,12,31))
   */
  "INASTI.PARAMETER": define({
    takes: {
      name: parameter,
      date: dayOrYearEnd,
    },
    asks: ({ name, date }) => statedFigure(name, date),
    shows: "any",
  }),

  /**
   * Where a parameter’s value comes from: law or publication, article, link, how sure it is, and from when to when it holds.
   * @param name Name of the parameter, such as contributions.bracket1.ceiling.
   * @param [date] Day; omitted: 31 December of the parameter year.
   * @returns Table of one row: parameter, law, article, link, confidence, from, to (Excel dates), note. For the fee of a fund, the figure that FUND.RATE answers with, which may be of an earlier year.
   * @throws #VALUE! for a name that does not exist; #N/A for a day without a value, with the reason.
   * @law The source of each figure is part of the data.
   * @example =INASTI.SOURCE("contributions.bracket1.ceiling",DATE(2026,12,31))
   */
  "INASTI.SOURCE": defineTable({
    takes: {
      name: parameter,
      date: dayOrYearEnd,
    },
    asks: ({ name, date }) => sourcedFigure(name, date),
    shows: {
      parameter: "text",
      law: "law",
      article: "article",
      link: "text",
      confidence: "confidence",
      from: "date",
      to: "date",
      note: "notes",
    },
  }),

  /**
   * Version of the code and of the data, and from which day to which day the data know each domain.
   * @returns Table: code version, data version, last year and last day known, domain, first day known; a row a domain, contributions first. In between a figure may be missing: its cell says why.
   * @throws No errors.
   * @law None.
   * @example =INASTI.VERSION()
   */
  "INASTI.VERSION": defineTable({
    takes: {},
    asks: () => covered(version),
    shows: {
      codeVersion: "text",
      dataVersion: "text",
      lastYear: "number",
      lastDay: "date",
      domain: "domain",
      firstDay: "date",
    },
  }),

  /**
   * Provisional contribution of one quarter, in euro, without management fee: on the revalued income of year N-3, or the flat amount of a starter.
   * @param incomeN3 Net professional income of year N-3 in euro, after professional expenses and after social contributions; not revalued. Not needed while the amount is flat: leave it blank then.
   * @param category Situation: main occupation, complementary occupation, student …
   * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
   * @param [quarter] 1 to 4; needed only where the quarters of the year follow different rules.
   * @param [start] First day of the activity, for one category since then; a starter pays the flat amount.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @param [estimate] Net professional income expected of the year, after professional expenses and after social contributions, for a reduced contribution as the rules of that year allow.
   * @param [stop] Last day of the activity, for one category up to then; its quarter is due whole, nothing after it. Sickness, a change of category, a stop at pension or death: INASTI.CAREER.
   * @param [incomeYear] Year of the income given, where the income of year N-3 was not known on 1 January: the most recent earlier year; omitted: N-3.
   * @returns Euro, rounded half up to the cent.
   * @throws #VALUE! for an invalid argument or where the answer depends on the quarter and it is missing; #N/A where no text or figure is in force.
   * @law Royal decree no 38 of 27/07/1967, articles 11 §3 and 13bis §2; programme law of 18/07/2025, articles 238 and 246.
   * @example =INASTI.PROVISIONAL(40000,"principal",2026)
   */
  "INASTI.PROVISIONAL": define({
    takes: {
      incomeN3: blankable(income),
      category,
      year,
      quarter: optional(quarter),
      start: optional(day),
      indexation,
      estimate: optional(income),
      stop: optional(day),
      incomeYear: optional(calendar),
    },
    asks: ({ incomeN3, estimate, start, stop, incomeYear, ...question }) => {
      const rule = askedProvisionalRule({ ...question, ...activity(start, stop) }, incomeYear);
      return provisionalQuarter(rule, { incomeN3, estimate });
    },
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Income of year N-3, revalued to the contribution year by the fraction of the two indices.
   * @param incomeN3 Net professional income of year N-3 in euro, after professional expenses and after social contributions; not revalued.
   * @param [year] Contribution year from 2016; omitted: the parameter year of the workbook.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @param [incomeYear] Year of the income given, where the income of year N-3 was not known on 1 January: the most recent earlier year; omitted: N-3.
   * @returns Euro, rounded half up to the cent.
   * @throws #VALUE! for an invalid argument; #N/A for a year without a fraction, 2015 among them.
   * @law Royal decree no 38 of 27/07/1967, article 11 §3, paragraph 3.
   * @example =INASTI.REVALUE(40000,2026)
   */
  "INASTI.REVALUE": define({
    takes: {
      incomeN3: income,
      year,
      indexation,
      incomeYear: optional(calendar),
    },
    asks: ({ incomeN3, year: to, indexation: growth, incomeYear }) => revaluedIncome(incomeN3, to, growth, incomeYear),
    shows: "euro",
  }),

  /**
   * Final contributions of a year less what was paid: a positive amount is due, a negative one is refunded. The category may also stand second, before the amount paid.
   * @param income Net professional income of the year in euro, after professional expenses and after social contributions (for a profit before contributions: INASTI.FROMPROFIT); a loss may be negative.
   * @param paid Provisional contributions paid for the year in euro, without surcharges; with the fee where a fund is given, else without.
   * @param category Situation: main occupation, complementary occupation, student …
   * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
   * @param [start] First day of the activity, for one category since then.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @param [stop] Last day of the activity, for one category up to then; its quarter is due whole, nothing after it. Sickness, a change of category, a stop at pension or death: INASTI.CAREER.
   * @param [fund] Name of the fund, or your own rate as a fraction (0.0305): what is due and paid then includes its fee, as on its statements; omitted: no fee.
   * @returns Euro, two decimals.
   * @throws #VALUE! for an invalid argument; #N/A where a quarter of the year has no text or figure, or the fund no published fee.
   * @law Royal decree no 38 of 27/07/1967, articles 11 §5 and 20 §4.
   * @example =INASTI.SETTLEMENT(45000,7000,"principal",2026)
   * @example =INASTI.SETTLEMENT(5500,397.52,"complementary",2024,,,,"Liantis")
   */
  "INASTI.SETTLEMENT": define({
    takes: {
      income,
      paid: income,
      category,
      year,
      start: optional(day),
      indexation,
      stop: optional(day),
      fund: optional(fund),
    },
    swaps: { at: 1, when: isCategoryFirst },
    asks: ({ income: cents, paid, start, stop, fund: chosen, ...question }) =>
      settlement(cents, paid, { ...question, ...activity(start, stop) }, chosen),
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Surcharges on a contribution paid late: 3% at each quarter end and 7% once after the year.
   * @param amount Contribution due in euro.
   * @param due Last day to pay.
   * @param paid Day on which all was paid, or a range of rows (date, amount) for part payments.
   * @param [firstClaimed] Day on which the fund first claimed the contribution, where that was in a later year.
   * @param [summoned] Day of the summons or of the service of a writ of execution.
   * @returns Euro, each surcharge rounded half up to the cent.
   * @throws #VALUE! for an invalid argument or part payments below the amount; #N/A for a due date before 2015.
   * @law Royal decree of 19/12/1967, articles 44 and 44bis.
   * @example =INASTI.SURCHARGE(1000,DATE(2025,3,31),DATE(2026,2,15))
   */
  "INASTI.SURCHARGE": define({
    takes: {
      amount: money,
      due: day,
      paid: payments,
      firstClaimed: optional(day),
      summoned: optional(day),
    },
    asks: ({ amount, due, paid, ...options }) => surcharge(amount, due, paid(amount), options),
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Surcharge after a reduction of the provisional contributions that the settlement does not justify.
   * @param final Final contributions of the whole year in euro, without fee.
   * @param reduced Reduced provisional contributions of the whole year in euro.
   * @param provisionalN3 Provisional contributions of the year, computed on the income of year N-3, in euro.
   * @param year Contribution year.
   * @param paid Day of payment or of the statement, whichever comes first.
   * @returns Euro, two decimals.
   * @throws #VALUE! for an invalid argument; #N/A for a year before 2015.
   * @law Royal decree no 38 of 27/07/1967, article 11bis §1.
   * @example =INASTI.REDUCTIONSURCHARGE(5000,4000,6000,2024,DATE(2026,5,15))
   */
  "INASTI.REDUCTIONSURCHARGE": define({
    takes: {
      final: money,
      reduced: money,
      provisionalN3: money,
      year: calendar,
      paid: day,
    },
    asks: ({ year: of, paid, ...amounts }) => reductionSurcharge(amounts, of, paid),
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Last day to pay the contribution of a quarter without surcharge, weekend or not; with a start, after the respite of a starter’s first two quarters.
   * @param year Contribution year.
   * @param quarter 1 to 4.
   * @param [start] First day of the activity; omitted: no starter.
   * @param [noticeSent] Day on which the fund sent the notice of the quarter; omitted: in the quarter itself.
   * @param [affiliated] Day of affiliation; omitted: in time, so before the start. Otherwise there is no respite.
   * @returns Excel date.
   * @throws #VALUE! for an invalid argument or a quarter before the start; #N/A for a year before 2015, and for the first two quarters of a start before 29/07/2016.
   * @law Royal decree of 19/12/1967, articles 42 and 44 §2.
   * @example =INASTI.DUEDATE(2026,1)
   * @example =INASTI.DUEDATE(2025,2,DATE(2025,4,10))
   */
  "INASTI.DUEDATE": define({
    takes: {
      year: calendar,
      quarter,
      start: optional(day),
      noticeSent: optional(day),
      affiliated: optional(day),
    },
    asks: ({ year: of, quarter: n, ...beginning }) => dueDate(of, n, beginning),
    shows: "date",
  }),

  /**
   * Last day to pay a supplement without surcharge, after the settlement of a year, weekend or not.
   * @param sent Day on which the fund sent the statement.
   * @returns Excel date: the last day of the quarter after the one in which the statement was sent.
   * @throws #VALUE! for an invalid argument; #N/A for a statement before 2015.
   * @law Royal decree of 19/12/1967, article 44 §3.
   * @example =INASTI.SETTLEMENTDUE(DATE(2026,5,12))
   */
  "INASTI.SETTLEMENTDUE": define({
    takes: { sent: day },
    asks: ({ sent }) => settlementDueDate(sent),
    shows: "date",
  }),

  /**
   * Last day of the twelve months to ask for a dispense of contributions. INASTI decides; whole quarters only, and no dispensed quarter counts for the pension.
   * @param date Any day of the quarter of the provisional contribution; for a settlement, the day on which the fund sent the statement.
   * @param [kind] provisional (default) or settlement.
   * @param [start] First day of the activity: a request for the first three quarters waits for the fifth. Omitted: later quarters.
   * @param [category] Situation: main occupation, student …; omitted: one that a dispense exists for.
   * @returns Excel date.
   * @throws #VALUE! for an invalid argument or a date before the quarter of the start; #N/A for a complementary occupation, and for twelve months that begin before 2019.
   * @law Royal decree no 38 of 27/07/1967, article 17; royal decree of 19/12/1967, article 50ter/1.
   * @example =INASTI.DISPENSE(DATE(2025,2,15))
   * @example =INASTI.DISPENSE(DATE(2026,5,12),"settlement")
   */
  "INASTI.DISPENSE": define({
    takes: DISPENSE,
    asks: dispenseUntil,
    shows: "date",
  }),

  /**
   * First day of the twelve months to ask for a dispense of contributions. What is already claimed may be asked for earlier, a coming quarter not.
   * @param date Any day of the quarter of the provisional contribution; for a settlement, the day on which the fund sent the statement.
   * @param [kind] provisional (default) or settlement.
   * @param [start] First day of the activity: a request for the first three quarters waits for the fifth. Omitted: later quarters.
   * @param [category] Situation: main occupation, student …; omitted: one that a dispense exists for.
   * @returns Excel date.
   * @throws As INASTI.DISPENSE.
   * @law Royal decree no 38 of 27/07/1967, article 17; royal decree of 19/12/1967, article 50ter/1.
   * @example =INASTI.DISPENSEFROM(DATE(2025,2,15))
   */
  "INASTI.DISPENSEFROM": define({
    takes: DISPENSE,
    asks: dispenseFrom,
    shows: "date",
  }),

  /**
   * Last day before a claim of contributions, or their refund, is barred: five years, if nothing interrupts them.
   * @param year Contribution year; for a refund, the year of the payment.
   * @param [kind] contribution (default), settlement (a supplement), refund (of an undue payment) or refund after a settlement.
   * @returns Excel date. A summons, an acknowledgement, a part payment or a registered claim makes the five years begin again: not computed.
   * @throws #VALUE! for an invalid argument; #N/A for a year before 2015.
   * @law Royal decree no 38 of 27/07/1967, article 16.
   * @example =INASTI.PRESCRIPTION(2020)
   * @example =INASTI.PRESCRIPTION(2020,"settlement")
   */
  "INASTI.PRESCRIPTION": define({
    takes: { year: calendar, kind: orElse(claim, "contribution") },
    asks: ({ year: of, kind }) => prescription(of, kind),
    shows: "date",
  }),

  /**
   * When to join a social insurance fund, and the fine for being late: before the start, at the earliest six months before.
   * @param start First day of the activity, from 01/07/2016.
   * @param [affiliated] Day of the affiliation; omitted: the fines show what a late one risks.
   * @returns Table of one row: earliest and latest day, in time (TRUE or FALSE), fine minimum and maximum in euro, fine mitigated (the least with mitigating circumstances). INASTI decides within them.
   * @throws #VALUE! for an invalid argument or an affiliation before the earliest day; #N/A for a start before 01/07/2016.
   * @law Royal decree no 38 of 27/07/1967, articles 10 and 17bis; royal decree of 19/12/1967, articles 6 and 9.
   * @example =INASTI.AFFILIATION(DATE(2026,9,1))
   * @example =INASTI.AFFILIATION(DATE(2026,9,1),DATE(2026,9,1))
   */
  "INASTI.AFFILIATION": defineTable({
    takes: { start: day, affiliated: optional(day) },
    asks: ({ start, affiliated }) => affiliation(start, affiliated),
    shows: {
      earliest: "date",
      latest: "date",
      inTime: "any",
      fineMinimum: "euro",
      fineMaximum: "euro",
      fineMitigated: "euro",
    },
  }),

  /**
   * Rate on the next euro of annual income. A jump of the scale is not a rate: see INASTI.SCALE.
   * @param income Net professional income of the year in euro, after professional expenses and after social contributions (for a profit before contributions: INASTI.FROMPROFIT); a loss may be negative.
   * @param category Situation: main occupation, complementary occupation, student …
   * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
   * @param [quarter] 1 to 4; needed only where the quarters of the year follow different rules.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @returns Fraction: 0, 0.205, 0.1416 …
   * @throws #VALUE! for an invalid argument or where the answer depends on the quarter and it is missing; #N/A where no text or figure is in force.
   * @law Royal decree no 38 of 27/07/1967, articles 12 to 13.
   * @example =INASTI.MARGINALRATE(80000,"principal",2026)
   */
  "INASTI.MARGINALRATE": define({
    takes: {
      income,
      category,
      year,
      quarter: optional(quarter),
      indexation,
    },
    asks: ({ income: cents, ...question }) => marginal(cents, askedRule(question)),
    shows: "rate",
  }),

  /**
   * Annual contribution (four quarters) as a share of the income.
   * @param income Net professional income of the year in euro, after professional expenses and after social contributions (for a profit before contributions: INASTI.FROMPROFIT); above 0.
   * @param category Situation: main occupation, complementary occupation, student …
   * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
   * @param [quarter] 1 to 4; needed only where the quarters of the year follow different rules.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @returns Fraction, not rounded.
   * @throws #NUM! for an income of 0 or less; #VALUE! for an invalid argument or where the answer depends on the quarter and it is missing; #N/A where no text or figure is in force.
   * @law Royal decree no 38 of 27/07/1967, articles 12 to 15.
   * @example =INASTI.EFFECTIVERATE(80000,"principal",2026)
   */
  "INASTI.EFFECTIVERATE": define({
    takes: {
      income,
      category,
      year,
      quarter: optional(quarter),
      indexation,
    },
    asks: ({ income: cents, ...question }) => effective(cents, question),
    shows: "ratio",
  }),

  /**
   * Smallest income that gives a quarterly contribution: the scale read backwards.
   * @param quarterly Contribution of one quarter in euro, without fee.
   * @param category Situation: main occupation, complementary occupation, student …
   * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
   * @param [quarter] 1 to 4; needed only where the quarters of the year follow different rules.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @returns Annual net income in euro, after professional expenses and after social contributions; from 0 on, two decimals.
   * @throws #NUM! with the bounds below the lowest contribution, above the highest and inside a jump; #VALUE! and #N/A as INASTI.QUARTERLY.
   * @law Royal decree no 38 of 27/07/1967, articles 12 to 13.
   * @example =INASTI.INCOMEFOR(1000,"principal",2026)
   */
  "INASTI.INCOMEFOR": define({
    takes: {
      quarterly: income,
      category,
      year,
      quarter: optional(quarter),
      indexation,
    },
    asks: ({ quarterly, ...question }) => smallestIncome(quarterly, askedRule(question)),
    shows: "euro",
  }),

  /**
   * Contributions and fee of a year, from the profit before contributions. The circularity (contributions lower the income on which they are computed) is solved exactly.
   * @param profit Profit of the year in euro, after professional expenses, before social contributions and fee.
   * @param category Situation: main occupation, complementary occupation, student …
   * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
   * @param [fund] Name of the fund, or your own rate as a fraction (0.0305); omitted: no fee.
   * @param [start] First day of the activity, for one category since then.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @param [stop] Last day of the activity, for one category up to then; its quarter is due whole, nothing after it. Sickness, a change of category, a stop at pension or death: INASTI.CAREER.
   * @returns Euro: contributions of the year, and fee where a fund is given; profit less this is the income.
   * @throws #NUM! with both limits where the profit lies in a jump of the scale; #VALUE! for an invalid argument; #N/A where no text or figure is in force.
   * @law Royal decree no 38 of 27/07/1967, articles 11 §2 and 12 to 13.
   * @example =INASTI.FROMPROFIT(50000,"principal",2026,0.0305)
   */
  "INASTI.FROMPROFIT": define({
    takes: {
      profit: income,
      category,
      year,
      fund: optional(fund),
      start: optional(day),
      indexation,
      stop: optional(day),
    },
    asks: ({ profit, fund: chosen, start, stop, ...question }) =>
      owedOnProfit(profit, { ...question, ...activity(start, stop) }, chosen),
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Several years of one activity, a row a year: what is paid provisionally, what the settlement adds, and what leaves the account when.
   * @param firstYear First year of the projection.
   * @param incomes Net professional incomes by year in euro, after professional expenses and after social contributions (profits before contributions: basis “profit”, or INASTI.FROMPROFIT for a steady year); from the first year on.
   * @param category Situation in all these years.
   * @param [start] First day of the activity; a starter pays flat amounts first.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @param [fund] Name of the fund, or your own rate as a fraction (0.0305); omitted: no fee.
   * @param [earlierIncomes] Net professional incomes of the years just before the first year, after professional expenses and after social contributions; oldest first.
   * @param [estimates] Expected net professional income of each year, after professional expenses and after social contributions, for an approved reduction of the provisional contributions; as many cells as incomes, blank for none.
   * @param [basis] What the incomes are: “income” (default), or “profit” before contributions; each profit less what is paid in its year is then the income.
   * @returns Table: year, income, provisional, final, settlement, year of settlement, fee, cash out, deductible, confidence (a projected year says so), and profit where profits are given; a row a year.
   * @throws #VALUE! for an invalid argument; #N/A in the cell of an amount that stays open because an income is not given or no text is in force.
   * @law Royal decree no 38 of 27/07/1967, articles 11, 13bis and 20 §4.
   * @example =INASTI.PROJECT(2026,B2:B4,"principal",DATE(2026,1,1),0.02,"Acerta")
   * @example =INASTI.PROJECT(2026,B2:B9,"principal",DATE(2026,1,1),0.02,,,,"profit")
   */
  "INASTI.PROJECT": defineTable({
    takes: {
      firstYear: calendar,
      incomes: yearly,
      category,
      start: optional(quarterOfDay),
      indexation,
      fund: optional(fund),
      earlierIncomes: amounts,
      estimates,
      basis: optional(amountBasis),
    },
    asks: ({ firstYear, incomes, earlierIncomes, estimates: expected, ...question }) =>
      project(incomesOf(firstYear, incomes, earlierIncomes, expected), question),
    shows: {
      year: "number",
      income: "euro",
      provisional: "euro",
      final: "euro",
      settlement: "euro",
      settledIn: "number",
      fee: "euro",
      cashOut: "euro",
      deductible: "euro",
      confidence: "confidence",
    },
    also: { profit: "euro" },
  }),

  /**
   * A career that changes category, stops, has sickness or exempt quarters: one row a quarter. Mixed years share one count of quarters.
   * @param career Rows (from, category), dates rising; beside the categories: “stop” from the first day without activity, “sick” from the first day of incapacity (then the category on resumption), “exempt”, “stop at pension”, “death”.
   * @param firstYear First year of the table.
   * @param incomes Net professional incomes by year in euro, after professional expenses and after social contributions (for a profit before contributions: INASTI.FROMPROFIT); from the first year on.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @param [fund] Name of the fund, or your own rate as a fraction (0.0305); omitted: no fee.
   * @param [earlierIncomes] Net professional incomes of the years just before the first year, after professional expenses and after social contributions; oldest first.
   * @param [estimates] Expected net professional income of each year, after professional expenses and after social contributions, for an approved reduction of the provisional contributions; as many cells as incomes, blank for none.
   * @returns Table: year, quarter, category, insured quarters in the year, annualised income, provisional, final, fee, total, confidence (a projected quarter says so); a row a quarter.
   * @throws #VALUE! for an invalid argument or dates that do not rise; #N/A in the cell of an amount that stays open because an income is not given or no text is in force.
   * @law Royal decree no 38 of 27/07/1967, articles 11 to 15; royal decree of 19/12/1967, articles 38 to 39bis and 50; royal decree of 22/12/1967, articles 28 to 30.
   * @example =INASTI.CAREER(A2:B5,2024,C2:C4,0.02)
   */
  "INASTI.CAREER": defineTable({
    takes: {
      career,
      firstYear: calendar,
      incomes: yearly,
      indexation,
      fund: optional(fund),
      earlierIncomes: amounts,
      estimates,
    },
    asks: ({ firstYear, incomes, earlierIncomes, estimates: expected, ...question }) =>
      careerOf(incomesOf(firstYear, incomes, earlierIncomes, expected), question),
    shows: {
      year: "number",
      quarter: "number",
      category: "category",
      quarters: "number",
      annualised: "euro",
      provisional: "euro",
      final: "euro",
      fee: "euro",
      total: "euro",
      confidence: "confidence",
    },
  }),

  /**
   * What is paid over a career and when, one row a payment by date: provisional contributions at the end of their quarter, and the settlement of each year two years later.
   * @param career Rows (from, category), dates rising, as in INASTI.CAREER.
   * @param firstYear First year of the table.
   * @param incomes Net professional incomes by year in euro, after professional expenses and after social contributions (profits before contributions: basis “profit”, or INASTI.FROMPROFIT for a steady year); from the first year on.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @param [fund] Name of the fund, or your own rate as a fraction (0.0305); omitted: no fee.
   * @param [earlierIncomes] Net professional incomes of the years just before the first year, after professional expenses and after social contributions; oldest first. Five give every settlement.
   * @param [until] Last day that is shown, or last year; omitted: up to the last settlement.
   * @param [settlementQuarter] Quarter 1 to 4, two years after the contribution year, in which a settlement is assumed to be due; omitted: 3.
   * @param [estimates] Expected net professional income of each year, after professional expenses and after social contributions, for an approved reduction of the provisional contributions; as many cells as incomes, blank for none.
   * @param [basis] What the incomes are: “income” (default), or “profit” before contributions; each profit less what is paid in its year is then the income.
   * @returns Table: due, what, year and quarter of the contribution, category, contribution, fee, amount, running total, confidence, date basis (a day of the law, or an assumption); one row a payment, a refund is negative.
   * @throws #VALUE! for an invalid argument or dates that do not rise; #N/A in the cells of a payment that is not known, and in the running total from there on.
   * @law Royal decree no 38 of 27/07/1967, articles 11, 13bis, 15 and 20 §4; royal decree of 19/12/1967, articles 38 to 44 and 50.
   * @example =INASTI.CASHFLOW(A2:B5,2024,C2:C4,0.02,"Acerta",,2026)
   */
  "INASTI.CASHFLOW": defineTable({
    takes: {
      career,
      firstYear: calendar,
      incomes: yearly,
      indexation,
      fund: optional(fund),
      earlierIncomes: amounts,
      until: optional(lastDayOrYear),
      settlementQuarter: orElse(quarter, 3),
      estimates,
      basis: optional(amountBasis),
    },
    asks: ({ firstYear, incomes, earlierIncomes, estimates: expected, ...question }) =>
      cashflow(incomesOf(firstYear, incomes, earlierIncomes, expected), question),
    shows: {
      due: "date",
      what: "row",
      year: "number",
      quarter: "number",
      category: "category",
      contribution: "euro",
      fee: "euro",
      amount: "euro",
      runningTotal: "euro",
      confidence: "confidence",
      dateBasis: "row",
    },
  }),

  /**
   * Quarterly contributions of many rows in one call. An invalid row gives an error in its own cell only.
   * @param incomes Net professional incomes in euro, after professional expenses and after social contributions (for a profit before contributions: INASTI.FROMPROFIT); a range.
   * @param categories Situations: one value, or as many as incomes.
   * @param [years] Contribution years: one value, or as many as incomes; omitted: the parameter year of the workbook.
   * @param [quarters] Quarters 1 to 4: one value, or as many as incomes; needed only where the quarters of a year follow different rules.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @returns Range of the shape of incomes: euro, each cell as INASTI.QUARTERLY; a spare row, whose income and category are blank (or whose income is, with one category for all), stays blank. Excel on the web takes some 100,000 rows at once.
   * @throws #VALUE! where incomes are missing or a range has another size; each cell has its own errors.
   * @law Royal decree no 38 of 27/07/1967, articles 11 to 15.
   * @allowErrors
   * @example =INASTI.BATCH(A2:A100,B2:B100,2026)
   */
  "INASTI.BATCH": define({
    takes: {
      incomes: each(income),
      categories: each(category),
      years: each(year),
      quarters: each(optional(quarter)),
      indexation,
    },
    asks: batch,
    shows: "cells",
  }),

  /**
   * A list of clients in one call, a row each: the quarters of the year on its own income, with fee and settlement. An invalid row gives errors in its own cells only.
   * @param incomes Net professional incomes of the year in euro, after professional expenses and after social contributions (for a profit before contributions: INASTI.FROMPROFIT); a range.
   * @param categories Situations: one value, or as many as incomes.
   * @param [years] Contribution years: one value, or as many as incomes; blank: the parameter year of the workbook.
   * @param [starts] First days of the activity, for one category since then: one value, or as many as incomes; blank: long established.
   * @param [stops] Last days of the activity, for one category up to then: one value, or as many as incomes; blank: it goes on. Sickness, a change of category, a stop at pension or death: INASTI.CAREER.
   * @param [funds] Names of funds, or your own rates as fractions (0.0305): one value, or as many as incomes; blank: no fee.
   * @param [paid] Contributions paid for the year in euro, with the fee where a fund is given: one value, or as many as incomes; blank: no settlement.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
   * @returns Table: insured quarters, annualised income, quarter 1 to quarter 4, annual (their sum), fee, total, settlement (total less paid: positive is due); a row an income. A spare row, whose income and category are blank (or whose income is, with one category for all), stays blank. Beside an Excel table it belongs in the header row. Excel on the web takes some 50,000 rows at once.
   * @throws #VALUE! where incomes are missing or a range has another size; each row has its own errors, and a quarter without text is #N/A in its cell and in the sums.
   * @law Royal decree no 38 of 27/07/1967, articles 11 to 15 and 20 §4.
   * @allowErrors
   * @example =INASTI.DOSSIER(A2:A100,B2:B100,2026)
   * @example =INASTI.DOSSIER(C2:C100,B2:B100,2025,D2:D100,E2:E100,F2:F100,G2:G100)
   */
  "INASTI.DOSSIER": defineTable({
    takes: {
      incomes: each(income),
      categories: each(category),
      years: each(year),
      starts: each(optional(day)),
      stops: each(optional(day)),
      funds: each(optional(fund)),
      paid: each(optional(income)),
      indexation,
    },
    asks: dossierOf,
    shows: {
      quarters: "number",
      annualised: "euro",
      quarter1: "euro",
      quarter2: "euro",
      quarter3: "euro",
      quarter4: "euro",
      annual: "euro",
      fee: "euro",
      total: "euro",
      settlement: "euro",
    },
  }),
};
