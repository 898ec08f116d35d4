import { type ParameterId, series } from "../../parameters";
import { civilDate, lastDayOfYear } from "../calendar";
import { inForce } from "../figures";
import type { Cents } from "../money";
import { type Fact, Refusal } from "../refusal";
import { type Answer, exactly, step } from "../trace";

/** Royal decree of 06/02/2023, article 6 §2, 3°: the income of a year up to which an activity counts as one of low income. */
export const incomeLimit = (year: number, spouse: boolean): Answer<Cents> =>
  ofYear(`passerelle.income-limit.${spouse ? "spouse" : "principal"}`, year, "income-limit", "ARX 6 §2, 3°");

/** The same article, al. 3, 2°: the ceiling of a director's benefits, by the year of the cessation. */
export const patrimonialCeiling = (year: number): Answer<Cents> =>
  ofYear("passerelle.patrimonial-ceiling", year, "passerelle-patrimonial-ceiling", "ARX 6 §2 al. 3, 2°");

function ofYear(id: ParameterId, year: number, key: string, article: string): Answer<Cents> {
  const values = series(id);
  const [first, last] = [values[0]!, values.at(-1)!].map(({ from }) => civilDate(from).year) as [number, number];
  if (year < first || year > last) {
    // It follows from the index of its year.
    const wayOut: Fact = year < first ? "" : { sentence: "way-out/index", facts: { year } };
    throw new Refusal("passerelle-limit-year", { year, first, last, wayOut });
  }
  const limit = inForce(id, lastDayOfYear(year));
  const amount = limit.value!;
  return { value: amount, way: () => [step(key, { year }, article, { amount: exactly(amount), figures: [limit] })] };
}
