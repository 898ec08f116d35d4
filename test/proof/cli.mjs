// @ts-check
/**
 * `npm run proof:cli`: the command line on a list of a million clients (`-- 200000` for fewer), as CSV and as Parquet. Prints time and most memory of each
 * run; fails where it is more than 512 MB, where a file is not whole, or where a client differs from a call of the core package.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { root } from "../../tools/process.mjs";

const ROWS = Number(process.argv[2] ?? 1_000_000);
const MOST_MEGABYTES = 512;
/** Each of them is asked again: a prime, so that all categories come by. */
const EVERY = 997;
const CATEGORIES = ["hoofdberoep", "bijberoep", "titre principal", "student", "meewerkende echtgenoot", "pensioner"];
const FUNDS = ["Liantis", "Xerius", "Acerta", "UCM", ""];

const folder = mkdtempSync(path.join(os.tmpdir(), "statut-proof-"));
/** @param {string} name */
const at = (name) => path.join(folder, name);

/** @param {number} row */
const client = (row) => ({
  income: ((row * 6_137) % 13_000_000) / 100,
  category: CATEGORIES[row % CATEGORIES.length] ?? "",
  year: 2021 + (row % 6),
  start: `${2005 + (row % 15)}-${String(1 + (row % 12)).padStart(2, "0")}-01`,
  fund: FUNDS[row % FUNDS.length] ?? "",
  paid: row % 3 === 0 ? null : (row % 900_000) / 100,
});

/** @param {number | null} amount */
const belgian = (amount) => (amount === null ? "" : amount.toFixed(2).replace(".", ","));

async function writeList() {
  const file = createWriteStream(at("list.csv"));
  let text = "Klant;Statuut;Netto-inkomen;Jaar;Begindatum;Fonds;Betaald\r\n";
  for (let row = 0; row < ROWS; row++) {
    const { income, category, year, start, fund, paid } = client(row);
    const day = start.split("-").reverse().join("/");
    text += `Klant ${row};${category};${belgian(income)};${year};${day};${fund};${belgian(paid)}\r\n`;
    if (text.length < 2 ** 20) continue;
    if (!file.write(text)) await once(file, "drain");
    text = "";
  }
  file.end(text);
  await once(file, "close");
}

/** What a program says of itself when it ends. */
const MEMORY = `data:text/javascript,process.on("exit",()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write("maxRSS="+maxRSS+" cpu="+(userCPUTime+systemCPUTime)+"\\n")})`;

let failures = 0;

/** @param {readonly string[]} args */
async function run(...args) {
  const command = path.join(root, "dist-packages/cli/statut-social.js");
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", MEMORY, command, ...args, "--lang", "en"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (piece) => (said += String(piece)));
  const [code] = await once(child, "close");
  const seconds = (performance.now() - started) / 1000;
  const megabytes = Number(/maxRSS=(\d+)/.exec(said)?.[1]) / 1024;
  const busy = Number(/cpu=(\d+)/.exec(said)?.[1]) / 1e6;
  const output = args[args.indexOf("-o") + 1] ?? "";
  const size = statSync(at(output)).size / 2 ** 20;
  const told = `${seconds.toFixed(1)} s (${busy.toFixed(1)} s of processor), ${Math.round(ROWS / busy)} rows a second of processor, at most ${Math.round(megabytes)} MB of memory, ${Math.round(size)} MB written`;
  console.log(`${args.join(" ")}: ${told}`);
  const total = ROWS.toLocaleString("en");
  if (code !== 0 || !said.includes(`Rows with an answer: ${total}; refused: 0.`) || !(megabytes <= MOST_MEGABYTES)) {
    failures += 1;
    console.log(`FAILED (${code}): ${said}`);
  }
}

/** The totals of a file that was written, beside what the core package gives. @param {string} name */
async function compare(name) {
  const core = await import(pathToFileURL(path.join(root, "dist-packages/core/index.js")).href);
  let row = -1;
  let compared = 0;
  let different = 0;
  for await (const line of createInterface({ input: createReadStream(at(name)) })) {
    const which = row++;
    if (which < 0 || which % EVERY !== 0) continue;
    const fields = line.split(";");
    const { income, category, year, start, fund, paid } = client(which);
    const answer = core.dossier({
      ...{ incomes: income, categories: category, years: year, starts: start, funds: fund, paid },
    });
    const [{ total, settlement }] = answer.value;
    compared += 1;
    if (fields[15] !== belgian(total) || fields[16] !== belgian(settlement)) {
      different += 1;
      console.log(`differs: ${line}`);
    }
  }
  if (row !== ROWS || different > 0) failures += 1;
  console.log(`${name}: ${row} rows, ${compared} compared with the core package, ${different} differences`);
}

try {
  await writeList();
  console.log(`${ROWS.toLocaleString("en")} clients, ${Math.round(statSync(at("list.csv")).size / 2 ** 20)} MB`);
  await run("dossier", "list.csv", "-o", "out.csv");
  await compare("out.csv");
  await run("quarterly", "list.csv", "-o", "quarter.csv");
  await run("dossier", "list.csv", "-o", "out.parquet");
  await run("quarterly", "out.parquet", "-o", "again.ndjson");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
