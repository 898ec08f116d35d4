import type { Cents } from "../money";
import { type Band, scale, type Scale } from "../scale";
import { ordinary, principalBands } from "./article-12";
import type { QuarterLaw } from "./law";
import type { Standing } from "./standing";

/** Article 37 §1 a) and b): treated as complementary while the income stays below the ceiling; from the ceiling on, principal. */
export function article37(law: QuarterLaw, standing: Standing): Scale {
  return assimilated(law, standing, law.amount("contributions.article-37.ceiling"));
}

/** Article 37 §1 c): for a political mandate the ceiling equals the complementary threshold, so no reduced contribution is left. */
export function article37Mandate(law: QuarterLaw, standing: Standing): Scale {
  return assimilated(law, standing, law.amount("contributions.article-37.political-mandate-ceiling"));
}

function assimilated(law: QuarterLaw, standing: Standing, ceiling: Cents): Scale {
  const id = "contributions.complementary.threshold";
  const threshold = law.amount(id);
  const [presumed, ...above] = principalBands(law, standing);
  const below: Band[] = [
    { from: -Infinity, article: "AR38 12 §2", parts: [], exempt: { below: threshold, id } },
    { from: threshold, article: "AR67 37 §1", parts: ordinary(law, standing) },
  ];
  // The ceiling lies below the principal's minimum, so the presumed income comes first.
  return scale([...below.filter(({ from }) => from < ceiling), { ...presumed, from: ceiling }, ...above]);
}
