import type { Quarter } from "../calendar";
import { NEW_ARTICLE_13 } from "../contributions";
import { type Answer, step } from "../trace";

/** Situations of somebody of pension age, or with an early pension. */
type PensionSituation = "pension-paid" | "survival-only" | "no-pension" | "early-wholly-suspended";

interface PensionCategory {
  readonly category: "pensioner" | "pension-age" | "pension-age-opt-out";
  /** The category that a request gives instead, until it is renounced. */
  readonly onRequest?: "pensioner" | "pension-age-opt-out";
}

interface Rule extends PensionCategory {
  readonly article: string;
}

const BEFORE: Readonly<Record<PensionSituation, Rule>> = {
  "pension-paid": { category: "pensioner", article: "AR38 13" },
  "survival-only": { category: "pensioner", article: "AR38 13" },
  "no-pension": { category: "pension-age", article: "AR38 13" },
  "early-wholly-suspended": { category: "pension-age", article: "AR38 13" },
};

const SINCE: Readonly<Record<PensionSituation, Rule>> = {
  "pension-paid": { category: "pensioner", article: "AR38 13 §1" },
  "survival-only": { category: "pension-age", onRequest: "pensioner", article: "AR38 13 §2" },
  "no-pension": { category: "pension-age", onRequest: "pension-age-opt-out", article: "AR38 13 §2" },
  "early-wholly-suspended": { category: "pension-age-opt-out", article: "AR38 13 §3" },
};

/** Article 13 of royal decree no 38: the category of the contributions from the legal pension age on, or with an early pension. */
export function pensionCategory(situation: PensionSituation, quarter: Quarter): Answer<PensionCategory> {
  const { article, ...value } = (quarter < NEW_ARTICLE_13 ? BEFORE : SINCE)[situation];
  const { category, onRequest } = value;
  return {
    value,
    way: () => [
      step("pension-category", { category }, article),
      ...(onRequest === undefined ? [] : [step("pension-category-request", { category: onRequest }, "AR38 13 §4")]),
    ],
  };
}
