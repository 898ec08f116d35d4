import { areaOf } from "./address";
import { areaIn, formulaIn, readAreas, type Reading, VALUES, valuesOf } from "./excel-cells";
import {
  again,
  contentOf,
  exchanged,
  holds,
  isSame,
  noteOf,
  replaceNotes,
  requireNotes,
  type NotePlan,
} from "./excel-notes";
import { enter } from "./excel-write";
import type { Area, CellValue, FreezeCell, Place, UnfreezeCell, Work } from "./host";
import { CELLS_A_STEP, inSteps } from "./steps";

/** Cells with notes of one step. */
const NOTES_A_STEP = 200;

/**
 * In each step first the notes, which keep the formulas, and only when they stand the values. Others work in the workbook meanwhile, and
 * between two requests anything may happen: every request that writes also reads what it is about to replace, before it does, and what
 * was not meant to go is put back.
 */
export async function freeze(cells: readonly FreezeCell[], work: Work = {}): Promise<number> {
  requireNotes();
  const written: Written = new Map();
  return inSteps(cells, isStep, work, (step) =>
    allThatCan(
      step,
      (part) => putValues(part, written, work),
      async (cell) => {
        // Should this fail too, unfreezing takes the note away.
        await takeNoteBack(cell, written.get(cell)).catch(() => undefined);
        work.onRefused?.(cell);
      },
    ),
  );
}

/** In each step first the formulas, and only when they stand the notes, which kept them. */
export async function unfreeze(cells: readonly UnfreezeCell[], work: Work = {}): Promise<number> {
  requireNotes();
  const begun: Begun = new Map();
  return inSteps(cells, isStep, work, (step) =>
    allThatCan(
      step,
      (part) => putFormulas(part, begun, work),
      (cell) => work.onRefused?.(cell),
    ),
  );
}

type Sized = FreezeCell | UnfreezeCell;

const isStep = (cells: readonly Sized[]): boolean =>
  cells.length <= NOTES_A_STEP && cells.reduce((sum, { rows, columns }) => sum + rows * columns, 0) <= CELLS_A_STEP;

/** The notes that were written, by cell: where a step fails, its parts are done again and find them. */
type Written = Map<FreezeCell, string>;

const putValues = (cells: readonly FreezeCell[], written: Written, work: Work): Promise<void> =>
  Excel.run(async (context) => {
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
  });

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

/** What stood in the cells whose formula may have been written. */
type Begun = Map<UnfreezeCell, Content[][]>;

const putFormulas = (cells: readonly UnfreezeCell[], begun: Begun, work: Work): Promise<void> =>
  Excel.run(async (context) => {
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
  });

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

/** A cell as it is read before it is replaced. */
interface Content {
  /** Null for a value. */
  readonly formula: string | null;
  readonly value: CellValue;
  readonly format: string;
}

const CONTENT = "formulas, values, valueTypes, numberFormat";

function contentsOf(range: Excel.Range): Content[][] {
  const values = valuesOf(range);
  return values.map((row, r) =>
    row.map((value, c) => {
      const formula: unknown = range.formulas[r]![c];
      const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      return { formula: isFormula ? formula : null, value, format: String(range.numberFormat[r]![c]) };
    }),
  );
}

const CONTENTS: Reading<Content> = { properties: CONTENT, of: contentsOf };

const valuesIn = (contents: readonly Content[][]): CellValue[][] =>
  contents.map((row) => row.map(({ value }) => value));

/** Excel may tell a formula in each of the cells that it fills. */
const hasOtherFormulas = (contents: readonly Content[][]): boolean => {
  const own = contents[0]![0]!.formula;
  return contents.flat().some(({ formula }) => formula !== null && formula !== own);
};

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

/** Larger areas are read in parts before, and only their first cell with the request that writes. */
const isReadAtOnce = ({ rows, columns }: Sized): boolean => rows * columns <= CELLS_A_STEP;

function rangeOf(context: Excel.RequestContext, { sheet, address, rows, columns }: Sized, isWhole = true): Excel.Range {
  const first = context.workbook.worksheets.getItem(sheet).getRange(address);
  return isWhole ? first.getResizedRange(rows - 1, columns - 1) : first;
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

const pieceOf = (context: Excel.RequestContext, { sheet }: Place, area: ReturnType<typeof areaIn>) => ({
  sheet: context.workbook.worksheets.getItem(sheet),
  area,
});

/** Of these errors any cell may be the cause: a part of an array formula, a thread of comments, a sheet that is gone. Of others Excel is. */
const OF_A_CELL: ReadonlySet<string | undefined> = new Set([
  "FormulaLengthExceedsLimit",
  "GeneralException",
  "InvalidArgument",
  "InvalidOperation",
  "InvalidReference",
  "ItemAlreadyExists",
  "ItemNotFound",
  "MergedRangeConflict",
  "NotImplemented",
  "PivotTableRangeConflict",
  "UnsupportedOperation",
]);

const isOfACell = (error: unknown): boolean => OF_A_CELL.has((error as Partial<OfficeExtension.Error>).code);

/** One cell that Excel refuses fails a request as a whole: it is looked for by halves, and the others are done. */
async function allThatCan<Cell extends Place>(
  cells: readonly Cell[],
  act: (cells: readonly Cell[]) => Promise<void>,
  refuse: (cell: Cell) => Promise<void> | undefined | void,
): Promise<void> {
  try {
    await act(cells);
  } catch (error) {
    if (!isOfACell(error)) throw error;
    if (cells.length === 1) return refuse(cells[0]!);
    const half = Math.ceil(cells.length / 2);
    for (const part of [cells.slice(0, half), cells.slice(half)]) await allThatCan(part, act, refuse);
  }
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

interface Former {
  readonly cell: Sized;
  /** Null for what stands there still. */
  readonly contents: readonly (readonly (Content | null)[])[];
}

/** Somebody was faster by a moment: what they put into the cells goes there again. */
async function putBack(formers: readonly Former[]): Promise<void> {
  if (formers.length === 0) return;
  const write = (): Promise<void> =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      for (const { cell, contents } of formers) {
        const own = contents[0]![0]?.formula;
        const first = rangeOf(context, cell, false);
        contents.forEach((row, r) =>
          row.forEach((content, c) => {
            // What the first cell's formula fills comes with it.
            const isFilled =
              (r > 0 || c > 0) && content !== null && content.formula !== null && content.formula === own;
            if (content && !isFilled) enter(first.getCell(r, c), content);
          }),
        );
      }
      await context.sync();
    });
  await again(write);
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
