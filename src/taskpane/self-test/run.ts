import { version as code } from "../../definitions/generated/version";
import type { Environment, Host, Trial } from "../../host/host";
import { type Language, reader } from "../../i18n";
import { ignoreCalculations } from "../../page/calculation";
import { countsFrom1904 } from "../../page/date-system";
import { dataVersion } from "../../parameters";
import { Bench, type Limits, StoppedByUser } from "./bench";
import { type Check, CHECKS } from "./checks";
import { absent, faultOf, judged, type Outcome, phrase, type Said } from "./outcome";

export interface Row extends Outcome {
  readonly id: string;
  /** Milliseconds that it took. */
  readonly time: number;
}

/** What a self-test found. Nothing in it comes from the user's cells. */
export interface Report {
  readonly date: Date;
  readonly host: Host["name"];
  readonly code: string;
  readonly data: string;
  readonly language: Language;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  readonly environment: Environment;
  readonly rows: readonly Row[];
  readonly isStopped: boolean;
}

export interface Options {
  readonly signal?: AbortSignal;
  readonly limits?: Limits;
  readonly checks?: readonly Check[];
  readonly onRow?: (row: Row) => void;
  readonly onProgress?: (done: number, total: number) => void;
}

const LIMITS: Limits = { probe: 2_000, many: 30_000 };

/** The sheet before the checks, and what is left behind them. */
const AROUND = 2;

/** Tries everything on a sheet of its own, and takes that away again whatever happens. */
export async function runSelfTest(host: Host, options: Options = {}): Promise<Report> {
  // What is calculated for the test is no use of the functions in this workbook.
  const listenAgain = ignoreCalculations();
  try {
    return await tried(host, options);
  } finally {
    listenAgain();
  }
}

async function tried(
  host: Host,
  { signal, limits = LIMITS, checks = CHECKS, onRow, onProgress }: Options,
): Promise<Report> {
  const rows: Row[] = [];
  const total = checks.length + AROUND;
  const add = async (id: string, run: () => Promise<Outcome> | Outcome): Promise<void> => {
    onProgress?.(rows.length, total);
    // The screen shows how far it is, and Stop is heard.
    await new Promise((resolve) => setTimeout(resolve));
    const start = performance.now();
    let outcome: Outcome;
    try {
      outcome = await run();
    } catch (error) {
      if (error instanceof StoppedByUser) return;
      outcome = judged(false, phrase("no-error"), faultOf(error));
    }
    const row = { id, ...outcome, time: Math.round(performance.now() - start) };
    rows.push(row);
    onRow?.(row);
  };

  const trial = await host.openTrial();
  const environment = await trial.environment();
  const before = await stateOf(host, trial);
  let sheet: string | null = null;
  try {
    await add("sheet", async () => {
      sheet = await trial.addSheet();
      const selection = await selectionIn(host);
      const isBehind = selection === before.selection;
      return judged(isBehind, phrase("behind"), phrase(isBehind ? "behind" : "in-front"));
    });
    for (const { id, run, daysFrom1900 = false } of checks) {
      if (signal?.aborted) break;
      const on = sheet;
      await add(id, async () => {
        if (on === null) return judged(false, phrase("no-error"), phrase("no-sheet"));
        if (daysFrom1900 && countsFrom1904()) return absent(phrase("no-error"), phrase("from-1904"));
        return run(new Bench(host, trial, on, limits, signal), environment);
      });
      // Where it cannot be emptied, the next check says so by what it finds.
      if (on !== null) await trial.clear(on).catch(() => undefined);
    }
  } finally {
    const made = sheet;
    await add("left", async () => judgedState(before, await cleaned(host, trial, made)));
    onProgress?.(rows.length, total);
  }
  return {
    date: new Date(),
    host: host.name,
    code,
    data: dataVersion,
    language: reader.language,
    displayLanguage: host.displayLanguage(),
    contentLanguage: host.contentLanguage(),
    environment,
    rows,
    isStopped: signal?.aborted ?? false,
  };
}

/** Whoever types into a cell makes Excel refuse: it is tried until they are done, for some time. */
const TRIES = 20;
const PAUSE = 500;

async function cleaned(host: Host, trial: Trial, sheet: string | null): Promise<State> {
  await again(() => trial.writeSetting(null));
  if (sheet !== null) await again(() => trial.removeSheet(sheet));
  return stateOf(host, trial);
}

async function again(act: () => Promise<void>, tries = TRIES): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (tries === 0 || !faultOf(error).includes("EditMode")) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    await again(act, tries - 1);
  }
}

/** What must be the same afterwards; of the user's things only whether they are. */
interface State {
  readonly sheets: string;
  readonly names: string;
  readonly notes: string;
  readonly selection: string;
  readonly calculation: string | null;
  readonly parameters: string;
  readonly setting: string | null;
  /** Sheets of this test, and of others that were interrupted. */
  readonly trials: readonly string[];
}

async function stateOf(host: Host, trial: Trial): Promise<State> {
  const { sheets, names } = await host.outline();
  const trials = await trial.sheets();
  // The pane itself notes the data of a new workbook, a moment after its first result.
  const stored = { ...host.storedState(), dataVersion: null };
  const notes = await host.noteCells(() => true).catch(() => []);
  return {
    sheets: JSON.stringify(sheets.filter((name) => !trials.includes(name))),
    names: JSON.stringify(names),
    notes: JSON.stringify(notes),
    selection: await selectionIn(host),
    calculation: (await trial.environment()).calculation,
    parameters: JSON.stringify([stored, await host.readNamed()]),
    setting: await trial.readSetting(),
    trials,
  };
}

/** Excel does not tell of several ranges together, or of a picture. */
const selectionIn = (host: Host): Promise<string> => host.selectedRange().catch(() => "");

const PARTS = ["sheets", "names", "notes", "selection", "calculation", "parameters"] as const;

function judgedState(before: State, after: State): Outcome {
  const left: Said[] = [
    ...after.trials.map((sheet) => phrase("left-sheet", { sheet })),
    ...(after.setting === null ? [] : [phrase("left-setting")]),
    ...PARTS.filter((part) => before[part] !== after[part]).map((part) => phrase(`changed-${part}`)),
  ];
  return judged(left.length === 0, phrase("nothing"), left.length === 0 ? phrase("nothing") : left);
}
