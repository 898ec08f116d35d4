import { type Day, firstDayOfYear } from "../calendar";
import { requireSystem } from "../contributions";
import { figureInForce, figuresOn } from "../figures";
import { type Answer, step } from "../trace";
import { monthsFrom } from "./period";

/** What is claimed: by the fund, or, for a refund, by the self-employed person. */
export const CLAIMS = ["contribution", "settlement", "refund", "settlement-refund"] as const;
export type Claim = (typeof CLAIMS)[number];

/** Year of the contribution (for an undue payment: of the payment) to the year on whose 1 January the time starts. */
const YEARS_BEFORE: Readonly<Record<Claim, number>> = {
  contribution: 1,
  settlement: 3,
  refund: 1,
  "settlement-refund": 3,
};

const YEARS = "contributions.prescription.years";

/** Article 16 of royal decree no 38: the last day of the claim, if nothing interrupts its time. */
export function prescription(year: number, claim: Claim): Answer<Day> {
  requireSystem(year);
  const from = firstDayOfYear(year + YEARS_BEFORE[claim]);
  const years = figureInForce(YEARS, from);
  const { lastDay } = monthsFrom(from, 12 * years);
  const facts = { years, from: { day: from }, last: { day: lastDay } };
  return {
    value: lastDay,
    way: () => [
      step("prescription", facts, ARTICLE, { figures: figuresOn([YEARS], from) }),
      step("prescription-interrupted", {}, ARTICLE),
    ],
  };
}

const ARTICLE = "AR38 16";
