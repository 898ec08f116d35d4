import { day, type Day } from "../calendar";
import { Refusal } from "../refusal";

/**
 * Whose law pays, by the date of the fact (PL22 210-211). A: law of 22/12/2016, whole calendar months. B: the same law once a forced
 * interruption is also paid by steps of seven days. C: programme law of 26/12/2022.
 */
export type Regime = "A" | "B" | "C";

/** First fact under the law of 22/12/2016; earlier ones fall under the royal decree of 18/11/1996, which is not covered. */
export const FIRST_FACT = day(2017, 1, 1);
const FIRST_FACT_B = day(2020, 3, 1);
const FIRST_FACT_C = day(2023, 1, 1);

export function regimeOf(fact: Day): Regime {
  if (fact < FIRST_FACT)
    throw new Refusal("passerelle-not-covered", { day: { day: fact }, first: { day: FIRST_FACT } });
  if (fact < FIRST_FACT_B) return "A";
  return fact < FIRST_FACT_C ? "B" : "C";
}

/** The article by the law of a fact: that of 26/12/2022, or that of 22/12/2016. */
export const articleOf = (fact: Day, from2023: string, before: string): string =>
  regimeOf(fact) === "C" ? from2023 : before;

/** Article 5/1 of the law of 22/12/2016: looser conditions for facts of these dates. */
export const isLoosened = (fact: Day): boolean => fact >= day(2020, 4, 1) && fact <= day(2021, 9, 30);
