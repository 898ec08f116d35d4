import { addressOf } from "../../formula/addresses";
import { type Definition, DEFINITIONS } from "../../definitions";
import { type CellValue, type ChartPlan, type Environment, Unsupported } from "../../host/host";
import { EXCEL_API } from "../../host/requirements";
import { TRIAL_NAME } from "../../host/trial";
import { reader, recordOf, wordName } from "../../i18n";
import { version as code } from "../../definitions/generated/version";
import { countsFrom1904 } from "../../page/date-system";
import { watchHanded } from "../../page/handed";
import { dataVersion } from "../../parameters";
import { called } from "../formula/call";
import type { Formula } from "../formula/formula";
import { asTyped } from "../formula/typed";
import { usesOurFunctions } from "../formula/own-formulas";
import { freeze, planFreeze, planUnfreeze, unfreeze } from "../workbook/freezing";
import { type Bench, isSame, isSameTable, written } from "./bench";
import { absent, compared, faultOf, judged, type Outcome, phrase, type Said } from "./outcome";
import { answerOf, formulaAt, laidOut, type Sample, samples } from "./samples";

/** What one row of the self-test tries. */
export interface Check {
  readonly id: string;
  /** Its formulas have days as numbers, which mean others where days count from 1904. */
  readonly daysFrom1900?: true;
  readonly run: (bench: Bench, environment: Environment) => Promise<Outcome> | Outcome;
}

/** 20.5 % of 40,000, a quarter of it. */
const PROBE = '=INASTI.QUARTERLY(40000,"principal",2026)' as Formula;
const PROBE_VALUE = 2050;

/** With a decimal sign: 20.5 % of 40,000.5 is 8,200.1025, and a quarter of it 2,050.025625. */
const TYPED = '=INASTI.QUARTERLY(40000.5,"principal",2026)' as Formula;
const TYPED_VALUE = 2050.03;

export const CHECKS: readonly Check[] = [
  { id: "platform", run: (_, environment) => platform(environment) },
  { id: "requirements", run: (_, environment) => requirements(environment) },
  { id: "notation", run: (_, environment) => notation(environment) },
  { id: "undo", run: (_, environment) => undo(environment) },
  { id: "metadata", run: metadata },
  { id: "version", run: version },
  { id: "probe", run: (bench) => probe(bench, () => bench.write("A1", [[PROBE]]), PROBE_VALUE) },
  { id: "typed", run: typed },
  { id: "functions", daysFrom1900: true, run: (bench) => everyFunction(bench, ({ formula }) => formula) },
  { id: "arguments", daysFrom1900: true, run: (bench) => everyFunction(bench, ({ padded }) => padded) },
  { id: "words", run: words },
  { id: "blank", run: blank },
  { id: "blank-optional", daysFrom1900: true, run: blankOptional },
  { id: "errors", run: errors },
  { id: "messages", run: messages },
  { id: "spill", run: spill },
  { id: "ranges", run: ranges },
  { id: "dates", run: dates },
  { id: "names", run: names },
  { id: "settings", run: settings },
  { id: "notes", run: notes },
  { id: "freeze", run: freezing },
  { id: "charts", run: charts },
  { id: "payload", run: payload },
  { id: "speed", run: speed },
];

const NOT_TOLD = phrase("not-told");

function platform({ application, platform: on, version: build }: Environment): Outcome {
  const told = [application, on, build].filter((text) => text !== null);
  return told.length === 0
    ? absent(phrase("platform"), NOT_TOLD)
    : judged(told.length === 3, phrase("platform"), told.join(" "));
}

/** Those of manifest.xml. */
const REQUIRED = { CustomFunctionsRuntime: "1.3", SharedRuntime: "1.1", ExcelApi: "1.12" } as const;

