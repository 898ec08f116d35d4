import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { LANGUAGES } from "../../src/i18n";
import { inTool, root, runScript } from "../tools/tool";
import { type Files, metadataIn, packed, tidy, unpacked, written } from "./pack";

afterAll(tidy);

const ORIGIN = "https://tools.example.be/statut-social/";
/** Stands for the workbench, whose page the browser's tests open. */
const demo = written(new Map([["index.html", Buffer.from("<!doctype html>")]]));

const zip = packed({ origin: ORIGIN, demo, vectors: true });
const files = unpacked(zip);
const text = (name: string): string => files.get(name)!.toString();

const namesOf = (some: Files): string[] => [...some.keys()];
const holding = (what: string): string[] => namesOf(files).filter((name) => text(name).includes(what));

describe("the archive", () => {
  it("has manifest, site, demo, recipes, guide, versions, checksums and the scripts for another address", () => {
    expect(namesOf(files).filter((name) => !/^(?:site|demo|vectors)\//.test(name))).toEqual([
      "CITATION.cff",
      "LICENSE.txt",
      "README.txt",
      "SHA256SUMS",
      "docs/deploying.md",
      "hosting/apache.htaccess",
      "hosting/headers.json",
      "hosting/nginx.conf",
      "hosting/staticwebapp.config.json",
      "hosting/web.config",
      "manifest.xml",
      "stamp.ps1",
      "stamp.sh",
      "version.json",
    ]);
    expect(namesOf(files)).toEqual(expect.arrayContaining(["site/taskpane.html", "site/functions.js"]));
    expect(JSON.parse(text("vectors/funds.json"))).toMatchObject({ domain: "funds" });
    expect(text("vectors/README.md")).toContain("funds.json");
    expect(text("site/manifest.xml")).toBe(text("manifest.xml"));
    expect(text("site/version.json")).toBe(text("version.json"));
  });

  it("has beside the demo's page what that loads", () => {
    const loaded = ["functions.js", "functions.json", "functions-fr.json", "assets/icon.svg", "help/index.html"];
    for (const name of ["index.html", ...loaded]) expect(namesOf(files)).toContain(`demo/${name}`);
    expect(namesOf(files).filter((name) => /^demo\/(?:taskpane|manifest)/.test(name))).toEqual([]);
  });

  it("says which versions it holds, and for which address", () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
    expect(JSON.parse(text("version.json"))).toEqual({
      code: version,
      data: expect.stringMatching(/^[\da-f]{8} \d{4}-\d\d-\d\d$/) as string,
      commit: expect.stringMatching(/^(?:[\da-f]{40}(?:-dirty)?|unknown)$/) as string,
      origin: ORIGIN,
    });
    expect(text("manifest.xml")).toContain(`<Version>${version}.0</Version>`);
  });

  it("has the same bytes whenever and wherever it is made", () => {
    const elsewhere = packed(
      { origin: ORIGIN, demo, vectors: true },
      { TZ: "Pacific/Auckland", LC_ALL: "et_EE.UTF-8" },
    );
    expect(createHash("sha256").update(elsewhere).digest("hex")).toBe(createHash("sha256").update(zip).digest("hex"));
  });

  it("has a checksum of every file", () => {
    const lines = text("SHA256SUMS").trimEnd().split("\n");
    const sums = lines.map((line) => [line.slice(66), line.slice(0, 64), line.slice(64, 66)]);
    const found = [...files].filter(([name]) => name !== "SHA256SUMS");
    expect(sums).toEqual(found.map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex"), "  "]));
  });
});

test("the support page names the contact that was given, and nothing where none was", () => {
  const contact = "mailto:help@example.org";
  const support = unpacked(packed({ origin: ORIGIN, demo, contact }))
    .get("site/help/support.html")!
    .toString();
  expect(support.split(`<a href="${contact}">help@example.org</a>`)).toHaveLength(LANGUAGES.length + 1);
  expect(text("site/help/support.html")).not.toContain("mailto:");
});

