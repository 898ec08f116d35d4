import { FAMILIES } from "../../rules/benefits";
import { BAD_YEAR, START, YEAR } from "./contribution-questions";
import { DATA } from "./data-questions";
import { FUND } from "./fund-questions";
import { LATE } from "./late-questions";
import { PENSION_LEADS, PENSION_QUESTIONS } from "./pension-questions";
import { PLAN } from "./plan-questions";
import type { Layout, Lead, Question } from "./question";

interface Group {
  readonly key: string;
  readonly questions: readonly Question[];
  readonly leads?: readonly Lead[];
}

const INDEX_STEPS: Layout = { label: "index-steps", hint: "index-steps", more: true };
const FACT: Layout = { label: "fact" };
const OLD_GROUND: Layout = { hint: "ground-before-2023" };
const PENSION_QUARTERS: Layout = { label: "pension-quarters", hint: "pension-quarters" };
const DEPENDANTS: Layout = { hint: "dependants" };

const OFFICIAL = "mypension";
/** Careers begin long before the system of the contributions. */
const FIRST_CAREER_YEAR = 1957;
const PENSION_KIND: Layout = { label: "pension-kind" };
const DEPENDENT_CHILDREN: Layout = { label: "dependent-children", hint: "further-children" };

/** Variants of a benefit that has several amounts. */
const VARIANTS_OF = {
  sickness: FAMILIES,
  invalidity: FAMILIES,
  "invalidity-assimilated": FAMILIES,
  maternity: ["weeks-1-4", "from-week-5", "half-weeks-1-4", "half-from-week-5"],
  "birth-leave": ["day", "half-day"],
  caregiver: ["full", "half"],
};
/** Benefits that are also told by the month. */
const BY_THE_DAY = ["sickness", "invalidity", "invalidity-assimilated", "third-party-aid"];
const STARTER = { parameter: "ground", words: ["starter"] };

