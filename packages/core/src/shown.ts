import { columnsOf, type Definition, rowsOf, type Shown } from "../../../src/definitions";
import { lawName, t } from "../../../src/i18n";
import { type Day, isoDate, type Quarter, quarterOfYear, yearOf } from "../../../src/rules/calendar";
import { type Cents, type Fraction, type Rate, RATE_UNIT } from "../../../src/rules/money";
import { Refusal as Refused } from "../../../src/rules/refusal";
import { STEP_UNIT } from "../../../src/rules/trace";
import { told } from "./refusal";

type Anything =
  number | string | boolean | { readonly cents: Cents } | { readonly day: Day } | { readonly all: readonly string[] };

const same = (value: unknown): unknown => value;

/** What a program gets for a value of each kind: euro as a number, rates as fractions, days as ISO text, words as the contract has them. */
const WRITE: Readonly<Record<Exclude<Shown, "cells" | "quarters">, (value: never) => unknown>> = {
  euro: (cents: Cents) => cents / 100,
  "euro-or-word": (value: Cents | string) => (typeof value === "string" ? value : value / 100),
  exact: (amount: number) => amount / (STEP_UNIT * 100),
  rate: (rate: Rate) => rate / RATE_UNIT,
  fraction: ({ units, scale }: Fraction) => units / scale,
  ratio: same,
  date: isoDate,
  number: same,
  text: same,
  any: (value: Anything) => {
    if (typeof value !== "object") return value;
    if ("all" in value) return value.all;
    return "cents" in value ? value.cents / 100 : isoDate(value.day);
  },
  law: lawName,
  article: same,
  category: same,
  condition: same,
  met: same,
  confidence: same,
  step: same,
  row: same,
  domain: same,
  notes: (keys: readonly string[]) => keys.map((key) => t(`notes:${key}`)),
};

/** The answer of a function as a program takes it. */
export function shown({ shows, also, besides }: Definition, value: unknown): unknown {
  if (shows === "cells") return (value as unknown[][]).map((row) => row.map((one) => written("euro", one)));
  if (shows === "quarters") return (value as readonly Quarter[]).map((of) => `${yearOf(of)}Q${quarterOfYear(of)}`);
  if (typeof shows === "string") return WRITE[shows](value as never);
  const found = rowsOf(value);
  const columns = columnsOf(shows, also, found);
  const rows = found.map((row) => Object.fromEntries(columns.map(([name, kind]) => [name, written(kind, row[name])])));
  if (besides === undefined) return rows;
  const others = value as Readonly<Record<string, unknown>>;
  return { ...Object.fromEntries(Object.keys(besides).map((name) => [name, others[name]])), rows };
}

/** One figure of a table; nothing where there is none, or its own refusal. */
function written(kind: Shown, value: unknown): unknown {
  if (value === undefined || value === "") return null;
  if (value instanceof Refused) return told(value);
  return WRITE[kind as keyof typeof WRITE](value as never);
}
