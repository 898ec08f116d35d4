import { addressOf, areaOf } from "../../formula/addresses";
import type { CellValue, FormulaCell, FreezeCell, Host, NoteCell, Place, UnfreezeCell, Work } from "../../host/host";
import { namesCells } from "../../formula/tokens";
import { usesOurFunctions } from "../own-formulas";
import { checksumOf } from "./checksum";
import { type FrozenNote, isFrozenNote, LONGEST_NOTE, readNote, writeNote } from "./frozen-note";

/** Why a cell was left as it is. */
export type Reason = "protected" | "no-value" | "long-note" | "changed" | "moved" | "other-formula" | "refused";

export interface LeftCell extends Place {
  readonly reason: Reason;
}

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
const NO_VALUES: ReadonlySet<CellValue> = new Set([
  "#BUSY!",
  "#GETTING_DATA",
  "#NAME?",
  "#CONNECT!",
  "#BLOCKED!",
  "#SPILL!",
]);

const hasNoValue = ({ values }: FormulaCell): boolean => values.flat().some((value) => NO_VALUES.has(value));

/** What the user's own note says, also below a note of ours that a failure or an undo left behind. */
const userNoteOf = (note: string | null): string | null => {
  const ours = note === null ? null : readNote(note);
  return ours ? ours.userNote : note;
};

export async function planFreeze(host: Host, scope: Scope, work: Work): Promise<FreezePlan> {
  const locked = await host.protectedSheets();
  const cells = (await host.formulaCells(usesOurFunctions, work)).filter(({ sheet }) => isWithin(sheet, scope));
  const reasonOf = (cell: FormulaCell): Reason | null => {
    if (locked.includes(cell.sheet)) return "protected";
    return hasNoValue(cell) ? "no-value" : null;
  };
  const taken = cells.filter((cell) => reasonOf(cell) === null);
  return {
    cells: taken,
    left: cells.flatMap((cell) => leftFor(cell, reasonOf(cell))),
    sheets: sheetsOf(taken),
    protectedSheets: sheetsOf(cells).filter((sheet) => locked.includes(sheet)),
  };
}

const isWithin = (sheet: string, scope: Scope): boolean => scope === null || scope === sheet;

export const sheetsOf = (places: readonly Place[]): string[] => [...new Set(places.map(({ sheet }) => sheet))];

const leftFor = ({ sheet, address }: Place, reason: Reason | null): LeftCell[] =>
  reason === null ? [] : [{ sheet, address, reason }];

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
  const wanted = plan.cells.map((cell) => freezeCellOf(cell, stamp));
  const cells = wanted.filter(({ note }) => note.length <= LONGEST_NOTE);
  const left = [
    ...plan.left,
    ...wanted.filter(({ note }) => note.length > LONGEST_NOTE).flatMap((cell) => leftFor(cell, "long-note")),
  ];
  const onRefused = (cell: Place): void => void left.push(...leftFor(cell, "refused"));
  const before = left.length;
  try {
    const done = await host.freeze(cells, { ...work, onRefused });
    return { done: done - (left.length - before), cleared: 0, left, isCancelled: done < cells.length, failure: null };
  } catch (failure) {
    const done = await frozenAmong(host, cells).catch(() => 0);
    return { done, cleared: 0, left, isCancelled: false, failure };
  }
}

function freezeCellOf(
  { sheet, address, formula, values, note }: FormulaCell,
  { heading, ...stamp }: Stamp,
): FreezeCell {
  const rows = values.length;
  const columns = values[0]?.length ?? 1;
  const frozen: FrozenNote = {
    ...stamp,
    address,
    formula,
    rows,
    columns,
    checksum: checksumOf(values),
    userNote: userNoteOf(note),
  };
  return { sheet, address, rows, columns, note: writeNote(heading, frozen), noteBefore: frozen.userNote };
}

const keyOf = ({ sheet, address }: Place): string => `${sheet}!${address}`;

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
}

export async function keptCells(host: Host, scope: Scope, work: Work): Promise<KeptCell[]> {
  const notes = await host.noteCells(isFrozenNote, work);
  return notes.filter(({ sheet }) => isWithin(sheet, scope)).flatMap(keptIn);
}

