import { CELL_STEPS } from "../budget";
import { compare } from "../operators";
import { CALCULATION, ErrorValue, type Matrix, NOT_AVAILABLE, NUMBER, type Scalar, type Value, VALUE } from "../values";
import { type Context, Failed, type Functions, matrixOf, numberOf, orLeftOut, truthOf, whole, wholeOf } from "./define";

type Rows = Matrix<Scalar>;
type Arguments = readonly (Value | undefined)[];

/** Excel's arrays have at most so many cells here. */
const MOST_CELLS = 1_000_000;

function paid(rows: Rows, { budget }: Context): Rows {
  budget.spend(CELL_STEPS * rows.length * (rows[0]?.length ?? 1));
  return rows;
}

const turned = (rows: Rows): Rows => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));

/** The same for columns as for rows. */
const byColumns = (is: boolean, rows: Rows, change: (rows: Rows) => Rows): Rows =>
  is ? turned(change(turned(rows))) : change(rows);

const orNothing = (rows: Rows): Value => (rows.length === 0 || rows[0]!.length === 0 ? CALCULATION : rows);

function filter(args: Arguments, context: Context): Value {
  const rows = paid(matrixOf(args[0]), context);
  const wanted = matrixOf(args[1]);
  const isColumns = wanted.length === 1 && (rows.length !== 1 || wanted[0]!.length > 1);
  const flags = isColumns ? wanted[0]! : wanted.map((row) => row[0]!);
  if (flags.length !== (isColumns ? rows[0]!.length : rows.length)) return VALUE;
  const takes = flags.map((flag) => truthOf(flag));
  const taken = byColumns(isColumns, rows, (all) => all.filter((_, index) => takes[index]));
  if (taken.length > 0 && taken[0]!.length > 0) return taken;
  return args[2] ?? CALCULATION;
}

/** Numbers, texts, truth values, errors; blanks last either way. */
function compareForSort(a: Scalar, b: Scalar, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const errors = Number(a instanceof ErrorValue) - Number(b instanceof ErrorValue);
  if (errors !== 0 || a instanceof ErrorValue) return errors * sign;
  return compare(a, b) * sign;
}

interface Key {
  readonly values: readonly Scalar[];
  readonly sign: number;
}

function sortedBy(rows: Rows, keys: readonly Key[]): Rows {
  const order = rows.map((_, index) => index);
  order.sort((a, b) => {
    for (const { values, sign } of keys) {
      const found = compareForSort(values[a] ?? null, values[b] ?? null, sign);
      if (found !== 0) return found;
    }
    return a - b;
  });
  return order.map((index) => rows[index]!);
}

function signOf(value: Value | undefined): number {
  const sign = wholeOf(orLeftOut(value), 1);
  if (sign !== 1 && sign !== -1) throw new Failed(VALUE);
  return sign;
}

/** Each row is compared with many others. */
function compared(rows: Rows, context: Context): Rows {
  context.budget.spend(rows.length * Math.ceil(Math.log2(rows.length + 1)));
  return paid(rows, context);
}

function sort(args: Arguments, context: Context): Value {
  const rows = compared(matrixOf(args[0]), context);
  const key = wholeOf(orLeftOut(args[1]), 1) - 1;
  const sign = signOf(args[2]);
  return byColumns(truthOf(args[3], false), rows, (all) => {
    if (key < 0 || key >= all[0]!.length) throw new Failed(VALUE);
    return sortedBy(all, [{ values: all.map((row) => row[key]!), sign }]);
  });
}

function sortBy(args: Arguments, context: Context): Value {
  const rows = compared(matrixOf(args[0]), context);
  const isColumns = matrixOf(args[1]).length === 1 && rows.length > 1;
  const keys: Key[] = [];
  for (let index = 1; index < args.length; index += 2)
    keys.push({ values: matrixOf(args[index]).flat(), sign: signOf(args[index + 1]) });
  return byColumns(isColumns, rows, (all) => {
    if (keys.some(({ values }) => values.length !== all.length)) throw new Failed(VALUE);
    return sortedBy(all, keys);
  });
}

const keyOf = (row: readonly Scalar[]): string =>
  JSON.stringify(
    row.map((value) =>
      typeof value === "string" ? value.toLowerCase() : value instanceof ErrorValue ? { error: value.code } : value,
    ),
  );

function unique(args: Arguments, context: Context): Value {
  const rows = compared(matrixOf(args[0]), context);
  const once = truthOf(args[2], false);
  const result = byColumns(truthOf(args[1], false), rows, (all) => {
    const counts = new Map<string, number>();
    for (const row of all) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
    const seen = new Set<string>();
    return all.filter((row) => {
      const key = keyOf(row);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew && (!once || counts.get(key) === 1);
    });
  });
  return orNothing(result);
}

