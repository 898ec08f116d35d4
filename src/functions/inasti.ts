import { t } from "../i18n";
import { dataVersion, lastDayCovered } from "../parameters";
import { QUARTERS_OF_YEAR } from "../rules/calendar";
import {
  annualContribution,
  breakdown,
  contribution,
  dueDate,
  fromProfit,
  inQuarter,
  LAST_YEAR,
  provisionalContribution,
  provisionalQuarterRule,
  provisionalYearRule,
  quarterRule,
  type QuarterRule,
  reductionSurcharge,
  revalue,
  scaleRows,
  type Sureness,
  surcharge,
} from "../rules/contributions";
import type { Cents } from "../rules/money";
import { career as careerOf, project } from "../rules/projection";
import { Refusal } from "../rules/refusal";
import { incomeFor, marginalRate, STEP_UNIT } from "../rules/scale";
import {
  amount,
  broadcast,
  careerChanges,
  category as categoryCell,
  type Cell,
  date,
  indexation as indexationCell,
  isBlank,
  nonNegativeAmount,
  optionalAmount,
  optionalDate,
  payments,
  quarterNumber,
  quarterOfDate,
  range,
  requiredQuarter,
  requiredYear,
  year as yearCell,
} from "./cells";
import { version } from "./generated/version";
import {
  dayOf,
  feeOfFund,
  incomesOf,
  noIncome,
  parameterInForce,
  parameterName,
  ruleOf,
  sourcedFigure,
  yearQuestion,
} from "./questions";
import { answered, CellErrors, euro, fraction, table } from "./results";

/**
 * The situation of the self-employed person.
 * @customenum {string}
 */
enum INASTI_CATEGORY {
  /** Principal occupation. */
  principal = "principal",
  /** First four quarters as principal, lower minimum. */
  primostarter = "primostarter",
  /** First eight quarters as principal, with an attestation of work in the arts. */
  primostarterArtist = "primostarter-artist",
  /** Complementary occupation. */
  complementary = "complementary",
  /** Treated as complementary on request: rights in another capacity. */
  article37 = "article-37",
  /** Article 37 for the holder of a political mandate. */
  article37Mandate = "article-37-mandate",
  /** Student self-employed, from 2017. */
  student = "student",
  /** Assisting spouse, maxi statute. */
  spouseMaxi = "spouse-maxi",
  /** Assisting spouse, mini statute; the income is the helped spouse's. */
  spouseMini = "spouse-mini",
  /** Pension in payment. */
  pensioner = "pensioner",
  /** Legal pension age reached, no pension. */
  pensionAge = "pension-age",
  /** The same, on request without minimum, from 2025Q4. */
  pensionAgeOptOut = "pension-age-opt-out",
  /** Maxi spouse at pension age. */
  pensionAgeSpouse = "pension-age-spouse",
}

/**
 * Social contribution of one quarter on the year's own income (final), in euro, without management fee.
 * @customfunction INASTI.QUARTERLY
 * @helpurl https://localhost:3000/help/inasti.quarterly.html
 * @param income Net professional income of the year in euro, before social contributions are added back; a loss may be negative.
 * @param category Situation: principal, complementary, student ...; common words in French, Dutch, German and English are read too.
 * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
 * @param [quarter] 1 to 4; needed only where the quarters of the year do not share one law.
 * @param [start] First day of the activity, for one category since then; incomplete years are annualised.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @returns Euro, rounded half up to the cent.
 * @throws #VALUE! for a bad argument or where the quarter decides; #N/A where no text or figure is in force.
 * @law Royal decree no 38 of 27/07/1967, articles 11 to 15; royal decree of 19/12/1967, articles 11, 37 and 53.
 * @example =INASTI.QUARTERLY(40000,"principal",2026)
 * @example =INASTI.QUARTERLY(15000,"primostarter",2026,3,DATE(2026,4,1))
 */
export function quarterly(
  income: unknown,
  category: INASTI_CATEGORY,
  year?: unknown,
  quarter?: unknown,
  start?: unknown,
  indexation?: unknown,
): number {
  const cents = amount("income", income);
  return euro(contribution(cents, ruleOf(category, year, quarter, start, indexation)));
}

