import {
  annualContribution,
  annualisedIncome,
  contribution,
  type QuarterRule,
  type YearQuestion,
} from "../../rules/contributions";
import type { Cents, Rate } from "../../rules/money";
import { attempt, Refusal } from "../../rules/refusal";
import { annualExact, type Scale } from "../../rules/scale";

/** An income at which the scale of a quarter turns or jumps. Incomes are those of the year as it is, be it incomplete. */
export interface Corner {
  readonly income: Cents;
  /** Contribution of the quarter a cent below, and there. */
  readonly before: Cents;
  readonly after: Cents;
  readonly rateBefore: Rate;
  readonly rateAfter: Rate;
  readonly jumps: boolean;
}

export function cornersOf(rule: QuarterRule): Corner[] {
  const { scale, quarters } = rule;
  return scale.slice(1).flatMap((segment, index) => {
    const below = scale[index]!;
    const jumps = segment.base !== endOf(scale.slice(0, index + 1), segment.from);
    if (!jumps && below.rate === segment.rate) return [];
    const income = ownIncome(segment.from, quarters);
    return {
      income,
      before: contribution(income - 1, rule),
      after: contribution(income, rule),
      rateBefore: below.rate,
      rateAfter: segment.rate,
      jumps,
    };
  });
}

/** What the segments would give at the income where the next one takes over. */
const endOf = (segments: Scale, income: Cents): number => annualExact(segments, income);

/** The smallest income of some quarters that counts as no less than that of a full year. */
function ownIncome(full: Cents, quarters: number): Cents {
  if (quarters === 4) return full;
  let income = Math.ceil((full * quarters) / 4);
  while (annualisedIncome(income - 1, quarters) >= full) income--;
  return income;
}

/** A jump so near that the income on its lower side leaves more than the one on its upper side. */
export interface NearJump {
  readonly side: "below" | "above";
  /** How much income the other side is away. */
  readonly gap: Cents;
  /** By how much the year's contributions differ. */
  readonly cost: Cents;
  readonly other: Cents;
}

/** Jumps that cost more than the way over them brings. A year without a sum has none to tell. */
export function nearJumps(income: Cents, corners: readonly Corner[], question: YearQuestion): NearJump[] {
  const annual = (of: Cents): Cents | Refusal => attempt(() => annualContribution(of, question));
  const own = annual(income);
  return corners
    .filter(({ jumps }) => jumps)
    .flatMap((corner): NearJump[] => {
      const side = income < corner.income ? "below" : "above";
      const other = side === "below" ? corner.income : corner.income - 1;
      const owed = annual(other);
      if (own instanceof Refusal || owed instanceof Refusal) return [];
      const gap = Math.abs(other - income);
      const cost = Math.abs(owed - own);
      return cost > gap ? [{ side, gap, cost, other }] : [];
    });
}
