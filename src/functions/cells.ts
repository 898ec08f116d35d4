import {
  END_KINDS,
  type EndKind,
  type EntitledCategory,
  type EntitlementBenefit,
  ENTITLEMENTS,
  EXEMPT_BENEFITS,
  type ExemptBenefit,
  FAMILIES,
  type Family,
  RATE_BENEFITS,
  type RateBenefit,
  type Share,
  SHARES,
  type Variant,
  VARIANTS,
  type Vouchers,
  VOUCHERS,
} from "../rules/benefits";
import {
  CATEGORIES,
  type Category,
  FIRST_YEAR,
  type Indexation,
  LAST_YEAR,
  type Payment,
} from "../rules/contributions";
import { civilDate, day, type Day, type Quarter, quarterOf, type QuarterOfYear } from "../rules/calendar";
import { type FundId, FUNDS, LARGEST_FEE_RATE, SWITCH_KINDS, type SwitchKind } from "../rules/funds";
import { type Cents, type Fraction, LARGEST_AMOUNT } from "../rules/money";
import type { CareerChange, CareerStatus } from "../rules/projection";
import { BASES, type Basis, type Ground, GROUNDS } from "../rules/passerelle";
import { INCOME_BASES, type IncomeBasis, PREMIUM_KINDS, type PremiumKind } from "../rules/pension";
import { Refusal, type RefusalKey, type WordList } from "../rules/refusal";
import { type Occupation, OCCUPATIONS } from "../rules/status";
import { type Benefit, type Elsewhere, words } from "../i18n/words";
import { settings } from "../settings";
import { decimalOf, fraction, shortened, toCents } from "./decimal";

/**
 * The only place that reads cell values. A cell arrives as number, text, boolean, null (blank or omitted), an error object, or, from some
 * hosts, as a range of one cell.
 */
export type Cell = unknown;

/** Cells by the names of the arguments. */
export type Given<Name extends string> = Readonly<Partial<Record<Name, Cell>>>;

// The hot path keeps its own look-ups: see rules/money.
const { abs } = Math;
const { isInteger } = Number;
const { isArray } = Array;

const FIRST_LEGAL_YEAR = 1900;
const LAST_LEGAL_YEAR = 2100;
/** Dates before 1950 are years typed where a date belongs. */
const FIRST_PLAUSIBLE_DAY = day(1950, 1, 1);
/** The last day that Excel can show. */
export const LAST_EXCEL_DAY = day(9999, 12, 31);

/** The cell of a scalar argument; a range of one cell counts as the cell. */
function single(argument: string, cell: Cell): Exclude<Cell, undefined> {
  if (isArray(cell)) {
    const rows = cell as Cell[];
    const [row] = rows;
    const values = isArray(row) ? (row as Cell[]) : rows;
    if (rows.length !== 1 || values.length !== 1) throw new Refusal("not-a-single-value", { argument });
    return single(argument, values[0]);
  }
  return typeof cell === "object" && cell !== null ? plainValue(argument, cell) : cell;
}

/**
 * What Excel hands over as an object: an error, { type: "Error", basicValue: "#N/A" }, or a data type with the plain value that it stands
 * for, { type: "FormattedNumber", basicValue: 40000 }. One that stands for no plain value, such as an entity, counts as an error.
 */
function plainValue(argument: string, cell: object): number | boolean | string {
  const { type, basicValue } = cell as { readonly type?: unknown; readonly basicValue?: unknown };
  const isText = typeof basicValue === "string";
  if (typeof basicValue === "number" || typeof basicValue === "boolean" || (isText && type === "String"))
    return basicValue;
  throw new Refusal("cell-error", { argument, error: isText ? basicValue : "#VALUE!" });
}

export const isBlank = (cell: Cell): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

/** What an omitted optional argument is, or its reading. */
function optional<T>(argument: string, cell: Cell, read: (argument: string, cell: Cell) => T): T | undefined {
  if (cell === null || cell === undefined) return undefined;
  const value = single(argument, cell);
  return isBlank(value) ? undefined : read(argument, value);
}

function required(argument: string, cell: Cell): Exclude<Cell, undefined> {
  const value = single(argument, cell);
  if (isBlank(value)) throw new Refusal("missing", { argument });
  return value;
}

