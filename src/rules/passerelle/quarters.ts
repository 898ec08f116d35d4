import { type Day, firstDay, lastDay, type Quarter, quarterOf } from "../calendar";
import { figureInForce } from "../figures";
import { regimeOf } from "./regime";

/** Article 8 §1 (PL22 194 §1): the last day to apply, whatever day of the week it is. */
export function deadline(fact: Day): Day {
  regimeOf(fact);
  return lastDay(quarterOf(fact) + figureInForce("passerelle.deadline-quarters", fact));
}

/** Article 193 §2: social rights are kept from the quarter after that of the fact. */
export const socialRightsStart = (fact: Day): Day => firstDay(quarterOf(fact) + 1);

export interface Window {
  readonly first: Quarter;
  readonly last: Quarter;
}

/** The quarters in which paid ones are counted; the last is that of the fact. */
export function paidWindow(fact: Day): Window {
  const last = quarterOf(fact);
  return { first: last - figureInForce("passerelle.window-quarters", fact) + 1, last };
}

/**
 * Quarters of the window that count as paid, and whether they are enough. From 2023 a quarter that gave pension rights in another way
 * counts too (PL22 191 §1 3°); before, only effective payment (L16 5 §1 3°).
 */
export function paidInWindow(
  fact: Day,
  paid: readonly Quarter[],
  assimilated: readonly Quarter[],
): { readonly count: number; readonly enough: boolean } {
  const { first, last } = paidWindow(fact);
  const counting = new Set(regimeOf(fact) === "C" ? [...paid, ...assimilated] : paid);
  const count = [...counting].filter((quarter) => first <= quarter && quarter <= last).length;
  return { count, enough: count >= figureInForce("passerelle.paid-quarters", fact) };
}
