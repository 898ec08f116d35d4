import Decimal from "decimal.js";
import { type OwnFigure, published } from "../../parameters";
import { type Day, isoDate, isoDay } from "../calendar";
import { attempt, Refusal } from "../refusal";
import { ownFigure, requireApart, type TypedFigure } from "./figure";

/** The list as it stands in a workbook or in a file that an office shares. */
const FORMAT = "statut-social own figures 1";

/** More than anybody types; a workbook's settings have little room. */
export const MOST_FIGURES = 500;

/** The list as text: JSON with ISO dates and exact decimals. */
export const writeList = (figures: readonly OwnFigure[]): string =>
  JSON.stringify({ format: FORMAT, figures: figures.map(entryOf) }, null, 1);

function entryOf({ id, from, to, value, source, correction }: OwnFigure) {
  return {
    parameter: id,
    from: isoDate(from),
    to: isoDate(to),
    value: decimalText(id, value),
    source,
    ...(correction && { correction }),
  };
}

/** Never with an exponent. */
const Plain = Decimal.clone({ toExpNeg: -20, toExpPos: 20 });

/** A value as it is typed: in the unit of its parameter, with a point. */
export function decimalText(id: OwnFigure["id"], value: number): string {
  const { decimals } = published(id)[0]!;
  return new Plain(value).div(10 ** decimals).toString();
}

/** What somebody typed, shared or stored: every figure is one, or a refusal says which is none. */
export function readList(text: string): OwnFigure[] {
  const entries = entriesOf(text);
  const figures = entries.map((entry, index) => {
    const figure = attempt(() => ownFigure(typed(entry)));
    if (figure instanceof Refusal) throw new Refusal("own-file-entry", { count: index + 1, why: figure });
    return figure;
  });
  requireApart(figures);
  return figures;
}

function entriesOf(text: string): readonly unknown[] {
  const list = parsed(text);
  if (!isRecord(list) || list["format"] !== FORMAT || !Array.isArray(list["figures"])) throw new Refusal("own-file");
  const figures: readonly unknown[] = list["figures"];
  if (figures.length > MOST_FIGURES) throw new Refusal("own-too-many", { count: MOST_FIGURES });
  return figures;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("own-file");
  }
}

function typed(entry: unknown): TypedFigure {
  if (!isRecord(entry)) throw new Refusal("own-file");
  const { parameter, from, to, value, source, correction } = entry;
  if (typeof parameter !== "string" || typeof value !== "string" || typeof source !== "string")
    throw new Refusal("own-file");
  if (correction !== undefined && correction !== true) throw new Refusal("own-file");
  return { parameter, value, source, from: dayOf(from), to: dayOf(to), correction: correction === true };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function dayOf(text: unknown): Day {
  const serial = typeof text === "string" ? isoDay(text) : undefined;
  if (serial === undefined || text !== isoDate(serial))
    throw new Refusal("not-a-date", { argument: "date", given: String(text) });
  return serial;
}
