import { FUNDS } from "../../rules/funds";
import { type Fee, type FundChoice, readFee } from "../kit/fee";
import type { Numbers } from "../kit/numbers";

const OWN = "own:";

/** The field's text: a fund by its id, or a rate of one's own as typed. */
export const fundText = ({ fund, rate }: FundChoice): string =>
  fund === "own" ? `${OWN}${rate}` : fund === "none" ? "" : fund;

export function fundIn(text: string): FundChoice {
  if (text.startsWith(OWN)) return { fund: "own", rate: text.slice(OWN.length) };
  return { fund: FUNDS.find(({ id }) => id === text)?.id ?? "none", rate: "" };
}

/** Undefined for a rate that cannot be read. */
export const feeIn = (text: string, numbers: Numbers): Fee | undefined => readFee(fundIn(text), numbers);
