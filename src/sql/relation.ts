import { isoDate } from "../rules/calendar";
import { LAST_LEGAL_YEAR } from "../definitions/cells";
import { Refusal } from "../rules/refusal";
import { type Column as LawColumn, isFine, type Table, type Tables, type Value } from "../rules/tables";

export type ColumnType = "text" | "integer" | "bigint" | "date";

/** A column; its name says the unit of a number of parts. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** A day is ISO text; null where there is nothing, or only a refusal. */
export type Cell = string | number | null;

/** A table of the law as a database holds it. */
export interface Relation {
  readonly name: string;
  /** The columns that name a row; no two rows have the same. */
  readonly keys: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** As many segments as the longest scale of the law has. */
export const SEGMENTS = 6;

/** Where the first segment begins: below every income, revalued ones too. */
const LOWEST = Number.MIN_SAFE_INTEGER;

/** A segment's columns in a row of the law: from where it holds, and what an income owes in it, b + r × income a year, in cents × 10,000. */
export const SEGMENT_COLUMNS: Readonly<Record<string, string>> = { from: "f", constant: "b", rate: "r" };

const TYPES: Readonly<Record<LawColumn["unit"], ColumnType>> = {
  cents: "bigint",
  annual: "bigint",
  "ten-thousandths": "integer",
  billionths: "bigint",
  year: "integer",
  quarter: "integer",
  day: "date",
  number: "bigint",
  key: "text",
  text: "text",
  law: "text",
  confidence: "text",
  funds: "text",
};

/** What a name says of the unit of its column. */
const UNITS: Partial<Readonly<Record<LawColumn["unit"], string>>> = {
  cents: "_cents",
  annual: "_cents_10000",
  "ten-thousandths": "_10000",
  billionths: "_1000000000",
};

/** Words that SQL has for itself. */
const RESERVED: Readonly<Record<string, string>> = { from: "from_day", to: "to_day" };

export const snake = (name: string): string => name.replaceAll(/[A-Z]+/g, (part) => `_${part.toLowerCase()}`);

function columnOf({ name, unit }: LawColumn): Column {
  const ofUnit = unit === "day" ? RESERVED[name] : undefined;
  return { name: ofUnit ?? `${snake(name)}${UNITS[unit] ?? ""}`, type: TYPES[unit] };
}

const plain = (value: Value): Cell => (value instanceof Refusal || value === "" ? null : value);

/** The same table, a refusal being nothing. */
function asItIs({ name, keys, from, columns, rows }: Table): Relation {
  const named = columns.map(columnOf);
  const place = (column: string) => columns.findIndex((one) => one.name === column);
  const days = columns.flatMap(({ unit }, index) => (unit === "day" ? [index] : []));
  return {
    name,
    keys: [...keys, ...(from === undefined ? [] : [from])].map((key) => named[place(key)]!.name),
    columns: named,
    rows: rows.map((row) =>
      row.map((value, index) => (typeof value === "number" && days.includes(index) ? isoDate(value) : plain(value))),
    ),
  };
}

/** Rows by what they have in a column, in their order. */
function groupedBy<Value>(rows: readonly (readonly Value[])[], column: number): Map<Value, (readonly Value[])[]> {
  const groups = new Map<Value, (readonly Value[])[]>();
  for (const row of rows) {
    const key = row[column]!;
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [row]);
    else same.push(row);
  }
  return groups;
}

/** The law of each quarter and category in one row, so that a join by equal keys finds it. */
function wide({ law, scale }: Tables, dataVersion: string): Relation {
  const at = ({ columns }: Table, name: string) => columns.findIndex((one) => one.name === name);
  const segments = groupedBy<Value>(scale.rows, at(scale, "law"));
  const numbers = Object.entries(SEGMENT_COLUMNS).flatMap(([column, sign]) =>
    Array.from({ length: SEGMENTS }, (_, index) => ({ column, index, name: `${sign}${index + 1}` })),
  );
  const rows = law.rows.flatMap((row): Cell[][] => {
    const [category, year, quarter, number] = ["category", "year", "quarter", "law"].map(
      (one) => row[at(law, one)] ?? null,
    );
    // Quarter 0 is for whoever names none, which in a database is NULL.
    if (quarter === 0 || number instanceof Refusal) return [];
    const found = segments.get(number ?? null)!;
    if (found.length > SEGMENTS) throw new Error(`${found.length} segments in a law: more than ${SEGMENTS}`);
    const confidences = new Set(found.map((segment) => plain(segment[at(scale, "confidence")] ?? null)));
    return [
      [
        ...[category, year, quarter, number].map((one) => plain(one ?? null)),
        ...numbers.map(({ column, index }) =>
          column === "from" && index === 0 ? LOWEST : plain(found[index]?.[at(scale, column)] ?? null),
        ),
        [...confidences].filter((one) => one !== null).join(", "),
        dataVersion,
      ],
    ];
  });
  return {
    name: "law",
    keys: ["category", "year", "quarter"],
    columns: [
      { name: "category", type: "text" },
      { name: "year", type: "integer" },
      { name: "quarter", type: "integer" },
      { name: "law", type: "integer" },
      ...numbers.map(({ column, name }): Column => ({ name, type: column === "rate" ? "integer" : "bigint" })),
      { name: "confidence", type: "text" },
      { name: "data_version", type: "text" },
    ],
    rows,
  };
}

/** A table whose rows hold from a year on, with a row for each year. */
function everyYear(table: Table): Relation {
  const { name, keys, columns, rows } = asItIs(table);
  const [key, year] = keys.map((one) => columns.findIndex((column) => column.name === one)) as [number, number];
  const last = LAST_LEGAL_YEAR;
  const filled = [...groupedBy(rows, key).values()].flatMap((same) =>
    same.flatMap((row, index) => {
      const next = (same[index + 1]?.[year] as number | undefined) ?? last + 1;
      const since = row[year] as number;
      return Array.from({ length: next - since }, (_, more) => row.with(year, since + more));
    }),
  );
  const named = columns.map((column, index) => (index === year ? { ...column, name: "year" } : column));
  return { name, keys: [keys[0]!, "year"], columns: named, rows: filled };
}

/** The figures; one that is a word has it in a column of its own, for a database's column has one type. */
function figures(table: Table): Relation {
  const { name, keys, columns, rows } = asItIs(table);
  const at = columns.findIndex((column) => column.name === "value");
  return {
    name,
    keys,
    columns: [...columns, { name: "word", type: "text" }],
    rows: rows.map((row) => {
      const value = row[at]!;
      return typeof value === "string" ? [...row.with(at, null), value] : [...row, null];
    }),
  };
}

/** A table that only some laws have. */
export const FINE_REVALUATION = "fine_revaluation";

/** The tables that the functions read. */
export type RelationName = "law" | "revaluation" | "fee";

export interface Relations extends Readonly<Record<RelationName, Relation>> {
  readonly scale: Relation;
  readonly figure: Relation;
  /** Read in the place of the other where a growth has many decimals. */
  readonly fineRevaluation?: Relation;
}

export const relationsOf = (tables: Tables, dataVersion: string): Relations => ({
  law: wide(tables, dataVersion),
  scale: asItIs(tables.scale),
  revaluation: asItIs(tables.revaluation),
  ...(isFine(tables.revaluation) && {
    fineRevaluation: { ...asItIs(tables.fineRevaluation), name: FINE_REVALUATION },
  }),
  fee: everyYear(tables.fee),
  // Long, and read by no function.
  get figure() {
    return figures(tables.figure);
  },
});
