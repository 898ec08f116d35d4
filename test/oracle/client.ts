/** A client of a list: his year's quarters, the fee on each, and what is left to pay. */
import { annualise, figuresOf } from "./amounts";
import { BAD_VALUE, NOT_AVAILABLE, combine, isRefusal, total, type Answer, type Refusal } from "./answer";
import { quartersOf, quartersSubjected, type Options } from "./contributions";
import { FIRST_YEAR } from "./figures";
import { feeOf } from "./fund";
import type { Category } from "./subjection";

export interface ClientOptions extends Options {
  /** A fee rate, "0.0305". */
  readonly fund?: string | undefined;
  readonly paid?: bigint | undefined;
}

const COLUMNS = ["quarters", "annualised", "quarter1", "quarter2", "quarter3", "quarter4"] as const;
const SUMS = ["annual", "fee", "total", "settlement"] as const;

export type ClientRow = Readonly<Record<(typeof COLUMNS)[number] | (typeof SUMS)[number], Answer | undefined>>;

export function client(income: bigint, category: Category, year: number, options: ClientOptions): ClientRow {
  const { start, stop, fund, paid } = options;
  const subjected = quartersSubjected(year, start, stop);
  const refused = wholeYear(year, subjected, options);
  if (refused) return Object.fromEntries([...COLUMNS, ...SUMS].map((name) => [name, refused])) as ClientRow;
  const quarters = quartersOf(income, category, year, options);
  const [quarter1, quarter2, quarter3, quarter4] = quarters as [Answer, Answer, Answer, Answer];
  const annual = total(quarters);
  const fee = fund === undefined ? 0n : total(quarters.map((quarter) => feeOf(quarter, fund)));
  const all = total([annual, fee]);
  return {
    quarters: BigInt(subjected),
    annualised: subjected === 0 ? undefined : annualise(income, subjected),
    quarter1,
    quarter2,
    quarter3,
    quarter4,
    annual,
    fee,
    total: all,
    settlement: paid === undefined ? undefined : combine([all], (due) => due - paid),
  };
}

/** Dates that contradict each other, and a year of activity without law, leave nothing of a row. */
function wholeYear(year: number, subjected: number, { start, stop, indexation }: Options): Refusal | undefined {
  if (start !== undefined && stop !== undefined && stop < start) return BAD_VALUE;
  if (subjected === 0) return undefined;
  return year < FIRST_YEAR || isRefusal(figuresOf(year, undefined, indexation)) ? NOT_AVAILABLE : undefined;
}
