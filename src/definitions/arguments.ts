import { type Benefit, type Elsewhere, folded, type Mistaken, words } from "../i18n/words";
import { isParameterId, parameterIds, type ParameterId } from "../parameters";
import {
  END_KINDS,
  type EndKind,
  type EntitlementBenefit,
  ENTITLEMENTS,
  EXEMPT_BENEFITS,
  type ExemptBenefit,
  FAMILIES,
  type Family,
  RATE_BENEFITS,
  RATE_UNITS,
  type RateBenefit,
  type RateUnit,
  type Share,
  SHARES,
  type Variant,
  VARIANTS,
  type Vouchers,
  VOUCHERS,
} from "../rules/benefits";
import { day as serialOf, type Day, type Quarter, quarterOf, type QuarterOfYear } from "../rules/calendar";
import {
  CATEGORIES,
  type Category,
  FIRST_YEAR,
  type Indexation,
  LAST_YEAR,
  type Payment,
} from "../rules/contributions";
import {
  COMPANY_CLAIMS,
  COMPANY_FORMS,
  type CompanyClaim,
  type CompanyForm,
  EXEMPTION_GROUNDS,
  type ExemptionGround,
} from "../rules/company";
import { type FundId, FUNDS, LARGEST_FEE_RATE, SWITCH_KINDS, type SwitchKind } from "../rules/funds";
import { type Cents, type Fraction, fractionOf } from "../rules/money";
import { BASES, type Basis, type Ground, GROUNDS } from "../rules/passerelle";
import {
  INCOME_BASES,
  type IncomeBasis,
  PREMIUM_KINDS,
  type PremiumKind,
  QUARTER_GROUNDS,
  type QuarterGround,
} from "../rules/pension";
import {
  AMOUNT_BASES,
  type AmountBasis,
  CAREER_WORDS,
  type CareerChange,
  type CareerStatus,
} from "../rules/projection";
import { Refusal, type RefusalKey, type Spellings, type WordList } from "../rules/refusal";
import {
  type Claim,
  CLAIMS,
  type Direction,
  DIRECTIONS,
  DISPENSE_KINDS,
  type DispenseKind,
  type Occupation,
  OCCUPATIONS,
  PENSIONER_SITUATIONS,
  type PensionerSituation,
  SPRINGBOARD_RESULTS,
  type SpringboardResult,
} from "../rules/status";
import { chosenYear } from "../page/parameter-year";
import { type Argument, optional, orElse } from "./argument";
import {
  amount,
  calendarYear,
  type Cell,
  cellsOf,
  count as countCell,
  date as dateCell,
  datedRows,
  dayOrYear as dayOrYearCell,
  decimal,
  estimates as estimatesOf,
  FIRST_LEGAL_YEAR,
  held,
  isNothingCell,
  LAST_LEGAL_YEAR,
  nonNegativeAmount,
  number,
  oneOf,
  optionalAmounts,
  payments as paymentRows,
  type Reading,
  required,
  single,
  text as textCell,
  whole as wholeCell,
  yearlyAmounts,
} from "./cells";
import { shortened } from "./decimal";
import { spellings, word } from "./spelling";

// What functions take. A name here is a kind of argument; the name of an argument is said where a function takes it.

/** An amount in euro, read to the cent; a loss may be negative. */
export const income: Argument<Cents> = { kind: "euro", signed: true, read: amount };

/** An amount in euro from 0 on. */
export const money: Argument<Cents> = { kind: "euro", read: nonNegativeAmount };

/** A whole number between two bounds. */
export const whole = (least: number, most: number): Argument<number> => ({
  kind: "whole",
  bounds: [least, most],
  read: (argument, cell) => wholeCell(argument, cell, least, most),
});

/** A whole number from 0 on; the rule that takes it knows the most. */
export const count: Argument<number> = { kind: "whole", read: countCell };

