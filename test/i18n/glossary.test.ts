import { LANGUAGES, recordOf } from "../../src/i18n";
import { allTexts } from "./all-texts";
import { forbiddenIn, glossary, terms, wrongWords } from "./glossary";

describe.each(LANGUAGES)("the glossary in %s", (language) => {
  const forbidden = forbiddenIn(language);
  const wrong = wrongWords(allTexts(language), forbidden);

  test("no text has a word that it does not let it have", () => {
    expect(forbidden.length).toBeGreaterThan(15);
    expect(wrong).toEqual([]);
  });

  test("finds each of those words in a text, and none of what is right", () => {
    for (const { word, instead, right } of forbidden) {
      const planted = `a ${word.replace("*", "")} b`;
      expect(wrongWords([["planted", planted]], forbidden)).toContain(`planted: “${word}”, write “${instead}”`);
      expect(wrongWords([["right", right.join(" / ")]], forbidden)).toEqual([]);
    }
  });

  test("no word that is to be written is forbidden", () => {
    expect(
      wrongWords(
        terms.map((term) => [term.en, term[language].replace(/\(.*?\)/g, "")] as const),
        forbidden,
      ),
    ).toEqual([]);
  });

  test("the categories go by its names", () => {
    const { category, careerStatus } = recordOf(language).words;
    const shown = new Map(Object.entries({ ...category, ...careerStatus }).map(([id, [name]]) => [id, name]));
    const named = glossary["categories"]!.filter(({ id }) => shown.has(id ?? ""));
    expect(named.length).toBe(shown.size);
    for (const term of named) expect([term.id, shown.get(term.id!)]).toEqual([term.id, term[language]]);
  });
});
