import { day, type Day } from "../calendar";
import { Refusal } from "../refusal";
import { regimeOf } from "./regime";

/** The events that open the right, in the order of the law. */
export const GROUNDS = [
  "bankruptcy",
  "debt-settlement",
  "natural-disaster",
  "fire",
  "deterioration",
  "allergy",
  "third-party",
  "forced",
  "economic",
  "energy",
] as const;

export type Ground = (typeof GROUNDS)[number];

/** Facts of a ground that the law does not know at all dates. */
const DATES: Partial<Record<Ground, { readonly from?: Day; readonly to?: Day }>> = {
  "debt-settlement": { to: day(2022, 12, 31) },
  "third-party": { from: day(2019, 7, 1) },
  energy: { from: day(2022, 11, 13), to: day(2023, 3, 31) },
};

/** Facts for which the law of 30/10/2022 leaves open whether its exception holds. */
const ENERGY_OPEN = { from: day(2022, 10, 1), to: day(2022, 11, 12) };

/** The grounds that exist on the date of a fact. */
export const groundsOn = (fact: Day): readonly Ground[] =>
  GROUNDS.filter((ground) => {
    const { from = fact, to = fact } = DATES[ground] ?? {};
    return from <= fact && fact <= to;
  });

/** Before 2023 these three had a pillar of their own; every other ground was a forced interruption. */
export const isForcedInterruption = (ground: Ground): boolean =>
  ground !== "bankruptcy" && ground !== "debt-settlement" && ground !== "economic";

/** Refuses the one question about grounds that no text settles. */
export function requireSettled(ground: Ground | undefined, fact: Day): void {
  if (ground === "energy" && fact >= ENERGY_OPEN.from && fact <= ENERGY_OPEN.to)
    throw new Refusal("passerelle-energy-open", { day: { day: fact } });
}

/** The ground as the regime of the fact knows it. From 2023 the ground changes nothing and may be left out. */
export function requireGround(ground: Ground | undefined, fact: Day): void {
  const regime = regimeOf(fact);
  requireSettled(ground, fact);
  const known = groundsOn(fact);
  const grounds = { words: known, of: "ground" } as const;
  if (ground === undefined) {
    if (regime !== "C") throw new Refusal("passerelle-ground-needed", { day: { day: fact }, grounds });
  } else if (!known.includes(ground)) {
    throw new Refusal("passerelle-ground-not-then", { ground, regime, day: { day: fact }, grounds });
  }
}
