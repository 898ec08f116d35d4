import { countsFrom1904 } from "../../page/date-system";
import { civilDate, type Day, isoDate } from "../../rules/calendar";
import { type Cents, RATE_UNIT, type Rate } from "../../rules/money";

/** A formula, or a part of one, in the notation of en-US. */
export type Formula = string;

/** The most of a text that Excel takes between two quotes, and of a formula. */
export const LONGEST_LITERAL = 255;
export const LONGEST_FORMULA = 8192;

/** Signs of a text as they stand between quotes: a quote takes two places, some signs do so by themselves. */
const SIGNS = /""|[^]/gu;

/** A text of any length: where it is too long for one literal, several that are put together. */
export function textArgument(text: string): Formula {
  const literals = [""];
  for (const sign of text.replaceAll('"', '""').match(SIGNS) ?? []) {
    if (literals.at(-1)!.length + sign.length > LONGEST_LITERAL) literals.push("");
    literals[literals.length - 1] += sign;
  }
  return literals.map((literal) => `"${literal}"`).join("&");
}

/** What cells hold, and nothing for blank ones: Excel on the desktop would hand them over as 0. */
export const filled = (cells: Formula): Formula => `IF(${cells}="","",${cells})`;

/** Cents as exact decimal text. */
export function amountArgument(cents: Cents): Formula {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const [whole, decimals] = [digits.slice(0, -2), digits.slice(-2).replace(/0+$/, "")];
  return `${cents < 0 ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}

/** Sums of cents as a spreadsheet adds them may be a hair beside a cent. */
export const toCents = (formula: Formula): Formula => `ROUND(${formula},2)`;

export const rateArgument = (rate: Rate): Formula => String(rate / RATE_UNIT);

/** In a workbook that counts its days from 1904, the functions take text only. */
export function dateArgument(serial: Day): Formula {
  if (countsFrom1904()) return textArgument(isoDate(serial));
  const { year, month, day } = civilDate(serial);
  return `DATE(${year},${month},${day})`;
}
