import { dated, type OwnFigure, type ParameterId, published } from "../../parameters";
import { type Day, firstDayOfMonth } from "../../rules/calendar";
import { INDEX_RANK } from "../../rules/figures";
import { decimalText, ownFigure, requireApart, requireUnknown } from "../../rules/own-figures";
import { attempt, Refusal, type RefusalKey } from "../../rules/refusal";
import type { Numbers } from "../kit/numbers";
import { readValue } from "./units";

/** The form of a figure as typed. */
export interface TypedForm {
  readonly from: string;
  readonly to: string;
  readonly value: string;
  readonly source: string;
  readonly correction: boolean;
}

/** The form of the next index step as typed. */
export interface TypedStep {
  /** "" for none until the last day known. */
  readonly step: string;
  readonly until: string;
  readonly source: string;
}

export type FieldName = "from" | "to" | "value" | "source" | "step" | "until";

/** Where something is wrong, and what: a refusal, or a field that holds nothing that can be read. */
export interface Wrong {
  readonly field: FieldName;
  readonly why: Refusal | "date" | "value" | "month" | "before";
}

const FIELDS: Partial<Record<RefusalKey, FieldName>> = {
  "own-day": "to",
  "own-order": "to",
  "own-year": "to",
  "own-overlap": "to",
  "own-known": "to",
  "own-source": "source",
  "own-source-long": "source",
};

const wrong = (refusal: Refusal): Wrong => ({ field: FIELDS[refusal.key] ?? "value", why: refusal });

/** What the form says beside the others of the list, or what is wrong with it. */
export function readForm(
  id: ParameterId,
  { value: valueText, source, correction, ...days }: TypedForm,
  others: readonly OwnFigure[],
  numbers: Numbers,
): OwnFigure | Wrong {
  const [from, to] = [numbers.readDay(days.from), numbers.readDay(days.to)];
  if (from === undefined) return { field: "from", why: "date" };
  if (to === undefined) return { field: "to", why: "date" };
  const value = readValue(valueText, published(id)[0]!, numbers);
  if (value === undefined) return { field: "value", why: "value" };
  const figure = attempt(() => {
    const read = ownFigure({ parameter: id, from, to, value, source, correction });
    requireUnknown(read);
    requireApart([...others, read]);
    return read;
  });
  return figure instanceof Refusal ? wrong(figure) : figure;
}

/** The same of the next step: the number of steps before it, and the number from it on. */
export function readStep(
  from: Day,
  { step: stepText, until: untilText, source }: TypedStep,
  others: readonly OwnFigure[],
  numbers: Numbers,
): readonly OwnFigure[] | Wrong {
  const until = numbers.readDay(untilText);
  if (until === undefined) return { field: "until", why: "date" };
  if (until < from) return { field: "until", why: "before" };
  const step = stepText === "" ? until + 1 : numbers.readDay(stepText);
  if (step === undefined) return { field: "step", why: "date" };
  if (stepText !== "" && step !== firstDayOfMonth(step)) return { field: "step", why: "month" };
  if (stepText !== "" && (step < from || step > until)) return { field: "step", why: "before" };
  const rank = dated(INDEX_RANK, from - 1)!.value!;
  const spans = [
    { from, to: step - 1, value: rank },
    { from: step, to: until, value: rank + 1 },
  ].filter((span) => span.from <= span.to);
  const figures = attempt(() => {
    const read = spans.map((span) =>
      ownFigure({
        ...span,
        parameter: INDEX_RANK,
        value: decimalText(INDEX_RANK, span.value),
        source,
        correction: false,
      }),
    );
    requireApart([...others, ...read]);
    return read;
  });
  return figures instanceof Refusal
    ? { ...wrong(figures), field: figures.key.startsWith("own-source") ? "source" : "until" }
    : figures;
}

export const isWrong = (read: object): read is Wrong => "why" in read;
