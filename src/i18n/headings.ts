import { folded } from "./words";
import data from "./headings.json";

/** What a column of somebody's table may hold. A profit before contributions is no income. */
export type Heading = keyof typeof data;

const NAMES = new Map(
  Object.entries(data).map(([kind, byLanguage]) => [kind, [...new Set(Object.values(byLanguage).flat().map(folded))]]),
);

/** Shorter ones stand in too many words. */
const LEAST_WITHIN = 5;

const isWhole = (heading: string, name: string): boolean => heading === name;
const begins = (heading: string, name: string): boolean => name.length >= LEAST_WITHIN && heading.startsWith(name);
const holds = (heading: string, name: string): boolean => name.length >= LEAST_WITHIN && heading.includes(name);

/** Without the year, the unit and what stands in brackets. */
const bare = (heading: string): string => folded(heading.replace(/\([^)]*\)|[\d€]|EUR/g, " "));

/** Which of the columns holds what, as far as their headings tell in any of the languages: the first kind comes first, and no column is taken for two. */
export function columnsUnder<Kind extends Heading>(
  headings: readonly string[],
  kinds: readonly Kind[],
): Partial<Record<Kind, number>> {
  const said = headings.map(bare);
  const found = new Map<Kind, number>();
  for (const fits of [isWhole, begins, holds])
    for (const kind of kinds) {
      if (found.has(kind)) continue;
      const taken = new Set(found.values());
      const at = said.findIndex(
        (heading, index) => heading !== "" && !taken.has(index) && NAMES.get(kind)!.some((name) => fits(heading, name)),
      );
      if (at >= 0) found.set(kind, at);
    }
  return Object.fromEntries(found) as Partial<Record<Kind, number>>;
}
