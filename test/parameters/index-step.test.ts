import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type * as Parameters from "../../src/parameters";
import type * as Benefits from "../../src/rules/benefits";
import { day } from "../../src/rules/calendar";
import type * as Passerelle from "../../src/rules/passerelle";

// A made-up index step in a copy of the data: its date and rank, and the last confirmed day. Nothing else changes.
const ROOT = path.join(__dirname, "../..");
const INDEX = "src/parameters/benefits/index.yaml";
const SICKNESS = "src/parameters/benefits/sickness.yaml";
const BASES = "src/parameters/benefits/bases.yaml";
const LAST_RANK = /( {4}- \{ from: 2026-09-01, value: "30".*\n)/;
const STEP = '    - { from: 2027-03-01, value: "31", confidence: derived, source: { ref: law-1971-08-02 } }\n';
const STEP_OF_2028 = '    - { from: 2028-02-01, value: "32", confidence: derived, source: { ref: law-1971-08-02 } }\n';

// Each test compiles the whole data in a process of its own.
jest.setTimeout(60_000);

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "index-step-"));
  for (const folder of ["src/parameters", "src/i18n/en"])
    cpSync(path.join(ROOT, folder), path.join(root, folder), { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  jest.resetModules();
});

/** Replaces the first match in one file; a change that finds nothing to change would prove nothing. */
function edit(file: string, search: RegExp, replacement: string) {
  const before = readFileSync(path.join(root, file), "utf8");
  const after = before.replace(search, replacement);
  expect(after).not.toBe(before);
  writeFileSync(path.join(root, file), after);
}

function addStep(steps: string, lastConfirmedDay: string) {
  edit(INDEX, LAST_RANK, `$1${steps}`);
  edit(INDEX, /value: "2026-11-30"/, `value: "${lastConfirmedDay}"`);
}

const compile = () =>
  spawnSync(process.execPath, [path.join(ROOT, "tools/compile-parameters.mjs"), "--root", root], { encoding: "utf8" });

/** The rules, as they answer with the compiled copy. */
function rules() {
  expect(compile()).toMatchObject({ status: 0, stderr: "" });
  jest.resetModules();
  for (const file of ["index", "index-rules"])
    jest.doMock(`../../src/parameters/compiled/${file}`, (): unknown =>
      jest.requireActual(path.join(root, `src/parameters/compiled/${file}.ts`)),
    );
  return {
    ...jest.requireActual<typeof Parameters>("../../src/parameters"),
    ...jest.requireActual<typeof Benefits>("../../src/rules/benefits"),
    ...jest.requireActual<typeof Passerelle>("../../src/rules/passerelle"),
  };
}

// By hand from the articles, at rank 31: coefficient 1.8476, pivots 190.57 and 138.67.
const AMOUNTS = [
  ["benefits.sickness.isolated", "36.1906 × 1.8476", 66_87],
  ["benefits.sickness.cohabitant", "27.7550 × 1.8476", 51_28],
  ["benefits.invalidity.isolated", "the same", 66_87],
  ["benefits.invalidity-assimilated.cohabitant", "31.0307 × 1.8476", 57_33],
  ["benefits.third-party-aid", "16.8786 × 1.8476", 31_18],
  ["benefits.caregiver.full", "1,343.87 × 190.57 / 147.31", 1738_52],
  ["benefits.caregiver.half", "1,738.52 / 2", 869_26],
  ["passerelle.amount.without-dependants", "1,343.87 × 190.57 / 147.31", 1738_52],
  // Held back by the limit of 2026: the amount of November 2026 × 1.02.
  ["benefits.sickness.with-dependants", "82.64 × 1.02", 84_29],
  ["benefits.invalidity-assimilated.with-dependants", "82.64 × 1.02", 84_29],
  ["benefits.maternity.weeks-1-4", "917.34 × 1.02", 935_69],
  ["benefits.maternity.from-week-5", "839.82 × 1.02", 856_62],
  ["benefits.maternity.half.weeks-1-4", "935.69 / 2", 467_85],
  ["benefits.maternity.half.from-week-5", "856.62 / 2", 428_31],
  ["benefits.adoption", "642.84 × 1.02", 655_70],
  ["benefits.foster", "642.84 × 1.02", 655_70],
  ["benefits.birth-leave.day", "107.14 × 1.02", 109_28],
  ["benefits.birth-leave.half-day", "109.28 / 2", 54_64],
  ["benefits.bereavement", "107.14 × 1.02", 109_28],
  ["passerelle.amount.with-dependants", "2,128.11 × 1.02", 2170_67],
] as const;

