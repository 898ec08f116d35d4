// @ts-check
/**
 * `npm run proof:native`: the native forms of INASTI.QUARTERLY on 100,000 rows a form against INASTI.BATCH, in each program that calculates them: every edge of every category and
 * quarter, and incomes by chance. Prints how many cents are wrong, of how many. LibreOffice needs `soffice` (Debian: libreoffice-calc-nogui); without it that is left out, and said.
 * `npm run proof:native -- univer 2000` asks one program, on so many rows.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { bundled } from "../../tools/bundle.mjs";
import { root } from "../../tools/process.mjs";
import { isInstalled, LEFT_OUT, saved } from "./libre-office.mjs";

/** @type {typeof import("./native.ts")} */
const { asked, sumsOf, wrongOf, book } = await bundled("test/proof/native.ts", "proof/native.cjs");

const ROWS = 100_000;
const [only, count] = process.argv.slice(2);
const ALL = /** @type {const} */ (["classic", "named"]);

/**
 * @typedef {object} Program
 * @property {readonly ("classic" | "named")[]} forms those without LAMBDA have no named one
 * @property {number} chunk rows of one workbook
 * @property {boolean} isWhole whether each workbook has the whole law. Where a look-up walks through all of its rows, a workbook has but those of the categories that it asks for, as each is in some workbook
 */
/** @type {Readonly<Record<string, Program>>} */
const PROGRAMS = {
  libreoffice: { forms: ["classic"], chunk: 10_000, isWhole: true },
  hyperformula: { forms: ["classic"], chunk: 10_000, isWhole: true },
  ironcalc: { forms: ALL, chunk: 5_000, isWhole: false },
  univer: { forms: ALL, chunk: 5_000, isWhole: false },
};
/** @typedef {ReturnType<typeof sumsOf>} Sums */

/** @type {Readonly<Record<string, (sums: Sums) => Promise<unknown[][]>>>} */
const CALCULATED = { libreoffice: byLibreOffice };

/** By a program in a process of its own, which gives back its memory. @param {string} engine @param {Sums} sums @returns {Promise<unknown[][]>} */
async function byEngine(engine, sums) {
  const child = spawn(process.execPath, [path.join(root, "test/native/engines.mjs"), engine], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify(sums));
  const [values, [status]] = await Promise.all([text(child.stdout), once(child, "close")]);
  if (status !== 0) throw new Error(`${engine} ended with ${status}`);
  return JSON.parse(values);
}

/** A workbook that LibreOffice calculates when it opens, and gives back as CSV. @param {Sums} sums */
async function byLibreOffice(sums) {
  const folder = mkdtempSync(path.join(tmpdir(), "native-"));
  try {
    const lines = saved(folder, "sums", await book(sums), "csv")
      .toString("utf8")
      .trimEnd()
      .split("\n");
    return lines.map((line) => {
      const shown = /** @type {string} */ (line.split(",").at(-1));
      return [Number.isNaN(Number(shown)) ? shown : Number(shown)];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rows of one workbook after the other; where it has but a part of the law, those of as few categories as can be. @param {Program} program */
function chunksOf({ chunk, isWhole }) {
  const sorted = isWhole ? rows : rows.toSorted(([, a], [, b]) => a.localeCompare(b, "en"));
  return Array.from({ length: Math.ceil(rows.length / chunk) }, (_, at) => sorted.slice(at * chunk, (at + 1) * chunk));
}

const rows = asked(Number(count ?? ROWS));
console.log(`${rows.length.toLocaleString("en")} rows, the edges of every category and quarter among them`);
let wrong = 0;
for (const [name, program] of Object.entries(PROGRAMS)) {
  if (only !== undefined && name !== only) continue;
  if (name === "libreoffice" && !isInstalled()) {
    console.log(`libreoffice: ${LEFT_OUT}`);
    continue;
  }
  for (const form of program.forms) {
    const started = performance.now();
    const chunks = chunksOf(program);
    let compared = 0;
    let missed = 0;
    // One process a core.
    const next = async () => {
      for (let part = chunks.pop(); part; part = chunks.pop()) {
        const sums = sumsOf(part, form, name, program.isWhole);
        const differences = wrongOf(part, await (CALCULATED[name]?.(sums) ?? byEngine(name, sums)));
        for (const difference of differences.slice(0, 3)) console.error(`differs: ${difference}`);
        missed += differences.length;
        compared += part.length;
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, next));
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${name}, ${form}: ${compared.toLocaleString("en")} compared, ${missed} wrong, ${seconds} s`);
    wrong += missed;
  }
}
process.exitCode = wrong === 0 ? 0 : 1;
