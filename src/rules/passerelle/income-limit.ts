import { type ParameterId, series } from "../../parameters";
import { civilDate, day } from "../calendar";
import { figureInForce } from "../figures";
import type { Cents } from "../money";
import { Refusal } from "../refusal";

/** Royal decree of 06/02/2023, article 6 §2, 3°: the income of a year up to which an activity counts as one of low income. */
export const incomeLimit = (year: number, spouse: boolean): Cents =>
  ofYear(spouse ? "passerelle.income-limit.spouse" : "passerelle.income-limit.principal", year);

/** The same article, al. 3, 2°: the ceiling of a director's benefits, by the year of the cessation. */
export const patrimonialCeiling = (year: number): Cents => ofYear("passerelle.patrimonial-ceiling", year);

function ofYear(id: ParameterId, year: number): Cents {
  const values = series(id);
  const [first, last] = [values[0]!, values.at(-1)!].map(({ from }) => civilDate(from).year) as [number, number];
  if (year < first || year > last) throw new Refusal("passerelle-limit-year", { year, first, last });
  return figureInForce(id, day(year, 12, 31));
}
