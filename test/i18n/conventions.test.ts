import { LANGUAGES } from "../../src/i18n";
import { allTexts, functionTexts, HELD, type Keyed, OTHERS } from "./all-texts";
import { conventionsOf, foreign, tooLong, unconventional, untranslated } from "./conventions";

const argumentNames = [
  ...new Set(Object.values(functionTexts.en.functions).flatMap(({ parameters }) => Object.keys(parameters))),
];

const spaced = (text: string): string => text.replaceAll("~", "\u00A0");

describe.each(LANGUAGES)("texts in %s", (language) => {
  const texts = allTexts(language);

  test("have their signs, numbers, dates and quotes as the language writes them", () => {
    expect(texts.length).toBeGreaterThan(1500);
    expect(unconventional(texts, conventionsOf(language))).toEqual([]);
  });

  test.each(conventionsOf(language))("$name: what is wrong is found", (convention) => {
    const planted = (text: string) => unconventional([["x", spaced(text)]], [convention]);
    expect(planted(convention.planted)).toEqual([`x: ${convention.name}`]);
    expect(planted(convention.right)).toEqual([]);
  });

  test("are as short as where they stand", () => {
    expect(tooLong(texts)).toEqual([]);
  });
});

// In English Excel shows ids and arguments as the code has them.
test.each(OTHERS)("texts in %s have no id, no argument of the code and no word of English", (language) => {
  expect(foreign(allTexts(language), language, argumentNames)).toEqual([]);
});

test.each(OTHERS)("no text in %s is as in English, but for words that both have", (language) => {
  expect(untranslated(allTexts(language), allTexts("en"), language)).toEqual({ left: [], idle: [] });
});

test("what is left in English is found", () => {
  const texts: Keyed[] = [
    ["x", "Nothing to see"],
    ["y", "{{count}} questions"],
  ];
  expect(untranslated(texts, texts, "fr").left).toEqual(["x: Nothing to see"]);
});

test("what a text quotes from a cell is in it", () => {
  for (const language of OTHERS) {
    const texts = new Map(allTexts(language));
    for (const [key, word] of Object.entries(HELD)) expect(texts.get(key)).toContain(word);
  }
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
  expect(tooLong(of(31))).toEqual([]);
  expect(tooLong(of(32))).toEqual(["messages.json/column/total: 31"]);
});
