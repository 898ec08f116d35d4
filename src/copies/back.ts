import { addressOf, areaOf, COLUMNS, sheetOf } from "../formula/addresses";
import { unfitIn } from "../formula/fit";
import { plainName, tokensOf } from "../formula/tokens";
import type { Area, CellValue } from "../formula/values";
import { renamed } from "../package/formulas";
import { Edits, placedIn, prefixOf, tagWith } from "../package/places";
import { extensionXml, panesXml, readSettings } from "../package/settings";
import { escapedText, treeOf } from "../package/xml";
import { cellsOf, dynamicArrays } from "./arrays";
import { withFormula } from "./cell-xml";
import { EXTENSION, EXTENSION_KIND } from "./kinds";
import { SheetNotes } from "./notes";
import { STEP, type Steps, valuesWithin } from "./plan";
import { MARK } from "./mark";
import { printOf, type Recorded, type Record, recordIn } from "./record";
import { fingerprint, withReferences } from "./references";
import { CopyRefused } from "./refused";
import { type CellPlace, type FormulaPlace, formulaXml, scanSheet, type SheetPlaces } from "./scan";
import { plain, type SheetPart, Workbook } from "./workbook";

export interface BackOptions {
  readonly functions: readonly string[];
}

/** Why a formula did not come back. */
export type LeftReason =
  /** Its cell, or one that it names, is gone. */
  | "gone"
  /** Something else stands in its place. */
  | "changed"
  /** It reaches outside the workbook: anybody may have written the record. */
  | "unfit";

export interface LeftFormula {
  /** The cell with its sheet, or the name. */
  readonly where: string;
  readonly formula: string;
  readonly reason: LeftReason;
}

export interface WentBack {
  readonly bytes: Uint8Array;
  readonly restored: number;
  readonly left: readonly LeftFormula[];
  /** The law stays in the workbook, for formulas that still read it. */
  readonly keepsLaw: boolean;
  readonly hasMacros: boolean;
}

/** Puts our formulas back into a copy, and takes out what the copy has beside the workbook. */
export function* goBack(bytes: Uint8Array, { functions }: BackOptions): Steps<WentBack> {
  const workbook = new Workbook(bytes, functions);
  if (workbook.left.some(({ what }) => what === "signatures")) throw new CopyRefused("signed");
  const found = recordIn(workbook.book);
  if (!found) throw new CopyRefused("no-copy");
  return yield* new Going(workbook, found.record, found.sheet).back();
}

const isOneCell = ({ array }: Pick<Recorded, "array">): boolean =>
  array === undefined || array.rows * array.columns === 1;

const arrayAttributes = (address: string, { rows, columns }: NonNullable<Recorded["array"]>): string =>
  ` t="array" ref="${addressOf({ ...areaOf(address)!, rows, columns })}"`;

class Going {
  private readonly left: LeftFormula[] = [];
  private restored = 0;
  private keepsLaw = false;
  /** What the sheets were called that the copy got. */
  private readonly renamedSheets: ReadonlyMap<string, string>;
  private readonly lawSheets: ReadonlySet<string>;
  private readonly lawNames: ReadonlySet<string>;
  private readonly unfit: (formula: string) => string | null;
  private readonly bySheet = new Map<string, Recorded[]>();

  constructor(
    private readonly workbook: Workbook,
    private readonly record: Record,
    private readonly recordSheet: string,
  ) {
    const { sheets, names } = record;
    this.renamedSheets = new Map(sheets.map(({ name, was }) => [name.toLowerCase(), was.toLowerCase()]));
    this.lawSheets = new Set(sheets.slice(1).map(({ name }) => name.toLowerCase()));
    this.lawNames = new Set(names.map((name) => name.toUpperCase()));
    const { own } = workbook;
    this.unfit = unfitIn(workbook.outline(), (name) => {
      const upper = name.toUpperCase();
      return own.get(upper.replaceAll(".", "_")) === upper ? upper : null;
    });
    for (const recorded of record.formulas) {
      if (recorded.kind !== "alive" && recorded.kind !== "frozen") continue;
      if (recorded.address === undefined) this.leave(recorded, "gone");
      const key = recorded.sheet.toLowerCase();
      this.bySheet.set(key, [...(this.bySheet.get(key) ?? []), recorded]);
    }
  }

