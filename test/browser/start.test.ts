import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { cloned, type DevServer, freePort, programs, removeClone, startDevServer } from "../tools/dev-server";
import { launch, watch } from "./browser";
import { officeFile } from "./office";
import { skipFirstRun } from "./pane";

/** The pages of the dev server, started from a clone as a user does, both ways. */

interface Registry {
  readonly _association: { readonly mappings: Record<string, (...args: unknown[]) => unknown> };
}

let clone: string;
let browser: Browser;

beforeAll(async () => {
  clone = cloned();
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  removeClone(clone);
});

/** Without a terminal that has a browser, and with a trust store that lets nobody in. */
const environment = (): NodeJS.ProcessEnv => {
  const bin = path.join(clone, "build", "bin");
  const refused = "echo 'sudo: a password is required' >&2; exit 1";
  if (!existsSync(bin)) programs(clone, { sudo: refused, security: refused });
  return { ...process.env, CI: "", PATH: bin, HOME: path.join(clone, "build"), DISPLAY: ":99", BROWSER: "" };
};

/** The dev server compiles and builds all before it names its address. */
const BUILD = 600_000;

// The programs in the place of others are scripts that Windows would not start.
const onPosix = process.platform === "win32" ? describe.skip : describe;

onPosix.each([
  ["npm start", []],
  ["npm run start:excel", ["--excel"]],
])("%s", (_, options) => {
  const isExcel = options.length > 0;
  let server: DevServer;
  let context: BrowserContext;
  let page: Page;
  let problems: string[];
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    server = await startDevServer(clone, [...options, "--port", String(port)], environment());
    context = await browser.newContext({ locale: "en-GB", ignoreHTTPSErrors: true });
    await context.route(/^https:\/\/(?!localhost)/, (route) => {
      const file = officeFile(route.request().url());
      return file === undefined ? route.abort() : route.fulfill({ path: file });
    });
    page = await context.newPage();
    problems = watch(page, (message) => message.location().url.startsWith(server.url));
    await skipFirstRun(page);
  }, BUILD);

  beforeEach(() => void problems.splice(0));

  afterAll(async () => {
    await context?.close();
    await server?.stop();
  });

  it("the pane: its functions are registered, and it shows the year", async () => {
    const socket = page.waitForEvent("websocket");
    await page.goto(`${server.url}taskpane.html`);
    await page.getByRole("tab", { name: "Year", selected: true }).waitFor();
    await page.getByRole("combobox", { name: "Year" }).waitFor();
    const quarter = await page.evaluate(() =>
      (CustomFunctions as unknown as Registry)._association.mappings["INASTI.QUARTERLY"]!(40000, "principal", 2026),
    );
    // 40,000 at 20.5 %, a quarter of it.
    expect(quarter).toBe(2050);
    // The page hears of rebuilds.
    expect((await socket).url()).toBe(`${server.url.replace("http", "ws")}ws`);
    expect(problems).toEqual([]);
  });

  it("the workbench: a cell is calculated, and the pane beside it shows the year", async () => {
    await page.goto(server.url);
    await page.waitForFunction(() => window.workbench !== undefined);
    await page.evaluate(() => window.workbench!.set("T50", '=INASTI.QUARTERLY(40000,"principal",2026)'));
    await page.waitForFunction(() => window.workbench!.value("T50") === 2050);
    await page.locator("#pane").getByRole("combobox", { name: "Year" }).waitFor();
    expect(problems).toEqual([]);
  });

  it("lets other sites read nothing but what Excel must", async () => {
    const allowed = async (file: string) =>
      (await context.request.get(server.url + file)).headers()["access-control-allow-origin"];
    expect(await allowed("functions.json")).toBe(isExcel ? "*" : undefined);
    expect(await allowed("functions-fr.json")).toBe(isExcel ? "*" : undefined);
    for (const file of ["", "taskpane.html", "functions.js", "workbench.js"])
      expect([file, await allowed(file)]).toEqual([file, undefined]);
  });

  it("says where it is, without a browser to open it in", () => {
    expect(server.url).toBe(`http${isExcel ? "s" : ""}://localhost:${port}/`);
    expect(server.said()).not.toMatch(/^ +at /m);
  });

  if (isExcel) {
    it("a refused certificate: says so, and how to trust the one in its place", () => {
      expect(server.said()).toContain("a password is required");
      expect(server.said()).toMatch(/The certificate is not trusted yet: add .*ca\.crt to the authorities/);
    });

    it("the manifest names the port", () => {
      const manifest = readFileSync(path.join(clone, "dist", "manifest.xml"), "utf8");
      expect(manifest).toContain(`https://localhost:${port}/taskpane.html`);
      expect(manifest).not.toContain("localhost:3000");
    });
  }

  it("answers to no other name", async () => {
    const { request } = isExcel ? https : http;
    const status = await new Promise((resolve, reject) => {
      const options = { headers: { Host: "elsewhere.example" }, rejectUnauthorized: false };
      request(server.url, options, ({ statusCode }) => resolve(statusCode))
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });

  it("listens to this computer only", async () => {
    const others = Object.values(networkInterfaces()).flatMap((list) =>
      (list ?? []).filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address),
    );
    for (const host of others) {
      const outcome = await new Promise((resolve) => {
        const socket = connect(port, host, () => resolve("connected")).on("error", ({ code }: NodeJS.ErrnoException) =>
          resolve(code),
        );
        socket.on("connect", () => socket.destroy());
      });
      expect([host, outcome]).toEqual([host, "ECONNREFUSED"]);
    }
  });
});
