import type { ParameterId } from "../../parameters";
import type { Day } from "../calendar";
import { figureInForce } from "../figures";
import type { Rate } from "../money";

/** A month with activity, and the share that it still gives. */
export interface ActivityShare {
  readonly share: Rate;
  readonly parameters: readonly ParameterId[];
}

/**
 * Programme law of 26/12/2022, article 198 §§1-4: the k-th month with activity gives 75, 50, 25 % (k = 1, 2, 3), if the full amount was
 * received for k months before; else, and from the fourth, nothing. §7 deems a reduced month a full one; it is not read that way here.
 */
export function activityShare(rank: number, fullMonths: number, fact: Day): ActivityShare {
  const most = "passerelle.activity.max-months";
  if (rank > figureInForce(most, fact)) return { share: 0, parameters: [most] };
  const id = `passerelle.activity.month-${rank as 1 | 2 | 3}.share` as const;
  return { share: fullMonths < rank ? 0 : figureInForce(id, fact), parameters: [id] };
}
