/**
 * The article that a line of an explanation names is the one of the rule book, for every published and worked case. Lines whose article is
 * part of a figure's source (an amount, a right, a parameter) are held by the tests of the figures.
 */
import { addTexts } from "../../src/i18n";
import messages from "../../src/i18n/en/messages.json";
import pane from "../../src/i18n/en/pane/explain.json";
import { explain } from "../../src/explain/explain";
import type { Line } from "../../src/explain/lines";
import { type Case, casesOf, cell } from "../golden/harness";
import { CellError, type CustomFunction, metadata, sourceFunctions } from "../setup/excel";

const BRACKETS =
  "AR38 12 §1|AR38 12 §1bis|AR38 12 §1ter|AR38 12 §2|AR38 12bis §1|AR38 12bis §2|AR38 13 §1|AR38 13 §3|AR67 11 §2|AR67 37 §1";

/** By the key of the line's text: the articles of contributions.md 1 to 11, passerelle.md, funds.md, company.md, status.md, benefits.md, pension.md. */
const ARTICLES: Readonly<Record<string, string>> = {
  "step/income": "AR38 11 §2",
  "step/annualised": "AR38 11 §5 al. 3",
  "step/before-start": "AR38 15 §2",
  "step/floor": "AR38 12 §1|AR38 12 §1bis|AR38 12 §1ter|AR67 11 §2",
  "step/exempt": "AR38 12 §2|AR38 12bis §1|AR38 13 §1|AR38 13 §3",
  "step/bracket-1": `${BRACKETS}|AR38 13bis §2`,
  "step/bracket-2": BRACKETS,
  "step/rounding": "AR67 53",
  "step/reduction": "AR38 12 §1bis al. 2",
  "step/income-n-3": "AR38 11 §3",
  "step/whole-year-n-3": "AR38 11 §3 al. 4",
  "step/revalued": "AR38 11 §3 al. 3",
  "step/revalued-assumed": "AR38 11 §3 al. 3",
  "step/flat-base": "AR38 13bis §2",
  "step/estimate": "AR38 11 §3 al. 5-9",
  "step/estimate-step": "AR38 11 §3 al. 5-9",
  "step/estimate-idle": "AR38 11 §3 al. 5-9",
  "line/batch": "AR38 15 §1",
  "line/final-quarter": "AR38 15 §1",
  "line/final-quarters": "AR38 15 §1",
  "line/provisional-quarter": "AR38 15 §1",
  "line/provisional-quarters": "AR38 15 §1",
  "line/effective-rate": "AR38 15 §1",
  "line/paid": "AR38 11 §5",
  "line/cash-out-year": "AR38 11 §5",
  "line/final-year": "AR38 11 §5",
  "line/settled-in": "AR38 11 §5",
  "line/settlement-of": "AR38 11 §5",
  "line/final-of-quarter": "AR38 11 §5",
  "line/whole-year": "AR38 11 §5 al. 3",
  "line/provisional-year": "AR38 11 §3",
  "line/provisional-of-quarter": "AR38 11 §3",
  "line/fee-of-quarter": "AR38 20 §4",
  "line/fee-paid": "AR38 20 §4",
  "line/fee-quarter": "AR38 20 §4",
  "line/fee-quarters": "AR38 20 §4",
  "line/fund-compared": "AR38 20 §4",
  "line/profit-income": "AR38 11 §2",
  "line/due-date": "AR67 42",
  "line/surcharge-none": "AR67 44|AR38 11bis §1",
  "line/surcharge-open": "AR67 44|AR67 44bis|AR38 11bis §1",
  "line/reduction-base": "AR38 11bis §1",
  "line/career-status": "AR38 15 §1",
  "line/deadline": "L16 8 §1|PL22 194 §1",
  "line/monthly-amount": "L16 10 §1|PL22 196 §1",
  "line/income-limit": "ARX 6 §2, 3°",
  "line/exempt-maternity": "AR67 50 §5",
  "line/exempt-sickness": "AR 22/12/1967 28-30",
  "line/exempt-caregiver": "AR 22/12/1967 37bis",
  "line/status-complementary": "AR67 35 §1|AR67 36 §1 1°",
  "line/status-article-37": "AR67 37 §1",
  "line/status-principal": "AR38 12 §1",
  "trace/fee": "AR38 20 §4",
  "trace/fee-rate": "AR38 20 §4",
  "trace/fee-rate-earlier": "AR38 20 §4",
  "trace/fee-other-print": "AR38 20 §4",
  "trace/switch-years": "AR67 10 §1|L92 90",
  "trace/switch-request": "AR67 10 §2|L92 90",
  "trace/switch-result": "AR67 10|L92 90",
  "trace/company-small": "L92 91",
  "trace/company-large": "L92 91",
  "trace/company-amount": "L92 91",
  "trace/company-due": "L92 92|L92 92ter al. 3",
  "trace/company-surcharge": "L92 93",
  "trace/passerelle-career-table": "AR08",
  "trace/passerelle-per-fact": "L16 7 §3",
  "trace/passerelle-career-maximum": "L16 7 §3",
  "trace/passerelle-base-right": "PL22 193 §3 al. 1",
  "trace/passerelle-additional-right": "PL22 193 §3 al. 2",
  "trace/passerelle-maximum-a-fact": "PL22 193 §3 al. 3",
  "trace/passerelle-too-short": "PL22 193 §1",
  "trace/sickness-unpaid": "AR71 7",
  "trace/sickness-primary": "AR71 9 §1",
  "trace/sickness-invalidity": "AR71 10",
  "trace/maternity-week": "AR71 94",
  "trace/maternity-half-week": "AR71 94",
  "trace/birth-leave-day": "AR38 18bis §5",
  "trace/birth-leave-half-day": "AR38 18bis §5",
  "trace/bereavement-day": "AR38 18ter",
  "trace/caregiver-month": "AR 27/09/2015 4 §1",
  "trace/caregiver-half-month": "AR 27/09/2015 4 §1",
  "trace/adoption-week": "AR 20/12/2006 7",
  "trace/work-share": "AR67 35 §1",
  "trace/days-per-year": "AR67 35 §1",
  "trace/months-per-year": "AR67 35 §1",
  "trace/replacement-income": "AR67 36 §1 1°",
  "trace/plci-revalued": "L2002 44 §2",
  "trace/plci-cap": "AR 12/01/2007 2 §1",
  "trace/plci-premium": "L2002 44 §2/3",
  "trace/plci-minimum": "AR 12/01/2007 2 §1",
};

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a text looks like once its values stand in it. */
const filled = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\{\{\w+\}\}|\$t\([^)]*\)/)
      .map(literal)
      .join(".*?")}$`,
    "s",
  );

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  line: pane.line,
  step: pane.step,
  trace: messages.trace,
};

/** The longest text first: where two would fit, it says more. */
const PATTERNS = Object.keys(ARTICLES)
  .map((key) => {
    const [kind, name] = key.split("/") as [string, string];
    return { key, text: TEXTS[kind]![name]! };
  })
  .sort((a, b) => b.text.length - a.text.length)
  .map(({ key, text }) => ({ key, pattern: filled(text) }));

let functions: Map<string, CustomFunction>;

beforeAll(() => {
  functions = sourceFunctions();
  addTexts("en", "pane", { explain: pane });
});

const flat = (lines: readonly Line[]): Line[] => lines.flatMap((line) => [line, ...flat(line.steps ?? [])]);

const matrix = (value: unknown): unknown[][] =>
  Array.isArray(value) ? value.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row])) : [[value]];

/** The lines of a case: of a table, those of its first rows too. */
function linesOf({ function: id, inputs }: Case): Line[] {
  const { parameters } = metadata.functions.find((one) => one.id === id)!;
  const args = parameters.map(({ name, dimensionality }) => {
    const value = cell(inputs[name] ?? null);
    return { name, text: "", value: dimensionality === "matrix" && value !== null ? matrix(value) : value };
  });
  try {
    const result = functions.get(id)!(...args.map(({ value }) => value));
    const places = Array.isArray(result) ? [undefined, { row: 1, column: 1 }, { row: 2, column: 1 }] : [undefined];
    return places.flatMap((at) => flat(explain({ id, arguments: args, result, ...(at && { at }) } as never).lines));
  } catch (error) {
    if (error instanceof CellError) return [];
    throw error;
  }
}

const DOMAINS = ["contributions", "status", "passerelle", "funds", "company", "benefits", "pension"];

test("every line names the article of the rule book", () => {
  const cases = DOMAINS.flatMap(casesOf).filter((one) => metadata.functions.some(({ id }) => id === one.function));
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const one of cases) {
    for (const { text, article } of linesOf(one)) {
      const key = PATTERNS.find(({ pattern }) => pattern.test(text))?.key;
      if (key === undefined) continue;
      seen.add(key);
      if (!ARTICLES[key]!.split("|").includes(article))
        wrong.push(`${one.id}: ${text} [${article}], not ${ARTICLES[key]}`);
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  // A line that no case shows is held by nobody.
  expect(Object.keys(ARTICLES).length - seen.size).toBeLessThan(Object.keys(ARTICLES).length / 10);
});
