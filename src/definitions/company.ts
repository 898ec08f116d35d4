import {
  companyContribution,
  companyDueDate,
  companyExemption,
  companyPrescription,
  companySurcharge,
} from "../rules/company";
import type { Cents } from "../rules/money";
import { Refusal } from "../rules/refusal";
import { type Argument, optional, orElse } from "./argument";
import {
  calendar,
  companyClaim,
  companyForm,
  count,
  day,
  exemptionGround,
  money,
  year as contributionYear,
} from "./arguments";
import { isBlankCell } from "./cells";
import { define } from "./define";

/** A new company has none, and says 0. */
const balanceSheet: Argument<Cents> = {
  ...money,
  read: (argument, cell) =>
    isBlankCell(argument, cell) ? new Refusal("balance-total-missing") : money.read(argument, cell),
};

export const company = {
  /**
   * Annual contribution of a company to the social statute of the self-employed, in euro: a lump sum by the size of its balance sheet, without management fee.
   * @param balanceTotal Total of the balance sheet (heading 20/58) of the last but one closed financial year, in euro, as on 1 January of the contribution year; 0 for a company without one.
   * @param [year] Contribution year; omitted: the parameter year of the workbook.
   * @returns Euro; one amount a year, never in part.
   * @throws #VALUE! without a balance sheet total or for a negative one; #N/A for a year without published amounts or before 2015.
   * @law Law of 30/12/1992, article 91. A total equal to the threshold still counts as small.
   * @example =COMPANY.CONTRIBUTION(1200000,2025)
   */
  "COMPANY.CONTRIBUTION": define({
    takes: { balanceTotal: balanceSheet, year: contributionYear },
    asks: ({ balanceTotal, year }) => companyContribution(balanceTotal, year),
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Last day to pay the annual company contribution.
   * @param year Contribution year.
   * @param [created] Date of creation, or of the event that makes the company subject to non-residents’ tax; counts only in the year itself.
   * @returns Excel date: 30 June up to 2019, 31 December from 2021; for a company created in the year at least the last day of the third month after that of its creation.
   * @throws #VALUE! for an invalid argument or a creation after the year; #N/A for 2020 (the sources disagree) and before 2015.
   * @law Law of 30/12/1992, articles 92 and 92ter.
   * @example =COMPANY.DUEDATE(2025)
   * @example =COMPANY.DUEDATE(2025,DATE(2025,11,15))
   */
  "COMPANY.DUEDATE": define({
    takes: { year: calendar, created: optional(day) },
    asks: ({ year, created }) => companyDueDate(year, created),
    shows: "date",
  }),

  /**
   * Surcharge on a company contribution paid late, in euro: 1% for each calendar month begun after that of the due date.
   * @param amount Contribution in euro that was not paid in time.
   * @param due Last day to pay: COMPANY.DUEDATE.
   * @param paid Day of payment, of the start of proceedings or of the service of a writ of execution; its month counts.
   * @returns Euro, rounded half up to the cent once, over all months together; 0 when paid in time.
   * @throws #VALUE! for an invalid argument or a negative amount; #N/A for a due date before 2015.
   * @law Law of 30/12/1992, article 93.
   * @example =COMPANY.SURCHARGE(399.73,DATE(2025,12,31),DATE(2026,2,10))
   */
  "COMPANY.SURCHARGE": define({
    takes: { amount: money, due: day, paid: day },
    asks: ({ amount, due, paid }) => companySurcharge(amount, due, paid),
    shows: "euro",
    sum: "amount",
  }),

  /**
   * Whether a company owes no contribution for a year. Each exemption is on request, with its proof.
   * @param ground starter, dormant, bankruptcy, liquidation or reorganisation.
   * @param since Formation (starter), first day without activity (dormant), judgment, or publication in the annexes of the official gazette.
   * @param [year] Contribution year; omitted: the parameter year of the workbook.
   * @param [until] Last day of the situation; omitted: it goes on. A starter has none.
   * @param [form] For a starter: partnership (bv/srl, cv/sc, vof/snc, commv/scomm) or share-company (nv/sa, cva/sca).
   * @param [quarters] For a starter: insured quarters in the 40 before the formation; the largest number among the managers, and among most of the active partners who are none.
   * @returns TRUE if no contribution is due for the year, else FALSE. What was already paid is not given back, but to a dormant company.
   * @throws #VALUE! for an invalid argument, an end before the beginning, or a starter without form or quarters; #N/A for a year before 2015 and for a starter formed before 01/11/2018.
   * @law Law of 30/12/1992, articles 92bis and 94.
   * @example =COMPANY.EXEMPTION("starter",DATE(2024,5,10),2026,,"partnership",12)
   * @example =COMPANY.EXEMPTION("dormant",DATE(2024,12,31),2025)
   */
  "COMPANY.EXEMPTION": define({
    takes: {
      ground: exemptionGround,
      since: day,
      year: contributionYear,
      until: optional(day),
      form: optional(companyForm),
      quarters: optional(count),
    },
    asks: companyExemption,
    shows: "met",
  }),

  /**
   * Last day before the claim of a company contribution, or its refund, is barred: five years, if nothing interrupts them.
   * @param year Contribution year; for a refund, the year of the payment.
   * @param [kind] contribution (default) or refund.
   * @returns Excel date: 31 December of the fifth year after. A summons, an acknowledgement or a registered claim makes the five years begin again: not computed.
   * @throws #VALUE! for an invalid argument; #N/A for a year before 2015.
   * @law Law of 30/12/1992, article 95.
   * @example =COMPANY.PRESCRIPTION(2020)
   */
  "COMPANY.PRESCRIPTION": define({
    takes: { year: calendar, kind: orElse(companyClaim, "contribution") },
    asks: ({ year, kind }) => companyPrescription(year, kind),
    shows: "date",
  }),
};
