import type { ParameterId } from "../../parameters";
import { firstDayOfYear } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Cents, divideHalfUp, type Rate } from "../money";
import { type Answer, exactly, type Line, step } from "../trace";

/** Which pension is paid. From 1 January of the year of the legal age one's own retirement pension has no ceiling. */
export const PENSIONER_SITUATIONS = ["early", "survival", "after-age-survival", "unlimited"] as const;
export type PensionerSituation = (typeof PENSIONER_SITUATIONS)[number];

interface CeilingQuestion {
  readonly year: number;
  readonly situation: PensionerSituation;
  /** Dependent children. */
  readonly children: number;
}

const UNLIMITED = "unlimited";
const ARTICLE = "AR 22/12/1967 107";
const EXCESS_ARTICLE = "AR 22/12/1967 107 §4";

/** Article 107 of the royal decree of 22/12/1967: the self-employed income that leaves the pension whole. */
export function pensionerCeiling({ year, situation, children }: CeilingQuestion): Answer<Cents | typeof UNLIMITED> {
  if (situation === UNLIMITED) return { value: UNLIMITED, way: () => [step("pensioner-unlimited", {}, ARTICLE)] };
  const on = firstDayOfYear(year);
  const id: ParameterId = `status.pensioner-ceiling.${situation}${children === 0 ? "" : "-child"}`;
  const ceiling = figureInForce(id, on);
  const more = furtherChildren(situation, children, year);
  const details = { figures: figuresOn([id], on), amount: exactly(ceiling) };
  return {
    value: ceiling + (more?.amount ?? 0),
    way: () => [step("pensioner-ceiling", { year }, ARTICLE, details), ...(more?.way ?? [])],
  };
}

const FURTHER_CHILD = "status.pensioner-ceiling.survival-further-child";

/** One supplement whatever the number of children, but for a survivor since the royal decree of 2023. */
function furtherChildren(situation: PensionerSituation, children: number, year: number) {
  if (situation !== "survival" || children < 2) return undefined;
  const on = firstDayOfYear(year);
  const count = children - 1;
  const amount = figureInForce(FURTHER_CHILD, on) * count;
  const figures = figuresOn([FURTHER_CHILD], on);
  const way: readonly Line[] = [
    step("pensioner-further-children", { count }, ARTICLE, { figures, amount: exactly(amount) }),
  ];
  return { amount, way };
}

/** Article 107 §4: the excess in percent, to the hundredth and then to the unit, is the share of the pension that is suspended. */
export function suspendedShare(income: Cents, question: CeilingQuestion): Answer<Rate> {
  const ceiling = pensionerCeiling(question);
  if (ceiling.value === UNLIMITED) return { value: 0, way: ceiling.way };
  const excess = excessOf(income, ceiling.value);
  const percent = Math.min(100, divideHalfUp(excess, 100));
  const facts = { income: { cents: income }, ceiling: { cents: ceiling.value }, excess: { rate: excess / 10_000 } };
  return {
    value: percent * 100,
    way: () => [
      ...ceiling.way(),
      step("pensioner-excess", facts, EXCESS_ARTICLE),
      step("pensioner-suspended", { share: { rate: percent / 100 } }, EXCESS_ARTICLE),
    ],
  };
}

/** In hundredths of a percent of the ceiling. */
const excessOf = (income: Cents, ceiling: Cents): number =>
  income <= ceiling ? 0 : divideHalfUp((income - ceiling) * 10_000, ceiling);
