import { quarter as quarterNumber } from "../rules/calendar";
import { type Cents, type Fraction } from "../rules/money";
import { accrual, earliestPension, estimate, minimumPension, pensionAge, plci, quarterCounts } from "../rules/pension";
import { Refusal } from "../rules/refusal";
import { pensionerCeiling, suspendedShare } from "../rules/status";
import { type Argument, offeredAs, optional, orElse } from "./argument";
import {
  between,
  calendar,
  category,
  day,
  income,
  incomeBasis,
  indexation,
  money,
  pensioner,
  premiumKind,
  quarter,
  quarterGround,
  whole,
  year,
  yes,
} from "./arguments";
import { cellsOf, date, decimal, eachOf, held, isBlank, LAST_LEGAL_YEAR, nonNegativeAmount, type Cell } from "./cells";
import { millionths } from "./decimal";
import { define, defineTable } from "./define";

const MOST_CHILDREN = 20;
const MOST_CAREER_YEARS = 60;
const MOST_WORKED_QUARTERS = 240;
const QUARTERS = 4;

/** A birth may lie before 1950; a number that is a year is none. */
const birth: Argument<number> = { kind: "date", read: (argument, cell) => date(argument, cell, LAST_LEGAL_YEAR + 1) };

const aCareer = between(0, MOST_CAREER_YEARS);

/** Years of a career, with quarters as .25. */
const careerYears: Argument<number> = {
  ...aCareer,
  decimals: true,
  read: (argument, cell) => {
    const given = aCareer.read(argument, cell);
    if (given instanceof Refusal || Number.isInteger(given * QUARTERS)) return given;
    return new Refusal("not-quarters-of-years", { argument, given });
  },
};

const MILLION = 1_000_000;
const LEAST_REVALUATION = 1 / MILLION;
const MOST_REVALUATION = 1000;

/** A coefficient of revaluation, six decimals. */
const revaluation: Argument<Fraction> = {
  kind: "number",
  decimals: true,
  bounds: [LEAST_REVALUATION, MOST_REVALUATION],
  read: (argument, cell) => {
    const given = decimal(argument, cell);
    if (given instanceof Refusal) return given;
    const units = millionths(given);
    if (units > 0 && units <= MOST_REVALUATION * MILLION) return { units, scale: MILLION };
    return new Refusal("out-of-range", { argument, given, least: LEAST_REVALUATION, most: MOST_REVALUATION });
  },
};

interface CareerIncomes {
  /** Nothing for a year that does not count. */
  readonly amounts: readonly (Cents | undefined)[];
  /** Cells of the range. */
  readonly size: number;
}

/** Incomes by year from a first year on; a blank cell is a year that does not count, blank ones at the end are no years. */
const careerIncomes: Argument<(firstYear: number) => CareerIncomes> = {
  kind: "euro",
  matrix: true,
  read: (argument, cells) => {
    const all = cellsOf(cells);
    const years = all.slice(0, all.findLastIndex((one) => !isBlank(one)) + 1);
    if (years.length === 0) return new Refusal("missing", { argument });
    return (firstYear) => {
      const most = LAST_LEGAL_YEAR - firstYear + 1;
      const facts = { argument, given: years.length, most, last: LAST_LEGAL_YEAR };
      if (years.length > most) throw new Refusal("projection-too-long", facts);
      return {
        amounts: held(eachOf(years, (cell, index) => amountOrNothing(argument, cell, index))),
        size: all.length,
      };
    };
  },
};

const amountOrNothing = (argument: string, cell: Cell, index: number) =>
  isBlank(cell) ? undefined : nonNegativeAmount(`${argument}[${index + 1}]`, cell);

/** One coefficient for all years, or one for each that counts, once these are known; none where it is left out. */
const revaluations: Argument<((years: CareerIncomes) => (Fraction | undefined)[]) | undefined> = {
  kind: "number",
  optional: true,
  matrix: true,
  read: (argument, cells) => {
    const all = cellsOf(cells);
    if (all.every(isBlank)) return undefined;
    return ({ amounts, size }) => {
      const isOne = all.length === 1;
      if (!isOne && all.length !== size)
        throw new Refusal("wrong-size", { argument, expected: size, given: all.length });
      const of = (index: number) =>
        isOne ? revaluation.read(argument, all[0]) : revaluation.read(`${argument}[${index + 1}]`, all[index]);
      return held(eachOf(amounts, (amount, index) => (amount === undefined ? undefined : of(index))));
    };
  },
};

