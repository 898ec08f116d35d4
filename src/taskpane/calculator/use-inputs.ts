import { useState } from "react";
import type { Parameters } from "../../host/host";
import type { Category } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { type FundChoice, readFee } from "../kit/fee";
import type { Numbers } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";
import type { Question } from "./question";

/** What the fields hold, as typed. */
export interface Inputs {
  readonly category: Category;
  readonly kind: Question["kind"];
  readonly amount: string;
  /** Null while it follows the workbook's. */
  readonly year: number | null;
  readonly start: string;
  readonly fund: FundChoice;
}

/** Something to start with, so that the answer shows itself. */
export const EXAMPLE_INCOME: Cents = 4_000_000;

export function useInputs(): readonly [Inputs, (change: Partial<Inputs>) => void] {
  const { numbers } = useSurroundings();
  const [inputs, setInputs] = useState<Inputs>({
    category: "principal",
    kind: "income",
    amount: numbers.amount(EXAMPLE_INCOME),
    year: null,
    start: "",
    fund: { fund: "none", rate: "" },
  });
  return [inputs, (change) => setInputs((known) => ({ ...known, ...change }))];
}

/** An income of the helped spouse is no profit from which the contributions of the other one are deducted. */
export const hasProfit = (category: Category): boolean => category !== "spouse-mini";

export const kindOf = ({ category, kind }: Inputs): Question["kind"] => (hasProfit(category) ? kind : "income");

export const yearOf = ({ year }: Inputs, parameters: Parameters): number => year ?? parameters.year;

/** What the fields ask, or undefined while one of them cannot be read. */
export function questionOf(inputs: Inputs, parameters: Parameters, numbers: Numbers): Question | undefined {
  const cents = numbers.readSigned(inputs.amount);
  const start = readStart(inputs.start, numbers);
  const kind = kindOf(inputs);
  const fee = kind === "profit" ? readFee(inputs.fund, numbers) : null;
  if (cents === undefined || start === undefined || fee === undefined) return undefined;
  const year = yearOf(inputs, parameters);
  const indexation = year === parameters.year ? parameters.indexation : null;
  return { category: inputs.category, kind, cents, year, indexation, start, fee };
}

/** Excel counts days from 1900 on; a year that is still being typed lies before. */
const FIRST_START = "1900-01-01";

/** Null where there is none, undefined for what is no date. */
export function readStart(text: string, numbers: Numbers): Question["start"] | undefined {
  if (text === "") return null;
  return text < FIRST_START ? undefined : numbers.readDay(text);
}
