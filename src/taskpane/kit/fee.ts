import { t, wordName } from "../../i18n";
import type { FundId, FundOrRate } from "../../rules/funds";
import { fractionOf } from "../../rules/money";
import { Piece } from "../formula/call";
import { textArgument } from "../formula/formula";
import type { Numbers } from "./numbers";

/** A fund, a rate of one's own as typed in percent, or none. */
export interface FundChoice {
  readonly fund: FundId | "own" | "none";
  readonly rate: string;
}

export const rateInvalid = (numbers: Numbers): string =>
  t("pane:field/rate-invalid", { example: numbers.decimal("3.05") });

/** A fund with its name, a rate of one's own as exact decimal text, or none. */
export type Fee = { readonly fund: FundId; readonly name: string } | { readonly rate: string } | null;

/** What is chosen, or undefined for a rate that cannot be read. */
export function readFee({ fund, rate }: FundChoice, numbers: Numbers): Fee | undefined {
  if (fund === "none") return null;
  if (fund !== "own") return { fund, name: wordName("fund", fund) };
  const fraction = numbers.readFeeRate(rate);
  return fraction === undefined ? undefined : { rate: fraction };
}

/** As the rules know it. */
export function fundOf(fee: Fee): FundOrRate | undefined {
  if (fee === null) return undefined;
  return "name" in fee ? fee.fund : fractionOf(fee.rate);
}

export function feePiece(fee: Fee): Piece | undefined {
  if (fee === null) return undefined;
  return "name" in fee ? new Piece(textArgument(fee.name), fee.name) : new Piece(fee.rate, Number(fee.rate));
}