function sequence(args: Arguments, { budget }: Context): Value {
  const [rows, columns] = [wholeOf(orLeftOut(args[0]), 1), wholeOf(orLeftOut(args[1]), 1)];
  const [start, step] = [numberOf(orLeftOut(args[2]), 1), numberOf(orLeftOut(args[3]), 1)];
  if (rows < 0 || columns < 0 || rows * columns > MOST_CELLS) return rows * columns > MOST_CELLS ? NUMBER : VALUE;
  if (rows === 0 || columns === 0) return CALCULATION;
  budget.spend(CELL_STEPS * rows * columns);
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_unused, c) => start + step * (r * columns + c)),
  );
}

/** So many from the beginning, or from the end where negative; all where none is said. */
const slice = <Item>(items: readonly Item[], count: number | undefined): readonly Item[] => {
  if (count === undefined) return items;
  return count >= 0 ? items.slice(0, count) : items.slice(count);
};

const countOf = (value: Value | undefined): number | undefined =>
  orLeftOut(value) === undefined ? undefined : wholeOf(value);

const take = (args: Arguments, context: Context): Value => {
  const [rows, columns] = [countOf(args[1]), countOf(args[2])];
  return orNothing(slice(paid(matrixOf(args[0]), context), rows).map((row) => slice(row, columns)));
};

const dropped = <Item>(items: readonly Item[], count = 0): readonly Item[] =>
  count >= 0 ? items.slice(count) : items.slice(0, Math.max(0, items.length + count));

const drop = (args: Arguments, context: Context): Value => {
  const [rows, columns] = [countOf(args[1]), countOf(args[2])];
  return orNothing(dropped(paid(matrixOf(args[0]), context), rows).map((row) => dropped(row, columns)));
};

/** Rows by their numbers, from the end where negative. */
const choose = (isColumns: boolean) =>
  whole(2, 255, (args, context) => {
    const rows = paid(matrixOf(args[0]), context);
    return byColumns(isColumns, rows, (all) =>
      args
        .slice(1)
        .flatMap((numbers) => matrixOf(numbers).flat())
        .map((number) => {
          const place = wholeOf(number);
          const row = place === 0 ? undefined : all.at(place > 0 ? place - 1 : place);
          if (!row) throw new Failed(VALUE);
          return row;
        }),
    );
  });

/** One below the other, with #N/A where one is narrower. */
function stacked(parts: readonly Rows[]): Rows {
  const width = parts.reduce((most, rows) => Math.max(most, rows[0]!.length), 0);
  return parts.flatMap((rows) =>
    rows.map((row) =>
      Array.from({ length: width }, (_, column): Scalar => (column < row.length ? row[column]! : NOT_AVAILABLE)),
    ),
  );
}

const stack = (isColumns: boolean) =>
  whole(1, 254, (args, context) => {
    const parts = args.map((arg) => paid(matrixOf(arg), context));
    return isColumns ? turned(stacked(parts.map(turned))) : stacked(parts);
  });

/** All values in one column, row by row or column by column. */
function inOne(args: Arguments, context: Context): Scalar[] {
  const rows = paid(matrixOf(args[0]), context);
  const ignore = wholeOf(args[1], 0);
  const values = (truthOf(args[2], false) ? turned(rows) : rows).flat();
  return values.filter((value) => {
    const isBlank = value === null;
    const isError = value instanceof ErrorValue;
    return !((ignore === 1 && isBlank) || (ignore === 2 && isError) || (ignore === 3 && (isBlank || isError)));
  });
}

export const arrays: Functions = {
  FILTER: whole(2, 3, filter),
  SORT: whole(1, 4, sort, 1, 2, 3),
  SORTBY: whole(2, 127, sortBy),
  UNIQUE: whole(1, 3, unique, 1, 2),
  SEQUENCE: whole(1, 4, sequence, 0, 1, 2, 3),
  TAKE: whole(2, 3, take, 1, 2),
  DROP: whole(2, 3, drop, 1, 2),
  CHOOSEROWS: choose(false),
  CHOOSECOLS: choose(true),
  VSTACK: stack(false),
  HSTACK: stack(true),
  TOCOL: whole(1, 3, (args, context) => orNothing(inOne(args, context).map((value) => [value])), 1, 2),
  TOROW: whole(1, 3, (args, context) => orNothing([inOne(args, context)]), 1, 2),
};