function requirements({ sets }: Environment): Outcome {
  const listed = (of: Readonly<Record<string, string>>): string =>
    Object.keys(REQUIRED)
      .map((set) => `${set} ${of[set] || "–"}`)
      .join(", ");
  if (!sets) return absent(listed(REQUIRED), NOT_TOLD);
  const isThere = Object.entries(REQUIRED).every(([set, least]) => minorOf(sets[set]) >= minorOf(least));
  return judged(isThere, listed(REQUIRED), listed(sets));
}

/** All versions begin with 1. */
const minorOf = (version = ""): number => Number(version.split(".")[1] ?? -1);

/** What the pane writes of formulas is what the workbook reads. */
function notation({ decimal }: Environment): Outcome {
  const half = (sign: string): string => `0${sign}5`;
  const ours = half(recordOf(reader.language).excel.decimal);
  return decimal === null ? absent(ours, NOT_TOLD) : compared(ours, half(decimal));
}

function undo({ sets }: Environment): Outcome {
  const expected = `ExcelApi ${EXCEL_API.undoGroup}`;
  if (!sets) return absent(expected, NOT_TOLD);
  const seen = `ExcelApi ${sets["ExcelApi"] || "–"}`;
  return minorOf(sets["ExcelApi"]) >= minorOf(EXCEL_API.undoGroup)
    ? judged(true, expected, seen)
    : absent(expected, seen);
}

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly parameters: readonly { readonly optional?: boolean }[];
  }[];
}

/** The file that Excel reads, in the reader's language, promises what the code takes. */
async function metadata({ signal }: Bench): Promise<Outcome> {
  const file = reader.language === "en" ? "functions.json" : `functions-${reader.language}.json`;
  const response = await fetch(file, { cache: "no-store", ...(signal && { signal }) });
  const { functions } = (await response.json()) as Metadata;
  const promised = new Map(
    functions.map(({ id, parameters }) => [id, parameters.map(({ optional }) => optional === true)]),
  );
  const differing = Object.entries<Definition>(DEFINITIONS)
    .filter(([id, { takes }]) => {
      const optional = Object.values(takes).map((argument) => argument.optional === true);
      return JSON.stringify(promised.get(id)) !== JSON.stringify(optional);
    })
    .map(([id]) => id);
  const all = Object.keys(DEFINITIONS).length;
  return judged(
    response.ok && differing.length === 0 && promised.size === all,
    `${file}: ${all}`,
    [`${file}: ${promised.size}`, ...listed(differing)].join("; "),
  );
}

/** As many as a line has room for. */
const MOST_LISTED = 5;

const listed = (items: readonly string[]): string[] =>
  items.length > MOST_LISTED ? [...items.slice(0, MOST_LISTED), `… ${items.length - MOST_LISTED}`] : [...items];

/** Cells run the code that the pane runs. */
async function version(bench: Bench): Promise<Outcome> {
  await bench.write("A1", [["=INASTI.VERSION()"]]);
  // Below the names of its columns: the code, then the data.
  const [[seen = []] = []] = await bench.answers([{ row: 1, column: 0, rows: 1, columns: 2 }], bench.limits.many);
  return compared(`${code} ${dataVersion}`, seen.map(written).join(" "));
}

/** The first formula of all starts what the next ones find running. */
const TRIES = 2;

/** One formula, within the time that nobody notices. */
async function probe(bench: Bench, enter: () => Promise<void>, expected: number, tries = TRIES): Promise<Outcome> {
  const { limits } = bench;
  const start = performance.now();
  await enter();
  const left = Math.max(0, limits.probe - (performance.now() - start));
  const [[[value] = []] = []] = await bench.answers([{ row: 0, column: 0, rows: 1, columns: 1 }], left);
  const time = Math.round(performance.now() - start);
  const isRight = isSame(value, expected) && time <= limits.probe;
  if (!isRight && tries > 1) return probe(bench, enter, expected, tries - 1);
  return judged(
    isRight,
    `${expected} (≤ ${limits.probe} ms)`,
    time <= limits.probe ? written(value) : `${written(value)} (${time} ms)`,
  );
}

