import type { Parameters } from "../../host/host";
import type { Category } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import type { PremiumKind } from "../../rules/pension";
import { type Call, type CallResult, callOf, centsOf, Piece, yearPieces } from "../formula/call";
import { amountArgument, type Formula } from "../formula/formula";
import { type Fee, feePiece } from "../kit/fee";

/** A premium for the free supplementary pension, and the year in which it is paid. */
export interface Premium {
  /** Of year N-3. */
  readonly earlier: Cents;
  readonly year: number;
  readonly category: Category;
  readonly kind: PremiumKind;
  /** What the amount is: the profit before contributions and premium, or the income that there would be without a premium. */
  readonly basis: "profit" | "income";
  readonly amount: Cents;
  readonly fee: Fee;
  /** The highest one where none is given. */
  readonly paid: Cents | undefined;
}

export interface PremiumAnswer {
  readonly maximum: CallResult;
  /** What the functions were asked, by what each answers. */
  readonly calls: readonly { readonly of: "maximum" | "without" | "with"; readonly call: Call }[];
  /** Absent where the highest premium is refused. */
  readonly effect?: {
    readonly premium: Cents;
    readonly without: CallResult;
    readonly with: CallResult;
  };
}

/** What the functions take: values, or cells of the sheet. */
export interface Given {
  readonly earlier: Piece;
  readonly year: number | Piece;
  readonly category: Category | Piece;
  readonly kind: PremiumKind | Piece;
  readonly fund: Piece | undefined;
}

export const maximumCall = ({ earlier, year, category, kind }: Given): Call =>
  callOf("PENSION.PLCI", { incomeN3: earlier, year, kind, category });

/** What is owed on a profit before contributions, from which a premium may be taken off. */
export const owedCall = ({ year, category, fund }: Given, profit: Piece): Call =>
  callOf("INASTI.FROMPROFIT", { profit, category, year, fund });

/** The contributions of an income, with which it is the profit before them. */
export const annualCall = ({ year, category }: Given, income: Piece): Call =>
  callOf("INASTI.ANNUAL", { income, category, year });

const euros = (cents: Cents, formula: Formula = amountArgument(cents)): Piece => new Piece(formula, cents / 100);

const givenBy = ({ earlier, year, category, kind, fee }: Premium, parameters: Parameters): Given => ({
  earlier: euros(earlier),
  year: yearPieces(parameters, year).year,
  category,
  kind,
  fund: feePiece(fee),
});

/** The highest premium, and the contributions with and without the one that is paid. */
export function answerPremium(premium: Premium, parameters: Parameters): PremiumAnswer {
  const given = givenBy(premium, parameters);
  const highest = maximumCall(given);
  const maximum = highest.result();
  const calls = [{ of: "maximum", call: highest }] as const;
  if (!maximum.ok) return { maximum, calls };
  const paid = premium.paid ?? centsOf(maximum.value);
  const annual = premium.basis === "income" ? annualCall(given, euros(premium.amount)) : undefined;
  const contributions = annual?.result();
  if (contributions?.ok === false)
    return { maximum, calls, effect: { premium: paid, without: contributions, with: contributions } };
  const profit = premium.amount + (contributions ? centsOf(contributions.value) : 0);
  const owed = (cents: Cents): Call => owedCall(given, euros(cents));
  const [without, reduced] = [owed(profit), owed(profit - paid)];
  return {
    maximum,
    calls: [...calls, { of: "without", call: without }, { of: "with", call: reduced }],
    effect: { premium: paid, without: without.result(), with: reduced.result() },
  };
}
