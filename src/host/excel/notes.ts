import { Unsupported } from "../host";
import { EXCEL_API } from "../requirements";
import { formulaIn } from "./cells";

/** Notes are younger than the rest of what is needed of Excel. */
export const hasNotes = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", EXCEL_API.notes);

export function requireNotes(): void {
  if (!hasNotes()) throw new Unsupported("notes");
}

export interface NotePlan {
  readonly sheet: string;
  readonly address: string;
  /** The formula that stands in the cell; null for a value. */
  readonly formula: string | null;
  /** What its note says; null where it has none. */
  readonly noteBefore: string | null;
  /** Null takes the note away. */
  readonly note: string | null;
}

export const noteOf = (context: Excel.RequestContext, { sheet, address }: Pick<NotePlan, "sheet" | "address">) =>
  context.workbook.worksheets.getItem(sheet).notes.getItemOrNullObject(address);

/**
 * Writes notes. Whoever works in the workbook may have put another cell in the place of one, so the request that writes looks first: a note
 * that came to a wrong cell goes back. Says of each whether it stands.
 */
export async function replaceNotes<Plan extends NotePlan>(
  context: Excel.RequestContext,
  plans: readonly Plan[],
): Promise<{ readonly standing: Plan[]; readonly moved: Plan[] }> {
  if (plans.length === 0) return { standing: [], moved: [] };
  const seen = plans.map((plan) => {
    const cell = context.workbook.worksheets.getItem(plan.sheet).getRange(plan.address);
    cell.load("formulas, values");
    const before = noteOf(context, plan);
    before.load("content");
    writeNote(context, plan);
    return { plan, cell, before };
  });
  await context.sync();
  // A note that says already what it is to say is no other's.
  const isAsSeen = ({ plan, cell, before }: (typeof seen)[number]): boolean =>
    formulaIn(cell) === plan.formula && [plan.noteBefore, plan.note].some((text) => isSame(contentOf(before), text));
  const wrong = seen.filter((one) => !isAsSeen(one));
  await again(() => setNotes(wrong.map(({ plan, before }) => ({ ...plan, note: contentOf(before) }))));
  return { standing: seen.filter(isAsSeen).map(({ plan }) => plan), moved: wrong.map(({ plan }) => plan) };
}

/** What puts back something of others is tried once more: without it that would be nowhere. */
export const again = (act: () => Promise<void>): Promise<void> => act().catch(act);

/** Makes notes say this, whatever they say. */
async function setNotes(plans: readonly Pick<NotePlan, "sheet" | "address" | "note">[]): Promise<void> {
  if (plans.length === 0) return;
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const present = plans.map((plan) => noteOf(context, plan).load("content"));
    await context.sync();
    plans.forEach((plan, index) => writeNote(context, { ...plan, noteBefore: contentOf(present[index]!) }));
    await context.sync();
  });
}

function writeNote(
  context: Excel.RequestContext,
  { sheet, address, noteBefore, note }: Omit<NotePlan, "formula">,
): void {
  const { notes } = context.workbook.worksheets.getItem(sheet);
  if (noteBefore === null) {
    if (note !== null) roomFor(notes.add(address, note));
  } else if (note === null) notes.getItem(address).delete();
  else notes.getItem(address).content = note;
}

/** Points. */
const NOTE_SIZE = { width: 240, height: 120 };

/** A formula needs more room than Excel gives to a note; on the web it gives none to choose. */
function roomFor(note: Excel.Note): void {
  if (Office.context.platform !== Office.PlatformType.OfficeOnline) Object.assign(note, NOTE_SIZE);
}

/** The text of a note that is loaded. */
export const contentOf = (note: Excel.Note): string | null => (note.isNullObject ? null : note.content);

/** Whether a note says all of a text; for null, whether there is none. */
export const holds = (found: string | null, text: string | null): boolean =>
  found === null || text === null ? found === text : plain(found)!.includes(plain(text)!);

/** A note with another text in the place of one that it holds; null where nothing is left. What others wrote around it stays. */
export function exchanged(found: string | null, held: string, text: string | null): string | null {
  if (found === null) return text;
  const [before = "", ...after] = plain(found)!.split(plain(held)!);
  const left = `${before}${text ?? ""}${after.join(plain(held)!)}`;
  return left.trim() === "" ? null : left;
}

/** Excel may end lines and texts in its own way. */
export const isSame = (a: string | null, b: string | null): boolean => plain(a) === plain(b);

const plain = (text: string | null): string | null => text?.replace(/\r\n?/g, "\n").trim() ?? null;