async function typed(bench: Bench): Promise<Outcome> {
  const text = asTyped(TYPED);
  const expected = `${text} → ${TYPED_VALUE}`;
  try {
    const { seen, status } = await probe(bench, () => bench.trial.type(bench.at("A1"), text), TYPED_VALUE);
    return { status, expected, seen };
  } catch (error) {
    bench.goOn();
    return judged(false, expected, faultOf(error));
  }
}

/** The column of the formulas, right of what they refer to. */
const FORMULAS = 9;

async function everyFunction(bench: Bench, formulaOf: (sample: Sample) => string): Promise<Outcome> {
  const places = laidOut(await samples());
  for (const { sample, row } of places) {
    for (const input of sample.inputs) {
      await bench.write(addressAt(row + input.row, input.column), input.cells);
    }
  }
  const last = places.at(-1)!.row;
  const rows = Array.from({ length: last + 1 }, (): CellValue[] => [null]);
  for (const { sample, row } of places) rows[row] = [formulaAt(formulaOf(sample), row)];
  const refused = new Set<string>();
  // What one formula fails, fails them all: then each is written by itself.
  if ((await bench.fault(() => bench.write(addressAt(0, FORMULAS), rows))) !== null) {
    for (const { sample, row } of places) {
      const fault = await bench.fault(() => bench.write(addressAt(row, FORMULAS), [rows[row]!]));
      if (fault !== null) refused.add(`${sample.id} ${fault}`);
    }
  }
  const values = await bench.answers(
    places.map(({ sample: { expected }, row }) => ({
      row,
      column: FORMULAS,
      rows: expected.length,
      columns: expected[0]!.length,
    })),
    bench.limits.many,
  );
  const wrong = places.flatMap(({ sample: { id, expected } }, index) => {
    if (isSameTable(expected, values[index])) return [];
    return [`${id} ${written(values[index]?.[0]?.[0])}`];
  });
  const seen = `${places.length - wrong.length}/${places.length}`;
  return judged(
    wrong.length + refused.size === 0,
    `${places.length}/${places.length}`,
    [seen, ...listed([...refused, ...wrong])].join("; "),
  );
}

const addressAt = (row: number, column: number): string => addressOf({ row, column, rows: 1, columns: 1 });

/** On which each of the words owes another amount. */
const INCOME = 5_000;

/** Words of the user's language, with the signs that only it has. */
const WORDS = ["principal", "complementary", "student", "pensioner"] as const;

async function words(bench: Bench): Promise<Outcome> {
  const given = WORDS.map((id) => ({ id, word: wordName("category", id) }));
  const expected = given.map(
    ({ id, word }) => `${word} ${written(answerOf("INASTI.QUARTERLY", INCOME, id, 2026)[0]![0])}`,
  );
  const values = await bench.valuesOf(
    given.map(({ word }) => `=INASTI.QUARTERLY(${INCOME},"${word.replaceAll('"', '""')}",2026)`),
  );
  return compared(expected.join(", "), given.map(({ word }, index) => `${word} ${written(values[index])}`).join(", "));
}

/** Two blank cells, one taken as a value and one in a range. */
async function blank(bench: Bench): Promise<Outcome> {
  // A word that no other cell hands over tells our calls from those of the workbook.
  const mark = `self-test ${Math.random().toString(36).slice(2)}`;
  const handed = new Map<string, string>();
  const stop = watchHanded((id, args) => {
    const isOurs = args.some((arg) => (Array.isArray(arg) ? arg.flat().includes(mark) : arg === mark));
    if (!isOurs) return;
    const [first] = args;
    const value: unknown = Array.isArray(first) ? (first as unknown[][])[0]![0] : first;
    handed.set(id, value === undefined ? "undefined" : JSON.stringify(value));
  });
  try {
    await bench.valuesOf([`=INASTI.QUARTERLY(C1,"${mark}",2026)`, `=INASTI.BATCH(C1:C2,"${mark}",2026)`]);
  } finally {
    stop();
  }
  const seen = ["INASTI.QUARTERLY", "INASTI.BATCH"].map((id) => handed.get(id) ?? "–");
  const known = ["0", "null"];
  return judged(
    seen.every((form) => known.includes(form)),
    known.join(" / "),
    phrase("blank-seen", { cell: seen[0]!, range: seen[1]! }),
  );
}