/**
 * Social contributions of a year on its own income (final), in euro, without management fee: the sum of the four rounded quarters.
 * @customfunction INASTI.ANNUAL
 * @helpurl https://localhost:3000/help/inasti.annual.html
 * @param income Net professional income of the year in euro; a loss may be negative.
 * @param category Situation: principal, complementary, student ...
 * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
 * @param [start] First day of the activity, for one category since then; quarters before it owe nothing.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @returns Euro, two decimals.
 * @throws #VALUE! for a bad argument; #N/A where a quarter of the year has no text or figure.
 * @law Royal decree no 38 of 27/07/1967, articles 11 to 15.
 * @example =INASTI.ANNUAL(40000,"principal",2026)
 * @example =INASTI.ANNUAL(18000,"complementary",2026,DATE(2026,4,1))
 */
export function annual(
  income: unknown,
  category: INASTI_CATEGORY,
  year?: unknown,
  start?: unknown,
  indexation?: unknown,
): number {
  const cents = amount("income", income);
  return euro(annualContribution(cents, yearQuestion(category, year, start, indexation)));
}

/**
 * The way to a quarter's contribution, step by step, with article and confidence. The amounts add up to INASTI.QUARTERLY.
 * @customfunction INASTI.BREAKDOWN
 * @helpurl https://localhost:3000/help/inasti.breakdown.html
 * @param income Net professional income of the year in euro; a loss may be negative.
 * @param category Situation: principal, complementary, student ...
 * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
 * @param [quarter] 1 to 4; needed only where the quarters of the year do not share one law.
 * @param [start] First day of the activity, for one category since then.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @returns Table: step, base, rate, amount, article, confidence; a row a step.
 * @throws #VALUE! for a bad argument or where the quarter decides; #N/A where no text or figure is in force.
 * @law Royal decree no 38 of 27/07/1967, articles 11 to 15.
 * @example =INASTI.BREAKDOWN(90000,"principal",2026)
 */
export function breakdownTable(
  income: unknown,
  category: INASTI_CATEGORY,
  year?: unknown,
  quarter?: unknown,
  start?: unknown,
  indexation?: unknown,
): unknown[][] {
  const cents = amount("income", income);
  const rows = breakdown(cents, ruleOf(category, year, quarter, start, indexation));
  return table(
    ["step", "base", "rate", "amount", "article", "confidence"],
    rows.map(({ step, base, rate, amount: exact, article, confidence }) => [
      t(`step/${step}`),
      base === undefined ? "" : euro(base),
      rate === undefined ? "" : fraction(rate),
      exact === undefined ? "" : exact / (STEP_UNIT * 100),
      article,
      sureness(confidence),
    ]),
  );
}

/**
 * The scale of a category: each stretch of annual income with its rate. A jump shows as a change of the annual amount.
 * @customfunction INASTI.SCALE
 * @helpurl https://localhost:3000/help/inasti.scale.html
 * @param category Situation: principal, complementary, student ...
 * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
 * @param [quarter] 1 to 4; needed only where the quarters of the year do not share one law.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @returns Table: from, to (exclusive), annual amount at "from" (exact), rate, article, confidence; a row a segment.
 * @throws #VALUE! for a bad argument or where the quarter decides; #N/A where no text or figure is in force.
 * @law Royal decree no 38 of 27/07/1967, articles 12 to 13; royal decree of 19/12/1967, articles 11 and 37.
 * @example =INASTI.SCALE("principal",2026)
 */
export function scaleTable(
  category: INASTI_CATEGORY,
  year?: unknown,
  quarter?: unknown,
  indexation?: unknown,
): unknown[][] {
  return table(
    ["from", "to", "annual-amount", "rate", "article", "confidence"],
    scaleRows(ruleOf(category, year, quarter, null, indexation)).map((row) => [
      euro(row.from),
      row.to === undefined ? "" : euro(row.to),
      row.annual / 1_000_000,
      fraction(row.rate),
      row.article,
      sureness(row.confidence),
    ]),
  );
}

/**
 * A parameter's value in force on a day.
 * @customfunction INASTI.PARAMETER
 * @helpurl https://localhost:3000/help/inasti.parameter.html
 * @param name Name of the parameter, such as contributions.bracket1.ceiling.
 * @param [date] Day; omitted: 31 December of the parameter year.
 * @returns The value: euro, fraction, number or text, as the parameter's unit says.
 * @throws #VALUE! for a name that does not exist; #N/A for a day without a value, with the reason.
 * @law Each parameter has its own source: INASTI.SOURCE.
 * @example =INASTI.PARAMETER("contributions.bracket1.ceiling",DATE(2026,12,31))
 */
