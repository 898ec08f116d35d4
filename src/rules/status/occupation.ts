/** What somebody does or receives beside the self-employed activity. */
export const OCCUPATIONS = [
  "employee",
  "interim",
  "contract-teacher",
  "tenured-teacher",
  "civil-servant",
  "replacement-income",
  "married",
  "survivor",
  "political-mandate",
  "disability",
  "none",
] as const;

export type Occupation = (typeof OCCUPATIONS)[number];