describe("the address", () => {
  it("is the only one of the add-in; none of a developer's machine is left", () => {
    expect(holding("localhost")).toEqual([]);
    const manifest = text("manifest.xml").match(/https:\/\/[^"]*/g)!;
    expect(manifest.length).toBeGreaterThan(25);
    expect(manifest.filter((url) => !url.startsWith(ORIGIN))).toEqual([]);
    expect(manifest.filter((url) => !files.has(url.replace(ORIGIN, "site/").replace(/#.*/, "")))).toEqual([]);
  });

  it("stands in every help link, each of which leads to a page", () => {
    const metadata = metadataIn(files);
    expect(metadata.size).toBe(8);
    for (const functions of metadata.values()) {
      expect(functions.length).toBeGreaterThan(60);
      const links = functions.map(({ helpUrl }) => helpUrl);
      expect(links.filter((link) => !link.startsWith(ORIGIN))).toEqual([]);
      expect(links.filter((link) => !files.has(link.replace(ORIGIN, "site/")))).toEqual([]);
    }
  });

  it("goes with no path of a machine and no registry", () => {
    for (const folder of [root, os.homedir(), os.tmpdir()].map((each) => each.replace(/[\\/]$/, "")).filter(Boolean))
      expect([folder, holding(`${folder}/`)]).toEqual([folder, []]);
    const registry = process.env["npm_config_registry"] ?? "https://registry.npmjs.org/";
    expect(holding(new URL(registry).host)).toEqual([]);
    expect(holding("registry.npmjs.org")).toEqual([]);
  });

  it("is taken with and without a slash, and refused in a sentence", () => {
    const refused = ["http://a.example/", "a.example/b", "https://a.example/?b=1", "https://a.example/#b"];
    const signs = ["https://u:p@a.example/", "https://a.example/b&c/", "https://a.example/b'c/", "https://[::1]/"];
    const typed = ["https://A.example:443/statut", "https://a.example", ...refused, ...signs];
    const answers = inTool<string[]>(
      "origin.mjs",
      `${JSON.stringify(typed)}.map((each) => { try { return tool.originOf(each); } catch ({ message }) { return message; } })`,
    );
    const cannot = (each: string) =>
      `${each} cannot be served: an address is https://host/path/, without ?, # or other signs.`;
    expect(answers).toEqual([
      "https://a.example/statut/",
      "https://a.example/",
      "Excel loads add-ins over https only, not from http://a.example/",
      "a.example/b is no address. Write it whole: https://host/path/",
      ...[...refused.slice(2), ...signs].map(cannot),
    ]);
  });

  it.each([
    [[], "Where will it be served? npm run package -- --origin https://host/path/"],
    [["--origin", "http://example.org/"], "Excel loads add-ins over https only, not from http://example.org/"],
    [["--origin", ORIGIN, "--dev", "--split"], "give --dev or --split, not both"],
  ])("npm run package -- %s builds nothing", (args, sentence) => {
    const { status, output } = runScript("tools/package.mjs", ...args);
    expect(output).toContain(sentence);
    expect(output).not.toContain("Building");
    expect(status).toBe(1);
  });
});

// It is a script of sh.
const onPosix = process.platform === "win32" ? describe.skip : describe;

onPosix("stamp.sh", () => {
  const OTHER = "https://elsewhere.example:8443/social/v1/";
  const tops = (some: Files) => new Set(namesOf(some).map((name) => name.split("/")[0]));
  const differing = (folder: string, some: Files) =>
    [...some].filter(([name, bytes]) => !readFileSync(path.join(folder, name)).equals(bytes)).map(([name]) => name);
  const stamp = (folder: string, ...args: string[]) =>
    spawnSync("sh", [path.join(folder, "stamp.sh"), ...args], { cwd: os.tmpdir(), encoding: "utf8" });

  it("makes of it what is packed for another address", () => {
    const folder = written(files);
    const { status, stdout } = stamp(folder, OTHER.slice(0, -1));
    expect(stdout).toBe(`This copy is for ${OTHER}\n`);
    expect(status).toBe(0);
    expect(differing(folder, unpacked(packed({ origin: OTHER, demo, vectors: true })))).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual([...tops(files)].sort());
  });

  it("can be used again, also for an address below or above the former", () => {
    const folder = written(files);
    for (const origin of [`${ORIGIN}test/`, ORIGIN]) expect(stamp(folder, origin).status).toBe(0);
    expect(differing(folder, files)).toEqual([]);
  });

  it("refuses what is no such address, and leaves everything", () => {
    const folder = written(files);
    for (const typed of [
      "",
      "http://a.example/",
      "https://a.example/a|b/",
      "https://a.example/&/",
      "https://",
      "a.example",
    ]) {
      const { status, stderr } = stamp(folder, ...(typed === "" ? [] : [typed]));
      expect([typed, stderr]).toEqual([typed, expect.stringContaining("./stamp.sh https://host/path/")]);
      expect(status).toBe(1);
    }
    expect(differing(folder, files)).toEqual([]);
  });

  it("refuses files that are not as they were packed", () => {
    const folder = written(new Map([...files, ["site/functions.js", Buffer.from("changed")]]));
    const { status, stderr } = stamp(folder, OTHER);
    expect(stderr).toContain("not as they were packed");
    expect(status).toBe(1);
  });
});

// Where there is no PowerShell, what the two scripts have in common is all that can be held.
describe("stamp.ps1", () => {
  const [sh, ps1] = [text("stamp.sh"), text("stamp.ps1")];

  it("asks the same of an address, and changes the same files", () => {
    const address = String.raw`https://[a-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%-]+)*/`;
    expect(sh).toContain(`'${address}'`);
    expect(ps1).toContain(`'^${address}$'`);
    const patterns = (script: string) => [...new Set(script.match(/'[\w*]+\*?\.(?:xml|json)'/g))].sort();
    expect(patterns(sh)).toEqual(["'functions*.json'", "'manifest*.xml'", "'version.json'"]);
    expect(patterns(ps1)).toEqual(patterns(sh));
  });
});
