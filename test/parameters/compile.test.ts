import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { inTool } from "../tools/tool";

const ROOT = path.join(__dirname, "../..");
const SCHEMAS = ["parameter", "sources", "table"].map((name) => `src/parameters/${name}.schema.json`);
const INDEX = "src/parameters/contributions/index.yaml";
const THRESHOLDS = "src/parameters/contributions/thresholds.yaml";
const SWITCH = "src/parameters/funds/switch.yaml";
const SOURCES = "src/parameters/sources.yaml";

/** A project of four parameters, as small as the rules allow. */
const PROJECT: Record<string, string> = {
  [INDEX]: `
contributions.index.base:
  label: Index of the base amounts
  unit: index points
  values:
    - { from: 2015-01-01, value: "142.75", confidence: official, source: { ref: ar38, article: AR38 14 §1 } }
contributions.index.numerator:
  label: Index of the year
  unit: index points
  article: AR38 14 §1
  values:
    - { from: 2015-01-01, to: 2015-12-31, value: "501.14", confidence: derived, source: { ref: ar38 }, note: derived-numerator }
    - { from: 2016-01-01, to: 2016-12-31, value: "506.60", confidence: official, source: { ref: ar38 } }
`,
  [THRESHOLDS]: `
contributions.bracket1.ceiling-base:
  label: Base of the first ceiling
  unit: EUR/year
  values:
    - { from: 2015-01-01, value: "15831.12", confidence: official, source: { ref: ar38 } }
contributions.bracket1.ceiling:
  label: First ceiling
  unit: EUR/year
  formula: { kind: indexed, base: contributions.bracket1.ceiling-base }
  values:
    - { from: 2015-01-01, to: 2015-12-31, confidence: single, source: { ref: ar38 } }
    - { from: 2016-01-01, to: 2016-12-31, confidence: single, source: { ref: ar38 } }
`,
  [SWITCH]: `
funds.switch.years.person:
  label: Years before a change of fund
  unit: years
  values:
    - { from: 2015-01-01, value: "4", confidence: official, source: { ref: ar67, article: AR67 10 } }
funds.switch.years.company:
  label: Years before a company changes
  unit: years
  values:
    - { from: 2015-01-01, value: "3", confidence: official, source: { ref: ar67 } }
`,
  [SOURCES]: `
ar38:
  title: Royal decree no 38 of 27/07/1967
ar67:
  title: Royal decree of 19/12/1967
`,
  "src/i18n/en/notes.json": '{ "derived-numerator": "Deduced." }',
};

let root: string;

function makeProject(folder: string) {
  for (const [file, text] of Object.entries(PROJECT)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  for (const schema of SCHEMAS) copyFileSync(path.join(ROOT, schema), path.join(folder, schema));
}

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "parameters-"));
  makeProject(root);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function compile() {
  return spawnSync(process.execPath, [path.join(ROOT, "tools/compile-parameters.mjs"), "--root", root], {
    encoding: "utf8",
  });
}

/** Replaces the first match in one file; a change that finds nothing to change would prove nothing. */
function edit(file: string, search: RegExp, replacement: string, folder = root) {
  const before = readFileSync(path.join(folder, file), "utf8");
  const after = before.replace(search, replacement);
  expect(after).not.toBe(before);
  writeFileSync(path.join(folder, file), after);
}

function compiled(): string {
  const folder = path.join(root, "src/parameters/compiled");
  return readdirSync(folder)
    .map((file) => `${file}\n${readFileSync(path.join(folder, file), "utf8")}`)
    .join("");
}

test("computes by the formula, and compiles the same text twice", () => {
  expect(compile()).toMatchObject({ status: 0, stderr: "" });
  const first = compiled();
  // 55,576.94 and 56,182.45 as Attentia and Belfius print them; 42005 is 1 January 2015.
  expect(first).toContain("[42005,42370],[42369,42735],[5557694,5618245],");
  expect(compile().status).toBe(0);
  expect(compiled()).toBe(first);
});

