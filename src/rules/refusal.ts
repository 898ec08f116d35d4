/** How a refusal shows in a cell: #VALUE!, #N/A or #NUM!. */
export type RefusalCode = "value" | "notAvailable" | "number";

/** A closed list of words; each word has a name in every language. */
export type WordList =
  | "category"
  | "careerStatus"
  | "occupation"
  | "switchKind"
  | "ground"
  | "basis"
  | "flag"
  | "benefit"
  | "variant"
  | "unit"
  | "endKind"
  | "premiumKind"
  | "incomeBasis"
  | "amountBasis"
  | "springboardResult"
  | "pensioner"
  | "quarterGround"
  | "dispenseKind"
  | "claim"
  | "companyGround"
  | "companyForm"
  | "fund";

/** Words by their spellings, one of which may be what was meant by `given`. */
export type Spellings = ReadonlyMap<string, string>;

/** A fact inside a message. The i18n layer writes it in the reader's language; texts that are ids go by the name of the fact. */
export type Fact =
  | string
  | number
  | boolean
  | { readonly cents: number }
  | { readonly rate: number }
  | { readonly day: number }
  | { readonly quarter: number }
  /** A value of a parameter, as it is stored. */
  | { readonly value: number; readonly decimals: number; readonly unit: string }
  /** A line of the way, within another one. */
  | { readonly step: string; readonly facts: Facts }
  /** A sentence of its own, by the key of its text. */
  | { readonly sentence: string; readonly facts: Facts }
  | Refusal
  | Spellings
  /** Words of a list, each of them told. */
  | { readonly all: readonly string[]; readonly of: WordList }
  /** Words to choose from; of no list where they are names or numbers. */
  | { readonly words: readonly (string | number)[]; readonly of?: WordList };
export type Facts = Readonly<Record<string, Fact>>;

