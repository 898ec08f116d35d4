import { type Day, firstDay, lastDay, type Quarter, quarterOf } from "../calendar";
import { figureInForce, inForce } from "../figures";
import { type Answer, step } from "../trace";
import { articleOf, regimeOf } from "./regime";

/** Article 8 §1 (PL22 194 §1): the last day to apply, whatever day of the week it is. */
export function deadline(fact: Day): Answer<Day> {
  const article = articleOf(fact, "PL22 194 §1", "L16 8 §1");
  const quarters = inForce("passerelle.deadline-quarters", fact);
  const count = quarters.value!;
  const value = lastDay(quarterOf(fact) + count);
  return { value, way: () => [step("deadline", { day: { day: value }, count }, article, { figures: [quarters] })] };
}

/** Article 193 §2: social rights are kept from the quarter after that of the fact. */
export function socialRightsStart(fact: Day): Answer<Day> {
  const article = articleOf(fact, "PL22 193 §2", "L16");
  const value = firstDay(quarterOf(fact) + 1);
  return { value, way: () => [step("passerelle-social-rights-start", { day: { day: value } }, article)] };
}

export interface Window {
  readonly first: Quarter;
  readonly last: Quarter;
}

/** The quarters in which paid ones are counted; the last is that of the fact. */
export function paidWindow(fact: Day): Window {
  const last = quarterOf(fact);
  return { first: last - figureInForce(WINDOW, fact) + 1, last };
}

const WINDOW = "passerelle.window-quarters";

/**
 * Quarters of the window that count as paid, and whether they are enough. From 2023 a quarter that gave pension rights in another way
 * counts too (PL22 191 §1 3°); before, only effective payment (L16 5 §1 3°).
 */
export function paidInWindow(
  fact: Day,
  paid: readonly Quarter[],
  assimilated: readonly Quarter[],
): Answer<{ readonly count: number; readonly enough: boolean }> {
  const { first, last } = paidWindow(fact);
  const counting = new Set(regimeOf(fact) === "C" ? [...paid, ...assimilated] : paid);
  const count = [...counting].filter((quarter) => first <= quarter && quarter <= last).length;
  const least = inForce("passerelle.paid-quarters", fact);
  const enough = count >= least.value!;
  const facts = { first: { quarter: first }, last: { quarter: last }, given: count, required: least.value! };
  const article = articleOf(fact, "PL22 191 §1 3°", "L16 5 §1 3°");
  const details = { figures: [inForce(WINDOW, fact), least], met: enough };
  return { value: { count, enough }, way: () => [step("passerelle-paid-in-window", facts, article, details)] };
}
