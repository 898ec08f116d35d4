import { type Injector, LifecycleService, LifecycleStages } from "@univerjs/core";
import { SheetsNoteModel } from "@univerjs/preset-sheets-note";

interface Note {
  readonly id: string;
  readonly row: number;
  readonly col: number;
}

type Notes = ReadonlyMap<string, Note>;

/** What the spreadsheet asks for the note of a cell, which no type of its tells. */
interface Lookup {
  _getNoteByPosition(unitId: string, sheetId: string, row: number, column: number): Note | undefined;
}

/**
 * The spreadsheet goes through all notes of a sheet for the one of a cell, and does so for every cell that it draws: with two thousand of
 * them every picture took a tenth of a second. So they are kept by cell too.
 */
export async function findNotesByCell(injector: Injector): Promise<void> {
  // The notes are there with the first workbook.
  await injector.get(LifecycleService).onStage(LifecycleStages.Ready);
  const model = injector.get(SheetsNoteModel);
  const known = new WeakMap<Notes, Map<string, Note>>();
  const byCell = (notes: Notes): Map<string, Note> => {
    const found = known.get(notes) ?? new Map([...notes.values()].map((note) => [keyOf(note), note]));
    known.set(notes, found);
    return found;
  };
  model.change$.subscribe(({ unitId, subUnitId, oldNote, newNote }) => {
    const found = byCell(model.getSheetNotes(unitId, subUnitId)!);
    if (oldNote && found.get(keyOf(oldNote))?.id === oldNote.id) found.delete(keyOf(oldNote));
    if (newNote) found.set(keyOf(newNote), newNote);
  });
  (model as unknown as Lookup)._getNoteByPosition = (unitId, sheetId, row, col) => {
    const notes = model.getSheetNotes(unitId, sheetId);
    return notes && byCell(notes).get(keyOf({ row, col }));
  };
}

const keyOf = ({ row, col }: Pick<Note, "row" | "col">): string => `${row},${col}`;
