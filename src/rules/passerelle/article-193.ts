import type { Day } from "../calendar";
import { figureInForce } from "../figures";
import { Refusal } from "../refusal";
import { line } from "../trace";
import { type Asked, type AwardLine, counted, cut, givenQuarters, perFact, sum } from "./award-line";
import { additionalRight, type Counter } from "./career";

/** Programme law of 26/12/2022, article 193 §3: a base right for the career, then an additional right of the last fact. */
export function article193({ counter, quarters, fact, ground, used }: Asked): AwardLine[] {
  const base = `passerelle.cap.${counter}` as const;
  const first = counted(figureInForce(base, fact), "passerelle-base-right", {}, "PL22 193 §3 al. 1", base);
  if (used === 0) return [first];
  const since = givenQuarters(quarters);
  const { right, id } = additionalRight(counter, since, fact);
  const lines = [
    line("passerelle-quarters-since-fact", { quarters: since }, "PL22 193 §3 al. 2"),
    first,
    counted(-used, "passerelle-used", { used }, "PL22 193 §3 al. 1, 4"),
    counted(right, "passerelle-additional-right", { quarters: since }, "PL22 193 §3 al. 2", id),
  ];
  const ordinary = [...lines, ...atMostAFact(lines, counter, fact)];
  return ground === "energy" ? energy(ordinary, counter, fact) : ordinary;
}

const atMostAFact = (lines: readonly AwardLine[], counter: Counter, fact: Day): AwardLine[] =>
  cut(lines, figureInForce(perFact(counter), fact), "passerelle-maximum-a-fact", "PL22 193 §3 al. 3", perFact(counter));

/**
 * Law of 31/05/2023, article 17 §2: the maximum of the career is set aside for the benefits of January to March 2023, which are no
 * whole months, and for one quarter of social rights.
 */
function energy(ordinary: AwardLine[], counter: Counter, fact: Day): AwardLine[] {
  const right = sum(ordinary);
  if (right >= figureInForce(perFact(counter), fact)) return ordinary;
  if (counter === "months") throw new Refusal("passerelle-energy-months", { months: right });
  const lines = [...ordinary, counted(1, "passerelle-energy-quarter", {}, "L23 17 §2")];
  return [...lines, ...atMostAFact(lines, counter, fact)];
}
