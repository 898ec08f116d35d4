import { addressOf, withoutSheet } from "../../formula/addresses";
import type { Area, FormulaCell, NoteCell, Outline, Work } from "../host";
import { eachInTurn } from "../turns";
import { areaIn, formulaIn, readAreas, VALUES, valuesOf } from "./cells";
import { hasNotes, requireNotes } from "./notes";
import { slices } from "./steps";

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
  const spills: SheetArea[] = [];
  // Excel may tell a formula in each of the cells that it fills: in thousands of them there is nothing to look for.
  const isFilled = (sheet: string, { row, column }: Candidate): boolean =>
    spills.some(
      ({ sheet: name, area }) =>
        name === sheet &&
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns,
    );
  let done = 0;
  onProgress?.(done, total);
  for (const { sheet, area } of steps) {
    if (signal?.aborted) return found;
    const formulas = await Excel.run((context) => formulasIn(context, sheet, area));
    const taken = await eachInTurn(formulas, ({ formula }) => filter(formula), signal && { signal });
    let candidates = formulas.filter((_, index) => taken[index]);
    while ((candidates = candidates.filter((cell) => !isFilled(sheet, cell))).length > 0) {
      if (signal?.aborted) return found;
      const cells = candidates.slice(0, CELLS_LOOKED_INTO);
      candidates = candidates.slice(CELLS_LOOKED_INTO);
      const looked = await Excel.run((context) => lookInto(context, sheet, cells));
      found.push(...looked.map(({ cell }) => cell));
      spills.push(...looked.flatMap(({ spill }) => (spill ? [{ sheet, area: spill }] : [])));
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

export function outline(): Promise<Outline> {
  return Excel.run(async (context) => {
    const sheets = await sheetsOf(context);
    const collections = [context.workbook.names, ...sheets.map(({ names }) => names)];
    for (const names of collections) names.load("items/name, items/formula");
    await context.sync();
    return {
      sheets: sheets.map(({ name }) => name),
      names: collections.flatMap(({ items }) => items.map(({ name, formula }) => ({ name, formula: String(formula) }))),
    };
  });
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

export const sheetNames = (): Promise<string[]> =>
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
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

interface Looked {
  readonly cell: FormulaCell;
  /** Where it fills more cells than its own. */
  readonly spill: Area | null;
}

async function formulasIn(context: Excel.RequestContext, sheet: string, area: Area): Promise<Candidate[]> {
  const range = context.workbook.worksheets.getItem(sheet).getRange(addressOf(area));
  range.load("formulas");
  await context.sync();
  return (range.formulas as unknown[][]).flatMap((row, r) =>
    row.flatMap((formula, c) =>
      typeof formula === "string" && formula.startsWith("=")
        ? [{ row: area.row + r, column: area.column + c, formula }]
        : [],
    ),
  );
}

async function lookInto(
  context: Excel.RequestContext,
  name: string,
  candidates: readonly Candidate[],
): Promise<Looked[]> {
  const sheet = context.workbook.worksheets.getItem(name);
  const cells = candidates.map(({ row, column, formula }) => {
    const address = addressOf({ row, column, rows: 1, columns: 1 });
    const cell = sheet.getRange(address);
    const parent = cell.getSpillParentOrNullObject();
    const spill = cell.getSpillingToRangeOrNullObject();
    const note = hasNotes() ? sheet.notes.getItemOrNullObject(address) : null;
    cell.load("formulas, values, valueTypes");
    parent.load("address");
    spill.load("rowIndex, columnIndex, rowCount, columnCount");
    note?.load("content");
    return { address, formula, cell, parent, spill, note };
  });
  await context.sync();

  const own = cells.filter(({ address, cell, parent }) => {
    const isFilledByAnother = !parent.isNullObject && withoutSheet(parent.address) !== address;
    return !isFilledByAnother && formulaIn(cell) !== null;
  });
  const spills = own.map(({ spill }) => (spill.isNullObject ? null : areaIn(spill)));
  // A table may have more values than Excel on the web tells at once.
  const filled = await readAreas(
    context,
    spills.map((area) => area && { sheet, area }),
    VALUES,
  );
  return own.map(({ address, formula, cell, note }, index) => ({
    cell: {
      sheet: name,
      address,
      formula,
      values: filled[index] ?? valuesOf(cell),
      note: note && !note.isNullObject ? note.content : null,
    },
    spill: spills[index]!,
  }));
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
      // In merged cells a note is at all of them.
      const cell = note.getLocation().getCell(0, 0);
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
