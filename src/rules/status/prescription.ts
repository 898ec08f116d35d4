import { firstDayOfYear } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Answer, step } from "../trace";
import { monthsFrom, type Period } from "./period";

/** What is claimed: by the fund, or, for a refund, by the self-employed person. */
export type Claim = "provisional" | "regularisation" | "refund-undue" | "refund-provisional";

/** Year of the contribution (for an undue payment: of the payment) to the year on whose 1 January the time starts. */
const YEARS_BEFORE: Readonly<Record<Claim, number>> = {
  provisional: 1,
  regularisation: 3,
  "refund-undue": 1,
  "refund-provisional": 3,
};

const YEARS = "contributions.prescription.years";

/** Article 16 of royal decree no 38, if nothing interrupts it. */
export function prescription(year: number, claim: Claim): Answer<Period> {
  const from = firstDayOfYear(year + YEARS_BEFORE[claim]);
  const years = figureInForce(YEARS, from);
  const value = monthsFrom(from, 12 * years);
  const facts = { years, from: { day: from }, last: { day: value.lastDay } };
  return { value, way: () => [step("prescription", facts, "AR38 16", { figures: figuresOn([YEARS], from) })] };
}
