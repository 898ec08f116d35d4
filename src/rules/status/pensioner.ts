import { firstDayOfYear } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Cents, divideHalfUp } from "../money";
import { type Answer, exactly, step } from "../trace";

/** Which pension, with or without a child. From the legal age one's own retirement pension has no ceiling. */
type CeilingKind =
  "early" | "early-child" | "survival" | "survival-child" | "after-age-survival" | "after-age-survival-child";

/** Article 107 of the royal decree of 22/12/1967: the self-employed income that leaves the pension whole. */
export function pensionerCeiling(kind: CeilingKind, year: number): Answer<Cents> {
  const [id, on] = [`status.pensioner-ceiling.${kind}` as const, firstDayOfYear(year)];
  const ceiling = figureInForce(id, on);
  const details = () => ({ figures: figuresOn([id], on), amount: exactly(ceiling) });
  return { value: ceiling, way: () => [step("pensioner-ceiling", { year }, "AR 22/12/1967 107", details())] };
}

interface Excess {
  /** Hundredths of a percent of the ceiling. */
  readonly excess: number;
  /** Whole percents of the pension that are not paid. */
  readonly suspended: number;
}

/** Article 107 §4: the excess in percent, to the hundredth and then to the unit, is the share of the pension that is suspended. */
export function pensionerExcess(income: Cents, ceiling: Cents): Answer<Excess> {
  const excess = income <= ceiling ? 0 : divideHalfUp((income - ceiling) * 10_000, ceiling);
  const suspended = Math.min(100, divideHalfUp(excess, 100));
  const facts = { income: { cents: income }, ceiling: { cents: ceiling }, excess: { rate: excess / 10_000 } };
  return {
    value: { excess, suspended },
    way: () => [
      step("pensioner-excess", facts, EXCESS_ARTICLE),
      step("pensioner-suspended", { share: { rate: suspended / 100 } }, EXCESS_ARTICLE),
    ],
  };
}

const EXCESS_ARTICLE = "AR 22/12/1967 107 §4";
