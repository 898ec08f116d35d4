import Decimal from "decimal.js";
import { type Language, languageOf, reader, recordOf } from "../../i18n";
import { civilDate, type Day, isoDay } from "../../rules/calendar";
import { LARGEST_FEE_RATE } from "../../rules/funds";
import { type Cents, LARGEST_AMOUNT, type Rate, RATE_UNIT } from "../../rules/money";

/** Writes and reads figures as the user's locale does. */
export interface Numbers {
  readonly euros: (cents: Cents) => string;
  /** Without the euro sign, for a field. */
  readonly amount: (cents: Cents) => string;
  /** With the parts of a cent that a step before rounding has. */
  readonly exactEuros: (cents: number) => string;
  /** Whole euro, for the axis of a chart. */
  readonly wholeEuros: (cents: Cents) => string;
  /** Number format of euro in a cell, in the notation of en-US. */
  readonly euroFormat: string;
  /** The same of a day, as the locale writes it. */
  readonly dayFormat: string;
  readonly whole: (count: number) => string;
  readonly percent: (rate: Rate) => string;
  /** A share with no more decimals than say something. */
  readonly share: (share: number) => string;
  /** Decimal text of a fraction, "0.0305", as a percentage with all its decimals. */
  readonly exactPercent: (fraction: string) => string;
  /** The same without the sign, for a field. */
  readonly percentage: (fraction: string) => string;
  /** Decimal text in the notation of en-US as people of the locale type it. */
  readonly decimal: (text: string) => string;
  readonly day: (day: Day) => string;
  /** Month and year of a day. */
  readonly month: (day: Day) => string;
  /** An amount as people type it, or undefined where it is none. */
  readonly read: (text: string) => Cents | undefined;
  /** The same for an income, which may be a loss. */
  readonly readSigned: (text: string) => Cents | undefined;
  /** A percentage as people type it, as exact decimal text of the fraction: "3,05" is "0.0305". */
  readonly readPercent: (text: string) => string | undefined;
  /** A percentage that can be a fund's fee. */
  readonly readFeeRate: (text: string) => string | undefined;
  /** A percentage that can be a yearly growth. */
  readonly readGrowth: (text: string) => string | undefined;
  /** A number from 0 on as people type it, as decimal text: "30,25" is "30.25". */
  readonly readDecimal: (text: string) => string | undefined;
  readonly readWhole: (text: string, least: number, most: number) => number | undefined;
  /** The value of a date field. */
  readonly readDay: (text: string) => Day | undefined;
}

/** Number format of a date in a cell, as Belgium writes it in the reader's language. */
export const dateFormat = (language: Language = reader.language): string => dayFormatOf(recordOf(language).locale);

export function numbersOf(locale: string): Numbers {
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const euros = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });
  const amounts = new Intl.NumberFormat(locale, decimals);
  const wholeEuros = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
  const exactEuros = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR", maximumFractionDigits: 7 });
  const exactPercents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 10 });
  const wholes = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const shares = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  const decimalSign = amounts.formatToParts(0).find(({ type }) => type === "decimal")?.value ?? ".";
  const percents = new Intl.NumberFormat(locale, { style: "percent", ...decimals });
  // As Belgium writes them, and the texts too; in English nobody could tell the day from the month in figures.
  const language = languageOf(locale);
  const { locale: belgian } = recordOf(language);
  const dayFormat: Intl.DateTimeFormatOptions =
    language === "en" ? { dateStyle: "medium" } : { day: "2-digit", month: "2-digit", year: "numeric" };
  const days = new Intl.DateTimeFormat(belgian, { timeZone: "UTC", ...dayFormat });
  const months = new Intl.DateTimeFormat(belgian, { timeZone: "UTC", year: "numeric", month: "short" });
  const decimal = (text: string): string => text.replace(".", decimalSign);
  return {
    euros: (cents) => euros.format(cents / 100),
    amount: (cents) => amounts.format(cents / 100),
    exactEuros: (cents) => exactEuros.format(cents / 100),
    wholeEuros: (cents) => wholeEuros.format(cents / 100),
    euroFormat: recordOf(language).euro,
    dayFormat: dayFormatOf(belgian),
    whole: (count) => wholes.format(count),
    share: (share) => shares.format(share),
    percent: (rate) => percents.format(rate / RATE_UNIT),
    exactPercent: (fraction) => exactPercents.format(Number(fraction)),
    percentage: (fraction) => decimal(new Decimal(fraction).times(100).toFixed()),
    decimal,
    day: (serial) => days.format(timeOf(serial)),
    month: (serial) => months.format(timeOf(serial)),
    read: readAmount,
    readSigned,
    readPercent,
    readFeeRate,
    readGrowth,
    readDecimal,
    readWhole,
    readDay,
  };
}

