import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { commentAbove, firstSentence } from "./comments";
import { inTool, root } from "./tool";

const LANGUAGES = ["en", "fr", "nl", "de"];

describe("the pages of this project", () => {
  let project: string;
  const pages = new Map<string, string>();
  let ids: string[];
  let files: string[];

  beforeAll(() => {
    project = mkdtempSync(path.join(os.tmpdir(), "statut-help-"));
    cpSync(path.join(root, "src"), path.join(project, "src"), { recursive: true });
    cpSync(path.join(root, "CHANGELOG.md"), path.join(project, "CHANGELOG.md"));
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, "tools/help.mjs"), "--root", project], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
    const folder = path.join(project, "build/help");
    files = readdirSync(folder);
    for (const file of files.filter((name) => name.endsWith(".html")))
      pages.set(file, readFileSync(path.join(folder, file), "utf8"));
    ids = inTool<string[]>(
      "metadata.mjs",
      `(await tool.readReference(${JSON.stringify(root)})).sources.functions.map(({ metadata }) => metadata.id)`,
    );
  });

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);

  /** Pages of their own: what people look for when something is wrong, or who answers for it. */
  const texts = readdirSync(path.join(root, "src/i18n/en/pages"));

  test("are one a function, those of their own, the changelog, and an index that leads to each in the same language", () => {
    const own = [...ids.map((id) => id.toLowerCase()), ...texts.map((file) => path.parse(file).name)];
    expect(texts).toContain("functions-do-not-answer.md");
    expect([...pages.keys()].sort()).toEqual(["index", "changelog", ...own].map((name) => `${name}.html`).sort());
    for (const language of LANGUAGES) {
      expect(pages.get("index.html")).toContain(`<a href="changelog.html#${language}">`);
      for (const text of texts) {
        const title = /^# (.+)$/m.exec(readFileSync(path.join(root, "src/i18n", language, "pages", text), "utf8"))![1];
        expect(pages.get("index.html")).toContain(`<a href="${path.parse(text).name}.html#${language}">${title}</a>`);
      }
      for (const id of ids) {
        expect(pages.get("index.html")).toContain(`<a href="${id.toLowerCase()}.html#${language}">${id}</a>`);
      }
    }
  });

  test("say of each function first what the comment right above it says", () => {
    const plain = (html: string) =>
      html
        .replace(/<[^>]+>/g, "")
        .replaceAll("&#39;", "'")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&");
    for (const id of ids)
      expect(plain(pages.get(`${id.toLowerCase()}.html`)!)).toContain(firstSentence(commentAbove(id)));
  });

  test("speak each language", () => {
    for (const page of pages.values()) {
      expect(matches(page, /<article id="(..)" lang="\1">/g)).toEqual(LANGUAGES);
      expect(matches(page, /<h1>([^<]+)<\/h1>/g)).toHaveLength(LANGUAGES.length);
    }
  });

  test("have the changelog, its tables and headings, in each language's frame", () => {
    const page = pages.get("changelog.html")!;
    const changelog = readFileSync(path.join(root, "CHANGELOG.md"), "utf8");
    const headings = matches(changelog, /^#{2,4} (.+)$/gm);
    expect(headings.length).toBeGreaterThan(5);
    for (const heading of headings) expect(page.split(`>${heading}</h`)).toHaveLength(LANGUAGES.length + 1);
    const rows = matches(changelog, /^(\|).*\|$/gm).length - 2 * matches(changelog, /^(\| -)/gm).length;
    expect(matches(page, /<td[^>]*>(?:(?!<\/tr>)[^])*(<\/tr>)/g)).toHaveLength(rows * LANGUAGES.length);
    expect(matches(page, /(<div lang="en">)/g)).toHaveLength(LANGUAGES.length);
    expect(page).not.toMatch(/\| ---|^#|\*\*/m);
  });

  // Whoever translates leaves nothing out.
  test.each(texts)("%s has the same parts in each language", (text) => {
    const parts = LANGUAGES.map((language) => {
      const html = matches(
        pages.get(`${path.parse(text).name}.html`)!,
        new RegExp(`(<article id="${language}"[^]*?</article>)`, "g"),
      );
      return matches(html[0]!.replace(/<nav[^]*?<\/nav>/, ""), /<(h\d|p|li|pre|td|a)\b/g).join(" ");
    });
    expect(parts[0]!.length).toBeGreaterThan(20);
    for (const part of parts) expect(part).toBe(parts[0]);
  });

  test("lead nowhere but to one another and, those of their own, to Microsoft; and load nothing", () => {
    for (const [name, page] of pages) {
      const isText = texts.includes(name.replace(/html$/, "md"));
      for (const target of matches(page, /href="([^"]*)"/g)) {
        if (isText && target.startsWith("https://learn.microsoft.com/")) continue;
        // test/templates holds that these are the files that are made.
        if (name === "templates.html" && /^\.\.\/templates\/\w\w\/[\w-]+\.xlsx$/.test(target)) continue;
        const [file, language] = target.split("#");
        expect(file === "" || pages.has(file!)).toBe(true);
        expect(LANGUAGES).toContain(language);
      }
      expect(matches(page, /\ssrc="([^"]*)"/g)).toEqual(["language.js"]);
      expect(page).not.toMatch(/<link|<img|@import|url\(/);
    }
  });

  test("show formulas as the reader types them", () => {
    const page = pages.get("inasti.quarterly.html");
    expect(page).toContain("=INASTI.QUARTERLY(40000,&quot;principal&quot;,2026)");
    expect(page).toContain("=INASTI.QUARTERLY(40000;&quot;principal&quot;;2026)");
    expect(page).toContain(
      "=INASTI.QUARTERLY(inkomen; categorie; [jaar]; [kwartaal]; [begin]; [indexering]; [stopzetting])",
    );
  });

  test("say what Excel makes of blank cells and of results of several cells, of the functions that have them", () => {
    const says = (id: string, text: string): boolean[] => {
      const articles = pages.get(`${id.toLowerCase()}.html`)!.split("<article").slice(1);
      return articles.map((article) => article.includes(text) && article.includes(`href="platforms.html#`));
    };
    const all = [true, true, true, true];
    const none = [false, false, false, false];
    expect([says("INASTI.QUARTERLY", "(A1=&quot;&quot;"), says("INASTI.QUARTERLY", " &gt; Tab")]).toEqual([all, none]);
    expect([says("INASTI.DOSSIER", "(A1=&quot;&quot;"), says("INASTI.DOSSIER", " &gt; Tab")]).toEqual([all, all]);
    expect([says("INASTI.VERSION", "(A1=&quot;&quot;"), says("INASTI.VERSION", " &gt; Tab")]).toEqual([none, all]);
    expect(says("INASTI.SETTLEMENTDUE", "platforms.html")).toEqual(none);
  });

  test("have their own words in each language", () => {
    const shape = (value: unknown): unknown => {
      if (typeof value === "string") return value === "" ? "empty" : "text";
      return Object.fromEntries(Object.entries(value as object).map(([key, text]) => [key, shape(text)]));
    };
    const [english, ...others] = LANGUAGES.map((language) => {
      const file = path.join(root, "src/i18n", language, "help.json");
      const { errorMeanings, ...words } = JSON.parse(readFileSync(file, "utf8")) as Record<string, object>;
      // Excel translates what its cells show.
      return shape({ ...words, errorMeanings: Object.values(errorMeanings!) });
    });
    expect(JSON.stringify(english)).not.toContain("empty");
    for (const other of others) expect(other).toEqual(english);
  });
});
