const YEAR = { label: "contribution-year" };
const DISPENSE = {
  date: { label: "dispense-date", hint: "dispense-date" },
  kind: { label: "dispense-kind", hint: "dispense-kind" },
  start: { label: "activity-start", hint: "dispense-start", more: true },
  category: { hint: "dispense-category", more: true },
} as const;

/** Whoever pays late, or cannot pay: what it costs, until when, and until when it can be claimed. */
export const LATE = {
  key: "late",
  questions: [
    {
      key: "late-surcharge",
      id: "INASTI.SURCHARGE",
      layout: {
        amount: { label: "unpaid", hint: "unpaid" },
        due: { hint: "due" },
        paid: { hint: "paid" },
        firstClaimed: { label: "first-claimed", hint: "first-claimed", more: true },
        summoned: { hint: "summoned", more: true },
      },
    },
    {
      key: "due-date",
      id: "INASTI.DUEDATE",
      layout: {
        year: YEAR,
        start: { label: "activity-start", hint: "respite", more: true },
        noticeSent: { label: "notice-sent", hint: "notice-sent", more: true },
        affiliated: { hint: "affiliated", more: true },
      },
    },
    {
      key: "settlement-due",
      id: "INASTI.SETTLEMENTDUE",
      layout: { sent: { label: "statement-sent", hint: "statement-sent" } },
    },
    {
      key: "reduction-surcharge",
      id: "INASTI.REDUCTIONSURCHARGE",
      layout: {
        final: { label: "final-of-year", hint: "of-four-quarters" },
        reduced: { label: "reduced-of-year", hint: "of-four-quarters" },
        provisionalN3: { label: "provisional-of-year", hint: "of-four-quarters" },
        year: YEAR,
        paid: { label: "paid-or-statement", hint: "paid-or-statement" },
      },
    },
    { key: "dispense-until", id: "INASTI.DISPENSE", note: "dispense", layout: DISPENSE },
    { key: "dispense-from", id: "INASTI.DISPENSEFROM", note: "dispense", layout: DISPENSE },
    {
      key: "prescription",
      id: "INASTI.PRESCRIPTION",
      note: "prescription",
      layout: { year: { ...YEAR, hint: "payment-year" }, kind: { label: "claim", hint: "claim" } },
    },
  ],
} as const;
