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
] as const;

export type Category = (typeof CATEGORIES)[number];

export const isPrimostarter = (category: string | undefined): boolean =>
  category === "primostarter" || category === "primostarter-artist";
