/** @jest-environment jsdom */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { startCommands } from "../../src/commands";
import { excelHost } from "../../src/host/excel";
import { inTool, root } from "../tools/tool";
import { elements, formProblems, parse, resourceProblems } from "./schema";

const source = readFileSync(path.join(root, "manifest.xml"), "utf8");
const manifest = parse(source);

const PRODUCT = "Statut Social";
const ORIGIN = "https://localhost:3000";
const all = (name: string, within: Document | Element = manifest): Element[] => elements(name, within);

function one(name: string, within: Document | Element = manifest): Element {
  const found = all(name, within);
  if (found.length !== 1) throw new Error(`${found.length} elements ${name}`);
  return found[0]!;
}

function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`${element.localName} without ${name}`);
  return value;
}

/** The action of the one button that opens the pane by itself. */
function showingPane(): Element {
  const found = all("Action").filter((action) => action.getAttribute("xsi:type") === "ShowTaskpane");
  if (found.length !== 1) throw new Error(`${found.length} actions show the pane`);
  return found[0]!;
}

function children(element: Element, name: string): Element[] {
  return [...element.children].filter((child) => child.localName === name);
}

/** The default and the translations. */
function values(element: Element): string[] {
  const translations = children(element, "Override").map((override) => attribute(override, "Value"));
  return [attribute(element, "DefaultValue"), ...translations];
}

function resource(id: string): Element {
  const found = [...one("Resources").querySelectorAll("[id]")].find((element) => element.id === id);
  if (!found) throw new Error(`no resource ${id}`);
  return found;
}

function urlOf(element: Element): string {
  return attribute(resource(attribute(element, "resid")), "DefaultValue");
}

const settings = ["Description", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation"]
  .flatMap((name) => all(name))
  .filter((element) => element.hasAttribute("DefaultValue"));
const resources = ["Image", "Url", "String"].flatMap((name) => all(name, one("Resources")));
const urls = [...settings, ...resources].flatMap(values).filter((value) => value.startsWith("http"));

describe("form", () => {
  test("elements are known, in the order of the schema and in their namespaces", () => {
    expect(formProblems(manifest)).toEqual([]);
  });

  test("id and versions", () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
    expect(one("Id").textContent).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(one("Version").textContent).toBe(`${version}.0`);
    expect(one("Version").textContent).toMatch(/^\d{1,5}(\.\d{1,5}){3}$/);
    const sets = Object.fromEntries(all("Set").map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]));
    expect(sets).toEqual({ SharedRuntime: "1.1", CustomFunctionsRuntime: "1.3", ExcelApi: "1.12" });
  });

  test("texts are within their limits", () => {
    const limits: [Element[], number][] = [
      [all("DisplayName"), 125],
      [settings.filter((element) => element.localName === "Description"), 250],
      [all("String", one("ShortStrings")), 125],
      [all("String", one("LongStrings")), 250],
    ];
    for (const [elements, limit] of limits) {
      expect(elements.length).toBeGreaterThan(0);
      for (const value of elements.flatMap(values)) {
        expect([value, value.length > 0 && value.length <= limit]).toEqual([value, true]);
      }
    }
  });
});