export function parameter(name: unknown, date?: unknown): unknown {
  const { text: word, value, decimals } = parameterInForce(name, date);
  return word ?? value! / 10 ** decimals;
}

/**
 * Where a parameter's value comes from: law or publication, article, link, how sure it is, and from when to when it holds.
 * @customfunction INASTI.SOURCE
 * @helpurl https://localhost:3000/help/inasti.source.html
 * @param name Name of the parameter, such as contributions.bracket1.ceiling.
 * @param [date] Day; omitted: 31 December of the parameter year.
 * @returns Table of one row: parameter, law, article, link, confidence, from, to (Excel dates), note. For the fee of a fund, the figure that FUND.RATE answers with, which may be of an earlier year.
 * @throws #VALUE! for a name that does not exist; #N/A for a day without a value, with the reason.
 * @law The source of each figure is part of the data.
 * @example =INASTI.SOURCE("contributions.bracket1.ceiling",DATE(2026,12,31))
 */
export function source(name: unknown, date?: unknown): unknown[][] {
  const { id, source: origin, confidence, from, to, note, condition } = sourcedFigure(parameterName(name), dayOf(date));
  const notes = [...(condition ? [`condition/${condition}`] : []), ...(note ? [note] : [])];
  return table(
    ["parameter", "law", "article", "link", "confidence", "from", "to", "note"],
    [
      [
        id,
        origin.title,
        origin.article,
        origin.link,
        t(`confidence/${confidence}`),
        from,
        to ?? "",
        notes.map((key) => t(`notes:${key}`)).join(" "),
      ],
    ],
  );
}

/**
 * Version of the code and of the data, and how far the data reach.
 * @customfunction INASTI.VERSION
 * @helpurl https://localhost:3000/help/inasti.version.html
 * @returns Table of one row: code version, data version, last year with published contribution figures, last day covered.
 * @throws Nothing.
 * @law None.
 * @example =INASTI.VERSION()
 */
export function versionTable(): unknown[][] {
  return table(
    ["code-version", "data-version", "last-year", "last-day"],
    [[version, dataVersion, LAST_YEAR, lastDayCovered]],
  );
}

/**
 * Provisional contribution of one quarter, in euro, without management fee: on the revalued income of three years before, or the flat amount of a starter.
 * @customfunction INASTI.PROVISIONAL
 * @helpurl https://localhost:3000/help/inasti.provisional.html
 * @param incomeN3 Net professional income of three years before, in euro, as it was; not read while the amount is flat, and may be left out then.
 * @param category Situation: principal, complementary, student ...
 * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
 * @param [quarter] 1 to 4; needed only where the quarters of the year do not share one law.
 * @param [start] First day of the activity, for one category since then; a starter pays the flat amount.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @param [estimate] Income expected of the year, for a reduced contribution as the rules of that year allow.
 * @returns Euro, rounded half up to the cent.
 * @throws #VALUE! for a bad argument or where the quarter decides; #N/A where no text or figure is in force.
 * @law Royal decree no 38 of 27/07/1967, articles 11 §3 and 13bis §2; programme law of 18/07/2025, articles 238 and 246.
 * @example =INASTI.PROVISIONAL(40000,"principal",2026)
 */
export function provisional(
  incomeN3: unknown,
  category: INASTI_CATEGORY,
  year?: unknown,
  quarter?: unknown,
  start?: unknown,
  indexation?: unknown,
  estimate?: unknown,
): number {
  const question = yearQuestion(category, year, start, indexation);
  const n = quarterNumber("quarter", quarter);
  const rule = n === undefined ? provisionalYearRule(question) : provisionalQuarterRule(inQuarter(question, n));
  const incomes = { incomeN3: optionalAmount("incomeN3", incomeN3), estimate: optionalAmount("estimate", estimate) };
  return euro(provisionalContribution(rule, incomes));
}

/**
 * Income of three years before, revalued to the contribution year by the fraction of the two indices.
 * @customfunction INASTI.REVALUE
 * @helpurl https://localhost:3000/help/inasti.revalue.html
 * @param incomeN3 Net professional income of three years before, in euro.
 * @param [year] Contribution year from 2016; omitted: the parameter year of the workbook.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @returns Euro, rounded half up to the cent.
 * @throws #VALUE! for a bad argument; #N/A for a year without a fraction, 2015 among them.
 * @law Royal decree no 38 of 27/07/1967, article 11 §3, paragraph 3.
 * @example =INASTI.REVALUE(40000,2026)
 */