  *back(): Steps<WentBack> {
    const { workbook } = this;
    const added = new Set([...this.record.sheets.map(({ name }) => name), this.recordSheet].map(lower));
    const kept = workbook.sheets.filter(({ name }) => !added.has(lower(name)));
    const front = kept[Math.min(this.record.active, kept.length - 1)];
    for (const [index, sheet] of kept.entries()) {
      const step = { done: index, total: kept.length };
      yield step;
      const going = this.sheet(sheet, sheet === front);
      for (let count = 1; going.next().done !== true; count++) if (count % STEP === 0) yield step;
    }
    this.columns(kept);
    this.names();
    this.removeSheets(added);
    this.addSettings();
    workbook.dropOrder();
    return {
      bytes: workbook.parcel.bytes(),
      restored: this.restored,
      left: this.left,
      keepsLaw: this.keepsLaw,
      hasMacros: workbook.hasMacros,
    };
  }

  private leave({ sheet, address, text }: Recorded, reason: LeftReason): void {
    const where = address === undefined ? sheet : `${sheet}!${address}`;
    this.left.push({ where, formula: this.workbook.formulas.shown(text), reason });
  }

  /** The formula as it has to stand now; null where it cannot, which is said. */
  private textFor(recorded: Recorded): string | null {
    const { text, sheet, was = "", before = [], references } = recorded;
    const now = withReferences(text, { was, is: sheet }, before, references);
    if (now === null) this.leave(recorded, "gone");
    else if (this.unfit(this.workbook.formulas.shown(now)) !== null) this.leave(recorded, "unfit");
    else return now;
    return null;
  }

  /** Formula after formula. */
  private *sheet(sheet: SheetPart, isFront: boolean): Generator<void> {
    const { parcel } = this.workbook;
    const xml = parcel.text(sheet.part);
    const recorded = this.bySheet.get(lower(sheet.name)) ?? [];
    const addresses = new Set(recorded.flatMap(({ address }) => address ?? []));
    const places = scanSheet(xml, sheet.part, () => true, addresses);
    const edits = new Edits(xml);
    places.views.forEach(({ start, end }) => edits.set({ start, inner: end }, "tabSelected", isFront ? "1" : null));
    const done = new Set<FormulaPlace>();
    const formulas = new Map(places.formulas.map((place) => [place.address, place]));
    if (this.record.form === "classic") yield* this.alive(sheet, recorded, formulas, edits, xml, done);
    else this.named(places, recorded, edits, xml, done);
    const cleared = this.frozen(sheet, recorded, places, edits, xml);
    const boxes = parcel.relations(sheet.part).find(({ id }) => id === places.boxes.id)?.target;
    if (cleared.length > 0) new SheetNotes(parcel, sheet.part).clear(cleared, boxes);
    const rest = places.formulas.filter((place) => !done.has(place)).map(({ text }) => text);
    this.seeLaw([...rest, ...places.others.map(({ text }) => text)]);
    if (edits.any) parcel.write(sheet.part, edits.done());
  }

  private *alive(
    sheet: SheetPart,
    recorded: readonly Recorded[],
    formulas: ReadonlyMap<string, FormulaPlace>,
    edits: Edits,
    xml: string,
    done: Set<FormulaPlace>,
  ): Generator<void> {
    for (const one of recorded) {
      yield;
      if (one.kind !== "alive" || one.address === undefined) continue;
      const place = formulas.get(one.address);
      if (one.array !== undefined && !isOneCell(one) && place !== undefined && isOneCell(place)) {
        this.table(sheet, { ...one, address: one.address, array: one.array }, formulas, edits, xml, done);
        continue;
      }
      const isOurs = place && fingerprint(place.text, sheet.name, one.references, this.renamedSheets) === one.print;
      if (!isOurs || done.has(place)) {
        this.leave(one, "changed");
        continue;
      }
      const text = this.textFor(one);
      if (text === null) continue;
      edits.replace(place.formula, formulaXml(xml, place, text, one.array !== undefined));
      this.keepDynamic(one, place, edits, xml);
      done.add(place);
      this.restored += 1;
    }
  }

