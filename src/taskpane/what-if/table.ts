import { addressOf, areaOf } from "../../formula/addresses";
import type { CellValue, Host, Numbers as Tried, Place, SheetPlan, Work } from "../../host/host";
import { Followed, type Stand } from "./live-formula";
import { numberOf, type Unit } from "./quantity";
import { type Answers, type Axis, cellAt, tableSheet, type TableTexts } from "./table-sheet";

export interface Input {
  readonly cell: Place;
  readonly unit: Unit;
  /** In units. */
  readonly units: readonly number[];
}

export interface TableQuestion {
  readonly target: Place;
  readonly rows: Input;
  readonly columns: Input | undefined;
}

/** What somebody reads in one table, and waits for. */
export const MOST_LIVE = 1000;
const MOST_TRIED = 400;

export const sizeOf = ({ rows, columns }: TableQuestion): number => rows.units.length * (columns?.units.length ?? 1);

export type Made =
  | { readonly kind: "live" | "tried"; readonly sheet: SheetPlan }
  | { readonly kind: "too-many"; readonly count: number; readonly most: number }
  | { readonly kind: "no-formula" | "no-dependence" | "stopped" };

/** The sheet with a target's values for those of its inputs: by formulas that live on where the target can be followed, else as values. */
export async function makeTable(
  host: Host,
  question: TableQuestion,
  texts: TableTexts,
  { signal, onProgress }: Work,
): Promise<Made> {
  const { target, rows, columns } = question;
  const inputs = [rows, ...(columns ? [columns] : [])];
  const work = signal ? { signal } : {};
  const cells = await host.formulaCells(() => true, work);
  if (signal?.aborted) return { kind: "stopped" };
  const followed = new Followed(
    cells,
    await host.outline(),
    inputs.map(({ cell }) => cell),
  );
  if (!followed.at(target)) return { kind: "no-formula" };
  if (!followed.dependsOnInputs(target)) return { kind: "no-dependence" };

  const axes = await Promise.all(inputs.map((input) => axisOf(host, input)));
  const table = { rows: axes[0]!, columns: axes[1], target: { cell: target, name: await nameOf(host, target) } };
  const standsAt = (row: number, column: number): Stand[] => [
    { cell: rows.cell, reference: cellAt(row, -1) },
    ...(columns ? [{ cell: columns.cell, reference: cellAt(-1, column) }] : []),
  ];
  const isLive = followed.formulaOf(target, standsAt(0, 0)) !== null;
  const count = sizeOf(question);
  const most = isLive ? MOST_LIVE : MOST_TRIED;
  if (count > most) return { kind: "too-many", count, most };
  if (isLive) {
    const answers: Answers = {
      kind: "live",
      formulaAt: (row, column) => followed.formulaOf(target, standsAt(row, column))!,
    };
    return { kind: "live", sheet: tableSheet(table, answers, texts) };
  }
  const values = await triedValues(host, question, { ...work, ...(onProgress && { onProgress }) });
  return values === null
    ? { kind: "stopped" }
    : { kind: "tried", sheet: tableSheet(table, { kind: "tried", values }, texts) };
}

const axisOf = async (host: Host, { cell, unit, units }: Input): Promise<Axis> => ({
  cell,
  name: await nameOf(host, cell),
  unit,
  values: units.map((one) => numberOf(one, unit)),
});

/** What a cell is called: the text on its left or above it; null where neither says anything. */
async function nameOf(host: Host, { sheet, address }: Place): Promise<string | null> {
  const area = areaOf(address)!;
  const beside = [
    { ...area, column: area.column - 1 },
    { ...area, row: area.row - 1 },
  ].filter(({ row, column }) => row >= 0 && column >= 0);
  const found = await host.readRanges(beside.map((place) => ({ sheet, address: addressOf(place) })));
  const texts = found.map((values) => values?.[0]?.[0]).filter((text) => typeof text === "string");
  return texts.find((text) => text.trim() !== "" && !text.startsWith("#")) ?? null;
}

/** Target by target what it shows; the cells are then as before. Null where the work was stopped. */
async function triedValues(
  host: Host,
  { target, rows, columns }: TableQuestion,
  { signal, onProgress }: Work,
): Promise<CellValue[][] | null> {
  const across: readonly (number | null)[] = columns ? columns.units.map((one) => numberOf(one, columns.unit)) : [null];
  const total = rows.units.length * across.length;
  const values: CellValue[][] = [];
  let done = 0;
  const search = async (show: (numbers: Tried) => Promise<CellValue>): Promise<null> => {
    for (const one of rows.units) {
      const line: CellValue[] = [];
      for (const other of across) {
        if (signal?.aborted) return null;
        onProgress?.(done, total);
        const number = numberOf(one, rows.unit);
        line.push(await show(other === null ? [number] : [number, other]));
        done += 1;
      }
      values.push(line);
    }
    return null;
  };
  const cells = [rows.cell, ...(columns ? [columns.cell] : [])];
  await host.tryNumbers({ cells, watched: target, search }, signal ? { signal } : {});
  return signal?.aborted ? null : values;
}
