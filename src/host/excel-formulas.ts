import { addressOf, withoutSheet } from "./address";
import { areaIn, formulaIn, valuesOf } from "./excel-cells";
import { hasNotes, requireNotes } from "./excel-notes";
import type { Area, FormulaCell, NoteCell, Work } from "./host";
import { chunks, slices } from "./steps";

/** Cells that one request asks for their spill and note, which is much more work for Excel than a value. */
const CELLS_LOOKED_INTO = 500;

/** What was found before the work was cancelled. Every step has a run of its own, so that Excel forgets its ranges. */
export async function formulaCells(
  filter: (formula: string) => boolean,
  { signal, onProgress }: Work = {},
): Promise<FormulaCell[]> {
  const steps = (await usedAreas()).flatMap(({ sheet, area }) => slices(area).map((slice) => ({ sheet, area: slice })));
  const total = steps.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
  const found: FormulaCell[] = [];
  let done = 0;
  onProgress?.(done, total);
  for (const { sheet, area } of steps) {
    if (signal?.aborted) return found;
    const candidates = await Excel.run((context) => formulasIn(context, sheet, area));
    for (const cells of chunks(
      candidates.filter(({ formula }) => filter(formula)),
      CELLS_LOOKED_INTO,
    )) {
      if (signal?.aborted) return found;
      found.push(...(await Excel.run((context) => lookInto(context, sheet, cells))));
    }
    done += area.rows * area.columns;
    onProgress?.(done, total);
  }
  return found;
}

export async function noteCells(
  filter: (text: string) => boolean,
  { signal, onProgress }: Work = {},
): Promise<NoteCell[]> {
  requireNotes();
  const sheets = await sheetNames();
  const found: NoteCell[] = [];
  onProgress?.(0, sheets.length);
  for (const [index, sheet] of sheets.entries()) {
    if (signal?.aborted) return found;
    found.push(...(await Excel.run((context) => notesIn(context, sheet, filter))));
    onProgress?.(index + 1, sheets.length);
  }
  return found;
}

export function protectedSheets(): Promise<string[]> {
  return Excel.run(async (context) => {
    const sheets = await sheetsOf(context);
    for (const { protection } of sheets) protection.load("protected");
    await context.sync();
    return sheets.filter(({ protection }) => protection.protected).map(({ name }) => name);
  });
}

async function sheetsOf(context: Excel.RequestContext): Promise<Excel.Worksheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  return worksheets.items;
}

const sheetNames = (): Promise<string[]> =>
  Excel.run(async (context) => (await sheetsOf(context)).map(({ name }) => name));

interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

function usedAreas(): Promise<SheetArea[]> {
  return Excel.run(async (context) => {
    const sheets = await sheetsOf(context);
    const used = sheets.map((sheet) => {
      const range = sheet.getUsedRangeOrNullObject(true);
      range.load("rowIndex, columnIndex, rowCount, columnCount");
      return range;
    });
    await context.sync();
    return used.flatMap((range, index) =>
      range.isNullObject ? [] : [{ sheet: sheets[index]!.name, area: areaIn(range) }],
    );
  });
}

interface Candidate {
  readonly address: string;
  readonly formula: string;
}

async function formulasIn(context: Excel.RequestContext, sheet: string, area: Area): Promise<Candidate[]> {
  const range = context.workbook.worksheets.getItem(sheet).getRange(addressOf(area));
  range.load("formulas");
  await context.sync();
  return (range.formulas as unknown[][]).flatMap((row, r) =>
    row.flatMap((formula, c) =>
      typeof formula === "string" && formula.startsWith("=")
        ? [{ address: addressOf({ row: area.row + r, column: area.column + c, rows: 1, columns: 1 }), formula }]
        : [],
    ),
  );
}

async function lookInto(
  context: Excel.RequestContext,
  name: string,
  candidates: readonly Candidate[],
): Promise<FormulaCell[]> {
  const sheet = context.workbook.worksheets.getItem(name);
  const cells = candidates.map(({ address }) => {
    const cell = sheet.getRange(address);
    const parent = cell.getSpillParentOrNullObject();
    const spill = cell.getSpillingToRangeOrNullObject();
    const note = hasNotes() ? sheet.notes.getItemOrNullObject(address) : null;
    cell.load("formulas, values, valueTypes");
    parent.load("address");
    spill.load("values, valueTypes");
    note?.load("content");
    return { cell, parent, spill, note };
  });
  await context.sync();

  return cells.flatMap(({ cell, parent, spill, note }, index) => {
    const { address, formula } = candidates[index]!;
    const isFilledByAnother = !parent.isNullObject && withoutSheet(parent.address) !== address;
    if (isFilledByAnother || formulaIn(cell) === null) return [];
    const values = valuesOf(spill.isNullObject ? cell : spill);
    return [{ sheet: name, address, formula, values, note: note && !note.isNullObject ? note.content : null }];
  });
}

async function notesIn(
  context: Excel.RequestContext,
  sheet: string,
  filter: (text: string) => boolean,
): Promise<NoteCell[]> {
  const { notes } = context.workbook.worksheets.getItem(sheet);
  // Nothing but the text: Excel on the web fails on the rest.
  notes.load("items/content");
  await context.sync();

  const found = notes.items
    .filter(({ content }) => filter(content))
    .map((note) => {
      const cell = note.getLocation();
      cell.load("address, formulas, values");
      return { cell, text: note.content };
    });
  await context.sync();
  return found.map(({ cell, text }) => ({
    sheet,
    address: withoutSheet(cell.address),
    text,
    formula: formulaIn(cell),
  }));
}