const dayFormats = new Map<string, string>();

/** Day, month and year in figures, with the sign between them that the locale has. Asked for once: sheets have thousands of cells. */
function dayFormatOf(locale: string): string {
  const known = dayFormats.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0);
  const format = ["dd", "mm", "yyyy"].join(parts.find(({ type }) => type === "literal")?.value);
  dayFormats.set(locale, format);
  return format;
}

function timeOf(serial: Day): number {
  const { year, month, day: dayOfMonth } = civilDate(serial);
  return Date.UTC(year, month - 1, dayOfMonth);
}

/** Without thousands separators, with points, or with commas. Amounts have no third decimal, so two forms never both fit. */
const AMOUNTS = [
  /^(\d+)(?:[.,](\d{1,2}))?$/,
  /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/,
  /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
];

function readAmount(text: string): Cents | undefined {
  const compact = text.replace(/[\s€’']/g, "");
  const match = AMOUNTS.map((form) => form.exec(compact)).find((found) => found !== null);
  if (!match) return undefined;
  const [, whole = "", decimals = ""] = match;
  const cents = Number(whole.replace(/\D/g, "") + decimals.padEnd(2, "0"));
  return cents <= LARGEST_AMOUNT ? cents : undefined;
}

function readSigned(text: string): Cents | undefined {
  const [, sign, amount] = /^\s*([-−–]?)(.*)$/su.exec(text)!;
  const cents = readAmount(amount!);
  return cents === undefined || sign === "" || cents === 0 ? cents : -cents;
}

const PERCENT = /^([-−–]?)(\d{1,3}(?:[.,]\d{1,8})?)%?$/u;

function readPercent(text: string): string | undefined {
  const [, sign, digits] = PERCENT.exec(text.replace(/\s/g, "")) ?? [];
  if (digits === undefined) return undefined;
  const fraction = new Decimal(digits.replace(",", ".")).div(100);
  return (sign === "" ? fraction : fraction.negated()).toFixed();
}

function readFeeRate(text: string): string | undefined {
  const fraction = readPercent(text);
  return fraction !== undefined && Number(fraction) >= 0 && Number(fraction) <= LARGEST_FEE_RATE ? fraction : undefined;
}

/** Beyond this a growth is a slip of the keyboard. */
const LARGEST_GROWTH = 0.5;

function readGrowth(text: string): string | undefined {
  const fraction = readPercent(text);
  return fraction !== undefined && Math.abs(Number(fraction)) <= LARGEST_GROWTH ? fraction : undefined;
}

const DECIMAL = /^\d{1,12}(?:[.,]\d{1,10})?$/;

function readDecimal(text: string): string | undefined {
  const compact = text.replace(/\s/g, "");
  return DECIMAL.test(compact) ? new Decimal(compact.replace(",", ".")).toFixed() : undefined;
}

function readWhole(text: string, least: number, most: number): number | undefined {
  const compact = text.replace(/\s/g, "");
  const value = Number(compact);
  return /^\d+$/.test(compact) && value >= least && value <= most ? value : undefined;
}

/** A month alone is no day here. */
const readDay = (text: string): Day | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? isoDay(text) : undefined);
