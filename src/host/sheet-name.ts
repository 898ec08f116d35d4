/** The most that Excel takes. */
export const LONGEST_NAME = 31;

/** The wish as far as Excel takes it, with a number where another sheet has that name; upper and lower case are one to Excel. */
export function freeName(wish: string, taken: readonly string[]): string {
  const base = wish
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^['\s]+|['\s]+$/g, "")
    .replace(/\s+/g, " ");
  const names = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const name = base.slice(0, LONGEST_NAME - suffix.length).replace(/['\s]+$/, "") + suffix;
    if (!names.has(name.toLowerCase())) return name;
  }
}
