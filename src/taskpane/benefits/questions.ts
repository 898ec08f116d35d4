import {
  END_KINDS,
  ENTITLEMENTS,
  EXEMPT_BENEFITS,
  FAMILIES,
  RATE_BENEFITS,
  SHARES,
  VARIANTS,
  VOUCHERS,
} from "../../rules/benefits";
import { CATEGORIES } from "../../rules/contributions";
import { BASES, GROUNDS } from "../../rules/passerelle";
import { INCOME_BASES, PREMIUM_KINDS } from "../../rules/pension";
import { OCCUPATIONS } from "../../rules/status";

/** Lists of words, each with its texts. */
export const WORDS = {
  category: CATEGORIES,
  ground: GROUNDS,
  basis: BASES,
  amount: RATE_BENEFITS,
  variant: VARIANTS,
  family: FAMILIES,
  exemption: EXEMPT_BENEFITS,
  end: END_KINDS,
  right: ENTITLEMENTS,
  kind: PREMIUM_KINDS,
  "income-basis": INCOME_BASES,
  occupation: OCCUPATIONS,
  share: SHARES.map(String),
  vouchers: VOUCHERS.map(String),
} as const satisfies Record<string, readonly string[]>;

export type WordList = keyof typeof WORDS;

interface Common {
  /** Name of the function's parameter. */
  readonly parameter: string;
  /** Key of the label; without one the parameter's name. */
  readonly label?: string;
  readonly hint?: string;
  /** No answer without it. */
  readonly required?: true;
  /** The function wants something in this place, and reads an empty text as left out. */
  readonly keepsPlace?: true;
  /** Rarely needed: folded away. */
  readonly more?: true;
  /** Asked only where another field has one of these words. */
  readonly only?: { readonly parameter: string; readonly words: readonly string[] };
}

export type FormField = Common &
  (
    | { readonly kind: "amount" | "income" | "percent" | "year" | "date" | "yes" | "yes-no" }
    | { readonly kind: "whole"; readonly least: number; readonly most: number }
    | {
        readonly kind: "word" | "number";
        readonly list: WordList;
        /** The words that go with those of another field. */
        readonly following?: {
          readonly parameter: string;
          readonly words: Readonly<Record<string, readonly string[]>>;
        };
      }
  );

export type ResultKind =
  "euro" | "months" | "quarters" | "date" | "entitlement" | "status" | "list" | "payments" | "conditions";

export interface Question {
  readonly key: string;
  readonly id: string;
  readonly result: ResultKind;
  /** In the order of the function's parameters. */
  readonly fields: readonly FormField[];
}

interface Group {
  readonly key: string;
  readonly questions: readonly Question[];
}

const MOST_QUARTERS = 400;
const MOST_MONTHS = 1200;
const MOST_DAYS = 36_525;
const MOST_WEEKS = 60;
const MOST_CHILDREN = 20;

const INDEX_STEPS: FormField = {
  kind: "whole",
  least: 0,
  most: 20,
  parameter: "indexSteps",
  label: "index-steps",
  hint: "index-steps",
  more: true,
};
const FACT: FormField = { kind: "date", parameter: "date", label: "fact" };
const GROUND: FormField = { kind: "word", list: "ground", parameter: "ground" };
const OLD_GROUND: FormField = { ...GROUND, hint: "ground-before-2023" };
const PENSION_QUARTERS: FormField = {
  kind: "whole",
  least: 0,
  most: MOST_QUARTERS,
  parameter: "quarters",
  label: "pension-quarters",
  hint: "pension-quarters",
  keepsPlace: true,
};
const DEPENDANTS: FormField = { kind: "yes", parameter: "dependants", hint: "dependants" };

/** Variants of a benefit that has several amounts. */
const VARIANTS_OF = {
  sickness: FAMILIES,
  invalidity: FAMILIES,
  "invalidity-assimilated": FAMILIES,
  maternity: ["weeks-1-4", "from-week-5", "half-weeks-1-4", "half-from-week-5"],
  "birth-leave": ["day", "half-day"],
  caregiver: ["full", "half"],
};
const BY_HOURS = ["employee", "interim", "contract-teacher", "tenured-teacher", "civil-servant"];

