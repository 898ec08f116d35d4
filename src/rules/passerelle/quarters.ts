import { type Day, firstDay, lastDay, quarterOf } from "../calendar";
import { inForce } from "../figures";
import { type Answer, type Line, step } from "../trace";
import { articleOf } from "./regime";

/** Article 8 §1 (PL22 194 §1): the last day to apply, whatever day of the week it is. */
export function deadline(fact: Day): Answer<Day> {
  const article = articleOf(fact, "PL22 194 §1", "L16 8 §1");
  const quarters = inForce("passerelle.deadline-quarters", fact);
  const count = quarters.value!;
  const value = lastDay(quarterOf(fact) + count);
  return { value, way: () => [step("deadline", { day: { day: value }, count }, article, { figures: [quarters] })] };
}

/** Article 193 §2: social rights are kept from the quarter after that of the fact. */
export const socialRightsStart = (fact: Day): Line =>
  step(
    "passerelle-social-rights-start",
    { day: { day: firstDay(quarterOf(fact) + 1) } },
    articleOf(fact, "PL22 193 §2", "L16"),
  );

/** The quarters in which paid ones are counted; the last is that of the fact. */
export function paidWindow(fact: Day): Line {
  const quarters = inForce("passerelle.window-quarters", fact);
  const last = quarterOf(fact);
  const facts = { first: { quarter: last - quarters.value! + 1 }, last: { quarter: last } };
  return step("passerelle-paid-window", facts, articleOf(fact, "PL22 191 §1 3°", "L16 5 §1 3°"), {
    figures: [quarters],
  });
}
