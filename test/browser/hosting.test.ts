import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import http, { type IncomingHttpHeaders } from "node:http";
import https from "node:https";
import os from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import answers from "../../hosting/headers.json";
import { VIEWS } from "../../src/taskpane/kit/surroundings";
import { packed, tidy, unpacked, written } from "../release/pack";
import { launch, root, watch } from "./browser";
import { putExcelInMemory } from "./excel-in-memory";
import { openView, skipFirstRun } from "./pane";
import { apacheProgram, nginxProgram, startApache, startNginx, type WebServer } from "./web-servers";

/**
 * The release as an IT department serves it: the recipes of its folder hosting/, at their address, and the real office.js with a
 * workbook in memory. The headers are those of hosting/headers.json, and the pages work with them. The demo lies in the site.
 */

interface Registry {
  readonly _association: { readonly mappings: Record<string, (...args: unknown[]) => unknown> };
}

const ADDRESS = "https://addins.example.be/statut-social/";
const PLACE = new URL(ADDRESS).pathname;

const DEMO = "demo/";

/** Folder of what is in the archive. */
let release: string;
let folder: string;
let site: string;
let server: WebServer;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server says to `GET /statut-social/<file>`. */
const get = (file: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname: host } = new URL(ADDRESS);
    const { request } = server.origin.startsWith("https:") ? https : http;
    const options = { headers: { Host: host, ...headers }, servername: host, rejectUnauthorized: false };
    request(server.origin + PLACE + file, options, (response) => {
      let body = "";
      response
        .setEncoding("utf8")
        .on("data", (text: string) => (body += text))
        .on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    })
      .on("error", reject)
      .end();
  });

/** Those of the site itself. */
const files = (): string[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((file) => file !== ".htaccess" && !file.startsWith(DEMO));

/** What hosting/headers.json says of a file, by lower-case name; `null` for what must not be there. */
function expected(file: string): Record<string, string | null> {
  const [, own = {}] =
    Object.entries(answers.files).find(([name]) =>
      name.endsWith("*") ? path.posix.dirname(file) === name.slice(0, -2) : file === name,
    ) ?? [];
  const type = answers.types[path.extname(file).slice(1) as keyof typeof answers.types];
  const entries = Object.entries({
    ...Object.fromEntries(answers.never.map((name) => [name, null])),
    "Access-Control-Allow-Origin": null,
    "Cache-Control": answers.caching,
    "Content-Type": type.startsWith("text/") ? `${type}; charset=utf-8` : type,
    ...answers.everywhere,
    ...own,
  });
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join("; ") : value]),
  );
}

const only = (headers: IncomingHttpHeaders, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, headers[name] ?? null]));

const programs = { nginx: nginxProgram(), Apache: apacheProgram() };

beforeAll(() => {
  if (Object.values(programs).every((program) => program === null)) return;
  release = written(unpacked(packed({ origin: ADDRESS, demo: path.join(root, "dist-workbench") })));
});

afterAll(tidy);

