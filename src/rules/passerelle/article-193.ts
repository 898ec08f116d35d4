import type { Day } from "../calendar";
import { inForce } from "../figures";
import { Refusal } from "../refusal";
import { type Line, step } from "../trace";
import { type Asked, cut, givenQuarters, granted, perFact, sum } from "./award-line";
import { additionalRight, type Counter } from "./rights-table";

/** Programme law of 26/12/2022, article 193 §3: a base right for the career, then an additional right of the last fact. */
export function article193({ counter, quarters, fact, ground, used }: Asked): Line[] {
  const base = granted(inForce(`passerelle.cap.${counter}`, fact), "passerelle-base-right", {}, "PL22 193 §3 al. 1");
  if (used === 0) return [base];
  const since = { quarters: givenQuarters(quarters) };
  const additional = additionalRight(counter, since.quarters, fact);
  const lines = [
    step("passerelle-quarters-since-fact", since, "PL22 193 §3 al. 2"),
    base,
    step("passerelle-used", { used }, "PL22 193 §3 al. 1, 4", { count: -used }),
    granted(additional, "passerelle-additional-right", since, "PL22 193 §3 al. 2"),
  ];
  const ordinary = [...lines, ...atMostAFact(lines, counter, fact)];
  return ground === "energy" ? energy(ordinary, counter, fact) : ordinary;
}

function atMostAFact(lines: readonly Line[], counter: Counter, fact: Day): Line[] {
  const most = perFact(counter, fact);
  return cut(lines, most.value!, "passerelle-maximum-a-fact", "PL22 193 §3 al. 3", most);
}

/**
 * Law of 31/05/2023, article 17 §2: the maximum of the career is set aside for the benefits of January to March 2023, which are no
 * whole months, and for one quarter of social rights.
 */
function energy(ordinary: Line[], counter: Counter, fact: Day): Line[] {
  const right = sum(ordinary);
  if (right >= perFact(counter, fact).value!) return ordinary;
  if (counter === "months") throw new Refusal("passerelle-energy-months", { months: right });
  const lines = [...ordinary, step("passerelle-energy-quarter", {}, "L23 17 §2", { count: 1 })];
  return [...lines, ...atMostAFact(lines, counter, fact)];
}
