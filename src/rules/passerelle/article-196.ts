import { addMonths, civilDate, type Day, firstDayOfMonth, lastDayOfMonth } from "../calendar";
import { figureInForce, inForce } from "../figures";
import { Refusal } from "../refusal";
import { type Line, step } from "../trace";
import { activityShare } from "./article-198";
import { FULL, type Interruption, type MonthShare, monthsFromTo, type Schedule } from "./month-share";

const BLOCK_DAYS = "passerelle.block.days";

/** Programme law of 26/12/2022, articles 193, 196 and 198: a first period in blocks, whole months, the last month in blocks. */
export function schedule2022({ fact, until, months }: Interruption): Schedule {
  const end = grantEnd(fact, months);
  const idleUntil = Math.min(until ?? end, end);
  const noRight = withoutRight(fact, until, months);
  if (noRight) return { months: [{ month: firstDayOfMonth(fact), share: 0, reason: noRight }], readings: [] };

  const first = firstPeriod(fact);
  const last = firstDayOfMonth(end);
  if (last <= first.end) throw new Refusal("passerelle-periods-overlap", { months });
  return {
    months: [
      ...monthsFromTo(fact, first.end).map((month) => firstPeriodMonth(month, fact, Math.min(idleUntil, first.end))),
      ...monthsBetween(monthsFromTo(first.end + 1, last - 1), idleUntil, fact),
      lastMonth(last, idleUntil, fact),
    ],
    readings: [periodLine(first.end, end), ...readings(fact, months, idleUntil < end)],
  };
}

/** The right runs to the day before that of the fact, some months later. */
const grantEnd = (fact: Day, months: number): Day => addMonths(fact, months) - 1;

/** Article 196 §3: from the fact to the last day of the month after it. */
const firstPeriod = (fact: Day): { readonly start: Day; readonly end: Day } => ({
  start: fact,
  end: lastDayOfMonth(fact, 1),
});

/** The two dates that a table of months does not show. */
const periodLine = (firstEnd: Day, end: Day): Line =>
  step("passerelle-right-runs", { firstEnd: { day: firstEnd }, end: { day: end } }, "PL22 196 §§3-4");

/** Why a fact gives nothing at all. */
function withoutRight(fact: Day, until: Day | undefined, months: number): Line | undefined {
  if (months === 0) return step("passerelle-no-months", {}, "PL22 193 §3");
  const days = until === undefined ? Infinity : until - fact + 1;
  const shortest = inForce("passerelle.minimum-interruption-days", fact);
  const least = shortest.value!;
  if (days >= least) return undefined;
  return step("passerelle-too-short", { days, least }, "PL22 193 §1", { figures: [shortest] });
}

/** Blocks of seven days without activity from the fact on; each belongs to the month of its last day. */
function firstPeriodMonth(month: Day, fact: Day, idleUntil: Day): MonthShare {
  const days = figureInForce(BLOCK_DAYS, fact);
  const blocksTo = (day: Day) => Math.max(0, Math.floor((Math.min(day, idleUntil) - fact + 1) / days));
  const blocks = blocksTo(lastDayOfMonth(month)) - blocksTo(month - 1);
  return blockMonth(month, blocks, "passerelle-first-period", "PL22 196 §3", fact);
}

/** Article 196 §4: blocks of seven days without activity from the first of the month in which the right ends. */
function lastMonth(month: Day, idleUntil: Day, fact: Day): MonthShare {
  const days = figureInForce(BLOCK_DAYS, fact);
  const blocks = Math.max(0, Math.floor((idleUntil - month + 1) / days));
  return blockMonth(month, blocks, "passerelle-last-month", "PL22 196 §4", fact);
}

function blockMonth(month: Day, blocks: number, key: string, article: string, fact: Day): MonthShare {
  const share = inForce("passerelle.block.share", fact);
  const reason = step(key, { blocks }, article, { figures: [inForce(BLOCK_DAYS, fact), share] });
  return { month, share: blocks * share.value!, reason };
}

/** The months after the first period: full while there is no activity, then by the rank of the month with activity. */
function monthsBetween(months: readonly Day[], idleUntil: Day, fact: Day): MonthShare[] {
  const fullMonths = months.filter((month) => lastDayOfMonth(month) <= idleUntil).length;
  return months.map((month, index) => {
    if (index < fullMonths) return { month, share: FULL, reason: step("passerelle-whole-month", {}, "PL22 196 §1") };
    const rank = index - fullMonths + 1;
    const { share, figure } = activityShare(rank, fullMonths, fact);
    const reason = step("passerelle-activity-month", { rank, fullMonths }, "PL22 198", { figures: [figure] });
    return { month, share, reason };
  });
}

function readings(fact: Day, months: number, hasActivity: boolean): Line[] {
  const clipped = civilDate(addMonths(fact, months)).day < civilDate(fact).day;
  return [
    ...(clipped ? [step("passerelle-reading-shorter-month", {}, "PL22 196 §4")] : []),
    step("passerelle-reading-block-month", {}, "PL22 196 §3"),
    ...(hasActivity
      ? [
          step("passerelle-reading-strict-full-months", {}, "PL22 198 §7"),
          step("passerelle-reading-last-month", {}, "PL22 198"),
        ]
      : []),
  ];
}
