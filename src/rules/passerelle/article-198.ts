import type { Day } from "../calendar";
import { type Figure, inForce } from "../figures";
import type { Rate } from "../money";

/** A month with activity, and the share that it still gives. */
export interface ActivityShare {
  readonly share: Rate;
  /** The share of the law, or the most months that have one. */
  readonly figure: Figure;
}

/**
 * Programme law of 26/12/2022, article 198 §§1-4: the k-th month with activity gives 75, 50, 25 % (k = 1, 2, 3), if the full amount was
 * received for k months before; else, and from the fourth, nothing. §7 deems a reduced month a full one; it is not read that way here.
 */
export function activityShare(rank: number, fullMonths: number, fact: Day): ActivityShare {
  const most = inForce("passerelle.activity.max-months", fact);
  if (rank > most.value!) return { share: 0, figure: most };
  const figure = inForce(`passerelle.activity.month-${rank as 1 | 2 | 3}.share`, fact);
  return { share: fullMonths < rank ? 0 : figure.value!, figure };
}