const household = orElse(yes, false);
const children = orElse(whole(0, MOST_CHILDREN), 0);

export const pension = {
  /**
   * Maximum premium of a year for the free supplementary pension (PLCI, VAPZ), in euro. With the category: €0.00 where it may not pay one; without category: for those who may, see BENEFIT.ENTITLED(category,"plci",date).
   * @param incomeN3 Net professional income of year N-3 in euro, after professional expenses and after social contributions; not revalued. With basis “contribution”: the income on which the contributions are computed, for starters also the minimum income of the year.
   * @param [year] Year of the premium, from 2016 to the last published one; with basis “contribution” from 2015, with the category from 2018. Omitted: the parameter year of the workbook.
   * @param [kind] ordinary (default) or social.
   * @param [basis] “n-3” (default): the income is revalued; “contribution”: it is used as it is. A minimum income belongs to “contribution”, or it would be revalued a second time.
   * @param [category] Situation: main occupation, complementary occupation, student … Omitted: somebody who may pay a premium.
   * @returns Euro, two decimals; never less than the minimum of €100.00 (social: €111.12), or €0.00 for a category that may not, or whose income does not reach the minimum income of a main occupation. For 2026 the law still says 8.17%; a rise to 8.5% was announced but no legal text is known. It must be paid by 31 December, and is deductible only if the contributions of the year are paid. A starter in complementary occupation who pays the flat provisional contribution never may.
   * @throws #VALUE! for an invalid argument; #N/A for a year whose ceiling or revaluation is not known, and for a category whose right is not settled or changes within the year.
   * @law Programme law of 24/12/2002, articles 41 to 52; royal decree of 12/01/2007, article 2.
   * @example =PENSION.PLCI(30000,2026)
   * @example =PENSION.PLCI(17374.08,2026,"ordinary","contribution","primostarter")
   */
  "PENSION.PLCI": define({
    takes: {
      incomeN3: income,
      year,
      kind: optional(premiumKind),
      basis: optional(incomeBasis),
      category: optional(offeredAs("PENSION_CATEGORY", category)),
    },
    asks: ({ incomeN3, ...rest }) => plci({ income: incomeN3, ...rest }),
    shows: "euro",
  }),

  /**
   * What a pensioner may earn as self-employed in a year without losing pension, in euro. For a first or incomplete year take the months covered by the pension, out of twelve. Those who also earn wages have other ceilings: ask INASTI.
   * @param year Year of the income, from 2015.
   * @param situation Kind of pension: early pension; survivor’s pension alone, before or from the legal age (or spouse of a pensioner at the household rate); own pension from 1 January of the year of the legal age, or after 45 career years.
   * @param [children] Children as dependants; omitted: 0. Each further child counts only for a survivor’s pension before the legal age, from 2023.
   * @returns Net income of the year in euro, or the word “unlimited”.
   * @throws #VALUE! for an invalid argument; #N/A for a year whose ceiling is not published.
   * @law Royal decree of 22/12/1967, article 107.
   * @example =PENSION.CEILING(2025,"early")
   * @example =PENSION.CEILING(2025,"survival",2)
   */
  "PENSION.CEILING": define({
    takes: { year: calendar, situation: pensioner, children },
    asks: pensionerCeiling,
    shows: "euro-or-word",
    sum: "amount",
  }),

  /**
   * Share of the pension of a year that is suspended because the self-employed income exceeds the ceiling.
   * @param income Net self-employed income of the year in euro, after professional expenses and after social contributions; a loss may be negative.
   * @param year Year of the income, from 2015.
   * @param situation Kind of pension, as in PENSION.CEILING.
   * @param [children] Children as dependants; omitted: 0.
   * @returns Fraction, such as 0.39: the excess in percent of the ceiling, rounded to the hundredth and then to the unit; 0 up to the ceiling, 1 from twice the ceiling on. A pension at the household rate falls to the single rate for that share.
   * @throws #VALUE! for an invalid argument; #N/A for a year whose ceiling is not published.
   * @law Royal decree of 22/12/1967, article 107 §4.
   * @example =PENSION.EXCESS(10953.2,2024,"early")
   */
  "PENSION.EXCESS": define({
    takes: { income, year: calendar, situation: pensioner, children },
    asks: ({ income: earned, ...question }) => suspendedShare(earned, question),
    shows: "rate",
  }),

  /**
   * Whether a quarter counts for the pension, by the kind of contribution or assimilation. It counts only if its contributions are paid in principal and accessories. Not checked: the most quarters of care and of bridging right, four each.
   * @param contribution Kind of contribution or assimilation: “main occupation, paid”, “complementary, from the minimum income, paid”, “assimilated for sickness” …
   * @param year Year of the quarter.
   * @param quarter 1 to 4.
   * @returns TRUE or FALSE.
   * @throws #VALUE! for an invalid argument; #N/A where no text settles it, and for quarters before those covered.
   * @law Royal decree no 72 of 10/11/1967, article 15; royal decree of 22/12/1967, articles 13 and 28 to 37ter; royal decree of 21/09/2025, article 4.
   * @example =PENSION.COUNTS("paid-complementary-full",2026,1)
   */
  "PENSION.COUNTS": define({
    takes: { contribution: quarterGround, year: calendar, quarter },
    asks: ({ contribution, year: of, quarter: n }) => quarterCounts(quarterNumber(of, n), contribution),
    shows: "met",
  }),

  /**
   * Gross legal pension a year that one career year as self-employed adds, for pensions that start from 01/07/2023. Bonus, malus, assimilated incomes and other schemes are left out.
   * @param income Net professional income on which the final contributions of the year were computed, in euro, after professional expenses and after social contributions; at least the minimum income of the category.
   * @param year Career year, from 1997.
   * @param [household] TRUE: household rate of 75% (married, the spouse without own pension or income above what is allowed; the pension service decides). FALSE (default): 60%.
   * @param [quarters] Quarters of the year that count, 1 to 4: PENSION.COUNTS. Omitted: 4.
   * @param [revaluation] Coefficient that brings the income to the prices of the start of the pension, six decimals: the pension decision prints it. Omitted: 1, the prices of the career year.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed for years whose ceiling is not known yet.
   * @returns Euro a year, two decimals, rounded once at the end. mypension.be gives the official amount and date; PENSION.ESTIMATE can take it as pension already built up.
   * @throws #VALUE! for an invalid argument; #N/A before 1997, for incomes before 2021 above the one that is sure, and for years without a ceiling where no indexation is given.
   * @law Royal decree of 30/01/1997, articles 4 to 6; royal decree of 22/12/1967, articles 53quater and 53sexies.
   * @example =PENSION.ACCRUAL(30000,2024)
   * @example =PENSION.ACCRUAL(30000,2010,FALSE,4,0.994321)
   */
  "PENSION.ACCRUAL": define({
    takes: {
      income: money,
      year: calendar,
      household,
      quarters: orElse(whole(1, QUARTERS), QUARTERS),
      revaluation: optional(revaluation),
      indexation,
    },
    asks: accrual,
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Gross legal pension that a career builds, a row a career year, with what was acquired before and the minimum. Without revaluation each year stands in its own prices.
   * @param incomes Net professional incomes by year from the first year on, in euro, after professional expenses and after social contributions; a blank cell is a year that does not count.
   * @param firstYear First career year of the range.
   * @param [household] TRUE: household rate of 75%; FALSE (default): 60%.
   * @param [pensionDate] Start of the pension, from 01/07/2023; it decides the minimum alone. Omitted: the last day whose index is established.
   * @param [revaluation] Coefficient to the prices of the start of the pension: one for all years, or as many as incomes. Omitted: none.
   * @param [acquired] Pension a year already built up, as mypension.be gives it, in euro. Omitted: 0.
   * @param [acquiredYears] Career years behind it, quarters as .25. Omitted: 0.
   * @param [indexation] Assumed yearly growth of the index, such as 0.02; needed for years whose ceiling is not known yet.
   * @returns Table: year, income that counts, coefficient, revaluation, pension a year; then the rows acquired, total (of the unrounded years, rounded once), per month and minimum per month. The pension service pays the higher of the last two. Bonus, malus, assimilated incomes and other schemes are left out. mypension.be gives the official amount and date; give the amount of earlier years as pension already built up.
   * @throws #VALUE! for an invalid argument; #N/A in the cell of a year that is not known, and then in the total: give these years as acquired. #N/A for a start before 01/07/2023.
   * @law Royal decree of 30/01/1997, articles 4 to 6; royal decree of 22/12/1967, articles 53quater and 53sexies; law of 15/05/1984, articles 131ter to 131sexies.
   * @example =PENSION.ESTIMATE(B2:B9,2018,FALSE,,,5000,27)
   */
  "PENSION.ESTIMATE": defineTable({
    takes: {
      incomes: careerIncomes,
      firstYear: calendar,
      household,
      pensionDate: optional(day),
      revaluation: revaluations,
      acquired: orElse(money, 0),
      acquiredYears: orElse(careerYears, 0),
      indexation,
    },
    asks: ({ incomes, firstYear, revaluation: coefficients, ...question }) => {
      const years = incomes(firstYear);
      return estimate({ ...question, firstYear, incomes: years.amounts, revaluation: coefficients?.(years) });
    },
    shows: { year: "row", income: "euro", coefficient: "ratio", revaluation: "ratio", pension: "euro" },
  }),

  /**
   * Gross minimum pension a month for a career as self-employed. Only years as self-employed make the fraction; the 30 may be reached with others, which are not seen.
   * @param date Day on which the amount is asked, from 2018.
   * @param careerYears Career years as self-employed, 0 to 60, quarters as .25.
   * @param [household] TRUE: household rate; FALSE (default): single rate.
   * @param [birth] Day of birth; needed with the quarters of effective work.
   * @param [effectiveQuarters] Quarters of effective work, for a pension that starts from 2025: the year of birth says how many are needed. Omitted: not checked.
   * @returns Euro a month, two decimals; 0.00 below 30 years, or with too few quarters of effective work. From 05/2024 on one cent is uncertain. mypension.be gives the official amount and date; PENSION.ESTIMATE can take it as pension already built up.
   * @throws #VALUE! for an invalid argument; #N/A on days without a verified amount, and with too few quarters of effective work for births of 1963 to 1968, where 30 years on 01/01/2025 would be enough.
   * @law Law of 15/05/1984, articles 131ter to 131sexies.
   * @example =PENSION.MINIMUM(DATE(2026,5,1),40)
   * @example =PENSION.MINIMUM(DATE(2026,5,1),31,FALSE,DATE(1972,3,1),64)
   */
  "PENSION.MINIMUM": define({
    takes: {
      date: day,
      careerYears,
      household,
      birth: optional(birth),
      effectiveQuarters: optional(whole(0, MOST_WORKED_QUARTERS)),
    },
    asks: ({ date: on, ...question }) => minimumPension({ day: on, ...question }),
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Legal pension age. The pension starts on the first day of the month after the birthday.
   * @param birth Day of birth, from 01/12/1944.
   * @returns Years: 65, 66 or 67. mypension.be gives the official date and amount; PENSION.ESTIMATE can take it as pension already built up.
   * @throws #VALUE! for an invalid date; #N/A for an earlier birth, of which the age depended on the sex.
   * @law Royal decree of 30/01/1997, article 3 §§1 to 1ter.
   * @example =PENSION.AGE(DATE(1963,1,10))
   */
  "PENSION.AGE": define({
    takes: { birth },
    asks: ({ birth: born }) => pensionAge(born),
    shows: "number",
  }),

  /**
   * Earliest first day of a pension: early, from 60 with 44 calendar years to 63 with 42, or else at the legal age. From 2027 the law of 30/05/2026 keeps ages and years (calculated).
   * @param birth Day of birth, from 01/12/1944.
   * @param careerYears Calendar years that count, up to the last year given: at least two quarters as self-employed, or 104 days as employee. Later years are taken to count.
   * @param lastYear Last year of that count; no pension before 1 January of the next one.
   * @returns Excel date, a first day of a month. mypension.be gives the official date and amount; PENSION.ESTIMATE can take it as pension already built up.
   * @throws #VALUE! for an invalid argument; #N/A where from 2027 the new way (60 years, 42 years of 234 days), which is not covered, could be earlier, and for early pensions before 2019.
   * @law Royal decree of 30/01/1997, article 3; law of 30/05/2026.
   * @example =PENSION.EARLIEST(DATE(1963,1,10),42,2025)
   */
  "PENSION.EARLIEST": define({
    takes: { birth, careerYears: whole(0, MOST_CAREER_YEARS), lastYear: calendar },
    asks: earliestPension,
    shows: "date",
  }),
};
