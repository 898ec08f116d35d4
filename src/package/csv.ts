import { civilOf, isDay as isInCalendar } from "../formula/dates";
import type { Book, Value } from "./book";
import { fieldsOf, likelySeparator } from "./fields";
import { isDay } from "./formats";
import { FileRefused, LIMITS } from "./refused";

export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly separator: string;
}

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
    return windowsText(bytes);
  }
}

/** What Windows writes here (code page 1252): a sign a byte. */
export const windowsText = (bytes: Uint8Array): string =>
  new TextDecoder("latin1").decode(bytes).replace(/[\x80-\x9f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80]!);

/** Where Windows differs from Latin 1; some versions of Node do not know it. */
const WINDOWS = [..."€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"];

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
