/** What comes, year by year, and whole lists: functions that take ranges have views that lay them out in a sheet. */
export const PLAN = {
  key: "plan",
  questions: [],
  leads: [
    { key: "years-to-come", view: "projection", ids: ["INASTI.PROJECT"] },
    { key: "goal-seek", view: "what-if", ids: [] },
    { key: "sensitivity", view: "what-if", ids: [] },
  ],
} as const;
