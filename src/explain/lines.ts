import { describe, tell } from "../i18n";
import type { Sureness } from "../rules/figures";
import { type Line as Step, surenessOf } from "../rules/trace";

/** One step of the way to a result, in words and figures. */
export interface Line extends Omit<Step, "step" | "facts" | "refusal" | "steps"> {
  readonly text: string;
  /** The weakest of the figures, or an assumption; absent where the line rests on none. */
  readonly confidence?: Sureness;
  readonly steps?: readonly Line[];
}

/** The way to an answer, in the reader's language. */
export const toldLines = (way: readonly Step[]): Line[] => way.map(told);

function told(line: Step): Line {
  const { step, facts, refusal, steps, ...rest } = line;
  const text = tell({ step, facts });
  const surest = surenessOf(line);
  return {
    ...rest,
    text: refusal === undefined ? text : `${text}: ${describe(refusal)}`,
    ...(surest !== undefined && { confidence: surest }),
    ...(steps !== undefined && { steps: toldLines(steps) }),
  };
}
