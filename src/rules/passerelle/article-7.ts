import { day, type Day } from "../calendar";
import { type Figure, figureInForce, inForce } from "../figures";
import { type Line, step } from "../trace";
import { type Asked, cut, granted, perFact } from "./award-line";
import type { Ground } from "./grounds";
import { careerRight, type Counter } from "./rights-table";

/** The table of economic difficulties holds for facts to this day. */
export const LAST_CAREER_FACT = day(2022, 12, 31);

/** Royal decree of 08/01/2017: the right by the career, for economic difficulties. */
export function careerTable(counter: Counter, quarters: number, fact: Day): Line[] {
  const facts = { quarters, last: { day: LAST_CAREER_FACT } };
  return [
    step("passerelle-quarters-of-career", { quarters }, "AR08"),
    granted(careerRight(counter, quarters, fact), "passerelle-career-table", facts, "AR08"),
  ];
}

/** Law of 22/12/2016, article 7 §3: twelve months a fact (economic: by the career), within the maximum of the career. */
export function article7({
  counter,
  quarters,
  fact,
  ground,
  used,
}: Asked & { quarters: number; ground: Ground }): Line[] {
  const ofFact =
    ground === "economic"
      ? careerTable(counter, quarters, fact)
      : [
          step("passerelle-quarters-of-career", { quarters }, ARTICLE_7),
          granted(perFact(counter, fact), "passerelle-per-fact", {}, ARTICLE_7),
        ];
  // Its law sets the maximum of the career aside.
  if (ground === "energy") return [...ofFact, step("passerelle-energy-no-maximum", {}, "L 30/10/2022 32")];
  const maximum = careerMaximum(counter, quarters, fact);
  const most = maximum.value!;
  const lines = [
    ...ofFact,
    step("passerelle-career-maximum", { most }, ARTICLE_7, { figures: [maximum] }),
    step("passerelle-used-of-career", { used }, ARTICLE_7),
  ];
  return [...lines, ...cut(lines, Math.max(0, most - used), "passerelle-left-of-career", ARTICLE_7, maximum)];
}

const ARTICLE_7 = "L16 7 §3";

/** A long career doubles the maximum, for facts from 01/07/2019. */
function careerMaximum(counter: Counter, quarters: number, fact: Day): Figure {
  const isLong = fact >= LONG_CAREER_SINCE && quarters >= figureInForce("passerelle.cap.long-career.from", fact);
  return inForce(isLong ? `passerelle.cap.long-career.${counter}` : `passerelle.cap.${counter}`, fact);
}

const LONG_CAREER_SINCE = day(2019, 7, 1);