/** A blank cell for what may be left out is as good as nothing, in whatever form it comes. */
async function blankOptional(bench: Bench): Promise<Outcome> {
  const formulas = ['=INASTI.QUARTERLY(40000,"principal",2026,C1,C2)', "=INASTI.DUEDATE(2026,1,C1)"];
  const expected = [answerOf("INASTI.QUARTERLY", 40_000, "principal", 2026), answerOf("INASTI.DUEDATE", 2026, 1)];
  const seen = await bench.valuesOf(formulas);
  return compared(expected.map(([row]) => written(row![0])).join(", "), seen.map(written).join(", "));
}

/** Each with the error that it must show. */
const ERRORS = [
  ['=INASTI.QUARTERLY(40000,"principal",2100)', "#N/A"],
  ['=INASTI.QUARTERLY("abc","principal",2026)', "#VALUE!"],
  ['=INASTI.QUARTERLY(NA(),"principal",2026)', "#N/A"],
  ['=INASTI.QUARTERLY(1/0,"principal",2026)', "#DIV/0!"],
] as const;

async function errors(bench: Bench): Promise<Outcome> {
  const seen = await bench.valuesOf(ERRORS.map(([formula]) => formula));
  return compared(ERRORS.map(([, code]) => code).join(", "), seen.map(written).join(", "));
}

/** The sentence of the refusal itself. */
async function messages(bench: Bench): Promise<Outcome> {
  const expected = messageOf("INASTI.QUARTERLY", "abc", "principal", 2026);
  const { errorMessage } = bench.trial;
  if (!errorMessage) return absent(expected, phrase("not-readable"));
  await bench.valuesOf([ERRORS[1][0]]);
  return compared(expected, await errorMessage(bench.at("A1")));
}

function messageOf(id: string, ...args: readonly unknown[]): string {
  const result = called(id, args);
  return result.ok ? "" : result.message;
}

const TABLE = '=INASTI.BREAKDOWN(90000,"principal",2026)';

/** A table fills its cells, gives way to what stands there, and comes back. */
async function spill(bench: Bench): Promise<Outcome> {
  const table = answerOf("INASTI.BREAKDOWN", 90_000, "principal", 2026);
  const [rows, columns] = [table.length, table[0]!.length];
  const area = { row: 0, column: 0, rows, columns };
  const size = `${rows}×${columns}`;
  await bench.write("A1", [[TABLE]]);
  const [filled] = await bench.answers([area], bench.limits.many);
  await bench.write("B2", [["x"]]);
  const [[[blocked] = []] = []] = await bench.answers([{ ...area, rows: 1, columns: 1 }], bench.limits.many);
  return compared(
    `${size}; #SPILL!`,
    `${isSameTable(table, filled) ? size : written(filled?.[0]?.[0])}; ${written(blocked)}`,
  );
}

/** A range where one value is asked for is a call for each of its cells. */
async function ranges(bench: Bench): Promise<Outcome> {
  const incomes = [20_000, 30_000, 40_000];
  await bench.write(
    "C1",
    incomes.map((income) => [income]),
  );
  await bench.write("A1", [[`=INASTI.QUARTERLY(C1:C${incomes.length},"principal",2026)`]]);
  const area = { row: 0, column: 0, rows: incomes.length, columns: 1 };
  const [filled = []] = await bench.answers([area], bench.limits.many);
  const expected = incomes.map((income) => answerOf("INASTI.QUARTERLY", income, "principal", 2026)[0]![0]);
  return compared(expected.map(written).join(", "), incomes.map((_, row) => written(filled[row]?.[0])).join(", "));
}