export function revalued(incomeN3: unknown, year?: unknown, indexation?: unknown): number {
  return euro(revalue(amount("incomeN3", incomeN3), yearCell("year", year), indexationCell("indexation", indexation)));
}

/**
 * Final contributions of a year less what was paid for it: positive is due, negative comes back.
 * @customfunction INASTI.SETTLEMENT
 * @helpurl https://localhost:3000/help/inasti.settlement.html
 * @param income Net professional income of the year in euro.
 * @param paid Provisional contributions paid for the year in euro, without fee and surcharges.
 * @param category Situation: principal, complementary, student ...
 * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
 * @param [start] First day of the activity, for one category since then.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @returns Euro, two decimals.
 * @throws #VALUE! for a bad argument; #N/A where a quarter of the year has no text or figure.
 * @law Royal decree no 38 of 27/07/1967, article 11 §5.
 * @example =INASTI.SETTLEMENT(45000,7000,"principal",2026)
 */
export function settlement(
  income: unknown,
  paid: unknown,
  category: INASTI_CATEGORY,
  year?: unknown,
  start?: unknown,
  indexation?: unknown,
): number {
  const due = annualContribution(amount("income", income), yearQuestion(category, year, start, indexation));
  return euro(due - amount("paid", paid));
}

/**
 * Surcharges on a contribution paid late: 3 % at each quarter end and 7 % once after the year.
 * @customfunction INASTI.SURCHARGE
 * @helpurl https://localhost:3000/help/inasti.surcharge.html
 * @param amount Contribution due in euro.
 * @param due Last day to pay.
 * @param paid Day on which all was paid, or a range of rows (date, amount) for part payments.
 * @param [firstClaimed] Day on which the fund first claimed the contribution, where that was in a later year.
 * @param [summoned] Day of the summons or of the service of a constraint.
 * @returns Euro, each surcharge rounded half up to the cent.
 * @throws #VALUE! for a bad argument or part payments below the amount; #N/A for a due date before 2015.
 * @law Royal decree of 19/12/1967, articles 44 and 44bis.
 * @example =INASTI.SURCHARGE(1000,DATE(2025,3,31),DATE(2026,2,15))
 */
export function surchargeLate(
  amount: unknown,
  due: unknown,
  paid: unknown[][],
  firstClaimed?: unknown,
  summoned?: unknown,
): number {
  const cents = nonNegativeAmount("amount", amount);
  const options = {
    firstClaimed: optionalDate("firstClaimed", firstClaimed),
    summoned: optionalDate("summoned", summoned),
  };
  return euro(surcharge(cents, date("due", due), payments("paid", paid, cents), options));
}

/**
 * Surcharge after a reduction of the provisional contributions that the final account does not justify.
 * @customfunction INASTI.REDUCTIONSURCHARGE
 * @helpurl https://localhost:3000/help/inasti.reductionsurcharge.html
 * @param final Final contributions of the whole year in euro, without fee.
 * @param reduced Reduced provisional contributions of the whole year in euro.
 * @param provisionalN3 Provisional contributions of the year on the income of three years before, in euro.
 * @param year Contribution year.
 * @param paid Day of payment or of the statement, whichever comes first.
 * @returns Euro, two decimals.
 * @throws #VALUE! for a bad argument; #N/A with both totals where final exceeds provisionalN3, for the text does not say whether the cap governs the 7 %.
 * @law Royal decree no 38 of 27/07/1967, article 11bis §1.
 * @example =INASTI.REDUCTIONSURCHARGE(5000,4000,6000,2024,DATE(2026,5,15))
 */
export function surchargeOnReduction(
  final: unknown,
  reduced: unknown,
  provisionalN3: unknown,
  year: unknown,
  paid: unknown,
): number {
  const amounts = {
    final: nonNegativeAmount("final", final),
    reduced: nonNegativeAmount("reduced", reduced),
    provisionalN3: nonNegativeAmount("provisionalN3", provisionalN3),
  };
  return euro(reductionSurcharge(amounts, requiredYear("year", year), date("paid", paid)));
}

