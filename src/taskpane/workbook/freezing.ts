import { addressOf, areaOf } from "../../formula/addresses";
import { unfitIn } from "../../formula/fit";
import { namesCells } from "../../formula/tokens";
import {
  type CellValue,
  type FormulaCell,
  type FreezeCell,
  type Host,
  type NoteCell,
  PENDING,
  type Place,
  type UnfreezeCell,
  type Work,
} from "../../host/host";
import { eachInTurn } from "../../host/turns";
import { ownFunction, usesOurFunctions } from "../formula/own-formulas";
import { checksumOf } from "../../formula/checksum";
import { type FrozenNote, isFrozenNote, LONGEST_NOTE, readNote, writeNote } from "../../formula/frozen-note";
import { divided, keyOf, type LeftCell, leftFor, type Reason, sheetsOf, Stopped } from "./left";
import { isStuck } from "./repair";

/** Cells of one formula: no table of ours is as large, and what a note says of its size is anybody's word. */
const MOST_FILLED = 200_000;

const isLarge = (rows: number, columns: number): boolean => rows * columns > MOST_FILLED;

/** The name of a sheet; null for the whole workbook. */
export type Scope = string | null;

/** What freezing would do. */
export interface FreezePlan {
  readonly cells: readonly FormulaCell[];
  readonly left: readonly LeftCell[];
  readonly sheets: readonly string[];
  /** Those with formulas of ours that stay as they are. */
  readonly protectedSheets: readonly string[];
}

/** How a freeze or unfreeze ended. */
export interface Ending {
  readonly done: number;
  /** Notes taken from cells whose formula had come back without us. */
  readonly cleared: number;
  readonly left: readonly LeftCell[];
  readonly isCancelled: boolean;
  readonly failure: unknown;
}

/** A cell says this while it has nothing that could stand for its formula. */
const NO_VALUES: ReadonlySet<CellValue> = new Set([...PENDING, "#NAME?", "#BLOCKED!", "#SPILL!"]);

const hasNoValue = (values: CellValue[][]): boolean => values.flat().some((value) => NO_VALUES.has(value));

/** What the user's own note says, also below a note of ours that a failure or an undo left behind; one that keeps another formula stays. */
const userNoteOf = ({ formula, note }: FormulaCell): string | null => {
  const ours = note === null ? null : readNote(note);
  return ours?.formula === formula ? ours.userNote : note;
};

export async function planFreeze(host: Host, scope: Scope, work: Work): Promise<FreezePlan> {
  const locked = await host.protectedSheets();
  const unfit = unfitIn(await host.outline(), ownFunction);
  const cells = (await host.formulaCells(usesOurFunctions, work)).filter(({ sheet }) => isWithin(sheet, scope));
  const leftCell = (cell: FormulaCell): LeftCell[] => {
    const { sheet, formula, values } = cell;
    if (locked.includes(sheet)) return leftFor(cell, "protected");
    if (isStuck(cell)) return leftFor(cell, "stuck");
    if (hasNoValue(values)) return leftFor(cell, "no-value");
    if (isLarge(values.length, values[0]?.length ?? 1)) return leftFor(cell, "large");
    const part = unfit(formula);
    return part === null ? [] : leftFor(cell, "unfit", part);
  };
  const { taken, left } = await divided(cells, leftCell);
  return {
    cells: taken,
    left,
    sheets: sheetsOf(taken),
    protectedSheets: sheetsOf(cells).filter((sheet) => locked.includes(sheet)),
  };
}

const isWithin = (sheet: string, scope: Scope): boolean => scope === null || scope === sheet;

/** What all notes of one freeze say. */
export interface Stamp {
  /** One line in the user's language. */
  readonly heading: string;
  /** ISO date. */
  readonly date: string;
  readonly dataVersion: string;
}

/** Freezes what a plan takes. It never throws: whatever fails, the ending says how far it came. */
export async function freeze(host: Host, plan: FreezePlan, stamp: Stamp, work: Work): Promise<Ending> {
  const { taken, left } = await divided(
    plan.cells.map((cell) => ({ ...freezeCellOf(cell, stamp), values: cell.values })),
    (cell) => ((cell.note(cell.values)?.length ?? 0) > LONGEST_NOTE ? leftFor(cell, "long-note") : []),
  );
  const stopped = new Stopped("meanwhile");
  try {
    const through = await host.freeze(taken, { ...work, ...stopped.listeners });
    const done = through - stopped.cells.length;
    return ended({ done, left: [...plan.left, ...left, ...stopped.cells], isCancelled: through < taken.length });
  } catch (failure) {
    const done = await frozenAmong(host, taken).catch(() => 0);
    return ended({ done, left: [...plan.left, ...left, ...stopped.cells], failure });
  }
}

const ended = (ending: Partial<Ending>): Ending => ({
  done: 0,
  cleared: 0,
  left: [],
  isCancelled: false,
  failure: null,
  ...ending,
});

function freezeCellOf(cell: FormulaCell, { heading, ...stamp }: Stamp): FreezeCell {
  const { sheet, address, formula, values, note } = cell;
  const size = { rows: values.length, columns: values[0]?.length ?? 1 };
  const userNote = userNoteOf(cell);
  return {
    sheet,
    address,
    formula,
    ...size,
    noteBefore: note,
    note: (present) =>
      hasNoValue(present)
        ? null
        : writeNote(heading, { ...stamp, ...size, address, formula, checksum: checksumOf(present), userNote }),
  };
}

