import type { Argument, Definition } from "../../../../src/definitions";
import { didYouMean, t } from "../../../../src/i18n";
import { columnsUnder, type Heading } from "../../../../src/i18n/headings";
import { similar } from "../../../../src/i18n/similar";
import { folded } from "../../../../src/i18n/words";
import { lettersOf } from "../../../../src/formula/addresses";
import { Misuse } from "../exit";

/** Where the value of an argument comes from: a column of the file, what was typed for all rows, or nowhere. */
export type Origin = { readonly column: number } | { readonly typed: readonly string[] } | null;

export interface Mapped {
  readonly name: string;
  readonly argument: Argument<unknown>;
  readonly origin: Origin;
}

/** What stands over the column of an argument in lists of clients; the others go by their names. */
const HEADINGS: Readonly<Record<string, Heading>> = {
  income: "income",
  incomes: "income",
  category: "category",
  categories: "category",
  start: "start",
  starts: "start",
  stop: "stop",
  stops: "stop",
  fund: "fund",
  funds: "fund",
  paid: "paid",
};

interface Wanted {
  readonly definition: Definition;
  /** How an argument is called in the four languages, by its name. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly headings: readonly string[];
  /** Arguments that were typed, for all rows. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
  /** `income=Winst`, as it was typed. */
  readonly map: readonly string[];
}

/** Finds a column for each argument. Throws a Misuse where one that is needed has none. */
export function mapped({ definition, names, headings, typed, map }: Wanted): Mapped[] {
  const said = saidColumns(map, Object.keys(definition.takes), headings);
  const isFree = (name: string): boolean => !(name in typed) && !said.has(name);
  const guessed = guessedColumns(
    Object.entries(definition.takes).filter(([name]) => isFree(name)),
    names,
    headings.map((heading, at) => ([...said.values()].includes(at) ? "" : heading)),
  );
  const all = Object.entries(definition.takes).map(([name, argument]): Mapped => {
    if (typed[name] !== undefined) return { name, argument, origin: { typed: typed[name] } };
    const column = said.get(name) ?? guessed.get(name);
    return { name, argument, origin: column === undefined ? null : { column } };
  });
  const lacking = all.filter(({ argument, origin }) => origin === null && !argument.optional).map(({ name }) => name);
  if (lacking.length > 0) throw noColumn(lacking, headings);
  return all;
}

/** The columns that `--map` names. */
function saidColumns(
  map: readonly string[],
  names: readonly string[],
  headings: readonly string[],
): Map<string, number> {
  const said = new Map<string, number>();
  for (const pair of map) {
    const [, name, heading] = /^([^=]+)=(.+)$/s.exec(pair) ?? [];
    if (name === undefined || heading === undefined) throw new Misuse(t("program:files/error/map", { given: pair }));
    if (!names.includes(name))
      throw new Misuse(t("program:files/error/map-argument", { name, names: names.join(", ") }));
    said.set(name, columnCalled(heading, headings));
  }
  return said;
}

/** A column by what stands over it, in whatever spelling if that is one only, or as a spreadsheet calls it. */
function columnCalled(typed: string, headings: readonly string[]): number {
  const exact = headings.indexOf(typed);
  if (exact >= 0) return exact;
  const alike = headings.flatMap((heading, at) => (folded(heading) === folded(typed) ? [at] : []));
  if (alike.length === 1) return alike[0]!;
  const byLetter = headings.findIndex((_, at) => lettersOf(at) === typed.toUpperCase());
  if (byLetter >= 0) return byLetter;
  const meant = similar(typed, new Map(headings.map((heading) => [folded(heading), heading])));
  const facts = { name: typed, headings: listed(headings), meant: didYouMean(meant) };
  throw new Misuse(t("program:files/error/map-heading", facts).trim());
}

/** By the name of the argument, in any language; then by what people write over such a column. */
function guessedColumns(
  takes: readonly (readonly [name: string, argument: Argument<unknown>])[],
  called: Wanted["names"],
  headings: readonly string[],
): Map<string, number> {
  const found = new Map<string, number>();
  const spelled = headings.map((heading) => folded(heading));
  for (const [name, { matrix }] of takes) {
    // What is a range of many rows in a cell is one value of each row here.
    const own = [name, ...(matrix ? [singular(name)] : [])].flatMap((one) => called[one] ?? []).map(folded);
    const at = spelled.findIndex((heading, index) => own.includes(heading) && ![...found.values()].includes(index));
    if (at >= 0) found.set(name, at);
  }
  const names = takes.map(([name]) => name);
  const others = names.filter((name) => !found.has(name) && HEADINGS[name] !== undefined);
  const left = headings.map((heading, at) => ([...found.values()].includes(at) ? "" : heading));
  const columns = columnsUnder(
    left,
    others.map((name) => HEADINGS[name]!),
  );
  for (const name of others) {
    const at = columns[HEADINGS[name]!];
    if (at !== undefined) found.set(name, at);
  }
  return found;
}

const singular = (name: string): string => name.replace(/ies$/, "y").replace(/s$/, "");

const noColumn = (names: readonly string[], headings: readonly string[]): Misuse =>
  new Misuse(
    t("program:files/error/no-column", { names: names.join(", "), name: names[0]!, headings: listed(headings) }),
  );

const MOST_LISTED = 40;

const listed = (headings: readonly string[]): string => {
  const named = headings.filter((heading) => heading !== "");
  return named.slice(0, MOST_LISTED).join(", ") + (named.length > MOST_LISTED ? ", …" : "");
};

/** Which column is taken for what, and which for nothing: whoever reads it sees a wrong guess. */
export function mappingText(all: readonly Mapped[], headings: readonly string[]): string[] {
  const taken = new Map(
    all.flatMap(({ name, origin }) => (origin !== null && "column" in origin ? [[origin.column, name] as const] : [])),
  );
  const called = (at: number): string => headings[at] || lettersOf(at);
  const columns = [...taken].map(([at, name]) => t("program:pair", { name, value: called(at) })).join(" · ");
  const others = headings.flatMap((heading, at) => (taken.has(at) || heading === "" ? [] : [heading]));
  return [
    t("program:files/columns", { columns }),
    ...(others.length > 0 ? [t("program:files/unused", { columns: listed(others) })] : []),
  ];
}