/**
 * Last day to pay the contribution of a quarter, weekend or not.
 * @customfunction INASTI.DUEDATE
 * @helpurl https://localhost:3000/help/inasti.duedate.html
 * @param year Contribution year.
 * @param quarter 1 to 4.
 * @returns Excel date.
 * @throws #VALUE! for a bad argument; #N/A for a year before 2015.
 * @law Royal decree of 19/12/1967, article 42.
 * @example =INASTI.DUEDATE(2026,1)
 */
export function lastDayToPay(year: unknown, quarter: unknown): number {
  return dueDate(requiredYear("year", year), requiredQuarter("quarter", quarter));
}

/**
 * Rate on the next euro of annual income. A jump of the law is not a rate: INASTI.SCALE shows it.
 * @customfunction INASTI.MARGINALRATE
 * @helpurl https://localhost:3000/help/inasti.marginalrate.html
 * @param income Net professional income of the year in euro.
 * @param category Situation: principal, complementary, student ...
 * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
 * @param [quarter] 1 to 4; needed only where the quarters of the year do not share one law.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @returns Fraction: 0, 0.205, 0.1416 ...
 * @throws #VALUE! for a bad argument or where the quarter decides; #N/A where no text or figure is in force.
 * @law Royal decree no 38 of 27/07/1967, articles 12 to 13.
 * @example =INASTI.MARGINALRATE(80000,"principal",2026)
 */
export function slope(
  income: unknown,
  category: INASTI_CATEGORY,
  year?: unknown,
  quarter?: unknown,
  indexation?: unknown,
): number {
  return fraction(marginalRate(ruleOf(category, year, quarter, null, indexation).scale, amount("income", income)));
}

/**
 * Four quarters as a share of the income.
 * @customfunction INASTI.EFFECTIVERATE
 * @helpurl https://localhost:3000/help/inasti.effectiverate.html
 * @param income Net professional income of the year in euro, above 0.
 * @param category Situation: principal, complementary, student ...
 * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
 * @param [quarter] 1 to 4; needed only where the quarters of the year do not share one law.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @returns Fraction, not rounded.
 * @throws #NUM! for an income of 0 or less; #VALUE! for a bad argument or where the quarter decides; #N/A where no text or figure is in force.
 * @law Royal decree no 38 of 27/07/1967, articles 12 to 15.
 * @example =INASTI.EFFECTIVERATE(80000,"principal",2026)
 */
export function share(
  income: unknown,
  category: INASTI_CATEGORY,
  year?: unknown,
  quarter?: unknown,
  indexation?: unknown,
): number {
  const cents = amount("income", income);
  if (cents <= 0) throw new Refusal("income-not-positive", { given: { cents } });
  return (4 * contribution(cents, ruleOf(category, year, quarter, null, indexation))) / cents;
}

/**
 * Smallest income that gives a quarterly contribution: the scale read backwards.
 * @customfunction INASTI.INCOMEFOR
 * @helpurl https://localhost:3000/help/inasti.incomefor.html
 * @param quarterly Contribution of one quarter in euro, without fee.
 * @param category Situation: principal, complementary, student ...
 * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
 * @param [quarter] 1 to 4; needed only where the quarters of the year do not share one law.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @returns Annual income in euro, from 0 on, two decimals.
 * @throws #NUM! with the bounds below the lowest contribution, above the highest and inside a jump; #VALUE! and #N/A as INASTI.QUARTERLY.
 * @law Royal decree no 38 of 27/07/1967, articles 12 to 13.
 * @example =INASTI.INCOMEFOR(1000,"principal",2026)
 */
export function incomeOf(
  quarterly: unknown,
  category: INASTI_CATEGORY,
  year?: unknown,
  quarter?: unknown,
  indexation?: unknown,
): number {
  const { scale } = ruleOf(category, year, quarter, null, indexation);
  const inverse = incomeFor(scale, amount("quarterly", quarterly));
  if (inverse.found) return euro(inverse.income);
  throw noIncome(inverse);
}

