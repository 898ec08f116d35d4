import type { Confidence, DatedValue } from "../../parameters";
import { civilDate } from "../calendar";
import { type Cents, type Rate, RATE_UNIT } from "../money";
import { Refusal } from "../refusal";
import { type Answer, type Line, rowsAt, step } from "../trace";
import { otherPrint } from "./article-20";
import { fee, FEE_ARTICLE, latestFeeFigure, tableRate } from "./fee";
import { type Fund, type FundId, FUNDS } from "./funds";

export interface FundComparisonRow {
  readonly id: FundId;
  readonly fund: string;
  readonly rate: Rate;
  readonly sourceYear: number;
  readonly feePerQuarter: Cents;
  readonly totalPerQuarter: Cents;
  readonly feePerYear: Cents;
  readonly totalPerYear: Cents;
  readonly differencePerYear: Cents;
  readonly source: string;
  readonly confidence: Confidence;
  readonly figure: DatedValue;
}

export interface FundComparison {
  /** Cheapest first, then by name. */
  readonly rows: readonly FundComparisonRow[];
  /** Funds of which no figure is known. */
  readonly withoutFigure: readonly FundId[];
}

/** The funds of a year side by side, for the contribution of one quarter. A year is four rounded quarters. */
export function compareFunds(contribution: Cents, year: number): Answer<FundComparison> {
  const value = comparison(contribution, year);
  return { value, way: (at) => rowsAt(value.rows, at).flatMap((row) => comparedLines(row, year)) };
}

function comparedLines(row: FundComparisonRow, year: number): Line[] {
  const { id, fund, rate, sourceYear, feePerQuarter, feePerYear, differencePerYear, figure } = row;
  const facts = {
    fund,
    rate: { rate: rate / RATE_UNIT },
    sourceYear,
    feePerQuarter: { cents: feePerQuarter },
    feePerYear: { cents: feePerYear },
    difference: { cents: differencePerYear },
  };
  return [step("fund-compared", facts, FEE_ARTICLE, { figures: [figure] }), ...otherPrint(id, year)];
}

function comparison(contribution: Cents, year: number): FundComparison {
  const funds = FUNDS.filter(({ lastYear }: Fund) => lastYear === undefined || year <= lastYear).map((fund) => ({
    ...fund,
    figure: latestFeeFigure(fund.id, year),
  }));
  const rows = funds
    .flatMap(({ id, name, figure }) =>
      figure ? [{ id, fund: name, figure, ...cited(figure), ...amounts(contribution, figure.value!) }] : [],
    )
    .sort((a, b) => a.rate - b.rate || byName(a.fund, b.fund));
  const cheapest = rows[0];
  if (cheapest === undefined) throw new Refusal("no-fund-with-fee", { year });
  return {
    rows: rows.map((row) => ({ ...row, differencePerYear: row.feePerYear - cheapest.feePerYear })),
    withoutFigure: funds.filter(({ figure }) => figure === undefined).map(({ id }) => id),
  };
}

const cited = ({ value, from, source, confidence }: DatedValue) => ({
  rate: value!,
  sourceYear: civilDate(from).year,
  source: source.title,
  confidence,
});

function amounts(contribution: Cents, rate: Rate) {
  const feePerQuarter = fee(contribution, tableRate(rate));
  const totalPerQuarter = contribution + feePerQuarter;
  return { feePerQuarter, totalPerQuarter, feePerYear: 4 * feePerQuarter, totalPerYear: 4 * totalPerQuarter };
}

/** By letter, without case; the same on every machine. No two names are alike. */
const byName = (a: string, b: string): number => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
