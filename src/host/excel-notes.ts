import { Unsupported } from "./host";

/** The note of this cell does not say what was written into it. */
export class NoteLost extends Error {}

/** Notes are younger than the rest of what is needed of Excel. */
export const hasNotes = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.18");

export function requireNotes(): void {
  if (!hasNotes()) throw new Unsupported("notes");
}

export interface NotePlan {
  readonly sheet: string;
  readonly address: string;
  /** Null takes the note away. */
  readonly note: string | null;
}

export async function writeNotes(context: Excel.RequestContext, plans: readonly NotePlan[]): Promise<void> {
  const present = plans.map(({ sheet, address }) => {
    const { notes } = context.workbook.worksheets.getItem(sheet);
    return { notes, note: notes.getItemOrNullObject(address) };
  });
  await context.sync();
  plans.forEach(({ address, note: text }, index) => {
    const { notes, note } = present[index]!;
    if (!note.isNullObject) {
      if (text === null) note.delete();
      else note.content = text;
    } else if (text !== null) notes.add(address, text);
  });
  await context.sync();
}

/** What keeps a formula must be there as a whole before the formula goes: Excel says of no length how it takes it. */
export async function verifyNotes(context: Excel.RequestContext, plans: readonly NotePlan[]): Promise<void> {
  const written = plans.map(({ sheet, address }) =>
    context.workbook.worksheets.getItem(sheet).notes.getItemOrNullObject(address).load("content"),
  );
  await context.sync();
  const isLost = plans.some(({ note: text }, index) => {
    const note = written[index]!;
    return text !== null && (note.isNullObject || !plain(note.content).includes(plain(text)));
  });
  if (isLost) throw new NoteLost();
}

/** Excel may end lines and texts in its own way. */
const plain = (text: string): string => text.replace(/\r\n?/g, "\n").trim();
