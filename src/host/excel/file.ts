import { Unsupported, type Work } from "../host";
import { pause } from "../turns";

/** What Excel hands over at once; it allows no more. */
const SLICE = 4 * 2 ** 20;

/** The workbook as Excel would save it now, with what is not saved yet. */
export async function readFile({ signal, onProgress }: Work = {}): Promise<Uint8Array | null> {
  if (!hasFiles()) throw new Unsupported("files");
  const file = await told<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done),
  );
  try {
    const bytes = new Uint8Array(file.size);
    let filled = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      if (signal?.aborted) return null;
      onProgress?.(index, file.sliceCount);
      const slice = await told<Office.Slice>((done) => file.getSliceAsync(index, done));
      const piece = slice.data as ArrayLike<number>;
      bytes.set(piece, filled);
      filled += piece.length;
    }
    if (filled !== bytes.length) throw new Error("Excel handed over a part of the workbook only");
    return bytes;
  } finally {
    // Excel has two such files open at most.
    file.closeAsync();
  }
}

/** Beside this one. Excel names it; nobody has saved it. */
export async function openFile(bytes: Uint8Array): Promise<"opened"> {
  await Excel.createWorkbook(await base64(bytes));
  return "opened";
}

const hasFiles = (): boolean => Office.context.requirements.isSetSupported("CompressedFile", "1.1");

function told<Value>(ask: (done: (result: Office.AsyncResult<Value>) => void) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    ask(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(new Error(error.message));
    });
  });
}

/** A multiple of three: each piece is a text of its own. */
const PIECE = 3 * 2 ** 13;
const PIECES_A_TURN = 64;

async function base64(bytes: Uint8Array): Promise<string> {
  let text = "";
  for (let at = 0, piece = 0; at < bytes.length; at += PIECE, piece++) {
    if (piece % PIECES_A_TURN === PIECES_A_TURN - 1) await pause();
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return text;
}
