import { LANGUAGES, reader } from "../../../src/i18n";
import { category, fund } from "../../../src/definitions/arguments";
import { CATEGORIES, LAST_YEAR } from "../../../src/rules/contributions";
import { FUNDS, latestFeeFigure } from "../../../src/rules/funds";
import { choicesOf, fundChoices } from "../../../src/taskpane/kit/choices";

afterEach(() => {
  reader.language = "en";
});

describe.each(LANGUAGES)("the categories that a cell offers in %s", (language) => {
  beforeEach(() => {
    reader.language = language;
  });

  test("are words that the functions read", () => {
    const read = [...choicesOf("category", CATEGORIES)].map(([id, word]) => [id, category.read("category", word)]);
    expect(read).toEqual(CATEGORIES.map((id) => [id, id]));
  });

  // Excel takes 255 signs, and a comma would end a word.
  test("find room in its list", () => {
    const words = [...choicesOf("category", CATEGORIES).values()];
    expect(words.join(",").length).toBeLessThanOrEqual(255);
    expect(words.filter((word) => word.includes(","))).toEqual([]);
  });
});

test.each(LANGUAGES)(
  "the funds that a cell offers in %s are names that the functions read, in the room of its list",
  (language) => {
    reader.language = language;
    const words = fundChoices();
    const known = FUNDS.filter(({ id }) => latestFeeFigure(id, LAST_YEAR)).map(({ id }) => id);
    expect(words.map((word) => fund.read("fund", word))).toEqual(known);
    expect(words.join(",").length).toBeLessThanOrEqual(255);
    expect(words.filter((word) => word.includes(","))).toEqual([]);
  },
);

test.each([
  ["en", "principal", "spouse-maxi"],
  ["fr", "titre principal", "maxi-statut"],
  ["nl", "hoofdberoep", "maxistatuut"],
  ["de", "Hauptberuf", "Maxi-Statut"],
] as const)("in %s the reader's words, and the longest by a shorter one", (language, principal, maxi) => {
  reader.language = language;
  const words = choicesOf("category", CATEGORIES);
  expect([words.get("principal"), words.get("spouse-maxi")]).toEqual([principal, maxi]);
});
