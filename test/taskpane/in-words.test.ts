import { reader, type Language } from "../../src/i18n";
import { loadAllPaneTexts } from "../../src/i18n/load";
import { inWords, quarterText } from "../../src/taskpane/questions/in-words";

const speak = async (language: Language): Promise<void> => {
  reader.language = language;
  await loadAllPaneTexts(language);
};

afterAll(() => speak("en"));

describe("what is inserted for an answer that is a word", () => {
  it.each<[Language, Parameters<typeof inWords>[1], string]>([
    ["fr", "entitlement", '"entitled","Droit ouvert","conditional","Sous conditions","not","Pas de droit"'],
    ["nl", "status", '"complementary","Bijberoep","article-37","Artikel 37","principal","Hoofdberoep"'],
    ["de", "euro-or-word", '"unlimited","Keine Obergrenze"'],
  ])("says it in the reader's words: %s, %s", async (language, said, pairs) => {
    await speak(language);
    expect(inWords("F()", said)).toBe(`LET(answer,F(),SWITCH(answer,${pairs},answer))`);
  });

  it("is the contract's word in English", async () => {
    await speak("en");
    expect(inWords("F()", "status")).toBe("F()");
  });

  it.each<[Language, string, string]>([
    ["fr", "T", "T2 2026"],
    ["nl", "K", "K2 2026"],
    ["de", "Q", "Q2 2026"],
  ])("writes quarters as %s does", async (language, letter, written) => {
    await speak(language);
    expect(inWords("F()", "list")).toBe(
      `LET(answer,F(),IF(answer="","","${letter}"&RIGHT(answer,1)&" "&LEFT(answer,4)))`,
    );
    expect(quarterText("2026Q2")).toBe(written);
  });
});
