import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { Definition, FunctionId } from "../../../../src/definitions";
import { version } from "../../../../src/definitions/generated/version";
import { reader, recordOf, t } from "../../../../src/i18n";
import { dataVersion } from "../../../../src/parameters";
import { within } from "../../../core/src/context";
import { isRefusal } from "../../../core/src/refusal";
import type { Refusal } from "../../../core/src/types";
import { figuresOf, type SharedOptions, yearOf } from "../answer";
import { EXIT } from "../exit";
import type { World } from "../world";
import { refusalText } from "../written";
import { type Answered, Calculation, cellsFor, columnsFor, confidenceName, reasonsOf } from "./calculation";
import { csvSource } from "./csv-source";
import { mapped, mappingText } from "./mapping";
import { inPlaceOf } from "./output";
import { parquetSource } from "./parquet-source";
import { counted, fileProblem, problem } from "./problem";
import { progressOn } from "./progress";
import { csvSink, parquetSink, type Put, textFile, workbookSink } from "./sinks";
import {
  type Cell,
  type Column,
  DayCell,
  ErrorCell,
  type Row,
  type Sink,
  type Source,
  type Syntax,
  textOf,
} from "./table";
import { workbookSource } from "./workbook-source";

/** The options of a function that is asked for each row of a file. */
export interface FileOptions extends SharedOptions {
  readonly output?: string;
  readonly map?: readonly string[];
  readonly separator?: string;
  readonly sheet?: string;
  readonly explain?: true;
  readonly parameterYear?: string;
}

const TEXTS: readonly string[] = [".csv", ".tsv", ".txt"];
const TABLES: readonly string[] = [...TEXTS, ".parquet", ".xlsx"];
const LINES: readonly string[] = [".ndjson", ".jsonl"];

const kindOf = (file: string): string => path.extname(file).toLowerCase();

/** Whether what stands in the place of the first argument is a file with rows: no argument of a function ends so. */
export const isTable = (typed: string | undefined): typed is string =>
  typed !== undefined && TABLES.includes(kindOf(typed));

