import { lettersOf } from "../formula/addresses";
import { readNote } from "../formula/frozen-note";
import { cellOf } from "../package/areas";
import type { Note } from "../package/book";
import { boxesXml, commentsXml, withBoxes, withoutBoxes } from "../package/notes";
import type { Parcel } from "../package/parcel";
import { Edits, type PlacedElement, placedIn, placesOf, prefixOf } from "../package/places";
import { cellText, fromCellText, scan } from "../package/xml";
import { OFFICE, SPREADSHEET } from "./kinds";

/** A conversation is no note, though older programs see one. */
const THREAD = "[Threaded comment]";

const keyOf = ({ row, column }: { readonly row: number; readonly column: number }): string => `${row} ${column}`;

/** Notes of a sheet in its package. */
export class SheetNotes {
  private readonly comments: string | undefined;
  private readonly texts = new Map<string, { readonly text: string; readonly element: PlacedElement }>();

  constructor(
    private readonly parcel: Parcel,
    private readonly sheet: string,
  ) {
    this.comments = parcel.relations(sheet).find(({ type }) => type === "comments")?.target;
    if (this.comments === undefined) return;
    const xml = parcel.text(this.comments);
    for (const element of placedIn(placesOf(xml, this.comments), "commentList")?.children ?? []) {
      const place = cellOf(element.attributes.get("ref") ?? "");
      if (place) this.texts.set(keyOf(place), { text: textIn(xml.slice(element.start, element.end)), element });
    }
  }

  /** What the note of a cell says; null where it has none, undefined where it is no note but a conversation. */
  at(place: { readonly row: number; readonly column: number }): string | null | undefined {
    const found = this.texts.get(keyOf(place));
    return found?.text.startsWith(THREAD) ? undefined : (found?.text ?? null);
  }

  /** Adds notes; of a cell that has one, behind it. What a note says is given as a whole. `boxes` is the sheet's drawing of boxes, if any. */
  write(notes: readonly Note[], boxes: string | undefined): { readonly boxes?: string } {
    if (notes.length === 0) return {};
    const fresh = notes.filter((note) => !this.texts.has(keyOf(note)));
    this.writeTexts(notes, fresh);
    if (fresh.length === 0) return {};
    if (boxes !== undefined && this.parcel.has(boxes)) {
      this.parcel.write(boxes, withBoxes(this.parcel.text(boxes), fresh));
      return {};
    }
    const part = this.parcel.free("xl/drawings/notesOfCopy", ".vml");
    this.parcel.addEnding("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
    this.parcel.write(part, boxesXml(fresh));
    return { boxes: this.parcel.relate(this.sheet, `${OFFICE}/vmlDrawing`, part) };
  }

  private writeTexts(notes: readonly Note[], fresh: readonly Note[]): void {
    if (this.comments === undefined) {
      const part = this.parcel.free("xl/commentsOfCopy", ".xml");
      this.parcel.add(part, `${SPREADSHEET}.comments+xml`, commentsXml(fresh));
      this.parcel.relate(this.sheet, `${OFFICE}/comments`, part);
      return;
    }
    this.parcel.change(this.comments, (root, edits, xml) => {
      const authors = placedIn(root, "authors");
      const list = placedIn(root, "commentList")!;
      const p = prefixOf(root.tag);
      const run = (text: string): string => `<${p}r><${p}t xml:space="preserve">${cellText(text)}</${p}t></${p}r>`;
      for (const note of notes) {
        const known = this.texts.get(keyOf(note));
        if (!known) continue;
        const text = placedIn(known.element, "text")!;
        edits.replace(text, withRun(xml.slice(text.start, text.end), text, run(note.text.slice(known.text.length))));
      }
      const author = authors ? authors.children.length : 0;
      if (fresh.length > 0 && authors) edits.append(authors, `<${p}author></${p}author>`);
      edits.append(
        list,
        fresh
          .map(({ row, column, text }) => {
            const ref = `${lettersOf(column)}${row + 1}`;
            return `<${p}comment ref="${ref}" authorId="${author}"><${p}text>${run(text)}</${p}text></${p}comment>`;
          })
          .join(""),
      );
    });
  }

  /** Takes away what freezing wrote into the notes of some cells; what the user wrote stays as it was. */
  clear(places: readonly { readonly row: number; readonly column: number }[], boxes: string | undefined): void {
    const { comments } = this;
    if (comments === undefined) return;
    const gone = new Set<string>();
    this.parcel.change(comments, (_, edits, xml) => {
      for (const place of places) {
        const found = this.texts.get(keyOf(place));
        const note = found && readNote(found.text);
        if (!note) continue;
        if (note.userNote === null) {
          edits.replace(found.element, "");
          gone.add(keyOf(place));
        } else edits.replace(found.element, withoutOurs(xml, found.element, note.userNote));
      }
    });
    if (boxes !== undefined && gone.size > 0 && this.parcel.has(boxes)) {
      const isGone = (row: number, column: number): boolean => gone.has(keyOf({ row, column }));
      this.parcel.write(boxes, withoutBoxes(this.parcel.text(boxes), isGone));
    }
  }
}

/** What a note says, without how it looks. */
function textIn(xml: string): string {
  let text = "";
  let isText = false;
  let passed = 0;
  // The namespaces of its prefixes stand further up, and count for nothing here.
  scan(xml, "", {
    open(name) {
      if (passed > 0 || name === "rPh") passed += 1;
      isText = name === "t" && passed === 0;
    },
    text(more) {
      if (isText) text += more;
    },
    close() {
      if (passed > 0) passed -= 1;
      isText = false;
    },
  });
  return fromCellText(text);
}

/** A text without runs gets one for what it has. */
function withRun(xml: string, text: PlacedElement, run: string): string {
  const edits = new Edits(xml);
  const inside = placesOf(xml, "");
  const plain = placedIn(inside, "t");
  const p = prefixOf(text.tag);
  if (plain) {
    edits.insert(plain.start, `<${p}r>`);
    edits.insert(plain.end, `</${p}r>`);
  }
  edits.append(inside, run);
  return edits.done();
}

/** The comment without its last run, where all that is ours stands in that one; otherwise its text alone. */
function withoutOurs(xml: string, element: PlacedElement, userNote: string): string {
  const text = placedIn(element, "text")!;
  const before = xml.slice(element.start, text.start);
  const after = xml.slice(text.end, element.end);
  const last = text.children.findLast(({ name }) => name === "r");
  if (last) {
    const without = xml.slice(text.start, last.start) + xml.slice(last.end, text.end);
    if (textIn(without) === userNote) return before + without + after;
  }
  const p = prefixOf(text.tag);
  return `${before}<${text.tag}><${p}r><${p}t xml:space="preserve">${cellText(userNote)}</${p}t></${p}r></${text.tag}>${after}`;
}
