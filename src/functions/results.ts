import { numbersMislead } from "../page/date-system";
import { type Day, isoDate } from "../rules/calendar";
import type { Cents, Rate } from "../rules/money";
import { RATE_UNIT } from "../rules/money";
import { type Fact, type Facts, Refusal, type RefusalKey } from "../rules/refusal";
import { LAST_EXCEL_DAY } from "../definitions/cells";
import { t } from "../i18n";
import { codeOf, excelError, isOnWeb } from "./register";

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

/** What Excel's runtime writes for an error, beside its sentence. */
const ENVELOPE = 130;

interface Room {
  readonly sentences: number;
  readonly errors: number;
}

/** How much the errors of one table may take as Excel's runtime writes them, in characters: with a sentence of their own, and in all. */
const ROOM: Room = { sentences: 20e6, errors: 50e6 };
/** The whole table may take 5 MB there. */
const ROOM_ON_WEB: Room = { sentences: 1e6, errors: 3e6 };

/**
 * What the cells of a range show for errors of their own. Refusals that read alike share one; past some hundreds the sentences leave out what
 * was given; where they take too much, errors lead to the first ones; and where errors do, there is no table, but what the first one says.
 */
export class CellErrors {
  private readonly known = new Map<string, CustomFunctions.Error>();
  private readonly withoutSentence = new Map<string, CustomFunctions.Error>();
  private readonly room = isOnWeb() ? ROOM_ON_WEB : ROOM;
  private last: { readonly refusal: Refusal; readonly error: CustomFunctions.Error } | undefined;
  private first: Refusal | undefined;
  private taken = 0;

  /** For one cell, or for as many as show the same. */
  of(refusal: Refusal, cells = 1): CustomFunctions.Error {
    this.first ??= refusal;
    const error = this.taken < this.room.sentences ? this.withSentence(refusal) : this.short(refusal);
    this.taken += cells * (ENVELOPE + (error.message?.length ?? 0));
    if (this.taken > this.room.errors) throw new Refusal("too-many-errors", { first: this.first });
    return error;
  }

  private short(refusal: Refusal): CustomFunctions.Error {
    const code = codeOf(refusal);
    const known = this.withoutSentence.get(code) ?? excelError(refusal, t("error/first-ones"));
    this.withoutSentence.set(code, known);
    return known;
  }

  private withSentence(refusal: Refusal): CustomFunctions.Error {
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