describe("everyYear", () => {
  const EVERY_YEAR = "$&\n  everyYear: { from: 2015-03-01, source: { ref: ar67, article: AR67 53 } }";
  const FORMULA = /formula: .*/;

  function ceilings() {
    expect(compile()).toMatchObject({ status: 0, stderr: "" });
    const parameter = /"contributions.bracket1.ceiling": (.*),$/m.exec(compiled())?.[1];
    const [, , [days, ...columns]] = JSON.parse(parameter!) as [unknown, 2, [number[], ...unknown[]]];
    const cell = (column: unknown, row: number): unknown => (Array.isArray(column) ? column[row] : column);
    const [to, cents, confidence = 0] = columns;
    return days.map((from, row) => [from, cell(to, row), cell(cents, row), cell(confidence, row)]);
  }

  test("leaves the years that are stated, and a new one follows the index", () => {
    edit(THRESHOLDS, FORMULA, EVERY_YEAR);
    const stated = [
      [42005, 42369, 5557694, 2],
      [42370, 42735, 5618245, 2],
    ];
    expect(ceilings()).toEqual(stated);
    edit(
      INDEX,
      /value: "506.60".*/,
      '$&\n    - { from: 2017-01-01, to: 2017-12-31, value: "517.72", confidence: two, source: { ref: ar38 } }',
    );
    // Vivium prints 57,415.67 for 2017; confidence 3 is `derived`.
    expect(ceilings()).toEqual([...stated, [42736, 43100, 5741567, 3]]);
  });

  test("begins on its first day, and needs no stated value", () => {
    edit(THRESHOLDS, FORMULA, EVERY_YEAR);
    edit(THRESHOLDS, / {2}values:\n.*single.*\n.*single.*\n/, "");
    // 42064 is 1 March 2015.
    expect(ceilings()).toEqual([
      [42064, 42369, 5557694, 3],
      [42370, 42735, 5618245, 3],
    ]);
  });

  test("takes the dates and the confidence of another figure", () => {
    edit(THRESHOLDS, FORMULA, "$&\n  everyYear: { like: contributions.index.numerator }");
    edit(THRESHOLDS, / {2}values:\n.*single.*\n.*single.*\n/, "");
    expect(ceilings()).toEqual([
      [42005, 42369, 5557694, 3],
      [42370, 42735, 5618245, 0],
    ]);
  });
});

test("a changed figure changes the data version", () => {
  const version = () => /dataVersion = "(.*)"/.exec(compiled())?.[1];
  compile();
  const before = version();
  edit(SWITCH, /value: "4"/, 'value: "5"');
  compile();
  expect(before).toMatch(/^[0-9a-f]{8} 2016-12-31$/);
  expect(version()).not.toBe(before);
});

test("the project's own data has no problem", () => {
  cpSync(path.join(ROOT, "src/parameters"), path.join(root, "src/parameters"), { recursive: true });
  cpSync(path.join(ROOT, "src/i18n/en"), path.join(root, "src/i18n/en"), { recursive: true });
  expect(compile()).toMatchObject({ status: 0, stderr: "" });
});