/** The number of 2 January 1904. */
const SECOND_OF_1904 = { from1900: 1463, from1904: 1 };

/** What the pane knows of the way in which the workbook counts its days is what its cells do. */
async function dates(bench: Bench): Promise<Outcome> {
  const { from1904 } = await bench.host.readNamed();
  const [seen] = await bench.valuesOf(["=DATE(1904,1,2)"]);
  const isKnown = from1904 === countsFrom1904();
  const expected = from1904 ? SECOND_OF_1904.from1904 : SECOND_OF_1904.from1900;
  return judged(
    isKnown && isSame(seen, expected),
    `${from1904 ? 1904 : 1900}: ${expected}`,
    `${countsFrom1904() ? 1904 : 1900}: ${written(seen)}`,
  );
}

const NAME = "STATUT_SELF_TEST";

/** A growth of the index as it is kept in a name: in decimals, below zero too. */
async function names(bench: Bench): Promise<Outcome> {
  const cell = `=${NAME}*1000`;
  const seen: string[] = [];
  for (const decimal of ["0.0305", "-0.01"]) {
    const fault = await bench.fault(() => bench.trial.defineName(bench.sheet, NAME, decimal, "ours"));
    const [value] = fault === null ? await bench.valuesOf([cell]) : [fault];
    seen.push(typeof value === "number" ? String(Number(value.toFixed(9))) : written(value));
  }
  return compared("30.5, -10", seen.join(", "));
}

async function settings({ trial }: Bench): Promise<Outcome> {
  const text = `${Date.now()}`;
  await trial.writeSetting(text);
  const kept = await trial.readSetting();
  await trial.writeSetting(null);
  const after = await trial.readSetting();
  return judged(kept === text && after === null, phrase("setting"), [
    phrase(kept === text ? "kept" : "lost"),
    phrase(after === null ? "removed" : "left"),
  ]);
}

/** As long as the note of a long formula. */
const NOTE = `${TRIAL_NAME}\n${"=INASTI.QUARTERLY(A1) ".repeat(100)}\n[end]`;

const plain = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

async function notes(bench: Bench): Promise<Outcome> {
  const expected = `${NOTE.length}`;
  try {
    await bench.trial.addNote(bench.at("D1"), NOTE);
    const [found] = (await bench.host.noteCells((text) => text.startsWith(TRIAL_NAME))).filter(
      ({ sheet }) => sheet === bench.sheet,
    );
    return judged(found !== undefined && plain(found.text) === plain(NOTE), expected, `${found?.text.length ?? "–"}`);
  } catch (error) {
    if (error instanceof Unsupported) return absent(expected, `ExcelApi < ${EXCEL_API.notes}`);
    throw error;
  }
}

/** A value, a table, an error and a note of the user's: frozen, and brought back, by what the pane has for it. */
async function freezing(bench: Bench): Promise<Outcome> {
  const { host, sheet } = bench;
  const formulas = [PROBE, TABLE, ERRORS[0][0]];
  const rows = [0, 2, 20];
  const work = bench.signal ? { signal: bench.signal } : {};
  for (const [index, row] of rows.entries()) await bench.write(addressAt(row, 0), [[formulas[index]!]]);
  const table = answerOf("INASTI.BREAKDOWN", 90_000, "principal", 2026);
  const area = { row: 0, column: 0, rows: rows[2]! + 1, columns: table[0]!.length };
  const [before = []] = await bench.answers([area], bench.limits.many);
  const ours = async (): Promise<string[]> =>
    (await host.formulaCells(usesOurFunctions)).filter((cell) => cell.sheet === sheet).map(({ formula }) => formula);
  const stamp = { heading: TRIAL_NAME, date: "2026-01-01", dataVersion };
  try {
    await bench.trial.addNote(bench.at("A1"), "x");
    const frozen = await freeze(host, await planFreeze(host, sheet, work), stamp, work);
    bench.goOn();
    const [[during = []], kept] = [await bench.answers([area], 0), await ours()];
    const back = await unfreeze(host, await planUnfreeze(host, sheet, work), work);
    const restored = await ours();
    const [after = []] = await bench.answers([area], bench.limits.many);
    const notesLeft = (await host.noteCells(() => true))
      .filter((cell) => cell.sheet === sheet)
      .map(({ text }) => text.trim());
    const came = formulas.filter((formula, index) => formula === restored[index]).length;
    const isSameThroughout = isSameTable(before, during) && isSameTable(before, after);
    const told = (path: readonly number[], same: boolean, noted: boolean): Said => [
      phrase("frozen", { path: path.join(" → ") }),
      phrase(same ? "values-same" : "values-changed"),
      phrase(noted ? "note-kept" : "note-lost"),
    ];
    const isDone = frozen.done === rows.length && back.done === rows.length && restored.length === rows.length;
    const noted = notesLeft.join() === "x";
    return judged(
      isDone && kept.length === 0 && came === rows.length && isSameThroughout && noted,
      told([3, 0, 3], true, true),
      told([rows.length, kept.length, came], isSameThroughout, noted),
    );
  } catch (error) {
    if (error instanceof Unsupported) return absent("3", `ExcelApi < ${EXCEL_API.notes}`);
    throw error;
  }
}