/** What the pane can be asked, by what happens in a life: labels, words and answers are texts elsewhere. */
export const GROUPS: readonly Group[] = [
  START,
  YEAR,
  BAD_YEAR,
  {
    key: "illness",
    questions: [
      {
        key: "sickness",
        id: "BENEFIT.SICKNESS",
        layout: {
          start: { label: "sickness-start", hint: "sickness-start" },
          end: { label: "sickness-end" },
          assimilated: { hint: "assimilated" },
          primaryStart: { label: "spell-start", hint: "spell-start", more: true },
          indexSteps: INDEX_STEPS,
          signed: { hint: "signed", more: true },
          allowedWorkFrom: { label: "allowed-work", hint: "allowed-work", more: true },
        },
      },
      {
        key: "exempt",
        id: "BENEFIT.EXEMPTQUARTERS",
        says: "list",
        layout: {
          benefit: { label: "event" },
          date: { label: "event-date", hint: "event-date" },
          until: {
            label: "event-end",
            hint: "event-end",
            only: { parameter: "benefit", words: ["sickness", "caregiver"] },
          },
          endKind: { label: "end-kind", hint: "end-kind", only: { parameter: "benefit", words: ["sickness"] } },
          share: { label: "interruption", only: { parameter: "benefit", words: ["caregiver"] } },
        },
      },
      {
        key: "rate",
        id: "BENEFIT.RATE",
        layout: {
          date: { label: "day" },
          variant: {
            only: { parameter: "benefit", words: Object.keys(VARIANTS_OF) },
            following: { parameter: "benefit", words: VARIANTS_OF },
          },
          indexSteps: INDEX_STEPS,
          unit: { hint: "unit", more: true, only: { parameter: "benefit", words: BY_THE_DAY } },
        },
      },
    ],
  },
  {
    key: "family",
    questions: [
      {
        key: "maternity",
        id: "BENEFIT.MATERNITY",
        layout: {
          start: { label: "rest-start" },
          weeks: { label: "full-weeks", hint: "full-weeks" },
          halfWeeks: { label: "half-weeks", hint: "half-weeks", more: true },
          children: { hint: "children", more: true },
          vouchers: { hint: "vouchers", more: true },
          indexSteps: INDEX_STEPS,
        },
      },
      {
        key: "vouchers",
        id: "BENEFIT.VOUCHERS",
        says: "vouchers",
        layout: {
          start: { label: "rest-start" },
          extraWeeks: { label: "extra-weeks", hint: "extra-weeks" },
        },
      },
      {
        key: "birth-leave",
        id: "BENEFIT.BIRTHLEAVE",
        layout: {
          halfDays: { label: "half-days", hint: "half-days" },
          from: { label: "leave-start", hint: "leave-start" },
          indexSteps: INDEX_STEPS,
        },
      },
      {
        key: "adoption",
        id: "BENEFIT.ADOPTION",
        layout: {
          start: { label: "leave-start" },
          weeks: { label: "parent-weeks" },
          maxWeeks: { label: "most-weeks", hint: "most-weeks", more: true },
          indexSteps: INDEX_STEPS,
        },
      },
      {
        key: "caregiver",
        id: "BENEFIT.CAREGIVER",
        layout: {
          start: { label: "care-start" },
          months: { label: "care-months", hint: "care-months" },
          share: { label: "interruption" },
          monthsUsed: { label: "care-months-used", hint: "care-months-used", more: true },
          indexSteps: INDEX_STEPS,
        },
      },
    ],
  },
  {
    key: "bereavement",
    questions: [
      {
        key: "bereavement",
        id: "BENEFIT.BEREAVEMENT",
        layout: {
          from: { label: "leave-start" },
          days: { hint: "days" },
          indexSteps: INDEX_STEPS,
        },
      },
    ],
  },
  {
    key: "stop",
    questions: [
      {
        key: "months",
        id: "PASSERELLE.MONTHS",
        says: "months",
        layout: {
          quarters: PENSION_QUARTERS,
          ground: OLD_GROUND,
          date: FACT,
          monthsUsed: { label: "months-used", hint: "months-used", more: true },
        },
      },
      {
        key: "kept",
        id: "PASSERELLE.QUARTERS",
        says: "quarters",
        layout: {
          quarters: PENSION_QUARTERS,
          ground: OLD_GROUND,
          date: FACT,
          quartersUsed: { label: "quarters-used", hint: "months-used", more: true },
        },
      },
      {
        key: "monthly",
        id: "PASSERELLE.AMOUNT",
        layout: {
          month: { hint: "month" },
          dependants: DEPENDANTS,
          indexSteps: INDEX_STEPS,
        },
      },
      {
        key: "payments",
        id: "PASSERELLE.PAYMENT",
        says: "payments",
        layout: {
          date: FACT,
          until: { label: "inactive-until", hint: "inactive-until" },
          dependants: DEPENDANTS,
          ground: OLD_GROUND,
          months: { label: "months-of-right", hint: "months-of-right", more: true },
          otherIncome: { label: "other-income", hint: "other-income", more: true },
          indexSteps: INDEX_STEPS,
        },
      },
      {
        key: "eligible",
        id: "PASSERELLE.ELIGIBLE",
        says: "conditions",
        layout: {
          date: FACT,
          subjectedQuarters: { label: "subjected-quarters", hint: "subjected-quarters" },
          paidQuarters: { label: "paid-quarters", hint: "paid-quarters" },
          careerQuarters: { label: "career-quarters", hint: "career-quarters", more: true },
          basis: { only: { parameter: "ground", words: ["economic"] } },
          income: { label: "cessation-income", only: { parameter: "basis", words: ["low-income"] } },
          incomePrevious: { label: "previous-income", only: { parameter: "basis", words: ["low-income"] } },
          interruptionDays: { label: "interruption-days", hint: "interruption-days", more: true },
          otherIncome: { label: "replacement-income", hint: "replacement-income", more: true },
          resident: { more: true },
          convicted: { hint: "convicted", more: true },
          helpedPersonMeets: { label: "helped-person", hint: "helped-person", more: true },
          patrimonialBenefits: { label: "patrimonial-benefits", hint: "director", more: true },
          liquidationStarted: { label: "liquidation", hint: "director", more: true },
          studentAtMinimum: { label: "student-at-minimum", only: { parameter: "category", words: ["student"] } },
        },
      },
      {
        key: "deadline",
        id: "PASSERELLE.DEADLINE",
        layout: {
          date: FACT,
        },
      },
    ],
  },
  {
    key: "pension",
    leads: PENSION_LEADS,
    questions: [
      {
        key: "plci",
        id: "PENSION.PLCI",
        layout: {
          incomeN3: { label: "income-n3", hint: "income-n3" },
          year: { label: "premium-year" },
          kind: { label: "premium-kind" },
          basis: { label: "income-basis", more: true },
          category: { hint: "premium-category", more: true },
        },
      },
      {
        key: "accrual",
        id: "PENSION.ACCRUAL",
        note: OFFICIAL,
        layout: {
          income: { label: "career-income", hint: "career-income" },
          year: { label: "career-year", least: FIRST_CAREER_YEAR },
          household: { hint: "household" },
          quarters: { label: "counting-quarters", hint: "counting-quarters", more: true },
          revaluation: { hint: "revaluation", more: true },
          indexation: { label: "index-growth", hint: "index-growth", more: true },
        },
      },
      {
        key: "minimum-pension",
        id: "PENSION.MINIMUM",
        note: OFFICIAL,
        layout: {
          date: { label: "day" },
          careerYears: { label: "self-employed-years", hint: "quarters-as-decimals" },
          household: { hint: "household" },
          birth: { more: true },
          effectiveQuarters: { label: "effective-quarters", hint: "effective-quarters", more: true },
        },
      },
      ...PENSION_QUESTIONS,
      { key: "pension-age", id: "PENSION.AGE", says: "years", note: OFFICIAL, layout: {} },
      {
        key: "earliest",
        id: "PENSION.EARLIEST",
        note: OFFICIAL,
        layout: {
          careerYears: { label: "calendar-years", hint: "calendar-years" },
          lastYear: { label: "counted-until", least: FIRST_CAREER_YEAR },
        },
      },
      {
        key: "counts",
        id: "PENSION.COUNTS",
        layout: { contribution: { label: "contribution-kind" }, year: { label: "quarter-year" } },
      },
      {
        key: "ceiling",
        id: "PENSION.CEILING",
        layout: { year: { label: "income-year" }, situation: PENSION_KIND, children: DEPENDENT_CHILDREN },
      },
      {
        key: "excess",
        id: "PENSION.EXCESS",
        layout: {
          income: { label: "earned", hint: "earned" },
          year: { label: "income-year" },
          situation: PENSION_KIND,
          children: DEPENDENT_CHILDREN,
        },
      },
    ],
  },
  LATE,
  FUND,
  {
    key: "company",
    questions: [
      {
        key: "company",
        id: "COMPANY.CONTRIBUTION",
        layout: {
          balanceTotal: { label: "balance-total", hint: "balance-total" },
          year: { label: "contribution-year" },
        },
      },
      {
        key: "company-due",
        id: "COMPANY.DUEDATE",
        layout: {
          year: { label: "contribution-year" },
          created: { hint: "created" },
        },
      },
      {
        key: "company-late",
        id: "COMPANY.SURCHARGE",
        layout: {
          amount: { label: "unpaid" },
        },
      },
      {
        key: "company-exemption",
        id: "COMPANY.EXEMPTION",
        layout: {
          since: { label: "situation-start", hint: "situation-start" },
          year: { label: "contribution-year" },
          until: {
            label: "situation-end",
            hint: "situation-end",
            only: { parameter: "ground", words: ["dormant", "bankruptcy", "liquidation", "reorganisation"] },
          },
          form: { label: "company-form", only: STARTER },
          quarters: { label: "quarters-before", hint: "quarters-before", only: STARTER },
        },
      },
      {
        key: "company-prescription",
        id: "COMPANY.PRESCRIPTION",
        layout: {
          year: { label: "contribution-year", hint: "payment-year" },
          kind: { label: "claim" },
        },
      },
    ],
  },
  PLAN,
  DATA,
];
