import { FileRefused } from "./refused";

const SEPARATORS = [";", "\t", ","];

/** Lines that are looked at. */
const SAMPLE = 20;
const LONGEST_SAMPLE = 100_000;

/** That which cuts the first lines into most fields of the same number; a decimal comma does not do that in every line. */
export function likelySeparator(text: string): string {
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
