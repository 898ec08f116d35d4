import { readFileSync } from "node:fs";
import path from "node:path";
import { LANGUAGES } from "../../src/i18n";
import { parameterIds } from "../../src/parameters";
import { CONTRACT } from "../functions/contract";

const root = path.join(__dirname, "../..");
const changelog = readFileSync(path.join(root, "CHANGELOG.md"), "utf8");

/** Parts under headings of a level, by heading. */
function partsOf(text: string, level: number): Map<string, string> {
  const parts = text.split(new RegExp(`^#{${level}} `, "m")).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n"))]));
}

const top = partsOf(changelog, 2);
const data = partsOf(top.get("Data")!, 3);
const code = partsOf(top.get("Code")!, 3);

const rowsOf = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| -/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

test("code and data have their own versions, the newest first", () => {
  expect([...top.keys()]).toEqual(["Data", "Code"]);
  const dates = [...data.keys()].map((heading) =>
    /^(\d{4}-\d\d-\d\d), after data ([0-9a-f]{8} \d{4}-\d\d-\d\d)$/.exec(heading),
  );
  // Each release names the data before it, which is what a workbook of then says; the first has none.
  expect(dates.slice(0, -1).every((found) => found !== null)).toBe(true);
  const days = dates.slice(0, -1).map((found) => found![1]!);
  expect(days).toEqual([...days].sort().reverse());
  expect([...data.keys()].at(-1)).toMatch(/^[0-9a-f]{8} \d{4}-\d\d-\d\d$/);
  expect([...code.keys()][0]).toContain(
    (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string }).version,
  );
});

test("a row of a table names functions and parameters that exist, and what was and is", () => {
  const rows = [...data.values(), ...code.values()].flatMap((part) => rowsOf(part));
  const heads = rows.filter(([first]) => first === "Function");
  const named = rows.filter(([first]) => first !== "Function" && first !== "all of the table above");
  expect(named.length).toBeGreaterThan(40);
  for (const head of heads) expect(head.at(-1)).toBe("Now");
  for (const [functions, ...cells] of named) {
    const ids = functions!.match(/[A-Z]+\.[A-Z]+[0-9A-Z]*/g) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !CONTRACT.has(id))).toEqual([]);
    const parameters = [...functions!.matchAll(/`([a-z][^`]*\.[^`]*)`/g)].map(([, id]) => id!);
    expect(parameters.filter((id) => !(parameterIds() as readonly string[]).includes(id))).toEqual([]);
    expect(cells.every((cell) => cell !== "")).toBe(true);
  }
});

describe.each(LANGUAGES)("the sentence of the pane in %s", (language) => {
  const texts = JSON.parse(readFileSync(path.join(root, "src/i18n", language, "pane/year.json"), "utf8")) as Record<
    string,
    string
  >;

  test("tells what the newest data changed: the years that it names are those of the changelog", () => {
    const [newest] = data.values();
    const years = texts["changes"]!.match(/\d{4}/g)!;
    expect(years.length).toBeGreaterThan(0);
    expect(years.filter((year) => !newest!.includes(year))).toEqual([]);
    expect(texts["changes"]!.length).toBeLessThanOrEqual(260);
  });
});
