import * as read from "../../src/definitions/arguments";
import { describe as inWords, LANGUAGES, reader, recordOf } from "../../src/i18n";
import { loadTexts } from "../../src/i18n/load";
import { similar } from "../../src/i18n/similar";
import { folded } from "../../src/i18n/words";
import type { Argument } from "../../src/definitions";
import { Refusal } from "../../src/rules/refusal";

beforeAll(() => Promise.all(LANGUAGES.map(loadTexts)));

afterEach(() => {
  reader.language = "en";
});

const spelled = (...words: string[]) => new Map(words.map((word) => [folded(word), word]));

describe("what may have been meant", () => {
  const FUNDS = spelled("Acerta", "Xerius", "UCM", "Liantis", "Group S");

  test.each([
    ["Acerta2", ["Acerta"]],
    ["acetra", ["Acerta"]],
    ["Liantes", ["Liantis"]],
    ["UCN", ["UCM"]],
    ["Groep S", ["Group S"]],
  ])("%s", (given, meant) => expect(similar(given, FUNDS)).toEqual(meant));

  test.each(["", "…", "x", "UC", "whatever", "acme", "société 12", "Acerta and a few words more", "x".repeat(30_000)])(
    "nothing is like %p",
    (given) => expect(similar(given, FUNDS)).toEqual([]),
  );

  test("all that are equally near, and none that is further off", () => {
    const steps = spelled("bracket1.ceiling", "bracket2.ceiling", "bracket1.ceilings");
    expect(similar("bracket.ceiling", steps)).toEqual(["bracket1.ceiling", "bracket2.ceiling"]);
  });

  test("a part of a word, where nothing is spelt alike; a syllable is no part", () => {
    const jobs = spelled("Hauptberuf", "Nebenberuf", "Student");
    expect(similar("beruf", jobs)).toEqual(["Hauptberuf", "Nebenberuf"]);
    expect(similar("ent", jobs)).toEqual([]);
  });
});

/** The sentence of the refusal of a cell. */
function sentence(argument: Argument<unknown>, cell: unknown): string {
  const refusal = argument.read("name", cell);
  if (!(refusal instanceof Refusal)) throw new Error(`${String(cell)} is read`);
  return inWords(refusal);
}

const career: Argument<unknown> = { ...read.career, read: (name, cell) => read.career.read(name, [[45_000, cell]]) };

describe("a cell's error asks whether it was meant, in the reader's language", () => {
  test.each([
    ["en", read.category, "principla", "Did you mean “main occupation”?"],
    ["fr", read.category, "titre pricipal", "Vouliez-vous dire «~titre principal~»~?"],
    // Typed in Dutch, answered in the language of the reader.
    ["fr", read.category, "hoofberoep", "Vouliez-vous dire «~titre principal~»~?"],
    ["nl", read.category, "bijberoap", "Bedoelde u “bijberoep”?"],
    ["de", read.category, "Studierende", "Meinten Sie „Student-Selbständiger“?"],
    [
      "en",
      read.category,
      "spouse",
      "Did you mean “assisting spouse (maxi statute)”, “assisting spouse (mini statute)” or “assisting spouse (maxi) at pension age”?",
    ],
    ["en", read.fund, "Acerta2", "Did you mean “Acerta”?"],
    ["fr", read.fund, "Caisse national auxiliaire", "Vouliez-vous dire «~Caisse nationale auxiliaire~»~?"],
    ["de", read.ground, "Konkurse", "Meinten Sie „Konkurs“?"],
    ["fr", read.entitlementBenefit, "maternitée", "Vouliez-vous dire «~allocation de maternité~»~?"],
    ["nl", read.occupation, "ambtenar", "Bedoelde u “ambtenaar”?"],
    ["en", read.variant, "with dependant", "Did you mean “with dependants”?"],
    ["en", career, "exmept", "Did you mean “exempt”?"],
    [
      "en",
      read.parameter,
      "contributions.bracket.ceiling",
      "Did you mean “contributions.bracket1.ceiling” or “contributions.bracket2.ceiling”?",
    ],
    ["nl", read.parameter, "Contributions.Bracket1.Celing", "Bedoelde u “contributions.bracket1.ceiling”?"],
  ] as const)("%s: %#", (language, argument, cell, asked) => {
    reader.language = language;
    const told = sentence(argument as Argument<unknown>, cell).replaceAll("\u00A0", "~");
    expect(told).toContain(` ${asked} `);
    expect(told.length).toBeLessThanOrEqual(300);
  });

  test("and asks nothing where nothing is like it", () => {
    for (const argument of [read.category, read.fund, read.ground, read.rateBenefit, career, read.parameter])
      expect(sentence(argument, "astronaut")).not.toContain("?");
  });

  // A benefit of another list, or of another scheme, would be refused again.
  test("only for what is accepted", () => {
    expect(sentence(read.exemptBenefit, "invalidite2")).not.toContain("?");
    expect(sentence(read.rateBenefit, "pension legal")).not.toContain("?");
  });
});

// law/contributions.md 16, in the reader's language.
describe("a word that is no category has its hint", () => {
  const label = (language: (typeof LANGUAGES)[number], id: "principal" | "complementary" | "pensioner") =>
    recordOf(language).words.category[id][0]!;

  test.each(LANGUAGES)("%s", (language) => {
    reader.language = language;
    const [principal, complementary, pensioner] = (["principal", "complementary", "pensioner"] as const).map((id) =>
      label(language, id),
    );
    const told = (word: string, argument: Argument<unknown> = read.category) => sentence(argument, word);
    for (const word of ["helper", "indépendant", "Geschäftsführer"]) {
      expect(told(word)).toContain(word);
      expect(told(word)).toContain(principal);
      expect(told(word)).toContain(complementary);
    }
    expect(told("bestuurder")).toContain(pensioner);
    expect(told("starter")).toMatch(/primostarter/i);
    expect(told("pension", career)).toContain(pensioner);
  });

  test("in a career too, which names the row", () => {
    expect(sentence(career, "zaakvoerder")).toMatch(/^name\[1\]: “zaakvoerder” is no category/);
  });

  test("but a pension is one only in a career", () => {
    expect(sentence(read.category, "pension")).toContain("Did you mean “pensioner”");
  });
});
