import { describe, wordName } from "../../i18n";
import { compareFunds, type FundComparison, type FundComparisonRow, type FundId } from "../../rules/funds";
import { type Cents, RATE_UNIT } from "../../rules/money";
import { attempt, Refusal } from "../../rules/refusal";
import { callOf, centsOf, Piece } from "../formula/call";

/** Ten times the difference of a year, at today's contribution and rates. */
export const TEN_YEARS = 10;

/** A rate that can be compared: a fund's published one, or one of the user's. */
export interface Offer {
  readonly id: FundId | "own" | "mine";
  readonly name: string;
  /** Fraction as decimal text. */
  readonly rate: string;
  readonly feePerYear: Cents;
  readonly differencePerYear: Cents;
  /** The user's fund. */
  readonly isMine: boolean;
  /** Where a published rate comes from. */
  readonly published?: Pick<FundComparisonRow, "sourceYear" | "figure">;
}

interface OffersQuestion {
  readonly contribution: Cents;
  readonly year: number;
  /** Fraction of a rate of one's own, where there is one. */
  readonly own: { readonly name: string; readonly rate: string | undefined };
  /** The user's fund: one of the funds, or its rate. */
  readonly mine: { readonly name: string; readonly fund: FundId | undefined; readonly rate: string | undefined };
}

export interface Offers {
  /** Cheapest first. */
  readonly offers: readonly Offer[];
  readonly withoutFigure: readonly string[];
}

/** All rates side by side, or why there are none. */
export function offersOf({ contribution, year, own, mine }: OffersQuestion): Offers | string {
  const comparison: FundComparison | Refusal = attempt(() => compareFunds(contribution, year).value);
  if (comparison instanceof Refusal) return describe(comparison);
  const published = comparison.rows.map(({ id, fund, rate, feePerYear, sourceYear, figure }) => ({
    id,
    name: fund,
    rate: String(rate / RATE_UNIT),
    feePerYear,
    isMine: id === mine.fund,
    published: { sourceYear, figure },
  }));
  const typed = (id: "own" | "mine", name: string, rate: string | undefined) =>
    rate === undefined ? [] : [{ id, name, rate, feePerYear: yearlyFee(contribution, rate), isMine: id === "mine" }];
  const all = [...published, ...typed("own", own.name, own.rate), ...typed("mine", mine.name, mine.rate)].sort(
    (a, b) => Number(a.rate) - Number(b.rate),
  );
  const least = all[0]!.feePerYear;
  return {
    offers: all.map((offer) => ({ ...offer, differencePerYear: offer.feePerYear - least })),
    withoutFigure: comparison.withoutFigure.map((id) => wordName("fund", id)).sort(),
  };
}

/** Four rounded quarters at a rate, as cells calculate them. */
function yearlyFee(contribution: Cents, rate: string): Cents {
  const fee = callOf("FUND.FEE", { contribution, fund: new Piece(rate, Number(rate)) }).result();
  if (!fee.ok) throw new Error(fee.message);
  return 4 * centsOf(fee.value);
}
