import fc from "fast-check";

import type { Book, Cell, Chart, List, Name, Note, Sheet, Style, Value } from "../../src/package";

export const FUNCTIONS = ["INASTI.QUARTERLY", "INASTI.BATCH", "FUND.TOTAL"];

const NASTY = [
  "<script>alert(1)</script>",
  "&amp; ]]> <![CDATA[",
  "_x0041_",
  "a\tb\nc\rd",
  "\u0001\ud800",
  "__proto__",
  "constructor",
  "=1+1",
  " two  spaces ",
  "Österreich – 中文 😀",
  "12",
  "#N/A",
];

const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ maxLength: 40 }),
);
const number = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);
const error = fc
  .constantFrom("#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!")
  .map((code) => ({ error: code }));
const value: fc.Arbitrary<Value> = fc.oneof(number, text, fc.boolean(), error);

const formula = fc.constantFrom(
  '=INASTI.QUARTERLY(A1,"main",2026)',
  "=INASTI.BATCH('My ''sheet'!$A$1:$A$9,2026)",
  "=SUM(A1:A3*B1:B3)",
  "=LET(x,FUND.TOTAL(A1),IFS(x>1,x,TRUE,0))",
  '="<b>"&"&"&"_xlfn."',
  "=SEQUENCE(3)",
  "=SUM(B2#)",
  "=Rate*2",
);

const colour = fc.constantFrom("#FF0000", "#00AA11", "#FFFFFF");
const style: fc.Arbitrary<Style> = fc
  .record(
    {
      format: fc.constantFrom("0.00", "dd/mm/yyyy", '#,##0.00\\ "€"', "@", "0%"),
      font: fc.constantFrom("Arial", "Courier <New>"),
      size: fc.constantFrom(8, 10.5, 20),
      bold: fc.constant(true),
      italic: fc.constant(true),
      underline: fc.constant(true),
      strike: fc.constant(true),
      colour,
      fill: colour,
      borders: fc
        .record(
          { left: fc.constant({ line: "thin" }), bottom: colour.map((c) => ({ line: "medium", colour: c })) },
          { requiredKeys: [] },
        )
        .filter((sides) => Object.keys(sides).length > 0),
      horizontal: fc.constantFrom("left", "center", "right"),
      vertical: fc.constantFrom("top", "center"),
      wrap: fc.constant(true),
      indent: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: [] },
  )
  .filter((found) => Object.keys(found).length > 0);

const place = { row: fc.integer({ min: 0, max: 60 }), column: fc.integer({ min: 0, max: 30 }) };
const area = fc.record({ ...place, rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 9 }) });

const optional = <Item>(items: fc.Arbitrary<Item[]>) => items.map((list) => (list.length > 0 ? list : undefined));

function without<Source extends object>(source: Source): Source {
  return JSON.parse(JSON.stringify(source)) as Source;
}

const cells = (styles: number): fc.Arbitrary<Cell[]> =>
  fc
    .uniqueArray(
      fc.record({
        ...place,
        content: fc.oneof(
          value.map((found) => ({ value: found })),
          fc.record({ formula, value }),
          fc.constant({}),
        ),
        style: styles === 0 ? fc.constant(undefined) : fc.option(fc.nat(styles - 1), { nil: undefined }),
      }),
      { selector: ({ row, column }) => `${row} ${column}`, maxLength: 40 },
    )
    .map((list) =>
      list
        .filter(({ content, style: index }) => "value" in content || index !== undefined)
        .map(({ row, column, content, style: index }) => ({
          row,
          column,
          ...content,
          ...(index === undefined ? {} : { style: index }),
        }))
        .sort((a, b) => a.row - b.row || a.column - b.column),
    );

/** A formula that fills cells, far from the others. */
const spilled = fc.integer({ min: 1, max: 4 }).map((rows): Cell[] => [
  { row: 100, column: 1, formula: "=INASTI.BATCH(A1:A4)", value: 1, spill: { rows, columns: 2 } },
  ...Array.from({ length: rows * 2 - 1 }, (_, index): Cell => {
    const at = index + 1;
    return { row: 100 + Math.floor(at / 2), column: 1 + (at % 2), value: at, spilled: true };
  }),
]);

const notes: fc.Arbitrary<Note[]> = fc.uniqueArray(
  fc
    .record({ ...place, text, author: fc.option(fc.constantFrom("Ann & Co", "<i>"), { nil: undefined }) })
    .map((note) => without(note) as Note),
  { selector: ({ row, column }) => `${row} ${column}`, maxLength: 4 },
);

