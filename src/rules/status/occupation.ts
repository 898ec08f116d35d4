/** What somebody does or receives beside the self-employed activity. */
export const OCCUPATIONS = [
  "employee",
  "interim",
  "contract-teacher",
  "tenured-teacher",
  "civil-servant",
  "replacement-income",
  "work-accident",
  "thematic-leave",
  "notice-indemnity",
  "time-credit",
  "married",
  "survivor",
  "political-mandate",
  "disability",
  "none",
] as const;

export type Occupation = (typeof OCCUPATIONS)[number];
