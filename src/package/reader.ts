import { areaIn } from "./areas";
import type { Book, Chart, Left, LeftWhat, Name, Note, Print, Sheet } from "./book";
import { readChart, readDrawing } from "./charts";
import { themeColours } from "./colours";
import { ownNames, rangeNames, Reader, Writer } from "./formulas";
import { given, some, yes } from "./given";
import { Leaving } from "./left";
import { Meter } from "./meter";
import { readNotes } from "./notes";
import { damaged, FileRefused, LONGEST_CELL } from "./refused";
import { type Relation, relationsOf } from "./relations";
import { readSettings } from "./settings";
import { readSheet } from "./sheet-reader";
import { readStyles } from "./styles";
import { childOf, childrenOf, type Element, fromCellText, isOn, scan, treeOf } from "./xml";
import { Parts } from "./zip";

export interface Opened {
  readonly book: Book;
  /** What the file has beside it. */
  readonly left: readonly Left[];
}

/** Parts of the whole package that a book does not have, by what their names hold. */
const PARTS_LEFT: readonly (readonly [RegExp, LeftWhat])[] = [
  [/\/vbaproject[^/]*\.bin$/, "macros"],
  [/\/pivottables\/[^/]+\.xml$/, "pivot-tables"],
  [/\/externallinks\/[^/]+\.xml$/, "external-links"],
  [/\/connections\.xml$|\/querytables\/[^/]+\.xml$/, "connections"],
  [/^_xmlsignatures\/[^/]+\.xml$/, "signatures"],
  [/\/(?:slicers|timelines)\/[^/]+\.xml$/, "controls"],
];

