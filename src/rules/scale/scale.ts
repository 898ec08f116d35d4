import type { ParameterId } from "../../parameters";
import type { Cents, Rate } from "../money";

/** A slice of the income and the rate on it: `rate` × (min(income, to) − from). */
export interface Part {
  readonly step: "bracket-1" | "bracket-2";
  readonly from: Cents;
  /** Exclusive; Infinity where nothing bounds the slice. */
  readonly to: Cents;
  readonly rate: Rate;
  /** Parameters that decide `rate`, `from` and `to`. */
  readonly rateId: ParameterId;
  readonly fromId?: ParameterId;
  readonly toId?: ParameterId;
}

/** What an article says for the incomes from `from` up to the next band. */
export interface Band {
  /** −Infinity for the first band. */
  readonly from: Cents;
  readonly article: string;
  readonly parts: readonly Part[];
  /** The income that the article presumes in place of one below it, and its parameter. */
  readonly presumed?: { readonly income: Cents; readonly id: ParameterId };
  /** The threshold below which nothing is due, and its parameter. */
  readonly exempt?: { readonly below: Cents; readonly id: ParameterId };
}

/**
 * A stretch of incomes with one rate: annual contribution = base + rate × (income − from), in cents × 10,000.
 * `base` differs from the end of the segment below where the law jumps.
 */
export interface Segment {
  readonly from: Cents;
  readonly base: number;
  readonly rate: Rate;
  readonly band: Band;
}

/** The law of a quarter for a category: segments by rising income, the first from −Infinity. */
export type Scale = readonly Segment[];

/** Compiles bands into segments, cutting each where the rate changes. */
export function scale(bands: readonly Band[]): Scale {
  return bands.flatMap((band, index) => {
    const end = bands[index + 1]?.from ?? Infinity;
    return cuts(band, end).map((from) => segment(band, from));
  });
}

function cuts(band: Band, end: Cents): Cents[] {
  if (band.presumed) return [band.from];
  const inside = band.parts.flatMap(({ from, to }) => [from, to]).filter((cut) => cut > band.from && cut < end);
  return [...new Set([band.from, ...inside])].sort((a, b) => a - b);
}

function segment(band: Band, from: Cents): Segment {
  const income = band.presumed?.income ?? from;
  const base = band.parts.reduce((sum, part) => sum + part.rate * sliceOf(part, income), 0);
  const rate = band.presumed
    ? 0
    : band.parts.reduce((sum, part) => sum + (part.from <= from && from < part.to ? part.rate : 0), 0);
  return { from, base, rate, band };
}

/** The part's slice of an income. */
export function sliceOf(part: Part, income: Cents): Cents {
  return Math.max(0, Math.min(income, part.to) - part.from);
}

/** The parameters that a band rests on. */
export function parametersOf({ parts, presumed, exempt }: Band): ParameterId[] {
  const ofParts = parts.flatMap(({ rateId, fromId, toId }) => [rateId, fromId, toId]);
  return [...ofParts, presumed?.id, exempt?.id].filter((id) => id !== undefined);
}
