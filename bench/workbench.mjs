// @ts-check
/**
 * `npm run bench:workbench`: how fast the workbench is for who visits it, built and served as in a release, against what it is to be. Each
 * time is the median of three runs. The second number is what the page's own thread worked for it: that one says what the workbench takes
 * where the machine does other things too, whose load stands beside it. Both ends of a start are counted from the moment the address is entered.
 * `-- start`, `-- paste`, `-- pane` and `-- files` measure that alone.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
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

const calculated = (/** @type {Page} */ page) =>
  page.evaluate(() => /** @type {any} */ (globalThis).workbench.whenCalculated());

/** @param {Page} page @param {CDPSession} session */
async function worked(page, session) {
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
    await calculated(page);
  });
  if ((await last()) === before) throw new Error("The last formula has not followed the year.");
  return [paste.all, paste.longest, change.all];
}

/** @type {Record<string, any>} */
const words = JSON.parse(readFileSync(path.join(root, "src", "i18n", "fr", "views", "workbook.json"), "utf8"));
/** @type {Record<string, any>} */
const tabs = JSON.parse(readFileSync(path.join(root, "src", "i18n", "fr", "pane", "shell.json"), "utf8"));

/**
 * The pane's long work on a sheet of formulas that all differ.
 *
 * @param {Page} page
 * @param {CDPSession} session
 */
async function longWork(page, session) {
  const categories = ["principal", "complementary"];
  const rows = Array.from({ length: ROWS }, (_, row) => [
    { content: 20_000 + 137 * row },
    ...categories.map((category) => ({ content: `=INASTI.QUARTERLY(A${row + 1},"${category}",2026)` })),
  ]);
  await page.evaluate(
    (plan) => /** @type {any} */ (globalThis).workbench.host.insertSheet({ ...plan, widths: [], landscape: false }),
    { name: "Bench", rows },
  );
  const pane = page.locator("#pane");
  await pane.getByRole("tab", { name: tabs.tab.workbook, exact: true }).click();
  const button = (/** @type {string} */ name) => pane.getByRole("button", { name, exact: true });
  const ends = (/** @type {string} */ text) => pane.getByText(text.split("{{")[0] ?? "").waitFor();
  /** @param {string} name @param {() => Promise<unknown>} end */
  const timed = async (name, end) => {
    await page.waitForTimeout(500);
    const { all, longest } = await traced(session, async () => {
      await button(name).click();
      await end();
    });
    return [all, longest];
  };
  const confirmed = async (/** @type {string} */ asked, /** @type {string} */ text, /** @type {string} */ done) => {
    await button(asked).click();
    const confirm = pane.getByRole("button", { name: new RegExp(`^${text.replace("{{cells}}", "[0-9].*")}$`) });
    const name = String(await confirm.textContent());
    return timed(name, () => ends(done));
  };
  const audit = await timed(words.audit.button, () => button(words.audit.insert).waitFor());
  const inserted = await timed(words.audit.insert, () => ends(tabs.insert.sheet));
  const freeze = await confirmed(words.freeze.button, words.freeze.confirm, words.freeze.done);
  const unfreeze = await confirmed(words.unfreeze.button, words.unfreeze.confirm, words.unfreeze.done);
  return [...audit, ...inserted, ...freeze, ...unfreeze];
}

