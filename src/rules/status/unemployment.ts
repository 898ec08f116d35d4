import { figureInForce } from "../figures";
import { type Cents, divideHalfUp } from "../money";
import type { Day } from "../calendar";

const days = (on: Day): number => figureInForce("status.onem.days-divisor", on);

interface DailyReduction {
  readonly dailyIncome: Cents;
  readonly reduction: Cents;
}

/** What a yearly net income takes off the daily unemployment benefit. */
export function dailyReduction(annualNet: Cents, on: Day): DailyReduction {
  const dailyIncome = divideHalfUp(annualNet, days(on));
  return { dailyIncome, reduction: Math.max(0, dailyIncome - dailyCeiling(on)) };
}

/** The yearly income that leaves the benefit whole. */
export const annualCeiling = (on: Day): Cents => dailyCeiling(on) * days(on);

const dailyCeiling = (on: Day): Cents => figureInForce("status.onem.daily-ceiling", on);
