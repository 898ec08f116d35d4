import type { Day } from "../calendar";
import type { Category } from "../contributions";
import type { Cents } from "../money";
import type { Ground } from "./grounds";

/** How an economic cessation shows: integration income, dispense of contributions, or low income. */
export const BASES = ["integration-income", "dispense", "low-income"] as const;

export type Basis = (typeof BASES)[number];

/** Somebody's situation. What is not given is listed, never assumed. */
export interface EligibilityQuestion {
  readonly category: Category;
  readonly ground: Ground;
  readonly fact: Day;
  /** Consecutive quarters of subjection, ending with that of the fact. */
  readonly subjectedQuarters: number;
  /** Paid quarters of the sixteen that end with that of the fact. */
  readonly paidQuarters: number;
  /** Pension quarters of the career; for facts of 04/2020 to 09/2021 the quarters of subjection. */
  readonly careerQuarters?: number | undefined;
  readonly basis?: Basis | undefined;
  readonly income?: Cents | undefined;
  readonly incomePrevious?: Cents | undefined;
  /** Consecutive days from the fact, the fact included. */
  readonly interruptionDays?: number | undefined;
  readonly otherIncome?: Cents | undefined;
  readonly resident?: boolean | undefined;
  readonly convicted?: boolean | undefined;
  /** Given by a helper or a spouse: whether the helped person meets the conditions too. */
  readonly helpedPersonMeets?: boolean | undefined;
  /** Given by a director. */
  readonly patrimonialBenefits?: Cents | undefined;
  readonly liquidationStarted?: boolean | undefined;
  /** A student who owes the contribution of a principal activity. */
  readonly studentAtMinimum?: boolean | undefined;
}
