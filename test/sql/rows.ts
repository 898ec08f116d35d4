import { type Law, lawOf } from "../../src/sql";
import * as oracle from "../oracle";
import type { Category } from "../oracle";
import { speakAll } from "./texts";

speakAll();

export const law: Law = lawOf({});

/** A row of the caller's, in cents. */
export interface Member {
  readonly category: Category;
  readonly year: number;
  readonly quarter: number;
  readonly income: number;
}

const LARGEST = 1e11;

/** The first cent of every segment of every law, the cent below it and the one above; and the amounts at which reading ends. */
export function edges(): Member[] {
  const place = (name: string) => law.law.columns.findIndex((column) => column.name === name);
  const firsts = ["f2", "f3", "f4", "f5", "f6"].map(place);
  return law.law.rows.flatMap((row) => {
    const [category, year, quarter] = row as [Category, number, number];
    const froms = firsts.flatMap((at) => (row[at] === null ? [] : [row[at] as number]));
    const incomes = [...froms.flatMap((from) => [from - 1, from, from + 1]), -LARGEST, -1, 0, 1, LARGEST];
    return incomes.map((income) => ({ category, year, quarter, income }));
  });
}

const categories = law.category.rows.flat() as Category[];
/** Of a multiplicative hash; every product of ten million rows is a safe integer. */
const FACTOR = 654_435_761;
const RANGE = 4_294_967_296;
const MOST = 16_000_000;
const LOSS = 500_000;
const FIRST_YEAR = 2015;
const YEARS = 12;

/** The same rows are made here and in the engines, so that a million of them need not be carried over: a loss now and then, mostly incomes to 155,000 euro. */
export function member(n: number): Member {
  const income = (((n * FACTOR) % RANGE) % MOST) - LOSS;
  return {
    category: categories[n % categories.length]!,
    year: FIRST_YEAR + (Math.floor(n / categories.length) % YEARS),
    quarter: 1 + (Math.floor(n / (categories.length * YEARS)) % 4),
    income,
  };
}

/** The same in SQL, of a column `n`; `whole` is the engine's quotient of whole numbers. */
export function memberSql(whole: (of: string, by: number) => string): Readonly<Record<keyof Member, string>> {
  const count = categories.length;
  const words = categories.map((word, index) => `WHEN ${index} THEN '${word}'`).join(" ");
  return {
    category: `CASE n % ${count} ${words} END`,
    year: `${FIRST_YEAR} + ${whole("n", count)} % ${YEARS}`,
    quarter: `1 + ${whole("n", count * YEARS)} % 4`,
    income: `((n * ${FACTOR}) % ${RANGE}) % ${MOST} - ${LOSS}`,
  };
}

/** What the oracle answers, in cents; null for a refusal. */
export const owed = ({ income, category, year, quarter }: Member): number | null =>
  centsOf(oracle.quarterlyFor(BigInt(income), category, year, quarter));

export const provisional = ({ income, category, year, quarter }: Member): number | null =>
  centsOf(oracle.provisional(BigInt(income), category, year, quarter));

export const revalued = ({ income, year }: Member): number | null => centsOf(oracle.revalue(BigInt(income), year));

export const annual = ({ income, category, year }: Member): number | null =>
  centsOf(oracle.annual(BigInt(income), category, year));

export const centsOf = (answer: oracle.Answer): number | null => (oracle.isRefusal(answer) ? null : Number(answer));
