import { type Day, firstDayOfYear } from "../calendar";
import { requireSystem } from "../contributions";
import { figureInForce, figuresOn } from "../figures";
import { type Answer, step } from "../trace";

export const COMPANY_CLAIMS = ["contribution", "refund"] as const;
export type CompanyClaim = (typeof COMPANY_CLAIMS)[number];

const YEARS = "company.prescription-years";

/** The fund's claim in §2, the refund of an undue payment in §3. */
const ARTICLES: Readonly<Record<CompanyClaim, string>> = { contribution: "L92 95 §2", refund: "L92 95 §3" };

/** Last day of the claim, if nothing interrupts its time; the year is that of the contribution or of the payment. */
export function companyPrescription(year: number, claim: CompanyClaim): Answer<Day> {
  requireSystem(year);
  const on = firstDayOfYear(year);
  const years = figureInForce(YEARS, on);
  const [from, last] = [firstDayOfYear(year + 1), firstDayOfYear(year + 1 + years) - 1];
  const facts = { years, from: { day: from }, last: { day: last } };
  return {
    value: last,
    way: () => [
      step("prescription", facts, ARTICLES[claim], { figures: figuresOn([YEARS], on) }),
      step("prescription-interrupted", {}, ARTICLES[claim]),
    ],
  };
}
