import { checksumOf } from "../formula/checksum";
import type { Area } from "../formula/values";
import { LONGEST_NOTE, writeNote } from "../formula/frozen-note";
import { inSheet } from "../formula/addresses";
import type { Note, Setting } from "../package/book";
import { Writer } from "../package/formulas";
import { Edits, placedIn, tagWith } from "../package/places";
import { readSettings } from "../package/settings";
import { escaped, escapedText, treeOf } from "../package/xml";
import { cellsOf } from "./arrays";
import { withFormula } from "./cell-xml";
import { coverRows } from "./cover";
import { OFFICE, SPREADSHEET } from "./kinds";
import { addLooks } from "./looks";
import { SheetNotes } from "./notes";
import {
  type AliveCell,
  columnsOf,
  type CopyPlan,
  type FrozenCell,
  freeName,
  isAlive,
  type NativeCells,
  type PlannedSheet,
  STEP,
  type Steps,
} from "./plan";
import type { LawSheet } from "./native";
import { MARK } from "./mark";
import { type Record, type Recorded, printOf, rowsOf, type Written } from "./record";
import { fingerprint, referencesOf } from "./references";
import { CopyRefused } from "./refused";
import { type FormulaPlace, formulaXml, scanSheet, type SheetPlaces } from "./scan";
import type { Stamp } from "./stamp";
import { type AddedSheet, sheetXml } from "./sheets";
import { plain } from "./workbook";

/** Writes the copy that was planned. The plan is used up by it. */
export function* writeCopy(plan: CopyPlan, stamp: Stamp): Steps<Uint8Array> {
  const { workbook, form, native } = plan;
  const { parcel } = workbook;
  const law = native.law();
  const taken = new Set(workbook.sheets.map(({ name }) => name.toLowerCase()));
  for (const { name } of law.sheets) taken.add(name.toLowerCase());
  const names = new Set(workbook.names().map(({ name }) => name.toUpperCase()));
  for (const { name } of law.names) if (names.has(name.toUpperCase())) throw new CopyRefused("taken", { name });
  const coverName = freeName(stamp.coverName, taken);
  const recordName = freeName(stamp.recordName, taken);

  const formulas: Recorded[] = [];
  for (const [index, sheet] of plan.sheets.entries()) {
    const step = { done: index, total: plan.sheets.length };
    yield step;
    for (const one of writeSheet(plan, sheet, stamp)) {
      if (formulas.length % STEP === 0) yield step;
      formulas.push(one);
    }
  }
  formulas.push(...writeColumns(plan), ...writeNames(plan));

  const settings = dropAddIn(plan);
  const active = moveViews(plan);
  const added: AddedSheet[] = [
    { name: coverName, hidden: false, ...coverRows(plan, stamp) },
    ...law.sheets.map(({ name, cells }) => ({ name, hidden: true, rows: inRows(cells) })),
  ];
  const record: Record = {
    form,
    active,
    dataVersion: stamp.dataVersion,
    sheets: added.map(({ name }) => ({ name, was: name })),
    names: law.names.map(({ name }) => name),
    formulas,
    settings,
  };
  addSheets(plan, [...added, { name: recordName, hidden: true, rows: rowsOf(record) }]);
  const writer = new Writer(new Map());
  const mark = `<definedName name="${MARK}" hidden="1">${escaped(inSheet(recordName, "$A$1"))}</definedName>`;
  const lawNames = law.names.map(
    ({ name, formula }) => `<definedName name="${escaped(name)}">${escaped(writer.written(formula))}</definedName>`,
  );
  workbook.defineNames(inPrefix(workbook.prefix, [...lawNames, mark]), new Set(), (sheet) => sheet + 1);
  if (plan.isStale) workbook.calculateOnOpening();
  workbook.dropOrder();
  return parcel.bytes();
}

/** Cells in any order by rows. */
function inRows(cells: LawSheet["cells"]): Written[][] {
  const rows: Written[][] = [];
  for (const { row, column, value } of cells) (rows[row] ??= [])[column] = value;
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null));
}

const inPrefix = (prefix: string, elements: readonly string[]): string[] =>
  elements.map((element) =>
    prefix === "" ? element : element.replace(/<(\/?)definedName\b/g, `<$1${prefix}definedName`),
  );

