import { scale, type Scale } from "../scale";
import { bandsWithMinimum, brackets } from "./article-12";
import type { QuarterLaw } from "./law";

/** Article 11 §2 of the royal decree of 19/12/1967: the mini statute, on the income of the helped spouse. No starter's rate. */
export function article11SpouseMini(law: QuarterLaw): Scale {
  const parts = brackets(law, "contributions.spouse-mini.rate.bracket1", "contributions.spouse-mini.rate.bracket2");
  return scale(bandsWithMinimum(law, "contributions.principal.minimum-income", "AR67 11 §2", parts));
}
