import { day } from "../calendar";
import { figureInForce } from "../figures";
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

/** Article 16 of royal decree no 38, if nothing interrupts it. */
export function prescription(year: number, claim: Claim): Period {
  const from = day(year + YEARS_BEFORE[claim], 1, 1);
  return monthsFrom(from, 12 * figureInForce("contributions.prescription.years", from));
}
