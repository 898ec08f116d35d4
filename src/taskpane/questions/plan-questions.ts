/** What comes, year by year, and whole lists: functions that take ranges have views that lay them out in a sheet. */
export const PLAN = {
  key: "plan",
  questions: [
    {
      key: "project",
      id: "INASTI.PROJECT",
      byRow: true,
      layout: {
        firstYear: { label: "first-year" },
        incomes: { label: "incomes", hint: "incomes", kind: "amounts" },
        start: { label: "activity-start", hint: "one-category-since", more: true },
        indexation: { label: "index-growth", hint: "indexation", more: true },
        fund: { hint: "fee-included", more: true },
        earlierIncomes: { label: "earlier-incomes", hint: "earlier-incomes", kind: "amounts", more: true },
        estimates: { label: "estimates", hint: "estimates", kind: "amounts", more: true },
        basis: { label: "amount-basis", hint: "amount-basis", more: true },
      },
    },
  ],
  leads: [
    { key: "cash", view: "projection", ids: ["INASTI.CASHFLOW"] },
    { key: "compare", view: "scenarios", ids: [] },
    { key: "changed-year", view: "calculator", ids: ["INASTI.CAREER"] },
    { key: "clients", view: "clients", ids: ["INASTI.DOSSIER"] },
    { key: "family-year", view: "scenarios", ids: [] },
    { key: "director", view: "scenarios", ids: [] },
    { key: "goal-seek", view: "what-if", ids: [] },
    { key: "sensitivity", view: "what-if", ids: [] },
  ],
} as const;
