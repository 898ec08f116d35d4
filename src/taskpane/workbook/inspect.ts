import {
  Calls,
  followCell,
  type Followed,
  type FollowedCell,
  isCellError,
  type Read,
  referencesIn,
  type References,
  type Values,
} from "../../explain";
import { areaOf } from "../../formula/addresses";
import type { FormulaCell, Host, Place, TableContent } from "../../host/host";
import { turns } from "../../host/turns";
import type { Figure } from "../../rules/figures";
import { distinct, type Insight, type Inspect } from "./audit";

/** Of a formula that fills more cells, as many are followed. */
const MOST_CALLS = 200;

/** Follows formulas with the values that their cells refer to now. */
export function inspectIn(host: Host): Inspect {
  const calls = new Calls();
  const rest = turns();
  return async (cells, signal) => {
    const read = readTogether(host);
    await Promise.all(
      cells.flatMap((cell) => {
        const needed = referencesIn(cell.formula, cell.sheet);
        return needed ? [read(needed, cell)] : [];
      }),
    );
    const insights: Insight[] = [];
    for (const cell of cells) insights.push(await insightOf(cell, read, signal, calls, rest));
    return insights;
  };
}

type Matrix = Values["ranges"][number];

/** Reads for all formulas at once what they ask for in one turn, and nothing twice: neighbours mostly refer to the same cells. */
function readTogether(host: Host): (needed: References, cell: Place) => Promise<Values> {
  const ranges = new Map<string, Matrix>();
  const names = new Map<string, Matrix>();
  const tablesFor = readTables(host);
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
  return async (needed, cell) => {
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
      tables: needed.tables.length === 0 ? [] : await tablesFor(needed.tables, cell),
    };
  };
}

/** One after the other, so that the formulas of a table's rows read it once. */
function readTables(host: Host): (names: readonly string[], cell: Place) => Promise<Values["tables"]> {
  const known = new Map<string, TableContent | null>();
  const around: TableContent[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  const read = async (name: string, cell: Place): Promise<TableContent | null> => {
    const found = name === "" ? around.find((table) => isWithin(cell, table)) : known.get(name);
    if (found !== undefined) return found;
    const [table = null] = await host.readTables([name], cell);
    if (name !== "") known.set(name, table);
    else if (table) around.push(table);
    return table;
  };
  return (names, cell) => {
    const answer = turn.then(async () => {
      const tables: (TableContent | null)[] = [];
      for (const name of names) tables.push(await read(name, cell));
      return tables;
    });
    turn = answer.catch(() => undefined);
    return answer;
  };
}

function isWithin({ sheet, address }: Place, { sheet: of, row, column, values }: TableContent): boolean {
  const area = areaOf(address);
  if (!area || sheet !== of) return false;
  const [down, across] = [area.row - row, area.column - column];
  return down >= 0 && down < values.length && across >= 0 && across < (values[0]?.length ?? 0);
}

const keyOf = ({ sheet, address }: Place): string => JSON.stringify([sheet, address]);

const distinctBy = <Item>(items: readonly Item[], of: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [of(item), item])).values(),
];

/** What one formula may take with all the cells that it fills. */
const MOST_TIME = 2_000;

async function insightOf(
  { sheet, address, formula, values }: FormulaCell,
  readShared: ReturnType<typeof readTogether>,
  signal: AbortSignal | undefined,
  callsBefore: Calls,
  rest: () => Promise<void>,
): Promise<Insight> {
  const read: Read = (needed) => readShared(needed, { sheet, address });
  const at = async (row: number, column: number): Promise<FollowedCell> => {
    await rest();
    return followCell(formula, { sheet, address, row, column }, read, signal, callsBefore);
  };
  if (signal?.aborted) return { figures: [], refusals: [], stopped: "stop" };
  const first = await at(0, 0);
  if ("cannot" in first) return { figures: [], refusals: [], unknown: first.cannot };
  if ("stopped" in first) return { figures: [], refusals: [], stopped: first.stopped };

  const positions = positionsOf(first.calls, values);
  const followed: FollowedCell[] = [first];
  const end = performance.now() + MOST_TIME;
  for (const [row, column] of positions.slice(1, MOST_CALLS)) {
    if (signal?.aborted || performance.now() > end) break;
    followed.push(await at(row, column));
  }
  const calls = followed.flatMap((cell) => ("calls" in cell ? cell.calls : []));
  const value = values[0]?.[0] ?? null;
  const only = first.calls.length === 1 ? first.calls[0] : undefined;
  return {
    figures: distinct(calls.flatMap(({ way }) => way.flatMap(figuresOf))),
    refusals: [...new Set(calls.flatMap(refusalsOf))],
    kind: only?.result === value ? only.kind : undefined,
    ...(positions.length > followed.length && { followed: followed.length }),
    ...(differs(value, first.value) && { now: first.value }),
  };
}

type Position = readonly [row: number, column: number];

/** Where in what a formula fills its figures may differ: in every row of a table, in every cell of a range of calls. */
function positionsOf(calls: readonly Followed[], values: FormulaCell["values"]): Position[] {
  const all = values.flatMap((line, row) => line.map((_, column): Position => [row, column]));
  if (calls.some(({ lifted }) => lifted !== undefined) || values.length === 1) return all;
  return all.filter(([, column]) => column === 0);
}

const figuresOf = ({ figures, steps = [] }: Followed["way"][number]): Figure[] => [
  ...figures,
  ...steps.flatMap(figuresOf),
];

const refusalsOf = ({ id, result }: Followed): string[] =>
  isCellError(result) ? [`${id}: ${[result.code, result.message].filter(Boolean).join(" ")}`] : [];

/** Numbers only: Excel and the evaluation may write other things differently. */
const differs = (shown: unknown, now: unknown): now is number =>
  typeof shown === "number" && typeof now === "number" && Math.abs(shown - now) > 1e-9 * Math.max(1, Math.abs(now));
