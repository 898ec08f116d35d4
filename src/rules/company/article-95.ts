import { day, type Day } from "../calendar";
import { figureInForce } from "../figures";

/** From when and until when the contribution of a year can be claimed, if nothing interrupts it. */
export function companyPrescription(year: number): { readonly from: Day; readonly lastDay: Day } {
  const years = figureInForce("company.prescription-years", day(year, 1, 1));
  return { from: day(year + 1, 1, 1), lastDay: day(year + 1 + years, 1, 1) - 1 };
}