/**
 * Contributions and fee of a year when the profit is before contributions: solves the circle exactly, for the contributions lower the income that they are computed on.
 * @customfunction INASTI.FROMPROFIT
 * @helpurl https://localhost:3000/help/inasti.fromprofit.html
 * @param profit Profit of the year in euro, before social contributions and fee.
 * @param category Situation: principal, complementary, student ...
 * @param [year] Contribution year from 2015; omitted: the parameter year of the workbook.
 * @param [fund] Name of the fund, or a rate of one's own as a fraction (0.0305); omitted: no fee.
 * @param [start] First day of the activity, for one category since then.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @returns Euro: contributions of the year, and fee where a fund is given; profit less this is the income.
 * @throws #NUM! with both sides where the profit lies in a jump of the law; #VALUE! for a bad argument; #N/A where no text or figure is in force.
 * @law Royal decree no 38 of 27/07/1967, articles 11 §2 and 12 to 13.
 * @example =INASTI.FROMPROFIT(50000,"principal",2026,0.0305)
 */
export function contributionsFromProfit(
  profit: unknown,
  category: INASTI_CATEGORY,
  year?: unknown,
  fund?: unknown,
  start?: unknown,
  indexation?: unknown,
): number {
  const cents = amount("profit", profit);
  const question = yearQuestion(category, year, start, indexation);
  const fee = feeOfFund(fund);
  const rules = QUARTERS_OF_YEAR.map((n) => quarterRule(inQuarter(question, n)));
  const owed = (income: Cents) =>
    rules
      .map((rule) => contribution(income, rule))
      .reduce((sum, quarterly) => sum + quarterly + fee(quarterly, question.year), 0);
  return euro(fromProfit(cents, owed).total);
}

/**
 * Several years of one activity, a row a year: what is paid provisionally, what the final account adds, and what leaves the account when.
 * @customfunction INASTI.PROJECT
 * @helpurl https://localhost:3000/help/inasti.project.html
 * @param firstYear First year of the projection.
 * @param incomes Incomes by year in euro, from firstYear on.
 * @param category Situation in all these years.
 * @param [start] First day of the activity; a starter pays flat amounts first.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @param [fund] Name of the fund, or a rate of one's own as a fraction (0.0305); omitted: no fee.
 * @param [earlierIncomes] Incomes of the years just before firstYear, oldest first.
 * @returns Table: year, income, provisional, final, settlement, settled in, fee, cash out, deductible, confidence (a projected year says so); a row a year.
 * @throws #VALUE! for a bad argument; #N/A in the cell of a figure that an income not given, or no text in force, leaves open.
 * @law Royal decree no 38 of 27/07/1967, articles 11, 13bis and 20 §4.
 * @example =INASTI.PROJECT(2026,B2:B4,"principal",DATE(2026,1,1),0.02,"Acerta")
 */
export function projectTable(
  firstYear: unknown,
  incomes: unknown[][],
  category: INASTI_CATEGORY,
  start?: unknown,
  indexation?: unknown,
  fund?: unknown,
  earlierIncomes?: unknown[][],
): unknown[][] {
  const rows = project(incomesOf(firstYear, incomes, earlierIncomes), {
    category: categoryCell("category", category),
    start: quarterOfDate("start", start),
    indexation: indexationCell("indexation", indexation),
    fee: feeOfFund(fund),
  });
  return table(
    [
      "year",
      "income",
      "provisional",
      "final",
      "settlement",
      "settled-in",
      "fee",
      "cash-out",
      "deductible",
      "confidence",
    ],
    rows.map((row) => [
      row.year,
      euro(row.income),
      answered(row.provisional, euro),
      answered(row.final, euro),
      answered(row.settlement, euro),
      row.settledIn,
      answered(row.fee, euro),
      answered(row.cashOut, euro),
      answered(row.deductible, euro),
      sureness(row.confidence),
    ]),
  );
}

/**
 * A life that changes category, stops or has exempt quarters: a row a quarter. Mixed years share one count of quarters.
 * @customfunction INASTI.CAREER
 * @helpurl https://localhost:3000/help/inasti.career.html
 * @param career Rows (from, category), dates rising; "none" for a stop (first day without activity), "exempt" for quarters without contribution.
 * @param firstYear First year of the table.
 * @param incomes Incomes by year in euro, from firstYear on.
 * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed beyond the last published year.
 * @param [fund] Name of the fund, or a rate of one's own as a fraction (0.0305); omitted: no fee.
 * @param [earlierIncomes] Incomes of the years just before firstYear, oldest first.
 * @returns Table: year, quarter, category, quarters of subjection in the year, annualised income, provisional, final, fee, total, confidence (a projected quarter says so); a row a quarter.
 * @throws #VALUE! for a bad argument or dates that do not rise; #N/A in the cell of a figure that an income not given, or no text in force, leaves open.
 * @law Royal decree no 38 of 27/07/1967, articles 11 to 15; royal decree of 19/12/1967, articles 38 to 39bis and 50.
 * @example =INASTI.CAREER(A2:B5,2024,C2:C4,0.02)
 */
