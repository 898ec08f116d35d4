import { LANGUAGES } from "../../src/i18n";
import { allTexts, functionTexts, type Keyed, OTHERS } from "./all-texts";
import { conventionsOf, foreign, tooLong, unconventional } from "./conventions";
import open from "./open.json";

const argumentNames = [
  ...new Set(Object.values(functionTexts.en.functions).flatMap(({ parameters }) => Object.keys(parameters))),
];

/** What `open.json` does not have yet, and what it still has though it is mended: it only grows shorter. */
const apart = (found: readonly string[], known: readonly string[]) => ({
  found: found.filter((one) => !known.includes(one)),
  mended: known.filter((one) => !found.includes(one)),
});

const NOTHING = { found: [], mended: [] };
const spaced = (text: string): string => text.replaceAll("~", "\u00A0");

describe.each(LANGUAGES)("texts in %s", (language) => {
  const texts = allTexts(language);

  test("have their signs, numbers, dates and quotes as the language writes them", () => {
    expect(texts.length).toBeGreaterThan(1500);
    expect(apart(unconventional(texts, conventionsOf(language)), open.signs[language])).toEqual(NOTHING);
  });

  test.each(conventionsOf(language))("$name: what is wrong is found", (convention) => {
    const planted = (text: string) => unconventional([["x", spaced(text)]], [convention]);
    expect(planted(convention.planted)).toEqual([`x: ${convention.name}`]);
    expect(planted(convention.right)).toEqual([]);
  });

  test("are as short as where they stand", () => {
    expect(apart(tooLong(texts), open.long[language])).toEqual(NOTHING);
  });
});

// In English Excel shows ids and arguments as the code has them.
test.each(OTHERS)("texts in %s have no id, no argument of the code and no word of English", (language) => {
  expect(apart(foreign(allTexts(language), language, argumentNames), open.foreign[language])).toEqual(NOTHING);
});

test.each([
  ["spouse-maxi", "un spouse-maxi"],
  ["incomeN3", "donnez incomeN3"],
  ["contributions.bracket1.ceiling", "voir contributions.bracket1.ceiling."],
  ["quarter", "le quarter"],
  ["principal", '=INASTI.ANNUAL(1;"principal")'],
])("%s is found", (word, text) => {
  expect(foreign([["x", text]], "nl", argumentNames)).toEqual([`x: ${word}`]);
});

test.each(["=INASTI.ANNUAL(1;“hoofdberoep”)", '=INASTI.ANNUAL(1;"hoofdberoep")', "{{incomeN3}} $t(argument/incomeN3)"])(
  "%s is right",
  (text) => {
    expect(foreign([["x", text]], "nl", argumentNames)).toEqual([]);
  },
);

test("what is longer than its place is found", () => {
  const of = (length: number): Keyed[] => [["messages.json/column/total", "x".repeat(length)]];
  expect(tooLong(of(24))).toEqual([]);
  expect(tooLong(of(25))).toEqual(["messages.json/column/total: 24"]);
});
