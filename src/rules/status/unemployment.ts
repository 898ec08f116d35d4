import type { Day } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Cents, divideHalfUp } from "../money";
import { type Answer, exactly, step } from "../trace";

const ARTICLE = "AR 25/11/1991 130 §2";
const DAYS = "status.onem.days-divisor";
const CEILING = "status.onem.daily-ceiling";

interface DailyReduction {
  readonly dailyIncome: Cents;
  readonly reduction: Cents;
}

/** What a yearly net income takes off the daily unemployment benefit. */
export function dailyReduction(annualNet: Cents, on: Day): Answer<DailyReduction> {
  const [days, ceiling] = [figureInForce(DAYS, on), figureInForce(CEILING, on)];
  const dailyIncome = divideHalfUp(annualNet, days);
  const reduction = Math.max(0, dailyIncome - ceiling);
  const income = { income: { cents: annualNet }, days, amount: { cents: dailyIncome } };
  return {
    value: { dailyIncome, reduction },
    way: () => [
      step("daily-income", income, ARTICLE, { figures: figuresOn([DAYS], on) }),
      step("daily-reduction", { ceiling: { cents: ceiling } }, ARTICLE, {
        figures: figuresOn([CEILING], on),
        amount: exactly(reduction),
      }),
    ],
  };
}

/** The yearly income that leaves the benefit whole. */
export function annualCeiling(on: Day): Answer<Cents> {
  const [days, ceiling] = [figureInForce(DAYS, on), figureInForce(CEILING, on)];
  const amount = ceiling * days;
  const facts = { days, ceiling: { cents: ceiling } };
  return {
    value: amount,
    way: () => [
      step("annual-ceiling", facts, ARTICLE, { figures: figuresOn([DAYS, CEILING], on), amount: exactly(amount) }),
    ],
  };
}
