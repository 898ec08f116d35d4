const CONTRIBUTION = {
  contribution: { label: "contribution-of-quarter", hint: "without-fee" },
  year: { label: "contribution-year" },
} as const;
const CHANGE = {
  since: { label: "affiliation-start", hint: "affiliation-start" },
  asOf: { label: "request-from", hint: "request-from" },
  kind: { label: "switch-kind", hint: "switch-kind", more: true },
  upToDate: { label: "up-to-date", hint: "up-to-date", more: true },
  pensionAgeYear: { label: "pension-age-year", hint: "not-checked", more: true },
  earlyPensionYear: { label: "early-pension-year", hint: "not-checked", more: true },
} as const;

/** Which fund, what it costs, and how one leaves it. */
export const FUND = {
  key: "fund",
  questions: [
    { key: "fund-total", id: "FUND.TOTAL", layout: CONTRIBUTION },
    { key: "fund-fee", id: "FUND.FEE", layout: CONTRIBUTION },
    { key: "fund-rate", id: "FUND.RATE", layout: { year: { label: "contribution-year" } } },
    { key: "fund-compare", id: "FUND.COMPARE", layout: CONTRIBUTION },
    { key: "fund-switch", id: "FUND.SWITCH", layout: CHANGE },
    { key: "fund-request", id: "FUND.SWITCHREQUEST", layout: CHANGE },
  ],
  leads: [{ key: "fund-scenario", view: "funds", ids: ["FUND.SCENARIO", "INASTI.BATCH"] }],
} as const;
