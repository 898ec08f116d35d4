import { areaOf } from "../../formula/addresses";
import type { UnfreezeCell, Work } from "../host";
import { inSteps } from "../steps";
import { formulaIn, readAreas } from "./cells";
import { contentOf, isSame, noteOf, replaceNotes, requireNotes } from "./notes";
import {
  allThatCan,
  CONTENT,
  type Content,
  CONTENTS,
  contentsOf,
  isReadAtOnce,
  isStep,
  pieceOf,
  putBack,
  rangeOf,
  valuesIn,
} from "./replace";
import { asOneStep } from "./undo";
import { enter } from "./write";

/** In each step first the formulas, and only when they stand the notes, which kept them. */
export async function unfreeze(cells: readonly UnfreezeCell[], work: Work = {}): Promise<number> {
  requireNotes();
  const begun: Begun = new Map();
  return asOneStep((run) =>
    inSteps(cells, isStep, work, (step) =>
      allThatCan(
        step,
        (part) => run((context) => putFormulas(context, part, begun, work)),
        (cell) => work.onRefused?.(cell),
      ),
    ),
  );
}

/** What stood in the cells whose formula may have been written. */
type Begun = Map<UnfreezeCell, Content[][]>;

async function putFormulas(
  context: Excel.RequestContext,
  cells: readonly UnfreezeCell[],
  begun: Begun,
  work: Work,
): Promise<void> {
  const seen = await lookAtAreas(context, cells);
  const frozen: UnfreezeCell[] = [];
  const back: UnfreezeCell[] = [];
  for (const { cell, note, contents } of seen) {
    const { formula } = contents[0]![0]!;
    const before = begun.get(cell);
    if (!isSame(note, cell.noteBefore)) {
      const isDone = before !== undefined && isSame(note, cell.note) && formula === cell.formula;
      if (!isDone) work.onChanged?.(cell);
    } else if (cell.isUnchanged === null && formula === cell.formula) back.push(cell);
    else if (isFrozen(cell, contents) || (before && isHalfDone(cell, contents, before))) {
      begun.set(cell, before ?? contents);
      frozen.push(cell);
    } else work.onChanged?.(cell);
  }
  const restored = await replaceValues(context, frozen, begun, work);
  const plans = [...restored, ...back].map((cell) => ({ ...cell, cell }));
  const { moved } = await replaceNotes(context, plans);
  for (const { cell } of moved) work.onChanged?.(cell);
}

async function replaceValues(
  context: Excel.RequestContext,
  cells: readonly UnfreezeCell[],
  begun: Begun,
  work: Work,
): Promise<UnfreezeCell[]> {
  if (cells.length === 0) return [];
  const replaced = cells.map((cell) => {
    const before = rangeOf(context, cell, isReadAtOnce(cell));
    before.load(CONTENT);
    const note = noteOf(context, cell);
    note.load("content");
    restore(context, cell, begun.get(cell)![0]![0]!.format);
    const after = rangeOf(context, cell, false);
    after.load("formulas, values");
    return { cell, before, note, after };
  });
  await context.sync();
  const isMeant = ({ cell, before, note }: (typeof replaced)[number]): boolean => {
    const contents = contentsOf(before);
    if (!isSame(contentOf(note), cell.noteBefore)) return false;
    const { formula } = contents[0]![0]!;
    if (!isReadAtOnce(cell)) return formula === null || formula === cell.formula;
    return isFrozen(cell, contents) || isHalfDone(cell, contents, begun.get(cell)!);
  };
  const wrong = replaced.filter((one) => !isMeant(one));
  // Excel took the formula for a text.
  const refused = replaced.filter((one) => isMeant(one) && formulaIn(one.after) === null);
  await putBack([...wrong, ...refused].map(({ cell, before }) => ({ cell, contents: contentsOf(before) })));
  for (const { cell } of wrong) work.onChanged?.(cell);
  for (const { cell } of refused) work.onRefused?.(cell);
  return replaced.filter((one) => !wrong.includes(one) && !refused.includes(one)).map(({ cell }) => cell);
}

const isFrozen = (cell: UnfreezeCell, contents: readonly Content[][]): boolean =>
  contents.flat().every(({ formula }) => formula === null) && cell.isUnchanged?.(valuesIn(contents)) === true;

/** A step failed after the formula stood: around it are still the frozen values, or nothing, or what it fills. */
const isHalfDone = (cell: UnfreezeCell, contents: readonly Content[][], before: readonly Content[][]): boolean =>
  contents[0]![0]!.formula === cell.formula &&
  contents.every((row, r) =>
    row.every(
      ({ formula, value }, c) =>
        formula === cell.formula || (formula === null && (value === null || value === before[r]![c]!.value)),
    ),
  );

async function lookAtAreas(context: Excel.RequestContext, cells: readonly UnfreezeCell[]) {
  const notes = cells.map((cell) => noteOf(context, cell).load("content"));
  await context.sync();
  const contents = await readAreas(
    context,
    cells.map((cell) => pieceOf(context, cell, { ...areaOf(cell.address)!, rows: cell.rows, columns: cell.columns })),
    CONTENTS,
  );
  return cells.map((cell, index) => ({
    cell,
    note: contentOf(notes[index]!),
    contents: contents[index] ?? [[{ formula: null, value: null, format: "" }]],
  }));
}

/** A formula that Excel refuses leaves the values around it as they are, for it comes before they go. */
function restore(context: Excel.RequestContext, cell: UnfreezeCell, format: string): void {
  const { rows, columns, formula } = cell;
  const first = rangeOf(context, cell, false);
  enter(first, { formula, value: null, format });
  if (columns > 1)
    first
      .getOffsetRange(0, 1)
      .getResizedRange(0, columns - 2)
      .clear(Excel.ClearApplyTo.contents);
  if (rows > 1)
    first
      .getOffsetRange(1, 0)
      .getResizedRange(rows - 2, columns - 1)
      .clear(Excel.ClearApplyTo.contents);
}