  /** LibreOffice makes an array of a fixed size of one that fills as many cells as it needs. */
  private keepDynamic({ array }: Recorded, place: FormulaPlace, edits: Edits, xml: string): void {
    if (array?.dynamic !== true || place.array === undefined || place.array.dynamic) return;
    const tag = xml.slice(place.cell.start, place.cell.end);
    edits.replace(place.cell, tagWith(tag, "cm", String(dynamicArrays(this.workbook))));
  }

  /** A formula whose cells have one each in the copy: it comes back where none of them was changed. */
  private table(
    sheet: SheetPart,
    one: Recorded & Required<Pick<Recorded, "address" | "array">>,
    formulas: ReadonlyMap<string, FormulaPlace>,
    edits: Edits,
    xml: string,
    done: Set<FormulaPlace>,
  ): void {
    const { row, column } = areaOf(one.address)!;
    const places = cellsOf({ row, column, rows: one.array.rows, columns: one.array.columns }).map((address) =>
      formulas.get(address),
    );
    const prints = places.map((place) =>
      place === undefined ? "" : fingerprint(place.text, sheet.name, one.references, this.renamedSheets),
    );
    const [first] = places;
    if (first === undefined || done.has(first) || printOf([prints]) !== one.print) {
      this.leave(one, "changed");
      return;
    }
    const text = this.textFor(one);
    if (text === null) return;
    edits.replace(
      first.formula,
      `<${first.tag}${arrayAttributes(one.address, one.array)}>${escapedText(text)}</${first.tag}>`,
    );
    if (one.array.dynamic) {
      const tag = xml.slice(first.cell.start, first.cell.end);
      edits.replace(first.cell, tagWith(tag, "cm", String(dynamicArrays(this.workbook))));
    }
    for (const place of places) {
      if (place === undefined) continue;
      done.add(place);
      if (place !== first) edits.replace(place.formula, "");
    }
    this.restored += 1;
  }

  /** Whatever calls a name of the copy calls the add-in again, also what was typed since. */
  private named(
    places: SheetPlaces,
    recorded: readonly Recorded[],
    edits: Edits,
    xml: string,
    done: Set<FormulaPlace>,
  ): void {
    const { formulas, own } = this.workbook;
    const known = new Map(recorded.map((one) => [one.address, one]));
    for (const place of places.formulas) {
      if (formulas.calls(place.text).length === 0) continue;
      done.add(place);
      this.restored += 1;
      const one = known.get(place.address);
      if (one) this.keepDynamic(one, place, edits, xml);
      // The other cells of a group have its formula.
      const { start, end } = place.inner;
      if (xml.slice(start, end).trim() !== "")
        edits.replace(place.inner, escapedText(renamed(place.text, own, "stored")));
    }
  }

  private frozen(
    sheet: SheetPart,
    recorded: readonly Recorded[],
    places: SheetPlaces,
    edits: Edits,
    xml: string,
  ): { readonly row: number; readonly column: number }[] {
    const frozen = recorded.filter(({ kind, address }) => kind === "frozen" && address !== undefined);
    if (frozen.length === 0) return [];
    const values = this.valuesOf(sheet.name);
    return frozen.flatMap((one) => {
      const place = places.cells.get(one.address!);
      const corner = areaOf(one.address!)!;
      const area = { ...corner, ...(one.array && { rows: one.array.rows, columns: one.array.columns }) };
      const isFree = area.rows * area.columns === 1 || !places.formulas.some((formula) => isWithin(formula, area));
      const now = valuesWithin(area, (row, column) => values.get(row * COLUMNS + column) ?? null);
      if (!place || !isFree || printOf(now) !== one.print) {
        this.leave(one, "changed");
        return [];
      }
      const text = this.textFor(one);
      if (text === null) return [];
      this.restored += 1;
      this.putFormula(edits, xml, place, one, text, now[0]?.[0] ?? null);
      return [{ row: corner.row, column: corner.column }];
    });
  }

