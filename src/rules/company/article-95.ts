import { type Day, firstDayOfYear } from "../calendar";
import { figureInForce, figuresOn } from "../figures";
import { type Answer, step } from "../trace";

const YEARS = "company.prescription-years";

/** From when and until when the contribution of a year can be claimed, if nothing interrupts it. */
export function companyPrescription(year: number): Answer<{ readonly from: Day; readonly lastDay: Day }> {
  const on = firstDayOfYear(year);
  const years = figureInForce(YEARS, on);
  const [from, lastDay] = [firstDayOfYear(year + 1), firstDayOfYear(year + 1 + years) - 1];
  const facts = { years, from: { day: from }, last: { day: lastDay } };
  return {
    value: { from, lastDay },
    way: () => [step("prescription", facts, "L92 95", { figures: figuresOn([YEARS], on) })],
  };
}
