import type { Setting } from "../expression";
import { addressOf, inSheet } from "../formula/addresses";
import { LAST_YEAR, lastKnownYear } from "../rules/contributions";
import { Refusal, type RefusalCode } from "../rules/refusal";
import { isFine, type Table, type TableName, Tables, type Value, type Years } from "../rules/tables";
import { type List, lookedUp, saidAs, spelledWords } from "./words";

/** Of the workbook that the copy is made of. */
export interface LawSheetOptions extends Years {
  /** What the sheet is called; a name that the workbook does not have yet. */
  readonly name?: string;
  /** The parameter year: what a formula without a year means; else the last year whose contribution figures are published. */
  readonly year?: number | undefined;
}

/** As src/package has cells. */
export interface LawCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | { readonly error: string };
}

const ERRORS: Readonly<Record<RefusalCode, string>> = { value: "#VALUE!", notAvailable: "#N/A", number: "#NUM!" };

/** Where a table stands. */
export interface Placed {
  readonly keys: string;
  readonly columns: ReadonlyMap<string, string>;
  /** Of a table whose rows are named by several numbers: each is below its width, and the key has them side by side. */
  readonly widths?: readonly number[];
  /** Of a table whose last row up to a value counts. */
  readonly steps?: Steps;
}

/** A key is the number of a group × `span`, and how far a threshold is above the lowest. */
export interface Steps {
  readonly span: number;
  readonly lowest: number;
  readonly highest: number;
}

const UNIT = 1e9;

/** The quarters of a year, and the law that they share. */
export const QUARTERS = 10;
const FIRST_LEGAL_YEAR = 1900;
/** Of a category, from 1900 to 2100. */
const YEARS = 201;

/** The number of a word. That of a category is such that year × 10 + quarter more is the number of its law. */
const numberAt = (list: List, index: number): number =>
  list === "category" ? (index + 1) * YEARS * QUARTERS - FIRST_LEGAL_YEAR * QUARTERS : index + 1;

/** No growth is assumed: what no argument can be. */
const NO_GROWTH = -UNIT;

/**
 * The law as a sheet: the tables that formulas look up, and those only. It grows with the formulas that are written over it, so its cells are asked for last. What a table refuses is
 * an error in its place, so that whoever looks it up gets it.
 */
export class LawSheet {
  readonly name: string;
  readonly tables: Tables;
  private readonly written: LawCell[] = [];
  private readonly placed = new Map<TableName, Placed>();
  private readonly lists = new Map<List, { readonly spellings: string; readonly numbers: string }>();
  private readonly numbers = new Map<List, ReadonlyMap<string, number>>();
  private column = 0;
  private yearAt: string | undefined;
  private segmentsAt: Placed | undefined;

  constructor(private readonly options: LawSheetOptions) {
    this.name = options.name ?? "INASTI";
    this.tables = new Tables(options);
  }

  get cells(): readonly LawCell[] {
    return this.written;
  }

  /** The place of the parameter year, which its owner may change. */
  get year(): string {
    return (this.yearAt ??= this.put("year", [this.options.year ?? LAST_YEAR]));
  }

  settingOf(name: Exclude<Setting, "year" | "year-end">): number {
    const { indexation } = this.options;
    if (name === "last-year") return lastKnownYear();
    if (name === "fine") return Number(indexation !== undefined && isFine(this.tables.revaluation));
    return indexation === undefined ? NO_GROWTH : Math.round(Number(indexation) * UNIT);
  }

  /** The number of a word in its list. */
  numberOf(list: List, word: string): number {
    let numbers = this.numbers.get(list);
    if (numbers === undefined) {
      numbers = new Map(spelledWords(list).map(([one], index) => [one, numberAt(list, index)]));
      this.numbers.set(list, numbers);
    }
    return numbers.get(word)!;
  }

  /** The spellings of the words of a list, and the number of the word beside each. */
  listOf(list: List): { readonly spellings: string; readonly numbers: string } {
    const known = this.lists.get(list);
    if (known !== undefined) return known;
    const all = new Map<string, number>();
    spelledWords(list).forEach(([word, typed], index) => {
      for (const spelling of lookedUp(word, typed)) if (!all.has(spelling)) all.set(spelling, numberAt(list, index));
    });
    const places = {
      spellings: this.put(list, [...all.keys()]),
      numbers: this.put("number", [...all.values()]),
    };
    this.lists.set(list, places);
    return places;
  }

  tableOf(name: TableName): Placed {
    const known = this.placed.get(name);
    if (known !== undefined) return known;
    const placed = this.place(this.tables[name]);
    this.placed.set(name, placed);
    return placed;
  }

  /**
   * The segments of every category, year and quarter, by one number: a look-up of a law number first would double the length of formulas. Where there is no law, and on both
   * sides of the years that are known, stands an error.
   */
  get segments(): Placed {
    return (this.segmentsAt ??= this.placeSegments());
  }

