import { atOnce, type Form, formsOf, goBack, planCopy, writeCopy } from "../../src/copies";
import { DEFINITIONS } from "../../src/definitions";
import { evaluate, references } from "../../src/explain/evaluate";
import { areaOf, withoutSheet } from "../../src/formula/addresses";
import type { CellValue } from "../../src/formula/values";
import { type Book, type Cell, read, write } from "../../src/package";

export { read };

export const functions = Object.keys(DEFINITIONS);

const SHEETS = ["Clients", "It's <2026> & co", "Blad 3"] as const;
const CATEGORIES = ["principal", "complementary", "hoofdberoep", "zelfstandige in bijberoep", "starter"];
const ROWS = 20;

/** The same numbers for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A workbook of `count` formulas of ours, each with the value that it has by the functions themselves. */
export function workbookOf(seed: number, count: number): Book {
  const random = numbers(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const inputs = SHEETS.map(() =>
    Array.from({ length: ROWS }, () => [
      Math.round(random() * 12_000_000) / 100,
      pick(CATEGORIES),
      2015 + Math.floor(random() * 12),
    ]),
  );
  const place = (column: string, near: boolean): string => {
    const fixed = (): string => (random() < 0.3 ? "$" : "");
    const cell = `${fixed()}${column}${fixed()}${1 + Math.floor(random() * ROWS)}`;
    const sheet = pick(SHEETS);
    return near ? cell : `${/^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${cell}`;
  };
  const income = (): string =>
    pick([
      () => place("A", true),
      () => place("A", false),
      () => "Income",
      () => String(Math.round(random() * 9_000_000) / 100),
      () => `ROUND(SUM(${place("A", true)},${place("A", false)})/3,2)`,
      () => `MAX(${place("A", true)},25000)`,
    ])();
  const category = (): string =>
    pick([place("B", true), place("B", false), '"principal"', '"Activité complémentaire"']);
  const year = (): string => pick([place("C", true), place("C", false), "2026", "PARAMETER_YEAR"]);
  const call = (): string =>
    pick([
      () => `INASTI.QUARTERLY(${income()},${category()},${year()},${pick(["1", "4", ""])})`,
      () => `INASTI.ANNUAL(${income()},${category()},${year()})`,
      () => `INASTI.QUARTERLY(${income()},"principal",2031)`,
    ])();
  const formula = (): string =>
    pick([
      () => `=${call()}`,
      () => `=${call()}*4+${call()}`,
      () => `=IF(${place("A", true)}>30000,${call()},"none ""yet""")`,
      () => `=IFERROR(${call()},"-")`,
      () => `=ROUND(${call()}/12,2)&" €"`,
      () => `=SUM(INASTI.BATCH(A1:A4,"principal",2026))`,
    ])();
  const names = [
    { name: "Income", formula: "=Clients!$A$3" },
    { name: "PARAMETER_YEAR", formula: "=2025" },
  ];
  const valueAt = (sheet: string, address: string): CellValue[][] => {
    const area = areaOf(withoutSheet(address).replaceAll("$", ""))!;
    const table = inputs[SHEETS.indexOf(sheet as (typeof SHEETS)[number])]!;
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (_unused, c) => table[area.row + r]![area.column + c]!),
    );
  };
  const valueOf = (text: string, sheet: string, address: string): CellValue => {
    const asked = references(text, sheet);
    const values = {
      ranges: asked.ranges.map((one) => valueAt(one.sheet, one.address)),
      names: asked.names.map((name) => (/^income$/i.test(name) ? [[inputs[0]![2]![0]!]] : [[2025]])),
      tables: [],
    };
    return evaluate(text, { sheet, address, row: 0, column: 0 }, values, { format: String, now: () => 46_354 }).value;
  };
  const sheets = SHEETS.map((name, index) => {
    const cells: Cell[] = inputs[index]!.flatMap((row, r) =>
      row.map((value, column) => ({ row: r, column, value: value! })),
    );
    for (let n = 0; n < count / SHEETS.length; n++) {
      const [row, column] = [n % ROWS, 4 + Math.floor(n / ROWS)];
      const text = formula();
      const value = valueOf(text, name, `E${row + 1}`);
      cells.push({
        row,
        column,
        formula: text,
        value: typeof value === "string" && value.startsWith("#") ? { error: value } : value!,
      });
    }
    return { name, cells };
  });
  return { names, sheets };
}

export const fileOf = (book: Book): Uint8Array => write(book, functions);

export function copyOf(bytes: Uint8Array, form: Form) {
  const plan = atOnce(planCopy(bytes, { form, functions, native: formsOf(form, { year: 2025 }) }));
  const stamp = {
    ...{ date: "2026-11-29", dataVersion: "proof", codeVersion: "proof", noteHeading: "Kept" },
    ...{ coverName: "About this copy", recordName: "Way back", ownFigures: 0 },
  };
  return { alive: plan.alive.length, frozen: plan.frozen.length, bytes: atOnce(writeCopy(plan, stamp)) };
}

export const backOf = (bytes: Uint8Array) => atOnce(goBack(bytes, { functions }));
