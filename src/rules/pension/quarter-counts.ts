import { firstDay, quarter, type Quarter } from "../calendar";
import { inForce } from "../figures";

/** How a quarter was paid, or why it was not. */
export type QuarterGround =
  | "paid-principal"
  | "paid-student-ordinary"
  | "paid-pension-age"
  | "paid-complementary-full"
  | "paid-complementary-reduced"
  | "paid-opt-out-full"
  | "paid-opt-out-reduced"
  | "paid-student-reduced"
  | "paid-pensioner"
  | "provisional-paid"
  | "partly-paid"
  | "dispensed-art-17"
  | "paid-after-time-bar"
  | "assimilated-sickness"
  | "exempt-caregiver"
  | "exempt-maternity"
  | "bridging-covid"
  | "bridging-other"
  | "spouse-mini";

/** Royal decree of 22/12/1967, article 37ter: bridging quarters count from here on. */
const FIRST_BRIDGING_QUARTER = quarter(2020, 4);

/** Royal decree no 72, article 15 §1, and royal decree of 22/12/1967, articles 13 and 28 to 37ter: whether a quarter opens pension rights. */
export function quarterCounts(q: Quarter, ground: QuarterGround): boolean {
  if (ground === "bridging-covid" && q < FIRST_BRIDGING_QUARTER) return false;
  return inForce(`pension.quarter.counts.${ground}`, firstDay(q)).text === "counts";
}