/** A workbook of values, as large as a file gets that people send around. */
function largeFile() {
  const office = "http://schemas.openxmlformats.org";
  const relation = (/** @type {string} */ type, /** @type {string} */ target) =>
    `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  // Digits that do not repeat, so that the file is as large as it seems.
  let seed = 1;
  const digits = () => (seed = (seed * 48_271) % 2_147_483_647);
  const row = () => `<row>${Array.from({ length: 20 }, () => `<c><v>${digits()}.${digits()}</v></c>`).join("")}</row>`;
  const rows = Array.from({ length: 24_000 }, row).join("");
  const main = `xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"`;
  const parts = {
    "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `<workbook ${main}><sheets><sheet name="Large" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/**
 * Opens a large file: first what the page does while a worker reads it, then what it takes to show it.
 *
 * @param {Page} page
 * @param {CDPSession} session
 * @param {string} folder
 */
async function opensLargeFile(page, session, folder) {
  const file = path.join(folder, "large.xlsx");
  writeFileSync(file, largeFile());
  const input = page.locator("#files input[type=file]");
  const reading = await traced(session, async () => {
    const begun = page.waitForEvent("framenavigated", { timeout: 120_000 });
    await input.setInputFiles(file);
    await begun;
  });
  await page.waitForFunction(
    () => typeof (/** @type {any} */ (globalThis).workbench?.value("T24000")) === "number",
    undefined,
    { timeout: 120_000 },
  );
  // Of a page that begins, the page itself knows all.
  const showing = await page.evaluate(async () => {
    const { PerformanceObserver } = /** @type {any} */ (globalThis);
    /** @type {number[]} */
    const blocks = await new Promise((resolve) => {
      new PerformanceObserver((/** @type {any} */ list) =>
        resolve(list.getEntries().map((/** @type {any} */ { duration }) => duration)),
      ).observe({ type: "longtask", buffered: true });
    });
    return { all: performance.now(), longest: Math.max(...blocks) };
  });
  const told = (/** @type {number} */ clock) => ({ clock, worked: 0 });
  return [reading.all, reading.longest, told(showing.all), told(showing.longest)];
}

const [ms, seconds] = [
  (/** @type {number} */ value) => `${Math.round(value)} ms`,
  (/** @type {number} */ value) => `${(value / 1000).toFixed(1)} s`,
];

/** What is measured, and within how many milliseconds it is to be. @typedef {[what: string, limit: number | undefined, unit: typeof ms]} Asked */

/** @param {string} profile @param {(page: Page, session: CDPSession) => Promise<Time[]>} work */
const inWorkbench = (profile, work) =>
  inBrowser(profile, async (page, session) => {
    await started(page, session, url);
    await calculated(page);
    return work(page, session);
  });

/** @type {Record<string, { asked: Asked[], measure: (profile: string) => Promise<Time[]> }>} */
const MEASURES = {
  start: {
    asked: [
      ["cold start, interactive", 4000, seconds],
      ["cold start, first results", 5000, seconds],
      ["warm start, interactive", 3000, seconds],
      ["warm start, first results", 3000, seconds],
    ],
    measure: async (profile) => {
      const start = () => inBrowser(profile, (page, session) => started(page, session, url));
      const cold = await start();
      // The browser keeps compiled scripts from the second time on.
      await start();
      const warm = await start();
      return [cold.interactive, cold.results, warm.interactive, warm.results];
    },
  },
  paste: {
    asked: [
      [`paste of ${ROWS} rows, ${2 * ROWS} formulas`, undefined, seconds],
      ["longest block of it", 200, ms],
      [`change of the year, ${2 * ROWS} formulas`, 1000, seconds],
    ],
    measure: (profile) => inWorkbench(profile, worked),
  },
  pane: {
    asked: [
      [`audit of ${2 * ROWS} formulas`, 1500, seconds],
      ["longest block of it", 100, ms],
      ["insertion of its sheet", undefined, seconds],
      ["longest block of it", 100, ms],
      [`freeze of ${2 * ROWS} cells`, 2000, seconds],
      ["longest block of it", 100, ms],
      [`unfreeze of ${2 * ROWS} cells`, 2000, seconds],
      ["longest block of it", 100, ms],
    ],
    measure: (profile) => inWorkbench(profile, longWork),
  },
  files: {
    asked: [
      ["reading of a file of 5 MB", undefined, seconds],
      ["longest block of it", 200, ms],
      ["showing it", undefined, seconds],
      ["longest block of it", undefined, ms],
    ],
    measure: (profile) => inWorkbench(profile, (page, session) => opensLargeFile(page, session, profile)),
  },
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in MEASURES));
if (unknown !== undefined) throw new Error(`${unknown} is none of ${Object.keys(MEASURES).join(", ")}.`);

const { url, close } = await serve();
/** @type {{ asked: Asked, times: Time[] }[]} */
const lists = [];
for (const [name, { asked, measure }] of Object.entries(MEASURES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  /** @type {Time[][]} */
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const profile = mkdtempSync(path.join(tmpdir(), "bench-"));
    runs.push(await measure(profile));
    rmSync(profile, { recursive: true, force: true });
  }
  lists.push(...asked.map((one, index) => ({ asked: one, times: runs.flatMap((times) => times[index] ?? []) })));
}
close();

/** @param {number[]} values */
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

console.log(`Median of ${RUNS} runs on ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}\n`);
console.log(`${"".padEnd(40)}${"by the clock".padStart(14)}${"worked".padStart(12)}${"at most".padStart(12)}`);
for (const { asked, times } of lists) {
  const [what, limit, unit] = asked;
  const [clock, work] = [median(times.map((time) => time.clock)), median(times.map((time) => time.worked))];
  const judgement = limit === undefined ? "" : clock <= limit ? "  ✓" : "  ✗";
  console.log(
    `${what.padEnd(40)}${unit(clock).padStart(14)}${(work > 0 ? unit(work) : "").padStart(12)}${(limit === undefined ? "" : unit(limit)).padStart(12)}${judgement}`,
  );
}
