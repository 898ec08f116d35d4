import { atOnce, type Form, formsOf, goBack, planCopy, writeCopy } from "../../src/copies";
import { DEFINITIONS } from "../../src/definitions";
import { evaluate, references } from "../../src/explain/evaluate";
import { areaOf, lettersOf, withoutSheet } from "../../src/formula/addresses";
import type { CellValue } from "../../src/formula/values";
import { scanSheet } from "../../src/copies/scan";
import { Workbook } from "../../src/copies/workbook";
import { type Book, type Cell, read, type Value, write } from "../../src/package";
import { ownNames, Writer } from "../../src/package/formulas";
import { Parcel } from "../../src/package/parcel";
import { escapedText } from "../../src/package/xml";

const functions = Object.keys(DEFINITIONS);

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
      () => "Net_income",
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
    // Not as an argument of ours is called: what IronCalc takes for it then is the name.
    { name: "Net_income", formula: "=Clients!$A$3" },
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
      names: asked.names.map((name) => (/^net_income$/i.test(name) ? [[inputs[0]![2]![0]!]] : [[2025]])),
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

/** What a book has no place for: the sheet of a table, of shared and array formulas, of what fills cells. */
const OTHER = { name: "Client's table", part: "xl/worksheets/sheet4.xml", table: "xl/tables/table1.xml" };
const HEADINGS = ["income", "category", "year", "Due per quarter", "it's [net]"];
const CLIENTS = 8;

interface Special {
  readonly cell: string;
  /** As the file has it, with our names as people type them. */
  readonly formula: string;
  /** The same by cells, of which the value is asked; of what fills cells one for each. */
  readonly plain: string | readonly string[];
  /** What it fills; `fixed` is an array of before 2019. */
  readonly fills?: { readonly area: string; readonly fixed?: boolean };
  /** Of a group that shares a formula: its cells, in the first one. */
  readonly shared?: string;
  readonly isMember?: boolean;
}

/** Rows 2 to 9 are clients, A to E the table, the rest stands beside it. */
function specials(): Special[] {
  const rows = Array.from({ length: CLIENTS }, (_, index) => index + 2);
  const last = CLIENTS + 1;
  const here = (column: string) => `Clients_1[[#This Row],[${column}]]`;
  const own = "INASTI.QUARTERLY";
  return [
    ...rows.flatMap((row): Special[] => [
      {
        cell: `D${row}`,
        formula: `${own}(${here("income")},${here("category")},${here("year")})`,
        plain: `${own}(A${row},B${row},C${row})`,
      },
      {
        cell: `E${row}`,
        formula: `${here("income")}-4*${here("Due per quarter")}`,
        plain: `A${row}-4*${own}(A${row},B${row},C${row})`,
      },
      {
        cell: `G${row}`,
        formula: `INASTI.ANNUAL(A${row},$B${row},C$3)`,
        plain: `INASTI.ANNUAL(A${row},$B${row},C$3)`,
        ...(row === 2 ? { shared: `G2:G${last}` } : { isMember: true }),
      },
    ]),
    {
      cell: "I2",
      formula: `${own}(SUM(Clients_1[income])/10,"principal",2026)`,
      plain: `${own}(SUM(A2:A${last})/10,"principal",2026)`,
    },
    {
      cell: "I3",
      formula: `INASTI.ANNUAL(INDEX(Clients_1[[#All],[income]],4),INDEX(Clients_1[category],3),MAX(Clients_1[[category]:[year]]))`,
      plain: `INASTI.ANNUAL(A4,B4,MAX(C2:C${last}))`,
    },
    {
      cell: "I4",
      formula: `${own}(ROUND(AVERAGE(Clients_1[it''s '[net']])/2,2),"principal",2025)&" € a ""quarter"""`,
      plain: `${own}(ROUND(AVERAGE(E2:E${last})/2,2),"principal",2025)&" € a ""quarter"""`,
    },
    {
      cell: "K2",
      formula: `A2:A5*${own}($A$2,"principal",2026)`,
      plain: [2, 3, 4, 5].map((row) => `A${row}*${own}($A$2,"principal",2026)`),
      fills: { area: "K2:K5" },
    },
    {
      cell: "L2",
      formula: `INASTI.BATCH(A2:A5,"principal",2026)`,
      plain: [2, 3, 4, 5].map((row) => `${own}(A${row},"principal",2026)`),
      fills: { area: "L2:L5" },
    },
    {
      cell: "M2",
      formula: `{1;2;3}*INASTI.ANNUAL($A$3,"principal",2026)`,
      plain: [1, 2, 3].map((times) => `${times}*INASTI.ANNUAL($A$3,"principal",2026)`),
      fills: { area: "M2:M4", fixed: true },
    },
    {
      cell: "N2",
      formula: `SUM(A2:A9*2)+${own}(A2,"principal",2026)`,
      plain: `2*SUM(A2:A9)+${own}(A2,"principal",2026)`,
      fills: { area: "N2:N2", fixed: true },
    },
  ];
}

