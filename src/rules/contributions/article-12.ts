import type { ParameterId } from "../../parameters";
import { quarter } from "../calendar";
import { type Band, type Part, scale, type Scale } from "../scale";
import { AFTER_SICKNESS, type Category, isPrimostarter } from "./category";
import type { QuarterLaw } from "./law";
import { type Standing, requireText } from "./standing";

const BRACKET_1_CEILING = "contributions.bracket1.ceiling";
const BRACKET_2_CEILING = "contributions.bracket2.ceiling";

/** Two brackets, nothing above the second ceiling. */
export function brackets(law: QuarterLaw, bracket1Rate: ParameterId, bracket2Rate: ParameterId): Part[] {
  const ceiling1 = law.amount(BRACKET_1_CEILING);
  const ceiling2 = law.amount(BRACKET_2_CEILING);
  return [
    {
      step: "bracket-1",
      from: 0,
      to: ceiling1,
      rate: law.rate(bracket1Rate),
      rateId: bracket1Rate,
      toId: BRACKET_1_CEILING,
    },
    {
      step: "bracket-2",
      from: ceiling1,
      to: ceiling2,
      rate: law.rate(bracket2Rate),
      rateId: bracket2Rate,
      fromId: BRACKET_1_CEILING,
      toId: BRACKET_2_CEILING,
    },
  ];
}

/** The ordinary contribution of article 12 §1, at the starter's rate where article 13bis §2 grants one. */
export function ordinary(
  law: QuarterLaw,
  { starterYear }: Standing,
  rate: ParameterId = "contributions.rate.bracket1",
): Part[] {
  return brackets(
    law,
    starterYear ? `contributions.starter.rate.year${starterYear}` : rate,
    "contributions.rate.bracket2",
  );
}

/** An income below the presumed minimum counts as that minimum, a loss too. */
export function bandsWithMinimum(law: QuarterLaw, minimum: ParameterId, article: string, parts: Part[]): [Band, Band] {
  const income = law.amount(minimum);
  return [
    { from: -Infinity, article, parts, presumed: { income, id: minimum } },
    { from: income, article, parts },
  ];
}

function withMinimum(law: QuarterLaw, minimum: ParameterId, article: string, parts: Part[]): Scale {
  return scale(bandsWithMinimum(law, minimum, article, parts));
}

/** An income below the threshold owes nothing; one that reaches it owes on the whole. */
export function withThreshold(law: QuarterLaw, threshold: ParameterId, article: string, parts: Part[]): Scale {
  const from = law.amount(threshold);
  return scale([
    { from: -Infinity, article, parts: [], exempt: { below: from, id: threshold } },
    { from, article, parts },
  ]);
}

/** Article 12 §1: principal occupation. */
export function article12Paragraph1(law: QuarterLaw, standing: Standing): Scale {
  return scale(principalBands(law, standing));
}

export const principalBands = (law: QuarterLaw, standing: Standing): [Band, Band] =>
  bandsWithMinimum(law, "contributions.principal.minimum-income", "AR38 12 §1", ordinary(law, standing));

/** The lower minimum of the primostarter, and its extension to artists. */
const PRIMOSTARTER_SINCE = quarter(2018, 2);
const ARTIST_SINCE = quarter(2022, 4);
/** Programme law of 26/12/2022, article 185. */
export const AFTER_SICKNESS_SINCE = quarter(2023, 1);
export const FIRST_QUARTER_REDUCTION_SINCE = quarter(2022, 2);

/** Article 12 §1bis: the first four quarters as principal. The rate runs on the whole income, not on what exceeds the minimum. */
export function article12Paragraph1bis(law: QuarterLaw, standing: Standing): Scale {
  if (standing.rank === undefined) requireText(law, PRIMOSTARTER_SINCE, "primostarter");
  return primostarter("primostarter", law, standing);
}

/** Article 12 §1bis, last paragraph: eight quarters with an attestation of work in the arts. */
export function article12Paragraph1bisArtist(law: QuarterLaw, standing: Standing): Scale {
  if (standing.rank === undefined) requireText(law, ARTIST_SINCE, "primostarter-artist");
  return primostarter("primostarter-artist", law, standing);
}

/** Article 12 §1bis, paragraph 3: four quarters again, without the reduction, after two quarters assimilated for sickness. */
export function article12Paragraph1bisAfterSickness(law: QuarterLaw, standing: Standing): Scale {
  if (standing.rank === undefined) requireText(law, AFTER_SICKNESS_SINCE, AFTER_SICKNESS);
  return primostarter(AFTER_SICKNESS, law, standing);
}

function primostarter(category: Category, law: QuarterLaw, standing: Standing): Scale {
  if (!isPrimostarterQuarter(category, law, standing)) return article12Paragraph1(law, standing);
  return withMinimum(law, "contributions.primostarter.minimum-income", "AR38 12 §1bis", ordinary(law, standing));
}

/** Whether a quarter is one of the first of a primostarter, under a text in force. */
export function isPrimostarterQuarter(category: Category, law: QuarterLaw, { rank = 0 }: Standing): boolean {
  const since = category === AFTER_SICKNESS ? AFTER_SICKNESS_SINCE : PRIMOSTARTER_SINCE;
  if (!isPrimostarter(category) || law.quarter < since) return false;
  const artist = category === "primostarter-artist" && law.quarter >= ARTIST_SINCE;
  return rank < law.count(`contributions.${artist ? "primostarter-artist" : "primostarter"}.quarters`);
}

/** Article 12 §1ter: assisting spouse, maxi statute; presumed to earn half of the amount that the article names. */
export function article12Paragraph1ter(law: QuarterLaw, standing: Standing): Scale {
  return withMinimum(law, "contributions.spouse-maxi.minimum-income", "AR38 12 §1ter", ordinary(law, standing));
}

/** Article 12 §2: complementary occupation. */
export function article12Paragraph2(law: QuarterLaw, standing: Standing): Scale {
  return withThreshold(law, "contributions.complementary.threshold", "AR38 12 §2", ordinary(law, standing));
}
