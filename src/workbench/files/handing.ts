import type { Style } from "../../package";
import { saveBlob } from "../../taskpane/kit/files";
import type { Book } from "../host/book";
import type { Metadata } from "../metadata";
import type { Files } from "./client";
import { collect } from "./collect";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Listener {
  /** All of it is collected. */
  readonly end?: () => void;
  readonly progress: (done: number, total: number) => void;
}

/** Hands the open workbook over to the worker that writes it; the styles that its cells point to. */
export async function sent(
  book: Book,
  functions: Metadata["functions"],
  files: Files,
  { end, progress }: Listener,
): Promise<readonly Style[]> {
  const asked: Promise<unknown>[] = [];
  let styles: readonly Style[] = [];
  const tables = new Set(functions.filter(({ result }) => result?.dimensionality === "matrix").map(({ name }) => name));
  await collect(book, tables, {
    begin: (head) => void asked.push(files.ask("begin", head)),
    cells: (sheet, cells) => void asked.push(files.ask("cells", { sheet, cells })),
    end: (all) => {
      styles = all;
      end?.();
    },
    progress,
  });
  await Promise.all(asked);
  return styles;
}

export const titleOf = ({ workbook }: Book): string => workbook.getName() || "Statut Social";

export const blobOf = (bytes: Uint8Array, type: string): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>], { type });

/** Its name. */
export function saveXlsx(title: string, bytes: Uint8Array): string {
  const name = fileName(title, ".xlsx");
  saveBlob(name, blobOf(bytes, XLSX));
  return name;
}

/** What no system takes in the name of a file. */
// eslint-disable-next-line no-control-regex
const NOT_IN_NAMES = /[<>:"/\\|?*\0-\x1f]/g;

export const fileName = (title: string, ending: string): string =>
  `${title.replace(NOT_IN_NAMES, " ").replace(/\s+/g, " ").trim() || "Statut Social"}${ending}`;
