import { useState } from "react";
import type { Parameters } from "../../host/host";
import { civilDate } from "../../rules/calendar";
import type { Category } from "../../rules/contributions";
import type { Cents } from "../../rules/money";
import { type FundChoice, readFee } from "../kit/fee";
import type { Numbers } from "../kit/numbers";
import { useSurroundings } from "../kit/surroundings";
import type { Change, Question } from "./question";

/** What the fields hold, as typed. */
export interface Inputs {
  readonly category: Category;
  readonly kind: Question["kind"];
  readonly amount: string;
  /** Null while it follows the workbook's. */
  readonly year: number | null;
  readonly fund: FundChoice;
  readonly start: string;
  readonly stop: string;
  readonly changeFrom: string;
  readonly changeTo: Category | "";
  readonly incomeN3: string;
  readonly estimate: string;
  /** Day of the payment or of the statement that shows whether the estimate was right. */
  readonly judgedOn: string;
  readonly paid: string;
  readonly sent: string;
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
    fund: { fund: "none", rate: "" },
    start: "",
    stop: "",
    changeFrom: "",
    changeTo: "",
    incomeN3: "",
    estimate: "",
    judgedOn: "",
    paid: "",
    sent: "",
  });
  return [inputs, (change) => setInputs((known) => ({ ...known, ...change }))];
}

/** An income of the helped spouse is no profit from which the contributions of the other one are deducted. */
export const hasProfit = (category: Category): boolean => category !== "spouse-mini";

export const kindOf = ({ category, kind }: Inputs): Question["kind"] => (hasProfit(category) ? kind : "income");

export const yearOf = ({ year }: Inputs, parameters: Parameters): number => year ?? parameters.year;

/** What the fields ask, or undefined while one of them cannot be read. */
export function questionOf(inputs: Inputs, parameters: Parameters, numbers: Numbers): Question | undefined {
  const kind = kindOf(inputs);
  const year = yearOf(inputs, parameters);
  const cents = numbers.readSigned(inputs.amount);
  const start = readDay(inputs.start, numbers);
  const stop = readDay(inputs.stop, numbers);
  const change = readChange(inputs, year, numbers);
  const fee = readFee(inputs.fund, numbers);
  if (cents === undefined || start === undefined || stop === undefined || change === undefined || fee === undefined)
    return undefined;
  const indexation = year === parameters.year ? parameters.indexation : null;
  return { category: inputs.category, kind, cents, year, indexation, start, stop, fee, change };
}

/** Null while there is none, undefined for a day that is none of the year. */
function readChange(inputs: Inputs, year: number, numbers: Numbers): Change | null | undefined {
  if (kindOf(inputs) === "profit") return null;
  const from = readDay(inputs.changeFrom, numbers);
  if (from === undefined || (from !== null && civilDate(from).year !== year)) return undefined;
  return from === null || inputs.changeTo === "" ? null : { from, category: inputs.changeTo };
}

/** What is wrong with the day of the change. */
export const isNoChangeDay = (inputs: Inputs, year: number, numbers: Numbers): boolean =>
  readChange(inputs, year, numbers) === undefined;

/** Excel counts days from 1900 on; a year that is still being typed lies before. */
const FIRST_DAY = "1900-01-01";

/** Null where there is none, undefined for what is no date. */
export function readDay(text: string, numbers: Numbers): number | null | undefined {
  if (text === "") return null;
  return text < FIRST_DAY ? undefined : numbers.readDay(text);
}

/** The same of an amount. */
export const readAmount = (text: string, numbers: Numbers): Cents | null | undefined =>
  text.trim() === "" ? null : numbers.readSigned(text);
