import { civilOf, isDay as isInCalendar } from "../formula/dates";
import type { Book, Value } from "./book";
import { isDay } from "./formats";
import { FileRefused, LIMITS } from "./refused";

export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly separator: string;
}

const SEPARATORS = [";", "\t", ","];

/** The fields as they stand in the file: what a number or a day is, the user's language says. */
export function readCsv(bytes: Uint8Array): Table {
  if (bytes.length > LIMITS.partBytes) throw new FileRefused("too-large", { limit: LIMITS.partBytes / 2 ** 20 });
  const text = decoded(bytes);
  // Excel's own line says which sign it is.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const separator = said?.[1] ?? likelySeparator(body);
  return { rows: fieldsOf(body, separator, LIMITS.cells), separator };
}

/** A mark says which encoding it is; else UTF-8, and where it cannot be that, what Windows writes here. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1")
      .decode(bytes)
      .replace(/[\x80-\x9f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80]!);
  }
}

/** Where Windows differs from Latin 1; some versions of Node do not know it. */
const WINDOWS = [..."€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"];

/** Lines that are looked at. */
const SAMPLE = 20;
const LONGEST_SAMPLE = 100_000;

/** That which cuts the first lines into most fields of the same number; a decimal comma does not do that in every line. */
function likelySeparator(text: string): string {
  const sample = text
    .slice(0, LONGEST_SAMPLE)
    .split(/\r\n|\r|\n/, SAMPLE)
    .join("\n");
  let [best, most] = [";", 1];
  for (const separator of SEPARATORS) {
    const counts = fieldsOf(sample, separator)
      .filter((row) => row.length > 1 || row[0] !== "")
      .map((row) => row.length);
    const least = Math.min(...counts);
    if (counts.length > 0 && least > most) [best, most] = [separator, least];
  }
  return best;
}

/**
 * RFC 4180, with lines that end in any way. Quotes that have no end, or that more stands behind, are signs like others: so are those
 * within a field.
 */
export function fieldsOf(text: string, separator: string, most = Infinity): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let at = 0;
  while (at < text.length || row.length > 0) {
    const inQuotes = text[at] === '"' ? quoted(text, at, separator) : null;
    const end = inQuotes?.end ?? endOfField(text, at, separator);
    row.push(inQuotes?.value ?? text.slice(at, end));
    at = end;
    if (++cells > most) throw new FileRefused("too-many-cells", { limit: most });
    if (text.startsWith(separator, at) && at < text.length) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return rows;
}

function quoted(text: string, start: number, separator: string): { value: string; end: number } | null {
  let at = start + 1;
  let value = "";
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    value += text.slice(at, quote);
    const end = quote + 1;
    if (text[end] !== '"') return endOfField(text, end, separator) === end ? { value, end } : null;
    value += '"';
    at = end + 1;
  }
}

function endOfField(text: string, start: number, separator: string): number {
  let at = start;
  for (; at < text.length; at++) {
    const sign = text[at];
    if (sign === separator || sign === "\n" || sign === "\r") break;
  }
  return at;
}

export interface CsvSyntax {
  readonly separator: string;
  readonly decimal: string;
  /** The words for true and false. */
  readonly words: { readonly TRUE: string; readonly FALSE: string };
}

/** With the mark by which Excel knows UTF-8. */
export function writeCsv(
  rows: readonly (readonly (Value | null)[])[],
  { separator, decimal, words }: CsvSyntax,
): string {
  const field = (value: Value | null): string => {
    if (value === null) return "";
    if (typeof value === "number") return String(value).replace(".", decimal);
    if (typeof value === "boolean") return value ? words.TRUE : words.FALSE;
    const text = typeof value === "string" ? value : value.error;
    return /["\r\n;,\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${rows.map((row) => `${row.map(field).join(separator)}\r\n`).join("")}`;
}

const two = (part: number): string => String(part).padStart(2, "0");

/** The values of a sheet by rows, days as Belgians write them. */
export function csvRows(book: Book, sheet: number): (Value | null)[][] {
  const cells = (book.sheets[sheet]?.cells ?? []).filter(({ value }) => value !== undefined);
  const widths: number[] = [];
  for (const { row, column } of cells) widths[row] = Math.max(widths[row] ?? 0, column + 1);
  const days = (book.styles ?? []).map(({ format }) => format !== undefined && isDay(format));
  const rows = Array.from(widths, (width = 0) => new Array<Value | null>(width).fill(null));
  for (const { row, column, value, style } of cells) {
    const showsDay = style !== undefined && days[style] && typeof value === "number" && isInCalendar(value);
    rows[row]![column] = showsDay ? dayText(value) : value!;
  }
  return rows;
}

function dayText(serial: number): string {
  const { year, month, day } = civilOf(serial);
  const seconds = Math.round((serial % 1) * 86_400);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60].map(two).join(":");
  return `${two(day)}/${two(month)}/${year}${seconds === 0 ? "" : ` ${time}`}`;
}
