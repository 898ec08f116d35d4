import { quarter } from "../calendar";
import { scale, type Scale } from "../scale";
import { ordinary } from "./article-12";
import type { QuarterLaw } from "./law";
import { requireText, type Standing } from "./standing";

/** Law of 18/12/2016. */
const SINCE = quarter(2017, 1);

const LOWER_THRESHOLD = "contributions.student.lower-threshold";

/** Article 12bis: a student owes nothing up to half the minimum, then on the excess, and in full from the minimum on. */
export function article12bis(law: QuarterLaw, standing: Standing): Scale {
  requireText(law, SINCE, "student");
  const lower = { below: law.amount(LOWER_THRESHOLD), id: LOWER_THRESHOLD } as const;
  const upper = law.amount("contributions.student.upper-threshold");
  const full = ordinary(law, standing);
  return scale([
    { from: -Infinity, article: "AR38 12bis §1", parts: [], exempt: lower },
    { from: lower.below, article: "AR38 12bis §1", parts: [{ ...full[0]!, from: lower.below, fromId: lower.id }] },
    { from: upper, article: "AR38 12bis §2", parts: full },
  ]);
}