/** A number between two bounds, with any decimals. */
export const between = (least: number, most: number): Argument<number> => ({
  kind: "number",
  bounds: [least, most],
  read: (argument, cell) => {
    const given = number(argument, cell);
    if (given instanceof Refusal || (given >= least && given <= most)) return given;
    return new Refusal("out-of-range", { argument, given, least, most });
  },
});

/** One of a few numbers. */
const numberOf = <T extends number>(accepted: readonly T[]): Argument<T> => ({
  kind: "number",
  words: accepted,
  read: (argument, cell) => oneOf(argument, cell, accepted),
});

/** The share of a full interruption. */
export const share: Argument<Share> = { ...numberOf(SHARES), kind: "rate" };
export const vouchers: Argument<Vouchers> = numberOf(VOUCHERS);

const MOST_INDEX_STEPS = 20;

/** Index steps since the last verified amount. */
export const indexSteps = optional(whole(0, MOST_INDEX_STEPS));

export const day: Argument<Day> = { kind: "date", read: dateCell };

/** The quarter of a day, for the start of an activity. */
export const quarterOfDay: Argument<Quarter> = {
  kind: "date",
  read: (argument, cell) => {
    const on = dateCell(argument, cell);
    return on instanceof Refusal ? on : quarterOf(on);
  },
};

/** The parameter year of the workbook: the one chosen in the pane, else the last year whose figures are published. */
const parameterYear = (): number => chosenYear() ?? LAST_YEAR;

/** A day; left out, the last one of the parameter year. */
export const dayOrYearEnd: Argument<Day> = {
  kind: "date",
  optional: true,
  read: (argument, cell) =>
    isNothingCell(argument, cell) ? serialOf(parameterYear(), 12, 31) : dateCell(argument, cell),
};

/** The last day of a span, or its last year. */
export const lastDayOrYear: Argument<Day> = { kind: "date", read: dayOrYearCell };

/** A year that has no other one to stand in for it. */
export const calendar: Argument<number> = {
  kind: "year",
  bounds: [FIRST_LEGAL_YEAR, LAST_LEGAL_YEAR],
  read: calendarYear,
};

/** A contribution year; left out, the parameter year. */
export const year: Argument<number> = {
  kind: "year",
  optional: true,
  bounds: [FIRST_LEGAL_YEAR, LAST_LEGAL_YEAR],
  read: (argument, cell) => {
    if (typeof cell === "number" && cell >= FIRST_YEAR && cell <= LAST_YEAR && Number.isInteger(cell)) return cell;
    return isNothingCell(argument, cell) ? parameterYear() : calendarYear(argument, cell);
  },
};

/** A quarter of a year, 1 to 4. */
export const quarter = { ...whole(1, 4), withoutZero: true } as Argument<QuarterOfYear>;

/** Assumed yearly growth of the index, above −1 and at most 1 (a 2 meant as 2 % is refused); exact decimal text. */
export const indexation: Argument<Indexation | undefined> = optional({
  kind: "rate",
  read: (argument, cell) => {
    const growth = decimal(argument, cell);
    if (growth instanceof Refusal) return growth;
    if (Number(growth) > -1 && Number(growth) <= 1) return shortened(growth);
    return new Refusal("growth-not-fraction", { argument, given: growth });
  },
});

let parameterNames: Spellings | undefined;

/** Few calls name a parameter that does not exist. */
const spelledParameters = (): Spellings => (parameterNames ??= spellings(parameterIds().map((id) => [id, []])));

/** The name of a parameter. */
export const parameter: Argument<ParameterId> = {
  kind: "text",
  read: (argument, cell) => {
    const typed = textCell(argument, cell);
    if (typed instanceof Refusal) return typed;
    const given = typed.trim().toLowerCase();
    if (isParameterId(given)) return given;
    const example = "contributions.bracket1.ceiling" satisfies ParameterId;
    return new Refusal("unknown-parameter", { argument, given, similar: spelledParameters(), example });
  },
};

