/** Why no copy is made of a workbook, beside what is said of every file that cannot be read. */
export type CopyRefusal =
  "signed" | "macros" | "days-1904" | "strict" | "copy" | "no-copy" | "nothing" | "taken" | "protected" | "no-law";

export class CopyRefused extends Error {
  constructor(
    readonly key: CopyRefusal,
    readonly facts: Readonly<Record<string, string>> = {},
  ) {
    super(`${key} ${JSON.stringify(facts)}`);
    this.name = "CopyRefused";
  }
}