/** Exact decimal text of a number or of text that is one. */
function decimal(argument: string, cell: Cell): string {
  const value = required(argument, cell);
  if (typeof value === "number" || typeof value === "string") return decimalOf(argument, value);
  throw new Refusal("not-a-number", { argument, given: String(value) });
}

export const text = (argument: string, cell: Cell): string => String(required(argument, cell));

function number(argument: string, cell: Cell): number {
  return Number(decimal(argument, cell));
}

/** An amount in euro; more than two decimals are rounded half up. */
export function amount(argument: string, cell: Cell): Cents {
  const cents = toCents(argument, typeof cell === "number" ? cell : decimal(argument, cell));
  if (abs(cents) > LARGEST_AMOUNT) throw new Refusal("too-large", { argument, limit: { cents: LARGEST_AMOUNT } });
  return cents;
}

export function nonNegativeAmount(argument: string, cell: Cell): Cents {
  const cents = amount(argument, cell);
  if (cents < 0) throw new Refusal("negative", { argument, given: { cents } });
  return cents;
}

export const optionalNonNegativeAmount = (argument: string, cell: Cell): Cents | undefined =>
  optional(argument, cell, nonNegativeAmount);

export const optionalAmount = (argument: string, cell: Cell): Cents | undefined => optional(argument, cell, amount);

/**
 * Amounts month by month, read by rows: one value holds for every month; of a range, what is blank or beyond is 0. A cell is read when
 * its month is asked for, so what stands after the last month has no effect.
 */
export function monthlyAmounts(argument: string, range: Cell): (index: number) => Cents {
  const cells = [range].flat(2);
  return (index) => optionalNonNegativeAmount(argument, cells[cells.length === 1 ? 0 : index]) ?? 0;
}

/** A number between two bounds, with any decimals. */
export const optionalBetween = (argument: string, cell: Cell, least: number, most: number): number | undefined =>
  optional(argument, cell, (name, value) => {
    const given = number(name, value);
    if (given < least || given > most) throw new Refusal("out-of-range", { argument: name, given, least, most });
    return given;
  });

/** A range as rows of cells; a single value is a range of one cell, an omitted one has none. */
export function range(cell: Cell): Cell[][] {
  if (!isArray(cell)) return cell === null || cell === undefined ? [] : [[cell]];
  return (cell as Cell[]).map((row) => (isArray(row) ? (row as Cell[]) : [row]));
}

/** The cells of a range, read by rows, without the blank ones; at least one. A loop, for `flat` is slow on a hundred thousand rows. */
export function filledCells(argument: string, cell: Cell): Cell[] {
  const cells: Cell[] = [];
  for (const row of range(cell)) for (const one of row) if (!isBlank(one)) cells.push(one);
  if (cells.length === 0) throw new Refusal("missing", { argument });
  return cells;
}

/** The amounts of a range, read by rows; each must be there. */
const amounts = (argument: string, cell: Cell): Cents[] => eachAmount(argument, range(cell).flat());

function eachAmount(argument: string, cells: readonly Cell[]): Cents[] {
  if (cells.length === 0) throw new Refusal("missing", { argument });
  return cells.map((value, index) => amount(`${argument}[${index + 1}]`, value));
}

/** An amount a year from `firstYear` on. Blank cells at the end are years that nobody asks for. */
export function yearlyAmounts(argument: string, cell: Cell, firstYear: number): Cents[] {
  const cells = range(cell).flat();
  const filled = cells.slice(0, cells.findLastIndex((one) => !isBlank(one)) + 1);
  const most = LAST_LEGAL_YEAR - firstYear + 1;
  if (filled.length > most)
    throw new Refusal("projection-too-long", { argument, given: filled.length, most, last: LAST_LEGAL_YEAR });
  return eachAmount(argument, filled);
}

/** None where the range is omitted or blank. */
export const optionalAmounts = (argument: string, cell: Cell): Cents[] =>
  range(cell).flat().every(isBlank) ? [] : amounts(argument, cell);