describe("resources", () => {
  test("every resid names a resource of the right kind, and every resource is named", () => {
    expect(manifest.querySelectorAll("[resid]").length).toBeGreaterThan(0);
    expect(resourceProblems(manifest)).toEqual([]);
  });

  test("addresses are of one https origin", () => {
    expect(urls.length).toBeGreaterThan(0);
    for (const url of urls) {
      expect(new URL(url).origin).toBe(ORIGIN);
      expect(url.length).toBeLessThanOrEqual(2048);
    }
    // The origin of the add-in itself needs no entry, and one would keep its address in a build for another host.
    expect(all("AppDomain")).toEqual([]);
  });

  test("icons have the size that they stand for, and a transparent background", () => {
    const sizes: [string, number][] = [
      [attribute(one("IconUrl"), "DefaultValue"), 32],
      [attribute(one("HighResolutionIconUrl"), "DefaultValue"), 64],
      ...all("Icon").flatMap((icon) =>
        children(icon, "Image").map((image): [string, number] => [urlOf(image), Number(attribute(image, "size"))]),
      ),
    ];
    for (const [url, size] of sizes) {
      const png = readFileSync(path.join(root, new URL(url).pathname));
      expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
      expect([url, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([url, size, size]);
      const rgba = 6;
      expect(png.readUInt8(25)).toBe(rgba);
    }
    for (const icon of all("Icon")) {
      const given = children(icon, "Image").map((image) => Number(attribute(image, "size")));
      expect(given).toEqual(expect.arrayContaining([16, 32, 80]));
    }
  });
});

describe("shared runtime", () => {
  const page = `${ORIGIN}/taskpane.html`;

  test("runtime, functions, commands and pane are one page", () => {
    expect(attribute(one("Runtime"), "lifetime")).toBe("long");
    expect(urlOf(one("Runtime"))).toBe(page);
    expect(urlOf(one("SourceLocation", one("Page")))).toBe(page);
    expect(urlOf(one("FunctionFile"))).toBe(page);
    expect(urlOf(one("SourceLocation", showingPane()))).toBe(page);
    expect(attribute(one("SourceLocation", one("DefaultSettings")), "DefaultValue")).toBe(page);
    // Excel compares the resid, not the address behind it.
    const inRuntime = ["Runtime", "FunctionFile"].map((name) => attribute(one(name), "resid"));
    const inPoints = [one("Page"), showingPane()].map((point) => attribute(one("SourceLocation", point), "resid"));
    expect(new Set([...inRuntime, ...inPoints]).size).toBe(1);
  });

  test("functions come with script and metadata, and without a namespace", () => {
    expect(urlOf(one("SourceLocation", one("Script")))).toBe(`${ORIGIN}/functions.js`);
    expect(urlOf(one("SourceLocation", one("Metadata")))).toBe(`${ORIGIN}/functions.json`);
    expect(all("Namespace")).toEqual([]);
    expect(all("EquivalentAddins")).toEqual([]);
  });

  test("the first button shows the pane, without a TaskpaneId", () => {
    expect(all("Action")[0]).toBe(showingPane());
    expect(attribute(one("OfficeTab"), "id")).toBe("TabHome");
    expect(all("TaskpaneId")).toEqual([]);
  });
});

describe("commands", () => {
  const functionNames = all("FunctionName").map((name) => name.textContent);

  test("a built-in tab takes one group, and a group six controls", () => {
    expect(children(one("OfficeTab"), "Group")).toHaveLength(1);
    expect(children(one("Group"), "Control").length).toBeLessThanOrEqual(6);
  });

  test("a control is a button with its action, or a menu with items that have theirs", () => {
    for (const control of all("Control")) {
      const kind = attribute(control, "xsi:type");
      expect(["Button", "Menu"]).toContain(kind);
      expect(children(control, "Action")).toHaveLength(kind === "Button" ? 1 : 0);
      expect(children(control, "Items")).toHaveLength(kind === "Menu" ? 1 : 0);
    }
    for (const item of all("Item")) expect(children(item, "Action")).toHaveLength(1);
    const ids = [...all("Group"), ...all("Control"), ...all("Item")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("an action has the child that its type asks for", () => {
    const child = { ShowTaskpane: "SourceLocation", ExecuteFunction: "FunctionName" };
    for (const action of all("Action")) {
      const expected = child[attribute(action, "xsi:type") as keyof typeof child];
      expect([...action.children].map(({ localName }) => localName)).toEqual([expected]);
    }
  });

  // A copy from the Marketplace may not open its own pane: a command that only asks for it would do nothing there.
  test("only the pane's own button opens the pane", () => {
    expect(functionNames).toEqual(["recalculateAll"]);
    const sources = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(path.join(root, "src", file), "utf8"));
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.filter((text) => text.includes("showAsTaskpane"))).toEqual([]);
  });

  test("every function of the buttons is one that the page associates", () => {
    const associate = jest.fn();
    Object.assign(globalThis, { Office: { actions: { associate } } });
    startCommands(excelHost);
    expect(associate.mock.calls.map(([name]: [string]) => name)).toEqual(functionNames);
    expect(new Set(functionNames).size).toBe(functionNames.length);
  });

  test("each has pictures of its own", () => {
    const pictures = [...all("Control"), ...all("Item")].map((control) => urlOf(one16(control)));
    expect(new Set(pictures).size).toBe(pictures.length);
  });
});

/** The small picture of a control, not of the items in it. */
function one16(control: Element): Element {
  const [icon] = children(control, "Icon");
  return children(icon!, "Image").find((image) => attribute(image, "size") === "16")!;
}

describe("languages", () => {
  const LOCALES = ["fr-FR", "fr-BE", "nl-NL", "nl-BE", "de-DE"];
  const translations = (element: Element) =>
    Object.fromEntries(
      children(element, "Override").map((override) => [attribute(override, "Locale"), attribute(override, "Value")]),
    );
  const texts = [...settings.filter((element) => element.localName === "Description"), ...all("String")].filter(
    (element) => attribute(element, "DefaultValue") !== PRODUCT,
  );

  test("the default is English", () => {
    expect(one("DefaultLocale").textContent).toBe("en-US");
  });

  test("every text but the name of the product is translated, the same for both countries", () => {
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      const translated = translations(text);
      expect(Object.keys(translated)).toEqual(LOCALES);
      expect(translated["fr-BE"]).toBe(translated["fr-FR"]);
      expect(translated["nl-BE"]).toBe(translated["nl-NL"]);
    }
  });

  test("the descriptions of the functions follow the language", () => {
    const metadata = resource(attribute(one("SourceLocation", one("Metadata")), "resid"));
    expect(translations(metadata)).toEqual(
      Object.fromEntries(LOCALES.map((locale) => [locale, `${ORIGIN}/functions-${locale.slice(0, 2)}.json`])),
    );
  });
});

describe("built for an address", () => {
  const atOrigin = (origin: string) =>
    inTool<string>("origin.mjs", `tool.atOrigin(${JSON.stringify(source)}, ${JSON.stringify(origin)})`);

  test.each(["https://example.org/statut/", "https://example.org/statut"])("%s", (origin) => {
    const built = atOrigin(origin);
    expect(built).not.toContain("localhost");
    const addresses = built.match(/https:\/\/[^"]*/g) ?? [];
    expect(addresses).toHaveLength(urls.length);
    expect(addresses.filter((url) => !url.startsWith("https://example.org/statut/"))).toEqual([]);
    expect(addresses).toContain("https://example.org/statut/taskpane.html");
  });

  test("not for an address that Excel would refuse", () => {
    expect(() => atOrigin("http://example.org/")).toThrow("https");
  });

  test("the build holds this manifest and every file that it names", () => {
    const dist = path.join(root, "dist");
    const built = readFileSync(path.join(dist, "manifest.xml"), "utf8");
    const start = attribute(one("SourceLocation", one("DefaultSettings", parse(built))), "DefaultValue");
    expect(built).toBe(atOrigin(start.replace("taskpane.html", "")));
    const files = [...new Set(urls.map((url) => new URL(url).pathname.slice(1)))];
    expect(files.filter((file) => !existsSync(path.join(dist, file)))).toEqual([]);
  });
});