const lists: fc.Arbitrary<List[]> = fc.array(
  fc.record({
    areas: fc.array(area, { minLength: 1, maxLength: 2 }),
    values: fc.oneof(fc.constant(["main", 'a "quoted" word', "<x>"]), fc.constant("=$A$1:$A$3")),
    strict: fc.boolean(),
  }),
  { maxLength: 2 },
);

const charts: fc.Arbitrary<Chart[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom("column", "bar", "line"),
      title: fc.constantFrom("", "Cash & <funds>"),
      categories: fc.option(fc.constant("'My ''sheet'!$A$1:$A$3"), { nil: undefined }),
      series: fc.array(
        fc.record({ name: fc.constantFrom("One", "Two & more"), values: fc.constant("Sheet1!$B$1:$B$3") }),
        { minLength: 1, maxLength: 3 },
      ),
      place: area,
      format: fc.option(fc.constant("#,##0"), { nil: undefined }),
      stacked: fc.option(fc.constant(true), { nil: undefined }),
    })
    .map((chart) => without(chart) as Chart),
  { maxLength: 2 },
);

const columns = fc
  .array(
    fc.record({ width: fc.constantFrom(3, 12.5, 40.25), hidden: fc.option(fc.constant(true), { nil: undefined }) }),
    { maxLength: 4 },
  )
  .map((list) => list.map((column, index) => ({ from: index * 3, to: index * 3 + (index % 3), ...column })));

const rows = fc
  .uniqueArray(fc.record({ row: place.row, height: fc.constantFrom(12, 30.75) }), {
    selector: ({ row }) => row,
    maxLength: 3,
  })
  .map((list) => list.sort((a, b) => a.row - b.row));

const sheet = (name: string, styles: number): fc.Arbitrary<Sheet> =>
  fc
    .record({
      name: fc.constant(name),
      hidden: fc.option(fc.constant(true), { nil: undefined }),
      cells: fc.tuple(cells(styles), fc.option(spilled, { nil: [] })).map(([some, more]) => [...some, ...more]),
      columns: optional(columns),
      rows: optional(rows),
      defaultWidth: fc.option(fc.constant(11.5), { nil: undefined }),
      merged: optional(fc.array(area, { maxLength: 2 })),
      frozen: fc.option(fc.constantFrom({ rows: 1, columns: 0 }, { rows: 2, columns: 3 }, { rows: 0, columns: 1 }), {
        nil: undefined,
      }),
      noGrid: fc.option(fc.constant(true), { nil: undefined }),
      notes: optional(notes),
      lists: optional(lists),
      charts: optional(charts),
      print: fc.option(
        fc.constantFrom(
          { landscape: true },
          { fitToWidth: true, area: { row: 0, column: 0, rows: 3, columns: 4 }, titleRows: [0, 1] as const },
        ),
        { nil: undefined },
      ),
    })
    .map((found) => without(found) as Sheet);

const names: fc.Arbitrary<Name[]> = fc.constant([
  { name: "Rate", formula: "=0.02" },
  { name: "Incomes", formula: "='My ''sheet'!$A$1:$A$9" },
  { name: "PARAMETER_YEAR", formula: "=2026" },
  { name: "Local", formula: '="<&>"', sheet: 1 },
  { name: "OWN_FIGURES_MARK", formula: "=7", hidden: true },
]);

/** Two sheets with whatever a book may hold. */
export const books: fc.Arbitrary<Book> = fc
  .uniqueArray(style, { selector: (found) => JSON.stringify(found), maxLength: 6 })
  .chain((styles) =>
    fc.record({
      sheets: fc.tuple(sheet("Sheet1", styles.length), sheet("My 'sheet", styles.length)),
      names: optional(names),
      styles: fc.constant(styles.length > 0 ? styles : undefined),
      settings: fc.option(
        fc.constant([
          ["parameterYear", 2026],
          ["ownFigures", '{"<&>":"é"}'],
          ["__proto__", "x"],
          ["Office.DisableTrustUX", true],
        ] as const),
        { nil: undefined },
      ),
      active: fc.option(fc.constant(1), { nil: undefined }),
    }),
  )
  .map((found) => ({ ...without(found), ...(found.settings ? { settings: found.settings } : {}) }) as Book);