const REFUSED: readonly [name: string, file: string, search: RegExp, replacement: string, message: string][] = [
  [
    "an overlap",
    THRESHOLDS,
    /to: 2015-12-31/,
    "to: 2016-01-01",
    "contributions/thresholds.yaml: contributions.bracket1.ceiling: 2015-01-01: overlaps the value from 2016-01-01",
  ],
  [
    "dates that do not rise",
    INDEX,
    /from: 2016-01-01, to: 2016-12-31/,
    "from: 2014-01-01, to: 2014-12-31",
    "contributions/index.yaml: contributions.index.numerator: 2014-01-01: stands after 2015-01-01",
  ],
  [
    "a period that ends before it starts",
    THRESHOLDS,
    /to: 2016-12-31/,
    "to: 2015-12-31",
    "contributions/thresholds.yaml: contributions.bracket1.ceiling: 2016-01-01: ends on 2015-12-31, before it starts",
  ],
  [
    "no such day",
    THRESHOLDS,
    /to: 2016-12-31/,
    "to: 2016-12-32",
    "contributions/thresholds.yaml: contributions.bracket1.ceiling: values 1 to: must match format",
  ],
  [
    "an unknown source",
    SWITCH,
    /ref: ar67/,
    "ref: ar99",
    'funds/switch.yaml: funds.switch.years.person: 2015-01-01: unknown source "ar99"',
  ],
  [
    "a source that nothing uses",
    SOURCES,
    /$/,
    "ar37:\n  title: Royal decree no 37\n",
    "sources.yaml: ar37: no parameter uses this source",
  ],
  [
    "an unknown note",
    INDEX,
    /note: derived-numerator/,
    "note: guessed",
    'contributions/index.yaml: contributions.index.numerator: 2015-01-01: unknown note "guessed"',
  ],
  [
    "a missing confidence",
    SWITCH,
    / confidence: official,/,
    "",
    "funds/switch.yaml: funds.switch.years.person: values 0: must have required property 'confidence'",
  ],
  [
    "a confidence that does not exist",
    SWITCH,
    /confidence: official/,
    "confidence: sure",
    "funds/switch.yaml: funds.switch.years.person: values 0 confidence: must be equal to one of the allowed values",
  ],
  [
    "an unknown figure that has a value",
    SWITCH,
    /confidence: official/,
    "confidence: unknown",
    "funds/switch.yaml: funds.switch.years.person: 2015-01-01: confidence unknown allows no value",
  ],
  [
    "an unknown figure without a reason",
    SWITCH,
    /confidence: official/,
    "confidence: unknown",
    "funds/switch.yaml: funds.switch.years.person: 2015-01-01: confidence unknown needs a note that says why",
  ],
  [
    "a bad decimal",
    SWITCH,
    /value: "4"/,
    'value: "4,0"',
    'funds/switch.yaml: funds.switch.years.person: 2015-01-01: "4,0" is not a decimal',
  ],
  [
    "a number that is not exact text",
    SWITCH,
    /value: "4"/,
    "value: 4",
    "funds/switch.yaml: funds.switch.years.person: values 0 value: must be string",
  ],
  [
    "a missing value",
    SWITCH,
    / value: "4",/,
    "",
    "funds/switch.yaml: funds.switch.years.person: 2015-01-01: value missing",
  ],
  [
    "a typed-in value beside a formula",
    THRESHOLDS,
    /confidence: single/,
    'value: "55576.94", confidence: single',
    "contributions/thresholds.yaml: contributions.bracket1.ceiling: 2015-01-01: the formula computes this value",
  ],
  [
    "a base that does not exist",
    THRESHOLDS,
    /base: contributions\.bracket1\.ceiling-base/,
    "base: contributions.bracket1.top-base",
    'contributions/thresholds.yaml: contributions.bracket1.ceiling: formula indexed: no parameter "contributions.bracket1.top-base"',
  ],
  [
    "a formula that refers to itself",
    THRESHOLDS,
    /base: contributions\.bracket1\.ceiling-base/,
    "base: contributions.bracket1.ceiling",
    "contributions/thresholds.yaml: contributions.bracket1.ceiling: 2015-01-01: formula refers to itself",
  ],
  [
    "a year without index",
    INDEX,
    /from: 2016-01-01/,
    "from: 2016-02-01",
    "contributions/thresholds.yaml: contributions.bracket1.ceiling: 2016-01-01: contributions.index.numerator has no figure for all of 2016-01-01 to 2016-12-31",
  ],
  [
    "an index that changes inside the year",
    INDEX,
    /to: 2015-12-31(.*)\n(.*)from: 2016-01-01/,
    "to: 2015-06-30$1\n$2from: 2015-07-01",
    "contributions/thresholds.yaml: contributions.bracket1.ceiling: 2015-01-01: contributions.index.numerator changes between 2015-01-01 and 2015-12-31",
  ],
  [
    "a year that no formula gives",
    SWITCH,
    /unit: years/,
    "$&\n  everyYear: { from: 2015-01-01, source: { ref: ar67 } }",
    "funds/switch.yaml: funds.switch.years.person: must have property formula when property everyYear is present",
  ],
  [
    "years like those of nothing",
    THRESHOLDS,
    / {2}values:\n.*single.*\n.*single.*\n/,
    "  everyYear: { like: contributions.index.top }\n",
    "contributions/thresholds.yaml: contributions.bracket1.ceiling: everyYear gives no value",
  ],
  [
    "an unknown unit",
    SWITCH,
    /unit: years/,
    "unit: decades",
    "funds/switch.yaml: funds.switch.years.person: unit: must be equal to one of the allowed values",
  ],
  [
    "the same id twice",
    SWITCH,
    /funds\.switch\.years\.company/,
    "funds.switch.years.person",
    "funds/switch.yaml: Map keys must be unique",
  ],
  [
    "an id in the wrong folder",
    SWITCH,
    /funds\.switch\.years\.person/,
    "company.switch.years.person",
    "funds/switch.yaml: company.switch.years.person: belongs in the folder company",
  ],
];

describe("refuses, and names file and id:", () => {
  let problems: Record<string, string[]>;

  beforeAll(() => {
    // One process for all: most of a run goes into starting it.
    const folder = mkdtempSync(path.join(os.tmpdir(), "parameters-"));
    for (const [name, file, search, replacement] of REFUSED) {
      makeProject(path.join(folder, name));
      edit(file, search, replacement, path.join(folder, name));
    }
    problems = inTool(
      "compile-parameters.mjs",
      `Object.fromEntries(${JSON.stringify(readdirSync(folder))}.map((name) => [
        name,
        tool.compileParameters({ root: ${JSON.stringify(folder)} + "/" + name }).problems,
      ]))`,
    );
    rmSync(folder, { recursive: true });
  });

  test.each(REFUSED)("%s", (name, _file, _search, _replacement, message) => {
    expect(problems[name]!.join("\n")).toContain(message);
  });

  test("each problem on a line, and writes nothing", () => {
    edit(SWITCH, /value: "4"/, 'value: "4,0"');
    edit(THRESHOLDS, /to: 2015-12-31/, "to: 2016-01-01");
    const { status, stderr } = compile();
    expect(status).toBe(1);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringContaining("overlaps the value from 2016-01-01"),
      expect.stringContaining('"4,0" is not a decimal'),
    ]);
    expect(existsSync(path.join(root, "src/parameters/compiled"))).toBe(false);
  });
});