/** Words of a list, with the words that people type for them. */
const oneWord = <T extends string>(
  list: WordList,
  enumeration: string,
  accepted: readonly T[],
  typed: Readonly<Record<T, readonly string[]>>,
): Argument<T> => {
  const known = spellings(accepted.map((name) => [name, typed[name]]));
  const choice = { words: accepted, of: list } as const;
  return {
    kind: "word",
    list,
    enumeration,
    words: accepted,
    read: (argument, cell) => word(argument, cell, choice, known),
  };
};

/** How an economic cessation shows. */
export const basis: Argument<Basis> = oneWord("basis", "PASSERELLE_BASIS", BASES, words.basis);
export const switchKind: Argument<SwitchKind> = oneWord(
  "switchKind",
  "FUND_SWITCHKIND",
  SWITCH_KINDS,
  words.switchKind,
);
export const family: Argument<Family> = oneWord("variant", "BENEFIT_FAMILY", FAMILIES, words.variant);
export const variant: Argument<Variant> = oneWord("variant", "BENEFIT_VARIANT", VARIANTS, words.variant);
export const rateUnit: Argument<RateUnit> = oneWord("unit", "BENEFIT_UNIT", RATE_UNITS, words.unit);
export const springboardResult: Argument<SpringboardResult> = oneWord(
  "springboardResult",
  "BENEFIT_RESULT",
  SPRINGBOARD_RESULTS,
  words.springboardResult,
);
export const endKind: Argument<EndKind> = oneWord("endKind", "BENEFIT_END", END_KINDS, words.endKind);
export const premiumKind: Argument<PremiumKind> = oneWord(
  "premiumKind",
  "PENSION_KIND",
  PREMIUM_KINDS,
  words.premiumKind,
);
export const incomeBasis: Argument<IncomeBasis> = oneWord(
  "incomeBasis",
  "PENSION_BASIS",
  INCOME_BASES,
  words.incomeBasis,
);

/** Which pension a pensioner has. */
export const pensioner: Argument<PensionerSituation> = oneWord(
  "pensioner",
  "PENSION_SITUATION",
  PENSIONER_SITUATIONS,
  words.pensioner,
);
/** A kind of contribution or assimilation. */
export const quarterGround: Argument<QuarterGround> = oneWord(
  "quarterGround",
  "PENSION_CONTRIBUTION",
  QUARTER_GROUNDS,
  words.quarterGround,
);
export const dispenseKind: Argument<DispenseKind> = oneWord(
  "dispenseKind",
  "INASTI_DISPENSE",
  DISPENSE_KINDS,
  words.dispenseKind,
);
/** What is claimed, or claimed back. */
export const claim: Argument<Claim> = oneWord("claim", "INASTI_CLAIM", CLAIMS, words.claim);
export const companyClaim: Argument<CompanyClaim> = oneWord("claim", "COMPANY_CLAIM", COMPANY_CLAIMS, words.claim);
export const exemptionGround: Argument<ExemptionGround> = oneWord(
  "companyGround",
  "COMPANY_GROUND",
  EXEMPTION_GROUNDS,
  words.companyGround,
);
export const companyForm: Argument<CompanyForm> = oneWord(
  "companyForm",
  "COMPANY_FORM",
  COMPANY_FORMS,
  words.companyForm,
);
/** The status that a change leads to. */
export const direction: Argument<Direction> = oneWord("category", "INASTI_DIRECTION", DIRECTIONS, words.category);

export const amountBasis: Argument<AmountBasis> = oneWord(
  "amountBasis",
  "INASTI_BASIS",
  AMOUNT_BASES,
  words.amountBasis,
);

const CATEGORY_SPELLINGS = spellings(CATEGORIES.map((name) => [name, words.category[name]]));
const CATEGORY_AS_TYPED = new Map<unknown, Category>(CATEGORIES.map((name) => [name, name]));
const CATEGORY_CHOICE = { words: CATEGORIES, of: "category" } as const;

