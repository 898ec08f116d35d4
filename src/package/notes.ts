import { addressOf } from "../formula/addresses";
import type { Note } from "./book";
import { cellOf } from "./areas";
import { cellText, childOf, childrenOf, type Element, everyOf, fromCellText } from "./xml";

/** Excel's own sentence before a conversation: whoever cannot show it reads it. */
const THREAD = "[Threaded comment]";

export function readNotes(comments: Element): { readonly notes: Note[]; readonly threads: number } {
  const authors = childrenOf(childOf(comments, "authors"), "author").map(({ text }) => fromCellText(text));
  let threads = 0;
  const notes = childrenOf(childOf(comments, "commentList"), "comment").flatMap((comment): Note[] => {
    const place = cellOf(comment.attributes.get("ref") ?? "");
    if (!place) return [];
    const text = everyOf(childOf(comment, "text"), "t")
      .map((run) => run.text)
      .join("");
    if (text.startsWith(THREAD)) threads += 1;
    // Conversations have an id for an author.
    const author = authors[Number(comment.attributes.get("authorId") ?? NaN)] ?? "";
    return [{ ...place, text: fromCellText(text), ...(author === "" || author.startsWith("tc={") ? {} : { author }) }];
  });
  return { notes, threads };
}

export function commentsXml(notes: readonly Note[]): string {
  const authors = [...new Set(notes.map(({ author = "" }) => author))];
  const comments = notes.map(
    ({ row, column, text, author = "" }) =>
      `<comment ref="${addressOf({ row, column, rows: 1, columns: 1 })}" authorId="${authors.indexOf(author)}">` +
      `<text><r><t xml:space="preserve">${cellText(text)}</t></r></text></comment>`,
  );
  return (
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<authors>${authors.map((author) => `<author>${cellText(author)}</author>`).join("")}</authors>` +
    `<commentList>${comments.join("")}</commentList></comments>`
  );
}

const WIDEST = 12;
/** Signs of a line in the note's box. */
const LINE = 34;

/** The number of the first box of a sheet. */
const FIRST_BOX = 1_025;

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';

const BOX_KIND =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** The boxes of the notes, hidden until somebody points at the cell. */
export const boxesXml = (notes: readonly Note[]): string =>
  `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${BOX_KIND}` +
  `${notes.map((note, index) => boxXml(note, FIRST_BOX + index)).join("")}</xml>`;

function boxXml({ row, column, text }: Note, number: number, namespaces = ""): string {
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / LINE), 1);
  const rows = Math.min(Math.max(lines, 4), WIDEST * 3);
  return (
    `<v:shape${namespaces} id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${column + 1}, 15, ${Math.max(row - 1, 0)}, 10, ${column + 4}, 15, ${Math.max(row - 1, 0) + rows}, 4</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

/** Boxes for more notes behind those that a drawing has; other programs do not close every tag of it. */
export function withBoxes(drawing: string, notes: readonly Note[]): string {
  const taken = [...drawing.matchAll(/_s(\d{1,9})"/g)].map(([, number]) => Number(number));
  const first = Math.max(FIRST_BOX - 1, ...taken) + 1;
  const kind = drawing.includes("_x0000_t202") ? "" : BOX_KIND.replace(" ", ` ${NAMESPACES} `);
  const boxes = notes.map((note, index) => boxXml(note, first + index, ` ${NAMESPACES}`)).join("");
  const end = drawing.lastIndexOf("</xml>");
  return end < 0 ? boxesXml(notes) : drawing.slice(0, end) + kind + boxes + drawing.slice(end);
}

const BOX = /<v:shape\b(?:(?!<\/v:shape>)[^])*<\/v:shape>/g;

/** A drawing without the boxes of some cells. */
export const withoutBoxes = (drawing: string, isGone: (row: number, column: number) => boolean): string =>
  drawing.replace(BOX, (box) => {
    const place = (name: string): number => Number(new RegExp(`<x:${name}>\\s*(\\d+)\\s*<`).exec(box)?.[1] ?? NaN);
    return box.includes('"Note"') && isGone(place("Row"), place("Column")) ? "" : box;
  });
