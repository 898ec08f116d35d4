import { Unsupported } from "./host";

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