export function careerTable(
  career: unknown[][],
  firstYear: unknown,
  incomes: unknown[][],
  indexation?: unknown,
  fund?: unknown,
  earlierIncomes?: unknown[][],
): unknown[][] {
  const rows = careerOf(incomesOf(firstYear, incomes, earlierIncomes), {
    changes: careerChanges("career", career),
    indexation: indexationCell("indexation", indexation),
    fee: feeOfFund(fund),
  });
  return table(
    ["year", "quarter", "category", "quarters", "annualised", "provisional", "final", "fee", "total", "confidence"],
    rows.map((row) => [
      row.year,
      row.quarter,
      row.status,
      row.quarters,
      row.annualised === undefined ? "" : answered(row.annualised, euro),
      answered(row.provisional, euro),
      answered(row.final, euro),
      answered(row.fee, euro),
      answered(row.total, euro),
      sureness(row.confidence),
    ]),
  );
}

/**
 * Quarterly contributions of many rows in one call. A bad row is an error in its own cell.
 * @customfunction INASTI.BATCH
 * @helpurl https://localhost:3000/help/inasti.batch.html
 * @param incomes Net professional incomes in euro: a range.
 * @param categories Situations: one value, or as many as incomes.
 * @param [years] Contribution years: one value, or as many as incomes; omitted: the parameter year of the workbook.
 * @param [quarters] Quarters 1 to 4: one value, or as many as incomes; needed only where the quarters of a year do not share one law.
 * @returns Range of the shape of incomes: euro, each cell as INASTI.QUARTERLY; a spare row (income and category blank, or income blank with one category for all) stays blank.
 * @throws #VALUE! where incomes are missing or a range has another size; each cell has its own errors.
 * @law Royal decree no 38 of 27/07/1967, articles 11 to 15.
 * @allowErrors
 * @example =INASTI.BATCH(A2:A100,B2:B100,2026)
 */
export function batch(
  incomes: unknown[][],
  categories: unknown[][],
  years?: unknown[][],
  quarters?: unknown[][],
): unknown[][] {
  const rows = range(incomes);
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  if (count === 0) throw new Refusal("missing", { argument: "incomes" });
  const categoryAt = broadcast("categories", categories, count);
  const yearAt = broadcast("years", years, count);
  const quarterAt = broadcast("quarters", quarters, count);
  const categoryForAll = range(categories).flat().length <= 1;
  const ruleOfRow = rememberingTheLast();
  const errors = new CellErrors();
  const quarterlyOf = (income: Cell, index: number): unknown => {
    if (isBlank(income) && (categoryForAll || isBlank(categoryAt(index)))) return "";
    try {
      const cents = amount("incomes", income);
      return euro(contribution(cents, ruleOfRow(categoryAt(index), yearAt(index), quarterAt(index))));
    } catch (error) {
      return errors.of(error);
    }
  };
  // Rows of their final size: for a hundred thousand of them, growing arrays would take longer than calculating.
  const results = new Array<unknown[]>(rows.length);
  let index = 0;
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row]!;
    const result = new Array<unknown>(cells.length);
    for (let column = 0; column < cells.length; column++) result[column] = quarterlyOf(cells[column], index++);
    results[row] = result;
  }
  return results;
}

/** Neighbouring rows mostly have the same situation, so the last rule is asked for first. */
function rememberingTheLast(): (who: Cell, when: Cell, quarterOfYear: Cell) => QuarterRule {
  let last:
    { readonly who: Cell; readonly when: Cell; readonly quarterOfYear: Cell; readonly rule: QuarterRule } | undefined;
  return (who, when, quarterOfYear) => {
    if (last === undefined || last.who !== who || last.when !== when || last.quarterOfYear !== quarterOfYear) {
      last = { who, when, quarterOfYear, rule: ruleOf(who, when, quarterOfYear, null, null) };
    }
    return last.rule;
  };
}

/** How sure a row is, in words; empty where it rests on no figure. */
const sureness = (confidence: Sureness | undefined): string =>
  confidence === undefined ? "" : t(`confidence/${confidence}`);