/** Where a failure stopped the host, the workbook itself says what is done. */
async function frozenAmong(host: Host, cells: readonly Place[]): Promise<number> {
  const wanted = new Set(cells.map(keyOf));
  const notes = await host.noteCells(isFrozenNote);
  return notes.filter((cell) => cell.formula === null && wanted.has(keyOf(cell))).length;
}

/** A cell with a note of ours, and what the note keeps. */
export interface KeptCell extends Place {
  /** Null where values stand for the formula, as they should. */
  readonly formula: string | null;
  readonly note: FrozenNote;
  /** All that the note says. */
  readonly text: string;
}

/** Values stand where a formula of ours was. */
export const isFrozen = ({ formula, note }: KeptCell): boolean => formula === null && usesOurFunctions(note.formula);

export async function keptCells(host: Host, scope: Scope, work: Work): Promise<KeptCell[]> {
  const notes = await host.noteCells(isFrozenNote, work);
  const within = notes.filter(({ sheet }) => isWithin(sheet, scope));
  return (await eachInTurn(within, keptIn)).flat();
}

function keptIn({ sheet, address, text, formula }: NoteCell): KeptCell[] {
  const note = readNote(text);
  return note ? [{ sheet, address, formula, note, text }] : [];
}

/** The frozen values that were typed over since, or whose area no longer is one; of a cancelled work those that it had not come to, too. */
export async function changedCells(
  host: Host,
  cells: readonly KeptCell[],
  { signal }: Pick<Work, "signal"> = {},
): Promise<ReadonlySet<KeptCell>> {
  const changed = new Set<KeptCell>();
  for (const group of groupsOf(cells.filter(({ formula }) => formula === null))) {
    const values = await host.readRanges(group.map(areaKept), signal ? { signal } : {});
    await eachInTurn([...group.entries()], ([index, cell]) => {
      const found = values[index];
      if (!found || checksumOf(found) !== cell.note.checksum) changed.add(cell);
    });
  }
  return changed;
}

function areaKept({ sheet, address, note: { rows, columns } }: KeptCell): Place {
  const corner = areaOf(address);
  return { sheet, address: corner && !isLarge(rows, columns) ? addressOf({ ...corner, rows, columns }) : "" };
}

/** Not more values at a time than one formula may fill. */
function groupsOf(cells: readonly KeptCell[]): KeptCell[][] {
  const groups: KeptCell[][] = [];
  let filled = Infinity;
  for (const cell of cells) {
    const size = Math.min(cell.note.rows * cell.note.columns, MOST_FILLED);
    filled += size;
    if (filled > MOST_FILLED) {
      groups.push([]);
      filled = size;
    }
    groups.at(-1)!.push(cell);
  }
  return groups;
}

/** What unfreezing would do. */
export interface UnfreezePlan {
  readonly cells: readonly KeptCell[];
  readonly left: readonly LeftCell[];
  readonly sheets: readonly string[];
}

/** Whoever wants something written into a workbook can write a note like ours: only what freezing takes is planned, for the user to see. */
export async function planUnfreeze(host: Host, scope: Scope, work: Work): Promise<UnfreezePlan> {
  const locked = await host.protectedSheets();
  const unfit = unfitIn(await host.outline(), ownFunction);
  const kept = await keptCells(host, scope, work);
  const believed = kept.filter(({ note }) => unfit(note.formula) === null && !isLarge(note.rows, note.columns));
  const changed = await changedCells(
    host,
    believed.filter(({ sheet }) => !locked.includes(sheet)),
    work,
  );
  const { taken, left } = await divided(kept, (cell) => {
    const { sheet, note } = cell;
    const part = unfit(note.formula);
    if (part !== null) return leftFor(cell, "unfit", part);
    if (isLarge(note.rows, note.columns)) return leftFor(cell, "large");
    if (locked.includes(sheet)) return leftFor(cell, "protected");
    return leftFor(cell, changed.has(cell) ? "changed" : whyLeft(cell));
  });
  return { cells: taken, left, sheets: sheetsOf(taken) };
}

function whyLeft({ address, formula, note }: KeptCell): Reason | null {
  if (formula === null) return address !== note.address && namesCells(note.formula) ? "moved" : null;
  return formula === note.formula ? null : "other-formula";
}

/** Brings back the formulas of a plan. It never throws: whatever fails, the ending says how far it came. */
export async function unfreeze(host: Host, plan: UnfreezePlan, work: Work): Promise<Ending> {
  const { cells } = plan;
  const stopped = new Stopped("changed");
  const left = (): LeftCell[] => [...plan.left, ...stopped.cells];
  try {
    const through = await host.unfreeze(cells.map(unfreezeCellOf), { ...work, ...stopped.listeners });
    const restored = cells.slice(0, through).filter((cell) => !stopped.has(cell));
    const cleared = restored.filter(({ formula }) => formula !== null).length;
    return ended({ done: restored.length - cleared, cleared, left: left(), isCancelled: through < cells.length });
  } catch (failure) {
    const frozen = cells.filter(({ formula }) => formula === null);
    const rest = await frozenAmong(host, frozen).catch(() => frozen.length);
    return ended({ done: frozen.length - rest, left: left(), failure });
  }
}

/** A formula that is back already fills its area by itself: nothing around it is touched. */
function unfreezeCellOf({ sheet, address, formula, note, text }: KeptCell): UnfreezeCell {
  const { rows, columns } = formula === null ? note : { rows: 1, columns: 1 };
  return {
    sheet,
    address,
    rows,
    columns,
    formula: note.formula,
    noteBefore: text,
    note: note.userNote,
    isUnchanged: formula === null ? (values) => checksumOf(values) === note.checksum : null,
  };
}