/** One value for all of `count` rows, or a value for each; null where omitted. */
export function broadcast(argument: string, cell: Cell, count: number): (index: number) => Cell {
  const cells = range(cell).flat();
  if (cells.length <= 1) return () => cells[0] ?? null;
  if (cells.length !== count) throw new Refusal("wrong-size", { argument, expected: count, given: cells.length });
  return (index) => cells[index];
}

/** A day on which all was paid, or rows of (date, amount). Blank rows at the end of a range do not count. */
export function payments(argument: string, cell: Cell, whole: Cents): Payment[] {
  const rows = range(cell).filter((row) => !row.every(isBlank));
  const [first] = rows;
  if (first === undefined) throw new Refusal("missing", { argument });
  if (rows.length === 1 && first.length === 1) return [{ on: date(argument, first[0]), amount: whole }];
  return rows.map((row, index) => ({
    on: date(`${argument}[${index + 1}]`, row[0]),
    amount: nonNegativeAmount(`${argument}[${index + 1}]`, row[1]),
  }));
}

/** Rows of (date, category, none or exempt). Blank rows do not count. */
export function careerChanges(argument: string, cell: Cell): CareerChange[] {
  const rows = range(cell).filter((row) => !row.every(isBlank));
  if (rows.length === 0) throw new Refusal("missing", { argument });
  return rows.map((row, index) => ({
    from: date(`${argument}[${index + 1}]`, row[0]),
    status: word(`${argument}[${index + 1}]`, row[1], { words: CATEGORIES, of: "category" }, CAREER_SPELLINGS),
  }));
}

/** A whole number between two bounds. */
export function whole(argument: string, cell: Cell, least: number, most: number): number {
  const value = number(argument, cell);
  if (!isInteger(value)) throw new Refusal("not-whole", { argument, given: value });
  if (value < least || value > most) throw new Refusal("out-of-range", { argument, given: value, least, most });
  return value;
}

export const optionalWhole = (argument: string, cell: Cell, least: number, most: number): number | undefined =>
  optional(argument, cell, (name, value) => whole(name, value, least, most));

/** A whole number from 0 on; the rule that takes it knows the most. */
export function count(argument: string, cell: Cell): number {
  const value = number(argument, cell);
  if (!isInteger(value)) throw new Refusal("not-whole", { argument, given: value });
  if (value < 0) throw new Refusal("negative", { argument, given: value });
  return value;
}

export const optionalCount = (argument: string, cell: Cell): number | undefined => optional(argument, cell, count);

const MOST_INDEX_STEPS = 20;

/** Index steps since the last verified amount. */
export const indexSteps = (argument: string, cell: Cell): number | undefined =>
  optionalWhole(argument, cell, 0, MOST_INDEX_STEPS);

/** One of a few numbers. */
function oneOf<T extends number>(argument: string, cell: Cell, accepted: readonly T[]): T {
  const given = number(argument, cell);
  const found = accepted.find((value) => value === given);
  if (found === undefined) throw new Refusal("unknown-word", { argument, given, accepted: { words: accepted } });
  return found;
}

export const optionalShare = (argument: string, cell: Cell): Share | undefined =>
  optional(argument, cell, (name, value) => oneOf(name, value, SHARES));

export const optionalVouchers = (argument: string, cell: Cell): Vouchers | undefined =>
  optional(argument, cell, (name, value) => oneOf(name, value, VOUCHERS));

/** The parameter year of the workbook: the one chosen in the pane, else the last year whose figures are published. */
export const parameterYear = (): number => settings.parameterYear ?? LAST_YEAR;

export function year(argument: string, cell: Cell): number {
  if (typeof cell === "number" && cell >= FIRST_YEAR && cell <= LAST_YEAR && isInteger(cell)) return cell;
  return optionalWhole(argument, cell, FIRST_LEGAL_YEAR, LAST_LEGAL_YEAR) ?? parameterYear();
}

export const requiredYear = (argument: string, cell: Cell): number =>
  whole(argument, required(argument, cell), FIRST_LEGAL_YEAR, LAST_LEGAL_YEAR);

/** A calendar year that nothing stands in for when it is omitted. */
export const optionalYear = (argument: string, cell: Cell): number | undefined =>
  optional(argument, cell, requiredYear);

export const requiredQuarter = (argument: string, cell: Cell): QuarterOfYear =>
  whole(argument, required(argument, cell), 1, 4) as QuarterOfYear;

