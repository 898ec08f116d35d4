import { t } from "../../i18n";
import { type FundId, FUNDS } from "../../rules/funds";
import { type Argument, textArgument } from "../formula/formula";
import type { Numbers } from "./numbers";

/** A fund, a rate of one's own as typed in percent, or none. */
export interface FundChoice {
  readonly fund: FundId | "own" | "none";
  readonly rate: string;
}

export const rateInvalid = (numbers: Numbers): string =>
  t("pane:field/rate-invalid", { example: numbers.decimal("3.05") });

/** A fund by its name, a rate of one's own as exact decimal text, or none. */
export type Fee = { readonly name: string } | { readonly rate: string } | null;

/** What is chosen, or undefined for a rate that cannot be read. */
export function readFee({ fund, rate }: FundChoice, numbers: Numbers): Fee | undefined {
  if (fund === "none") return null;
  if (fund !== "own") return { name: FUNDS.find(({ id }) => id === fund)!.name };
  const fraction = numbers.readFeeRate(rate);
  return fraction === undefined ? undefined : { rate: fraction };
}

/** As a cell hands it over. */
export function feeCell(fee: Fee): string | number | null {
  if (fee === null) return null;
  return "name" in fee ? fee.name : Number(fee.rate);
}

export function feeArgument(fee: Fee): Argument {
  if (fee === null) return undefined;
  return "name" in fee ? textArgument(fee.name) : fee.rate;
}