/** Puts in each cell what stands for its formula, one after the other. */
function* writeSheet(plan: CopyPlan, { sheet, places, cells }: PlannedSheet, stamp: Stamp): Generator<Recorded> {
  const { parcel } = plan.workbook;
  const xml = parcel.text(sheet.part);
  const edits = new Edits(xml);
  for (const { start, end } of places.selected) edits.set({ start, inner: end }, "tabSelected", null);
  const notes: Note[] = [];
  const sheetNotes = new SheetNotes(parcel, sheet.part);
  const filled = cells.flatMap(([{ array }, cell]) => (isAlive(cell) && cell.natives && array ? cellsOf(array) : []));
  const others = filled.length === 0 ? null : scanSheet(xml, sheet.part, () => false, new Set(filled)).cells;
  for (const [place, cell] of cells) {
    if (isAlive(cell) && cell.natives) fillCells(xml, edits, place, cell.natives, others);
    else if (isAlive(cell)) edits.replace(place.formula, formulaXml(xml, place, cell.native));
    else {
      edits.replace(place.formula, "");
      const tag = xml.slice(place.cell.start, place.cell.end);
      if (place.array?.dynamic) edits.replace(place.cell, tagWith(tag, "cm", null));
      const note = noteOf(place, cell, sheetNotes.at(place), stamp);
      if (note !== null) notes.push({ row: place.row, column: place.column, text: note });
    }
    yield recordedOf(place, cell, others);
  }
  const known = parcel.relations(sheet.part).find(({ id }) => id === places.boxes.id)?.target;
  const { boxes } = sheetNotes.write(notes, known);
  if (boxes !== undefined) {
    edits.insert(places.boxes.at, `<${places.prefix}legacyDrawing xmlns:r="${OFFICE}" r:id="${boxes}"/>`);
  }
  if (edits.any) parcel.write(sheet.part, edits.done());
}

/** Each cell that a formula filled gets its own. One that stood blank in the file is not in it, and stays so. */
function fillCells(
  xml: string,
  edits: Edits,
  place: FormulaPlace,
  { formulas, isArray, values }: NativeCells,
  others: SheetPlaces["cells"] | null,
): void {
  const { tag, formula, array, cell } = place;
  const [own, ...rest] = array ? cellsOf(array) : [place.address];
  const attributes = (address: string): string => (isArray ? ` t="array" ref="${address}"` : "");
  edits.replace(formula, `<${tag}${attributes(own!)}>${escapedText(formulas[0]![0]!)}</${tag}>`);
  if (array?.dynamic) edits.replace(cell, tagWith(xml.slice(cell.start, cell.end), "cm", null));
  const [texts, shown] = [formulas.flat(), values.flat()];
  rest.forEach((address, index) => {
    const other = others?.get(address);
    if (other === undefined) return;
    const written = { text: texts[index + 1]!, attributes: attributes(address), value: shown[index + 1] ?? null };
    edits.replace({ start: other.tag.start, end: other.end }, withFormula(xml, other, written));
  });
}

function recordedOf(
  { text, array }: FormulaPlace,
  cell: AliveCell | FrozenCell,
  others: SheetPlaces["cells"] | null,
): Recorded {
  const { sheet, address } = cell;
  const natives = isAlive(cell) ? cell.natives : undefined;
  const references = natives === undefined ? referencesOf(text, sheet) : referencesWithin(text, sheet, natives, array);
  const isMany = natives !== undefined && array !== undefined && array.rows * array.columns > 1;
  const print = isMany
    ? printOf([
        natives.formulas
          .flat()
          .map((one, index) =>
            index === 0 || others?.has(cellsOf(array)[index]!) ? fingerprint(one, sheet, references) : "",
          ),
      ])
    : isAlive(cell)
      ? fingerprint(cell.native, sheet, references)
      : printOf(cell.values);
  const { rows, columns, dynamic } = array ?? {};
  return {
    kind: isAlive(cell) ? "alive" : "frozen",
    ...{ sheet, address, text, print, references },
    ...(array && { array: { rows: rows!, columns: columns!, dynamic: dynamic! } }),
  };
}

/** Those of the formula, and those of its cells to one another. */
function referencesWithin(text: string, sheet: string, { formulas }: NativeCells, area: Area | undefined): string[] {
  const own = new Set((area ? cellsOf(area) : []).map((address) => inSheet(sheet, address)));
  const inside = formulas.flat().flatMap((one) => referencesOf(one, sheet).filter((reference) => own.has(reference)));
  return [...new Set([...referencesOf(text, sheet), ...inside])];
}

/** What freezing would write on the cell; null where no note is to be had. */
function noteOf(place: FormulaPlace, cell: FrozenCell, before: string | null | undefined, stamp: Stamp): string | null {
  if (before === undefined) return null;
  const { address, formula, values } = cell;
  const { date, dataVersion, noteHeading } = stamp;
  const { rows, columns } = place.array ?? { rows: 1, columns: 1 };
  const frozen = { address, formula, rows, columns, checksum: checksumOf(values), date, dataVersion };
  const note = writeNote(noteHeading, { ...frozen, userNote: before });
  return note.length > LONGEST_NOTE ? null : note;
}