describe.each([
  ["nginx", programs.nginx, startNginx],
  ["Apache", programs.Apache, startApache],
])("the site under %s", (name, program, start) => {
  // `npm test` says so of nginx; Apache is tried where it is installed.
  if (!program) return it.skip("is left out, for there is none", () => undefined);

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "statut-hosting-"));
    site = path.join(folder, "www", "statut-social");
    cpSync(path.join(release, "site"), site, { recursive: true });
    cpSync(path.join(release, "demo"), path.join(site, DEMO), { recursive: true });
    server = await start(program, folder);
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("hands out each file with the headers that are said, and no other of their kind", async () => {
    const all = files();
    expect(all).toEqual(expect.arrayContaining(["taskpane.html", "functions.js", "functions-fr.json"]));
    for (const file of all) {
      const { status, headers } = await get(file);
      const wanted = expected(file);
      expect([file, status, only(headers, Object.keys(wanted))]).toEqual([file, 200, wanted]);
    }
  });

  it("every script whose name has the hash of its content is kept for ever, and no other is", async () => {
    const scripts = files().filter((file) => file.endsWith(".js"));
    const kept = [];
    for (const file of scripts) if ((await get(file)).headers["cache-control"]!.includes("immutable")) kept.push(file);
    expect(kept).toEqual(scripts.filter((file) => /\.[0-9a-f]{12}\.js$/.test(file)));
    expect(kept.length).toBeGreaterThan(10);
  });

  it("a chunk that is not there yet is forgotten at once, and its answer has the policy all the same", async () => {
    const { status, headers } = await get("chunks/pane.00000000000000000000.js");
    expect(status).toBe(404);
    expect(headers["cache-control"]).toBeUndefined();
    expect(headers["content-security-policy"]).toBe(answers.everywhere["Content-Security-Policy"].join("; "));
  });

  it("a file that has not changed is not sent again, and texts come packed", async () => {
    const { headers } = await get("functions.js", { "Accept-Encoding": "gzip" });
    expect(headers["content-encoding"]).toBe("gzip");
    expect((await get("functions-fr.json", { "Accept-Encoding": "gzip" })).headers["content-encoding"]).toBe("gzip");
    const { etag } = (await get("taskpane.html")).headers;
    expect((await get("taskpane.html", { "If-None-Match": etag! })).status).toBe(304);
  });

  it("everything that the manifest names is there", async () => {
    const { body, headers } = await get("manifest.xml");
    expect(headers["content-type"]).toBe("text/xml; charset=utf-8");
    const named = [...new Set(body.match(/https:\/\/[^"]*/g))].filter((url) => !url.endsWith(PLACE));
    expect(named.length).toBeGreaterThan(10);
    for (const url of named) {
      expect(url).toMatch(ADDRESS);
      expect([url, (await get(url.slice(ADDRESS.length))).status]).toEqual([url, 200]);
    }
  });

  it("the help page of each function is there", async () => {
    for (const file of files().filter((name) => /^functions.*\.json$/.test(name))) {
      const { functions } = JSON.parse((await get(file)).body) as { functions: { id: string; helpUrl: string }[] };
      expect(functions.length).toBeGreaterThan(40);
      for (const { id, helpUrl } of functions) {
        expect(helpUrl).toMatch(ADDRESS);
        const { status, body } = await get(helpUrl.slice(ADDRESS.length));
        expect([id, status, body.includes(`<h1>${id}</h1>`)]).toEqual([id, 200, true]);
      }
    }
  });

  // Headers that are the same do the same.
  if (name !== "nginx") return;

  describe("in Chromium", () => {
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    let problems: string[];
    /** Requests of our pages that found nothing. */
    let missing: string[];

    beforeAll(async () => {
      browser = await launch([
        `--host-resolver-rules=MAP addins.example.be:443 ${new URL(server.origin).host}`,
        // Our server is on this machine, where a page from elsewhere would ask the user first.
        "--disable-features=LocalNetworkAccessChecks",
      ]);
      context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 360, height: 800 } });
      await putExcelInMemory(context, /^https:\/\/(?!addins\.example\.be\/)/);
      page = await context.newPage();
      problems = watch(page, (message) => message.location().url.startsWith(ADDRESS));
      missing = [];
      page.on("response", (response) => {
        if (response.url().startsWith(ADDRESS) && !response.ok() && response.status() !== 304)
          missing.push(response.url());
      });
      await skipFirstRun(page);
      // In a frame that Excel did not open, office.js leaves the page; this lets it stay.
      await page.addInitScript(() => Object.assign(window, { OsfOptOut: true }));
    });

    beforeEach(() => {
      problems.splice(0);
      missing.splice(0);
    });

    afterAll(() => browser?.close());

    const openPane = async () => {
      await page.goto(`${ADDRESS}taskpane.html`);
      await page.getByRole("tab", { name: "Année" }).waitFor();
    };

    const call = (id: string, ...args: unknown[]) =>
      page.evaluate(
        ([name, values]) => (CustomFunctions as unknown as Registry)._association.mappings[name]!(...values),
        [id, args] as const,
      );

    it("the pane opens with every view, and its policy stops nothing", async () => {
      await openPane();
      for (const view of VIEWS) await openView(page, view, "fr");
      expect(problems).toEqual([]);
      expect(missing).toEqual([]);
    });

    it("cells are answered, to the cent", async () => {
      await openPane();
      // 20.5 % of 75,024.54 is 15,380.0307, 14.16 % of the rest 2,120.525136: a quarter of the sum is 4,375.138959.
      expect(await call("INASTI.QUARTERLY", 90_000, "principal", 2026)).toBe(4375.14);
      // 3.05 % of 2,050 is 62.525, rounded up.
      expect(await call("FUND.FEE", 2050, "Acerta", 2026)).toBe(62.53);
    });

    it("the pane writes into the workbook", async () => {
      await openPane();
      await openView(page, "calculator", "fr");
      await page.getByRole("button", { name: "Insérer le trimestre comme formule" }).click();
      await page.getByText("Inséré en Sheet1!A1.").waitFor();
      expect(await page.evaluate(() => window.book.formulasOf("Sheet1"))).toEqual({
        A1: '=INASTI.QUARTERLY(40000,"titre principal",PARAMETER_YEAR)',
      });
      expect(problems).toEqual([]);
    });

    it("the other pages open with all that they load", async () => {
      // Those of the functions are of one making.
      const isOfFunction = (file: string) => /\/\w+\.\w+\.html$/.test(file);
      const pages = files().filter((file) => file.endsWith(".html") && file !== "taskpane.html" && !isOfFunction(file));
      expect(pages).toEqual(expect.arrayContaining(["help/index.html", "help/changelog.html"]));
      pages.push("help/inasti.quarterly.html");
      for (const file of pages) {
        await page.goto(ADDRESS + file);
        await page.locator("main").waitFor();
        expect([file, problems, missing]).toEqual([file, [], []]);
      }
    });

    it("the demo calculates", async () => {
      // The pane lies closed beside the sheet where the window is narrow.
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(ADDRESS + DEMO);
      await page.waitForFunction(() => window.workbench !== undefined);
      await page.evaluate(() => window.workbench!.set("T50", '=INASTI.QUARTERLY(40000,"principal",2026)'));
      // 40,000 at 20.5 %, a quarter of it.
      await page.waitForFunction(() => window.workbench!.value("T50") === 2050);
      await openView(page, "explain", "en");
      expect(problems).toEqual([]);
      expect(missing).toEqual([]);
    });

    /** Opens a page of another site that has the pane in a frame. */
    async function openFramed(origin: string): Promise<void> {
      await page.route(`${origin}/`, (route) =>
        route.fulfill({
          contentType: "text/html",
          body: `<iframe src="${ADDRESS}taskpane.html" width="360" height="700"></iframe>`,
        }),
      );
      await page.goto(`${origin}/`);
    }

    it.each(["https://excel.officeapps.live.com", "https://example.sharepoint.com", "https://excel.cloud.microsoft"])(
      "Excel on the web at %s shows the pane, and reads what the functions are but no script",
      async (origin) => {
        await openFramed(origin);
        await page.frameLocator("iframe").getByRole("tab", { name: "Année" }).waitFor();
        const reads = (file: string) =>
          page.evaluate(
            (url) =>
              fetch(url).then(
                (response) => response.text().then((text) => text.length > 0),
                () => false,
              ),
            ADDRESS + file,
          );
        expect(await reads("functions.json")).toBe(true);
        expect(await reads("functions-nl.json")).toBe(true);
        expect(await reads("functions.js")).toBe(false);
        expect(await reads("taskpane.html")).toBe(false);
      },
    );

    it("no other site may have the pane in a frame", async () => {
      const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
      await openFramed("https://elsewhere.example");
      await refused;
      expect(await page.frameLocator("iframe").locator("#pane").count()).toBe(0);
    });
  });
});