/** Every reason for which a rule answers no figure, with the error it becomes. Texts: `i18n/<language>/messages.json`, `refusal.<key>`. */
export const REFUSALS = {
  missing: "value",
  "not-a-number": "value",
  "ambiguous-number": "value",
  "not-finite": "value",
  "too-large": "value",
  negative: "value",
  "not-whole": "value",
  "out-of-range": "value",
  "not-a-date": "value",
  "date-looks-like-year": "value",
  "date-from-1904": "value",
  "unknown-word": "value",
  "unknown-parameter": "value",
  "category-helper": "value",
  "category-self-employed": "value",
  "category-starter": "value",
  "category-mandate": "value",
  "category-pension": "value",
  "rate-not-fraction": "value",
  "growth-not-fraction": "value",
  "not-a-single-value": "value",
  "wrong-size": "value",
  "not-as-long": "value",
  "too-many-cells": "value",
  "too-many-errors": "value",
  "too-large-for-web": "value",
  "cell-error": "value",
  "quarter-needed": "value",
  "year-before-system": "notAvailable",
  "year-not-published": "notAvailable",
  "premium-not-published": "notAvailable",
  "company-not-published": "notAvailable",
  "no-text-before": "notAvailable",
  "parameter-not-in-force": "notAvailable",
  "parameter-not-begun": "notAvailable",
  "parameter-ended": "notAvailable",
  "figure-unknown": "notAvailable",
  "reduced-steps-unknown": "notAvailable",
  "quarter-before-start": "value",
  "argument-needs-start": "value",
  "respite-not-held": "notAvailable",
  "payments-too-small": "value",
  "no-fixed-point": "number",
  "no-income-below": "number",
  "no-income-above": "number",
  "no-income-in-jump": "number",
  "income-not-positive": "number",
  "income-missing": "value",
  "reference-income-not-given": "notAvailable",
  "income-year-too-late": "value",
  "income-year-before-start": "value",
  "income-year-not-held": "notAvailable",
  "career-not-rising": "value",
  "career-two-incomes": "value",
  "career-exempt-without-activity": "value",
  "career-no-primostarter": "value",
  "career-no-sickness": "value",
  "career-after-death": "value",
  "projection-too-large": "number",
  "projection-too-long": "value",
  "date-beyond-calendar": "number",
  "date-not-covered": "notAvailable",
  "argument-superfluous": "value",
  "variant-needed": "value",
  "until-needed": "value",
  "end-kind-needed": "value",
  "function-of-its-own": "value",
  "exempt-by-ground": "value",
  "family-allowances-regional": "notAvailable",
  "corona-not-covered": "notAvailable",
  "bankruptcy-insurance-ended": "notAvailable",
  "springboard-elsewhere": "notAvailable",
  "legal-pension-elsewhere": "notAvailable",
  "eip-elsewhere": "notAvailable",
  "cpti-elsewhere": "notAvailable",
  "pension-savings-elsewhere": "notAvailable",
  "waiting-period-2019": "notAvailable",
  "seventh-month-unsettled": "notAvailable",
  "signed-later-part": "value",
  "signed-six-months": "notAvailable",
  "signed-too-late": "notAvailable",
  "allowed-work-income": "notAvailable",
  "maternity-too-short": "value",
  "maternity-too-long": "value",
  "maternity-transition": "notAvailable",
  "vouchers-without-choice": "value",
  "extra-weeks-without-choice": "value",
  "birth-leave-too-late": "value",
  "adoption-too-long": "value",
  "caregiver-too-long": "value",
  "caregiver-used-up": "value",
  "caregiver-months-exceeded": "value",
  "entitlement-before": "notAvailable",
  "entitlement-not-begun": "notAvailable",
  "entitlement-open": "notAvailable",
  "fund-without-fee": "notAvailable",
  "fund-fee-not-held": "notAvailable",
  "no-fund-with-fee": "notAvailable",
  "switch-spouse": "value",
  "switch-company-open": "notAvailable",
  "switch-after-pension": "notAvailable",
  "switch-debts": "notAvailable",
  "balance-total-missing": "value",
  "company-created-later": "value",
  "status-is-category": "value",
  "status-needs-amount": "notAvailable",
  "status-needs-incapacity": "notAvailable",
  "status-needs-pension-rights": "notAvailable",
  "dispense-complementary": "notAvailable",
  "affiliation-too-early": "value",
  "passerelle-date-needed": "value",
  "amount-not-verified": "notAvailable",
  "date-before": "value",
  "passerelle-not-covered": "notAvailable",
  "passerelle-ground-needed": "value",
  "passerelle-ground-not-then": "notAvailable",
  "passerelle-energy-open": "notAvailable",
  "passerelle-energy-months": "notAvailable",
  "passerelle-periods-overlap": "notAvailable",
  "passerelle-across-months": "notAvailable",
  "passerelle-limit-year": "notAvailable",
  "not-quarters-of-years": "value",
  "right-changes-in-year": "notAvailable",
  "accrual-not-settled": "notAvailable",
  "accrual-ceiling-not-published": "notAvailable",
  "minimum-work-unseen": "notAvailable",
  "early-second-way": "notAvailable",
  "own-unit": "value",
  "own-day": "value",
  "own-order": "value",
  "own-year": "value",
  "own-decimals": "value",
  "own-range": "value",
  "own-source": "value",
  "own-source-long": "value",
  "own-known": "value",
  "own-overlap": "value",
  "own-rank": "value",
  "own-too-many": "value",
  "own-file": "value",
  "own-file-entry": "value",
} as const satisfies Record<string, RefusalCode>;

export type RefusalKey = keyof typeof REFUSALS;

/**
 * A typed "no": the law gives no figure, or the question is not well put. Never a guess. An error in all but its call stack, which
 * would take longer to make than a column of a million refusals.
 */
export class Refusal implements Error {
  constructor(
    readonly key: RefusalKey,
    readonly facts: Facts = {},
  ) {}

  get name(): string {
    return "Refusal";
  }

  get message(): string {
    return this.key;
  }

  get code(): RefusalCode {
    return REFUSALS[this.key];
  }
}

Object.setPrototypeOf(Refusal.prototype, Error.prototype);

/** The answer, or the refusal as a value, where other answers go on without it. */
export function attempt<T>(answer: () => T): T | Refusal {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
