import { quarter, type Quarter, QUARTERS_OF_YEAR } from "../calendar";
import {
  annualisedIncome,
  byQuarter,
  contribution,
  FINAL_ARTICLE,
  finalQuarter,
  inQuarter,
  type OwedQuarter,
  quarterRule,
  type QuarterRule,
  QUARTERS_ARTICLE,
  requireLaw,
  type YearQuestion,
} from "../contributions";
import { fee, FEE_ARTICLE, feeFraction, feeRateOf, type FundOrRate } from "../funds";
import type { Cents, Fraction } from "../money";
import { attempt, Refusal } from "../refusal";
import { type Answer, exactly, type Line, rowsAt, step } from "../trace";
import { type Attempt, attemptLine, figure } from "./attempt";

/** One client of a list. What is wrong with fund or payment leaves the contributions as they are. */
export interface Client extends YearQuestion {
  readonly income: Cents;
  readonly fund?: Attempt<FundOrRate> | undefined;
  readonly paid?: Attempt | undefined;
}

/** The account of a client's year. */
export interface Account {
  /** Quarters of subjection. */
  readonly quarters: Attempt<number>;
  /** Absent in a year without activity. */
  readonly annualised: Attempt | undefined;
  readonly quarter1: Attempt;
  readonly quarter2: Attempt;
  readonly quarter3: Attempt;
  readonly quarter4: Attempt;
  readonly annual: Attempt;
  readonly fee: Attempt;
  readonly total: Attempt;
  /** Absent where no payment is given. */
  readonly settlement: Attempt | undefined;
}

/** What decides a year's account but income and payment. */
export interface YearRules {
  readonly quarters: number;
  readonly ofQuarter: readonly Attempt<QuarterRule>[];
}

/** Refuses a year without law; of the others a quarter may have no text. */
export function yearRules(question: YearQuestion): YearRules {
  const ofQuarter = QUARTERS_OF_YEAR.map((n) => attempt(() => quarterRule(inQuarter(question, n))));
  const inside = ofQuarter.filter((rule) => rule instanceof Refusal || rule.outside === undefined);
  if (inside.length > 0) requireLaw(question.year, question.indexation);
  return { quarters: inside.length, ofQuarter };
}

/** What a fund charges in a year; nothing where none is chosen. */
export const chargeOf = (fund: Attempt<FundOrRate> | undefined, year: number): Attempt<Fraction> | undefined =>
  fund === undefined || fund instanceof Refusal ? fund : attempt(() => feeFraction(fund, year));

/** The account of a year, on its own income. */
export function accountOf(
  income: Cents,
  { quarters, ofQuarter }: YearRules,
  charge: Attempt<Fraction> | undefined,
  paid: Attempt | undefined,
): Account {
  const owed = (rule: Attempt<QuarterRule>): Attempt => (rule instanceof Refusal ? rule : contribution(income, rule));
  const quarter1 = owed(ofQuarter[0]!);
  const quarter2 = owed(ofQuarter[1]!);
  const quarter3 = owed(ofQuarter[2]!);
  const quarter4 = owed(ofQuarter[3]!);
  const annual = plus(plus(quarter1, quarter2), plus(quarter3, quarter4));
  const feeOf = (amount: Attempt): Attempt => {
    if (charge === undefined) return 0;
    if (charge instanceof Refusal) return charge;
    return amount instanceof Refusal ? amount : fee(amount, charge);
  };
  const fees = plus(plus(feeOf(quarter1), feeOf(quarter2)), plus(feeOf(quarter3), feeOf(quarter4)));
  // A wrong fund or payment is named before a quarter without text.
  const total = plus(fees, annual);
  return {
    quarters,
    annualised: quarters === 0 ? undefined : annualisedIncome(income, quarters),
    quarter1,
    quarter2,
    quarter3,
    quarter4,
    annual,
    fee: fees,
    total,
    settlement: paid === undefined ? undefined : plus(paid instanceof Refusal ? paid : 0 - paid, total),
  };
}

const plus = (one: Attempt, other: Attempt): Attempt => {
  if (one instanceof Refusal) return one;
  return other instanceof Refusal ? other : one + other;
};

/** A list of clients, a row each; one that cannot be read has its reason, and a place kept free nothing. */
export function dossier(clients: readonly (Client | Refusal | undefined)[]): Answer<readonly Partial<Account>[]> {
  return {
    get value() {
      return clients.map(rowOf);
    },
    way: (at) =>
      at === undefined
        ? [step("dossier", { count: clients.length }, QUARTERS_ARTICLE)]
        : rowsAt(clients, at).flatMap((client) => (client === undefined ? [] : accountLines(figure(client)))),
  };
}

function rowOf(client: Client | Refusal | undefined): Partial<Account> {
  if (client === undefined) return {};
  if (client instanceof Refusal) return refused(client);
  const rules = attempt(() => yearRules(client));
  return rules instanceof Refusal
    ? refused(rules)
    : accountOf(client.income, rules, chargeOf(client.fund, client.year), client.paid);
}

const refused = (refusal: Refusal): Account => ({
  quarters: refusal,
  annualised: refusal,
  quarter1: refusal,
  quarter2: refusal,
  quarter3: refusal,
  quarter4: refusal,
  annual: refusal,
  fee: refusal,
  total: refusal,
  settlement: refusal,
});

/** The lines of a client: quarters, fees and what was paid add up to the last figure of his row. */
function accountLines(client: Client): Line[] {
  const { income, year, fund, paid } = client;
  const owed = yearRules(client).ofQuarter.map((rule, index) => ({
    quarter: quarter(year, QUARTERS_OF_YEAR[index]!),
    answer: rule instanceof Refusal ? rule : finalQuarter(income, rule),
  }));
  const found = owed.flatMap(({ quarter: q, answer }) =>
    answer instanceof Refusal ? [] : [{ quarter: q, ...answer }],
  );
  return [
    ...owed.flatMap(({ quarter: q, answer }) => (answer instanceof Refusal ? [withoutText(q, answer)] : [])),
    ...byQuarter("final", found),
    ...(fund === undefined ? [] : feeLines(found, fund, year)),
    ...(paid === undefined
      ? []
      : [attemptLine("paid", {}, FINAL_ARTICLE, paid, (cents) => ({ amount: -exactly(cents) }))]),
  ];
}

const withoutText = (q: Quarter, refusal: Refusal): Line =>
  step("final-quarter", { first: { quarter: q } }, QUARTERS_ARTICLE, { refusal });

/** Where the rate comes from, and the fees; or why there are none. */
function feeLines(owed: readonly OwedQuarter[], fund: Attempt<FundOrRate>, year: number): readonly Line[] {
  const rate = attempt(() => feeRateOf({ fund: figure(fund), year }));
  if (rate instanceof Refusal) return [step("fee-of-quarter", {}, FEE_ARTICLE, { refusal: rate })];
  const fees = owed.map(({ quarter: q, value }) => ({ quarter: q, value: fee(value, rate.value), way: () => [] }));
  return [...rate.way(), ...byQuarter("fee", fees, FEE_ARTICLE)];
}
