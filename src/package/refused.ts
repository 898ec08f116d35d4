/** What a file may hold. Beyond it nothing is read, so that no page stands still or runs out of room for somebody's file. */
export const LIMITS = {
  /** Of bytes, unpacked: together, and in one part. */
  bytes: 200 * 2 ** 20,
  partBytes: 50 * 2 ** 20,
  parts: 2_000,
  rows: 1_000_000,
  cells: 1_000_000,
  styles: 64_000,
  names: 20_000,
  /** Of texts and formulas together, in characters: a text that is stored once may be shown by every cell. */
  characters: 100_000_000,
} as const;

/** As Excel has them; it opens no file that has more. */
export const LONGEST_CELL = 32_767;
export const LONGEST_FORMULA = 8_192;

export type RefusalKey =
  | "encrypted"
  | "old-format"
  | "binary"
  | "no-workbook"
  | "damaged"
  | "doctype"
  | "too-large"
  | "too-many-parts"
  | "too-many-rows"
  | "too-many-cells"
  | "too-many-formulas"
  | "too-many-styles"
  | "too-many-names"
  | "sheet-name"
  | "long-text"
  | "long-formula"
  | "long-list";

export type Facts = Readonly<Record<string, string | number>>;

/** Why a file is not read, or a book not written. A page has a sentence for each key. */
export class FileRefused extends Error {
  constructor(
    readonly key: RefusalKey,
    readonly facts: Facts = {},
  ) {
    super(`${key} ${JSON.stringify(facts)}`);
    this.name = "FileRefused";
  }
}

/** What a part says cannot be. */
export const damaged = (part: string): FileRefused => new FileRefused("damaged", { part });
