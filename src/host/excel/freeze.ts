import type { Area, CellValue, FreezeCell, Place, Work } from "../host";
import { inSteps } from "../steps";
import { areaIn, formulaIn, readAreas, VALUES, valuesOf } from "./cells";
import { contentOf, exchanged, holds, isSame, noteOf, type NotePlan, replaceNotes, requireNotes } from "./notes";
import {
  allThatCan,
  CONTENT,
  contentsOf,
  hasOtherFormulas,
  isReadAtOnce,
  isStep,
  pieceOf,
  putBack,
  rangeOf,
} from "./replace";
import { asOneStep } from "./undo";

/**
 * In each step first the notes, which keep the formulas, and only when they stand the values. Others work in the workbook meanwhile, and
 * between two requests anything may happen: every request that writes also reads what it is about to replace, before it does, and what
 * was not meant to go is put back.
 */
export async function freeze(cells: readonly FreezeCell[], work: Work = {}): Promise<number> {
  requireNotes();
  const written: Written = new Map();
  return asOneStep((run) =>
    inSteps(cells, isStep, work, (step) =>
      allThatCan(
        step,
        (part) => run((context) => putValues(context, part, written, work)),
        async (cell) => {
          // Should this fail too, unfreezing takes the note away.
          await takeNoteBack(cell, written.get(cell)).catch(() => undefined);
          work.onRefused?.(cell);
        },
      ),
    ),
  );
}

/** The notes that were written, by cell: where a step fails, its parts are done again and find them. */
type Written = Map<FreezeCell, string>;

async function putValues(
  context: Excel.RequestContext,
  cells: readonly FreezeCell[],
  written: Written,
  work: Work,
): Promise<void> {
  const leave = (cell: Place): void => work.onChanged?.(cell);
  const seen = await lookAtValues(context, cells);
  const { standing, moved } = await replaceNotes(
    context,
    seen.flatMap((one) => notePlan(one, written, leave)),
  );
  for (const { cell } of moved) leave(cell);
  const { whole, cut, gone } = await verified(
    context,
    standing.filter(({ keeps }) => keeps),
  );
  for (const { cell } of gone) {
    await takeNoteBack(cell, written.get(cell));
    leave(cell);
  }
  await replaceNotes(context, cut);
  for (const { cell } of cut) work.onRefused?.(cell);
  await replaceFormulas(
    context,
    whole.map(({ cell }) => cell),
    written,
    leave,
  );
}

interface NotedPlan extends NotePlan {
  readonly cell: FreezeCell;
}

/** What keeps a formula must be there as a whole before the formula goes: Excel says of no length how it takes it. A note that is cut goes. */
async function verified(context: Excel.RequestContext, plans: readonly NotedPlan[]) {
  const [whole, cut, gone]: [NotedPlan[], NotedPlan[], NotedPlan[]] = [[], [], []];
  if (plans.length === 0) return { whole, cut, gone };
  const seen = await lookAtFormulas(
    context,
    plans.map(({ cell }) => cell),
  );
  plans.forEach((plan, index) => {
    const { formula, isWhole, note } = seen[index]!;
    if (formula !== plan.formula || !isWhole) gone.push(plan);
    else if (holds(note, plan.note)) whole.push(plan);
    else if (note !== null && holds(plan.note, note))
      cut.push({ ...plan, noteBefore: note, note: plan.cell.noteBefore });
    else gone.push(plan);
  });
  return { whole, cut, gone };
}

/** The note to be written beside a formula that is as planned; in a step that is done again, the one to be taken back from another. */
function notePlan(
  { cell, formula, note: noteBefore, isWhole, values }: SeenFormula & { readonly values: CellValue[][] },
  written: Written,
  leave: (cell: Place) => void,
) {
  const { sheet, address } = cell;
  const own = written.get(cell);
  const isNoted = own !== undefined && holds(noteBefore, own);
  if (isNoted && formula === null) return [];
  const isPlanned = formula === cell.formula && isWhole && (isNoted || isSame(noteBefore, cell.noteBefore));
  const text = isPlanned ? cell.note(values) : null;
  const plan = { cell, sheet, address, formula, noteBefore };
  if (text === null) {
    leave(cell);
    return isNoted ? [{ ...plan, keeps: false, note: exchanged(noteBefore, own, cell.noteBefore) }] : [];
  }
  written.set(cell, text);
  return [{ ...plan, keeps: true, note: isNoted ? exchanged(noteBefore, own, text) : text }];
}

