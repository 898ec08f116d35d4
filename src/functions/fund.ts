import { t } from "../i18n";
import { compareFunds, fee as feeOn, Members } from "../rules/funds";
import type { Fraction } from "../rules/money";
import { attempt, Refusal } from "../rules/refusal";
import { amount, type Cell, feeFraction, filledCells, year as yearCell } from "./cells";
import { rateOf, switchOf } from "./questions";
import { excelError } from "./register";
import { CellErrors, euro, excelDate, fraction, table } from "./results";

/**
 * Who changes fund.
 * @customenum {string}
 */
enum FUND_SWITCHKIND {
  /** A self-employed person or helper: four years. */
  person = "person",
  /** A company: three contribution years. */
  company = "company",
  /** An assisting spouse follows the helped person: give that person's dates, as person. */
  spouse = "spouse",
}

/**
 * Management fee of a social insurance fund, as a fraction of the contribution.
 * @customfunction FUND.RATE
 * @helpurl https://localhost:3000/help/fund.rate.html
 * @param fund Name of the fund, or a rate of one's own as a fraction (0.0305), which comes back unchanged.
 * @param [year] Contribution year; omitted: the parameter year of the workbook. A year without a figure answers the latest earlier one.
 * @returns Fraction, such as 0.0305; FUND.COMPARE shows the year that it is of.
 * @throws #VALUE! for an unknown fund or a rate outside 0 to 0.1; #N/A for a fund without a figure of that year or before.
 * @law Royal decree no 38 of 27/07/1967, article 20 §4.
 * @example =FUND.RATE("Liantis",2026)
 */
export function rate(fund: unknown, year?: unknown): number {
  const { units, scale } = rateOf(fund, year);
  return units / scale;
}

/**
 * Management fee on the contribution of one quarter, in euro.
 * @customfunction FUND.FEE
 * @helpurl https://localhost:3000/help/fund.fee.html
 * @param contribution Contribution of one quarter in euro; rounded to the cent before the fee is taken. A yearly amount is one amount too, and may differ by cents from four quarters.
 * @param fund Name of the fund, or a rate of one's own as a fraction (0.0305).
 * @param [year] Contribution year; omitted: the parameter year of the workbook.
 * @returns Euro, rounded half up to the cent; a refund keeps its sign.
 * @throws #VALUE! for a bad argument; #N/A for a fund without a figure of that year or before.
 * @law Royal decree no 38 of 27/07/1967, article 20 §4.
 * @example =FUND.FEE(2050,"Liantis",2026)
 * @example =FUND.FEE(2050,0.0305)
 */
export function fee(contribution: unknown, fund: unknown, year?: unknown): number {
  const cents = amount("contribution", contribution);
  return euro(feeOn(cents, rateOf(fund, year)));
}

/**
 * Contribution of one quarter with the management fee, in euro.
 * @customfunction FUND.TOTAL
 * @helpurl https://localhost:3000/help/fund.total.html
 * @param contribution Contribution of one quarter in euro; rounded to the cent before the fee is taken. A yearly amount is one amount too, and may differ by cents from four quarters.
 * @param fund Name of the fund, or a rate of one's own as a fraction (0.0305).
 * @param [year] Contribution year; omitted: the parameter year of the workbook.
 * @returns Euro, two decimals.
 * @throws #VALUE! for a bad argument; #N/A for a fund without a figure of that year or before.
 * @law Royal decree no 38 of 27/07/1967, article 20 §4.
 * @example =FUND.TOTAL(INASTI.QUARTERLY(40000,"principal",2026),"Liantis",2026)
 */
export function total(contribution: unknown, fund: unknown, year?: unknown): number {
  const cents = amount("contribution", contribution);
  return euro(cents + feeOn(cents, rateOf(fund, year)));
}

/**
 * The funds side by side for the contribution of one quarter, cheapest first.
 * @customfunction FUND.COMPARE
 * @helpurl https://localhost:3000/help/fund.compare.html
 * @param contribution Contribution of one quarter in euro.
 * @param [year] Contribution year; omitted: the parameter year of the workbook.
 * @returns Table: fund, rate, year of the figure, fee and total per quarter and per year, difference with the cheapest, source, confidence. A last row names the funds without a figure.
 * @throws #VALUE! for a bad argument; #N/A for a year before the first figure.
 * @law Royal decree no 38 of 27/07/1967, article 20 §4.
 * @example =FUND.COMPARE(2050,2026)
 */
export function compare(contribution: unknown, year?: unknown): unknown[][] {
  const { rows, withoutFigure } = compareFunds(amount("contribution", contribution), yearCell("year", year));
  const columns = [
    "fund",
    "rate",
    "source-year",
    "fee-per-quarter",
    "total-per-quarter",
    "fee-per-year",
    "total-per-year",
    "difference-per-year",
    "source",
    "confidence",
  ];
  const compared = rows.map((row) => [
    row.name,
    fraction(row.rate),
    row.sourceYear,
    euro(row.feePerQuarter),
    euro(row.totalPerQuarter),
    euro(row.feePerYear),
    euro(row.totalPerYear),
    euro(row.differencePerYear),
    row.source.title,
    t(`confidence/${row.confidence}`),
  ]);
  const unknown =
    withoutFigure.length === 0
      ? []
      : [[t("funds/no-figure", { names: withoutFigure.join(", ") }), ...columns.slice(1).map(() => "")]];
  return table(columns, [...compared, ...unknown]);
}

