// @ts-check
/**
 * `npm run bench:workbench`: how fast the workbench is for who visits it, built and served as in a release, against what it is to be. Each
 * time is the median of three runs. The second number is what the page's own thread worked for it: that one says what the workbench takes
 * where the machine does other things too, whose load stands beside it. Both ends of a start are counted from the moment the address is entered.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { root } from "../tools/process.mjs";
import { findBrowser } from "../tools/setup.mjs";

/** @import { CDPSession, Page } from "playwright-core" */

const RUNS = 3;
const ROWS = 1000;
/** Below and beside what stands in the example. */
const [FIRST_ROW, INPUT] = [101, "I"];

/** @type {{ caching: string, types: Record<string, string>, files: Record<string, Record<string, string>> }} */
const hosting = JSON.parse(readFileSync(path.join(root, "hosting", "headers.json"), "utf8"));

/** @param {string} name of a file, from the folder of the site */
function cachingOf(name) {
  const isMeant = (/** @type {string} */ rule) =>
    rule.endsWith("*") ? name.startsWith(rule.slice(0, -1)) : name === rule;
  const [, headers] = Object.entries(hosting.files).find(([rule]) => isMeant(rule)) ?? [];
  return headers?.["Cache-Control"] ?? hosting.caching;
}

/** The demo of a release, packed beforehand as servers do. */
async function serve() {
  const folders = ["dist-workbench", "dist"].map((folder) => path.join(root, folder));
  /** @type {Map<string, Buffer>} */
  const packed = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = path.posix.normalize(pathname).replace(/^\/$/, "/index.html").slice(1);
    const file = folders
      .map((folder) => path.join(folder, name))
      .find((each) => existsSync(each) && statSync(each).isFile());
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const headers = {
      "Cache-Control": cachingOf(name),
      "Content-Type": hosting.types[path.extname(name).slice(1)] ?? "application/octet-stream",
      "Content-Encoding": "gzip",
      ETag: `"${statSync(file).mtimeMs}"`,
    };
    const isKnown = request.headers["if-none-match"] === headers.ETag;
    if (!isKnown && !packed.has(file)) packed.set(file, gzipSync(readFileSync(file)));
    response.writeHead(isKnown ? 304 : 200, headers).end(isKnown ? undefined : packed.get(file));
  });
  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

/**
 * A browser as its user left it.
 *
 * @template Answer
 * @param {string} profile
 * @param {(page: Page, session: CDPSession) => Promise<Answer>} use
 */
async function inBrowser(profile, use) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: String(findBrowser()),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    locale: "fr-BE",
    viewport: { width: 1440, height: 900 },
  });
  try {
    await context.addInitScript(() => localStorage.setItem("statut-social.started", "yes"));
    await context.addInitScript(() => {
      const page = /** @type {any} */ (globalThis);
      page.marks = {};
      const look = () => {
        if (page.workbench) page.marks.interactive ??= performance.now();
        if (page.workbench && typeof page.workbench.value("C12") === "number") page.marks.results ??= performance.now();
        if (page.marks.results === undefined) page.requestAnimationFrame(look);
      };
      page.requestAnimationFrame(look);
    });
    const page = context.pages()[0] ?? (await context.newPage());
    return await use(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** @typedef {{ clock: number, worked: number }} Time in milliseconds */

/**
 * What the page's main thread does meanwhile, task by task.
 *
 * @param {CDPSession} session
 * @param {() => Promise<unknown>} action
 * @returns {Promise<{ all: Time, longest: Time }>}
 */
async function traced(session, action) {
  /** @type {any[]} */
  const events = [];
  const collect = (/** @type {{ value: any[] }} */ { value }) => void events.push(...value);
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "__metadata", "disabled-by-default-devtools.timeline"] },
  });
  const start = performance.now();
  await action();
  const clock = performance.now() - start;
  const done = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await done;
  session.off("Tracing.dataCollected", collect);
  const tasks = tasksOf(events);
  const longest = tasks.reduce((most, task) => (task.clock > most.clock ? task : most), { clock: 0, worked: 0 });
  const hardest = Math.max(0, ...tasks.map(({ worked }) => worked));
  return {
    all: { clock, worked: tasks.reduce((sum, { worked }) => sum + worked, 0) },
    longest: { clock: longest.clock, worked: hardest },
  };
}

/** @param {any[]} events @returns {Time[]} of the renderer that works most: the page's */
function tasksOf(events) {
  const names = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const byThread = names.map(({ pid, tid }) =>
    events
      .filter((event) => event.pid === pid && event.tid === tid && event.ph === "X" && event.name === "RunTask")
      .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, worked: tdur / 1000 })),
  );
  const worked = (/** @type {Time[]} */ tasks) => tasks.reduce((sum, task) => sum + task.worked, 0);
  return byThread.toSorted((one, other) => worked(other) - worked(one))[0] ?? [];
}

