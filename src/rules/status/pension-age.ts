import { type Quarter, quarter as quarterOf } from "../calendar";

/** Situations of somebody of pension age, or with an early pension. */
type PensionSituation = "pension-paid" | "survival-only" | "no-pension" | "early-wholly-suspended";

interface PensionCategory {
  readonly category: "pensioner" | "pension-age" | "pension-age-opt-out";
  /** The category that a request gives instead, until it is renounced. */
  readonly onRequest?: "pensioner" | "pension-age-opt-out";
  readonly article: string;
}

/** The programme law of 18/07/2025 rewrote article 13 from this quarter on. */
const REFORM = quarterOf(2025, 4);

const BEFORE: Readonly<Record<PensionSituation, PensionCategory>> = {
  "pension-paid": { category: "pensioner", article: "AR38 13" },
  "survival-only": { category: "pensioner", article: "AR38 13" },
  "no-pension": { category: "pension-age", article: "AR38 13" },
  "early-wholly-suspended": { category: "pension-age", article: "AR38 13" },
};

const SINCE: Readonly<Record<PensionSituation, PensionCategory>> = {
  "pension-paid": { category: "pensioner", article: "AR38 13 §1" },
  "survival-only": { category: "pension-age", onRequest: "pensioner", article: "AR38 13 §2" },
  "no-pension": { category: "pension-age", onRequest: "pension-age-opt-out", article: "AR38 13 §2" },
  "early-wholly-suspended": { category: "pension-age-opt-out", article: "AR38 13 §3" },
};

/** Article 13 of royal decree no 38: the category of the contributions from the legal pension age on, or with an early pension. */
export const pensionCategory = (situation: PensionSituation, quarter: Quarter): PensionCategory =>
  (quarter < REFORM ? BEFORE : SINCE)[situation];
