import type { Language } from "../../i18n";
import {
  type Book,
  type Cell,
  csvRows,
  type CsvSyntax,
  type Facts,
  FileRefused,
  type Left,
  read,
  readCsv,
  type RefusalKey,
  type Sheet,
  type Style,
  withoutFormulas,
  write,
  writeCsv,
} from "../../package";
import { replaceWork } from "../kept/opening";
import { kept, readWork } from "../kept/snapshot";
import { openStore } from "../kept/store";
import { lostFigures } from "./stored";
import { bookOfTable, type Doubt } from "./table";
import { workbookOf } from "./workbook";

/** Names of our functions as people type them. */
type Functions = readonly string[];

/** What the page may ask for, and what it gets. */
export interface Tasks {
  /** Reads a file; what it holds stays here until it is to take the place of the workbook. */
  open: { given: { bytes: Uint8Array; name: string; language: Language; functions: Functions }; answer: Found };
  /** Puts what was read in the place of the workbook that the browser keeps. */
  replace: { given: null; answer: null };
  begin: { given: Book; answer: null };
  cells: { given: { sheet: number; cells: readonly Cell[] }; answer: null };
  /** What has come is written. */
  xlsx: { given: { styles: readonly Style[]; functions: Functions; valuesOnly: boolean }; answer: Uint8Array };
  csv: { given: { styles: readonly Style[]; sheet: number; syntax: CsvSyntax }; answer: CsvWritten };
}

/** What there is to say of a file before it is opened. */
export interface Found {
  readonly left: readonly Left[];
  readonly doubts: readonly Doubt[];
  /** Formulas of a CSV that stay texts, for they reach outside. */
  readonly outside: number;
  readonly lostFigures: boolean;
}

export interface CsvWritten {
  readonly bytes: Uint8Array;
  /** Texts that whoever opens the file may take for formulas, by row and column. */
  readonly likeFormulas: readonly { readonly row: number; readonly column: number }[];
}

export type TaskName = keyof Tasks;

export interface Request<Name extends TaskName = TaskName> {
  readonly id: number;
  readonly task: Name;
  readonly given: Tasks[Name]["given"];
}

export type Answer = { readonly id: number } & (
  | { readonly result: Tasks[TaskName]["answer"] }
  | { readonly refused: { readonly key: RefusalKey; readonly facts: Facts } }
  | { readonly error: string }
);

export interface Scope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
}

/** Answers what the other end of a channel asks, one after the other. */
export function serve(scope: Scope): void {
  const tasks = new FileTasks();
  let last = Promise.resolve();
  // eslint-disable-next-line no-restricted-syntax -- the channel of a worker, on which no other page can speak
  scope.addEventListener("message", ({ data }) => {
    last = last.then(async () => {
      const answer = await answerTo(tasks, data as Request);
      scope.postMessage(answer, bytesOf(answer));
    });
  });
}

async function answerTo(tasks: FileTasks, { id, task, given }: Request): Promise<Answer> {
  try {
    const does = tasks as unknown as Record<TaskName, (given: unknown) => Promise<Tasks[TaskName]["answer"]>>;
    return { id, result: await does[task](given) };
  } catch (error) {
    if (error instanceof FileRefused) return { id, refused: { key: error.key, facts: error.facts } };
    return { id, error: String(error) };
  }
}

function bytesOf(answer: Answer): Transferable[] {
  const result = "result" in answer ? answer.result : null;
  const bytes = result instanceof Uint8Array ? result : result && "bytes" in result ? result.bytes : null;
  return bytes ? [bytes.buffer as ArrayBuffer] : [];
}

type Does = {
  [Name in TaskName]: (given: Tasks[Name]["given"]) => Tasks[Name]["answer"] | Promise<Tasks[Name]["answer"]>;
};

class FileTasks implements Does {
  private found: { readonly work: unknown; readonly name: string; readonly file: Found } | undefined;
  private book: Book = { sheets: [] };
  private cellsOf: Cell[][] = [];

  open({ bytes, name, language, functions }: Tasks["open"]["given"]): Found {
    this.found = undefined;
    const title = name.replace(/\.[^.]*$/, "");
    const { book, ...file } =
      isPackage(bytes) || !TABLE.test(name) ? ofWorkbook(bytes, functions) : ofTable(bytes, title, language);
    const snapshot = workbookOf(book, title);
    const selected = { sheet: book.sheets[book.active ?? 0]!.name, cell: "A1" };
    const work = kept({ snapshot, selected, isSaved: true }, Date.now());
    if (readWork(work) === undefined) throw new FileRefused("damaged", { part: "" });
    this.found = { work, name, file };
    return file;
  }

  async replace(): Promise<null> {
    if (!this.found) throw new Error("no file was read");
    const { work, name, file } = this.found;
    await replaceWork(await openStore(), work, { name, ...file });
    this.found = undefined;
    return null;
  }

  begin(book: Book): null {
    this.book = book;
    this.cellsOf = book.sheets.map(() => []);
    return null;
  }

  cells({ sheet, cells }: Tasks["cells"]["given"]): null {
    const all = this.cellsOf[sheet]!;
    for (const cell of cells) all.push(cell);
    return null;
  }

  xlsx({ styles, functions, valuesOnly }: Tasks["xlsx"]["given"]): Uint8Array {
    const book = this.collected(styles);
    return write(valuesOnly ? withoutFormulas(book) : book, functions);
  }

  csv({ styles, sheet, syntax }: Tasks["csv"]["given"]): CsvWritten {
    const book = this.collected(styles);
    const bytes = new TextEncoder().encode(writeCsv(csvRows(book, sheet), syntax));
    const likeFormulas = book.sheets[sheet]!.cells.filter(
      ({ value }) => typeof value === "string" && /^[=+\-@]./.test(value),
    );
    return { bytes, likeFormulas: likeFormulas.map(({ row, column }) => ({ row, column })) };
  }

  /** What has come, once. */
  private collected(styles: readonly Style[]): Book {
    const sheets = this.book.sheets.map((sheet, index): Sheet => ({ ...sheet, cells: this.cellsOf[index]! }));
    const book = { ...this.book, sheets, styles };
    this.begin({ sheets: [] });
    return book;
  }
}

/** Of texts that have a cell by cell; other texts are no tables. */
const TABLE = /\.(?:csv|tsv|txt)$/i;

/** A zip, and an older format or a file with a password, which the reader of workbooks calls by their names. */
const isPackage = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);

function ofWorkbook(bytes: Uint8Array, functions: Functions): Found & { book: Book } {
  const { book, left } = read(bytes, functions);
  return { book, left, doubts: [], outside: 0, lostFigures: lostFigures(book) };
}

function ofTable(bytes: Uint8Array, name: string, language: Language): Found & { book: Book } {
  const { book, doubts, outside } = bookOfTable(readCsv(bytes).rows, name, language);
  return { book, doubts, outside, left: [], lostFigures: false };
}

// In a worker there is no page.
if (typeof document === "undefined" && typeof self !== "undefined" && "importScripts" in self)
  serve(self as unknown as Scope);
