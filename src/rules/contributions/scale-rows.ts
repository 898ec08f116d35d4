import type { Cents, Rate } from "../money";
import { annualExact, parametersOf } from "../scale";
import { type Sureness, surenessOf } from "./confidence";
import type { QuarterRule } from "./quarter-rule";

export interface ScaleRow {
  readonly from: Cents;
  /** Exclusive; absent in the last row. */
  readonly to?: Cents;
  /** Annual contribution at `from`, exact, in cents × 10,000. A jump shows as a change that the rate does not explain. */
  readonly annual: number;
  readonly rate: Rate;
  readonly article: string;
  readonly confidence: Sureness | undefined;
}

/** A scale as a table from income 0 on; a loss counts as 0. */
export function scaleRows({ scale, law }: QuarterRule): ScaleRow[] {
  return scale.map((segment, index) => {
    const from = Math.max(0, segment.from);
    const to = scale[index + 1]?.from;
    return {
      from,
      ...(to === undefined ? {} : { to }),
      annual: annualExact(scale, from),
      rate: segment.rate,
      article: segment.band.article,
      confidence: surenessOf(law, parametersOf(segment.band)),
    };
  });
}
