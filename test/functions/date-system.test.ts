/** In a workbook that counts its days from 1904, no number of a day is taken or given for another one. */
import { runInNewContext } from "node:vm";
import { isLanguage, type Language, LANGUAGES, reader } from "../../src/i18n";
import { loadTexts } from "../../src/i18n/load";
import { countFrom1904, withOwnDays } from "../../src/page/date-system";
import { day, isoDate } from "../../src/rules/calendar";
import { sourceFunctions } from "../setup/excel";
import { inTool, root } from "../tools/tool";

type Function = (...args: unknown[]) => unknown;

const functions = sourceFunctions();

beforeAll(async () => {
  await Promise.all(LANGUAGES.map(loadTexts));
});

afterEach(() => {
  countFrom1904(false);
  reader.language = "en";
});

/** Without references, and with the omitted arguments written, our formulas are expressions of JavaScript too. */
function calculate(formula: string, dateOf: (year: number, month: number, day: number) => unknown): unknown[] {
  const prefixes: Record<string, Record<string, Function>> = {};
  for (const [id, implementation] of functions) {
    const [prefix, name] = id.split(".") as [string, string];
    prefixes[prefix] = { ...prefixes[prefix], [name]: implementation };
  }
  const expression = formula.slice(1).replace(/(?<=[,(])(?=,)/g, "null");
  const result: unknown = runInNewContext(expression, { ...prefixes, DATE: dateOf, TRUE: true, FALSE: false });
  return Array.isArray(result) ? (result as unknown[][]).flat() : [result];
}

const text = (year: number, month: number, dayOfMonth: number): string => isoDate(day(year, month, dayOfMonth));

const examples = inTool<string[]>(
  "metadata.mjs",
  `(await tool.readReference(${JSON.stringify(root)})).sources.functions.flatMap(({ examples }) => examples)`,
).filter((example) => !/\b[A-Z]+\d+\b/.test(example));
const dated = examples.filter((example) => /(?<![A-Z])DATE\(/.test(example));

it("has something to show", () => expect(dated.length).toBeGreaterThan(30));

test.each(dated)("%s refuses a date cell, and says why", (example) => {
  countFrom1904(true);
  expect(() => calculate(example, day)).toThrow(/counts its dates from 1904/);
});

test.each(examples)("%s takes dates as text, and gives them so", (example) => {
  const usual = calculate(example, day);
  countFrom1904(true);
  const cells = calculate(example, text);
  expect(cells).toEqual(usual.map((cell, index) => (isTextOf(cell, cells[index]) ? cells[index] : cell)));
});

const isTextOf = (cell: unknown, written: unknown): boolean => typeof cell === "number" && written === isoDate(cell);

test("the pane goes on with the numbers of its own days", () => {
  const ask = functions.get("PASSERELLE.DEADLINE")!;
  const usual = ask("2026-05-15");
  countFrom1904(true);
  expect(ask("2026-05-15")).toBe(isoDate(usual as number));
  expect(withOwnDays(() => ask(day(2026, 5, 15)))).toBe(usual);
});

test("a year that was typed for a date is still told as such", () => {
  countFrom1904(true);
  expect(() => functions.get("PASSERELLE.DEADLINE")!(2026)).toThrow(/looks like a year/);
});

test.each(LANGUAGES.filter(isLanguage))(
  "%s: the sentence names the date system and the way out",
  (language: Language) => {
    countFrom1904(true);
    reader.language = language;
    expect(() => functions.get("PASSERELLE.DEADLINE")!(44_000)).toThrow(/1904.*2026-01-31/);
  },
);
