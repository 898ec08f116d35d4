const CONTRIBUTION_YEAR = { label: "contribution-year" };
const INCOME = { label: "income-of-year", hint: "net-income" };
const QUARTER = { hint: "quarter-if-needed", more: true } as const;
const ACTIVITY_START = { label: "activity-start", hint: "one-category-since", more: true } as const;
const ACTIVITY_STOP = { label: "activity-stop", hint: "one-category-until", more: true } as const;
const INDEXATION = { label: "index-growth", hint: "indexation", more: true } as const;
const FEE = { hint: "fee-included", more: true } as const;

const OF_YEAR = { income: INCOME, year: CONTRIBUTION_YEAR, indexation: INDEXATION } as const;
const OF_QUARTER = { ...OF_YEAR, quarter: QUARTER } as const;
const ACTIVE = { start: ACTIVITY_START, stop: ACTIVITY_STOP } as const;
const PROVISIONAL = {
  incomeN3: { label: "income-n3", hint: "income-n3-or-starter" },
  year: CONTRIBUTION_YEAR,
  quarter: QUARTER,
  indexation: INDEXATION,
  ...ACTIVE,
  incomeYear: { label: "income-year", hint: "income-year-n3", more: true },
} as const;

const BY_HOURS = ["employee", "interim", "contract-teacher", "tenured-teacher", "civil-servant"];

/** Whoever begins, alone or beside something else. */
export const START = {
  key: "start",
  questions: [
    {
      key: "status",
      id: "INASTI.STATUS",
      says: "status",
      layout: {
        workShare: { label: "work-share", hint: "work-share", only: { parameter: "occupation", words: BY_HOURS } },
        daysPerYear: {
          label: "days-per-year",
          hint: "days-or-months",
          only: { parameter: "occupation", words: ["civil-servant"] },
        },
        monthsPerYear: { label: "months-per-year", only: { parameter: "occupation", words: ["civil-servant"] } },
        replacementIncome: {
          label: "monthly-benefit",
          only: { parameter: "occupation", words: ["replacement-income", "work-accident"] },
        },
        date: { label: "day", hint: "status-day" },
        hoursPerQuarter: {
          label: "hours-per-quarter",
          hint: "hours-per-quarter",
          only: { parameter: "occupation", words: ["employee", "interim"] },
          more: true,
        },
        keepsPensionRights: {
          label: "keeps-pension-rights",
          hint: "keeps-pension-rights",
          only: { parameter: "occupation", words: ["time-credit"] },
        },
        incapacity: { label: "incapacity", only: { parameter: "occupation", words: ["work-accident"] } },
      },
    },
    {
      key: "status-from",
      id: "INASTI.STATUSFROM",
      layout: { event: { label: "other-work-day", hint: "other-work-day" } },
    },
    {
      key: "affiliation",
      id: "INASTI.AFFILIATION",
      layout: {
        start: { label: "activity-start" },
        affiliated: { hint: "affiliation-day" },
      },
    },
    {
      key: "entitled",
      id: "BENEFIT.ENTITLED",
      says: "entitlement",
      layout: {
        date: { label: "day", hint: "last-day-of-year" },
      },
    },
    {
      key: "springboard",
      id: "BENEFIT.SPRINGBOARD",
      layout: {
        annualIncome: { label: "annual-income", hint: "annual-income" },
        date: { label: "day", hint: "springboard-day" },
        result: { label: "springboard-result", hint: "springboard-result" },
      },
    },
  ],
} as const;

/** What a year costs, and how one comes to it. */
export const YEAR = {
  key: "year",
  questions: [
    { key: "quarterly", id: "INASTI.QUARTERLY", layout: { ...OF_QUARTER, ...ACTIVE } },
    { key: "annual", id: "INASTI.ANNUAL", layout: { ...OF_YEAR, ...ACTIVE } },
    {
      key: "provisional",
      id: "INASTI.PROVISIONAL",
      layout: { ...PROVISIONAL, estimate: { hint: "estimate", more: true } },
    },
    {
      key: "revalue",
      id: "INASTI.REVALUE",
      layout: {
        incomeN3: { label: "income-n3", hint: "income-n3" },
        year: CONTRIBUTION_YEAR,
        indexation: INDEXATION,
        incomeYear: PROVISIONAL.incomeYear,
      },
    },
    {
      key: "settlement",
      id: "INASTI.SETTLEMENT",
      note: "settlement",
      layout: { ...OF_YEAR, ...ACTIVE, paid: { label: "paid-for-year", hint: "paid-for-year" }, fund: FEE },
    },
    {
      key: "from-profit",
      id: "INASTI.FROMPROFIT",
      layout: {
        profit: { hint: "profit" },
        year: CONTRIBUTION_YEAR,
        fund: { hint: "fee-included" },
        indexation: INDEXATION,
        ...ACTIVE,
      },
    },
    {
      key: "income-for",
      id: "INASTI.INCOMEFOR",
      layout: { quarterly: { hint: "quarterly" }, year: CONTRIBUTION_YEAR, quarter: QUARTER, indexation: INDEXATION },
    },
    { key: "marginal", id: "INASTI.MARGINALRATE", layout: OF_QUARTER },
    { key: "effective", id: "INASTI.EFFECTIVERATE", layout: OF_QUARTER },
    { key: "breakdown", id: "INASTI.BREAKDOWN", layout: { ...OF_QUARTER, ...ACTIVE } },
    {
      key: "scale",
      id: "INASTI.SCALE",
      layout: { year: CONTRIBUTION_YEAR, quarter: QUARTER, indexation: INDEXATION },
    },
  ],
} as const;

/** Whoever earns less than three years ago, or nearly nothing. */
export const BAD_YEAR = {
  key: "bad-year",
  questions: [
    {
      key: "reduced",
      id: "INASTI.PROVISIONAL",
      note: "reduced",
      layout: { ...PROVISIONAL, estimate: { hint: "estimate" } },
    },
    {
      key: "limit",
      id: "PASSERELLE.INCOMELIMIT",
      layout: {
        year: { label: "income-year" },
        spouse: { label: "maxi-spouse" },
      },
    },
  ],
} as const;
