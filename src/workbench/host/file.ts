import type { Host, Work } from "../../host/host";
import { Files } from "../files/client";
import { saveXlsx, sent, titleOf } from "../files/handing";
import type { Metadata } from "../metadata";
import type { Book } from "./book";

/** The workbook as its own menu would save it. */
export async function readFile(
  book: Book,
  functions: Metadata["functions"],
  { signal, onProgress }: Work = {},
): Promise<Uint8Array | null> {
  const worker = new Worker("files-worker.js");
  const stopped = new Promise<null>((resolve) => signal?.addEventListener("abort", () => resolve(null)));
  try {
    return await Promise.race([written(book, functions, new Files(worker), onProgress), stopped]);
  } finally {
    worker.terminate();
  }
}

async function written(
  book: Book,
  functions: Metadata["functions"],
  files: Files,
  onProgress: Work["onProgress"],
): Promise<Uint8Array> {
  const styles = await sent(book, functions, files, { progress: (done, total) => onProgress?.(done, total) });
  return files.ask("xlsx", { styles, functions: functions.map(({ name }) => name), valuesOnly: false });
}

/** The browser keeps it where it keeps what people download. */
export const openFile = (
  book: Book,
  bytes: Uint8Array,
  named: (workbook: string) => string,
): ReturnType<Host["openFile"]> => Promise.resolve({ saved: saveXlsx(named(titleOf(book)), bytes) });
