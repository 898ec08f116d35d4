/** @jest-environment jsdom */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import answers from "../../hosting/headers.json";
import { inTool, root } from "../tools/tool";

/** The recipes for servers that do not run here; nginx and Apache serve the site in test/browser/hosting.test.ts. */

const recipe = (name: string): string => readFileSync(path.join(root, "hosting", name), "utf8");
const files: Record<string, Record<string, string>> = answers.files;
const everywhere: Record<string, string> = {
  ...answers.everywhere,
  "Content-Security-Policy": answers.everywhere["Content-Security-Policy"].join("; "),
};

it("are as hosting/headers.json says: `npm run hosting` writes them", () => {
  const written = inTool<Record<string, string>>("hosting.mjs", "tool.recipes()");
  expect(readdirSync(path.join(root, "hosting")).sort()).toEqual([...Object.keys(written), "headers.json"].sort());
  for (const [name, text] of Object.entries(written)) expect([name, recipe(name)]).toEqual([name, text]);
});

describe("the headers", () => {
  const policy = new Map(
    answers.everywhere["Content-Security-Policy"].map((directive) => {
      const [name, ...sources] = directive.split(" ");
      return [name!, sources] as const;
    }),
  );

  it("let scripts come from the site and from Microsoft's address of office.js, and run none that stands in a page", () => {
    expect(policy.get("script-src")).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
    expect(policy.get("default-src")).toEqual(["'none'"]);
  });

  it("let nothing be sent elsewhere", () => {
    expect(policy.get("connect-src")).toEqual(["'self'"]);
    expect(policy.get("form-action")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
  });

  it("let Excel on the web show the pane in a frame, over https only", () => {
    const [self, ...hosts] = policy.get("frame-ancestors")!;
    expect(self).toBe("'self'");
    expect(hosts).toEqual(expect.arrayContaining(["https://*.officeapps.live.com", "https://*.sharepoint.com"]));
    for (const host of hosts) expect(host).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/);
  });

  it("know each metadata that Excel on the web fetches, and each script of a fixed name", () => {
    const built = readdirSync(path.join(root, "dist"));
    const shared = Object.keys(files).filter((name) => "Access-Control-Allow-Origin" in files[name]!);
    expect(shared.sort()).toEqual(built.filter((name) => /^functions.*\.json$/.test(name)).sort());
    expect(built.filter((name) => name.endsWith(".js"))).toEqual(["functions.js", "taskpane.js"]);
    for (const name of ["functions.js", "taskpane.js"]) expect(files[name]).toHaveProperty("Cache-Control");
    for (const name of readdirSync(path.join(root, "dist/chunks")))
      expect(name).toMatch(/\.[0-9a-f]{12}\.js(\.LICENSE\.txt)?$/);
  });

  it("let Office keep the icons, as it asks for", () => {
    expect(files["assets/*"]!["Cache-Control"]).toMatch(/^public, max-age=\d+$/);
  });
});

describe("web.config for IIS", () => {
  const document = new DOMParser().parseFromString(recipe("web.config"), "text/xml");
  const configuration = document.documentElement;
  const all = (of: Element, selector: string): Element[] => [...of.querySelectorAll(selector)];
  const children = (of: Element): Element[] => [...of.children];
  const server = children(configuration).find(({ tagName }) => tagName === "system.webServer")!;
  const locations = new Map(
    children(configuration).flatMap((each) =>
      each.tagName === "location" ? [[each.getAttribute("path")!, each] as const] : [],
    ),
  );

  /** What IIS makes of a section: it refuses to add what is there already, so each is removed before. */
  function added(section: Element, key: string, value: string): Record<string, string> {
    const removed = new Set<string>();
    const found: Record<string, string> = {};
    for (const each of children(section).filter((child) => child.hasAttribute(key))) {
      const name = each.getAttribute(key)!;
      if (each.tagName === "remove") removed.add(name);
      else {
        expect([name, removed.has(name), name in found]).toEqual([name, true, false]);
        found[name] = each.getAttribute(value)!;
      }
    }
    return found;
  }

  const headersOf = (of: Element) =>
    all(of, "customHeaders").map((section) => added(section, "name", "value"))[0] ?? {};

  /** As IIS 10 writes it. */
  function cachingOf(of: Element): string | undefined {
    const [cache] = all(of, "clientCache");
    if (!cache) return undefined;
    if (cache.getAttribute("cacheControlMode") === "DisableCache") return "no-cache";
    const [, days, hours, minutes, seconds] = /^(\d+)\.(\d\d):(\d\d):(\d\d)$/
      .exec(cache.getAttribute("cacheControlMaxAge")!)!
      .map(Number);
    return `${cache.getAttribute("cacheControlCustom")},max-age=${((days! * 24 + hours!) * 60 + minutes!) * 60 + seconds!}`;
  }

  const directives = (caching: string): string[] => caching.split(/, ?/).sort();

  it("is well-formed", () => expect(document.querySelector("parsererror")).toBeNull());

  it("sends the headers of every answer, and takes away those that break an add-in", () => {
    expect(headersOf(server)).toEqual(everywhere);
    const removed = all(server, "customHeaders > remove").map((each) => each.getAttribute("name"));
    expect(removed).toEqual(expect.arrayContaining(answers.never));
    expect(cachingOf(server)).toBe(answers.caching);
  });

  it("sends the headers of single files", () => {
    expect([...locations.keys()].sort()).toEqual(
      Object.keys(files)
        .map((name) => name.replace("/*", ""))
        .sort(),
    );
    for (const [name, { "Cache-Control": caching, ...others }] of Object.entries(files)) {
      const location = locations.get(name.replace("/*", ""))!;
      expect([name, headersOf(location)]).toEqual([name, others]);
      if (caching) expect(directives(cachingOf(location)!)).toEqual(directives(caching));
      else expect(cachingOf(location)).toBeUndefined();
    }
  });

  it("knows the type of each kind of file", () => {
    const types = added(all(server, "staticContent")[0]!, "fileExtension", "mimeType");
    expect(Object.keys(types).sort()).toEqual(
      Object.keys(answers.types)
        .map((end) => `.${end}`)
        .sort(),
    );
    expect(types[".json"]).toBe("application/json");
  });
});

describe("staticwebapp.config.json for Azure", () => {
  const config = JSON.parse(recipe("staticwebapp.config.json")) as {
    globalHeaders: Record<string, string>;
    mimeTypes: Record<string, string>;
    routes: { route: string; headers: Record<string, string> }[];
  };

  it("says the same", () => {
    expect(config.globalHeaders).toEqual({ ...everywhere, "Cache-Control": answers.caching });
    expect(Object.fromEntries(config.routes.map(({ route, headers }) => [route.slice(1), headers]))).toEqual(files);
    expect(config.mimeTypes[".json"]).toBe("application/json");
  });

  it("names routes as Azure reads them: a star at the end only", () => {
    for (const { route } of config.routes) expect(route).toMatch(/^\/[^*]+\*?$/);
  });
});