const OTHER_SHEETS: ReadonlySet<string> = new Set(["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]);

/** @param functions The names of our functions, as people type them. */
export function read(bytes: Uint8Array, functions: readonly string[]): Opened {
  const parts = new Parts(bytes);
  return new BookReader(parts, functions).read();
}

class BookReader {
  private readonly left = new Leaving();
  private readonly meter = new Meter();
  private readonly formulas: Reader;

  constructor(
    private readonly parts: Parts,
    private readonly functions: readonly string[],
  ) {
    this.formulas = new Reader(ownNames(functions));
  }

  read(): Opened {
    const { parts } = this;
    const main = relationsOf(parts, "").find(({ type }) => type === "officeDocument")?.target;
    if (main === undefined || !parts.has(main)) throw new FileRefused("no-workbook");
    if (main.toLowerCase().endsWith(".bin")) throw new FileRefused("binary");
    const workbook = treeOf(parts.text(main), main);
    if (workbook.name !== "workbook") throw new FileRefused("no-workbook");
    const relations = relationsOf(parts, main);
    const related = (type: string): Element | undefined => {
      const target = relations.find((relation) => relation.type === type && !relation.outside)?.target;
      return target !== undefined && parts.has(target) ? treeOf(parts.text(target), target) : undefined;
    };

    const theme = themeColours(related("theme"));
    const styles = readStyles(related("styles"), theme);
    const texts = this.texts(relations);
    const named = this.names(workbook);
    const arrays = new Writer(ownNames(this.functions), rangeNames(named.names));
    const from1904 = isOn(childOf(workbook, "workbookPr")?.attributes.get("date1904"));

    const taken = new Set<string>();
    const sheets: Sheet[] = [];
    /** Places among all sheets of the file to those among the sheets of the book. */
    const places = new Map<number, number>();
    childrenOf(childOf(workbook, "sheets"), "sheet").forEach((element, place) => {
      const name = element.attributes.get("name") ?? "";
      const relation = relations.find(({ id }) => id === element.attributes.get(":id"));
      if (relation && OTHER_SHEETS.has(relation.type)) return this.left.add("other-sheets", name);
      if (!relation || relation.outside || name === "" || taken.has(name.toLowerCase())) throw damaged(main);
      taken.add(name.toLowerCase());
      places.set(place, sheets.length);
      const around = { texts, styles, formulas: this.formulas, arrays, meter: this.meter, left: this.left, from1904 };
      const found = readSheet(parts.text(relation.target), relation.target, name, around);
      const print = { ...found.sheet.print, ...named.prints.get(place) };
      const state = element.attributes.get("state") ?? "visible";
      sheets.push({
        name,
        ...given({ hidden: yes(state !== "visible") }),
        ...found.sheet,
        ...this.beside(name, relation.target),
        ...(Object.keys(print).length > 0 ? { print } : {}),
      });
    });
    if (sheets.length === 0) throw new FileRefused("no-workbook");

    const active = places.get(
      Number(childOf(childOf(workbook, "bookViews"), "workbookView")?.attributes.get("activeTab") ?? 0),
    );
    for (const [pattern, what] of PARTS_LEFT)
      this.left.add(what, undefined, parts.names.filter((name) => pattern.test(name)).length);
    const book: Book = {
      sheets,
      ...given({
        names: some(this.placed(named.names, places)),
        styles: some(styles.styles),
        settings: some(this.settings()),
        active: active === 0 ? undefined : active,
      }),
    };
    return { book, left: this.left.list() };
  }

  /** The texts that cells share. */
  private texts(relations: readonly Relation[]): readonly string[] {
    const part = relations.find(({ type }) => type === "sharedStrings")?.target;
    if (part === undefined || !this.parts.has(part)) return [];
    const texts: string[] = [];
    let text = "";
    let isText = false;
    let passed = 0;
    scan(this.parts.text(part), part, {
      open: (name) => {
        if (passed > 0 || name === "rPh") passed += 1;
        if (name === "si") text = "";
        isText = name === "t" && passed === 0;
      },
      text: (more) => {
        if (isText) text += more;
      },
      close: (name) => {
        if (passed > 0) passed -= 1;
        isText = false;
        if (name !== "si") return;
        const plain = fromCellText(text);
        if (plain.length > LONGEST_CELL) throw damaged(part);
        texts.push(plain);
      },
    });
    return texts;
  }

  private names(workbook: Element) {
    const names: Name[] = [];
    const prints = new Map<number, Pick<Print, "area" | "titleRows">>();
    for (const { attributes, text } of childrenOf(childOf(workbook, "definedNames"), "definedName")) {
      this.meter.add("names");
      const name = attributes.get("name") ?? "";
      const sheet = attributes.has("localSheetId") ? Number(attributes.get("localSheetId")) : undefined;
      if (/^_xlnm\./i.test(name)) {
        if (sheet !== undefined) prints.set(sheet, { ...prints.get(sheet), ...printOf(name, text) });
        continue;
      }
      // A macro's name is no value.
      if (isOn(attributes.get("function")) || isOn(attributes.get("vbProcedure")) || isOn(attributes.get("xlm")))
        continue;
      const read = this.formulas.read(text);
      if ("why" in read || text.trim() === "") {
        const what = { outside: "outside-formulas", "other-book": "external-links", table: "table-formulas" } as const;
        if ("why" in read) this.left.add(what[read.why]);
        continue;
      }
      this.meter.add("characters", text.length);
      names.push({ name, formula: read.formula, ...given({ sheet, hidden: yes(isOn(attributes.get("hidden"))) }) });
    }
    return { names, prints };
  }

  /** Sheets that are not taken leave no number. */
  private placed(names: readonly Name[], places: ReadonlyMap<number, number>): Name[] {
    return names.flatMap(({ sheet, ...name }) => {
      if (sheet === undefined) return [name];
      const place = places.get(sheet);
      return place === undefined ? [] : [{ ...name, sheet: place }];
    });
  }

  /** What belongs to a sheet and stands in other parts. */
  private beside(sheet: string, part: string): Pick<Sheet, "notes" | "charts"> {
    const notes: Note[] = [];
    const charts: Chart[] = [];
    for (const { type, target, outside } of relationsOf(this.parts, part)) {
      if (outside || !this.parts.has(target)) continue;
      if (type === "comments") {
        const found = readNotes(treeOf(this.parts.text(target), target));
        this.left.add("threads", sheet, found.threads);
        found.notes.forEach(({ text }) => this.meter.add("characters", text.length));
        notes.push(...found.notes);
      } else if (type === "drawing") {
        const found = readDrawing(treeOf(this.parts.text(target), target));
        this.left.add("pictures", sheet, found.others);
        const relations = relationsOf(this.parts, target);
        for (const { id, place } of found.charts) {
          const space = relations.find((relation) => relation.id === id)?.target;
          const chart =
            space !== undefined && this.parts.has(space)
              ? readChart(treeOf(this.parts.text(space), space), place)
              : null;
          if (chart) charts.push(chart);
          else this.left.add("charts", sheet);
        }
      }
    }
    return given({ notes: some(notes), charts: some(charts) });
  }

  /** What the add-in keeps; the parts of other add-ins are left. */
  private settings(): NonNullable<Book["settings"]> {
    const settings = new Map<string, NonNullable<Book["settings"]>[number][1]>();
    for (const part of this.parts.names.filter((name) => /^xl\/webextensions\/webextension[^/]*\.xml$/.test(name))) {
      const found = readSettings(treeOf(this.parts.text(part), part));
      if (!found) this.left.add("add-ins");
      for (const [name, value] of found ?? []) settings.set(name, value);
    }
    return [...settings];
  }
}

function printOf(name: string, formula: string): Pick<Print, "area" | "titleRows"> {
  const area = areaIn(formula);
  if (/\.print_area$/i.test(name)) return given({ area: area ?? undefined });
  if (!/\.print_titles$/i.test(name)) return {};
  // Columns, rows or both.
  const rows = /!\$(\d+):\$(\d+)$/.exec(formula);
  return rows ? { titleRows: [Number(rows[1]) - 1, Number(rows[2]) - 1] } : {};
}
