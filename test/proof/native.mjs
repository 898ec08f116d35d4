// @ts-check
/**
 * `npm run proof:native`: the native forms of INASTI.QUARTERLY on 100,000 rows a form against INASTI.BATCH, in each program that calculates them: every edge of every category and
 * quarter, and incomes by chance. Prints how many cents are wrong, of how many. LibreOffice needs `soffice` (Debian: libreoffice-calc-nogui); without it that is left out, and said.
 * `npm run proof:native -- univer 2000` asks one program, on so many rows.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundled } from "../../tools/bundle.mjs";
import { root } from "../../tools/process.mjs";
import { isInstalled, LEFT_OUT, saved } from "./libre-office.mjs";

/** @type {typeof import("./native.ts")} */
const { asked, sumsOf, wrongOf, book } = await bundled("test/proof/native.ts", "proof/native.cjs");

const ROWS = 100_000;
/** What a program takes at once, so that none needs more memory than the machine has. */
const CHUNK = 5_000;
const [only, count] = process.argv.slice(2);
const PROGRAMS = ["libreoffice", "hyperformula", "ironcalc", "univer"].filter(
  (name) => only === undefined || name === only,
);
const FORMS = /** @type {const} */ (["classic", "named"]);
/** @type {Record<string, readonly string[]>} */
const FORMS_OF = { libreoffice: ["classic"], hyperformula: ["classic"] };

/** @param {string} engine @param {ReturnType<typeof sumsOf>} sums @returns {Promise<unknown[][]>} */
function calculated(engine, sums) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, "test/native/engines.mjs"), engine], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (/** @type {string} */ part) => (text += part));
    child.on("close", (status) => (status === 0 ? resolve(JSON.parse(text)) : reject(new Error(engine))));
    child.stdin.end(JSON.stringify(sums));
  });
}

/** A workbook that LibreOffice calculates when it opens, and gives back as CSV. @param {ReturnType<typeof sumsOf>} sums */
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

const rows = asked(Number(count ?? ROWS));
console.log(`${rows.length.toLocaleString("en")} rows, the edges of every category and quarter among them`);
let wrong = 0;
for (const program of PROGRAMS) {
  if (program === "libreoffice" && !isInstalled()) {
    console.log(`libreoffice: ${LEFT_OUT}`);
    continue;
  }
  for (const form of FORMS_OF[program] ?? FORMS) {
    const started = performance.now();
    let compared = 0;
    let missed = 0;
    for (let at = 0; at < rows.length; at += CHUNK) {
      const part = rows.slice(at, at + CHUNK);
      const sums = sumsOf(part, /** @type {"classic" | "named"} */ (form), program);
      const values = program === "libreoffice" ? await byLibreOffice(sums) : await calculated(program, sums);
      const differences = wrongOf(part, values);
      for (const difference of differences.slice(0, 3)) console.error(`differs: ${difference}`);
      missed += differences.length;
      compared += part.length;
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${program}, ${form}: ${compared.toLocaleString("en")} compared, ${missed} wrong, ${seconds} s`);
    wrong += missed;
  }
}
process.exitCode = wrong === 0 ? 0 : 1;
