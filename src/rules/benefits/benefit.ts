import type { ParameterId } from "../../parameters";
import type { Day } from "../calendar";
import type { Cents } from "../money";
import type { TraceLine } from "../trace";
import { type AmountInForce, amountInForce } from "./amount";

/** Days, weeks or months in a row at one amount; their text is `trace/<step>`. */
export interface BenefitLine extends TraceLine {
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
  readonly amount: Cents;
  readonly confidence?: AmountInForce["confidence"];
  /** Key in i18n/<language>/notes.json. */
  readonly note?: string;
}

/** A gross benefit, the lines that add up to it, and how the law was read where it can be read in more than one way. */
export interface Benefit {
  readonly amount: Cents;
  readonly lines: readonly BenefitLine[];
  readonly readings: readonly TraceLine[];
}

export function benefit(lines: readonly BenefitLine[], readings: readonly TraceLine[] = []): Benefit {
  const projections = lines.filter(({ confidence }) => confidence === "projection");
  return {
    amount: lines.reduce((sum, line) => sum + line.amount, 0),
    lines,
    readings: projections.length === 0 ? readings : [...readings, BASE_UNCHANGED],
  };
}

/** A way in which the law was read; its text is `trace/<step>`. */
export const reading = (step: string, article: string): TraceLine => ({ step, facts: {}, article, parameters: [] });

const BASE_UNCHANGED = reading("index-steps-assumed", "L 02/08/1971 4 §1");

/** What a stretch of a benefit is paid for. */
export interface Kind {
  readonly step: string;
  readonly article: string;
}

interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly count: number;
}

export function paidLine({ step, article }: Kind, { from, to, count }: Stretch, rate: AmountInForce): BenefitLine {
  const { parameter, confidence, note } = rate;
  return {
    ...plainLine({ step, article }, { from, to, count }, rate.amount),
    parameters: [parameter],
    confidence,
    ...(note !== undefined && { note }),
  };
}

/** Days that give nothing. */
export const unpaidLine = (kind: Kind, stretch: Stretch): BenefitLine => plainLine(kind, stretch, 0);

function plainLine({ step, article }: Kind, { from, to, count }: Stretch, rate: Cents): BenefitLine {
  const amount = rate * count;
  const facts = { from: { day: from }, to: { day: to }, count, rate: { cents: rate }, amount: { cents: amount } };
  return { step, facts, article, parameters: [], from, to, count, amount };
}

/** A day, a week or a month that is paid at the amount in force on its first day. */
export interface PaidUnit extends Kind {
  readonly parameter: ParameterId;
  readonly from: Day;
  readonly to: Day;
}

/** Units in a row; neighbours of one kind at one amount make one line. */
export function paidUnits(units: readonly PaidUnit[], indexSteps?: number): BenefitLine[] {
  const lines: BenefitLine[] = [];
  for (const unit of units) {
    const rate = amountInForce(unit.parameter, unit.from, indexSteps);
    const previous = lines.at(-1);
    if (previous !== undefined && continues(previous, unit, rate)) {
      const stretch = { from: previous.from, to: unit.to, count: previous.count + 1 };
      lines[lines.length - 1] = paidLine(unit, stretch, rate);
    } else lines.push(paidLine(unit, { ...unit, count: 1 }, rate));
  }
  return lines;
}

const continues = (line: BenefitLine, { step, parameter }: PaidUnit, rate: AmountInForce): boolean =>
  line.step === step &&
  line.parameters[0] === parameter &&
  line.amount === line.count * rate.amount &&
  line.confidence === rate.confidence;
