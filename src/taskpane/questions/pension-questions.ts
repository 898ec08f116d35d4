import type { Lead, Question } from "./question";

const FIRST_CAREER_YEAR = 1957;

/** What a career of several years builds, beside the minimum. */
export const PENSION_QUESTIONS: readonly Question[] = [
  {
    key: "estimate",
    id: "PENSION.ESTIMATE",
    says: "estimate",
    note: "mypension",
    layout: {
      incomes: { label: "career-incomes", hint: "career-incomes" },
      firstYear: { label: "first-career-year", least: FIRST_CAREER_YEAR },
      household: { hint: "household" },
      pensionDate: { label: "pension-start", hint: "pension-start" },
      acquired: { label: "acquired", hint: "acquired" },
      acquiredYears: { label: "acquired-years", hint: "quarters-as-decimals" },
      revaluation: { hint: "revaluation-of-all", more: true },
      indexation: { label: "index-growth", hint: "index-growth", more: true },
    },
  },
];

export const PENSION_LEADS: readonly Lead[] = [
  { key: "plci-saving", view: "what-if", ids: ["PENSION.PLCI", "INASTI.FROMPROFIT"] },
];
