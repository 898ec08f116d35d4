/** Excel takes 255 characters between two quotes, 8,192 of a formula and 64 calls within each other. */
import fc from "fast-check";
import { type Definition, DEFINITIONS, type FunctionId, type Kind } from "../../../src/definitions";
import { tokensOf } from "../../../src/formula/tokens";
import { CATEGORIES } from "../../../src/rules/contributions";
import { insertSheet } from "../../../src/host/excel/sheet";
import { referenceTo } from "../../../src/taskpane/formula/a1";
import { callWith, Piece } from "../../../src/taskpane/formula/call";
import { filled, LONGEST_FORMULA, LONGEST_LITERAL, textArgument } from "../../../src/taskpane/formula/formula";
import { FakeBook, fakeOffice } from "../../host/fake-excel";
import { valueOf } from "../../formula/workbook";

const literals = (formula: string): string[] =>
  tokensOf(formula).flatMap(({ kind, text }) => (kind === "text" ? [text.slice(1, -1)] : []));

describe("a text in a formula", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", '"', "é", "😀", " ", "&", "\n"), maxLength: 1500 });

  test("of any length is the same text, in literals that Excel takes", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const formula = textArgument(text);
        expect(valueOf(`=${formula}`)).toBe(text);
        for (const literal of literals(formula)) expect(literal.length).toBeLessThanOrEqual(LONGEST_LITERAL);
      }),
    );
  });

  test("is one literal as long as it can be", () => {
    expect(textArgument('a "quoted" word')).toBe('"a ""quoted"" word"');
    expect(literals(textArgument("x".repeat(255)))).toHaveLength(1);
    expect(literals(textArgument("x".repeat(256)))).toEqual(["x".repeat(255), "x"]);
    // A quote takes two places, and the two stay together.
    expect(literals(textArgument("x".repeat(254) + '"'))).toEqual(["x".repeat(254), '""']);
  });
});

describe("a call of the pane", () => {
  const REFERENCE = referenceTo({ sheet: "'".repeat(31), address: "$XFC$1048575:$XFD$1048576" });
  /** The longest that a form gives for an argument of each kind, whatever is typed. */
  const LONGEST: Readonly<Record<Kind, unknown>> = {
    euro: -99_999_999_999_99,
    rate: `0.${"1".repeat(12)}`,
    date: 2_958_465,
    year: 2100,
    whole: 999_999,
    number: 1.234_567_890_123_4,
    yes: false,
    word: "w".repeat(150),
    text: "t".repeat(150),
    rows: new Piece(filled(REFERENCE)),
  };

  test.each(Object.entries<Definition>(DEFINITIONS))("%s stays far below the limit of a formula", (id, { takes }) => {
    const given = Object.entries(takes).map(([name, { kind, matrix }]) => [
      name,
      matrix ? new Piece(filled(REFERENCE)) : LONGEST[kind],
    ]);
    const { formula } = callWith(id as FunctionId, Object.fromEntries(given) as Record<string, unknown>);
    expect(formula.length).toBeLessThan(LONGEST_FORMULA / 2);
    expect(literals(formula).every(({ length }) => length <= LONGEST_LITERAL)).toBe(true);
    expect(Math.max(...depths(formula))).toBeLessThan(10);
  });

  const depths = (formula: string): number[] => {
    let depth = 0;
    return tokensOf(formula).map(({ text }) => (depth += text === "(" ? 1 : text === ")" ? -1 : 0));
  };
});

describe("a list of choices in a cell", () => {
  const plan = (values: readonly string[]) => ({
    name: "Sheet",
    widths: [],
    landscape: false,
    rows: [[{ content: "principal" }]],
    choices: [{ row: 0, column: 0, values }],
  });
  let book: FakeBook;

  beforeEach(() => {
    book = new FakeBook();
    Object.assign(globalThis, fakeOffice(book));
  });

  test("has room for the categories", async () => {
    await insertSheet(plan(CATEGORIES));
    expect(CATEGORIES.join(",").length).toBeLessThanOrEqual(255);
  });

  test.each([
    ["is too long", Array.from({ length: 60 }, (_, n) => `word ${n}`)],
    ["has a value with a comma, which Excel would take for two", ["one, two"]],
  ])("is refused where it %s, and nothing is left of the sheet", async (_, values) => {
    await expect(insertSheet(plan(values))).rejects.toThrow("no list of choices");
    expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });
});