const SERIES = [
  [100, 200, 300],
  [40, 50, 60],
] as const;

async function charts(bench: Bench): Promise<Outcome> {
  const expected = SERIES.map((values) => values.join(" ")).join(", ");
  await bench.write("A1", [
    ["a", "b", "c"],
    ...SERIES[0].map((value, index): CellValue[] => [`c${index}`, value, SERIES[1][index]!]),
  ]);
  const column = (at: number) => ({ row: 1, column: at, rows: SERIES[0].length, columns: 1 });
  const plan: ChartPlan = {
    kind: "column",
    title: "Statut Social",
    categories: column(0),
    series: [
      { name: "b", values: column(1) },
      { name: "c", values: column(2) },
    ],
    place: { row: 6, column: 0, rows: 10, columns: 4 },
    format: "0",
  };
  const drawn = await bench.trial.drawChart(bench.sheet, plan);
  return compared(expected, drawn.map((values) => values.map((value) => String(Number(value))).join(" ")).join(", "));
}

const MANY_ROWS = 20_000;

/** More than a message to Excel on the web would carry, were each row wordy. */
async function payload(bench: Bench): Promise<Outcome> {
  const incomes = Array.from({ length: MANY_ROWS }, (_, row): CellValue[] => [20_000 + row]);
  await bench.write("A1", incomes);
  await bench.write("C1", [[`=INASTI.BATCH(A1:A${MANY_ROWS},"principal",2026)`]]);
  const expected = answerOf("INASTI.BATCH", incomes, [["principal"]], [[2026]], null);
  const [seen = []] = await bench.answers([{ row: 0, column: 2, rows: MANY_ROWS, columns: 1 }], bench.limits.many);
  const right = expected.filter((row, index) => isSame(row[0], seen[index]?.[0])).length;
  const first = right === MANY_ROWS ? [] : [written(seen[0]?.[0])];
  return compared(`${MANY_ROWS}/${MANY_ROWS}`, [`${right}/${MANY_ROWS}`, ...first].join("; "));
}

const MANY_CELLS = 1_000;

async function speed(bench: Bench): Promise<Outcome> {
  const incomes = Array.from({ length: MANY_CELLS }, (_, row): CellValue[] => [20_000 + row]);
  await bench.write("C1", incomes);
  const values = await bench.valuesOf(incomes.map((_, row) => `=INASTI.QUARTERLY(C${row + 1},"principal",2026)`));
  const expected = incomes.map(([income]) => answerOf("INASTI.QUARTERLY", income, "principal", 2026)[0]![0]);
  const right = expected.filter((value, row) => isSame(value, values[row])).length;
  return compared(`${MANY_CELLS}/${MANY_CELLS}`, `${right}/${MANY_CELLS}`);
}