  private putFormula(edits: Edits, xml: string, place: CellPlace, one: Recorded, text: string, value: CellValue): void {
    const { tag, end } = place;
    const attributes = one.array === undefined ? "" : arrayAttributes(one.address!, one.array);
    const array = one.array?.dynamic === true ? String(dynamicArrays(this.workbook)) : undefined;
    const cell = withFormula(xml, place, { text, attributes, value, ...(array !== undefined && { array }) });
    edits.replace({ start: tag.start, end }, cell);
  }

  private valuesOf(name: string): ReadonlyMap<number, CellValue> {
    const cells = this.workbook.book.sheets.find((sheet) => sheet.name === name)?.cells ?? [];
    return new Map(
      cells.map(({ row, column, value = null }) => [
        row * COLUMNS + column,
        typeof value === "object" && value !== null ? value.error : value,
      ]),
    );
  }

  private columns(sheets: readonly SheetPart[]): void {
    const { parcel } = this.workbook;
    const recorded = new Map(this.record.formulas.flatMap((one) => (one.kind === "column" ? [[one.sheet, one]] : [])));
    const tables = sheets.flatMap(({ part }) => parcel.relations(part).filter(({ type }) => type === "table"));
    for (const { target } of tables) {
      parcel.change(target, (root, edits, xml) => {
        const p = prefixOf(root.tag);
        for (const column of placedIn(root, "tableColumns")?.children ?? []) {
          const where = `${root.attributes.get("displayName") ?? ""}[${column.attributes.get("name") ?? ""}]`;
          const formula = placedIn(column, "calculatedColumnFormula");
          const text = formula && plain(xml.slice(formula.inner, formula.innerEnd));
          const one = recorded.get(where);
          const stored = this.beside(one, text);
          if (stored === null) {
            if (text !== undefined) this.seeLaw([text]);
          } else if (formula) edits.replace({ start: formula.inner, end: formula.innerEnd }, escapedText(stored));
          else if (column.children.length > 0) edits.insert(column.inner, inColumn(p, stored));
          else edits.append(column, inColumn(p, stored));
          recorded.delete(where);
        }
      });
    }
    for (const one of recorded.values()) this.leave(one, "gone");
  }

  private names(): void {
    const recorded = new Map(this.record.formulas.flatMap((one) => (one.kind === "name" ? [[one.sheet, one]] : [])));
    this.workbook.change((root, edits, xml) => {
      for (const element of placedIn(root, "definedNames")?.children ?? []) {
        const name = element.attributes.get("name") ?? "";
        if (this.lawNames.has(name.toUpperCase()) || name.toUpperCase() === MARK) continue;
        const text = plain(xml.slice(element.inner, element.innerEnd));
        const stored = this.beside(recorded.get(name), text);
        if (stored === null) this.seeLaw([text]);
        else edits.replace({ start: element.inner, end: element.innerEnd }, escapedText(stored));
        recorded.delete(name);
      }
    });
    for (const one of recorded.values()) this.leave(one, "gone");
  }

  /** What stands again in a name or a column of a table, where what stands there is ours still. */
  private beside(one: Recorded | undefined, text: string | undefined): string | null {
    if (!one) return null;
    // LibreOffice drops the formula of a column of a table, and keeps those of its cells.
    if (text !== undefined && fingerprint(text, "", [], this.renamedSheets) !== one.print) {
      this.leave(one, "changed");
      return null;
    }
    if (this.unfit(this.workbook.formulas.shown(one.text)) !== null) {
      this.leave(one, "unfit");
      return null;
    }
    this.restored += 1;
    return one.text;
  }

