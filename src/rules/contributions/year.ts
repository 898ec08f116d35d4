import { type Quarter, quarter, QUARTERS_OF_YEAR, yearOf } from "../calendar";
import { FEE_ARTICLE, type FundOrRate, managementFee } from "../funds";
import type { Cents } from "../money";
import { type Answer, exactly, type Line, step } from "../trace";
import { finalQuarter } from "./breakdown";
import { annualContribution, quarterRule, type YearQuestion } from "./quarter-rule";

/** A year is owed in quarters. */
export const QUARTERS_ARTICLE = "AR38 15 §1";
/** The account of a year, once its income is known. */
export const FINAL_ARTICLE = "AR38 11 §5";

/** What one quarter of a year owes. */
export interface OwedQuarter extends Answer<Cents> {
  readonly quarter: Quarter;
}

/** The four quarters of a year. */
export const quartersOf = (year: number, answerOf: (q: Quarter) => Answer<Cents>): OwedQuarter[] =>
  QUARTERS_OF_YEAR.map((n) => ({ quarter: quarter(year, n), ...answerOf(quarter(year, n)) }));

export const finalQuarters = (income: Cents, question: YearQuestion): OwedQuarter[] =>
  quartersOf(question.year, (q) => finalQuarter(income, quarterRule({ ...question, quarter: q })));

/** The final contributions of a year: the sum of its four rounded quarters. */
export const finalYear = (income: Cents, question: YearQuestion): Answer<Cents> => ({
  value: annualContribution(income, question),
  way: () => byQuarter("final", finalQuarters(income, question)),
});

/** Article 20 §4: the fee of a fund on each quarter; none without a fund. */
export const feesOn = (quarters: readonly OwedQuarter[], fund: FundOrRate | undefined): OwedQuarter[] =>
  fund === undefined
    ? []
    : quarters.map(({ quarter: q, value: contribution }) => ({
        quarter: q,
        ...managementFee({ contribution, fund, year: yearOf(q) }),
      }));

/** Article 11 §5: what a year owes in the end, less what was paid for it. With a fund both hold its fee, as on the statements. */
export function settlement(income: Cents, paid: Cents, question: YearQuestion, fund?: FundOrRate): Answer<Cents> {
  const quarters = finalQuarters(income, question);
  const fees = feesOn(quarters, fund);
  const owed = [...quarters, ...fees].reduce((sum, { value }) => sum + value, 0);
  return {
    value: owed - paid,
    way: () => [
      ...byQuarter("final", quarters),
      ...byQuarter("fee", fees, FEE_ARTICLE),
      step(fund === undefined ? "paid" : "paid-with-fee", {}, FINAL_ARTICLE, { amount: -exactly(paid) }),
    ],
  };
}

/** Neighbouring quarters that owe the same in the same way are one line. */
export function byQuarter(
  kind: "final" | "provisional" | "fee",
  quarters: readonly OwedQuarter[],
  article = QUARTERS_ARTICLE,
): Line[] {
  const runs: Run[] = [];
  for (const { quarter: q, value: owed, way } of quarters) {
    const steps = way();
    const run = runs.at(-1);
    if (run && run.owed === owed && isSame(run.steps, steps)) run.quarters.push(q);
    else runs.push({ owed, steps, quarters: [q] });
  }
  return runs.map((run) => runLine(kind, run, article));
}

/** Whether two ways say the same. A portfolio asks it for each of its members: to write them out takes ten times as long. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const [these, those] = [one, other] as Readonly<Record<string, unknown>>[];
  for (const key in these) if (!isSame(these[key], those![key])) return false;
  for (const key in those) if (!(key in these!) && those[key] !== undefined) return false;
  return true;
}

interface Run {
  readonly owed: Cents;
  readonly steps: readonly Line[];
  readonly quarters: Quarter[];
}

function runLine(kind: string, { owed, steps, quarters }: Run, article: string): Line {
  const count = quarters.length;
  const facts = {
    first: { quarter: quarters[0]! },
    last: { quarter: quarters[count - 1]! },
    count,
    amount: { cents: owed },
  };
  const key = count > 1 ? `${kind}-quarters` : `${kind}-quarter`;
  return step(key, facts, article, { amount: exactly(count * owed), steps });
}