/** What people take for a category, with the sentence that asks which one. */
const MISTAKEN: Readonly<Record<Exclude<Mistaken, "pension">, RefusalKey>> = {
  helper: "category-helper",
  "self-employed": "category-self-employed",
  starter: "category-starter",
  mandate: "category-mandate",
};

const sentences = <T extends string>(
  of: Partial<Readonly<Record<T, RefusalKey>>>,
  typed: Readonly<Record<T, readonly string[]>>,
): ReadonlyMap<string, RefusalKey> =>
  new Map(
    (Object.entries(of) as [T, RefusalKey][]).flatMap(([name, key]) =>
      [...spellings([[name, typed[name]]]).keys()].map((spelling) => [spelling, key] as const),
    ),
  );

const NO_CATEGORY = sentences(MISTAKEN, words.mistaken);

const aCategory = { kind: "word", list: "category", enumeration: "INASTI_CATEGORY", words: CATEGORIES } as const;

export const category: Argument<Category> = {
  ...aCategory,
  read: (argument, cell) =>
    CATEGORY_AS_TYPED.get(cell) ?? word(argument, cell, CATEGORY_CHOICE, CATEGORY_SPELLINGS, NO_CATEGORY),
};

/** Situations that are a category by themselves, whatever the other occupation. */
const OWN_CATEGORIES: ReadonlySet<Category> = new Set([
  "student",
  "spouse-maxi",
  "spouse-mini",
  "pensioner",
  "pension-age",
]);

const anOccupation = oneWord("occupation", "INASTI_OCCUPATION", OCCUPATIONS, words.occupation);

export const occupation: Argument<Occupation> = {
  ...anOccupation,
  read: (argument, cell) => {
    const own = CATEGORY_SPELLINGS.get(folded(String(single(argument, cell))));
    if (own !== undefined && OWN_CATEGORIES.has(own))
      return new Refusal("status-is-category", { argument, given: String(cell), category: own });
    return anOccupation.read(argument, cell);
  },
};

const FLAG_CHOICE = { words: ["true", "false"], of: "flag" } as const;
const FLAG_SPELLINGS = spellings([
  ["true", ["1", ...words.flag.true]],
  ["false", ["0", ...words.flag.false]],
]);

/** TRUE or FALSE, also as text in the four languages, 1 or 0. */
export const yes: Argument<boolean> = {
  kind: "yes",
  read: (argument, cell) => {
    const flag = word(argument, cell, FLAG_CHOICE, FLAG_SPELLINGS);
    return flag instanceof Refusal ? flag : flag === "true";
  },
};

const BENEFITS = [...new Set([...RATE_BENEFITS, ...ENTITLEMENTS])];

/** What people ask for that no function here gives; each has its sentence. */
const ELSEWHERE: Readonly<Record<Elsewhere, RefusalKey>> = {
  "birth-allowance": "family-allowances-regional",
  corona: "corona-not-covered",
  "bankruptcy-insurance": "bankruptcy-insurance-ended",
  springboard: "springboard-elsewhere",
  "legal-pension": "legal-pension-elsewhere",
  eip: "eip-elsewhere",
  "pension-savings": "pension-savings-elsewhere",
};
/** What another function gives. */
const FUNCTION_OF: Partial<Record<Benefit | Elsewhere, string>> = {
  passerelle: "PASSERELLE.AMOUNT",
  "maternity-vouchers": "BENEFIT.VOUCHERS",
  plci: "PENSION.PLCI",
};

const GROUND_SPELLINGS = spellings(GROUNDS.map((name) => [name, words.ground[name]]));
const NO_GROUND = sentences(
  { corona: ELSEWHERE.corona, "bankruptcy-insurance": ELSEWHERE["bankruptcy-insurance"] },
  words.elsewhere,
);

export const ground: Argument<Ground> = {
  kind: "word",
  list: "ground",
  enumeration: "PASSERELLE_GROUND",
  words: GROUNDS,
  read: (argument, cell) => word(argument, cell, { words: GROUNDS, of: "ground" }, GROUND_SPELLINGS, NO_GROUND),
};

