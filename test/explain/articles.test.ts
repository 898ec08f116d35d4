/**
 * The article that a line of an explanation names is the one of the rule book, for every published and worked case. Lines whose article is
 * part of a figure's source (an amount, a right, a parameter) are held by the tests of the figures.
 */
import { addTexts } from "../../src/i18n";
import pane from "../../src/i18n/en/views/explain.json";
import { explain } from "../../src/explain/explain";
import type { Line } from "../../src/explain/lines";
import { type Case, casesOf, cell } from "../golden/harness";
import { CellError, type CustomFunction, metadata, sourceFunctions } from "../setup/excel";

const BRACKETS =
  "AR38 12 §1|AR38 12 §1bis|AR38 12 §1ter|AR38 12 §2|AR38 12bis §1|AR38 12bis §2|AR38 13 §1|AR38 13 §3|AR67 11 §2|AR67 37 §1";

/** By the key of the line's text: the articles of contributions.md 1 to 11, passerelle.md, funds.md, company.md, status.md, benefits.md, pension.md. */
const ARTICLES: Readonly<Record<string, string>> = {
  income: "AR38 11 §2",
  // Of the year itself, or of year N-3.
  annualised: "AR38 11 §5 al. 3|AR38 11 §3 al. 4",
  "before-start": "AR38 15 §2",
  "after-stop": "AR38 15 §2",
  floor: "AR38 12 §1|AR38 12 §1bis|AR38 12 §1ter|AR67 11 §2",
  exempt: "AR38 12 §2|AR38 12bis §1|AR38 13 §1|AR38 13 §3",
  "bracket-1": `${BRACKETS}|AR38 13bis §2`,
  "bracket-2": BRACKETS,
  rounding: "AR67 53",
  reduction: "AR38 12 §1bis al. 2",
  "income-n-3": "AR38 11 §3",
  "income-of-year": "AR38 11 §3",
  "whole-year-n-3": "AR38 11 §3 al. 4",
  revalued: "AR38 11 §3 al. 3",
  "revalued-assumed": "AR38 11 §3 al. 3",
  "flat-base": "AR38 13bis §2",
  estimate: "AR38 11 §3 al. 5-9",
  "estimate-step": "AR38 11 §3 al. 5-9",
  "estimate-idle": "AR38 11 §3 al. 5-9",
  batch: "AR38 15 §1",
  "final-quarter": "AR38 15 §1",
  "final-quarters": "AR38 15 §1",
  "provisional-quarter": "AR38 15 §1",
  "provisional-quarters": "AR38 15 §1",
  "effective-rate": "AR38 15 §1",
  paid: "AR38 11 §5",
  "paid-with-fee": "AR38 11 §5",
  "cash-out-year": "AR38 11 §5",
  "final-year": "AR38 11 §5",
  "settled-in": "AR38 11 §5",
  "settlement-of": "AR38 11 §5",
  "paid-provisional": "AR38 11 §3",
  "paid-settlement": "AR38 11 §5",
  "settled-final": "AR38 11 §5",
  "settled-paid": "AR38 11 §3",
  "settled-fee": "AR38 20 §4",
  "settlement-day": "AR67 44 §3",
  "final-of-quarter": "AR38 11 §5",
  "whole-year": "AR38 11 §5 al. 3",
  "provisional-year": "AR38 11 §3",
  "provisional-of-quarter": "AR38 11 §3",
  "fee-of-quarter": "AR38 20 §4",
  "fee-paid": "AR38 20 §4",
  "fee-quarter": "AR38 20 §4",
  "fee-quarters": "AR38 20 §4",
  "fund-compared": "AR38 20 §4",
  "profit-income": "AR38 11 §2",
  "profit-less-paid": "AR38 11 §2",
  "due-date": "AR67 42",
  "settlement-due": "AR67 44 §3",
  "dispense-after-quarter": "AR67 50ter/1",
  "dispense-after-statement": "AR67 50ter/1",
  "dispense-starter": "AR67 50ter/1",
  "dispense-window": "AR67 50ter/1",
  "dispense-claimed": "AR38 17 §1",
  "dispense-admissible": "AR38 17",
  "dispense-as-principal": "AR38 17",
  prescription: "AR38 16|L92 95 §2",
  "prescription-interrupted": "AR38 16|L92 95 §2",
  "affiliation-earliest": "AR67 6",
  "affiliation-last": "AR38 10 §1",
  "affiliation-on": "AR38 10 §1",
  "due-date-respite": "AR67 44 §2",
  "due-date-respite-assumed": "AR67 44 §2",
  "surcharge-none": "AR67 44|AR38 11bis §1",
  "surcharge-open": "AR67 44|AR67 44bis|AR38 11bis §1",
  "reduction-base": "AR38 11bis §1",
  "career-status": "AR38 15 §1|AR38 15 §2|AR67 50|AR67 50 §1",
  "exempt-counts": "AR67 50",
  deadline: "L16 8 §1|PL22 194 §1",
  "monthly-amount": "L16 10 §1|PL22 196 §1",
  "income-limit": "ARX 6 §2, 3°",
  "exempt-maternity": "AR67 50 §5",
  "exempt-sickness": "AR 22/12/1967 28-30",
  "exempt-caregiver": "AR 22/12/1967 37bis",
  "status-complementary": "AR67 35 §1|AR67 36 §1 1°|AR67 36 §1 2°",
  "status-article-37": "AR67 37 §1",
  "status-principal": "AR38 12 §1",
  fee: "AR38 20 §4",
  "fee-rate": "AR38 20 §4",
  "fee-rate-earlier": "AR38 20 §4",
  "fee-other-print": "AR38 20 §4",
  "switch-years": "AR67 10 §1|L92 90",
  "switch-request": "AR67 10 §2|L92 90",
  "switch-result": "AR67 10|L92 90",
  "company-small": "L92 91",
  "company-large": "L92 91",
  "company-amount": "L92 91",
  "company-due": "L92 92|L92 92ter al. 3",
  "company-surcharge": "L92 93",
  "company-affiliation": "L92 89",
  "starter-form": "L92 94, 9°",
  "starter-quarters": "L92 94, 9°",
  "starter-years": "L92 94, 9°",
  "company-event": "L92 94, 8°",
  "company-event-until": "L92 94, 8°",
  "company-dormant": "L92 92bis",
  "company-exempt": "L92 92bis|L92 94",
  "company-not-exempt": "L92 94",
  "company-request": "L92 94",
  "company-request-dormant": "L92 92bis",
  "passerelle-career-table": "AR08",
  "passerelle-per-fact": "L16 7 §3",
  "passerelle-career-maximum": "L16 7 §3",
  "passerelle-base-right": "PL22 193 §3 al. 1",
  "passerelle-additional-right": "PL22 193 §3 al. 2",
  "passerelle-maximum-a-fact": "PL22 193 §3 al. 3",
  "passerelle-too-short": "PL22 193 §1",
  "sickness-unpaid": "AR71 7",
  "sickness-primary": "AR71 9 §1",
  "sickness-invalidity": "AR71 10",
  "sickness-not-recognised": "AR71 58 §2",
  "sickness-primary-reduced": "AR71 28bis",
  "certificate-deadline": "AR71 54",
  "catch-up-conditions": "AR71 12bis",
  "birth-aid-conditions": "AR 15/12/2019 5",
  "birth-application": "AR 15/12/2019 3",
  "maternity-vouchers": "AR 17/01/2006 2",
  "daily-income": "AR 25/11/1991 130 §2",
  "daily-reduction": "AR 25/11/1991 130 §2",
  "maternity-week": "AR71 94",
  "maternity-half-week": "AR71 94",
  "birth-leave-day": "AR38 18bis §5",
  "birth-leave-half-day": "AR38 18bis §5",
  "bereavement-day": "AR38 18ter",
  "caregiver-month": "AR 27/09/2015 4 §1",
  "caregiver-half-month": "AR 27/09/2015 4 §1",
  "adoption-week": "AR 20/12/2006 7",
  "work-share": "AR67 35 §1",
  "hours-per-quarter": "AR67 35 §1",
  incapacity: "AR67 36 §1 1°",
  "keeps-rights-thematic-leave": "AR67 36 §1 2°",
  "keeps-rights-time-credit": "AR67 36 §1 2°",
  "complementary-next": "AR67 39 §1",
  "principal-at-once": "AR67 39 §2",
  "days-per-year": "AR67 35 §1",
  "months-per-year": "AR67 35 §1",
  "replacement-income": "AR67 36 §1 1°",
  "plci-revalued": "L2002 44 §2",
  "plci-cap": "AR 12/01/2007 2 §1",
  "plci-premium": "L2002 44 §2/3",
  "plci-minimum": "AR 12/01/2007 2 §1",
  "plci-minimum-income": "L2002 42",
  "plci-none": "L2002 42",
  "quarter-counts":
    "AR 22/12/1967 13 §1|AR 22/12/1967 28-30bis|AR 22/12/1967 37ter|AR38 15 §2bis|AR38 17 §8|AR72 15 §1|AR 21/09/2025 4",
  "pensioner-ceiling": "AR 22/12/1967 107",
  "pensioner-unlimited": "AR 22/12/1967 107",
  "pensioner-excess": "AR 22/12/1967 107 §4",
  "pensioner-suspended": "AR 22/12/1967 107 §4",
  "accrual-income": "AR 30/01/1997 5 §2",
  "accrual-capped": "AR 30/01/1997 5 §2",
  "accrual-revalued": "AR 22/12/1967 53quater",
  "accrual-coefficient": "AR 30/01/1997 6",
  "accrual-welfare": "AR 30/01/1997 6 §8",
  "accrual-quarters": "AR 30/01/1997 4 §2",
  "accrual-share": "AR 30/01/1997 6",
  "minimum-too-short": "L84 131ter-131sexies",
  "minimum-full": "L84 131ter-131sexies",
  "minimum-incomplete": "L84 131ter-131sexies",
  "minimum-work": "L84 131sexies §1, 2°",
  "pension-age": "AR 30/01/1997 3 §§1-1ter",
  "early-from": "AR 30/01/1997 3 §§2ter, 3",
  "early-none": "AR 30/01/1997 3 §§2ter, 3",
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

/** The longest text first: where two would fit, it says more. */
const PATTERNS = Object.keys(ARTICLES)
  .map((key) => ({ key, text: (pane.line as Readonly<Record<string, string>>)[key]! }))
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
