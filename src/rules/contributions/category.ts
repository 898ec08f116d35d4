/** The situations that the contribution articles tell apart. */
export const CATEGORIES = [
  "principal",
  "primostarter",
  "primostarter-artist",
  "complementary",
  "article-37",
  "article-37-mandate",
  "student",
  "spouse-maxi",
  "spouse-mini",
  "pensioner",
  "pension-age",
  "pension-age-opt-out",
  "pension-age-spouse",
  "primostarter-after-sickness",
] as const;

export type Category = (typeof CATEGORIES)[number];

/** A primostarter again. Benefits and the bridging right take it for a primostarter. */
export const AFTER_SICKNESS = "primostarter-after-sickness" satisfies Category;

const PRIMOSTARTERS: readonly (string | undefined)[] = ["primostarter", "primostarter-artist", AFTER_SICKNESS];

export const isPrimostarter = (category: string | undefined): boolean => PRIMOSTARTERS.includes(category);
