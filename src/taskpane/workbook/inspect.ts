import {
  explainCell,
  type ExplainedCell,
  type Explanation,
  type Figure,
  isCellError,
  type Line,
  type Read,
} from "../../explain";
import type { FormulaCell, Host, Place } from "../../host/host";
import { distinct, type Insight, type Inspect } from "./audit";

/** Of a formula that fills more cells, as many are followed. */
const MOST_CALLS = 200;

/** Follows formulas with the values that their cells refer to now. */
export const inspectIn =
  (host: Host): Inspect =>
  (cells) => {
    const read = readTogether(host);
    return Promise.all(cells.map((cell) => insightOf(cell, read)));
  };

type Values = Awaited<ReturnType<Read>>;
type Matrix = Values["ranges"][number];

/** Reads for all formulas at once what they ask for in one turn, and nothing twice: neighbours mostly refer to the same cells. */
function readTogether(host: Host): Read {
  const ranges = new Map<string, Matrix>();
  const names = new Map<string, Matrix>();
  let wanted: Place[] = [];
  let wantedNames: string[] = [];
  let reading: Promise<void> | null = null;
  const readAll = async (): Promise<void> => {
    const [places, words] = [distinctBy(wanted, keyOf), [...new Set(wantedNames)]];
    [wanted, wantedNames, reading] = [[], [], null];
    const found = places.length === 0 ? [] : await host.readRanges(places);
    const named = words.length === 0 ? [] : await host.readNames(words);
    places.forEach((place, index) => ranges.set(keyOf(place), found[index] ?? null));
    words.forEach((word, index) => names.set(word, named[index] ?? null));
  };
  return async (needed) => {
    const newRanges = needed.ranges.filter((range) => !ranges.has(keyOf(range)));
    const newNames = needed.names.filter((name) => !names.has(name));
    if (newRanges.length + newNames.length > 0) {
      wanted.push(...newRanges);
      wantedNames.push(...newNames);
      await (reading ??= Promise.resolve().then(readAll));
    }
    return {
      ranges: needed.ranges.map((range) => ranges.get(keyOf(range)) ?? null),
      names: needed.names.map((name) => names.get(name) ?? null),
    };
  };
}

const keyOf = ({ sheet, address }: Place): string => JSON.stringify([sheet, address]);

const distinctBy = <Item>(items: readonly Item[], of: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [of(item), item])).values(),
];

async function insightOf({ sheet, formula, values }: FormulaCell, read: Read): Promise<Insight> {
  const at = (row: number, column: number): Promise<ExplainedCell> =>
    explainCell(formula, { sheet, row, column }, read);
  const first = await at(0, 0);
  if ("cannot" in first) return { figures: [], refusals: [], unknown: first.cannot };

  const positions = positionsOf(first.calls, values);
  const followed = await Promise.all(positions.slice(1, MOST_CALLS).map(([row, column]) => at(row, column)));
  const calls = [first, ...followed].flatMap((cell) => ("calls" in cell ? cell.calls : []));
  const value = values[0]?.[0] ?? null;
  const only = first.calls.length === 1 ? first.calls[0] : undefined;
  return {
    figures: distinct(calls.flatMap(({ lines }) => lines.flatMap(figuresOf))),
    refusals: [...new Set(calls.flatMap(refusalsOf))],
    kind: only?.result === value ? only.kind : undefined,
    ...(positions.length > MOST_CALLS && { followed: MOST_CALLS }),
    ...(differs(value, first.value) && { now: first.value }),
  };
}

type Position = readonly [row: number, column: number];

/** Where in what a formula fills its figures may differ: in every row of a table, in every cell of a range of calls. */
function positionsOf(calls: readonly Explanation[], values: FormulaCell["values"]): Position[] {
  const all = values.flatMap((line, row) => line.map((_, column): Position => [row, column]));
  if (calls.some(({ lifted }) => lifted !== undefined) || values.length === 1) return all;
  return all.filter(([, column]) => column === 0);
}

const figuresOf = ({ figures, steps = [] }: Line): Figure[] => [...figures, ...steps.flatMap(figuresOf)];

const refusalsOf = ({ id, result }: Explanation): string[] =>
  isCellError(result) ? [`${id}: ${[result.code, result.message].filter(Boolean).join(" ")}`] : [];

/** Numbers only: Excel and the evaluation may write other things differently. */
const differs = (shown: unknown, now: unknown): now is number =>
  typeof shown === "number" && typeof now === "number" && Math.abs(shown - now) > 1e-9 * Math.max(1, Math.abs(now));
