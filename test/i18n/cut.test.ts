import { addTexts, describe as sentence, LANGUAGES, reader } from "../../src/i18n";
import type { Texts } from "../../src/i18n/texts";
import { parameterIds, series } from "../../src/parameters";
import { inForce } from "../../src/rules/figures";
import { attempt, Refusal } from "../../src/rules/refusal";

const load = (language: string, name: string): Texts =>
  jest.requireActual<Texts>(`../../src/i18n/${language}/${name}.json`);

/** Excel shows some 255 characters of a message; past 300 ours end with an ellipsis, and what to do would be lost. */
test.each(LANGUAGES)("in %s no figure that is not known takes more room than a message has", (language) => {
  for (const name of ["messages", "notes", ...(language === "en" ? [] : ["figures"])])
    addTexts(language, name, load(language, name));
  reader.language = language;
  const cut = parameterIds().flatMap((id) =>
    series(id)
      .flatMap(({ from, to }) => [from - 1, from, (to ?? from) + 1])
      .map((day) => attempt(() => inForce(id, day)))
      .filter((found) => found instanceof Refusal)
      .map((refusal) => sentence(refusal))
      .filter((text) => text.endsWith("…") && text.length >= 300),
  );
  reader.language = "en";
  expect([...new Set(cut)]).toEqual([]);
});
