import { createReadStream, type PathLike } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { likelySeparator, windowsText } from "../../../../src/package";
import { t } from "../../../../src/i18n";
import { problem } from "./problem";
import { type Batch, BATCH, type Row, type Source, type Syntax } from "./table";

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What the bytes of a text file say of it. */
interface Looked {
  readonly encoding: Encoding;
  readonly mark: boolean;
  readonly bytes: number;
  /** Its beginning. */
  readonly sample: string;
}

const PIECE = 2 ** 18;
/** A row of a table has less; a file without ends of lines would fill the memory. */
const LONGEST_ROW = 2 ** 20;
const SAMPLE = 2 ** 16;

export async function csvSource(file: string, separator?: string): Promise<Source> {
  const looked = await look(file);
  const said = /^sep=(.)(?:\r\n|\r|\n)/i.exec(looked.sample);
  const body = looked.sample.slice(said?.[0].length ?? 0);
  const sign = separator ?? said?.[1] ?? likelySeparator(body);
  const rows = rowsOf(file, looked, sign, said === null ? 1 : 2);
  const first = await rows.next();
  if (first.done) throw problem("empty", { file });
  const syntax: Syntax = {
    separator: sign,
    decimal: sign === "," ? "." : decimalIn(body, sign),
    newline: /\r\n|\r|\n/.exec(looked.sample)?.[0] ?? "\n",
    mark: looked.mark || looked.encoding !== "utf-8",
  };
  return {
    headings: first.value.row.map((heading) => heading.trim()),
    batches: inBatches(rows, looked.bytes),
    syntax,
    remarks: looked.encoding === "windows-1252" ? [t("program:files/windows", { file })] : [],
  };
}

/** Reads a file through once: which encoding it is can show in its last line. */
async function look(file: PathLike & string): Promise<Looked> {
  let sample = Buffer.alloc(0);
  let bytes = 0;
  let isUtf8 = true;
  let marked: Encoding | undefined;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (piece?: Buffer): void => {
    try {
      decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      isUtf8 = false;
    }
  };
  for await (const piece of createReadStream(file, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    if (bytes === 0) marked = markOf(piece);
    if (sample.length < SAMPLE) sample = Buffer.concat([sample, piece.subarray(0, SAMPLE - sample.length)]);
    if (!marked?.startsWith("utf-16") && piece.includes(0)) throw problem("binary", { file });
    if (isUtf8) decode(piece);
    bytes += piece.length;
  }
  if (isUtf8) decode();
  if (bytes === 0) throw problem("empty", { file });
  if (marked === "utf-8" && !isUtf8) throw problem("encoding", { file });
  const encoding = marked ?? (isUtf8 ? "utf-8" : "windows-1252");
  const text = encoding === "windows-1252" ? windowsText(sample) : new TextDecoder(encoding).decode(sample);
  return { encoding, mark: marked === "utf-8", bytes, sample: text };
}

function markOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : undefined;
}

/** The text of a file, piece by piece, without its mark. */
async function* textOf(file: string, encoding: Encoding, read: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = encoding === "windows-1252" ? undefined : new TextDecoder(encoding);
  for await (const piece of createReadStream(file, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    read(piece.length);
    yield decoder === undefined ? windowsText(piece) : decoder.decode(piece, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}

interface Read {
  readonly row: readonly string[];
  readonly bytes: number;
}

/** The rows from a line on. */
async function* rowsOf(file: string, { encoding }: Looked, delimiter: string, from: number): AsyncGenerator<Read> {
  let bytes = 0;
  const text = Readable.from(textOf(file, encoding, (count) => void (bytes += count)));
  const rows = text.pipe(
    parse({
      delimiter,
      from_line: from,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      // A quotation mark within a field is a sign like others.
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
    }),
  );
  text.on("error", (error) => rows.destroy(error));
  try {
    for await (const row of rows as AsyncIterable<string[]>) yield { row, bytes };
  } catch (error) {
    throw error instanceof CsvError ? csvProblem(error, file) : error;
  } finally {
    text.destroy();
  }
}

function csvProblem(error: CsvError, file: string): unknown {
  const line = Number(error["lines"]);
  if (error.code === "CSV_MAX_RECORD_SIZE") return problem("long-row", { file, line, limit: LONGEST_ROW });
  return error.code.includes("QUOTE") ? problem("quote", { file, line }) : error;
}

async function* inBatches(rows: AsyncGenerator<Read>, bytes: number): AsyncGenerator<Batch> {
  let batch: Row[] = [];
  let done = 0;
  for await (const { row, bytes: read } of rows) {
    batch.push(row);
    done = read / bytes;
    if (batch.length < BATCH) continue;
    yield { rows: batch, done };
    batch = [];
  }
  if (batch.length > 0) yield { rows: batch, done: 1 };
}

/** The sign before the decimals of most fields that have some: Belgians write a comma. */
function decimalIn(sample: string, separator: string): string {
  const fields = sample
    .split(separator === "\t" ? /[\t\r\n]/ : /[;\r\n]/)
    .map((field) => field.replace(/["\s€%]/g, ""));
  const count = (pattern: RegExp): number => fields.filter((field) => pattern.test(field)).length;
  return count(/^-?\d+\.\d{1,2}$|^-?[\d,]+,\d{3}\.\d+$/) > count(/^-?\d+,\d{1,2}$|^-?[\d.]+\.\d{3},\d+$/) ? "." : ",";
}
