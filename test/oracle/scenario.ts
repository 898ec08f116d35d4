/** What a fund's fee brings in at several rates: the heads of each class pay the fee of one, rounded by itself. */
import { fee } from "./fund";
import { decimal, roundHalfUp } from "./rational";

/** Members that pay the same contribution of a quarter, in cents. */
export interface MemberClass {
  readonly contribution: bigint;
  readonly heads: bigint;
}

/** A rate and the share of the members that leaves at it, as decimal text. */
export interface Trial {
  readonly rate: string;
  readonly leave?: string;
}

export interface ScenarioRow {
  readonly feeIncome: bigint;
  readonly feePerMember: bigint | undefined;
  readonly difference: bigint;
  /** In billionths, rounded down. */
  readonly breakEven: bigint | undefined;
}

const BILLION = 1_000_000_000n;

export function scenario(classes: readonly MemberClass[], trials: readonly [Trial, ...Trial[]]): ScenarioRow[] {
  const heads = classes.reduce((sum, one) => sum + one.heads, 0n);
  const everybody = (rate: string): bigint =>
    classes.reduce((sum, { contribution, heads: payers }) => sum + payers * fee(contribution, rate), 0n);
  const staying = ({ rate, leave = "0" }: Trial): bigint => {
    const { numerator, denominator } = decimal(leave);
    return roundHalfUp(everybody(rate) * (denominator - numerator), denominator);
  };
  const present = staying(trials[0]);
  return trials.map((trial) => {
    const all = everybody(trial.rate);
    return {
      feeIncome: staying(trial),
      feePerMember: heads === 0n ? undefined : roundHalfUp(all, heads),
      difference: staying(trial) - present,
      breakEven: all === 0n ? undefined : floorOf((all - present) * BILLION, all),
    };
  });
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const [n, d] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
  return (n - (((n % d) + d) % d)) / d;
}
