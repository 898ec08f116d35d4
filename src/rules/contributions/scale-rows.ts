import { type Cents, type Rate, RATE_UNIT } from "../money";
import { annualExact, type InverseStep, inverseSteps, parametersOf, type Scale, type Segment } from "../scale";
import type { Sureness } from "../figures";
import { type Answer, type Line, rowsAt, step } from "../trace";
import { surenessOfBand } from "./confidence";
import { askedRule, type ContributionQuestion, type QuarterRule } from "./quarter-rule";

export interface ScaleRow {
  readonly from: Cents;
  /** Exclusive; absent in the last row. */
  readonly to?: Cents;
  /** Annual contribution at `from`, in the unit of a line's amount. A jump shows as a change that the rate does not explain. */
  readonly annualAmount: number;
  readonly rate: Rate;
  readonly article: string;
  readonly confidence: Sureness | undefined;
}

/** A scale as a table from income 0 on; a loss counts as 0. */
export const scaleRows = (rule: QuarterRule): Answer<readonly ScaleRow[]> => ({
  value: rule.scale.map((segment) => rowOf(rule, segment)),
  way: (at) => rowsAt(rule.scale, at).map((segment) => segmentLine(rule, segment)),
});

function rowOf({ scale, law }: QuarterRule, segment: Segment): ScaleRow {
  const { from, to } = boundsOf(scale, segment);
  return {
    from,
    ...(to === undefined ? {} : { to }),
    annualAmount: 4 * annualExact(scale, from),
    rate: segment.rate,
    article: segment.band.article,
    confidence: surenessOfBand(law, segment.band),
  };
}

const boundsOf = (scale: Scale, segment: Segment) => ({
  from: Math.max(0, segment.from),
  to: scale[scale.indexOf(segment) + 1]?.from,
});

/** A stretch of a scale: from where to where, what is owed at its beginning, and on each further euro. */
export function segmentLine({ scale, law }: QuarterRule, segment: Segment): Line {
  const { from, to } = boundsOf(scale, segment);
  const facts = { from: { cents: from }, to: { cents: to ?? 0 }, annual: { cents: annualCents(scale, from) } };
  return step(to === undefined ? "segment-last" : "segment", facts, segment.band.article, {
    rate: segment.rate,
    figures: parametersOf(segment.band).map((id) => law.figure(id)),
  });
}

export const annualCents = (scale: Scale, income: Cents): Cents => Math.round(annualExact(scale, income) / RATE_UNIT);

/** A segment of the law of a quarter, with the article behind it. */
export interface LawSegment {
  readonly from: Cents;
  readonly base: number;
  readonly rate: Rate;
  readonly article: string;
  readonly confidence: Sureness | undefined;
}

/** The segments of a quarter's law; refused where there is no law, or where the quarters of a year differ and none is named. */
export function lawOf(question: ContributionQuestion): readonly LawSegment[] {
  const { scale, law } = askedRule(question);
  return scale.map(({ from, base, rate, band }) => {
    return { from, base, rate, article: band.article, confidence: surenessOfBand(law, band) };
  });
}

/** The steps of the inverse of the same law. */
export const inverseOf = (question: ContributionQuestion): InverseStep[] => inverseSteps(askedRule(question).scale);