interface Call {
  readonly id: FunctionId;
  readonly definition: Definition;
  readonly file: string;
  /** Arguments that hold for all rows, by their names. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly options: FileOptions;
}

/** Asks a function for each row of a file; the exit code. */
export async function answerFile(call: Call, world: World): Promise<number> {
  const { id, definition, file, typed, options } = call;
  const figures = figuresOf(options, world);
  if (isRefusal(figures)) {
    world.err(`${refusalText(figures, world.codes)}\n`);
    return EXIT.refusal;
  }
  const context = { figures, language: world.language, parameterYear: yearOf(options.parameterYear) ?? null };
  requireSigns(options);
  await requireOther(file, options.output);
  const source = await opened(file, options);
  const { headings } = source;
  const all = mapped({ definition, names: world.names, headings, typed, map: options.map ?? [] });
  for (const line of [...(source.remarks ?? []), ...mappingText(all, headings)]) world.err(`${line}\n`);
  const calculation = new Calculation(id, definition, all);
  const run = (sink: Writer): Promise<Counted> => calculated(source, calculation, sink, { world, context });
  const { output } = options;
  const count =
    output === undefined
      ? await run(toScreen(source, calculation, options, world))
      : await inPlaceOf(output, (beside) => toFile(output, beside, run, { source, calculation, options, world }));
  for (const line of summary(count, world)) world.err(`${line}\n`);
  return count.refused > 0 ? EXIT.refusal : EXIT.answer;
}

function requireSigns({ separator, output, json }: FileOptions): void {
  if (separator !== undefined && !/^(?:[^"\r\n\d\w]|\\t)$/.test(separator))
    throw problem("separator", { given: separator });
  if (output === undefined) return;
  const accepted = json ? LINES : [...TABLES, ...LINES];
  if (!accepted.includes(kindOf(output))) throw problem("output", { file: output, accepted: accepted.join(", ") });
}

/** What is read must not be replaced by what is made of it. */
async function requireOther(file: string, output: string | undefined): Promise<void> {
  const found = await stat(file).catch((error: unknown) => {
    throw fileProblem(error, file);
  });
  if (!found.isFile()) throw problem("folder", { file });
  const real = (one: string): Promise<string> => realpath(one).catch(() => path.resolve(one));
  if (output !== undefined && (await real(output)) === (await real(file))) throw problem("same", { file });
}

async function opened(file: string, { separator, sheet }: FileOptions): Promise<Source> {
  try {
    if (kindOf(file) === ".xlsx") return await workbookSource(file, sheet);
    if (kindOf(file) === ".parquet") return await parquetSource(file);
    return await csvSource(file, separator === "\\t" ? "\t" : separator);
  } catch (error) {
    throw fileProblem(error, file);
  }
}

/** Takes rows with what a function answers to them. */
interface Writer {
  readonly write: (asked: readonly Asked[]) => Promise<void> | void;
  readonly finish: () => Promise<void> | void;
}

/** A row as a spreadsheet counts it, and the answer to it. */
interface Asked {
  readonly number: number;
  readonly row: Row;
  readonly answer: Answered | Refusal | null;
}

interface Counted {
  rows: number;
  answered: number;
  refused: number;
  readonly reasons: Map<string, { count: number; readonly refusal: Refusal; readonly row: number }>;
}

interface Surroundings {
  readonly world: World;
  readonly context: Parameters<typeof within>[0];
}

const HEADING_ROWS = 1;

async function calculated(
  { batches, headings }: Source,
  calculation: Calculation,
  writer: Writer,
  { world, context }: Surroundings,
): Promise<Counted> {
  const count: Counted = { rows: 0, answered: 0, refused: 0, reasons: new Map() };
  const progress = progressOn(world.terminal, world.now);
  try {
    for await (const { rows, done } of batches) {
      const asked = within(context, () =>
        rows.map((row, at): Asked => {
          const answer = tooLong(row, headings.length) ?? calculation.ask(row);
          const one = { number: count.rows + at + 1 + HEADING_ROWS, row, answer };
          noteReasons(count, one);
          return one;
        }),
      );
      count.rows += rows.length;
      await writer.write(asked);
      progress.show(done, count.rows);
    }
    await writer.finish();
  } finally {
    progress.end();
  }
  return count;
}

/** A row with more cells than headings: a decimal comma that is taken for a separator would move all that stands behind it. */
function tooLong(row: Row, most: number): Refusal | undefined {
  const length = row.findLastIndex((cell) => cell !== null && cell !== "") + 1;
  if (length <= most) return undefined;
  const message = t("program:files/error/row-too-long", { given: counted(length), most: counted(most) });
  return { code: "#VALUE!", key: "wrong-size", message };
}

/** More kinds of reasons help nobody. */
const MOST_REASONS = 10;

function noteReasons(count: Counted, { number, answer }: Asked): void {
  if (answer === null) return;
  const found = isRefusal(answer) ? [answer] : answer.rows.flatMap(reasonsOf);
  if (found.length === 0) {
    count.answered += 1;
    return;
  }
  count.refused += 1;
  for (const refusal of found) {
    const known = count.reasons.get(refusal.key);
    if (known) known.count += 1;
    else count.reasons.set(refusal.key, { count: 1, refusal, row: number });
  }
}

/** How many rows there were, and why some have no answer: each kind of reason with the first row that has it. */
function summary({ answered, refused, reasons }: Counted, { codes }: World): string[] {
  const total = t("program:files/total", { answered: counted(answered), refused: counted(refused) });
  const kinds = [...reasons.values()].sort((one, other) => other.count - one.count);
  const told = kinds
    .slice(0, MOST_REASONS)
    .map(({ count, refusal, row }) =>
      t("program:files/reason", { count: counted(count), row: counted(row), reason: refusalText(refusal, codes) }),
    );
  return [total, ...told.map((line) => `  ${line}`)];
}

interface Target {
  readonly source: Source;
  readonly calculation: Calculation;
  readonly options: FileOptions;
  readonly world: World;
}

/** Without a file the answers go to the output, for another program. */
function toScreen(source: Source, calculation: Calculation, options: FileOptions, world: World): Writer {
  if (options.json) return jsonLines(source, options, world.put);
  const columns = columnsOf(source, calculation);
  return table(csvSink(columns, syntaxOf(source, options), world.put), source, calculation, world);
}

async function toFile(
  file: string,
  beside: string,
  run: (writer: Writer) => Promise<Counted>,
  { source, calculation, options, world }: Target,
): Promise<Counted> {
  const kind = kindOf(file);
  const columns = columnsOf(source, calculation);
  if (kind === ".xlsx") return run(table(workbookSink(columns, beside, calculation.id), source, calculation, world));
  if (kind === ".parquet") {
    const by = `statut-social ${version} (${dataVersion})`;
    return run(table(parquetSink(columns, beside, by), source, calculation, world));
  }
  const { put, close } = textFile(beside);
  const writer = LINES.includes(kind)
    ? jsonLines(source, options, put)
    : table(csvSink(columns, syntaxOf(source, options, kind), put), source, calculation, world);
  const count = await run(writer);
  await close();
  return count;
}

/** As the text that was read; else as Excel writes one in the reader's language. */
function syntaxOf({ syntax }: Source, { separator }: FileOptions, kind?: string): Syntax {
  const { separator: ofLanguage, decimal } = recordOf(reader.language).excel;
  const made = syntax ?? { separator: ofLanguage, decimal, newline: "\r\n", mark: true };
  if (separator !== undefined) return { ...made, separator: separator === "\\t" ? "\t" : separator };
  return kind === ".tsv" ? { ...made, separator: "\t" } : made;
}

/** The columns of the file, and those that are added; a name that is there already gets a number. */
function columnsOf({ headings, kinds }: Source, { columns }: Calculation): Column[] {
  const added: Column[] = [
    ...columnsFor(columns),
    { name: t("column/confidence"), kind: "text" },
    { name: t("program:files/error-column"), kind: "text" },
  ];
  const all = [...headings.map((name, at): Column => ({ name, kind: kinds?.[at] ?? "given" })), ...added];
  const taken = new Set<string>();
  return all.map(({ name, kind }, at) => {
    let free = name === "" ? `${at + 1}` : name;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name} ${n}`;
    taken.add(free.toLowerCase());
    return { name: free, kind };
  });
}

/** Rows of a table: what stood in the file, what is answered, how sure it is, and what is wrong. */
function table(sink: Sink, { headings }: Source, { columns }: Calculation, { codes }: World): Writer {
  const nothing: readonly Cell[] = columns.map(() => null);
  const reasons = (refusals: readonly Refusal[]): Cell =>
    refusals.length === 0 ? null : refusals.map((refusal) => refusalText(refusal, codes)).join(" ");
  const rowsOf = ({ row, answer }: Asked): Row[] => {
    const before = headings.map((_, at) => row[at] ?? null);
    if (answer === null) return [[...before, ...nothing, null, null]];
    if (isRefusal(answer)) {
      const code = new ErrorCell(codes[answer.code]);
      return [[...before, ...columns.map(() => code), null, reasons([answer])]];
    }
    return answer.rows.map((one, at) => [
      ...before,
      ...cellsFor(columns, one, codes),
      confidenceName(answer.surenesses[at]),
      reasons(reasonsOf(one)),
    ]);
  };
  return {
    write: (asked) => sink.write(asked.flatMap(rowsOf)),
    finish: () => sink.finish(),
  };
}

/** A line of JSON a row, by the names of the contract. */
function jsonLines({ headings }: Source, { explain }: FileOptions, put: Put): Writer {
  const line = ({ number, row, answer }: Asked): string => {
    const input = Object.fromEntries(headings.map((heading, at) => [heading, jsonCell(row[at] ?? null)]));
    if (answer === null) return JSON.stringify({ row: number, input, value: null });
    if (isRefusal(answer)) return JSON.stringify({ row: number, input, refusal: answer });
    const confidence = answer.rows.length === 1 ? answer.surenesses[0] : answer.confidence;
    return JSON.stringify({
      row: number,
      input,
      value: answer.value,
      confidence,
      ...(explain && { way: answer.way() }),
    });
  };
  return { write: (asked) => put(asked.map((one) => `${line(one)}\n`).join("")), finish: () => undefined };
}

const jsonCell = (cell: Cell): unknown => (cell instanceof DayCell || cell instanceof ErrorCell ? textOf(cell) : cell);