async function replaceFormulas(
  context: Excel.RequestContext,
  cells: readonly FreezeCell[],
  written: Written,
  leave: (cell: Place) => void,
): Promise<void> {
  if (cells.length === 0) return;
  const replaced = cells.map((cell) => {
    const before = rangeOf(context, cell, isReadAtOnce(cell));
    before.load(CONTENT);
    const note = noteOf(context, cell);
    note.load("content");
    const filled = rangeOf(context, cell);
    // Copied, not written: Excel would take a text such as 2026-01 for a date.
    filled.copyFrom(filled, Excel.RangeCopyType.values);
    const after = isReadAtOnce(cell) ? rangeOf(context, cell) : null;
    after?.load(VALUES.properties);
    return { cell, before, note, after };
  });
  await context.sync();
  const wrong: typeof replaced = [];
  const corrections: Parameters<typeof replaceNotes>[1][number][] = [];
  for (const one of replaced) {
    const { cell, before, note, after } = one;
    const text = written.get(cell)!;
    const found = contentOf(note);
    const values = after && valuesOf(after);
    const kept = values ? cell.note(values) : text;
    const first = contentsOf(before)[0]![0]!;
    const isOwn = first.formula === cell.formula && !hasOtherFormulas(contentsOf(before)) && holds(found, text);
    // A value that is the frozen one, without a formula, is what a reading after the writing would tell.
    const isDone = isOwn || (first.formula === null && !hasOtherFormulas(contentsOf(before)) && kept === text);
    if (!isDone || kept === null) wrong.push(one);
    // Calculated again since it was read.
    else if (kept !== text)
      corrections.push({ ...cell, formula: null, noteBefore: found, note: exchanged(found, text, kept) });
  }
  await putBack(
    wrong.map(({ cell, before }) => ({
      cell,
      // What is no formula was replaced by itself.
      contents: contentsOf(before).map((row) => row.map((content) => (content.formula === null ? null : content))),
    })),
  );
  for (const { cell } of wrong) {
    await takeNoteBack(cell, written.get(cell));
    leave(cell);
  }
  if (corrections.length > 0) await replaceNotes(context, corrections);
}

interface SeenFormula {
  readonly cell: FreezeCell;
  readonly formula: string | null;
  readonly note: string | null;
  /** The area that it fills beside its own cell. */
  readonly spill: Area | null;
  /** It fills as many cells as was planned. */
  readonly isWhole: boolean;
  readonly first: CellValue[][];
}

async function lookAtFormulas(context: Excel.RequestContext, cells: readonly FreezeCell[]): Promise<SeenFormula[]> {
  const looked = cells.map((cell) => {
    const first = rangeOf(context, cell, false);
    first.load("formulas, values, valueTypes");
    const spill = first.getSpillingToRangeOrNullObject();
    spill.load("rowIndex, columnIndex, rowCount, columnCount");
    const note = noteOf(context, cell);
    note.load("content");
    return { cell, first, spill, note };
  });
  await context.sync();
  return looked.map(({ cell, first, spill: filled, note }) => {
    const spill = filled.isNullObject ? null : areaIn(filled);
    const { rows, columns } = spill ?? { rows: 1, columns: 1 };
    const isWhole = rows === cell.rows && columns === cell.columns;
    return { cell, formula: formulaIn(first), note: contentOf(note), spill, isWhole, first: valuesOf(first) };
  });
}

/** With what the formulas fill. */
async function lookAtValues(context: Excel.RequestContext, cells: readonly FreezeCell[]) {
  const seen = await lookAtFormulas(context, cells);
  const tables = await readAreas(
    context,
    seen.map(({ cell, spill }) => spill && pieceOf(context, cell, spill)),
    VALUES,
  );
  return seen.map((one, index) => {
    const values = one.spill ? tables[index] : one.first;
    return { ...one, isWhole: one.isWhole && values !== null, values: values ?? [] };
  });
}

/** A formula that stands needs no note that says it is frozen. */
const takeNoteBack = ({ sheet, address, noteBefore }: FreezeCell, written: string | undefined): Promise<void> =>
  Excel.run({ delayForCellEdit: true }, async (context) => {
    if (written === undefined) return;
    const cell = context.workbook.worksheets.getItem(sheet).getRange(address);
    cell.load("formulas, values");
    const note = noteOf(context, { sheet, address });
    note.load("content");
    await context.sync();
    const [formula, found] = [formulaIn(cell), contentOf(note)];
    if (formula === null || !holds(found, written)) return;
    const back = exchanged(found, written, noteBefore);
    await replaceNotes(context, [{ sheet, address, formula, noteBefore: found, note: back }]);
  });