  /** Whether formulas that stay read the law of the copy. */
  private seeLaw(formulas: readonly string[]): void {
    this.keepsLaw ||= formulas.some((formula) =>
      tokensOf(formula).some(
        ({ kind, text }) =>
          (kind === "sheet" && this.lawSheets.has(lower(sheetOf(text) ?? ""))) ||
          (kind === "name" && this.lawNames.has(plainName(text).toUpperCase())),
      ),
    );
  }

  private removeSheets(added: ReadonlySet<string>): void {
    const { parcel, main, sheets } = this.workbook;
    const isGone = (name: string): boolean =>
      added.has(lower(name)) && !(this.keepsLaw && this.lawSheets.has(lower(name)));
    const gone = sheets.filter(({ name }) => isGone(name));
    const kept = sheets.filter(({ name }) => !isGone(name));
    const ids = new Set(
      parcel.relations(main).flatMap(({ id, target }) => (gone.some(({ part }) => part === target) ? id : [])),
    );
    this.workbook.change((root, edits, xml) => {
      for (const element of placedIn(root, "sheets")!.children)
        if (isGone(element.attributes.get("name") ?? "")) edits.replace(element, "");
      for (const view of placedIn(root, "bookViews")?.children ?? []) {
        const active = Math.min(this.record.active, kept.length - 1);
        const tag = tagWith(xml.slice(view.start, view.inner), "firstSheet", null);
        edits.replace(
          { start: view.start, end: view.inner },
          tagWith(tag, "activeTab", active > 0 ? String(active) : null),
        );
      }
    });
    const without = new Set([MARK, ...(this.keepsLaw ? [] : this.lawNames)]);
    this.workbook.defineNames([], without, (index) => {
      const place = kept.indexOf(sheets[index]!);
      return place < 0 ? null : place;
    });
    for (const { part } of gone) parcel.remove(part);
    parcel.unrelate(main, ({ id }) => ids.has(id));
  }

  /** What the add-in kept in the original, unless it keeps something here by now. */
  private addSettings(): void {
    const { parcel } = this.workbook;
    const { settings } = this.record;
    if (settings.length === 0) return;
    const isThere = parcel.names
      .filter((name) => /^xl\/webextensions\/webextension[^/]*\.xml$/.test(name))
      .some((name) => readSettings(treeOf(parcel.text(name), name)) !== null);
    if (isThere) return;
    const part = parcel.free("xl/webextensions/webextension", ".xml");
    parcel.add(part, `${EXTENSION_KIND}+xml`, extensionXml(settings));
    const panes = parcel.relations("").find(({ type }) => type === "webextensiontaskpanes")?.target;
    if (panes === undefined) {
      const fresh = parcel.free("xl/webextensions/taskpanes", ".xml");
      const id = parcel.relate(fresh, `${EXTENSION}`, part);
      parcel.add(fresh, `${EXTENSION_KIND}taskpanes+xml`, panesXml(id));
      parcel.relate("", `${EXTENSION}taskpanes`, fresh);
      return;
    }
    const id = parcel.relate(panes, EXTENSION, part);
    parcel.change(panes, (root, edits) => {
      const own = panesXml(id);
      const pane = own.slice(own.indexOf("<wetp:taskpane "), own.lastIndexOf("</wetp:taskpanes>"));
      edits.append(
        root,
        pane.replace("<wetp:taskpane ", `<wetp:taskpane xmlns:wetp="${/xmlns:wetp="([^"]*)"/.exec(own)![1]!}" `),
      );
    });
  }
}

const lower = (name: string): string => name.toLowerCase();

const isWithin = (place: { row: number; column: number }, { row, column, rows, columns }: Area): boolean =>
  place.row >= row && place.row < row + rows && place.column >= column && place.column < column + columns;

const inColumn = (p: string, text: string): string =>
  `<${p}calculatedColumnFormula>${escapedText(text)}</${p}calculatedColumnFormula>`;
