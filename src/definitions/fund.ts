import { t, wordName } from "../i18n";
import {
  compareFunds,
  contributionWithFee,
  feeRateOf,
  feeScenario,
  fundChange,
  fundChangeRequest,
  managementFee,
} from "../rules/funds";
import { each, optional, orElse } from "./argument";
import {
  calendar,
  day,
  feeRate,
  fund as fundOrRate,
  income,
  switchKind,
  year as contributionYear,
  yes,
} from "./arguments";
import { define, defineTable } from "./define";
import { contribution, heads, memberShare, membersOf, triedRates } from "./scenario";

const change = {
  since: day,
  asOf: optional(day),
  kind: orElse(switchKind, "person"),
  upToDate: orElse(yes, true),
  pensionAgeYear: optional(calendar),
  earlyPensionYear: optional(calendar),
};

export const fund = {
  /**
   * Management fee of a social insurance fund, as a fraction of the contribution.
   * @param fund Name of the fund, or your own rate as a fraction (0.0305), which is returned unchanged.
   * @param [year] Contribution year; omitted: the parameter year of the workbook. For a year without a figure: the latest earlier one.
   * @returns Fraction, such as 0.0305; FUND.COMPARE shows the year that it is of.
   * @throws #VALUE! for an unknown fund or a rate outside 0 to 0.1; #N/A for a fund without a figure of that year or before.
   * @law Royal decree no 38 of 27/07/1967, article 20 §4.
   * @example =FUND.RATE("Liantis",2026)
   */
  "FUND.RATE": define({
    takes: { fund: fundOrRate, year: contributionYear },
    asks: feeRateOf,
    shows: "fraction",
  }),

  /**
   * Management fee on the contribution of one quarter, in euro.
   * @param contribution Contribution of one quarter in euro; rounded to the cent before the fee is taken. A yearly amount is one amount too, and may differ by cents from four quarters.
   * @param fund Name of the fund, or your own rate as a fraction (0.0305).
   * @param [year] Contribution year; omitted: the parameter year of the workbook.
   * @returns Euro, rounded half up to the cent; a refund keeps its sign.
   * @throws #VALUE! for an invalid argument; #N/A for a fund without a figure of that year or before.
   * @law Royal decree no 38 of 27/07/1967, article 20 §4.
   * @example =FUND.FEE(2050,"Liantis",2026)
   * @example =FUND.FEE(2050,0.0305)
   */
  "FUND.FEE": define({
    takes: { contribution: income, fund: fundOrRate, year: contributionYear },
    asks: managementFee,
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Contribution of one quarter with the management fee, in euro.
   * @param contribution Contribution of one quarter in euro; rounded to the cent before the fee is taken. A yearly amount is one amount too, and may differ by cents from four quarters.
   * @param fund Name of the fund, or your own rate as a fraction (0.0305).
   * @param [year] Contribution year; omitted: the parameter year of the workbook.
   * @returns Euro, two decimals.
   * @throws #VALUE! for an invalid argument; #N/A for a fund without a figure of that year or before.
   * @law Royal decree no 38 of 27/07/1967, article 20 §4.
   * @example =FUND.TOTAL(INASTI.QUARTERLY(40000,"principal",2026),"Liantis",2026)
   */
  "FUND.TOTAL": define({
    takes: { contribution: income, fund: fundOrRate, year: contributionYear },
    asks: contributionWithFee,
    shows: "euro",
    sum: "amount",
  }),

  /**
   * The funds side by side for the contribution of one quarter, cheapest first.
   * @param contribution Contribution of one quarter in euro.
   * @param [year] Contribution year; omitted: the parameter year of the workbook.
   * @returns Table: fund, rate, year of the figure, fee and total per quarter and per year, difference with the cheapest, source, confidence. A last row names the funds without a figure.
   * @throws #VALUE! for an invalid argument; #N/A for a year before the first figure.
   * @law Royal decree no 38 of 27/07/1967, article 20 §4.
   * @example =FUND.COMPARE(2050,2026)
   */
  "FUND.COMPARE": define({
    takes: { contribution: income, year: contributionYear },
    asks: ({ contribution, year }) => compareFunds(contribution, year),
    shows: {
      fund: "text",
      rate: "rate",
      sourceYear: "number",
      feePerQuarter: "euro",
      totalPerQuarter: "euro",
      feePerYear: "euro",
      totalPerYear: "euro",
      differencePerYear: "euro",
      source: "law",
      confidence: "confidence",
    },
    besides: { withoutFigure: "funds" },
    laysOut: ({ withoutFigure }, [header = [], ...funds]) => {
      if (withoutFigure.length === 0) return [header, ...funds];
      const names = t("funds/no-figure", {
        names: withoutFigure
          .map((id) => wordName("fund", id))
          .sort()
          .join(", "),
      });
      return [header, ...funds, [names, ...header.slice(1).map(() => "")]];
    },
  }),

  /**
   * What a fund’s management fee brings in for one quarter at several rates: all members against each rate, in one call.
   * @param contributions Range: contribution of one quarter of each member, in euro. Blank cells are no members; 0 is one.
   * @param rates Range: fee rates as fractions (0.0305), the present one first.
   * @param [members] How many members pay each contribution, whole numbers from 0 on, for a list of income classes: one value, or as many as contributions; omitted: one each.
   * @param [leave] Share of the members that leaves at each rate, 0 to 1: one value, or as many as rates; the same share at every contribution.
   * @returns Table: rate, fee income of the quarter, fee per member before anyone leaves, difference with the first rate; a row a rate. With leave: the share, and the one above which the rate brings in less than the first row; negative at a lower rate: the growth that makes up for it. An invalid rate gives an error in its own row only.
   * @throws #VALUE! for a contribution that is no number, without any contribution, without any rate, and for members or leave of another size or out of bounds.
   * @law No law; each fee is rounded by itself, as it is billed.
   * @example =FUND.SCENARIO(A2:A1001,C2:C11)
   * @example =FUND.SCENARIO(A2:A13,D2:D5,B2:B13,E2:E5)
   */
  "FUND.SCENARIO": defineTable({
    takes: {
      contributions: each(contribution),
      rates: each(feeRate),
      members: each(optional(heads)),
      leave: each(optional(memberShare)),
    },
    asks: ({ contributions, rates, members, leave }) =>
      feeScenario(membersOf(contributions, members), triedRates(rates, leave)),
    shows: { rate: "ratio", feeIncome: "euro", feePerMember: "euro", difference: "euro" },
    also: { leave: "ratio", breakEvenLeave: "ratio" },
  }),

  /**
   * First possible date of a change of social insurance fund: always a 1 January.
   * @param since Start of the affiliation; its declaration where that came late; after an earlier change the 1 January of it.
   * @param [asOf] Day from which the request can still be made; omitted: the first date that the years of affiliation allow, even a past one.
   * @param [kind] person (default), company or spouse.
   * @param [upToDate] TRUE (default): nothing claimed and payable remains due on the date of the change.
   * @param [pensionAgeYear] Calendar year in which the legal pension age is reached; omitted: not checked. No effect for a company.
   * @param [earlyPensionYear] Calendar year in which an early pension is obtained; omitted: not checked. No effect for a company.
   * @returns Excel date.
   * @throws #VALUE! for an invalid argument or for a spouse; #N/A where no change is possible any more, with debts, or for a company affiliated after March (no text settles its first year).
   * @law Royal decree of 19/12/1967, article 10; companies: law of 30/12/1992, article 90.
   * @example =FUND.SWITCH(DATE(2022,2,15))
   * @example =FUND.SWITCH(DATE(2015,1,1),DATE(2026,7,1),"person",TRUE)
   */
  "FUND.SWITCH": define({
    takes: change,
    asks: fundChange,
    shows: "date",
  }),

  /**
   * Last day on which the new fund can request the change that FUND.SWITCH gives: 30 June of the year before. The person signs earlier.
   * @param since Start of the affiliation; its declaration where that came late; after an earlier change the 1 January of it.
   * @param [asOf] Day from which the request can still be made; omitted: the first date that the years of affiliation allow, even a past one.
   * @param [kind] person (default), company or spouse.
   * @param [upToDate] TRUE (default): nothing claimed and payable remains due on the date of the change.
   * @param [pensionAgeYear] Calendar year in which the legal pension age is reached; omitted: not checked. No effect for a company.
   * @param [earlyPensionYear] Calendar year in which an early pension is obtained; omitted: not checked. No effect for a company.
   * @returns Excel date.
   * @throws #VALUE! for an invalid argument or for a spouse; #N/A where FUND.SWITCH has no date.
   * @law Royal decree of 19/12/1967, article 10 §2; companies: law of 30/12/1992, article 90.
   * @example =FUND.SWITCHREQUEST(DATE(2022,2,15))
   */
  "FUND.SWITCHREQUEST": define({
    takes: change,
    asks: fundChangeRequest,
    shows: "date",
  }),
};
