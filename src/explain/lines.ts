import { say, tell } from "../i18n";
import { dated, type DatedValue, type ParameterId, series } from "../parameters";
import type { Day } from "../rules/calendar";
import { type ProvisionalRow, type QuarterLaw, type Sureness, weakest } from "../rules/contributions";
import { inForce } from "../rules/figures";
import type { Cents, Rate } from "../rules/money";
import type { Facts } from "../rules/refusal";
import { STEP_UNIT } from "../rules/scale";
import type { TraceLine } from "../rules/trace";

/** A figure of the law that a line rests on: its value on the day, how sure it is, and where it stands. */
export interface Figure extends Omit<DatedValue, "confidence"> {
  readonly confidence: Sureness;
}

/** One step of the way to a result, in words and figures. */
export interface Line {
  readonly text: string;
  readonly base?: Cents;
  readonly rate?: Rate;
  /** A quarter of what `rate` gives on `base`. */
  readonly quarter?: true;
  /** Exact, in cents × 40,000. Where the result is a sum, the amounts of the lines add up to it. */
  readonly amount?: number;
  /** Months or quarters of a right, which add up in the same way. */
  readonly count?: number;
  /** Of a condition; null where what it needs was not given. */
  readonly met?: boolean | null;
  /** "" for plain arithmetic on what was given. */
  readonly article: string;
  readonly figures: readonly Figure[];
  /** The weakest of the figures; absent where the line rests on none. */
  readonly confidence?: Sureness;
  /** The way to the line's own amount. */
  readonly steps?: readonly Line[];
}

export type Details = Partial<Omit<Line, "text" | "article" | "figures" | "confidence">> & {
  readonly figures?: readonly Figure[];
  /** Where it follows from something else than the figures: an assumption. */
  readonly confidence?: Sureness | undefined;
};

/** A line whose text is the explanations' own. */
export const line = (key: string, facts: Facts, article: string, details: Details = {}): Line =>
  lineOf(say(`pane:explain/line/${key}`, facts), article, details);

export function lineOf(text: string, article: string, { figures = [], confidence, ...details }: Details): Line {
  const surest = confidence ?? weakest(figures.map((figure) => figure.confidence));
  return { text, article, figures, ...details, ...(surest !== undefined && { confidence: surest }) };
}

/** A line of a rule's own trace; its figures are those of the day. */
export const traced = (of: TraceLine, on: Day | undefined, details: Details = {}): Line =>
  lineOf(tell(of), of.article, { figures: figuresOn(of.parameters, on), ...details });

/** Whole cents in the unit of a line's amount. */
export const exactly = (cents: Cents): number => cents * STEP_UNIT;

/** The steps of a quarter: of its scale, and of the income that the scale is read at. */
export const scaleLines = (rows: readonly ProvisionalRow[], law: QuarterLaw): Line[] =>
  rows.map(({ step, base, rate, amount, article, parameters }) => {
    const assumed = step === "revalued" && law.projected;
    return lineOf(say(`pane:explain/step/${assumed ? "revalued-assumed" : step}`, {}), article, {
      ...(base !== undefined && { base }),
      ...(rate !== undefined && { rate, quarter: true as const }),
      ...(amount !== undefined && { amount }),
      figures: parameters.map((id) => figureOf(id as ParameterId, law)),
      ...(assumed && { confidence: "projection" }),
    });
  });

/** The figure of a quarter; a projected one has the source of the figure that it grew from. */
export function figureOf(id: ParameterId, law: QuarterLaw): Figure {
  const { value, confidence } = law.figure(id);
  return { ...inForce(id, law.day), value, confidence };
}

/** The figures that hold on a day; without one those that hold last. */
export const figuresOn = (ids: readonly ParameterId[], on: Day | undefined): Figure[] =>
  ids.map((id) => figureOn(id, on));

/** Past the last figure held, that one stands as an assumption; before the first one, the first. */
function figureOn(id: ParameterId, on: Day | undefined): Figure {
  const known = series(id).filter(({ value, text }) => value !== null || text !== undefined);
  const last = known.at(-1)!;
  if (on === undefined) return last;
  const found = dated(id, on);
  if (found && (found.value !== null || found.text !== undefined)) return found;
  return on < known[0]!.from ? known[0]! : { ...last, confidence: "projection" };
}