/** The file of a book, with one sheet more. */
export function fileOf(book: Book, seed: number): Uint8Array {
  const random = numbers(seed + 1_000);
  const bytes = write({ ...book, sheets: [...book.sheets, { name: OTHER.name, cells: [] }] }, functions);
  const parcel = new Parcel(bytes);
  const clients = Array.from({ length: CLIENTS }, () => [
    Math.round(random() * 12_000_000) / 100,
    CATEGORIES[Math.floor(random() * 4)]!,
    2016 + Math.floor(random() * 11),
  ]);
  const all = specials();
  const values = new Map<string, CellValue>();
  clients.forEach((row, index) => row.forEach((value, column) => values.set(`${"ABC"[column]}${index + 2}`, value)));
  const writer = new Writer(ownNames(functions));
  const cells = new Map<string, string>();
  const put = (address: string, value: CellValue, formula = "", kind = ""): void => {
    const type = typeof value === "string" ? (value.startsWith("#") ? ' t="e"' : ' t="str"') : "";
    const shown = value === null ? "" : `<v>${escapedText(String(value))}</v>`;
    cells.set(address, `<c r="${address}"${kind}${type}>${formula}${shown}</c>`);
  };
  HEADINGS.forEach((heading, column) =>
    cells.set(`${"ABCDE"[column]}1`, `<c r="${"ABCDE"[column]}1" t="inlineStr"><is><t>${heading}</t></is></c>`),
  );
  for (const [address, value] of values) put(address, value);
  for (const { cell, formula, plain, fills, shared, isMember } of all) {
    const found = [plain].flat().map((one) => valueOf(one, cell, values));
    const text = isMember ? "" : escapedText(writer.written(`=${formula}`));
    const attributes = fills
      ? ` t="array" ref="${fills.area}"`
      : shared || isMember
        ? ` t="shared"${shared ? ` ref="${shared}"` : ""} si="0"`
        : "";
    const isDynamic = fills !== undefined && fills.fixed !== true;
    put(cell, found[0]!, `<f${attributes}>${text}</f>`, isDynamic ? ' cm="1"' : "");
    for (const [below, value] of found.slice(1).entries())
      put(
        cell.replace(/\d+/, (row) => String(Number(row) + below + 1)),
        value,
      );
    values.set(cell, found[0]!);
  }
  const rows = new Map<number, string[]>();
  const inOrder = [...cells].toSorted(([a], [b]) => areaOf(a)!.column - areaOf(b)!.column);
  for (const [address, xml] of inOrder) {
    const { row } = areaOf(address)!;
    rows.set(row, [...(rows.get(row) ?? []), xml]);
  }
  const data = [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([row, inside]) => `<row r="${row + 1}">${inside.join("")}</row>`);
  const columns = HEADINGS.map((heading, index) => {
    const calculated = all.find(({ cell }) => cell === `${"ABCDE"[index]}2`);
    const inside = calculated
      ? `<calculatedColumnFormula>${escapedText(writer.written(calculated.formula))}</calculatedColumnFormula>`
      : "";
    return `<tableColumn id="${index + 1}" name="${heading}">${inside}</tableColumn>`;
  });
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const area = `A1:E${CLIENTS + 1}`;
  parcel.add(
    OTHER.table,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
    `<table xmlns="${main}" id="1" name="Clients_1" displayName="Clients_1" ref="${area}"><autoFilter ref="${area}"/><tableColumns count="${columns.length}">${columns.join("")}</tableColumns></table>`,
  );
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const id = parcel.relate(OTHER.part, `${office}/table`, OTHER.table);
  const xml = parcel.text(OTHER.part);
  parcel.write(
    OTHER.part,
    xml
      .replace(/<sheetData\s*\/>|<sheetData>.*<\/sheetData>/s, `<sheetData>${data.join("")}</sheetData>`)
      .replace(
        "</worksheet>",
        `<tableParts count="1"><tablePart xmlns:r="${office}" r:id="${id}"/></tableParts></worksheet>`,
      ),
  );
  return parcel.bytes();
}

function valueOf(plain: string, address: string, values: ReadonlyMap<string, CellValue>): CellValue {
  const sheet = OTHER.name;
  const asked = references(`=${plain}`, sheet);
  const ranges = asked.ranges.map((one) => {
    const area = areaOf(withoutSheet(one.address).replaceAll("$", ""))!;
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (_unused, c) => {
        const at = `${lettersOf(area.column + c)}${area.row + r + 1}`;
        return values.get(at) ?? null;
      }),
    );
  });
  const given = { ranges, names: asked.names.map(() => [[null]]), tables: [] };
  const at = { sheet, address, row: 0, column: 0 };
  return evaluate(`=${plain}`, at, given, { format: String, now: () => 46_354 }).value;
}

export const bookOf = (bytes: Uint8Array): Book => read(bytes, functions).book;

/** Every formula of every sheet of the user's, as its file has it, and what its cell shows. */
export function contentOf(bytes: Uint8Array) {
  const workbook = new Workbook(bytes, functions);
  const formulas = new Map<string, string>();
  const values = new Map<string, Value | undefined>();
  for (const { name, part } of workbook.sheets) {
    const { cells } = workbook.book.sheets.find((sheet) => sheet.name === name)!;
    for (const { row, column, value } of cells) values.set(`${name}!${row},${column}`, value);
    for (const { row, column, text, array } of scanSheet(workbook.parcel.text(part), part, () => true).formulas) {
      const fills = array ? ` {${array.rows}x${array.columns}${array.dynamic ? "" : " fixed"}}` : "";
      formulas.set(`${name}!${row},${column}`, workbook.formulas.shown(text) + fills);
    }
  }
  return { formulas, values };
}

export function copyOf(bytes: Uint8Array, form: Form) {
  const plan = atOnce(planCopy(bytes, { form, functions, native: formsOf(form, { year: 2025 }) }));
  const stamp = {
    ...{ date: "2026-11-29", dataVersion: "proof", codeVersion: "proof", noteHeading: "Kept" },
    ...{ coverName: "About this copy", recordName: "Way back", ownFigures: 0 },
  };
  return { alive: plan.alive.length, frozen: plan.frozen.length, bytes: atOnce(writeCopy(plan, stamp)) };
}

export const backOf = (bytes: Uint8Array) => atOnce(goBack(bytes, { functions }));
