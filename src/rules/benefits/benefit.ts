import type { ParameterId } from "../../parameters";
import type { Day } from "../calendar";
import type { Figure } from "../figures";
import { type AmountInForce, amountInForce } from "../indexation";
import type { Cents } from "../money";
import type { Facts } from "../refusal";
import { type Answer, exactly, type Line, step } from "../trace";

/** Days, weeks or months in a row at one amount. */
export interface Stretch {
  /** The key of its line. */
  readonly step: string;
  readonly article: string;
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
  /** Absent where they give nothing. */
  readonly rate?: AmountInForce;
  /** What its line says and rests on beside them. */
  readonly facts?: Facts;
  readonly figures?: readonly Figure[];
}

/** A gross benefit; the way to it adds up, and then says how the law was read where it can be read in more than one way. */
export const benefit = (stretches: readonly Stretch[], readings: () => readonly Line[] = () => []): Answer<Cents> => ({
  value: stretches.reduce((sum, stretch) => sum + amountOf(stretch), 0),
  way: () => [...stretches.map(lineOf), ...readings(), ...(stretches.some(isProjected) ? [BASE_UNCHANGED] : [])],
});

const BASE_UNCHANGED = step("index-steps-assumed", {}, "L 02/08/1971 4 §1");

const isProjected = ({ rate }: Stretch): boolean => rate?.figure.confidence === "projection";

const amountOf = ({ count, rate }: Stretch): Cents => count * (rate?.amount ?? 0);

function lineOf(stretch: Stretch): Line {
  const { from, to, count, rate } = stretch;
  const cents = amountOf(stretch);
  const facts = {
    ...stretch.facts,
    from: { day: from },
    to: { day: to },
    count,
    rate: { cents: rate?.amount ?? 0 },
    amount: { cents },
  };
  const figures = [...(rate === undefined ? [] : [rate.figure]), ...(stretch.figures ?? [])];
  return step(stretch.step, facts, stretch.article, { amount: exactly(cents), figures });
}

/** A day, a week or a month that is paid at the amount in force on its first day. */
export interface PaidUnit extends Pick<Stretch, "step" | "article" | "from" | "to"> {
  readonly parameter: ParameterId;
}

/** Units in a row; neighbours of one kind at one amount make one stretch. */
export function paidUnits(units: readonly PaidUnit[], indexSteps?: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { parameter, ...unit } of units) {
    const next = { ...unit, count: 1, rate: amountInForce(parameter, unit.from, indexSteps) };
    const previous = stretches.at(-1);
    if (previous !== undefined && continues(previous, next))
      stretches[stretches.length - 1] = { ...previous, to: next.to, count: previous.count + 1 };
    else stretches.push(next);
  }
  return stretches;
}

const continues = (previous: Stretch, next: Stretch): boolean =>
  previous.step === next.step &&
  previous.rate?.amount === next.rate?.amount &&
  previous.rate?.figure.id === next.rate?.figure.id &&
  previous.rate?.figure.confidence === next.rate?.figure.confidence;