function keptIn({ sheet, address, text, formula }: NoteCell): KeptCell[] {
  const note = readNote(text);
  return note ? [{ sheet, address, formula, note }] : [];
}

/** The frozen values that were typed over since, or whose area no longer is one. */
export async function changedCells(host: Host, cells: readonly KeptCell[]): Promise<ReadonlySet<KeptCell>> {
  const frozen = cells.filter(({ formula }) => formula === null);
  const areas = frozen.map(({ sheet, address, note: { rows, columns } }) => {
    const corner = areaOf(address);
    return { sheet, address: corner ? addressOf({ ...corner, rows, columns }) : address };
  });
  const values = await host.readRanges(areas);
  return new Set(
    frozen.filter(({ note }, index) => {
      const found = values[index];
      return !found || checksumOf(found) !== note.checksum;
    }),
  );
}

/** Brings formulas back sheet by sheet. It never throws: whatever fails, the ending says how far it came. */
export async function unfreeze(host: Host, scope: Scope, work: Work): Promise<Ending> {
  let ending: Ending = { done: 0, cleared: 0, left: [], isCancelled: false, failure: null };
  let cells: readonly KeptCell[] = [];
  try {
    const locked = await host.protectedSheets();
    cells = await keptCells(host, scope, work.signal ? { signal: work.signal } : {});
    let before = 0;
    for (const sheet of sheetsOf(cells)) {
      if (work.signal?.aborted) break;
      const ofSheet = cells.filter((cell) => cell.sheet === sheet);
      const onProgress = (done: number): void => work.onProgress?.(before + done, cells.length);
      ending = add(ending, await unfreezeSheet(host, ofSheet, locked.includes(sheet), { ...work, onProgress }));
      before += ofSheet.length;
      onProgress(0);
    }
    const isComplete = ending.done + ending.cleared + ending.left.length === cells.length;
    return { ...ending, isCancelled: work.signal?.aborted === true && (!isComplete || cells.length === 0) };
  } catch (failure) {
    const frozen = cells.filter(({ formula }) => formula === null);
    const rest = await frozenAmong(host, frozen).catch(() => frozen.length - ending.done);
    return { ...ending, done: frozen.length - rest, failure };
  }
}

const add = (a: Ending, b: Pick<Ending, "done" | "cleared" | "left">): Ending => ({
  ...a,
  done: a.done + b.done,
  cleared: a.cleared + b.cleared,
  left: [...a.left, ...b.left],
});

async function unfreezeSheet(
  host: Host,
  cells: readonly KeptCell[],
  isLocked: boolean,
  work: Work,
): Promise<Pick<Ending, "done" | "cleared" | "left">> {
  const changed = isLocked ? new Set() : await changedCells(host, cells);
  const reasonOf = (cell: KeptCell): Reason | null => {
    if (isLocked) return "protected";
    if (changed.has(cell)) return "changed";
    if (cell.formula === null && cell.address !== cell.note.address && namesCells(cell.note.formula)) return "moved";
    return cell.formula === null || cell.formula === cell.note.formula ? null : "other-formula";
  };
  const taken = cells.filter((cell) => reasonOf(cell) === null);
  const refused = new Set<string>();
  const onRefused = (cell: Place): void => void refused.add(keyOf(cell));
  const done = taken.length === 0 ? 0 : await host.unfreeze(taken.map(unfreezeCellOf), { ...work, onRefused });
  const restored = taken.slice(0, done).filter((cell) => !refused.has(keyOf(cell)));
  const cleared = restored.filter(({ formula }) => formula !== null).length;
  const left = cells.flatMap((cell) => leftFor(cell, refused.has(keyOf(cell)) ? "refused" : reasonOf(cell)));
  return { done: restored.length - cleared, cleared, left };
}

/** A formula that is back already fills its area by itself: nothing around it is touched. */
function unfreezeCellOf({ sheet, address, formula, note }: KeptCell): UnfreezeCell {
  const { rows, columns } = formula === null ? note : { rows: 1, columns: 1 };
  return { sheet, address, rows, columns, formula: note.formula, note: note.userNote };
}
