import { firstDayOfYear, lastDayOfYear } from "../calendar";
import { step } from "../trace";
import type { Condition, ExemptionQuestion } from "./exemption-question";

/** Article 92bis: no commercial or civil activity in the whole calendar year. */
export function dormantYear({ since, until, year }: ExemptionQuestion): Condition {
  const met = since <= firstDayOfYear(year) && (until === undefined || until >= lastDayOfYear(year));
  const facts = { since: { day: since }, year };
  const line =
    until === undefined
      ? step("company-dormant", facts, "L92 92bis", { met })
      : step("company-dormant-until", { ...facts, until: { day: until } }, "L92 92bis", { met });
  return { value: met, way: () => [line] };
}
