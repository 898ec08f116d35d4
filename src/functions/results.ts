import { t } from "../i18n";
import type { Day } from "../rules/calendar";
import type { Cents, Rate } from "../rules/money";
import { RATE_UNIT } from "../rules/money";
import { Refusal, type RefusalKey } from "../rules/refusal";
import { LAST_EXCEL_DAY } from "./cells";
import { excelError } from "./register";

/** A spill: a header row in the reader's language, then the rows. */
export type Table = unknown[][];

/** Cents as a number of euro: the double nearest to the amount. */
export const euro = (cents: Cents): number => cents / 100;

/** A day as Excel counts it. */
export function excelDate(serial: Day): number {
  if (serial > LAST_EXCEL_DAY) throw new Refusal("date-beyond-calendar");
  return serial;
}

/** A rate as a fraction of one. */
export const fraction = (rate: Rate): number => rate / RATE_UNIT;

export const table = (columns: readonly string[], rows: readonly unknown[][]): Table => [
  columns.map((name) => t(`column/${name}`)),
  ...rows,
];

/** One figure of a table: its value, or its own error. The other figures of the table stand. */
export const answered = <T>(answer: T | Refusal, write: (value: T) => unknown): unknown =>
  answer instanceof Refusal ? excelError(answer) : write(answer);

/** Different sentences that one table keeps; a column of a million names would fill the memory with them. */
const MOST_SENTENCES = 500;

/** The same for refusals that read alike. The words to choose from follow from the argument, and are too many to write a million times. */
function keyOf({ key, facts }: Refusal): string {
  let text: string = key;
  for (const name in facts) {
    const fact = facts[name]!;
    text += ` ${typeof fact !== "object" ? fact : "words" in fact ? fact.of : JSON.stringify(fact)}`;
  }
  return text;
}

/** What the cells of a range show for errors of their own. Equal refusals share one error; past the limit what was given is left out of the sentence. */
export class CellErrors {
  private readonly known = new Map<string, CustomFunctions.Error>();

  private readonly general = new Map<RefusalKey, CustomFunctions.Error>();

  /** Anything but a refusal is a defect and stays loud. */
  of(error: unknown): CustomFunctions.Error {
    if (!(error instanceof Refusal)) throw error;
    return this.known.size < MOST_SENTENCES ? this.exact(error) : this.withoutGiven(error);
  }

  private exact(refusal: Refusal): CustomFunctions.Error {
    const key = keyOf(refusal);
    const error = this.known.get(key) ?? excelError(refusal);
    this.known.set(key, error);
    return error;
  }

  private withoutGiven({ key, facts }: Refusal): CustomFunctions.Error {
    const error = this.general.get(key) ?? excelError(new Refusal(key, { ...facts, given: "…" }));
    this.general.set(key, error);
    return error;
  }
}