const ELSEWHERE_WORDS = Object.keys(ELSEWHERE) as Elsewhere[];

const ASKED_SPELLINGS: ReadonlyMap<string, Benefit | Elsewhere> = new Map<string, Benefit | Elsewhere>([
  ...spellings(ELSEWHERE_WORDS.map((name) => [name, words.elsewhere[name]])),
  ...spellings(BENEFITS.map((name) => [name, words.benefit[name]])),
]);

/** A benefit of one list; what stands on another list, or belongs to another scheme, may have a sentence of its own. */
function benefitOf<T extends Benefit>(
  enumeration: string,
  accepted: readonly T[],
  elsewhere: Partial<Record<Benefit | Elsewhere, RefusalKey>>,
): Argument<T> {
  const choice = { words: accepted, of: "benefit" } as const;
  return {
    kind: "word",
    list: "benefit",
    enumeration,
    words: accepted,
    read: (argument, cell) => {
      const known = word(argument, cell, choice, ASKED_SPELLINGS);
      if (known instanceof Refusal) return known;
      const found = accepted.find((name) => name === known);
      if (found !== undefined) return found;
      const facts = { argument, given: String(cell), accepted: choice, function: FUNCTION_OF[known] ?? "" };
      return new Refusal(elsewhere[known] ?? "unknown-word", facts);
    },
  };
}

export const rateBenefit: Argument<RateBenefit> = benefitOf("BENEFIT_AMOUNT", RATE_BENEFITS, {
  ...ELSEWHERE,
  passerelle: "function-of-its-own",
  "maternity-vouchers": "function-of-its-own",
  plci: "function-of-its-own",
  "family-allowances": "family-allowances-regional",
  "pension-rights": "legal-pension-elsewhere",
  cpti: "cpti-elsewhere",
});

export const exemptBenefit: Argument<ExemptBenefit> = benefitOf("BENEFIT_EXEMPTION", EXEMPT_BENEFITS, {
  passerelle: "exempt-by-ground",
});

const INVALIDITY = ["invalidity", "invalidity-assimilated"] as const;
const anEntitlement = benefitOf("BENEFIT_RIGHT", [...ENTITLEMENTS, ...INVALIDITY], ELSEWHERE);

/** The right to sickness benefit is the right to invalidity benefit too. */
export const entitlementBenefit: Argument<EntitlementBenefit> = {
  ...anEntitlement,
  words: ENTITLEMENTS,
  read: (argument, cell) => {
    const named = anEntitlement.read(argument, cell);
    return named === "invalidity" || named === "invalidity-assimilated" ? "sickness" : named;
  },
};