export const quarterNumber = (argument: string, cell: Cell): QuarterOfYear | undefined =>
  optionalWhole(argument, cell, 1, 4) as QuarterOfYear | undefined;

/** A date cell, or ISO text ("2026-01-31", or "2026-01" for its first day). A time of day is dropped, as Excel's date functions do. */
export function date(argument: string, cell: Cell): Day {
  const value = required(argument, cell);
  const serial = typeof value === "string" ? isoDay(value) : typeof value === "number" ? Math.floor(value) : undefined;
  if (serial === undefined || !(serial <= LAST_EXCEL_DAY))
    throw new Refusal("not-a-date", { argument, given: String(value) });
  if (serial >= FIRST_PLAUSIBLE_DAY) return serial;
  if (serial >= FIRST_LEGAL_YEAR && serial <= LAST_LEGAL_YEAR)
    throw new Refusal("date-looks-like-year", { argument, given: serial });
  throw new Refusal("not-a-date", { argument, given: String(value) });
}

export const optionalDate = (argument: string, cell: Cell): Day | undefined => optional(argument, cell, date);

/** The quarter of a day, for `start`. */
export const quarterOfDate = (argument: string, cell: Cell): Quarter | undefined =>
  optional(argument, cell, (name, value) => quarterOf(date(name, value)));

function isoDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [y, m, d] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  const serial = day(y, m, d);
  const back = civilDate(serial);
  return back.year === y && back.month === m && back.day === d ? serial : undefined;
}

/** Assumed yearly growth of the index, above −1 and at most 1 (a 2 meant as 2 % is refused); exact decimal text. */
export const indexation = (argument: string, cell: Cell): Indexation | undefined =>
  optional(argument, cell, (name, value) => {
    const growth = decimal(name, value);
    if (!(Number(growth) > -1 && Number(growth) <= 1))
      throw new Refusal("growth-not-fraction", { argument: name, given: growth });
    return shortened(growth);
  });

/** What can be chosen, as a refusal names it. */
interface Choice<T extends string = string> {
  readonly words: readonly T[];
  readonly of?: WordList;
}

/** A word of a closed list in any of the four languages: case, accents, spaces, hyphens and apostrophes do not matter. */
function word<T extends string>(argument: string, cell: Cell, accepted: Choice, known: ReadonlyMap<string, T>): T {
  const value = required(argument, cell);
  const found = known.get(folded(String(value)));
  if (found === undefined) throw new Refusal("unknown-word", { argument, given: String(value), accepted });
  return found;
}

