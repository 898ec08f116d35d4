import { amount, optionalIncomeBasis, optionalPremiumKind, year as yearCell } from "../functions/cells";
import { day, quarter } from "../rules/calendar";
import { QuarterLaw, revaluationParameters } from "../rules/contributions";
import { plci } from "../rules/pension";
import type { Arguments, Explainer } from "./explainer";
import { type Line, traced } from "./lines";

function premium(of: Arguments): Line[] {
  const year = yearCell("year", of["year"]);
  const { trace } = plci({
    income: amount("incomeN3", of["incomeN3"]),
    year,
    kind: optionalPremiumKind("kind", of["kind"]),
    basis: optionalIncomeBasis("basis", of["basis"]),
  });
  return trace.map((one) => {
    const indices = one.step === "plci-revalued" ? revaluationParameters(QuarterLaw.of(quarter(year, 1))) : [];
    return traced({ ...one, parameters: [...indices, ...one.parameters] }, day(year, 1, 1));
  });
}

export const pension: Readonly<Record<string, Explainer>> = {
  "PENSION.PLCI": { result: "euro", lines: premium },
};
