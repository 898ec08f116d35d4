import type { Day } from "../calendar";
import type { Answer } from "../trace";

export const EXEMPTION_GROUNDS = ["starter", "dormant", "bankruptcy", "liquidation", "reorganisation"] as const;
export type ExemptionGround = (typeof EXEMPTION_GROUNDS)[number];

export const COMPANY_FORMS = ["partnership", "share-company"] as const;
export type CompanyForm = (typeof COMPANY_FORMS)[number];

export interface ExemptionQuestion {
  readonly ground: ExemptionGround;
  /** Formation, first day without activity, judgment or publication. */
  readonly since: Day;
  readonly year: number;
  /** Last day of the situation; absent where it goes on. */
  readonly until?: Day | undefined;
  readonly form?: CompanyForm | undefined;
  /** Quarters of subjection before the formation, of the person that decides. */
  readonly quarters?: number | undefined;
}

/** Whether a condition is met. */
export type Condition = Answer<boolean>;
