import type { Cents } from "../money";
import { type Answer, type At, type Line, step } from "../trace";
import { QUARTERS_ARTICLE } from "./year";

/** The way to one of many contributions is its own; a spare row has none. */
export const wayOfMany =
  (count: number, answerAt: (at: NonNullable<At>) => Answer<Cents> | undefined) =>
  (at?: At): readonly Line[] =>
    at === undefined ? [step("batch", { count }, QUARTERS_ARTICLE)] : (answerAt(at)?.way() ?? []);