/** What the pane can be asked, and which fields it takes: labels, words and answers are texts elsewhere. */
export const GROUPS: readonly Group[] = [
  {
    key: "passerelle",
    questions: [
      {
        key: "months",
        id: "PASSERELLE.MONTHS",
        result: "months",
        fields: [
          PENSION_QUARTERS,
          OLD_GROUND,
          FACT,
          {
            kind: "whole",
            least: 0,
            most: MOST_MONTHS,
            parameter: "monthsUsed",
            label: "months-used",
            hint: "months-used",
            more: true,
          },
        ],
      },
      {
        key: "kept",
        id: "PASSERELLE.QUARTERS",
        result: "quarters",
        fields: [
          PENSION_QUARTERS,
          OLD_GROUND,
          FACT,
          {
            kind: "whole",
            least: 0,
            most: MOST_QUARTERS,
            parameter: "quartersUsed",
            label: "quarters-used",
            hint: "months-used",
            more: true,
          },
        ],
      },
      {
        key: "monthly",
        id: "PASSERELLE.AMOUNT",
        result: "euro",
        fields: [{ kind: "date", parameter: "month", hint: "month", required: true }, DEPENDANTS, INDEX_STEPS],
      },
      {
        key: "payments",
        id: "PASSERELLE.PAYMENT",
        result: "payments",
        fields: [
          { ...FACT, required: true },
          { kind: "date", parameter: "until", label: "inactive-until", hint: "inactive-until", keepsPlace: true },
          DEPENDANTS,
          OLD_GROUND,
          {
            kind: "whole",
            least: 0,
            most: 12,
            parameter: "months",
            label: "months-of-right",
            hint: "months-of-right",
            more: true,
          },
          { kind: "amount", parameter: "otherIncome", label: "other-income", hint: "other-income", more: true },
          INDEX_STEPS,
        ],
      },
      {
        key: "eligible",
        id: "PASSERELLE.ELIGIBLE",
        result: "conditions",
        fields: [
          { kind: "word", list: "category", parameter: "category", required: true },
          { ...GROUND, required: true },
          { ...FACT, required: true },
          {
            kind: "whole",
            least: 0,
            most: MOST_QUARTERS,
            parameter: "subjectedQuarters",
            label: "subjected-quarters",
            hint: "subjected-quarters",
            required: true,
          },
          {
            kind: "whole",
            least: 0,
            most: 16,
            parameter: "paidQuarters",
            label: "paid-quarters",
            hint: "paid-quarters",
            required: true,
          },
          {
            kind: "whole",
            least: 0,
            most: MOST_QUARTERS,
            parameter: "careerQuarters",
            label: "career-quarters",
            hint: "career-quarters",
            more: true,
          },
          {
            kind: "word",
            list: "basis",
            parameter: "basis",
            only: { parameter: "ground", words: ["economic"] },
          },
          {
            kind: "income",
            parameter: "income",
            label: "cessation-income",
            only: { parameter: "basis", words: ["low-income"] },
          },
          {
            kind: "income",
            parameter: "incomePrevious",
            label: "previous-income",
            only: { parameter: "basis", words: ["low-income"] },
          },
          {
            kind: "whole",
            least: 0,
            most: MOST_DAYS,
            parameter: "interruptionDays",
            label: "interruption-days",
            hint: "interruption-days",
            more: true,
          },
          {
            kind: "amount",
            parameter: "otherIncome",
            label: "replacement-income",
            hint: "replacement-income",
            more: true,
          },
          { kind: "yes-no", parameter: "resident", more: true },
          { kind: "yes-no", parameter: "convicted", hint: "convicted", more: true },
          { kind: "yes-no", parameter: "helpedPersonMeets", label: "helped-person", hint: "helped-person", more: true },
          {
            kind: "amount",
            parameter: "patrimonialBenefits",
            label: "patrimonial-benefits",
            hint: "director",
            more: true,
          },
          { kind: "yes-no", parameter: "liquidationStarted", label: "liquidation", hint: "director", more: true },
          {
            kind: "yes-no",
            parameter: "studentAtMinimum",
            label: "student-at-minimum",
            only: { parameter: "category", words: ["student"] },
          },
        ],
      },
      { key: "deadline", id: "PASSERELLE.DEADLINE", result: "date", fields: [{ ...FACT, required: true }] },
      {
        key: "limit",
        id: "PASSERELLE.INCOMELIMIT",
        result: "euro",
        fields: [
          { kind: "year", parameter: "year", label: "income-year", required: true },
          { kind: "yes", parameter: "spouse", label: "maxi-spouse" },
        ],
      },
    ],
  },
  {
    key: "benefits",
    questions: [
      {
        key: "rate",
        id: "BENEFIT.RATE",
        result: "euro",
        fields: [
          { kind: "word", list: "amount", parameter: "benefit", required: true },
          { kind: "date", parameter: "date", label: "day", required: true },
          {
            kind: "word",
            list: "variant",
            parameter: "variant",
            only: { parameter: "benefit", words: Object.keys(VARIANTS_OF) },
            following: { parameter: "benefit", words: VARIANTS_OF },
          },
          INDEX_STEPS,
        ],
      },
      {
        key: "sickness",
        id: "BENEFIT.SICKNESS",
        result: "euro",
        fields: [
          { kind: "date", parameter: "start", label: "sickness-start", hint: "sickness-start", required: true },
          { kind: "date", parameter: "end", label: "sickness-end", required: true },
          { kind: "word", list: "family", parameter: "family", required: true },
          { kind: "yes", parameter: "assimilated", hint: "assimilated" },
          { kind: "date", parameter: "primaryStart", label: "spell-start", hint: "spell-start", more: true },
          INDEX_STEPS,
        ],
      },
      {
        key: "maternity",
        id: "BENEFIT.MATERNITY",
        result: "euro",
        fields: [
          { kind: "date", parameter: "start", label: "rest-start", required: true },
          {
            kind: "whole",
            least: 0,
            most: MOST_WEEKS,
            parameter: "weeks",
            label: "full-weeks",
            hint: "full-weeks",
            required: true,
          },
          {
            kind: "whole",
            least: 0,
            most: MOST_WEEKS,
            parameter: "halfWeeks",
            label: "half-weeks",
            hint: "half-weeks",
            more: true,
          },
          { kind: "whole", least: 1, most: MOST_CHILDREN, parameter: "children", hint: "children", more: true },
          { kind: "number", list: "vouchers", parameter: "vouchers", hint: "vouchers", more: true },
          INDEX_STEPS,
        ],
      },
      {
        key: "birth-leave",
        id: "BENEFIT.BIRTHLEAVE",
        result: "euro",
        fields: [
          { kind: "date", parameter: "birth", required: true },
          {
            kind: "whole",
            least: 0,
            most: MOST_DAYS,
            parameter: "halfDays",
            label: "half-days",
            hint: "half-days",
            required: true,
          },
          { kind: "date", parameter: "from", label: "leave-start", hint: "leave-start" },
          INDEX_STEPS,
        ],
      },
      {
        key: "adoption",
        id: "BENEFIT.ADOPTION",
        result: "euro",
        fields: [
          { kind: "date", parameter: "start", label: "leave-start", required: true },
          { kind: "whole", least: 0, most: MOST_WEEKS, parameter: "weeks", label: "parent-weeks", required: true },
          {
            kind: "whole",
            least: 0,
            most: MOST_WEEKS,
            parameter: "maxWeeks",
            label: "most-weeks",
            hint: "most-weeks",
            more: true,
          },
          INDEX_STEPS,
        ],
      },
      {
        key: "caregiver",
        id: "BENEFIT.CAREGIVER",
        result: "euro",
        fields: [
          { kind: "date", parameter: "start", label: "care-start", required: true },
          {
            kind: "whole",
            least: 0,
            most: MOST_MONTHS,
            parameter: "months",
            label: "care-months",
            hint: "care-months",
            required: true,
          },
          { kind: "number", list: "share", parameter: "share", label: "interruption" },
          {
            kind: "whole",
            least: 0,
            most: MOST_MONTHS,
            parameter: "monthsUsed",
            label: "care-months-used",
            hint: "care-months-used",
            more: true,
          },
          INDEX_STEPS,
        ],
      },
      {
        key: "bereavement",
        id: "BENEFIT.BEREAVEMENT",
        result: "euro",
        fields: [
          { kind: "date", parameter: "from", label: "leave-start", required: true },
          { kind: "whole", least: 0, most: MOST_DAYS, parameter: "days", hint: "days", required: true },
          INDEX_STEPS,
        ],
      },
      {
        key: "exempt",
        id: "BENEFIT.EXEMPTQUARTERS",
        result: "list",
        fields: [
          { kind: "word", list: "exemption", parameter: "benefit", label: "event", required: true },
          { kind: "date", parameter: "date", label: "event-date", hint: "event-date", required: true },
          {
            kind: "date",
            parameter: "until",
            label: "event-end",
            hint: "event-end",
            only: { parameter: "benefit", words: ["sickness", "caregiver"] },
          },
          {
            kind: "word",
            list: "end",
            parameter: "endKind",
            label: "end-kind",
            hint: "end-kind",
            only: { parameter: "benefit", words: ["sickness"] },
          },
          {
            kind: "number",
            list: "share",
            parameter: "share",
            label: "interruption",
            only: { parameter: "benefit", words: ["caregiver"] },
          },
        ],
      },
      {
        key: "entitled",
        id: "BENEFIT.ENTITLED",
        result: "entitlement",
        fields: [
          { kind: "word", list: "category", parameter: "category", required: true },
          { kind: "word", list: "right", parameter: "benefit", required: true },
          { kind: "date", parameter: "date", label: "day", hint: "last-day-of-year" },
        ],
      },
    ],
  },
  {
    key: "pension",
    questions: [
      {
        key: "plci",
        id: "PENSION.PLCI",
        result: "euro",
        fields: [
          { kind: "income", parameter: "incomeN3", label: "income-n3", hint: "income-n3", required: true },
          { kind: "year", parameter: "year", label: "premium-year" },
          { kind: "word", list: "kind", parameter: "kind", label: "premium-kind" },
          { kind: "word", list: "income-basis", parameter: "basis", label: "income-basis", more: true },
        ],
      },
    ],
  },
  {
    key: "status",
    questions: [
      {
        key: "status",
        id: "INASTI.STATUS",
        result: "status",
        fields: [
          { kind: "word", list: "occupation", parameter: "occupation", required: true },
          {
            kind: "percent",
            parameter: "workShare",
            label: "work-share",
            hint: "work-share",
            only: { parameter: "occupation", words: BY_HOURS },
          },
          {
            kind: "whole",
            least: 0,
            most: 366,
            parameter: "daysPerYear",
            label: "days-per-year",
            hint: "days-or-months",
            only: { parameter: "occupation", words: ["civil-servant"] },
          },
          {
            kind: "whole",
            least: 0,
            most: 12,
            parameter: "monthsPerYear",
            label: "months-per-year",
            only: { parameter: "occupation", words: ["civil-servant"] },
          },
          {
            kind: "amount",
            parameter: "replacementIncome",
            label: "monthly-benefit",
            only: { parameter: "occupation", words: ["replacement-income"] },
          },
          { kind: "date", parameter: "date", label: "day", hint: "status-day" },
        ],
      },
      {
        key: "company",
        id: "COMPANY.CONTRIBUTION",
        result: "euro",
        fields: [
          { kind: "amount", parameter: "balanceTotal", label: "balance-total", hint: "balance-total", required: true },
          { kind: "year", parameter: "year", label: "contribution-year" },
        ],
      },
      {
        key: "company-due",
        id: "COMPANY.DUEDATE",
        result: "date",
        fields: [
          { kind: "year", parameter: "year", label: "contribution-year", required: true },
          { kind: "date", parameter: "created", hint: "created" },
        ],
      },
      {
        key: "company-late",
        id: "COMPANY.SURCHARGE",
        result: "euro",
        fields: [
          { kind: "amount", parameter: "amount", label: "unpaid", required: true },
          { kind: "date", parameter: "due", required: true },
          { kind: "date", parameter: "paid", required: true },
        ],
      },
    ],
  },
];