function folded(text: string): string {
  const plain = ASCII.test(text) ? text : text.normalize("NFD").replace(/\p{Diacritic}/gu, "");
  return plain.replace(/[\s\-–_'’.,/()]/g, "").toLowerCase();
}

const ASCII = /^[ -~]*$/;

/** Folded spellings of a list of words and of their synonyms. */
function spellings<T extends string>(list: readonly (readonly [T, readonly string[]])[]): ReadonlyMap<string, T> {
  return new Map(
    list.flatMap(([value, others]) => [value, ...others].map((spelling) => [folded(spelling), value] as const)),
  );
}

const CATEGORY_SPELLINGS = spellings(CATEGORIES.map((name) => [name, words.category[name]]));
const CATEGORY_AS_TYPED = new Map<unknown, Category>(CATEGORIES.map((name) => [name, name]));

export const category = (argument: string, cell: Cell): Category =>
  CATEGORY_AS_TYPED.get(cell) ?? word(argument, cell, { words: CATEGORIES, of: "category" }, CATEGORY_SPELLINGS);

const ENTITLED_SPELLINGS: ReadonlyMap<string, EntitledCategory> = new Map<string, EntitledCategory>([
  ...CATEGORY_SPELLINGS,
  ...spellings([["primostarter-after-sickness", words.entitledCategory["primostarter-after-sickness"]]] as const),
]);

/** A category of the table of rights, which also reads what counts as another one there. */
export const entitledCategory = (argument: string, cell: Cell): EntitledCategory =>
  word(argument, cell, { words: CATEGORIES, of: "category" }, ENTITLED_SPELLINGS);

const OCCUPATION_SPELLINGS = spellings(OCCUPATIONS.map((name) => [name, words.occupation[name]]));

export function occupation(argument: string, cell: Cell): Occupation {
  const own = CATEGORY_SPELLINGS.get(folded(String(single(argument, cell))));
  if (own !== undefined && OWN_CATEGORIES.has(own))
    throw new Refusal("status-is-category", { argument, given: String(cell), category: own });
  return word(argument, cell, { words: OCCUPATIONS, of: "occupation" }, OCCUPATION_SPELLINGS);
}

/** Situations that are a category by themselves, whatever the other occupation. */
const OWN_CATEGORIES: ReadonlySet<Category> = new Set([
  "student",
  "spouse-maxi",
  "spouse-mini",
  "pensioner",
  "pension-age",
]);

const SWITCH_KIND_SPELLINGS = spellings(SWITCH_KINDS.map((name) => [name, words.switchKind[name]]));

export const switchKind = (argument: string, cell: Cell): SwitchKind =>
  optional(argument, cell, (name, value) =>
    word(name, value, { words: SWITCH_KINDS, of: "switchKind" }, SWITCH_KIND_SPELLINGS),
  ) ?? "person";

const GROUND_SPELLINGS = spellings(GROUNDS.map((name) => [name, words.ground[name]]));

export const ground = (argument: string, cell: Cell): Ground =>
  word(argument, cell, { words: GROUNDS, of: "ground" }, GROUND_SPELLINGS);

export const optionalGround = (argument: string, cell: Cell): Ground | undefined => optional(argument, cell, ground);

const BASIS_SPELLINGS = spellings(BASES.map((name) => [name, words.basis[name]]));

/** How an economic cessation shows. */
export const optionalBasis = (argument: string, cell: Cell): Basis | undefined =>
  optional(argument, cell, (name, value) => word(name, value, { words: BASES, of: "basis" }, BASIS_SPELLINGS));

const FLAG_SPELLINGS = spellings([
  ["true", ["1", ...words.flag.true]],
  ["false", ["0", ...words.flag.false]],
]);

/** TRUE or FALSE, also as text in the four languages, 1 or 0. */
export const optionalFlag = (argument: string, cell: Cell): boolean | undefined =>
  optional(
    argument,
    cell,
    (name, value) => word(name, value, { words: ["true", "false"], of: "flag" }, FLAG_SPELLINGS) === "true",
  );

const CAREER_SPELLINGS: ReadonlyMap<string, CareerStatus> = new Map<string, CareerStatus>([
  ...CATEGORY_SPELLINGS,
  ...spellings([
    ["none", words.careerStatus.none],
    ["exempt", words.careerStatus.exempt],
  ] as const),
]);

const BENEFITS = [...new Set([...RATE_BENEFITS, ...ENTITLEMENTS])];
const BENEFIT_SPELLINGS = spellings(BENEFITS.map((name) => [name, words.benefit[name]]));

/** What people ask for that no function here gives; each has its sentence. */
const ELSEWHERE: Readonly<Record<Elsewhere, RefusalKey>> = {
  "birth-allowance": "family-allowances-regional",
  corona: "corona-not-covered",
  "bankruptcy-insurance": "bankruptcy-insurance-ended",
  springboard: "springboard-elsewhere",
  "legal-pension": "legal-pension-elsewhere",
  eip: "supplementary-pension-elsewhere",
  "pension-savings": "supplementary-pension-elsewhere",
};
const ELSEWHERE_WORDS = Object.keys(ELSEWHERE) as Elsewhere[];

const ASKED_SPELLINGS: ReadonlyMap<string, Benefit | Elsewhere> = new Map<string, Benefit | Elsewhere>([
  ...spellings(ELSEWHERE_WORDS.map((name) => [name, words.elsewhere[name]])),
  ...BENEFIT_SPELLINGS,
]);

/** A benefit of one list; what stands on another list, or belongs to another scheme, may have a sentence of its own. */
function benefitOf<T extends Benefit>(
  argument: string,
  cell: Cell,
  accepted: readonly T[],
  elsewhere: Partial<Record<Benefit | Elsewhere, RefusalKey>>,
): T {
  const choice = { words: accepted, of: "benefit" } as const;
  const known = word(argument, cell, choice, ASKED_SPELLINGS);
  const found = accepted.find((name) => name === known);
  if (found !== undefined) return found;
  throw new Refusal(elsewhere[known] ?? "unknown-word", { argument, given: String(cell), accepted: choice });
}

export const rateBenefit = (argument: string, cell: Cell): RateBenefit =>
  benefitOf(argument, cell, RATE_BENEFITS, {
    ...ELSEWHERE,
    passerelle: "function-of-its-own",
    "family-allowances": "family-allowances-regional",
  });

export const exemptBenefit = (argument: string, cell: Cell): ExemptBenefit =>
  benefitOf(argument, cell, EXEMPT_BENEFITS, { passerelle: "exempt-by-ground" });

const INVALIDITY = ["invalidity", "invalidity-assimilated"] as const;

/** The right to sickness benefit is the right to invalidity benefit too. */
export function entitlementBenefit(argument: string, cell: Cell): EntitlementBenefit {
  const named = benefitOf(argument, cell, [...ENTITLEMENTS, ...INVALIDITY], ELSEWHERE);
  return named === "invalidity" || named === "invalidity-assimilated" ? "sickness" : named;
}

const FAMILY_SPELLINGS = spellings(FAMILIES.map((name) => [name, words.variant[name]]));

export const family = (argument: string, cell: Cell): Family =>
  word(argument, cell, { words: FAMILIES, of: "variant" }, FAMILY_SPELLINGS);

const VARIANT_SPELLINGS = spellings(VARIANTS.map((name) => [name, words.variant[name]]));

export const optionalVariant = (argument: string, cell: Cell): Variant | undefined =>
  optional(argument, cell, (name, value) => word(name, value, { words: VARIANTS, of: "variant" }, VARIANT_SPELLINGS));

const END_KIND_SPELLINGS = spellings(END_KINDS.map((name) => [name, words.endKind[name]]));

export const optionalEndKind = (argument: string, cell: Cell): EndKind | undefined =>
  optional(argument, cell, (name, value) => word(name, value, { words: END_KINDS, of: "endKind" }, END_KIND_SPELLINGS));

const PREMIUM_KIND_SPELLINGS = spellings(PREMIUM_KINDS.map((name) => [name, words.premiumKind[name]]));

export const optionalPremiumKind = (argument: string, cell: Cell): PremiumKind | undefined =>
  optional(argument, cell, (name, value) =>
    word(name, value, { words: PREMIUM_KINDS, of: "premiumKind" }, PREMIUM_KIND_SPELLINGS),
  );

const INCOME_BASIS_SPELLINGS = spellings(INCOME_BASES.map((name) => [name, words.incomeBasis[name]]));

export const optionalIncomeBasis = (argument: string, cell: Cell): IncomeBasis | undefined =>
  optional(argument, cell, (name, value) =>
    word(name, value, { words: INCOME_BASES, of: "incomeBasis" }, INCOME_BASIS_SPELLINGS),
  );

const FUND_SPELLINGS = spellings(FUNDS.map(({ id, name, aliases }) => [id as FundId, [name, ...aliases]]));
const FUND_NAMES = FUNDS.map(({ name }) => name);
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

/** A fund by name, or a fee rate of one's own as a fraction. */
export function fundOrRate(argument: string, cell: Cell): FundId | Fraction {
  const value = required(argument, cell);
  if (typeof value === "number" || NUMERIC.test(String(value))) return feeFraction(argument, value);
  const typed = String(value);
  return (
    FUND_SPELLINGS.get(folded(typed.replace(FUND_NOISE, " "))) ??
    word(argument, typed, { words: FUND_NAMES }, FUND_SPELLINGS)
  );
}

export const optionalFundOrRate = (argument: string, cell: Cell): FundId | Fraction | undefined =>
  optional(argument, cell, fundOrRate);

const NUMERIC = /^[\s\d.,+\-−%]+$/u;

/** A fee rate as a fraction. */
export function feeFraction(argument: string, cell: Cell): Fraction {
  const text = decimal(argument, cell);
  if (!(Number(text) >= 0 && Number(text) <= LARGEST_FEE_RATE))
    throw new Refusal("rate-not-fraction", { argument, given: text });
  return fraction(text);
}
