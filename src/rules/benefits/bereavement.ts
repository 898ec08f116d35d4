import type { Day } from "../calendar";
import { figureInForce } from "../figures";
import type { Cents } from "../money";
import { Refusal } from "../refusal";
import type { Answer } from "../trace";
import { benefit, type PaidUnit, paidUnits } from "./benefit";

interface BereavementQuestion {
  readonly from: Day;
  readonly days: number;
  readonly indexSteps?: number | undefined;
}

/** Royal decree no 38, article 18ter: gross benefit of days of leave in a row. */
export function bereavement({ from, days, indexSteps }: BereavementQuestion): Answer<Cents> {
  const most = figureInForce("benefits.bereavement.max-days", from);
  if (days < 1 || days > most) throw new Refusal("out-of-range", { argument: "days", given: days, least: 1, most });
  return benefit(
    paidUnits(
      Array.from({ length: days }, (_, index) => leaveDay(from + index)),
      indexSteps,
    ),
  );
}

const leaveDay = (day: Day): PaidUnit => ({
  step: "bereavement-day",
  article: "AR38 18ter",
  parameter: "benefits.bereavement",
  from: day,
  to: day,
});
