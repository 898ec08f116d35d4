import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { launch, root, watch } from "./browser";
import { officeFile } from "./office";
import { openView, overflow, viewOf, violations } from "./pane";
import { serve, type Server } from "./server";
import { type View, VIEWS } from "../../src/taskpane/kit/surroundings";
import { wordsOf } from "./words";

type GoToOptions = NonNullable<Parameters<Page["goto"]>[1]>;

/** The registry behind `CustomFunctions.associate` of office.js. */
interface Registry {
  readonly _association: { readonly mappings: Record<string, (...args: unknown[]) => unknown> };
}

let server: Server;
let browser: Browser;
/** One for all tests, each of which opens the pane anew: a new page costs three times as much. */
let page: Page;
/** What went wrong in the present test. */
let problems: string[];

beforeAll(async () => {
  server = await serve(path.join(root, "dist"));
  browser = await launch();
  const context = await browser.newContext({ locale: "fr-BE", viewport: { width: 320, height: 700 } });
  // The real office.js from its package in place of Microsoft's server; what it asks for beside its own files stays unanswered.
  await context.route(/^https:/, (route) => {
    const file = officeFile(route.request().url());
    return file === undefined ? route.abort() : route.fulfill({ path: file });
  });
  page = await context.newPage();
  problems = watch(page, (message) => isOurs(message.location().url));
});

beforeEach(() => void problems.splice(0));

afterEach(() => page.unrouteAll());

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const isOurs = (url: string): boolean => url.startsWith(server.url);

/** Opens the page anew, as somebody who has seen the first-run page, or has not. */
async function openPane({ firstRun = false, ...options }: { firstRun?: boolean } & GoToOptions = {}): Promise<void> {
  // Any page of this origin has its storage.
  await page.goto(`${server.url}help/index.html`);
  await page.evaluate(
    (isKnown) => (isKnown ? localStorage.setItem("statut-social.started", "yes") : localStorage.clear()),
    !firstRun,
  );
  await page.goto(`${server.url}taskpane.html`, options);
}

/** The functions that the page has registered, by calling them where they are. */
const quarterly = (): unknown =>
  (CustomFunctions as unknown as Registry)._association.mappings["INASTI.QUARTERLY"]!(40000, "principal", 2026);

it("registers every function of functions.json with the real office.js", async () => {
  await openPane({ firstRun: true });
  const ids = await page.evaluate(() =>
    Object.keys((CustomFunctions as unknown as Registry)._association.mappings).sort(),
  );
  const { functions } = JSON.parse(readFileSync(path.join(root, "dist", "functions.json"), "utf8")) as {
    functions: { id: string }[];
  };
  expect(ids).toEqual(functions.map(({ id }) => id).sort());
});

it("answers cells while the pane is still on its way, and shows the pane when it comes", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let report = (): void => undefined;
  const asked = new Promise<void>((resolve) => (report = resolve));
  await page.route(/\/chunks\/[^/]+\.js$/, async (route) => {
    if (!isOurs(route.request().url())) return route.fallback();
    report();
    await held;
    return route.continue();
  });

  await openPane({ firstRun: true, waitUntil: "commit" });
  await asked;
  expect(await page.evaluate(quarterly)).toBe(2050);
  expect(await page.locator("#pane").innerHTML()).toBe("");

  release();
  await page.getByRole("button", { name: "Commencer" }).waitFor();
  expect(problems).toEqual([]);
});

it("says so when the pane cannot be loaded; cells answer all the same", async () => {
  await page.route(/\/pane\.[^/]+\.js$/, (route) => route.abort());
  await openPane();
  await page.getByRole("alert").getByText("Le volet n’a pas pu être chargé").waitFor();
  expect(await page.getByRole("button", { name: "Réessayer" }).isVisible()).toBe(true);
  expect(await page.evaluate(quarterly)).toBe(2050);
});

it("says that the add-in was updated where its parts are of the version before", async () => {
  await page.route(/\/pane\.[^/]+\.js$/, (route) => route.abort());
  await page.route(/\/taskpane\.html$/, async (route) => {
    const response = await route.fetch();
    const own = await response.text();
    const isPage = route.request().isNavigationRequest();
    await route.fulfill({ response, body: isPage ? own : own.replace(/\.js\?\w+/g, ".js?next") });
  });
  await openPane();
  await page.getByRole("alert").getByText("Le complément a été mis à jour").waitFor();
});

