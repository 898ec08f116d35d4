import { QUARTERS_OF_YEAR } from "../calendar";
import { FEE_ARTICLE, feeOn, type FundOrRate } from "../funds";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import { type Answer, type Line, step } from "../trace";
import { contribution, inQuarter, quarterRule, type YearQuestion } from "./quarter-rule";
import { byQuarter, feesOn, finalQuarters } from "./year";

/** One cent of income moves four quarters and four fees by a cent each at most. */
const LARGEST_RESIDUE: Cents = 8;

/** What becomes of a profit before contributions and fee. */
interface ProfitShares {
  readonly income: Cents;
  /** What the year owes on that income. */
  readonly contributions: Cents;
  readonly fee: Cents;
  /** What rounding leaves of the profit: 0 to 8 cents. */
  readonly residue: Cents;
}

/** Article 11 §2: contributions lower the income that they are computed on. The fee of a fund, where one is given, does so too. */
export function fromProfit(profit: Cents, question: YearQuestion, fund?: FundOrRate): Answer<ProfitShares> {
  const feeOf = (owed: Cents): Cents => feeOn(owed, question.year, fund);
  const rules = QUARTERS_OF_YEAR.map((n) => quarterRule(inQuarter(question, n)));
  const owed = (income: Cents) =>
    rules.map((rule) => contribution(income, rule)).reduce((sum, quarterly) => sum + quarterly + feeOf(quarterly), 0);
  const { income, total, residue } = fixedPoint(profit, owed);
  const quarters = finalQuarters(income, question);
  const fees = feesOn(quarters, fund);
  const paid = fees.reduce((sum, { value }) => sum + value, 0);
  return {
    value: { income, contributions: total - paid, fee: paid, residue },
    way: () => [
      step("profit-income", {}, "AR38 11 §2", { base: income }),
      ...byQuarter("final", quarters),
      ...byQuarter("fee", fees, FEE_ARTICLE),
      ...residueLines(residue),
    ],
  };
}

/** The contributions of a profit, with the fee on them. */
export function owedOnProfit(...question: Parameters<typeof fromProfit>): Answer<Cents> {
  const { value, way } = fromProfit(...question);
  return { value: value.contributions + value.fee, way };
}

const residueLines = (residue: Cents): Line[] =>
  residue === 0 ? [] : [step("profit-residue", { amount: { cents: residue } }, "")];

/** The largest income with income + owed ≤ profit. Inside a jump of the law none leaves the profit, and both sides are named. */
function fixedPoint(profit: Cents, owed: (income: Cents) => Cents): { income: Cents; total: Cents; residue: Cents } {
  let income = profit - owed(profit);
  let tooMuch = profit + 1;
  while (tooMuch - income > 1) {
    const middle = Math.floor((income + tooMuch) / 2);
    if (middle + owed(middle) <= profit) income = middle;
    else tooMuch = middle;
  }
  const total = owed(income);
  const residue = profit - income - total;
  if (residue <= LARGEST_RESIDUE) return { income, total, residue };
  throw new Refusal("no-fixed-point", {
    below: { cents: income },
    owedBelow: { cents: total },
    above: { cents: income + 1 },
    owedAbove: { cents: owed(income + 1) },
  });
}
