import { PARAMETER_INDEXATION_NAME, PARAMETER_YEAR_NAME, type Parameters } from "../../host/host";
import { civilDate, type Day } from "../../rules/calendar";
import { type Cents, RATE_UNIT, type Rate } from "../../rules/money";

/** A formula, or a part of one, in the notation of en-US. */
export type Formula = string;

/** An argument as a formula has it; undefined is one left out. */
export type Argument = Formula | undefined;

/** A call with its arguments; those left out at the end are dropped. */
export function callOf(id: string, ...args: readonly Argument[]): Formula {
  const last = args.findLastIndex((argument) => argument !== undefined);
  return `${id}(${args
    .slice(0, last + 1)
    .map((argument) => argument ?? "")
    .join(",")})`;
}

export const textArgument = (text: string): Formula => `"${text.replaceAll('"', '""')}"`;

/** Cents as exact decimal text. */
export function amountArgument(cents: Cents): Formula {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const [whole, decimals] = [digits.slice(0, -2), digits.slice(-2).replace(/0+$/, "")];
  return `${cents < 0 ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}

export const rateArgument = (rate: Rate): Formula => String(rate / RATE_UNIT);

export function dateArgument(serial: Day): Formula {
  const { year, month, day } = civilDate(serial);
  return `DATE(${year},${month},${day})`;
}

/** The workbook's parameters by their names; a year of its own as a number. */
export function yearArguments(
  parameters: Parameters,
  year: number = parameters.year,
): { readonly year: Formula; readonly indexation: Argument } {
  const own = year === parameters.year;
  return {
    year: own ? PARAMETER_YEAR_NAME : String(year),
    indexation: parameters.indexation === null ? undefined : PARAMETER_INDEXATION_NAME,
  };
}
