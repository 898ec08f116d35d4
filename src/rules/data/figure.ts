import type { ParameterId } from "../../parameters";
import { civilDate, type Day } from "../calendar";
import { citationOf, type Figure, inForce, type Sureness } from "../figures";
import { FUNDS, latestFeeFigure } from "../funds";
import { ownAmount } from "../indexation";
import { type Answer, type Line, step } from "../trace";

/** The value of a parameter on a day, in its own unit. */
export function statedFigure(id: ParameterId, on: Day): Answer<number | string> {
  const figure = figureOn(id, on);
  return { value: figure.text ?? figure.value! / 10 ** figure.decimals, way: () => [figureLine(figure)] };
}

/** What follows from a number of the user's own is a figure of the day too. */
const figureOn = (id: ParameterId, on: Day): Figure => ownAmount(id, on) ?? inForce(id, on);

/** Where a figure stands, how sure it is, and when it holds. */
interface SourceRow {
  readonly parameter: ParameterId;
  readonly law: string;
  readonly article: string;
  readonly link: string;
  readonly confidence: Sureness;
  readonly from: Day;
  readonly to: Day | undefined;
  /** Keys in i18n/<language>/notes.json. */
  readonly note: readonly string[];
}

/** The source of the figure that is read for a day: the fee of a fund rests on its latest one, which may be of an earlier year. */
export function sourcedFigure(id: ParameterId, on: Day): Answer<readonly SourceRow[]> {
  const fund = FUNDS.find((one) => id === `funds.fee.${one.id}`);
  const figure = (fund && latestFeeFigure(fund.id, civilDate(on).year)) ?? figureOn(id, on);
  return { value: [sourceRow(figure)], way: () => [figureLine(figure)] };
}

const sourceRow = ({ id, source, confidence, from, to, note, condition }: Figure): SourceRow => ({
  parameter: id,
  law: source.title,
  article: source.article,
  link: source.link,
  confidence,
  from,
  to: to ?? undefined,
  note: [...(condition === undefined ? [] : [`condition/${condition}`]), ...(note === undefined ? [] : [note])],
});

const figureLine = (figure: Figure): Line =>
  step("figure", { id: figure.id }, citationOf(figure), { figures: [figure] });