/**
 * What a fund's management fee brings in for one quarter at several rates: all members against each rate, in one call.
 * @customfunction FUND.SCENARIO
 * @helpurl https://localhost:3000/help/fund.scenario.html
 * @param contributions Range: contribution of one quarter of each member, in euro. Blank cells are no members; 0 is one.
 * @param rates Range: fee rates as fractions (0.0305), the present one first.
 * @returns Table: rate, fee income of the quarter, fee per member, difference with the first rate; a row a rate. A bad rate is an error in its own row.
 * @throws #VALUE! for a contribution that is no number, without any contribution, or without any rate.
 * @law None; each fee is rounded by itself, as it is billed.
 * @example =FUND.SCENARIO(A2:A1001,C2:C11)
 */
export function scenario(contributions: unknown[][], rates: unknown[][]): unknown[][] {
  const cents = filledCells("contributions", contributions).map((cell) => amount("contributions", cell));
  const members = new Members(new Float64Array(cents));
  const given = filledCells("rates", rates);
  const fractions = given.map((cell) => attempt(() => feeFraction("rates", cell)));
  members.requireFew(fractions.filter((one) => !(one instanceof Refusal)) as Fraction[]);
  const incomes = fractions.map((one) => (one instanceof Refusal ? one : members.feeIncome(one)));
  const first = incomes[0]!;
  const errors = new CellErrors();
  const shown = <T>(answer: T | Refusal, write: (value: T) => unknown): unknown =>
    answer instanceof Refusal ? errors.of(answer) : write(answer);
  const rows = incomes.map((income, row) => [
    rateCell(fractions[row]!, given[row]),
    shown(income, ({ feeIncome }) => euro(feeIncome)),
    shown(income, ({ feePerMember }) => euro(feePerMember)),
    shown(income, ({ feeIncome }) => shown(first, (present) => euro(feeIncome - present.feeIncome))),
  ]);
  return table(["rate", "fee-income", "fee-per-member", "difference"], rows);
}

/**
 * First possible date of a change of social insurance fund: always a 1 January.
 * @customfunction FUND.SWITCH
 * @helpurl https://localhost:3000/help/fund.switch.html
 * @param since Start of the affiliation; its declaration where that came late; after an earlier change the 1 January of it.
 * @param [asOf] Day from which the request can still be made; omitted: the first date that the years of affiliation allow, even a past one.
 * @param [kind] person (default), company or spouse.
 * @param [upToDate] TRUE (default): nothing claimed and payable remains due on the date of the change.
 * @param [pensionAgeYear] Calendar year in which the legal pension age is reached; omitted: not tested. No effect for a company.
 * @param [earlyPensionYear] Calendar year in which an early pension is obtained; omitted: not tested. No effect for a company.
 * @returns Excel date.
 * @throws #VALUE! for a bad argument or for a spouse; #N/A where no change is possible any more, with debts, or for a company affiliated after March (no text settles its first year).
 * @law Royal decree of 19/12/1967, article 10; companies: law of 30/12/1992, article 90.
 * @example =FUND.SWITCH(DATE(2022,2,15))
 * @example =FUND.SWITCH(DATE(2015,1,1),DATE(2026,7,1),"person",TRUE)
 */
export function switchDate(
  since: unknown,
  asOf?: unknown,
  kind?: FUND_SWITCHKIND,
  upToDate?: unknown,
  pensionAgeYear?: unknown,
  earlyPensionYear?: unknown,
): number {
  return excelDate(switchOf(since, asOf, kind, upToDate, pensionAgeYear, earlyPensionYear).change);
}

/**
 * Last day on which the new fund can request the change that FUND.SWITCH gives: 30 June of the year before. The person signs earlier.
 * @customfunction FUND.SWITCHREQUEST
 * @helpurl https://localhost:3000/help/fund.switchrequest.html
 * @param since Start of the affiliation; its declaration where that came late; after an earlier change the 1 January of it.
 * @param [asOf] Day from which the request can still be made; omitted: the first date that the years of affiliation allow, even a past one.
 * @param [kind] person (default), company or spouse.
 * @param [upToDate] TRUE (default): nothing claimed and payable remains due on the date of the change.
 * @param [pensionAgeYear] Calendar year in which the legal pension age is reached; omitted: not tested. No effect for a company.
 * @param [earlyPensionYear] Calendar year in which an early pension is obtained; omitted: not tested. No effect for a company.
 * @returns Excel date.
 * @throws #VALUE! for a bad argument or for a spouse; #N/A where FUND.SWITCH has no date.
 * @law Royal decree of 19/12/1967, article 10 §2; companies: law of 30/12/1992, article 90.
 * @example =FUND.SWITCHREQUEST(DATE(2022,2,15))
 */
export function switchRequest(
  since: unknown,
  asOf?: unknown,
  kind?: FUND_SWITCHKIND,
  upToDate?: unknown,
  pensionAgeYear?: unknown,
  earlyPensionYear?: unknown,
): number {
  return excelDate(switchOf(since, asOf, kind, upToDate, pensionAgeYear, earlyPensionYear).request);
}

const LONGEST_SHOWN = 255;

/** A rate, or what was given in its place: its row then holds the errors. */
function rateCell(rate: Fraction | Refusal, given: Cell): unknown {
  if (!(rate instanceof Refusal)) return rate.units / rate.scale;
  if (typeof given === "number" && Number.isFinite(given)) return given + 0;
  const isShort = typeof given === "boolean" || (typeof given === "string" && given.length <= LONGEST_SHOWN);
  return isShort ? given : excelError(new Refusal("cell-error", { argument: "rates" }));
}
