import { plci } from "../rules/pension";
import { optional } from "./argument";
import { income, incomeBasis, premiumKind, year } from "./arguments";
import { define } from "./define";

export const pension = {
  /**
   * Highest premium of a year for the free supplementary pension (PLCI, VAPZ), in euro, for those who may pay one: BENEFIT.ENTITLED(category,"plci",date). It must be paid by 31 December, and is deductible only if the contributions of the year are paid. A starter on the flat provisional contribution as complementary never may.
   * @param incomeN3 Net professional income of year N-3 in euro, after professional expenses and after social contributions; not revalued. With basis contribution: the income on which the contributions are computed, for starters also the minimum income of the year.
   * @param [year] Year of the premium, from 2016 to the last published one; with basis contribution from 2015. Omitted: the parameter year of the workbook.
   * @param [kind] ordinary (default) or social.
   * @param [basis] n-3 (default): the income is revalued; contribution: it is used as it is. A minimum income belongs to contribution, or it would be revalued a second time.
   * @returns Euro, two decimals; never less than the minimum of 100.00 (social: 111.12). For 2026 the law still says 8.17 %; a rise to 8.5 % was announced and no act is known. Neither the quarters that count for a pension nor the minimum pension have a function.
   * @throws #VALUE! for a bad argument; #N/A for a year whose ceiling or revaluation is not known.
   * @law Programme law of 24/12/2002, articles 41 to 52; royal decree of 12/01/2007, article 2.
   * @example =PENSION.PLCI(30000,2026)
   * @example =PENSION.PLCI(17374.08,2026,"ordinary","contribution")
   */
  "PENSION.PLCI": define({
    takes: { incomeN3: income, year, kind: optional(premiumKind), basis: optional(incomeBasis) },
    asks: ({ incomeN3, ...rest }) => plci({ income: incomeN3, ...rest }),
    shows: "euro",
  }),
};