/** New rows of a table get the native formula, or none. */
function writeColumns({ workbook, others, sheets }: CopyPlan): Recorded[] {
  const recorded: Recorded[] = [];
  const natives = new Map(others.flatMap(({ kind, where, native }) => (kind === "column" ? [[where, native]] : [])));
  const { parcel } = workbook;
  for (const table of new Set(
    sheets.flatMap(({ sheet }) => columnsOf(workbook, sheet).map((column) => column.table)),
  )) {
    parcel.change(table, (root, edits, xml) => {
      for (const column of placedIn(root, "tableColumns")?.children ?? []) {
        const where = `${root.attributes.get("displayName") ?? ""}[${column.attributes.get("name") ?? ""}]`;
        const formula = placedIn(column, "calculatedColumnFormula");
        if (!formula || !natives.has(where)) continue;
        const native = natives.get(where);
        const text = plain(xml.slice(formula.inner, formula.innerEnd));
        if (native === undefined) edits.replace(formula, "");
        else edits.replace({ start: formula.inner, end: formula.innerEnd }, escapedText(native));
        recorded.push(besideCells("column", where, text, native));
      }
    });
  }
  return recorded;
}

/** A name without a native form stays as it is, and does not work. */
function writeNames({ workbook, others }: CopyPlan): Recorded[] {
  const natives = new Map(others.flatMap(({ kind, where, native }) => (kind === "name" ? [[where, native]] : [])));
  const recorded: Recorded[] = [];
  workbook.change((root, edits, xml) => {
    for (const element of placedIn(root, "definedNames")?.children ?? []) {
      const name = element.attributes.get("name") ?? "";
      const native = natives.get(name);
      if (native === undefined) continue;
      recorded.push(besideCells("name", name, plain(xml.slice(element.inner, element.innerEnd)), native));
      edits.replace({ start: element.inner, end: element.innerEnd }, escapedText(native));
    }
  });
  return recorded;
}

const besideCells = (kind: "name" | "column", sheet: string, text: string, native = ""): Recorded => ({
  kind,
  sheet,
  text,
  print: native === "" ? "" : fingerprint(native, "", []),
  references: [],
});

/** Takes away what asks whoever opens the file to install the add-in; what it keeps there is handed on. */
function dropAddIn({ workbook: { parcel, book } }: CopyPlan): readonly (readonly [string, Setting])[] {
  for (const panes of parcel.relations("").filter(({ type }) => type === "webextensiontaskpanes")) {
    if (!parcel.has(panes.target)) continue;
    const ours = parcel
      .relations(panes.target)
      .filter(({ target }) => parcel.has(target) && readSettings(treeOf(parcel.text(target), target)) !== null);
    const ids = new Set(ours.map(({ id }) => id));
    if (ids.size === 0) continue;
    let rest = 0;
    parcel.change(panes.target, (root, edits) => {
      for (const pane of root.children) {
        const isOurs = pane.children.some(({ attributes }) => ids.has(attributes.get(":id") ?? ""));
        if (isOurs) edits.replace(pane, "");
        else rest += 1;
      }
    });
    parcel.unrelate(panes.target, ({ id }) => ids.has(id));
    for (const { target } of ours) parcel.remove(target);
    if (rest > 0) continue;
    parcel.remove(panes.target);
    parcel.unrelate("", ({ id }) => id === panes.id);
  }
  return book.settings ?? [];
}

/** The cover comes first, and in front. Where the user was before is told. */
function moveViews({ workbook }: CopyPlan): number {
  let active = 0;
  workbook.change((root, edits, xml) => {
    for (const view of placedIn(root, "bookViews")?.children ?? []) {
      active = Number(view.attributes.get("activeTab") ?? 0);
      const tag = xml.slice(view.start, view.inner);
      edits.replace(
        { start: view.start, end: view.inner },
        tagWith(tagWith(tag, "activeTab", null), "firstSheet", null),
      );
    }
  });
  return active;
}

/** The first of them in front, the others behind. */
function addSheets({ workbook }: CopyPlan, sheets: readonly AddedSheet[]): void {
  const { parcel, main } = workbook;
  const looks = addLooks(parcel, workbook.related("styles"));
  const ids = sheets.map((sheet) => {
    const part = parcel.free("xl/worksheets/copy", ".xml");
    parcel.add(part, `${SPREADSHEET}.worksheet+xml`, sheetXml(sheet, looks));
    return parcel.relate(main, `${OFFICE}/worksheet`, part);
  });
  workbook.change((root, edits) => {
    const list = placedIn(root, "sheets")!;
    const last = Math.max(0, ...list.children.map(({ attributes }) => Number(attributes.get("sheetId") ?? 0)));
    const elements = sheets.map(
      ({ name, hidden }, index) =>
        `<${workbook.prefix}sheet name="${escaped(name)}" sheetId="${last + 1 + index}"${hidden ? ' state="hidden"' : ""} xmlns:r="${OFFICE}" r:id="${ids[index]}"/>`,
    );
    edits.insert(list.inner, elements[0]!);
    edits.insert(list.innerEnd, elements.slice(1).join(""));
  });
}
