import type { Book, Left } from "../package/book";
import { type OwnNames, ownNames, Reader } from "../package/formulas";
import { Parcel } from "../package/parcel";
import { type PlacedElement, placedIn, prefixOf } from "../package/places";
import { read } from "../package/reader";
import { damaged } from "../package/refused";
import { isOn } from "../package/xml";
import { CopyRefused } from "./refused";

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  /** A sheet of cells; others hold a chart or macros. */
  readonly isGrid: boolean;
}

/** What no sheet may be called: no formula could name it. */
const NOT_IN_NAMES = /[[\]:*?/\\]/;

/** A workbook as a package, read whole before anything of it is changed: what cannot be read is refused. */
export class Workbook {
  readonly parcel: Parcel;
  readonly book: Book;
  readonly left: readonly Left[];
  readonly main: string;
  readonly sheets: readonly SheetPart[];
  readonly own: OwnNames;
  readonly formulas: Reader;
  /** Of the tags of its main part. */
  prefix = "";

  constructor(
    bytes: Uint8Array,
    readonly functions: readonly string[],
  ) {
    ({ book: this.book, left: this.left } = read(bytes, functions));
    this.parcel = new Parcel(bytes);
    this.own = ownNames(functions);
    this.formulas = new Reader(this.own);
    this.main = this.parcel.relations("").find(({ type }) => type === "officeDocument")!.target;
    const relations = this.parcel.relations(this.main);
    const sheets: SheetPart[] = [];
    this.change((root, _, xml) => {
      if (/<[^>]*purl\.oclc\.org/.test(xml.slice(root.start, root.inner))) throw new CopyRefused("strict");
      this.prefix = prefixOf(root.tag);
      const properties = placedIn(root, "workbookPr");
      if (isOn(properties?.attributes.get("date1904"))) throw new CopyRefused("days-1904");
      for (const { attributes } of placedIn(root, "sheets")?.children ?? []) {
        const relation = relations.find(({ id }) => id === attributes.get(":id"));
        const name = attributes.get("name") ?? "";
        if (!relation || NOT_IN_NAMES.test(name)) throw damaged(this.main);
        const { type, target: part } = relation;
        sheets.push({ name, part, isGrid: type === "worksheet" });
      }
    });
    this.sheets = sheets;
  }

  get hasMacros(): boolean {
    return this.left.some(({ what }) => what === "macros") || /macroEnabled/i.test(this.parcel.kindOf(this.main) ?? "");
  }

  /** The part that the workbook points to by a kind. */
  related(type: string): string | undefined {
    return this.parcel.relations(this.main).find((relation) => relation.type === type)?.target;
  }

  /** Every name with its formula as people read it, also those that reach out of the workbook. */
  names(): { readonly name: string; readonly text: string; readonly element: PlacedElement }[] {
    const found: { name: string; text: string; element: PlacedElement }[] = [];
    this.change((root, _, xml) => {
      for (const element of placedIn(root, "definedNames")?.children ?? [])
        found.push({
          name: element.attributes.get("name") ?? "",
          text: plain(xml.slice(element.inner, element.innerEnd)),
          element,
        });
    });
    return found;
  }

  change(how: Parameters<Parcel["change"]>[1]): void {
    this.parcel.change(this.main, how);
  }

  /** What formulas of it can name, for who judges them. */
  outline() {
    return {
      sheets: this.sheets.map(({ name }) => name),
      names: this.names().map(({ name, text }) => ({ name, formula: this.formulas.shown(text) })),
    };
  }

  /** The order in which cells are calculated is made anew by whoever opens the file. */
  dropOrder(): void {
    const part = this.related("calcChain");
    if (part === undefined) return;
    this.parcel.remove(part);
    this.parcel.unrelate(this.main, ({ type }) => type === "calcChain");
  }

  /** Adds names, drops those of some names and sheets, and says of the others that their sheets have other places now. */
  defineNames(names: readonly string[], without: ReadonlySet<string>, placeOf: (sheet: number) => number | null): void {
    this.change((root, edits) => {
      const list = placedIn(root, "definedNames");
      const isGone = ({ attributes }: PlacedElement): boolean => {
        const local = attributes.get("localSheetId");
        return (
          without.has((attributes.get("name") ?? "").toUpperCase()) ||
          (local !== undefined && placeOf(Number(local)) === null)
        );
      };
      if (list && names.length === 0 && list.children.every(isGone)) return edits.replace(list, "");
      for (const element of list?.children ?? []) {
        const local = element.attributes.get("localSheetId");
        if (isGone(element)) edits.replace(element, "");
        else if (local !== undefined && placeOf(Number(local)) !== Number(local))
          edits.set(element, "localSheetId", String(placeOf(Number(local))));
      }
      if (names.length === 0) return;
      if (list) return edits.append(list, names.join(""));
      const before = ["externalReferences", "functionGroups", "sheets"]
        .map((name) => placedIn(root, name))
        .find((element) => element !== undefined)!;
      edits.insert(before.end, `<${this.prefix}definedNames>${names.join("")}</${this.prefix}definedNames>`);
    });
  }

  /** Has whoever opens the file calculate all of it. */
  calculateOnOpening(): void {
    this.change((root, edits) => {
      const found = placedIn(root, "calcPr");
      if (found) return edits.set(found, "fullCalcOnLoad", "1");
      edits.insert(placedIn(root, "definedNames")!.end, `<${this.prefix}calcPr fullCalcOnLoad="1"/>`);
    });
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Of an element that holds nothing but text, which was read before and is well-formed. */
export const plain = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hexadecimal?: string, decimal?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16))
      : (ENTITIES[name] ?? ""),
  );
