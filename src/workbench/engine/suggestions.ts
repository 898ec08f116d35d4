import type { Editor } from "@univerjs/preset-sheets-core";

/**
 * The list of functions is looked up a while after the last key, and stays until it is looked up again: a key that would take from it is one
 * for the list only where the cursor still stands at the word that it was made for.
 */
export function offerFunctions(): void {
  Object.assign(globalThis, { statutIsOffered: isOffered });
}

function isOffered(editor: Pick<Editor, "getSelectionRanges" | "getDocumentData">, word: string): boolean {
  const [range, ...others] = editor.getSelectionRanges();
  if (!range?.collapsed || others.length > 0) return false;
  const text = editor.getDocumentData().body?.dataStream ?? "";
  return wordAt(text, range.startOffset).toUpperCase() === word.toUpperCase();
}

const wordAt = (text: string, cursor: number): string =>
  /[\p{L}\d._]*$/u.exec(text.slice(0, cursor))![0] + /^[\p{L}\d._]*/u.exec(text.slice(cursor))![0];
