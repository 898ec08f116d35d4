import { numbersMislead } from "../page/date-system";
import { type Day, isoDate } from "../rules/calendar";
import type { Cents, Rate } from "../rules/money";
import { RATE_UNIT } from "../rules/money";
import { type Fact, type Facts, Refusal, type RefusalKey } from "../rules/refusal";
import { LAST_EXCEL_DAY } from "../definitions/cells";
import { excelError } from "./register";

/** Cents as a number of euro: the double nearest to the amount. */
export const euro = (cents: Cents): number => cents / 100;

/** A day as Excel counts it; as text where the workbook counts otherwise, which reads as the same day everywhere. */
export function excelDate(serial: Day): number | string {
  if (serial > LAST_EXCEL_DAY) throw new Refusal("date-beyond-calendar");
  return numbersMislead() ? isoDate(serial) : serial;
}

/** A rate as a fraction of one. */
export const fraction = (rate: Rate): number => rate / RATE_UNIT;

/** Different sentences that one table keeps; a column of a million names would fill the memory with them. */
const MOST_SENTENCES = 500;

/** What the cells of a range show for errors of their own. Refusals that read alike share one; past the limit the sentences leave out what was given. */
export class CellErrors {
  private readonly known = new Map<string, CustomFunctions.Error>();
  private last: { readonly refusal: Refusal; readonly error: CustomFunctions.Error } | undefined;

  of(refusal: Refusal): CustomFunctions.Error {
    const isShort = this.known.size >= MOST_SENTENCES && "given" in refusal.facts;
    if (isShort && this.last && differInGiven(refusal, this.last.refusal)) return this.last.error;
    const error = this.sentence(refusal, isShort);
    if (isShort) this.last = { refusal, error };
    return error;
  }

  private sentence(refusal: Refusal, isShort: boolean): CustomFunctions.Error {
    const { key, facts } = refusal;
    const name = nameOf(key, facts, isShort);
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const error = excelError(isShort ? new Refusal(key, withoutOwn(facts)) : refusal);
    this.known.set(name, error);
    return error;
  }
}

/** What each row has of its own: what was given, and the date that it is held against. */
const isOwn = (fact: string): boolean => fact === "given" || fact === "limit";

const withoutOwn = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, isOwn(name) ? "…" : fact]));

/** Neighbouring rows mostly have the same fault. */
function differInGiven({ key, facts }: Refusal, other: Refusal): boolean {
  if (key !== other.key) return false;
  for (const name in facts) if (!isOwn(name) && facts[name] !== other.facts[name]) return false;
  return true;
}

/** The same for refusals that read alike. The words to choose from follow from the argument, and are too many to write a million times. */
function nameOf(key: RefusalKey, facts: Facts, isShort: boolean): string {
  let name: string = key;
  for (const fact in facts) name += ` ${isShort && isOwn(fact) ? "…" : textOf(facts[fact])}`;
  return name;
}

const textOf = (fact: Fact | undefined): string =>
  typeof fact !== "object" ? `${fact}` : "words" in fact ? `${fact.of}` : JSON.stringify(fact);
