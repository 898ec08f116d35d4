import { type Day, firstDayOfMonth, lastDayOfMonth } from "../calendar";
import { type Figure, inForce } from "../figures";
import { Refusal } from "../refusal";
import { step } from "../trace";
import { type Ground, isForcedInterruption } from "./grounds";
import { FULL, type Interruption, type MonthShare, monthsFromTo, type Schedule } from "./month-share";
import { regimeOf } from "./regime";

/** Law of 22/12/2016, articles 7 §1 and 10 §3: whole calendar months; from 03/2020 steps of seven days for a forced interruption. */
export function schedule2016(interruption: Interruption, ground: Ground): Schedule {
  if (interruption.months === 0) {
    const month = firstDayOfMonth(interruption.fact);
    return { months: [{ month, share: 0, reason: step("passerelle-no-months", {}, "L16 7 §3") }], readings: [] };
  }
  return regimeOf(interruption.fact) === "B" && isForcedInterruption(ground)
    ? bySteps(interruption)
    : byWholeMonths(interruption);
}

/** Money from the first of the month after the fact, for each whole month without activity. */
function byWholeMonths({ fact, until, months }: Interruption): Schedule {
  const last = lastDayOfMonth(fact, months);
  const idleUntil = until ?? last;
  const shares = monthsFromTo(fact, Math.min(idleUntil, last)).map((month, index): MonthShare => {
    if (index === 0) return { month, share: 0, reason: step("passerelle-month-of-fact", {}, "L16 7 §1") };
    const whole = lastDayOfMonth(month) <= idleUntil;
    const reason = step(whole ? WHOLE : "passerelle-month-not-whole", {}, "L16 7 §1");
    return { month, share: whole ? FULL : 0, reason };
  });
  return { months: shares, readings: [step("passerelle-reading-suspended-month", {}, "L16 7 §1")] };
}

const WHOLE = "passerelle-whole-month";

/** A forced interruption is also paid in the month of the fact. How to count the ends of one over several months is not settled. */
function bySteps({ fact, until, months }: Interruption): Schedule {
  const first = firstDayOfMonth(fact);
  const last = lastDayOfMonth(first, fact === first ? months - 1 : months);
  const idleUntil = until ?? last;
  const oneMonth = idleUntil <= lastDayOfMonth(fact);
  const shares = monthsFromTo(fact, Math.min(idleUntil, last)).map((month): MonthShare => {
    const whole = fact <= month && lastDayOfMonth(month) <= idleUntil;
    if (whole) return { month, share: FULL, reason: step(WHOLE, {}, "L16 10 §1") };
    if (oneMonth) return partialMonth(month, idleUntil - fact + 1, fact);
    return {
      month,
      share: new Refusal("passerelle-across-months"),
      reason: step("passerelle-across-months", {}, PARTIAL),
    };
  });
  return { months: shares, readings: [step("passerelle-reading-partial-first-month", {}, PARTIAL)] };
}

const PARTIAL = "L16 10 §3";
/** Consecutive days of interruption from which a part of the month is paid, longest first. */
const STEPS = [28, 21, 14, 7] as const;

/** The shortest forced interruption that article 10 §3 pays. */
export const SHORTEST_STEP = Math.min(...STEPS);

function partialMonth(month: Day, days: number, fact: Day): MonthShare {
  const share = stepShare(days, fact);
  const figures = share === undefined ? [] : [share];
  return { month, share: share?.value ?? 0, reason: step("passerelle-partial-month", { days }, PARTIAL, { figures }) };
}

function stepShare(days: number, fact: Day): Figure | undefined {
  const reached = STEPS.find((from) => days >= from);
  return reached === undefined ? undefined : inForce(`passerelle.partial.from-${reached}-days`, fact);
}
