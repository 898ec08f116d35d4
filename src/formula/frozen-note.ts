import { fnv1a } from "./checksum";

/** What a note keeps of a formula that values stand for. */
export interface Frozen {
  /** Of the cell when it was frozen: the formula names other cells by where they stood then. */
  readonly address: string;
  /** In the notation of en-US, with "=". */
  readonly formula: string;
  /** How many rows and columns the formula filled. */
  readonly rows: number;
  readonly columns: number;
  /** Of the values that stand for it. */
  readonly checksum: string;
  /** ISO date. */
  readonly date: string;
  readonly dataVersion: string;
}

export interface FrozenNote extends Frozen {
  /** What the cell's note said before; null where it had none. */
  readonly userNote: string | null;
}

/** What Excel takes as a note. */
export const LONGEST_NOTE = 32_767;

const SEPARATOR = "――――――――";

/** Version, cell, size, values, lines of the formula, checksum, date, data. */
const MARKER =
  /^\[statut-social\/([12]) ([A-Z]{1,3}[1-9]\d{0,6}) ([1-9]\d{0,6})x([1-9]\d{0,6}) ([0-9a-f]{8}) ([1-9]\d{0,4}) ([0-9a-f]{8}) (\d{4}-\d\d-\d\d) ([^\s\]]*)\]$/;

/** The note of a frozen cell: the user's, ours in words, the formula, and what unfreezing needs. `heading` is one line in the user's language. */
export function writeNote(heading: string, { userNote, ...frozen }: FrozenNote): string {
  const ours = [heading, frozen.formula, markerOf(frozen)].join("\n");
  return userNote === null ? ours : [userNote, SEPARATOR, ours].join("\n");
}

function markerOf(frozen: Frozen): string {
  const { address, formula, rows, columns, checksum, date, dataVersion } = frozen;
  const lines = formula.split("\n").length;
  const data = encodeURIComponent(dataVersion);
  const size = `${rows}x${columns}`;
  return `[statut-social/2 ${address} ${size} ${checksum} ${lines} ${checksums[2](frozen)} ${date} ${data}]`;
}

/** Hosts may keep other line ends than they were given. */
const withPlainLineEnds = (text: string): string => text.replace(/\r\n?/g, "\n");

/** By version of the note. It tells damage; whom to believe it cannot tell, for anybody can write a note. */
const checksums = {
  /** Of the formula only: notes of the first release, which are still in workbooks. */
  1: ({ formula }: Frozen): string => fnv1a(withPlainLineEnds(formula)),
  2: ({ formula, address, rows, columns, checksum, date, dataVersion }: Frozen): string =>
    fnv1a(JSON.stringify([withPlainLineEnds(formula), address, rows, columns, checksum, date, dataVersion])),
} as const;

/** What a note keeps of a formula; null for a note that is not ours, or no longer whole. */
export function readNote(text: string): FrozenNote | null {
  return readLines(text.split("\n")) ?? readLines(withPlainLineEnds(text).split("\n"));
}

/** The last part that is ours: whoever wrote below it loses nothing. */
function readLines(lines: readonly string[]): FrozenNote | null {
  for (let index = lines.length - 1; index >= 2; index--) {
    const found = readAt(lines, index);
    if (found) return found;
  }
  return null;
}

function readAt(lines: readonly string[], index: number): FrozenNote | null {
  const match = MARKER.exec(lines[index]!.trimEnd());
  if (!match) return null;
  const [, version, address = "", rows, columns, checksum = "", count, sum, date = "", data = ""] = match;
  const start = index - Number(count);
  const formula = lines.slice(Math.max(0, start), index).join("\n");
  const dataVersion = decoded(data);
  if (start < 1 || !formula.startsWith("=") || dataVersion === null) return null;
  const frozen = { address, formula, rows: Number(rows), columns: Number(columns), checksum, date, dataVersion };
  if (checksums[version === "1" ? 1 : 2](frozen) !== sum) return null;
  return { ...frozen, userNote: userNoteOf(lines.slice(0, start - 1), lines.slice(index + 1)) };
}

function decoded(data: string): string | null {
  try {
    return decodeURIComponent(data);
  } catch {
    return null;
  }
}

function userNoteOf(before: readonly string[], after: readonly string[]): string | null {
  const above = before.at(-1)?.trimEnd() === SEPARATOR ? before.slice(0, -1) : before;
  const below = after.join("\n").trim() === "" ? [] : after;
  return before.length === 0 && below.length === 0 ? null : [...above, ...below].join("\n");
}

export const isFrozenNote = (text: string): boolean => readNote(text) !== null;