/** @param {Page} page @param {CDPSession} session @param {string} url */
async function started(page, session, url) {
  const hasResults = () =>
    page.waitForFunction(() => /** @type {any} */ (globalThis).marks?.results, undefined, { timeout: 120_000 });
  const { all } = await traced(session, async () => {
    await page.goto(url);
    await hasResults();
  });
  const { interactive, results } = await page.evaluate(() => /** @type {any} */ (globalThis).marks);
  return { interactive: { clock: interactive, worked: 0 }, results: { clock: results, worked: all.worked } };
}

const lines = Array.from({ length: ROWS }, (_, index) => {
  const row = FIRST_ROW + index;
  return [
    `Client ${index + 1}`,
    20_000 + 137 * index,
    `=INASTI.QUARTERLY(${INPUT}${row};"principal")`,
    `=ROUND(J${row}*4;2)`,
  ].join("\t");
});

/** @param {Page} page @param {CDPSession} session */
async function worked(page, session) {
  const settled = () => page.evaluate(() => /** @type {any} */ (globalThis).workbench.whenCalculated());
  await settled();
  await page.evaluate((cell) => /** @type {any} */ (globalThis).workbench.select(cell), `H${FIRST_ROW}`);
  const paste = await traced(session, () =>
    page.evaluate((text) => /** @type {any} */ (globalThis).workbench.paste(text, ""), lines.join("\n")),
  );
  const last = () =>
    page.evaluate((cell) => /** @type {any} */ (globalThis).workbench.value(cell), `K${FIRST_ROW + ROWS - 1}`);
  const before = await last();
  if (typeof before !== "number") throw new Error(`The last formula of the paste gives ${before}.`);
  await page.waitForTimeout(1000);
  const year = page.locator("#pane").getByRole("combobox").first();
  const shown = Number(await year.inputValue());
  const change = await traced(session, async () => {
    await year.selectOption(String(shown - 1));
    await settled();
  });
  if ((await last()) === before) throw new Error("The last formula has not followed the year.");
  return { paste: paste.all, block: paste.longest, year: change.all };
}

const [ms, seconds] = [
  (/** @type {number} */ value) => `${Math.round(value)} ms`,
  (/** @type {number} */ value) => `${(value / 1000).toFixed(1)} s`,
];

/** What is measured, and within how many milliseconds it is to be. @type {[what: string, limit: number | undefined, unit: typeof ms][]} */
const ASKED = [
  ["cold start, interactive", 4000, seconds],
  ["cold start, first results", 5000, seconds],
  ["warm start, interactive", 3000, seconds],
  ["warm start, first results", 3000, seconds],
  [`paste of ${ROWS} rows, ${2 * ROWS} formulas`, undefined, seconds],
  ["longest block of it", 200, ms],
  [`change of the year, ${2 * ROWS} formulas`, 1000, seconds],
];

const { url, close } = await serve();
/** @type {Time[][]} */
const measured = ASKED.map(() => []);
for (let run = 0; run < RUNS; run++) {
  const profile = mkdtempSync(path.join(tmpdir(), "bench-"));
  const start = () => inBrowser(profile, (page, session) => started(page, session, url));
  const cold = await start();
  // The browser keeps compiled scripts from the second time on.
  await start();
  const warm = await start();
  const work = await inBrowser(profile, async (page, session) => {
    await started(page, session, url);
    return worked(page, session);
  });
  [cold.interactive, cold.results, warm.interactive, warm.results, work.paste, work.block, work.year].forEach(
    (time, index) => measured[index]?.push(time),
  );
  rmSync(profile, { recursive: true, force: true });
}
close();

/** @param {number[]} values */
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

console.log(`Median of ${RUNS} runs on ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}\n`);
console.log(`${"".padEnd(40)}${"by the clock".padStart(14)}${"worked".padStart(12)}${"at most".padStart(12)}`);
ASKED.forEach(([what, limit, unit], index) => {
  const times = measured[index] ?? [];
  const [clock, work] = [median(times.map((time) => time.clock)), median(times.map((time) => time.worked))];
  const judgement = limit === undefined ? "" : clock <= limit ? "  ✓" : "  ✗";
  console.log(
    `${what.padEnd(40)}${unit(clock).padStart(14)}${(work > 0 ? unit(work) : "").padStart(12)}${(limit === undefined ? "" : unit(limit)).padStart(12)}${judgement}`,
  );
});
