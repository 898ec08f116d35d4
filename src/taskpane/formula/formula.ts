import { countsFrom1904 } from "../../page/date-system";
import { civilDate, type Day, isoDate } from "../../rules/calendar";
import { type Cents, RATE_UNIT, type Rate } from "../../rules/money";

/** A formula, or a part of one, in the notation of en-US. */
export type Formula = string;

export const textArgument = (text: string): Formula => `"${text.replaceAll('"', '""')}"`;

/** Cents as exact decimal text. */
export function amountArgument(cents: Cents): Formula {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const [whole, decimals] = [digits.slice(0, -2), digits.slice(-2).replace(/0+$/, "")];
  return `${cents < 0 ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}

export const rateArgument = (rate: Rate): Formula => String(rate / RATE_UNIT);

/** In a workbook that counts its days from 1904, the functions take text only. */
export function dateArgument(serial: Day): Formula {
  if (countsFrom1904()) return textArgument(isoDate(serial));
  const { year, month, day } = civilDate(serial);
  return `DATE(${year},${month},${day})`;
}
