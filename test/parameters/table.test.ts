import { inTool } from "../tools/tool";

/** Two benefits and three categories, the youngest from 2022 on; the second benefit exists from 2021 on. */
const TABLE = {
  table: "benefits.right",
  unit: "text",
  columns: ["main", "student", "artist"],
  since: { artist: "2022-10-01" },
  begun: ["leave"],
  groups: { own: ["main", "artist"] },
  rows: {
    care: [
      {
        from: "2018-01-01",
        source: "old",
        article: "art. 1",
        confidence: "two",
        values: [
          { of: ["own"], value: "entitled" },
          { of: ["student"], value: "not", source: "page", note: "covered" },
        ],
      },
      {
        from: "2025-10-01",
        source: "new",
        article: "art. 8",
        confidence: "official",
        values: [{ of: ["own"], condition: "minimum", article: "art. 9" }],
      },
    ],
    leave: [{ from: "2021-01-01", source: "new", confidence: "unknown", values: [{ note: "open" }] }],
  },
};

interface Expanded {
  readonly parameters: Record<string, { readonly begins?: string; readonly values: unknown[] }>;
  readonly problems: string[];
}

const expanded = (table: object): Expanded =>
  inTool<Expanded>(
    "parameters/table.mjs",
    `(() => {
      const problems = [];
      return { parameters: tool.parametersOfTable(${JSON.stringify(table)}, (text) => problems.push(text)), problems };
    })()`,
  );

test("a cell holds until the next one of its column, with the source of its period or its own", () => {
  const { parameters, problems } = expanded(TABLE);
  expect(problems).toEqual([]);
  expect(Object.keys(parameters)).toHaveLength(6);
  expect(parameters["benefits.right.care.main"]).toEqual({
    unit: "text",
    values: [
      {
        from: "2018-01-01",
        to: "2025-09-30",
        value: "entitled",
        confidence: "two",
        source: { ref: "old", article: "art. 1" },
      },
      {
        from: "2025-10-01",
        value: "conditional",
        condition: "minimum",
        confidence: "official",
        source: { ref: "new", article: "art. 9" },
      },
    ],
  });
  expect(parameters["benefits.right.care.student"]?.values).toEqual([
    { from: "2018-01-01", value: "not", confidence: "two", source: { ref: "page" }, note: "covered" },
  ]);
});

test("a younger column starts with its own day; a row that began by law says so, data that merely begin do not", () => {
  const { parameters } = expanded(TABLE);
  expect(parameters["benefits.right.care.artist"]).toMatchObject({
    begins: "law",
    values: [{ from: "2022-10-01", to: "2025-09-30" }, { from: "2025-10-01" }],
  });
  expect(parameters["benefits.right.leave.main"]).toMatchObject({ begins: "law", values: [{ from: "2021-01-01" }] });
  expect(parameters["benefits.right.care.main"]).not.toHaveProperty("begins");
});

test("misspelt words and empty cells are problems", () => {
  const { care, leave } = TABLE.rows;
  const table = {
    ...TABLE,
    begun: ["leaf"],
    rows: { care: [{ ...care[0], values: [{ of: ["own", "students"], value: "entitled" }] }], leave },
  };
  expect(expanded(table).problems).toEqual([
    'begun: unknown word "leaf"',
    'care: 2018-01-01: unknown word "students"',
    "benefits.right.care.student: no value from 2018-01-01 on",
  ]);
});
