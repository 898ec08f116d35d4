/** How wide letters are at most in the usual fonts, in parts of their size: a drawing that is a text measures none. */
const NARROW = /[iljtfrI.,:;'’|!()[\] \u00a0\u202f]/g;
const WIDE = /[mwMWÀ-ÝA-HJ-Z€%@&]/g;

export function breadth(text: string, size: number, bold = false): number {
  const narrow = text.match(NARROW)?.length ?? 0;
  const wide = text.match(WIDE)?.length ?? 0;
  const ems = narrow * 0.36 + wide * 0.76 + (text.length - narrow - wide) * 0.6;
  return ems * size * (bold ? 1.07 : 1);
}

/** So much of a text as fits, with a sign that more was there. */
export function cut(text: string, room: number, size: number, bold = false): string {
  if (breadth(text, size, bold) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && breadth(`${letters.join("")}…`, size, bold) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** A text in at most so many lines; what does not fit is cut off. */
export function lines(text: string, room: number, size: number, most: number, bold = false): string[] {
  const words = text.trim().split(/\s+/);
  const rows: string[] = [];
  for (const word of words) {
    const longer = rows.length === 0 ? word : `${rows.at(-1)} ${word}`;
    const fits = breadth(longer, size, bold) <= room;
    if (rows.length > 0 && (fits || rows.length === most)) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows.map((row) => cut(row, room, size, bold)).filter((row) => row !== "");
}
