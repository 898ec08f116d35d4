import { type Definition, DEFINITIONS, type FunctionId, type Shown } from "../../definitions";
import type { Texts } from "./fields";
import type { Question, Saying } from "./question";

export type SaidAs = Saying | "euro" | "euro-or-word" | "date" | "rate" | "fraction" | "ratio" | "met" | "table";

/** As a cell shows it; all else is an amount. */
const AS_SHOWN: ReadonlySet<Shown> = new Set(["date", "rate", "fraction", "ratio", "met", "euro-or-word"]);
const isAsShown = (shows: unknown): shows is SaidAs => AS_SHOWN.has(shows as Shown);

/** How the answer to a question is said: as the form wants, else as the cell shows it. */
export function saidAs({ id, says }: Question): SaidAs {
  const { shows }: Definition = DEFINITIONS[id];
  if (says !== undefined) return says;
  if (typeof shows === "object") return "table";
  return isAsShown(shows) ? shows : "euro";
}

/** What an amount is for. */
export type Unit =
  "quarter" | "year" | "month" | "week" | "half-week" | "day" | "half-day" | "once" | "period" | "total";

const UNITS: Partial<Record<FunctionId, Unit>> = {
  "INASTI.QUARTERLY": "quarter",
  "INASTI.ANNUAL": "year",
  "INASTI.PROVISIONAL": "quarter",
  "INASTI.REVALUE": "year",
  "INASTI.INCOMEFOR": "year",
  "INASTI.FROMPROFIT": "year",
  "INASTI.SETTLEMENT": "year",
  "INASTI.SURCHARGE": "total",
  "INASTI.REDUCTIONSURCHARGE": "total",
  "FUND.FEE": "quarter",
  "FUND.TOTAL": "quarter",
  "COMPANY.CONTRIBUTION": "year",
  "COMPANY.SURCHARGE": "total",
  "PENSION.PLCI": "year",
  "PENSION.ACCRUAL": "year",
  "PENSION.MINIMUM": "month",
  "PENSION.CEILING": "year",
  "PASSERELLE.AMOUNT": "month",
  "PASSERELLE.INCOMELIMIT": "year",
  "BENEFIT.SICKNESS": "period",
  "BENEFIT.MATERNITY": "period",
  "BENEFIT.BIRTHLEAVE": "period",
  "BENEFIT.ADOPTION": "period",
  "BENEFIT.CAREGIVER": "period",
  "BENEFIT.BEREAVEMENT": "period",
};

/** Of the benefits with several amounts, by what is asked. */
const RATE_UNITS: Readonly<Record<string, Unit>> = {
  sickness: "day",
  invalidity: "day",
  "invalidity-assimilated": "day",
  "third-party-aid": "day",
  "catch-up-prime": "year",
  maternity: "week",
  adoption: "week",
  foster: "week",
  "birth-leave": "day",
  bereavement: "day",
  caregiver: "month",
  "birth-aid": "once",
  "half-weeks-1-4": "half-week",
  "half-from-week-5": "half-week",
  "half-day": "half-day",
};

/** What the amount of an answer is for, after what was asked. */
export function unitOf({ id }: Question, { benefit = "", variant = "", unit, result }: Texts): Unit | undefined {
  if (id === "BENEFIT.RATE") return unit === "month" ? "month" : (RATE_UNITS[variant] ?? RATE_UNITS[benefit]);
  if (id === "BENEFIT.SPRINGBOARD") return result === "annual-ceiling" ? "year" : "day";
  return UNITS[id];
}
