/** @jest-environment jsdom */
import { type Answer, Dispatcher } from "../bundle/dispatcher";
import { elements, formProblems, parse, resourceProblems } from "../manifest/schema";
import { metadataIn, packed, tidy, unpacked } from "./pack";

/** Six add-ins with a namespace each, should a host refuse the one without. */

const ORIGIN = "https://tools.example.be/statut-social/";
const PREFIXES = ["INASTI", "FUND", "PASSERELLE", "COMPANY", "BENEFIT", "PENSION"];

const files = unpacked(packed({ origin: ORIGIN, split: true }));
const text = (name: string): string => files.get(name)!.toString();
const whole = metadataIn(files).get("site/functions.json")!;

afterAll(tidy);

const manifests = new Map(PREFIXES.map((prefix) => [prefix, parse(text(`manifest-${prefix}.xml`))]));
const only = (name: string, prefix: string): Element => {
  const [first, ...others] = elements(name, manifests.get(prefix)!);
  expect([prefix, name, others]).toEqual([prefix, name, []]);
  return first!;
};
const resource = (prefix: string, id: string): string =>
  manifests.get(prefix)!.querySelector(`[id="${id}"]`)!.getAttribute("DefaultValue")!;

it("there are six manifests, and not the one beside them: every function would be there twice", () => {
  const names = [...files.keys()].filter((name) => name.includes("manifest"));
  expect(names.sort()).toEqual(
    [...manifests.keys()].flatMap((each) => [`manifest-${each}.xml`, `site/manifest-${each}.xml`]).sort(),
  );
});

describe.each(PREFIXES)("the manifest of %s", (prefix) => {
  const manifest = manifests.get(prefix)!;

  it("is in the order of the schema and names what it has", () => {
    expect(formProblems(manifest)).toEqual([]);
    expect(resourceProblems(manifest)).toEqual([]);
  });

  it("has its namespace, and one page that knows its prefix", () => {
    expect(resource(prefix, only("Namespace", prefix).getAttribute("resid")!)).toBe(prefix);
    const pages = text(`manifest-${prefix}.xml`).match(/https:[^"]*taskpane\.html[^"]*/g)!;
    expect(new Set(pages)).toEqual(new Set([`${ORIGIN}taskpane.html?prefix=${prefix}`]));
  });

  it("leads to files that there are", () => {
    const urls = text(`manifest-${prefix}.xml`).match(/https:\/\/[^"]*/g)!;
    expect(urls.filter((url) => !url.startsWith(ORIGIN))).toEqual([]);
    expect(urls.filter((url) => !files.has(url.replace(ORIGIN, "site/").replace(/[?#].*/, "")))).toEqual([]);
  });

  it("lists the functions of its prefix without it, in each language", () => {
    const ids = whole.map(({ id }) => id).filter((id) => id.startsWith(`${prefix}.`));
    expect(ids.length).toBeGreaterThan(0);
    for (const language of ["", "-fr", "-nl", "-de"]) {
      const functions = metadataIn(files).get(`site/functions-${prefix}${language}.json`)!;
      expect(functions.map(({ id }) => `${prefix}.${id}`)).toEqual(ids);
      expect(functions.map(({ name }) => name)).toEqual(functions.map(({ id }) => id));
      for (const { helpUrl } of functions) expect(files.has(helpUrl.replace(ORIGIN, "site/"))).toBe(true);
    }
  });
});

it("each add-in has an Id and a name of its own; pane, ribbon and the Id that workbooks know are with INASTI", () => {
  const ids = PREFIXES.map((prefix) => only("Id", prefix).textContent);
  expect(new Set(ids).size).toBe(PREFIXES.length);
  expect(ids[0]).toBe("7a7f2ffc-1f71-40b8-93e6-a93ace5cf0f7");
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  const names = PREFIXES.map((prefix) => only("DisplayName", prefix).getAttribute("DefaultValue"));
  expect(names).toEqual(["Statut Social", ...PREFIXES.slice(1).map((prefix) => `Statut Social ${prefix}`)]);
  for (const prefix of PREFIXES.slice(1)) {
    expect(elements("Control", manifests.get(prefix)!)).toHaveLength(1);
    expect(only("Action", prefix).getAttribute("xsi:type")).toBe("ShowTaskpane");
  }
});

describe("the page of an add-in, under Microsoft's own runtime", () => {
  /** Office adds words of its own to the address. */
  const pageOf = (prefix: string) => new Dispatcher("PC", `?prefix=${prefix}&et=`);
  const NOT_THERE = 2;
  /** A call without arguments finds its function, whatever that says of them. */
  const isThere = (answer: Answer): boolean => answer.ok || answer.code !== NOT_THERE;

  it.each(PREFIXES)("of %s answers what its metadata lists, by its bare name, and no other", async (prefix) => {
    const listed = metadataIn(files)
      .get(`site/functions-${prefix}.json`)!
      .map(({ id }) => id);
    const others = whole.map(({ id }) => id.slice(id.indexOf(".") + 1)).filter((id) => !listed.includes(id));
    const asked = [...listed, ...others, ...whole.map(({ id }) => id)];
    const answers = await pageOf(prefix).ask(asked.map((id) => ({ id, cells: [] })));
    expect(asked.filter((_, at) => isThere(answers[at]!))).toEqual(listed);
  });

  it("answers by its own rule where two prefixes have the name", async () => {
    // 40,000 at 20.5 %, a quarter of it; Xerius, 3.05 % (test/golden/funds.json); a week of maternity from 01/09/2026 (CHANGELOG.md).
    const quarterly = await pageOf("INASTI").one("QUARTERLY", 40_000, "principal", 2026);
    expect(quarterly).toEqual({ ok: true, value: 2050 });
    expect(await pageOf("FUND").one("RATE", "Xerius", 2026)).toEqual({ ok: true, value: 0.0305 });
    const september = 46_266;
    const maternity = await pageOf("BENEFIT").one("RATE", "maternity", september, "weeks-1-4");
    expect(maternity).toEqual({ ok: true, value: 917.34 });
  });

  it("has every function under its whole name without a prefix", async () => {
    const page = new Dispatcher("PC", "?et=");
    const answers = await page.ask(whole.map(({ id }) => ({ id, cells: [] })));
    expect(answers.filter((answer) => !isThere(answer))).toEqual([]);
  });
});