test("date, rank and last confirmed day give every amount of a step", () => {
  addStep(STEP, "2027-05-31");
  const { dated, benefitRate, monthlyBenefit } = rules();
  const step = day(2027, 3, 1);
  for (const [id, formula, amount] of AMOUNTS)
    expect([formula, dated(id, step)]).toMatchObject([
      formula,
      { from: step, to: day(2027, 5, 31), value: amount, confidence: "derived" },
    ]);
  expect(dated("benefits.index.coefficient", step)).toMatchObject({ value: 1_8476_0000 });
  expect(dated("benefits.index.pivot-base-1996", step)).toMatchObject({ value: 190_57 });
  expect(dated("benefits.index.pivot-base-2013", step)).toMatchObject({ value: 138_67 });
  // The prime of 2027 goes by the rank of May: 196.8411 × 1.8476.
  expect(dated("benefits.catch-up-prime", step)).toMatchObject({
    from: day(2027, 1, 1),
    to: day(2027, 12, 31),
    value: 363_68,
  });

  const isolated = (on: number, indexSteps?: number) =>
    benefitRate({ benefit: "sickness", variant: "isolated", day: on, indexSteps }).way();
  const figure = (value: number, confidence: string) => [{ figures: [{ value, confidence }] }];
  expect(isolated(step - 1)).toMatchObject(figure(65_56, "derived"));
  expect(isolated(step)).toMatchObject(figure(66_87, "derived"));
  expect(() => isolated(day(2027, 6, 1))).toThrow("amount-not-verified");
  expect(isolated(day(2027, 6, 1), 1)).toMatchObject(figure(68_20, "projection"));
  expect(monthlyBenefit(step, true).value).toBe(2170_67);
  expect(monthlyBenefit(day(2027, 6, 1), true, 1).value).toBe(2214_08);
});

test("an amount that is printed stands, whatever the rule gives, until the next step", () => {
  addStep(STEP + STEP_OF_2028, "2028-04-30");
  edit(
    SICKNESS,
    /(benefits\.sickness\.isolated:[\s\S]*?)\n\n/,
    '$1\n    - { from: 2027-03-01, value: "66.90", confidence: official, source: { ref: ar71 } }\n\n',
  );
  const { dated } = rules();
  const printed = { from: day(2027, 3, 1), to: day(2028, 1, 31), value: 66_90, confidence: "official" };
  expect(dated("benefits.sickness.isolated", day(2027, 3, 1))).toMatchObject(printed);
  expect(dated("benefits.invalidity.isolated", day(2027, 3, 1))).toMatchObject(printed);
  expect(dated("benefits.sickness.isolated", day(2028, 2, 1))).toMatchObject({ value: 68_20 });
});

test("the second limited step leaves open what the limit holds back, and nothing else", () => {
  addStep(STEP + STEP_OF_2028, "2028-04-30");
  const { dated } = rules();
  const on = day(2028, 2, 1);
  for (const id of [
    "benefits.sickness.with-dependants",
    "benefits.maternity.half.weeks-1-4",
    "passerelle.amount.with-dependants",
  ] as const)
    expect([id, dated(id, on)]).toMatchObject([id, { value: null, note: "second-limited-step" }]);
  expect(dated("benefits.sickness.with-dependants", on - 1)).toMatchObject({ value: 84_29 });
  expect(dated("benefits.sickness.isolated", on)).toMatchObject({ value: 68_20 });
  expect(dated("benefits.caregiver.full", on)).toMatchObject({ value: 1773_28 });
});

test.each([
  [
    "a value beyond the last confirmed day",
    SICKNESS,
    /to: 2026-02-28/,
    "to: 2027-02-28",
    "benefits.sickness.isolated: 2025-02-01: stated beyond the last confirmed day 2026-11-30",
  ],
  [
    "values that overlap",
    SICKNESS,
    /to: 2018-08-31/,
    "to: 2018-09-30",
    "benefits.sickness.with-dependants: 2018-01-01: overlaps the value from 2018-09-01",
  ],
  [
    "an amount that its base does not reach",
    BASES,
    /from: 2023-07-01, value: "45.6685"/,
    'from: 2023-11-01, value: "45.6685"',
    "benefits.sickness.with-dependants: 2023-07-01: needs a value; benefits.base.sickness.with-dependants has no figure",
  ],
  [
    "a new base after the limited step",
    BASES,
    /\{ from: 2023-07-01, value: "45.6685"(.*)\}/,
    '{ from: 2023-07-01, to: 2026-10-31, value: "45.6685"$1}\n    - { from: 2026-11-01, value: "46.5819"$1}',
    "benefits.sickness.with-dependants: 2026-11-01: a new base after the limited step; state the amount",
  ],
  [
    "a base that does not exist",
    SICKNESS,
    /base: benefits\.base\.sickness\.isolated/,
    "base: benefits.base.sickness.alone",
    'benefits.sickness.isolated: index: no parameter "benefits.base.sickness.alone"',
  ],
  [
    "a half of itself",
    "src/parameters/benefits/caregiver.yaml",
    /of: benefits\.caregiver\.full/,
    "of: benefits.caregiver.half",
    "benefits.caregiver.half: index: refers to itself",
  ],
  [
    "a rule without its base",
    SICKNESS,
    / {4}base: benefits\.base\.sickness\.cohabitant\n/,
    "",
    "benefits.sickness.cohabitant: index: must have required property 'base'",
  ],
])("refuses %s", (_, file, search, replacement, message) => {
  edit(file, search, replacement);
  const { status, stderr } = compile();
  expect(stderr).toContain(message);
  expect(status).toBe(1);
});