it.each([
  ["is blocked", /^https:/],
  // The first file comes, and what it loads for Excel does not.
  ["comes in part", /\/hosted\/(?!office\.js)/],
])("says whom to ask where Excel opened the page and office.js %s", async (_, blocked) => {
  // Of its own: office.js keeps in the tab by whom it was opened.
  const opened = await page.context().newPage();
  await opened.clock.install();
  await opened.route(blocked, (route) => route.abort());
  await opened.goto(`${server.url}taskpane.html?_host_Info=Excel$Win32$16.01$nl-BE$$$$0`);
  await opened.clock.fastForward(20_000);
  await opened.getByRole("alert").getByText("https://appsforoffice.microsoft.com toelaten").waitFor();
  expect(await opened.locator("html").getAttribute("lang")).toBe("nl");
  const help = opened.getByRole("link", { name: "Antwoorden de functies niet?" });
  expect(await help.getAttribute("href")).toBe("help/functions-do-not-answer.html#nl");
  expect(await opened.getByRole("tab").count()).toBe(0);
  await opened.close();
});

it("calculates where office.js cannot be had", async () => {
  await page.route(/^https:/, (route) => route.abort());
  await openPane();
  await page.getByRole("tab", { name: "Année" }).waitFor();
  await openView(page, "calculator", "fr");
  await page.getByText("2 050,00 €").first().waitFor();
});

it("starts with three formulas to try", async () => {
  await openPane({ firstRun: true });
  await page.getByText('=INASTI.QUARTERLY(40000;"titre principal";PARAMETER_YEAR)').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByRole("tab", { name: "Année" }).waitFor();
});

const words = wordsOf("fr");
const { view: inFront, button, field } = viewOf(() => page, "fr");

/** What a view only shows when something was typed: answers, assumptions, refusals, what is to be corrected. */
const fill: Partial<Record<View, () => Promise<void>>> = {
  scenarios: async () => {
    const first = inFront()
      .getByRole("heading", { name: words("scenarios/numbered", { number: "1" }) })
      .first();
    await first.getByRole("button").click();
    await field("scenarios/premium").fill("1500");
  },
  questions: async () => {
    await button("questions/question/maternity").click();
    await field("questions/label/rest-start").fill("2026-11-29");
    await field("questions/label/full-weeks").fill("12");
    await button("questions/assume/step").click();
    await inFront().getByText(words("questions/per/period")).waitFor();
  },
  "what-if": async () => {
    await field("what-if/plci/earlier").fill("35000");
    await field("what-if/plci/amount/profit").fill("60000");
    await field("what-if/plci/paid").fill("9000");
  },
};

/** Opens what is folded away in the view in front, and the first of the steps that lead to an answer. */
const unfold = (): Promise<void> =>
  page.evaluate(() => {
    const view = [...document.querySelectorAll("#pane [role=tabpanel]")].find((panel) => panel.checkVisibility())!;
    const folded = [...view.querySelectorAll<HTMLElement>("button[aria-expanded=false]:not(.fui-InfoButton)")];
    const isStep = (one: HTMLElement): boolean => one.closest(".fui-AccordionHeader") === null;
    const first = folded.find(isStep);
    for (const one of folded) if (one === first || !isStep(one)) one.click();
  });

describe("outside Office, 320 pixels wide", () => {
  beforeEach(async () => {
    await openPane();
    await page.getByRole("tab", { name: "Année" }).waitFor();
  });

  it("is a calculator of its own", async () => {
    await openView(page, "funds", "fr");
    await page.getByRole("textbox", { name: "Cotisation trimestrielle" }).fill("2050");
    await page.getByRole("cell", { name: "250,12 €" }).first().waitFor();
  });

  /** Each view with an answer in it and nothing folded away. */
  const throughAllViews = async (name: string, look: (view: View) => Promise<unknown>): Promise<void> => {
    for (const view of VIEWS) {
      await openView(page, view, "fr");
      await look(view);
      await unfold();
      expect([view, await overflow(page)]).toEqual([view, 0]);
      const only = name === "light" ? undefined : "colours";
      expect([view, await violations(page, only)]).toEqual([view, []]);
      const file = `320-${view}-${name}.png`;
      await page.screenshot({ path: path.join(root, "build", "screenshots", file), fullPage: true });
    }
  };
  const filled = async (view: View) => fill[view]?.();

  it("shows each view whole, and without an accessibility violation that axe finds", async () => {
    await throughAllViews("light", filled);
  });

  it("can be read in the dark, and in the colours that the reader has chosen for all", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.reload();
    await throughAllViews("dark", filled);
    // What was typed is still there.
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    await throughAllViews("forced", () => Promise.resolve());
  });
});