  private placeSegments(): Placed {
    const { law, scale } = this.tables;
    const placeOf = (name: string) => scale.columns.findIndex((one) => one.name === name);
    const [group, at] = [placeOf("law"), placeOf("from")];
    const shown = ["constant", "rate", "article", "confidence"];
    const steps = stepsOf(scale.rows.map((row) => row[at] as number));
    const ofLaw = new Map<Value, Value[][]>();
    for (const row of scale.rows) {
      const known = ofLaw.get(row[group]!);
      if (known === undefined) ofLaw.set(row[group]!, [[...row]]);
      else known.push([...row]);
    }
    const rows: Value[][] = [];
    const add = (key: number, from: number, values: readonly Value[]) =>
      rows.push([key * steps.span + Math.max(from, steps.lowest) - steps.lowest, ...values]);
    const none = shown.map(() => new Refusal("year-not-published"));
    const last = Math.max(...law.rows.map(([, year]) => year as number));
    let before: Value | undefined;
    for (const [category, year, quarter, number] of law.rows) {
      const first = this.numberOf("category", category as string);
      if (category !== before) add(first + FIRST_LEGAL_YEAR * QUARTERS, steps.lowest, none);
      before = category;
      const key = first + (year as number) * QUARTERS + (quarter as number);
      if (number instanceof Refusal)
        add(
          key,
          steps.lowest,
          shown.map(() => number),
        );
      else
        for (const row of ofLaw.get(number!)!)
          add(
            key,
            row[at] as number,
            shown.map((name) => row[placeOf(name)]!),
          );
      if (year === last && quarter === 4) add(key + QUARTERS - 4, steps.lowest, none);
    }
    const columns = shown.map(
      (name, index) =>
        [
          name,
          this.put(
            name,
            rows.map((row) => row[index + 1]!),
          ),
        ] as const,
    );
    return {
      keys: this.put(
        "category, year, quarter",
        rows.map(([key]) => key!),
      ),
      columns: new Map(columns),
      steps,
    };
  }

  private place(given: Table): Placed {
    const { keys, from, columns } = given;
    const placeOf = (name: string) => columns.findIndex((one) => one.name === name);
    const groupOf = (row: readonly Value[]) =>
      keys.map((key) => this.keyOf(key, row[placeOf(key)]!, columns[placeOf(key)]!.unit === "key"));
    const all = given.rows.map((row) => ({ row, group: groupOf(row) }));
    const widths = keys.map((_, place) => tenAbove(Math.max(...all.map(({ group }) => group[place]!))));
    const numbered = all.map(({ row, group }) => ({
      row,
      key: group.reduce((key, one, place) => key * widths[place]! + one, 0),
    }));
    // Sorted by the numbers of words, which is what their look-up goes by.
    numbered.sort((a, b) => a.key - b.key);
    const groups = numbered.map(({ key }) => key);
    const table = { ...given, rows: numbered.map(({ row }) => row) };
    if (from === undefined)
      return { keys: this.put(table.name, groups), columns: this.putColumns(table, table.rows), widths };
    const at = placeOf(from);
    const steps = stepsOf(table.rows.map((row) => row[at] as number));
    const rows = withEnds(table, groups, at, steps);
    const shown = rows.map(({ row }) => row);
    return {
      keys: this.put(
        table.name,
        rows.map(({ key }) => key),
      ),
      columns: this.putColumns(table, shown),
      widths,
      steps,
    };
  }

  /** Of a word its number; 0 is none. */
  private keyOf(list: string, value: Value, isWord: boolean): number {
    if (!isWord) return value as number;
    return value === "" ? 0 : this.numberOf(list as List, value as string);
  }

  private putColumns({ columns, keys }: Table, rows: readonly (readonly Value[])[]): ReadonlyMap<string, string> {
    const shown = columns.filter(({ name }) => !keys.includes(name));
    return new Map(
      shown.map(({ name }) => {
        const place = columns.findIndex((one) => one.name === name);
        const { unit } = columns[place]!;
        return [
          name,
          this.put(
            name,
            rows.map((row) => saidAs(unit, row[place] ?? "")),
          ),
        ];
      }),
    );
  }

  /** A column with its name above it; says where its values stand. */
  private put(name: string, values: readonly Value[]): string {
    const column = this.column++;
    this.written.push({ row: 0, column, value: name });
    values.forEach((value, index) => {
      const shown = value instanceof Refusal ? { error: ERRORS[value.code] } : value;
      if (shown !== null && shown !== "") this.written.push({ row: index + 1, column, value: shown });
    });
    const address = addressOf({ row: 1, column, rows: values.length, columns: 1 });
    return inSheet(this.name, absolute(address));
  }
}

/** Below the first threshold there is one step, whatever is asked for. */
function stepsOf(values: readonly number[]): Steps {
  const thresholds = values.filter((value) => value >= 0);
  const lowest = Math.min(...thresholds) - 1;
  const highest = Math.max(...thresholds);
  return { span: tenAbove(highest - lowest), lowest, highest };
}

/** The power of ten above a whole number. */
const tenAbove = (most: number): number => 10 ** String(most).length;

const absolute = (address: string): string => address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/**
 * The rows of a table by one number each. Before the first threshold of a group, and where the next group has no rows, stands an error, so that nothing falls through to the group
 * above.
 */
function withEnds(
  { rows, columns, keys }: Table,
  groups: readonly number[],
  at: number,
  { span, lowest }: Steps,
): readonly { readonly key: number; readonly row: readonly Value[] }[] {
  const none = new Refusal("parameter-not-in-force");
  const gap = columns.map(({ name }) => (keys.includes(name) ? null : none));
  return rows.flatMap((row, index) => {
    const group = groups[index]!;
    const from = Math.max(row[at] as number, lowest);
    const own = { key: group * span + from - lowest, row };
    const isFirst = groups[index - 1] !== group && from > lowest;
    const isLast = groups[index + 1] !== group && groups[index + 1] !== group + 1;
    return [
      ...(isFirst ? [{ key: group * span, row: gap }] : []),
      own,
      ...(isLast ? [{ key: (group + 1) * span, row: gap }] : []),
    ];
  });
}
