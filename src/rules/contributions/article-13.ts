import { quarter } from "../calendar";
import type { Scale } from "../scale";
import { article12Paragraph1, article12Paragraph1ter, brackets, ordinary, withThreshold } from "./article-12";
import type { QuarterLaw } from "./law";
import { requireText, type Standing } from "./standing";

/** Programme law of 18/07/2025, articles 235 to 246. */
export const NEW_ARTICLE_13 = quarter(2025, 4);

const THRESHOLD = "contributions.pensioner.threshold";
const PENSION_AGE_RATE = "contributions.pension-age.rate.bracket1";

/** Article 13 §1: a pension is paid. */
export function article13Paragraph1(law: QuarterLaw): Scale {
  const parts = brackets(law, "contributions.pensioner.rate.bracket1", "contributions.rate.bracket2");
  return withThreshold(law, THRESHOLD, "AR38 13 §1", parts);
}

/** Legal age reached, no pension: the old article 13 §1 to 2025Q3, then article 13 §2 with the principal's minimum. */
export function pensionAge(law: QuarterLaw, standing: Standing): Scale {
  return law.quarter < NEW_ARTICLE_13 ? oldArticle13(law, standing) : article12Paragraph1(law, standing);
}

/** The same as an assisting spouse: from 2025Q4 article 13 §2, paragraph 3, with the spouse's minimum. */
export function pensionAgeSpouse(law: QuarterLaw, standing: Standing): Scale {
  return law.quarter < NEW_ARTICLE_13 ? oldArticle13(law, standing) : article12Paragraph1ter(law, standing);
}

/** Article 13 §4: on request, §3 in place of the minimum. */
export function article13Paragraph4(law: QuarterLaw, standing: Standing): Scale {
  requireText(law, NEW_ARTICLE_13, "pension-age-opt-out");
  return withThreshold(law, THRESHOLD, "AR38 13 §3", ordinary(law, standing, PENSION_AGE_RATE));
}

function oldArticle13(law: QuarterLaw, standing: Standing): Scale {
  return withThreshold(law, THRESHOLD, "AR38 13 §1", ordinary(law, standing, PENSION_AGE_RATE));
}
