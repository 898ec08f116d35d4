/** Which status another occupation gives: AR38 art. 12 §2; AR67 art. 35 to 37. Shares in thousandths, amounts in cents. */
import { type Answer, BAD_VALUE, NOT_AVAILABLE } from "./answer";
import { FIRST_YEAR } from "./figures";

export interface OtherOccupation {
  readonly workShare?: number | undefined;
  readonly daysPerYear?: number | undefined;
  readonly monthsPerYear?: number | undefined;
  readonly replacementIncome?: number | undefined;
  /** Year of the day asked about, and whether that day lies in its second half. */
  readonly year?: number | undefined;
  readonly secondHalf?: boolean | undefined;
  readonly hoursPerQuarter?: number | undefined;
  readonly keepsPensionRights?: boolean | undefined;
  readonly incapacity?: number | undefined;
}

/** Minimum pension of a single person on 1 January, AR67 36 §1 1°. */
const MINIMUM: Readonly<Record<number, number>> = { 2022: 144_436, 2023: 163_700, 2025: 177_334, 2026: 180_877 };
export const MINIMUM_YEARS = Object.keys(MINIMUM).map(Number);

const HALF = 500;

export function status(occupation: string, of: OtherOccupation = {}): Answer<string> {
  if (of.year !== undefined && of.year < FIRST_YEAR) return NOT_AVAILABLE;
  const { workShare, hoursPerQuarter } = of;
  switch (occupation) {
    case "employee":
    case "interim":
      if (hoursPerQuarter !== undefined) return complementaryIf(hoursPerQuarter >= 235);
      return workShare === undefined ? BAD_VALUE : complementaryIf(workShare >= HALF);
    case "contract-teacher":
      return workShare === undefined ? BAD_VALUE : complementaryIf(workShare >= HALF);
    case "tenured-teacher":
      if (workShare === undefined) return BAD_VALUE;
      return workShare >= 600 ? "complementary" : workShare >= HALF ? "article-37" : "principal";
    case "civil-servant":
      return civilServant(of);
    case "replacement-income":
      return benefit(of, true);
    case "work-accident":
      if (of.replacementIncome !== undefined && of.year === undefined) return BAD_VALUE;
      return of.incapacity === undefined ? NOT_AVAILABLE : benefit(of, of.incapacity >= 660);
    case "thematic-leave":
    case "notice-indemnity":
      return "complementary";
    case "time-credit":
      return of.keepsPensionRights === undefined ? NOT_AVAILABLE : complementaryIf(of.keepsPensionRights);
    case "married":
    case "survivor":
    case "political-mandate":
      return "article-37";
    case "disability":
      return (of.year ?? 9999) > 2023 || (of.year === 2023 && of.secondHalf) ? "article-37" : "principal";
    default:
      return "principal";
  }
}

const complementaryIf = (enough: boolean): string => (enough ? "complementary" : "principal");

function civilServant({ workShare, daysPerYear, monthsPerYear }: OtherOccupation): Answer<string> {
  if (workShare === undefined || (daysPerYear === undefined && monthsPerYear === undefined)) return BAD_VALUE;
  return complementaryIf(workShare >= HALF && ((daysPerYear ?? 0) >= 200 || (monthsPerYear ?? 0) >= 8));
}

function benefit({ replacementIncome, year }: OtherOccupation, counts: boolean): Answer<string> {
  if (!counts) return "principal";
  if (replacementIncome === undefined) return NOT_AVAILABLE;
  if (year === undefined) return BAD_VALUE;
  const minimum = MINIMUM[year];
  return minimum === undefined ? NOT_AVAILABLE : complementaryIf(replacementIncome >= minimum);
}