const FUND_SPELLINGS = spellings(
  FUNDS.map(({ id, name, aliases }) => {
    const others = id === "national-auxiliary" ? words.fund[id] : [];
    return [id as FundId, [name, ...aliases, ...others]];
  }),
);
const FUND_NAMES = FUNDS.map(({ name }) => name);
const FUND_CHOICE = { words: FUNDS.map(({ id }) => id), of: "fund" } as const;
/** Legal forms, the common noun and whom it serves: what people type around a fund's name. */
const FUND_NOISE = new RegExp(
  `[,–—]|\\b(${[
    "asbl|vzw|a\\.s\\.b\\.l\\.|v\\.z\\.w\\.",
    "caisse d[’']assurances? sociales?( pour (travailleurs )?indépendants)?",
    "sociaal ?verzekeringsfonds( voor zelfstandigen)?",
    "Sozialversicherungskasse( für Selbst(st)?ändige)?",
    "social insurance fund",
  ].join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);
const NUMERIC = /^[\s\d.,+\-−%]+$/u;

/** A fee rate as a fraction. */
export const feeRate: Argument<Fraction> = {
  kind: "rate",
  read: (argument, cell) => {
    const rate = decimal(argument, cell);
    if (rate instanceof Refusal) return rate;
    if (Number(rate) >= 0 && Number(rate) <= LARGEST_FEE_RATE) return fractionOf(shortened(rate));
    return new Refusal("rate-not-fraction", { argument, given: rate });
  },
};

/** A fund by name, or a fee rate of one's own as a fraction. A rate of 0 and no fund are the same fee. */
export const fund: Argument<FundId | Fraction> = {
  kind: "rate",
  withoutZero: true,
  words: FUND_NAMES,
  read: (argument, cell) => {
    const value = required(argument, cell);
    if (value instanceof Refusal) return value;
    const typed = typeof value === "string" ? value : String(value);
    if (typeof value === "number" || NUMERIC.test(typed)) return feeRate.read(argument, value);
    // A column may have a million names that are none: none is compared twice.
    const bare = typed.replace(FUND_NOISE, " ");
    const found = bare === typed ? undefined : FUND_SPELLINGS.get(folded(bare));
    return found ?? word(argument, typed, FUND_CHOICE, FUND_SPELLINGS);
  },
};

/**
 * Amounts month by month, read by rows: one value holds for every month; of a range, what is blank or beyond is 0. A cell is read when
 * its month is asked for, so what stands after the last month has no effect.
 */
export const monthlyAmounts: Argument<(month: number) => Cents> = {
  kind: "euro",
  optional: true,
  matrix: true,
  read: (argument, rows) => {
    const cells = cellsOf(rows);
    const amountOf = orElse(money, 0);
    return (month) => held(amountOf.read(argument, cells[cells.length === 1 ? 0 : month]));
  },
};

/** Amounts year by year, once the first year is known; none for a blank year between two others. */
export const yearly: Argument<(firstYear: number) => (Cents | undefined)[]> = {
  kind: "euro",
  signed: true,
  matrix: true,
  read: (argument, cells) => (firstYear) => held(yearlyAmounts(argument, cells, firstYear)),
};

/** What the years were expected to bring, once it is known how many there are: an amount a year, blank where nobody asked to pay less. */
export const estimates: Argument<(count: number) => (Cents | undefined)[]> = {
  kind: "euro",
  signed: true,
  optional: true,
  matrix: true,
  read: (argument, cells) => (count) => held(estimatesOf(argument, cells, "incomes", count)),
};

/** Amounts of a range, each of which must be there; none where it is left out. */
export const amounts: Argument<readonly Cents[]> = {
  kind: "euro",
  signed: true,
  optional: true,
  matrix: true,
  read: optionalAmounts,
};

/** A day on which all was paid, or rows of (date, amount), once the whole is known. */
export const payments: Argument<(whole: Cents) => Payment[]> = {
  kind: "date",
  matrix: true,
  read: (argument, cells) => (all) => held(paymentRows(argument, cells, all)),
};

const CAREER_SPELLINGS: ReadonlyMap<string, CareerStatus> = new Map<string, CareerStatus>([
  ...CATEGORY_SPELLINGS,
  ...spellings(CAREER_WORDS.map((name) => [name, words.careerStatus[name]])),
]);
const CAREER_CHOICE = { words: [...CATEGORIES, ...CAREER_WORDS], of: "category" } as const;
const NO_CAREER_WORD = sentences({ ...MISTAKEN, pension: "category-pension" }, words.mistaken);

/** Rows of (date, category or word of a career). */
export const career: Argument<CareerChange[]> = {
  kind: "rows",
  matrix: true,
  read: (argument, cells) => datedRows(argument, cells, careerChange),
};

function careerChange(argument: string, [since, typed]: readonly Cell[]): Reading<CareerChange> {
  const from = dateCell(argument, since);
  if (from instanceof Refusal) return from;
  const status = word(argument, typed, CAREER_CHOICE, CAREER_SPELLINGS, NO_CAREER_WORD);
  return status instanceof Refusal ? status : { from, status };
}
