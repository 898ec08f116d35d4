/** The cells of a text that was copied from a spreadsheet, or of a CSV file. */
export function gridOf(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  return split(lines, delimiterOf(lines));
}

/** Tabs part the cells of spreadsheets; a CSV has semicolons here, and as many in each line. */
function delimiterOf(text: string): string {
  if (text.includes("\t") || /^=/m.test(text)) return "\t";
  const counts = split(text, ";").map(({ length }) => length);
  const isEven = counts.length > 1 && counts[0]! > 1 && counts.every((count) => count === counts[0]);
  return isEven ? ";" : "\t";
}

/** A cell with quotes around it may hold the delimiter, lines, and quotes by twos. */
function split(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const quoted = text[at] === '"' ? /^"((?:[^"]|"")*)"(?=\t|;|\n|$)/.exec(text.slice(at)) : null;
    const end = quoted ? at + quoted[0].length : nextOf(text, at, delimiter);
    const sign = text[end];
    const isWhole = quoted !== null && (sign === undefined || sign === "\n" || sign === delimiter);
    const till = isWhole ? end : nextOf(text, at, delimiter);
    rows.at(-1)!.push(isWhole ? quoted[1]!.replaceAll('""', '"') : text.slice(at, till));
    if (till >= text.length) return rows;
    if (text[till] === "\n") rows.push([]);
    at = till + 1;
  }
}

function nextOf(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) if (text[at] === delimiter || text[at] === "\n") return at;
  return text.length;
}
