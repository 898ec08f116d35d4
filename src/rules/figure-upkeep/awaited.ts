import { type DatedValue, type ParameterId, parameterIds, series } from "../../parameters";
import { civilDate, type Day, firstDayOfYear, lastDayOfYear } from "../calendar";
import { LAST_YEAR } from "../contributions";
import { INDEX_RANK } from "../figures";
import { FUNDS } from "../funds";
import { YEARLY } from "../own-figures";

export type AwaitedKind = "year" | "index-step" | "company" | "fee" | "pensioner";

/** A figure that will be published some day, and that neither the data nor the user have. */
export interface AwaitedFigure {
  readonly kind: AwaitedKind;
  readonly id: ParameterId;
  readonly from: Day;
  /** None for an index step: the user says until when he knows. */
  readonly to?: Day;
  /** The last value held; none where there never was one. */
  readonly last?: DatedValue;
}

const COMPANY: readonly ParameterId[] = [
  "company.contribution.small",
  "company.contribution.large",
  "company.threshold",
];

/** The figures of a year are printed in the last weeks of the one before. */
const PRINTED_BEFORE = 61;

/** What is awaited on a day, the figures with most behind them first. */
export function awaited(today: Day): AwaitedFigure[] {
  const { year } = civilDate(today);
  const next = Math.max(LAST_YEAR + 1, civilDate(today + PRINTED_BEFORE).year);
  const ceilings = parameterIds().filter((id) => id.startsWith("status.pensioner-ceiling."));
  return [
    ...YEARLY.flatMap((id) => nextYear("year", id, next)),
    nextStep(),
    ...COMPANY.flatMap((id) => nextYear("company", id, next)),
    ...FUNDS.filter((fund) => !("lastYear" in fund)).flatMap(({ id }) => feeOf(`funds.fee.${id}`, year)),
    ...ceilings.flatMap((id) => nextYear("pensioner", id, next)),
  ];
}

/** The last value of a series, own figures among them. */
const lastHeld = (id: ParameterId): DatedValue | undefined => series(id).findLast(({ value }) => value !== null);

/** The first year after the last one held, no further than the year that is printed next. */
function nextYear(kind: AwaitedKind, id: ParameterId, furthest: number): AwaitedFigure[] {
  const last = lastHeld(id)!;
  const year = last.to === null ? Infinity : civilDate(last.to).year + 1;
  return year > furthest ? [] : [{ kind, id, last, from: firstDayOfYear(year), to: lastDayOfYear(year) }];
}

function feeOf(id: ParameterId, year: number): AwaitedFigure[] {
  const last = lastHeld(id);
  if (last !== undefined && (last.to === null || civilDate(last.to).year >= year)) return [];
  return [{ kind: "fee", id, from: firstDayOfYear(year), to: lastDayOfYear(year), ...(last && { last }) }];
}

function nextStep(): AwaitedFigure {
  const last = lastHeld(INDEX_RANK)!;
  return { kind: "index-step", id: INDEX_RANK, last, from: last.to! + 1 };
}

/** Days of which nobody can say the figure: unknown, or in conflict. What the user holds is none of them. */
export const unsettled = (): DatedValue[] =>
  parameterIds().flatMap((id) => series(id).filter(({ value, text }) => value === null && text === undefined));
