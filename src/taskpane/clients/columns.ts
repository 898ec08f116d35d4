import { columnsUnder, type Heading } from "../../i18n/headings";

/** What a list says of a client. */
export const COLUMNS = ["name", "category", "income", "start", "stop", "fund", "paid"] as const satisfies Heading[];
export type Column = (typeof COLUMNS)[number];

/** Without these nothing can be calculated. */
export const NEEDED: ReadonlySet<Column> = new Set(["category", "income"]);

/** Where a list has each column, as far as its headings tell. */
export const guessed = (headings: readonly string[]): Partial<Record<Column, number>> =>
  columnsUnder(headings, COLUMNS);
