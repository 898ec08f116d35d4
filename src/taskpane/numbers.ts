import { civilDate, type Day } from "../rules/calendar";
import type { Language } from "../i18n";
import { type Cents, LARGEST_AMOUNT, type Rate, RATE_UNIT } from "../rules/money";

/** Writes and reads figures as the user's locale does. */
export interface Numbers {
  readonly euros: (cents: Cents) => string;
  /** Without the euro sign, for a field. */
  readonly amount: (cents: Cents) => string;
  readonly percent: (rate: Rate) => string;
  readonly day: (day: Day) => string;
  /** An amount as people type it, or undefined where it is none. */
  readonly read: (text: string) => Cents | undefined;
}

/** Euro in a cell, in the notation of en-US; the sign stands where the language puts it. */
export const EURO_FORMATS: Record<Language, string> = {
  en: '"€"#,##0.00',
  fr: '#,##0.00 "€"',
  nl: '"€ "#,##0.00',
  de: '#,##0.00 "€"',
};

export function numbersOf(locale: string): Numbers {
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const euros = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });
  const amounts = new Intl.NumberFormat(locale, decimals);
  const percents = new Intl.NumberFormat(locale, { style: "percent", ...decimals });
  const days = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "medium" });
  return {
    euros: (cents) => euros.format(cents / 100),
    amount: (cents) => amounts.format(cents / 100),
    percent: (rate) => percents.format(rate / RATE_UNIT),
    day: (serial) => {
      const { year, month, day } = civilDate(serial);
      return days.format(Date.UTC(year, month - 1, day));
    },
    read: readAmount,
  };
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
